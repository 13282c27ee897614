"""Grammar of dates told from another day: "yesterday", "on Friday", "next month", "two weeks ago"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.dates import DateSpan
from dragoman.mentions.calendar_readings import (
    NO_PAGE_DATE,
    Context,
    Reading,
    make_range,
    read_after,
    read_day_of_month,
    read_shift,
    read_weekday,
    read_weekend,
    shift_day,
    shift_week,
)
from dragoman.mentions.calendar_words import (
    SMALL_NUMBER,
    WEEKDAY_FULL,
    day_number,
    small_number,
    weekday_number,
)
from dragoman.mentions.date_grammar import AND, DASH, GAP, rule
from dragoman.mentions.mention import Grain

PART_OF_DAY = rf"(?:{GAP}(?i:morning|afternoon|evening|night))"
DAY_SHIFTS = {
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "last night": -1,
    "last evening": -1,
}
_UNIT = {
    "day": Grain.DAY,
    "morning": Grain.DAY,
    "afternoon": Grain.DAY,
    "evening": Grain.DAY,
    "night": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.WEEKEND,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
}
_STEP = {
    "the": 0,
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "same": 0,
    "that": 0,
}
_STEP |= {
    "previous": -1,
    "preceding": -1,
    "following": 1,
    "before": -1,
    "earlier": -1,
    "after": 1,
    "later": 1,
}


def read_near_day(match: re.Match[str], context: Context) -> Reading | None:
    """Today · yesterday evening · the day after tomorrow · last night."""
    words = " ".join(match["day"].lower().split())
    return read_shift(context, Grain.DAY, DAY_SHIFTS.get(words, 0))


def read_named_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Friday · last Friday · this Friday · next Friday."""
    if _FEAST.search(match.string, max(0, match.start() - _LOOK_BACK), match.start()):
        return None
    weekday, word = weekday_number(match["w"]), (match["rel"] or "").lower().split()
    if not word or context.published is None:
        return read_weekday(context, weekday)
    page = context.published
    ahead = (weekday - page.weekday()) % 7
    match word[-1]:
        case "last" | "past":
            return Reading(shift_day(page, ahead - 7), "published")
        case "coming":
            return Reading(shift_day(page, ahead or 7), "published")
        case "this":
            return Reading(shift_day(page, weekday - page.weekday()), "published")
        case _:
            return _next_weekday(context, weekday)


def _next_weekday(context: Context, weekday: int) -> Reading:
    # Said on a Monday, "next Friday" is this week's to some and next week's to others.
    page = context.published
    assert page is not None
    if weekday > page.weekday():
        return Reading(None, "published", reason="'next' may mean this week's day or next week's")
    return Reading(shift_day(page, weekday - page.weekday() + 7), "published")


def read_numbered_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Wednesday (12): the day of the month in brackets settles which Wednesday."""
    reading = read_day_of_month(context, day_number(match["d1"]))
    fitting = [
        days
        for days in (reading.past, reading.future)
        if days is not None and days.start.weekday() == weekday_number(match["w"])
    ]
    if len(set(fitting)) == 1:
        return replace(reading, days=fitting[0], past=None, future=None)
    return read_weekday(context, weekday_number(match["w"]))


def read_weekday_of_week(match: re.Match[str], context: Context) -> Reading | None:
    """Friday next week · Monday last week · Tuesday of this week."""
    if context.published is None:
        return Reading(None, "published", reason=NO_PAGE_DATE)
    week = shift_week(context.published, _STEP[match["rel"].lower()])
    return Reading(None if week is None else shift_day(week.start, weekday_number(match["w"])), "published")


def read_weekday_range(match: re.Match[str], context: Context) -> Reading | None:
    """Monday to Wednesday · Saturday and Sunday (days that follow each other)."""
    first, last = weekday_number(match["w"]), weekday_number(match["w2"])
    length = (last - first) % 7
    if length == 0 or (match["and"] and length != 1):
        return None
    start = read_weekday(context, first)
    if start.days is None:
        return replace(start, window=True)

    def extended(span: DateSpan | None) -> DateSpan | None:
        return None if span is None else make_range(span, shift_day(span.start, length))

    page = context.published
    past, future = extended(start.past), extended(start.future)
    if past is not None and page is not None and past.end >= page:
        future = past
    return replace(start, days=past, past=past, future=future, window=True)


def read_unit(match: re.Match[str], context: Context) -> Reading | None:
    """This week · last month · the end of next year · later this month."""
    grain, step = _UNIT[match["unit"].lower()], _STEP[match["rel"].lower().split()[-1]]
    if grain is Grain.WEEKEND:
        return _read_weekend_step(match, context, step)
    if match["the"]:
        return Reading(None, "published", reason=_ROLLING, grain=grain)
    reading = read_shift(context, grain, step)
    side, page = (match["side"] or "").lower().partition(" ")[0], context.published
    if grain is Grain.WEEK and step == 0 and reading.days is not None and page is not None:
        if side == "earlier":
            return replace(reading, days=DateSpan(reading.days.start, page))
        if side == "later":
            return replace(reading, days=DateSpan(page, reading.days.end))
    return reading


def _read_weekend_step(match: re.Match[str], context: Context, step: int) -> Reading:
    if step == 0:
        return read_weekend(context, current=True)
    page = context.published
    if page is None:
        return Reading(None, "published", reason=NO_PAGE_DATE, grain=Grain.WEEKEND)
    if step < 0:
        return read_shift(context, Grain.WEEKEND, -1)
    if "coming" in match["rel"].lower():
        return read_shift(context, Grain.WEEKEND, 0 if page.weekday() < 5 else 1)
    return Reading(
        None, "published", reason="'next' may mean this weekend or the one after", grain=Grain.WEEKEND
    )


def read_weekend_bare(_: re.Match[str], context: Context) -> Reading | None:
    """The weekend."""
    return read_weekend(context, current=False)


def read_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Two days ago · a year ago: as exact as the unit it counts in."""
    return _read_counted(match, context, -1)


def read_ahead(match: re.Match[str], context: Context) -> Reading | None:
    """Two weeks from now."""
    return _read_counted(match, context, 1)


def read_within(match: re.Match[str], context: Context) -> Reading | None:
    """In three days: only a clause about the future means a day by it, others a length of time."""
    if _RECORD.search(match.string, max(0, match.start() - _LOOK_BACK), match.start()) or _SINCE.search(
        match.string, max(0, match.start() - _SENTENCE_BACK), match.start()
    ):
        return None
    ahead = _read_counted(match, context, 1)
    if ahead.days is None:
        return ahead
    return replace(
        ahead, days=None, future=ahead.days, reason="a length of time unless the clause looks ahead"
    )


def _read_counted(match: re.Match[str], context: Context, direction: int) -> Reading:
    grain = _UNIT[match["unit"].lower().removesuffix("s")]
    if match["vague"]:
        return Reading(None, "published", reason="only about that long", grain=grain)
    return read_shift(context, grain, direction * small_number(match["n"]))


def read_relative_unit(match: re.Match[str], context: Context) -> Reading | None:
    """The following day · that year · the same month · the day before."""
    words = " ".join(match["rel"].lower().split())
    if words == "the next" and _OVER.search(match.string, max(0, match.start() - _LOOK_BACK), match.start()):
        return Reading(None, "published", reason=_ROLLING)
    return read_after(context, _UNIT[match["unit"].lower()], _STEP[match["rel"].lower().split()[-1]])


def read_same_day(_: re.Match[str], context: Context) -> Reading | None:
    """Later in the day · earlier that day."""
    return read_after(context, Grain.DAY, 0)


def read_counted_after(match: re.Match[str], context: Context) -> Reading | None:
    """A day later · two weeks earlier."""
    grain = _UNIT[match["unit"].lower().removesuffix("s")]
    if match["vague"]:
        return Reading(None, "previous", reason="only about that long", grain=grain)
    count = _STEP[(match["rel"] or match["rel2"]).lower()] * small_number(match["n"])
    return read_after(context, grain, count)


_LOOK_BACK = 40
_ROLLING = "a length of time, not a calendar unit"
# "For the first time in two weeks" and "over the next year" are lengths of time.
_SENTENCE_BACK = 160
# "the first Pakistani minister to visit Japan in four years", "the highest-level talks between the two in a decade"
_SINCE = re.compile(
    r"\b(?:the|his|her|its|their|'s|’s)\s(?:very\s)?(?:first|second|third|only|[a-z]+est)\b[^.;:]*\Z"
)
_RECORD = re.compile(
    r"\b(?:time|times|once|twice|first|second|third|only|[a-z]+est|most|worst|least)\s(?:\w+\s)?\Z"
)
_OVER = re.compile(r"(?i)\b(?:over|in|within|for|during|throughout|of)\s\Z")
_FEAST = re.compile(
    r"\b(?:Super|Black|Good|Ash|Palm|Easter|Cyber|Holy|Maundy|Bloody|Giving|Orange|Casual|[Ee]very|[Ee]ach)\s\Z"
)
_NEWSPAPER = "Times|Telegraph|Mirror|Mail|Express|Post|Tribune|Herald|Guardian|Independent|Star|Night\\sLive"
_UNITS = "day|morning|afternoon|evening|night|week|month|quarter|year"
_N = rf"(?P<n>{SMALL_NUMBER})"
_ABOUT = rf"about|around|almost|nearly|over|some|roughly|at{GAP}least|(?:more|less){GAP}than"
_VAGUE = rf"(?P<vague>(?:{_ABOUT}){GAP})?"

DAY_RULES = (
    rule(
        "relative.day",
        rf"""(?i:\b(?:earlier{GAP}|later{GAP}|early{GAP}|late{GAP})?
             (?P<day>the{GAP}day{GAP}before{GAP}yesterday|the{GAP}day{GAP}after{GAP}tomorrow
               |yesterday|today|tonight|tomorrow|last{GAP}(?:night|evening)
               |this{GAP}(?:very{GAP})?(?:morning|afternoon|evening|(?<!to\sthis\s)day\b(?!{GAP}and{GAP}age)))
             \b{PART_OF_DAY}?)""",
        read_near_day,
    ),
    rule(
        "relative.weekday-range",
        rf"""(?:(?i:from|between){GAP})?\b(?P<w>{WEEKDAY_FULL}){PART_OF_DAY}?
             (?:{DASH}|(?P<and>{AND}|/))(?P<w2>{WEEKDAY_FULL})\b{PART_OF_DAY}?""",
        read_weekday_range,
    ),
    rule(
        "relative.weekday-of-week",
        rf"""\b(?P<w>{WEEKDAY_FULL})\b{PART_OF_DAY}?{GAP}(?:(?i:of){GAP})?(?P<rel>(?i:last|this|next)){GAP}week\b""",
        read_weekday_of_week,
    ),
    rule(
        "relative.weekday-numbered",
        rf"\b(?P<w>{WEEKDAY_FULL})\b{PART_OF_DAY}?\s?\((?P<d1>[1-9]|[12]\d|3[01])\)",
        read_numbered_weekday,
    ),
    rule(
        "relative.weekday",
        rf"""(?:(?P<rel>(?i:last|this\s(?:past|coming)|this|next|past|coming)){GAP})?
             \b(?P<w>{WEEKDAY_FULL})\b{PART_OF_DAY}?(?!{GAP}(?:{_NEWSPAPER})\b)""",
        read_named_weekday,
    ),
)
UNIT_RULES = (
    rule(
        "relative.unit",
        rf"""(?i:\b(?:(?P<side>earlier|later|late|early|mid)(?:{GAP}in)?[\s-]{{1,3}}
               |(?:the{GAP})?(?:end|beginning|start|middle|(?:first|second|last|latter){GAP}(?:half|part)){GAP}of{GAP})?
             (?P<rel>(?P<the>the{GAP}(?:last|past))|last|this{GAP}(?:past|coming)|this|next|the{GAP}(?:coming|current))
             {GAP}
             (?P<unit>week|weekend|month|quarter|year)(?:(?<=year)s)?\b)(?!['’]s?{GAP}old|-|{GAP}old)""",
        read_unit,
    ),
    rule(
        "relative.unit",
        rf"""(?i:\b(?P<side>the{GAP}(?:end|beginning|start|middle){GAP}of|later{GAP}in|earlier{GAP}in){GAP}
             (?P<the>(?!))?(?P<rel>the){GAP}(?P<unit>week|month|year))\b(?!['’]s?{GAP}|{GAP}(?:of|before|after|in)\b)""",
        read_unit,
    ),
    rule("relative.weekend", rf"(?i:\b(?:the|over){GAP}weekend)\b", read_weekend_bare),
    rule(
        "relative.ago",
        rf"""(?i:\b{_VAGUE}{_N}{GAP}(?P<unit>days?|weeks?|months?|years?){GAP}ago)\b""",
        read_ago,
    ),
    rule(
        "relative.ahead",
        rf"""(?i:\bin{GAP}{_VAGUE}{_N}{GAP}(?P<unit>days?|weeks?|months?|years?))\b(?=\s?[.,;!?]|{GAP}time\b|\s*$)""",
        read_within,
    ),
    rule(
        "relative.ahead",
        rf"""(?i:\b{_VAGUE}{_N}{GAP}(?P<unit>days?|weeks?|months?|years?){GAP}from{GAP}(?:now|today))\b""",
        read_ahead,
    ),
    rule(
        "relative.previous",
        rf"""(?i:\b(?P<rel>the{GAP}(?:very{GAP})?(?:same|next|following|previous|preceding)|that{GAP}same|that){GAP}
             (?P<unit>{_UNITS})\b)(?!['’]?s\b|{GAP}(?:of|the|that){GAP})""",
        read_relative_unit,
    ),
    rule(
        "relative.previous",
        rf"""(?i:\bthe{GAP}(?P<unit>day|week|month|year){GAP}(?P<rel>before|after|previous|earlier))\b(?=\s?[.,;]|\s*$)""",
        read_relative_unit,
    ),
    rule(
        "relative.previous",
        rf"(?i:\b(?P<rel>(?:later|earlier|late|early){GAP}in{GAP}the|(?:later|earlier){GAP}that){GAP}(?P<unit>day))\b",
        read_same_day,
    ),
    rule(
        "relative.later",
        rf"""(?i:\b{_VAGUE}{_N}{GAP}(?P<unit>days?|weeks?|months?|years?){GAP}
             (?:(?P<rel>later|earlier)\b(?!{GAP}than)|(?P<rel2>after|before)\b(?=\s?[.,;]|\s*$)))""",
        read_counted_after,
    ),
)
