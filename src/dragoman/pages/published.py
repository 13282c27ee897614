"""The publication day of a page, from all the dates it shows.

>>> stamps = [Stamp("2021-07-02T00:20:48+00:00", "feed"), Stamp("July 1, 2021", "visible")]
>>> choose_published(stamps)
Published(day=datetime.date(2021, 7, 1), origin='visible', confidence=0.9)
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.pages.article import Published
from dragoman.pages.printed_days import FIRST_YEAR, LAST_YEAR, find_days

CONFIDENCE = {
    "given": 1.0,
    "json-ld": 0.95,
    "feed": 0.95,
    "meta": 0.9,
    "dateline": 0.85,
    "time element": 0.8,
    "visible": 0.75,
    "url": 0.7,
    "header": 0.65,
    "headline": 0.6,
    "text": 0.5,
    "modified": 0.4,
    "furniture": 0.3,
}
"""How far each origin is believed, in the order they are asked; agreement of two raises it, conflict lowers it."""

_AGREED, _CONTRADICTED = 0.98, 0.6
_MAX_DAYS_APART = 3
"""A stamp further than this from the printed dateline is of another event: a migration, a re-publication."""

_ISO_STAMP = re.compile(
    r"""
    \s* (?P<y> (?:19|20)\d\d ) -? (?P<m> \d\d ) -? (?P<d> \d\d )
    (?: [T\s] \s? (?P<h> \d\d ) :? (?P<min> \d\d ) (?: :? \d\d (?: [.,] \d+ )? )? \s? (?P<zone> Z | UTC
      | GMT | [+-]\d\d:?\d\d | [+-]\d\d )? )? \b .*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_CLOCK = re.compile(r"\b([01]\d|2[0-3]):([0-5]\d):[0-5]\d\b")
_EPOCH = re.compile(r"\s*(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?\s*")

_URL_DAY = re.compile(
    r"""
    (?<! \d ) (?P<y> (?:19|20)\d\d ) (?P<sep> [/_-]? ) (?P<m> \d{2}
      | [a-z]{3} (?=/) ) (?P=sep) (?P<d> \d{2} ) (?! \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as a page writes it, and where: ``origin`` is a key of ``CONFIDENCE``."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class _Read:
    day: dt.date
    origin: str
    is_utc: bool
    time: dt.time | None = None


def choose_published(
    stamps: Iterable[Stamp],
    *,
    given: dt.date | None = None,
    dateline: dt.date | None = None,
    host: str | None = None,
) -> Published | None:
    """The best-supported publication day, or ``None`` where the page has none.

    A day given by the caller wins. A stamp in universal time gives way to a printed day one day off, because the
    page counts in its own local days; without a printed day it is turned into the day where ``host`` is, if known.
    A stamp days away from the printed dateline gives way to the dateline.
    """
    if given is not None:
        return Published(given, "given", CONFIDENCE["given"])
    read = [found for found in (_read(stamp) for stamp in stamps) if found is not None]
    if dateline is not None:
        read.append(_Read(dateline, "dateline", is_utc=False))
    ranked = sorted(read, key=lambda found: -CONFIDENCE[found.origin])
    if not ranked:
        return None
    best = ranked[0]
    if dateline is not None and abs((best.day - dateline).days) > _MAX_DAYS_APART:
        return Published(dateline, "dateline", _CONTRADICTED)
    local = next((found for found in ranked if best.is_utc and _is_next_door(found, best)), None)
    if local is not None:
        return Published(local.day, local.origin, CONFIDENCE["meta"])
    if best.is_utc and best.time is not None:
        best = replace(best, day=_local_day(best.day, best.time, host))
    agreed = any(found.day == best.day and found.origin != best.origin for found in ranked[1:])
    return Published(best.day, best.origin, _AGREED if agreed else CONFIDENCE[best.origin])


def stamp_of_url(url: str) -> Stamp | None:
    """The day an address contains, as in ``/2024/04/02/`` or ``-2024-04-02.html``.

    >>> stamp_of_url("https://news.example/2024/apr/02/talks")
    Stamp(text='2 apr 2024', origin='url')
    """
    for match in _URL_DAY.finditer(url):
        year, month, day = match.group("y"), match.group("m"), int(match.group("d"))
        text = f"{day} {month.lower()} {year}" if month.isalpha() else f"{year}-{month}-{day:02d}"
        if match.group("sep") != "" and find_days(text):
            return Stamp(text, "url")
    return None


# "Remarks after talks, Oslo, 2 April 2024 (excerpts)", but not "the elections of 2 April 2024".
_BEFORE_DAY_IN_HEADLINE = re.compile(
    r"(?:[,(|:–—-]\s?(?:[A-Z][\w.]+day,?\s)?|(?i:briefing|conference|remarks|readout|transcript|statement)\s(?:of|on)\s)$"
)
# In running text a page's own day stands with its weekday or with "today".
_BEFORE_DAY_IN_TEXT = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday),?\s(?:the\s)?$")
# The last day a text tells, in its first paragraphs and as that of what happened, is the day of its news.
_BEFORE_NEWS = re.compile(
    r"(?:^|[\s(])(?:[Oo]n|[Oo]n the \w+ of|in \w+ on|[Tt]his|\w+day)(?: the)?,?\s$|[(,]\s?$"
)
_LONG_AGO = re.compile(r"(?i)\b(?:anniversary|years\sago|decades|centur|historic|born|history)")
_YEAR = re.compile(
    r"(?P<aim>\b(?:[Aa]genda|[Vv]ision|by|until|to|through|till|and|[–-])\s?)?(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_TO_COME = re.compile(r"\b(?:will|would|shall|to be|is to|are to|due|scheduled|planned|plans|until|ahead)\b")
_PUBLISHING = re.compile(r"(?i)\b(?:published|posted|issued|released|appeared|printed|dated)\b[^.]{0,60}$")
_COPYRIGHT = re.compile(r"(?i)(?:©|\(c\)|\bcopyright)\s?(?:[^\d\n]{0,40}\s)?((?:19|20)\d\d)\b")
_BANNER = re.compile(
    r"(?i)\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*(?:\d{1,2}(?:st|nd|rd|th)?\W+[a-z]{3,9}|[a-z]{3,9}\W+\d{1,2})"
    r"\W+\d{4}\W*(?:\d{1,2}:\d\d.{0,12})?"
)
_DAY_HEADING = re.compile(
    r"(?i)\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\W+[a-z]{3,9}|[a-z]{3,9}\W+\d{1,2})\W*"
)
_SEPARATORS = frozenset(",|(–—-:/•·")
_LONGEST_LINE, _LONGEST_NOTICE, _LONGEST_TEXT = 110, 300, 20_000
"""Characters of a line of header, of a notice at the end, and of a text searched for its days."""
_CLAUSE = 50
"""Characters before a day in which "will" or "due" makes it a day to come."""
_MONTH = 45
"""Days between a notice and the nearest day told in a text that was new beside it."""
_LEAD = 700
"""Characters of the body in which a page's own day may stand: two paragraphs."""


def stamp_of_headline(headline: str) -> Stamp | None:
    """The day behind a headline's words, in brackets or behind a comma.

    >>> stamp_of_headline("Minister's answers to questions, Oslo, 2 April 2024 (excerpts)").text
    '2 April 2024'
    >>> stamp_of_headline("Statement on the elections of 2 April 2024") is None
    True
    """
    days = find_days(headline)
    if not days or not _BEFORE_DAY_IN_HEADLINE.search(headline[: days[-1].span.start]):
        return None
    return Stamp(days[-1].span.of(headline), "headline")


def is_banner(text: str) -> bool:
    """Whether a line is nothing but a day and its weekday, as sites head all their pages with today's.

    >>> is_banner("Tuesday, 2 April 2024"), is_banner("The Baltic Gazette, Tuesday, 2 April 2024")
    (True, False)
    """
    return _BANNER.fullmatch(text) is not None


def stamp_in_furniture(lines: Iterable[str]) -> Stamp | None:
    """The only full day in the lines that are no running text: a masthead, a notice, the programme of a talk.

    >>> stamp_in_furniture(["TARN DAILY NEWS  Vol. 12  Thursday August 15, 2024", "World"]).text
    'August 15, 2024'
    """
    days = [
        (day, line)
        for line in lines
        if len(line) <= _LONGEST_LINE and not _TO_COME.search(line) and not is_banner(line)
        for day in find_days(line)
        if not _OF_SOMETHING.search(line[: day.span.start])
    ]
    if len({day.date for day, _ in days}) != 1:
        return None
    day, line = days[0]
    return Stamp(day.span.of(line), "furniture")


# "the elections of 14 March", "in force from 14 March".
_OF_SOMETHING = re.compile(
    r"(?i)\b(?:of|until|till|by|for|from|since|to|at|before|after|between|and)\s(?:\w+day,?\s)?(?:the\s)?$"
)


def stamp_of_title(title: str) -> Stamp | None:
    """The day between the parts of a window's title.

    >>> stamp_of_title("Talks in Zenda - 15 August 2024 - Tarn Gazette").text
    '15 August 2024'
    """
    parts = [part.strip() for part in _TITLE_PARTS.split(title)]
    found = [
        part
        for part in parts
        for day in find_days(part)[:1]
        if len(part) - (day.span.end - day.span.start) < 12
    ]
    return Stamp(found[0], "header") if len(found) == 1 else None


_TITLE_PARTS = re.compile(r"\s[-–—|·»:]\s")


def fits_text(stamp: Stamp, text: str) -> bool:
    """Whether a day among a page's furniture can be that of its text: days and years told there are not all far from it.

    >>> notice = Stamp("Thursday, 26 December 2024", "furniture")
    >>> fits_text(notice, "The two met on 23 December."), fits_text(notice, "The two met on 11 February.")
    (True, False)
    """
    if stamp.origin != "furniture":
        return True
    printed = _read(stamp)
    if printed is None:
        return False
    told = [day.nearest(printed.day) for day in find_days(text[:_LONGEST_TEXT], with_year=False)]
    apart = [abs((day - printed.day).days) for day in told if day is not None]
    years = [int(year["year"]) for year in _YEAR.finditer(text[:_LONGEST_TEXT]) if not year["aim"]]
    if apart and min(apart) > _MONTH:
        return False
    return bool(apart) or not years or max(years) >= printed.day.year - 1


def is_day_heading(text: str) -> bool:
    """Whether a line is nothing but a weekday and its day, without a year: the heading of a part of a programme.

    >>> is_day_heading("MONDAY, MAY 16"), is_day_heading("Tuesday, 2 April 2024")
    (True, False)
    """
    return _DAY_HEADING.fullmatch(text) is not None


def stamp_of_notice(line: str) -> Stamp | None:
    """The day that a notice at a page's end says it was published on, or that its address has.

    >>> stamp_of_notice("This statement was issued in Oslo on 2 April 2024.").text
    '2 April 2024'
    """
    if "://" in line[:_LONGEST_NOTICE] and (address := stamp_of_url(line[:_LONGEST_NOTICE])) is not None:
        return replace(address, origin="header")
    days = find_days(line) if len(line) <= _LONGEST_NOTICE else []
    told = len(days) == 1 and _PUBLISHING.search(line[: days[0].span.start]) is not None
    return Stamp(days[0].span.of(line), "header") if told else None


def stamp_at_edge(line: str) -> Stamp | None:
    """The day that a short line of other words begins or ends with, set off from them.

    >>> stamp_at_edge("Ministry of Foreign Affairs | Press service | 2 April 2024").text
    '2 April 2024'
    >>> stamp_at_edge("Preparations for 2 April 2024") is None
    True
    """
    days = find_days(line) if len(line) <= _LONGEST_LINE else []
    for day in (days[-1:] + days[:1]) if days else ():
        before, after = line[: day.span.start].rstrip(), line[day.span.end :].strip(" ).]|")
        opens = not before and after[:1] in {"|", "-", "–", "—", ":", "/", ","}
        if (opens and len(days) == 1) or (before[-1:] in _SEPARATORS and not after[3:]):
            return Stamp(day.span.of(line), "header")
    return None


def stamp_of_text(body: str) -> Stamp | None:
    """The day that the first paragraphs tell with its weekday as that of the news.

    >>> stamp_of_text("The plane landed on Tuesday, 2 April 2024, at noon.").text
    '2 April 2024'
    >>> stamp_of_text("He will arrive on Tuesday, 2 April 2024.") is None
    True
    >>> stamp_of_text("On 2 April 2024, the minister met the ambassador.").text
    '2 April 2024'
    """
    lead, body = body[:_LEAD], body[:_LONGEST_TEXT]
    for day in find_days(lead):
        before = _before(lead, day.span.start)
        if _BEFORE_DAY_IN_TEXT.search(before) and not _TO_COME.search(before):
            return Stamp(day.span.of(lead), "text")
    told = [day for day in find_days(body) if not _TO_COME.search(_before(body, day.span.start))]
    last = max((day.date for day in told), default=None)
    years = [int(year["year"]) for year in _YEAR.finditer(body) if not year["aim"]]
    for day in told:
        is_news = day.span.start < _LEAD and _BEFORE_NEWS.search(_before(body, day.span.start))
        if (
            day.date == last
            and day.year == max(years, default=day.year)
            and is_news
            and not _LONG_AGO.search(lead)
        ):
            return Stamp(day.span.of(body), "text")
    return None


def _before(text: str, position: int) -> str:
    return text[max(0, position - _CLAUSE) : position]


def year_printed(month_and_day: str, elsewhere: Iterable[str]) -> dt.date | None:
    """The full date of a dateline without a year: one of the same month and day elsewhere, or the copyright's year.

    >>> year_printed("Oslo, April 2", ["Photo: the two on Tuesday, 2 April 2024."])
    datetime.date(2024, 4, 2)
    """
    bare = find_days(month_and_day.rstrip(" :.—–-"), with_year=False)
    if not bare or bare[0].year is not None:
        return None
    texts = [text[:_LONGEST_TEXT] for text in elsewhere]
    same = {
        day.date
        for text in texts
        for day in find_days(text)
        if (day.month, day.day) == (bare[0].month, bare[0].day)
    }
    years = {int(year) for text in texts for year in _COPYRIGHT.findall(text)}
    if not same and len(years) == 1:
        return bare[0].nearest(dt.date(years.pop(), bare[0].month, 1))
    return same.pop() if len(same) == 1 else None


def _local_day(day: dt.date, time: dt.time, host: str | None) -> dt.date:
    zone = _zone_of(host)
    if zone is None:
        return day
    return dt.datetime.combine(day, time, tzinfo=dt.UTC).astimezone(zone).date()


def _zone_of(host: str | None) -> ZoneInfo | None:
    """The zone of the longest known end of a host name: ``state.gov`` counts its days in Washington."""
    parts = (host or "").lower().split(".")
    for start in range(len(parts)):
        name = _zones().get(".".join(parts[start:]))
        if name is not None:
            try:
                return ZoneInfo(name)
            except ZoneInfoNotFoundError:
                # Some systems ship no time zone data; the universal day is then the best there is.
                return None
    return None


@cache
def _zones() -> dict[str, str]:
    table = tomllib.loads(files("dragoman.pages").joinpath("publishing_zones.toml").read_text("utf-8"))
    return {end: zone for zone, ends in table["zones"].items() for end in ends}


def _is_next_door(found: _Read, best: _Read) -> bool:
    return not found.is_utc and found.origin != "modified" and abs((found.day - best.day).days) == 1


def _read(stamp: Stamp) -> _Read | None:
    text = stamp.text.strip()[:200]
    epoch = _EPOCH.fullmatch(text)
    if epoch is not None:
        moment = dt.datetime.fromtimestamp(int(epoch.group("seconds")), tz=dt.UTC)
        is_year = FIRST_YEAR <= moment.year <= LAST_YEAR
        return _Read(moment.date(), stamp.origin, is_utc=True, time=moment.time()) if is_year else None
    iso = _ISO_STAMP.fullmatch(text)
    if iso is not None:
        try:
            day = dt.date(int(iso.group("y")), int(iso.group("m")), int(iso.group("d")))
        except ValueError:
            return None
        zone = (iso.group("zone") or "").upper()
        hour, minute = int(iso.group("h") or 0), int(iso.group("min") or 0)
        time = dt.time(hour, minute) if iso.group("h") and hour < 24 and minute < 60 else None
        is_utc = zone in {"Z", "UTC", "GMT"} or (zone != "" and zone.strip("+-0:") == "")
        return _Read(day, stamp.origin, is_utc, time)
    days = find_days(text)
    if not days:
        return None
    clock = _CLOCK.search(text)
    time = None if clock is None else dt.time(int(clock.group(1)), int(clock.group(2)))
    return _Read(days[0].date, stamp.origin, text.endswith(("GMT", "UTC", "+0000", " Z")), time)
