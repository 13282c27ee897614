"""How many trips of the official record are read from press releases, with their country and days.

    python benchmarks/official_record.py
    python benchmarks/official_record.py --misses

The record is the US Office of the Historian's: every stop abroad of the President and the Secretary of State, and the
visits of foreign leaders to the United States. The releases are those of the State Department and the White House
published from a week before a trip to three days after it that name the traveller and the country; a trip without any
is left out. A trip overlaps if some release tells a visit of the traveller to the country, or an encounter of the
traveller there, on a day of it; it is exact if a visit has its very first and last day. Stops in one country on days
that touch are one trip. The last line is one JSON object: data, command, commit, figures.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import ENCOUNTERS, Engagement, Kind, Status
from dragoman.knowledge.names import fold
from dragoman.pages.article import Article
from dragoman.pipeline import PROFILES, keep_sure, read, shipped_knowledge
from reporting import ROOT, print_summary
from throughput import article_of, rows

RECORD = ROOT.parent / "shared" / "data" / "official-record"
HOUSES = ("us-state", "white-house")
BEFORE, AFTER = dt.timedelta(days=7), dt.timedelta(days=3)
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.PROPOSED})


@dataclass(frozen=True, slots=True)
class Trip:
    """One traveller in one country; ``traveller`` is a word of the name, ``country_name`` empty at home."""

    traveller: str
    country: str
    country_name: str
    days: DateSpan


@dataclass(frozen=True, slots=True)
class Found:
    """What the releases of a trip tell."""

    trip: Trip
    releases: int
    overlaps: bool
    exact: bool


def trips() -> Iterator[Trip]:
    """The trips of the record in the months that releases are at hand for."""
    months = {article.published.day.strftime("%Y-%m") for article in releases() if article.published}
    told: list[Trip] = []
    for row in [*_rows("travels.jsonl.xz"), *_rows("visits.jsonl.xz")]:
        if row["start-date"][:7] not in months:
            continue
        trip = _trip(row)
        if trip is not None:
            told.append(trip)
    return _merged(sorted(told, key=lambda trip: (trip.traveller, trip.country, trip.days.start)))


def _rows(name: str) -> list[dict[str, Any]]:
    with lzma.open(RECORD / name, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def _trip(row: dict[str, Any]) -> Trip | None:
    days = DateSpan(dt.date.fromisoformat(row["start-date"]), dt.date.fromisoformat(row["end-date"]))
    if "visitor" in row:
        return Trip(fold(row["visitor"]).split()[-1], "USA", "", days)
    names = row["country"][0]["name"]
    country = shipped_knowledge().find_country(names) or shipped_knowledge().find_country(
        " ".join(reversed(names.split(", ")))
    )
    return Trip(row["who"].split("-")[0], country.iso3, country.name, days) if country is not None else None


def _merged(found: list[Trip]) -> Iterator[Trip]:
    last: Trip | None = None
    for trip in found:
        if last is None:
            last = trip
        elif (last.traveller, last.country) == (trip.traveller, trip.country) and (
            trip.days.start - last.days.end
        ).days <= 1:
            days = DateSpan(last.days.start, max(last.days.end, trip.days.end))
            last = Trip(last.traveller, last.country, last.country_name, days)
        else:
            yield last
            last = trip
    if last is not None:
        yield last


@cache
def releases() -> tuple[Article, ...]:
    """All releases, by day."""
    found = [
        article_of(row) for house in HOUSES for row in rows(f"{house}-press-2021-2022", "releases.jsonl.xz")
    ]
    dated = [one for one in found if isinstance(one, Article) and one.published is not None]
    return tuple(sorted(dated, key=lambda one: one.published.day if one.published else dt.date.min))


def about(trip: Trip) -> list[Article]:
    """The releases around a trip that name traveller and country."""
    words = {trip.traveller, *([fold(trip.country_name).split()[0]] if trip.country_name else [])}
    return [
        one
        for one in releases()
        if one.published is not None
        and trip.days.start - BEFORE <= one.published.day <= trip.days.end + AFTER
        and all(word in fold(one.text) for word in words)
    ]


@cache
def engagements(article: Article) -> tuple[Engagement, ...]:
    """What is read from a release, in the precise profile."""
    return keep_sure(read(article), PROFILES["precise"]).engagements


def is_there(eng: Engagement, trip: Trip) -> bool:
    """Whether an engagement puts the traveller into the country."""
    named = any(trip.traveller in fold(part.name.value).split() for part in eng.participants)
    place = eng.place.value.country if eng.place is not None else None
    return named and place == trip.country and eng.kind in ENCOUNTERS and eng.status not in _OFF


def days_of(eng: Engagement, country: str) -> list[DateSpan]:
    """The days of an engagement, and of its stops in the country."""
    told = [eng.date, *(stop.date for stop in eng.stops if stop.place.value.country == country)]
    return [date.value for date in told if date is not None]


def look(trip: Trip) -> Found | None:
    """What the releases tell of a trip; None if there are none."""
    texts = about(trip)
    if not texts:
        return None
    there = [eng for article in texts for eng in engagements(article) if is_there(eng, trip)]
    days = [one for eng in there for one in days_of(eng, trip.country)]
    visits = [one for eng in there if eng.kind is Kind.VISIT for one in days_of(eng, trip.country)]
    return Found(
        trip,
        len(texts),
        any(one.overlaps(trip.days) for one in days),
        any(one == trip.days for one in visits),
    )


def main() -> None:
    """Read the releases of every trip and print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="list the trips that are not read")
    options = parser.parse_args()
    found = [one for trip in trips() if (one := look(trip)) is not None]
    if options.misses:
        for one in found:
            if not one.exact:
                told = "not exact" if one.overlaps else "MISSED"
                print(
                    f"{told}: {one.trip.traveller} in {one.trip.country} {one.trip.days.iso()}, {one.releases} releases"
                )
    for name in ("overlaps", "exact"):
        print(f"{name:10} {sum(getattr(one, name) for one in found) / len(found):.3f} of {len(found)} trips")
    abroad = [one for one in found if one.trip.country != "USA"]
    figures = {
        "trips": len(found),
        "overlap": round(sum(one.overlaps for one in found) / len(found), 3),
        "exact": round(sum(one.exact for one in found) / len(found), 3),
        "abroad": len(abroad),
        "abroad_overlap": round(sum(one.overlaps for one in abroad) / len(abroad), 3),
        "abroad_exact": round(sum(one.exact for one in abroad) / len(abroad), 3),
    }
    print_summary("python benchmarks/official_record.py", "Office of the Historian, 2021 and 2022", figures)


if __name__ == "__main__":
    main()
