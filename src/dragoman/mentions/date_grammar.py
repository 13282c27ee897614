"""Grammar of dates that name a month: "2 April 2024", "May 3-6", "mid-March".

Each rule is one pattern and one reader, which turns a match into a ``Reading`` or vetoes it with ``None``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.dates import DateSpan
from dragoman.mentions.calendar_readings import (
    Context,
    Reading,
    make_day,
    make_month,
    make_range,
    read_fixed,
    read_yearless,
    shift_week,
)
from dragoman.mentions.calendar_words import (
    DAY,
    MONTH,
    MONTH_FULL,
    ORDINAL_WORD,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from dragoman.mentions.mention import Grain

Reader = Callable[[re.Match[str], Context], Reading | None]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One pattern and what its matches mean; ``name`` ends up as the mention's rule."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def rule(name: str, pattern: str, read: Reader) -> TimeRule:
    """A rule from a verbose pattern."""
    return TimeRule(name, re.compile(pattern, re.VERBOSE), read)


# A number that goes on to the left (1.5 May, B-5 May, 3-5 May) does not start a date.
START = r"(?<![\w.,:/$€£#])(?<!\d[-–])(?<!\w-)"
# Blanks and at most one line break: an expression does not run on into the next paragraph.
GAP = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,2}|\n[^\S\n]{0,2})"
DASH = r"(?:\s?[-–—‑−]\s?|\s{1,3}(?i:to|through|thru|until|till)\s{1,3}(?:the\s)?)"
AND = r"\s{1,3}(?:and|&)\s{1,3}"
WEEKDAY_PREFIX = rf"""
    (?:(?P<w>{WEEKDAY}) (?:{GAP}(?:morning|afternoon|evening|night))? (?:{DASH}{WEEKDAY})?
       (?:\s?,{GAP}?|{GAP}|(?P<paren>\s?\()) (?:the\s|on\s)?)?
"""
RELATIVE_YEAR = rf"""{GAP}(?:of{GAP})?(?P<yr>(?i:this|last|next|the\ssame|that\ssame)){GAP}year\b"""
# A month before these is part of a name ("October Revolution Square").
_NAMED_MONTH = "Revolution|Uprising|Manifesto|Crisis|War|Coup|Day|Days|Movement|Group|Surprise|Madness|Fools?"


def year_suffix(group: str) -> str:
    """An optional year behind a date: ", 2024", " of 2024", " last year" (the last only for group ``y1``)."""
    relative = f"|{RELATIVE_YEAR}" if group == "y1" else ""
    lead = rf"(?:\s?,{GAP}?|{GAP}|-(?=\d{{4}}))(?:of{GAP}|in{GAP})?(?:\((?=\d{{4}}\)))?"
    figures = rf"(?P<{group}>{YEAR})\b(?!\s?(?:GMT|UTC))(?:\)(?<=\(\d{{4}}\)))?"
    return rf"(?:{lead}{figures}{relative})?"


CLOSE = r"(?(paren)\)?)"
# "April 28 (Sat) to May 6 (Sun)": the weekday told behind a day.
ITS_WEEKDAY = rf"(?:\s?\({WEEKDAY}\.?\))?"
_ANY_LEAP_YEAR = 2024
_YEAR_SHIFT = {"last": -1, "this": 0, "next": 1}


def stated_year(match: re.Match[str], context: Context) -> int | None:
    """The year a match states itself, in figures or as "last year"; ``None`` if it does not."""
    groups = match.groupdict()
    figures = groups.get("y2") or groups.get("y1")
    if figures is not None:
        return int(figures)
    word = groups.get("yr")
    if word is None or context.published is None:
        return None
    shift = _YEAR_SHIFT.get(word.lower())
    if shift is not None:
        return context.published.year + shift
    return (
        None
        if context.previous is None or context.previous.days is None
        else context.previous.days.start.year
    )


def _weekday(match: re.Match[str]) -> int | None:
    name = match.groupdict().get("w")
    return None if name is None else weekday_number(name)


def _read_dated(
    match: re.Match[str],
    context: Context,
    make: Callable[[int], DateSpan | None],
    *,
    partial: str,
    grain: Grain = Grain.DAY,
    window: bool = False,
) -> Reading:
    year = stated_year(match, context)
    if year is not None:
        anchor = "self" if match.groupdict().get("yr") is None else "published"
        return replace(read_fixed(make(year), grain=grain, window=window), anchor=anchor)
    reading = read_yearless(context, make, partial=partial, weekday=_weekday(match))
    return replace(reading, grain=grain, window=window)


def read_one_day(match: re.Match[str], context: Context) -> Reading | None:
    """April 2, 2024 · Tuesday, 2 April · the fifth of January."""
    month, day = month_number(match["m1"]), day_number(match["d1"])
    reading = _read_dated(match, context, lambda y: make_day(y, month, day), partial=f"--{month:02}-{day:02}")
    weekday = _weekday(match)
    if weekday is not None and reading.days is not None and reading.days.start.weekday() != weekday:
        return replace(reading, reason="weekday and date disagree")
    return reading


def read_day_range(match: re.Match[str], context: Context) -> Reading | None:
    """May 3-6 · July 30 to August 2 · 30 June – 2 July 2024 · December 28, 2023 - January 3, 2024."""
    groups = match.groupdict()
    first_month = month_number(match["m1"])
    last_month = month_number(groups["m2"]) if groups.get("m2") else first_month
    first, last = day_number(match["d1"]), day_number(match["d2"])
    if (first_month, first) == (last_month, last) or (first_month == last_month and last < first):
        return None
    if groups.get("and") and not match.group().lower().startswith("between") and not _follow(match):
        return None
    over = 1 if last_month < first_month else 0
    first_year = int(groups["y0"]) if groups.get("y0") else None

    def make(year: int) -> DateSpan | None:
        # The stated year is that of the end; a range over New Year begins the year before.
        start = first_year if first_year is not None else year - over
        return make_range(make_day(start, first_month, first), make_day(year, last_month, last))

    last_year = stated_year(match, context)
    if first_year is not None and last_year is not None and last_year - first_year > 1:
        return None  # two dates of a life or a treaty, not a stay
    if first_year is not None and last_year is None:
        return replace(read_fixed(make(first_year + over)), window=True)
    return _read_dated(match, context, make, partial=f"--{first_month:02}-{first:02}", window=True)


def _follow(match: re.Match[str]) -> bool:
    """Whether the second date is the day after the first: April 30 and May 1."""
    days = make_range(
        make_day(_ANY_LEAP_YEAR, month_number(match["m1"]), day_number(match["d1"])),
        make_day(_ANY_LEAP_YEAR, month_number(match["m2"]), day_number(match["d2"])),
    )
    return days is not None and days.days == 2


def read_two_days(match: re.Match[str], context: Context) -> Reading | None:
    """May 3 and 4: only days that follow each other make one range."""
    if day_number(match["d2"]) != day_number(match["d1"]) + 1:
        return None
    return read_day_range(match, context)


def read_listed_days(match: re.Match[str], context: Context) -> Reading | None:
    """May 3, 4 and 5: a list of days makes one range if they follow each other."""
    days = [day_number(match["d1"]), *map(int, re.findall(r"\d+", match["more"])), day_number(match["d2"])]
    if days != list(range(days[0], days[0] + len(days))):
        return None
    return read_day_range(match, context)


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """April 2024 · March · early May · the end of July · May last year."""
    month = month_number(match["m1"])
    return _read_dated(
        match, context, lambda y: make_month(y, month), partial=f"--{month:02}", grain=Grain.MONTH
    )


def read_bare_month(match: re.Match[str], context: Context) -> Reading | None:
    """In March: a month alone does not continue the story of a date before it."""
    return read_month(match, replace(context, year=None, story=None))


def read_month_range(match: re.Match[str], context: Context) -> Reading | None:
    """March to May 2024 · November–January."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    over = 1 if last < first else 0

    def make(year: int) -> DateSpan | None:
        return make_range(make_month(year - over, first), make_month(year, last))

    return _read_dated(match, context, make, partial=f"--{first:02}", grain=Grain.MONTH, window=True)


def read_relative_month(match: re.Match[str], context: Context) -> Reading | None:
    """Last November · next March · this May."""
    month, word = month_number(match["m1"]), match["rel"].lower().split()[-1]
    if context.published is None:
        return replace(read_month(match, context) or Reading(None), past=None, future=None)
    page = context.published
    if word == "this":
        return Reading(make_month(page.year, month), "published", grain=Grain.MONTH)
    if word in ("last", "past"):
        year = page.year if month < page.month else page.year - 1
    else:
        year = page.year if month > page.month else page.year + 1
    return Reading(make_month(year, month), "published", grain=Grain.MONTH)


def read_week_of(match: re.Match[str], context: Context) -> Reading | None:
    """The week of May 6: Monday to Sunday around it."""
    month, day = month_number(match["m1"]), day_number(match["d1"])

    def make(year: int) -> DateSpan | None:
        start = make_day(year, month, day)
        return None if start is None else shift_week(start.start, 0)

    return _read_dated(match, context, make, partial=f"--{month:02}-{day:02}", grain=Grain.WEEK, window=True)


_WEEK_ORDER = {"first": 1, "second": 8, "third": 15, "fourth": 22}


def read_week_in_month(match: re.Match[str], context: Context) -> Reading | None:
    """The last week of March: the seven days, first, second … or last, of that month."""
    month, order = month_number(match["m1"]), match["order"].lower()

    def make(year: int) -> DateSpan | None:
        whole = make_month(year, month)
        if whole is None:
            return None
        last_week = whole.end - dt.timedelta(days=6)
        first = last_week if order not in _WEEK_ORDER else whole.start.replace(day=_WEEK_ORDER[order])
        return DateSpan(first, first + dt.timedelta(days=6))

    return _read_dated(match, context, make, partial=f"--{month:02}", grain=Grain.WEEK)


DATE_RULES = (
    rule(
        "date.range.months",
        rf"""{WEEKDAY_PREFIX} (?:(?i:from|between){GAP})?
             (?P<m1>{MONTH}){GAP}(?P<d1>{DAY}) {year_suffix("y0")} {ITS_WEEKDAY}
             (?:,?{DASH}|(?P<and>,?{AND})) (?:{WEEKDAY},?{GAP})?
             (?P<m2>{MONTH}){GAP}(?P<d2>{DAY}) {ITS_WEEKDAY} {year_suffix("y1")} {ITS_WEEKDAY}""",
        read_day_range,
    ),
    rule(
        "date.range.months",
        rf"""{START} {WEEKDAY_PREFIX} (?:(?i:from|between){GAP}(?:the\s)?)?
             (?P<d1>{DAY}){GAP}(?:of{GAP})?(?P<m1>{MONTH}) {year_suffix("y0")} {ITS_WEEKDAY}
             (?:,?{DASH}|(?P<and>,?{AND})) (?:{WEEKDAY},?{GAP})?
             (?P<d2>{DAY}){GAP}(?:of{GAP})?(?P<m2>{MONTH}) {ITS_WEEKDAY} {year_suffix("y1")} {ITS_WEEKDAY}""",
        read_day_range,
    ),
    rule(
        "date.range",
        rf"""{WEEKDAY_PREFIX} (?:(?i:from){GAP})? (?P<m1>{MONTH}){GAP}(?P<d1>{DAY})
             {ITS_WEEKDAY}{DASH}(?P<d2>{DAY}) {ITS_WEEKDAY} (?!{GAP}(?:{MONTH})) {year_suffix("y1")} {CLOSE}""",
        read_day_range,
    ),
    rule(
        "date.range",
        rf"""(?i:between){GAP} (?P<m1>{MONTH}){GAP}(?P<d1>{DAY}){AND}(?P<d2>{DAY}) {year_suffix("y1")}""",
        read_day_range,
    ),
    rule(
        "date.range",
        rf"""{START} {WEEKDAY_PREFIX} (?:(?i:from){GAP}(?:the\s)?)?
             (?P<d1>{DAY}){DASH}(?P<d2>{DAY}){GAP}(?:of{GAP})?(?P<m1>{MONTH}) {year_suffix("y1")} {CLOSE}""",
        read_day_range,
    ),
    rule(
        "date.range",
        rf"""(?i:between){GAP}(?:the\s)? (?P<d1>{DAY}){AND}(?P<d2>{DAY}){GAP}(?:of{GAP})?(?P<m1>{MONTH})
             {year_suffix("y1")}""",
        read_day_range,
    ),
    rule(
        "date.pair",
        rf"""{WEEKDAY_PREFIX} (?P<m1>{MONTH}){GAP}(?P<d1>{DAY})(?:{AND}|/)(?P<d2>{DAY})\b
             (?!{GAP}(?:{MONTH}|(?!(?:in|at|to|for|as|with|on|by|from|under|during|over|amid|when|where|and|after|before|will)\b)
             [a-z]))
             {year_suffix("y1")} {CLOSE}""",
        read_two_days,
    ),
    rule(
        "date.pair",
        rf"""{START} {WEEKDAY_PREFIX} (?:the\s)?(?P<d1>{DAY})(?:{AND}|/)(?:the\s)?(?P<d2>{DAY})
             {GAP}(?:of{GAP})? (?P<m1>{MONTH}) {year_suffix("y1")} {CLOSE}""",
        read_two_days,
    ),
    rule(
        "date.list",
        rf"""(?P<m1>{MONTH}){GAP}(?P<d1>{DAY}) (?P<more>(?:,{GAP}{DAY}){{1,5}}),?{AND}(?P<d2>{DAY})\b
             {year_suffix("y1")}""",
        read_listed_days,
    ),
    rule(
        "date.list",
        rf"""{START} (?P<d1>{DAY}) (?P<more>(?:,{GAP}{DAY}){{1,5}}),?{AND}(?P<d2>{DAY}){GAP}(?:of{GAP})?
             (?P<m1>{MONTH}) {year_suffix("y1")}""",
        read_listed_days,
    ),
    rule(
        "date.week-of",
        rf"""(?i:the){GAP}week{GAP}(?:of|beginning|starting|commencing){GAP} (?:{WEEKDAY},?{GAP})?
             (?P<m1>{MONTH}){GAP}(?P<d1>{DAY})\b {year_suffix("y1")}""",
        read_week_of,
    ),
    rule(
        "date.week-of",
        rf"""(?i:the){GAP}week{GAP}(?:of|beginning|starting|commencing){GAP} (?:{WEEKDAY},?{GAP})?
             (?P<d1>{DAY}){GAP}(?P<m1>{MONTH})\b {year_suffix("y1")}""",
        read_week_of,
    ),
    rule(
        "date.week-in-month",
        rf"""(?i:the){GAP}(?P<order>first|second|third|fourth|last|final){GAP}week{GAP}(?:of|in){GAP}
             (?P<m1>{MONTH}) (?!{GAP}\d\d?\b) {year_suffix("y1")}""",
        read_week_in_month,
    ),
    rule(
        "date.day",
        rf"""{WEEKDAY_PREFIX} (?P<m1>{MONTH}){GAP}(?:the\s)?(?P<d1>{DAY})\b {year_suffix("y1")} {CLOSE}""",
        read_one_day,
    ),
    rule(
        "date.day",
        rf"""{START} {WEEKDAY_PREFIX} (?P<d1>{DAY}|(?i:{ORDINAL_WORD}))
             (?:{GAP}|-)(?:of{GAP}|day{GAP}of{GAP})? (?P<m1>{MONTH}) {year_suffix("y1")} {CLOSE}""",
        read_one_day,
    ),
    rule(
        "date.month-part",
        rf"""(?:(?i:the){GAP})?(?i:early|mid|middle|late|later|end|beginning|start|
             (?:first|second){GAP}half)
             (?:-|{GAP}(?:of{GAP}|in{GAP})?) (?P<m1>{MONTH}) (?!{GAP}\d\d?\b) {year_suffix("y1")}""",
        read_month,
    ),
    rule(
        "date.month-range",
        rf"""(?P<m1>{MONTH})(?:{DASH})(?P<m2>{MONTH}) (?!{GAP}\d\d?\b) {year_suffix("y1")}""",
        read_month_range,
    ),
    rule(
        "date.month-range",
        rf"""(?i:between){GAP}(?P<m1>{MONTH}){AND}(?P<m2>{MONTH}) (?!{GAP}\d\d?\b) {year_suffix("y1")}""",
        read_month_range,
    ),
    rule(
        "date.month",
        rf"""(?P<m1>{MONTH}) (?:\s?,{GAP}?|{GAP}|-)(?:of{GAP})?
             (?:(?P<y1>{YEAR})\b|(?:in{GAP})?(?P<yr>(?i:this|last|next|the\ssame|that\ssame)){GAP}year\b)""",
        read_month,
    ),
    rule(
        "date.month-relative",
        rf"""(?P<rel>(?i:last|next|this(?:\s(?:past|coming))?|past|coming)){GAP}
             (?P<m1>{MONTH}) (?!{GAP}\d\d?\b)""",
        read_relative_month,
    ),
    # "In July President X will visit P", "in February Moscow expelled X", but "in October Revolution Square".
    rule(
        "date.month-bare",
        rf"""\b(?i:in){GAP}(?P<span>(?P<m1>{MONTH_FULL}))\b
             (?={GAP}(?!(?:{_NAMED_MONTH})\b)[A-Z])""",
        read_bare_month,
    ),
    # "May", "March" and "August" are verbs, names and adjectives: alone they need a preposition.
    rule(
        "date.month-bare",
        rf"""\b(?i:in|since|until|till|by|during|after|before|of|from|through){GAP}(?P<span>(?P<m1>{MONTH_FULL}))\b
             (?!['’]s|{GAP}[A-Z\d]|{GAP}of{GAP}\d)""",
        read_bare_month,
    ),
    rule(
        "date.month-bare",
        rf"""\b(?P<m1>(?!M[Aa])(?:{MONTH_FULL}))\b (?!{GAP}[A-Z\d]|{GAP}of{GAP}\d)""",
        read_bare_month,
    ),
)
