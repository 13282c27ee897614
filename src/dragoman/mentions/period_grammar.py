"""Grammar of longer periods: years, quarters, seasons, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.dates import DateSpan
from dragoman.mentions.calendar_readings import (
    NO_PAGE_DATE,
    Context,
    Reading,
    choose,
    make_month,
    make_range,
    make_year,
    read_fixed,
)
from dragoman.mentions.calendar_words import YEAR
from dragoman.mentions.date_grammar import GAP, rule
from dragoman.mentions.mention import Grain

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_ORDER |= {"1": 1, "2": 2, "3": 3, "4": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_YEAR_SHIFT = {"last": -1, "this": 0, "the": 0, "next": 1}
_MONTHS_PER_QUARTER = 3
_TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
# The noun or the number in front says that the figures are no year.
_NUMBERED = re.compile(
    r"(?i)(?:resolutions?|unscrs?|no\.|nos\.|numbers?|page|pages|flight|room|act|law|article|section|decree|order|"
    r"paragraph|route|highway|model|agenda|vision|horizon|expo|boeing|version|channel|hill|unit|brigade|"
    r"u\.?s\.?c\.?|c\.?f\.?r\.?|stat\.|§§?)"
    r"(?:\s(?:s/res/)?\d{1,4}(?:,|\sand|\sor)?){0,4}[\s#]{1,2}$"
)
_TELEPHONE = re.compile(r"\d{3}[ .-]$")
_COUNTED = re.compile(
    r"\([a-z]\)|(?:\s|-)(?:hours|hrs|GMT|UTC|local\stime|people|troops|soldiers|men|women|children|police|tonnes?|tons?|km|kg|"
    r"kilomet\w+|met(?:re|er)s?|miles|feet|acres|hectares|dollars|euros|pounds|rupees|yuan|yen|rubles|roubles|dead|"
    r"wounded|additional|more|other|of\sthem|agenda|Agenda|Goals|borders?|lines?|guests|civilians|refugees|workers|"
    r"migrants|prisoners|fighters|homes|houses|students|delegates|companies|tanks|missiles|drones|persons|seats|votes|cases|deaths)\b"
)
_PREPOSITION = re.compile(
    r"(?i)(?:\b(?:in|since|of|by|until|till|from|between|early|late|mid|circa|c\.|before|after|around|during|year|"
    r"through)[\s-]|\d{4}\s(?:and|to|or)\s|[(\[])$"
)
_MODERN = range(1900, 2100)


def quarter(year: int, number: int) -> DateSpan | None:
    """The months of a calendar quarter.

    >>> quarter(2024, 2).iso()
    ('2024-04', '2024-06')
    """
    first = (number - 1) * _MONTHS_PER_QUARTER + 1
    return make_range(make_month(year, first), make_month(year, first + 2))


def _year_of(match: re.Match[str], context: Context) -> int | None:
    if match["y"] is not None:
        return int(match["y"])
    word = match["yr"]
    if word is None or context.published is None:
        return None
    return context.published.year + _YEAR_SHIFT[word.lower()]


def _anchor(match: re.Match[str]) -> str:
    return "self" if match["y"] is not None else "published"


def read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Q1 2024 · the first quarter of this year · the fourth quarter."""
    number = _ORDER[match["q"].lower()]
    year = _year_of(match, context)
    if year is not None:
        return replace(read_fixed(quarter(year, number), grain=Grain.QUARTER), anchor=_anchor(match))
    reading = Reading(None, "published", partial=f"--Q{number}", reason=NO_PAGE_DATE, grain=Grain.QUARTER)
    if context.published is None:
        return reading
    page = context.published
    quarters = [quarter(page.year + shift, number) for shift in (-1, 0, 1)]
    return choose(replace(reading, reason=None), [q for q in quarters if q is not None], page)


def read_half(match: re.Match[str], context: Context) -> Reading | None:
    """The first half of 2024."""
    year, number = _year_of(match, context), _ORDER[match["q"].lower()]
    if number > 2:
        return None
    if year is None:
        return Reading(None, "published", reason=NO_PAGE_DATE, grain=Grain.QUARTER)
    first, last = quarter(year, 2 * number - 1), quarter(year, 2 * number)
    return replace(read_fixed(make_range(first, last), grain=Grain.QUARTER), anchor=_anchor(match))


def read_season(match: re.Match[str], context: Context) -> Reading | None:
    """The summer of 2022: no calendar days, so the year is as exact as it gets."""
    code = SEASONS[match["season"].lower()]
    year = _year_of(match, context)
    if year is None:
        word = (match["rel"] or "").lower()
        if context.published is None or word == "last":
            return Reading(None, "published", partial=f"--{code}", reason="a season", grain=Grain.SEASON)
        shift = 1 if word == "next" else 0
        partial = f"{context.published.year + shift}-{code}"
        return Reading(None, "published", partial=partial, reason="a season", grain=Grain.SEASON)
    reading = read_fixed(make_year(year), grain=Grain.SEASON)
    reason = "a season: only its year is certain"
    return replace(reading, partial=f"{year}-{code}", reason=reason, anchor=_anchor(match))


def read_decade(match: re.Match[str], _: Context) -> Reading | None:
    """The 1990s · the sixties · the 1800s, which are a century: never days."""
    figures = match["decade"] or f"19{_TENS[match['word'].lower()]}0"
    if len(figures) == 2:
        figures = f"19{figures}"
    if figures.startswith("1") and figures.endswith("00"):
        return Reading(None, partial=figures[:2], reason="a century", grain=Grain.CENTURY)
    return Reading(None, partial=figures[:3], reason="a decade", grain=Grain.DECADE)


def read_century(match: re.Match[str], _: Context) -> Reading | None:
    """The 19th century: never days."""
    return Reading(None, partial=f"{int(match['c']) - 1:02}", reason="a century", grain=Grain.CENTURY)


def read_years(match: re.Match[str], _: Context) -> Reading | None:
    """2015-2020 · 2019/20."""
    first, last = int(match["y"]), match["y2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < end <= first + 100 or _NUMBERED.search(_before(match)):
        return None
    return read_fixed(make_range(make_year(first), make_year(end)), grain=Grain.YEAR, window=True)


def _before(match: re.Match[str], length: int = 40) -> str:
    return match.string[max(0, match.start() - length) : match.start()]


def read_year(match: re.Match[str], _: Context) -> Reading | None:
    """In 2019 · early 2024 · the 2015 accord; not "2000 soldiers", "Resolution 2231", "the 1967 borders"."""
    year, before = int(match["y"]), _before(match)
    if _COUNTED.match(match.string, match.end()) or _NUMBERED.search(before) or _TELEPHONE.search(before):
        return None
    stated = match["part"] is not None or _PREPOSITION.search(before) is not None
    if year not in _MODERN and not stated:
        return None
    return read_fixed(make_year(year), grain=Grain.YEAR)


_OF_YEAR = rf"""(?:(?:{GAP}(?:of|in))?{GAP}(?:(?P<y>{YEAR})\b|(?P<yr>(?i:last|this|next|the)){GAP}year\b))"""
PERIOD_RULES = (
    rule(
        "period.quarter",
        rf"""(?i:\b(?:the{GAP})?(?P<q>first|second|third|fourth|final){GAP}quarter\b){_OF_YEAR}?""",
        read_quarter,
    ),
    rule("period.quarter", rf"\bQ(?P<q>[1-4])(?:{_OF_YEAR}|(?=\s|[.,;]))", read_quarter),
    rule(
        "period.quarter",
        rf"(?i:\b(?:the{GAP})?(?P<q>last){GAP}quarter\b){_OF_YEAR}",
        read_quarter,
    ),
    rule("period.half", rf"(?i:\b(?:the{GAP})?(?P<q>first|second){GAP}half\b){_OF_YEAR}", read_half),
    rule(
        "period.season",
        rf"""(?i:\b(?:the{GAP})?(?:(?P<rel>last|this|next){GAP}|early{GAP}|late{GAP})?
             (?P<season>spring|summer|autumn|fall|winter))\b{_OF_YEAR}""",
        read_season,
    ),
    rule(
        "period.season",
        rf"(?i:\b(?P<rel>last|this|next){GAP}(?P<season>spring|summer|autumn|fall|winter)\b)(?P<y>(?!))?(?P<yr>(?!))?",
        read_season,
    ),
    rule(
        "period.decade",
        rf"""(?i:\b(?:the{GAP})?(?:(?:early|late|mid|later)[\s-]{{1,3}})?
             (?:(?P<decade>1\d\d0|20\d0|(?<=the\s)['’]?[2-9]0)['’]?s\b
               |(?<=the\s)(?P<word>{"|".join(_TENS)})\b))""",
        read_decade,
    ),
    rule(
        "period.century",
        r"(?i:\b(?:the\s)?(?P<c>\d\d?)(?:st|nd|rd|th)[\s-]century\b)(?!\s(?:BC))",
        read_century,
    ),
    rule(
        "period.years",
        rf"(?<![\w.,:/$€£#-])(?P<y>{YEAR})\s?[-–/]\s?(?P<y2>(?:1\d|20)\d\d|\d\d)(?![\w/-]|[.,]\d)",
        read_years,
    ),
    rule(
        "period.year",
        rf"""(?<![\w.,:/$€£¥₹#+])(?<!\d[-–])(?:\b(?P<part>(?i:early|late|mid|(?:the\s)?(?:end|beginning|start)\sof
               |(?:fiscal\s)?year))[\s-]{{1,3}})?
             (?P<y>{YEAR})(?![\w/]|[-–]\w|['’]s?\s?(?:old)|\s?B\.?C)""",
        read_year,
    ),
)
