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
    "modified": 0.4,
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
