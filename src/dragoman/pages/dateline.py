"""Dateline of a news text: place, day, agency.

>>> read_dateline("Paris, 2 April 2024 (TDI): US Secretary of State Antony Blinken had talks.").place
'Paris'
>>> read_dateline("BEIJING, March 3 (Xinhua) -- China on Tuesday", published=dt.date(2024, 3, 4)).day
datetime.date(2024, 3, 3)
>>> read_dateline("SECRETARY BLINKEN: Good morning, everyone.") is None
True
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

from dragoman.citation import Span
from dragoman.pages.article import Dateline
from dragoman.pages.printed_days import MONTH_WORD, find_days

_LONGEST = 130
"""Characters; datelines with two cities, a state, a full date and an agency stay below it."""

_WEEKDAY_NAME = r"(?: mon | tues? | wednes | thurs? | fri | satur | sun ) day"
_NAME = r"[^\W\d_][\w'’.-]*"
_PLACE = rf"""
    (?P<place> {_NAME} (?: (?<! \w\w\w\w\. ) [ ] {_NAME} ){{0,3}} )
    (?P<region> (?: \s? [,/] \s? (?! (?:{MONTH_WORD} | {_WEEKDAY_NAME}) \b ) {_NAME}
        (?: [ ] (?! {_WEEKDAY_NAME} \b ) {_NAME} ){{0,3}}
      | \s \[ (?-i:[A-Z]) [\w .]{{2,30}} \] ){{0,2}} )
"""
_WEEKDAY = r"(?: mon | tues? | wed(?:nes)? | thu(?:rs)? | fri | sat(?:ur)? | sun ) (?: day )? \.? ,? \s"
_DAY = rf"""
    (?<! \d ) (?P<date> (?: {_WEEKDAY} )?
      (?: (?:{MONTH_WORD}) \.? \s \d{{1,2}} (?: st | nd | rd | th )? (?: ,? \s \(? (?:19|20)\d\d \)? )?
        | \d{{1,2}} (?: st | nd | rd | th )? \s (?:{MONTH_WORD}) \.? (?: ,? \s \(? (?:19|20)\d\d \)? )?
        | (?:19|20)\d\d [-/.] \d{{1,2}} [-/.] \d{{1,2}}
        | \d{{1,2}} [./] \d{{1,2}} [./] (?:19|20)\d\d ) )
"""
_AGENCY = r"""
    (?: \( (?P<agency> [^\W\d_] [^()\n]{1,60} ) \)
      | / (?P<slashed> (?-i:[A-Z]) [\w .-]{1,30} ) /
      | \[ (?P<boxed> (?-i:[A-Z]) [\w .-]{1,30} ) \]
      | (?P<bare> (?-i:[A-Z]) \w{1,15} ) (?= \s? [—–-] ) )
"""
_END = r"""(?P<end>
    \s? (?: [:—–|] | -{1,3} (?= \s ) | \.? [—–-]{1,2} (?= \s* \S ) | \. (?= \s ) )
    | (?<= \) ) (?= \s ["“A-Z] )
)"""


# "[Tallinn, 14 March 2024] The minister", "**LAGOS, 3 May** - The minister": a dateline between marks.
_WRAPPED = re.compile(
    r"\s*(?:\*\*|\[|\()(?P<inside>[^\[\]()*\n]{4,90})(?:\*\*|\]|\))(?:\s*[:—–.-]{1,2}(?=\s))?"
)


_DAY_BEHIND = 24
"""Characters behind a dateline without a day in which the day may stand."""


def _renamed(pattern: str, suffix: str) -> str:
    """``pattern`` with its groups renamed, so that it can stand in an alternation more than once."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1{suffix}>", pattern)


_DATELINE = re.compile(
    rf"""
    ^ \s*
    (?: {_PLACE} (?: \s? [,.:/—–-]{{0,2}} \s? \(? {_DAY} \)? )? (?: \s? [,.—–-]{{0,2}} \s? {_AGENCY} )?
      | {_renamed(_DAY, "_first")} \s? ,? \s? {_renamed(_AGENCY, "_after")}
      | {_renamed(_AGENCY, "_only")}
      | {_renamed(_DAY, "_alone")} (?= \s [—–-] \s )
    )
    {_END}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AGENCY_GROUPS = tuple(
    f"{name}{suffix}" for suffix in ("", "_after", "_only") for name in ("agency", "slashed", "boxed", "bare")
)


@cache
def _table(name: str) -> frozenset[str]:
    lines = files("dragoman.pages").joinpath("dateline_words.txt").read_text("utf-8").splitlines()
    wanted = False
    kept: set[str] = set()
    for line in lines:
        if line.startswith("["):
            wanted = line == f"[{name}]"
        elif wanted and line and not line.startswith("#"):
            kept.update(word.strip() for word in line.split(","))
    return frozenset(kept)


def read_dateline(text: str, *, offset: int = 0, published: dt.date | None = None) -> Dateline | None:
    """The dateline that opens ``text``, or ``None``.

    Args:
        text: a paragraph, or the text from its start.
        offset: added to the span, where the paragraph starts inside an article's text.
        published: the publication day, which gives a dateline without a year its year.

    A colon or a dash alone does not make a dateline ("Ruritania: ...", "Breaking - ..."): the place must then be a
    known dateline city, or stand in capitals before a long dash.
    """
    wrapped = _WRAPPED.match(text[:_LONGEST])
    if wrapped is not None and (inner := _read_inside(wrapped["inside"], published)) is not None:
        return replace(inner, span=Span(offset + len(text) - len(text.lstrip()), offset + wrapped.end()))
    match = _DATELINE.match(text[:_LONGEST])
    if match is None:
        return None
    place = _place_of(match)
    agency = next((match.group(g) for g in _AGENCY_GROUPS if match.group(g)), None)
    printed = match.group("date") or match.group("date_first") or match.group("date_alone")
    printed = printed and re.sub(r"[()]", "", printed)
    if agency is not None and find_days(agency):
        printed = printed or agency
        agency = agency[: find_days(agency)[0].span.start].rstrip(" ,–-")
    if not _is_dateline(match, place, agency, printed):
        return None
    if place is None and printed is not None and (agency or "").casefold() in _table("places"):
        place, agency = agency, None  # "14 March 2024, Tallinn -"
    start, end = len(text) - len(text.lstrip()), match.end()
    days = find_days(printed or "", with_year=False)
    behind = find_days(text[end : end + _DAY_BEHIND]) if not days else []
    if behind and not text[end : end + behind[0].span.start].strip(" -–—("):
        days, end = behind, end + behind[0].span.end  # "Islamabad: 18 September 2024 The minister"
    day = None
    if days:
        day = (
            days[0].date
            if days[0].year is not None
            else None
            if published is None
            else days[0].nearest(published)
        )
    return Dateline(Span(offset + start, offset + end), place, day, agency.strip() if agency else None)


def _read_inside(words: str, published: dt.date | None) -> Dateline | None:
    """The dateline that fills a bracket, day and place both."""
    found = read_dateline(f"{words}:", published=published)
    whole = found is not None and found.place is not None and found.span.end == len(words) + 1
    return found if whole and find_days(words, with_year=False) else None


def read_place_line(line: str, *, offset: int = 0) -> Dateline | None:
    """The dateline of a release whose place stands on a line of its own.

    >>> read_place_line("New Delhi, India").place
    'New Delhi, India'
    >>> read_place_line("Thomas Jefferson Room") is None
    True
    """
    found = read_dateline(f"{line}:") if len(line) < _LONGEST // 2 and not line.endswith(":") else None
    if found is None or found.span.end < len(line.rstrip()):
        return None
    return replace(found, span=Span(offset + found.span.start, offset + len(line.rstrip())))


def _place_of(match: re.Match[str]) -> str | None:
    place = match.group("place")
    if place is None:
        return None
    region = (match.group("region") or "").strip()
    whole = (
        f"{place}{', ' if region[:1] not in ',/[(' else ''}{match.group('region') or ''}".strip()
        if region
        else place
    )
    return re.sub(r"(?<=\w\w\w\w)\.$", "", whole.strip(" ,"))


def _is_dateline(match: re.Match[str], place: str | None, agency: str | None, printed: str | None) -> bool:
    if place is None:
        return _is_agency(agency) if agency is not None else find_days(printed or "") != []
    first = match.group("place")
    words = first.split()
    end, known = match.group("end").strip(), first.casefold().strip(".") in _table("places")
    dated = known and any(day.year is not None for day in find_days(printed or "", with_year=False))
    if not dated and not all(word[:1].isupper() or word.lower() in _table("small") for word in words):
        return False
    if {word.casefold().strip(".") for word in words} & _table("never"):
        return False
    sourced_and_dated = agency is not None and printed is not None  # "Accra, Sep 17 (IANS) The bloc said"
    if end == "" and not (
        known and (sourced_and_dated or (first.isupper() and (agency is not None or dated)))
    ):
        return False
    region = (match.group("region") or "").strip(" ,/[(])").casefold().strip(".")
    if agency is not None:
        placed = known or region in _table("places")
        sourced = _is_agency(agency) or (placed and (printed is not None or len(agency) <= _INITIALS))
        if match.group("bare"):
            sourced = agency.casefold() in _table("agencies")
        return sourced and (end != "." or printed is not None or known)
    if printed is not None:
        return end != "." or known
    if end == ".":
        return known and region in _table("places")  # "Kinshasa/Doha. Qatar said"
    if known or region in _table("places") or region in _table("regions"):
        return True
    return first.isupper() and len(first) > 3 and len(words) <= 3 and end[-1] in "—–"


_INITIALS = 4
"""Characters of an agency written in small letters: "(dts)"."""


def _is_agency(agency: str) -> bool:
    words = agency.split()
    return agency.casefold() in _table("agencies") or (
        len(words) <= 4 and all(w[:1].isupper() or w in "/&-" for w in words)
    )
