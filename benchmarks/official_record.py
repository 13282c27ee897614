"""How many trips of the official record an archive of press releases tells, with their country and days.

    python benchmarks/official_record.py
    python benchmarks/official_record.py --misses

The record is the US Office of the Historian's: every stop abroad of the President and the Secretary of State, and the
visits of foreign leaders to the United States; stops in one country on days that touch are one trip. The releases are
those of the State Department and the White House published from a week before a trip to three days after it that name
the traveller, by surname with a title or another name of theirs where it is a foreign leader, and the country or city
(the leader's own country, for visits to the United States). A trip without any is left out. All of these releases are
read into one archive in the precise profile, as `dragoman ingest` does, and the stays in it are asked for, as
`dragoman stays` does. A trip overlaps if the traveller has a stay in the country on a day of it; it is exact if a stay
has its very first and last day.

`dev` are the trips that were studied, `held` those that nothing was tuned on: half of each by a digest of the trip. The
last line is one JSON object: data, command, commit, figures.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import lzma
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from dragoman.dates import DateSpan
from dragoman.knowledge.names import fold
from dragoman.pages.article import Article
from dragoman.pipeline import PROFILES, keep_sure, read, shipped_knowledge
from dragoman.record.stays import Stay
from dragoman.store.archive import Archive
from reporting import ROOT, print_summary
from throughput import article_of, rows

RECORD = ROOT.parent / "shared" / "data" / "official-record"
HOUSES = ("us-state", "white-house")
BEFORE, AFTER = dt.timedelta(days=7), dt.timedelta(days=3)
HOME = "USA"
TITLES = frozenset(
    {"president", "prime", "minister", "chancellor", "king", "sultan", "taoiseach", "3rd", "ii"}
)


@dataclass(frozen=True)
class Trip:
    """One traveller in one country: the traveller's title and names, and what a release may call the country by."""

    words: tuple[str, ...]
    country: str
    places: tuple[str, ...]
    days: DateSpan

    @property
    def surname(self) -> str:
        """The last of the names."""
        return self.words[-1]

    @property
    def half(self) -> str:
        """``dev`` or ``held``."""
        digest = hashlib.sha256(f"{self.surname} {self.country} {self.days.start}".encode()).digest()
        return "held" if digest[-1] % 2 else "dev"

    @cached_property
    def _named(self) -> re.Pattern[str]:
        """ "President Lasso", "Taoiseach Micheál Martin": two of the words; of the own principals the surname."""
        if self.country != HOME:
            return re.compile(rf"\b{re.escape(self.surname)}\b")
        pairs = (
            rf"\b{re.escape(one)} (?:[\w.-]+ )?{re.escape(other)}\b"
            for index, one in enumerate(self.words)
            for other in self.words[index + 1 :]
            if other not in TITLES
        )
        return re.compile("|".join(pairs))

    @cached_property
    def _placed(self) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b{re.escape(place)}\b" for place in self.places))

    def is_told_in(self, text: str) -> bool:
        """Whether a folded text names the traveller and the country."""
        return self._named.search(text) is not None and self._placed.search(text) is not None


def trips() -> list[Trip]:
    """The trips of the record in the months that releases are at hand for."""
    months = {day.strftime("%Y-%m") for _, day, _ in releases()}
    every = [*_rows("travels.jsonl.xz"), *_rows("visits.jsonl.xz")]
    told = [trip for row in every if row["start-date"][:7] in months and (trip := _trip(row)) is not None]
    return list(_merged(sorted(told, key=lambda trip: (trip.surname, trip.country, trip.days.start))))


def _rows(name: str) -> list[dict[str, Any]]:
    with lzma.open(RECORD / name, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def _trip(row: dict[str, Any]) -> Trip | None:
    days = DateSpan(dt.date.fromisoformat(row["start-date"]), dt.date.fromisoformat(row["end-date"]))
    if "visitor" in row:
        return Trip(
            tuple(fold(row["visitor"]).replace(",", "").split()), HOME, _called(row["from"][0]["name"]), days
        )
    names = row["country"][0]["name"]
    country = _country(names)
    if country is None:
        return None
    cities = tuple(fold(city) for city in re.split(r",\s*", row["locale"] or "") if city)
    return Trip((row["who"].split("-")[0],), country, (*_called(names), *cities), days)


def _country(names: str) -> str | None:
    """The code of a country as the record calls it: "Korea, South"."""
    kb = shipped_knowledge()
    found = kb.find_country(names) or kb.find_country(" ".join(reversed(names.split(", "))))
    return found.iso3 if found is not None else None


def _called(names: str) -> tuple[str, ...]:
    """What a country is called: by the record, and by the tables."""
    code = _country(names)
    country = shipped_knowledge().country(code) if code is not None else None
    return tuple({fold(" ".join(reversed(names.split(", ")))), *([fold(country.name)] if country else [])})


def _merged(found: Iterable[Trip]) -> Iterator[Trip]:
    last: Trip | None = None
    for trip in found:
        same = last is not None and (last.surname, last.country) == (trip.surname, trip.country)
        if last is not None and same and (trip.days.start - last.days.end).days <= 1:
            days = DateSpan(last.days.start, max(last.days.end, trip.days.end))
            last = Trip(last.words, last.country, (*last.places, *trip.places), days)
            continue
        if last is not None:
            yield last
        last = trip
    if last is not None:
        yield last


@cache
def releases() -> tuple[tuple[Article, dt.date, str], ...]:
    """All releases with their day and folded text."""
    found = [
        article_of(row) for house in HOUSES for row in rows(f"{house}-press-2021-2022", "releases.jsonl.xz")
    ]
    return tuple(
        (one, one.published.day, fold(one.text))
        for one in found
        if isinstance(one, Article) and one.published is not None
    )


def about(trip: Trip) -> list[Article]:
    """The releases around a trip that name traveller and country."""
    first, last = trip.days.start - BEFORE, trip.days.end + AFTER
    return [one for one, day, text in releases() if first <= day <= last and trip.is_told_in(text)]


def is_of(stay: Stay, trip: Trip) -> bool:
    """Whether a stay is the traveller's, in the country of the trip: by surname, two names, or the only one of a king."""
    names = set(fold(stay.name).split())
    shared = (names & set(trip.words)) - TITLES
    return stay.country == trip.country and (trip.surname in names or len(shared) >= min(2, len(names)))


def stays_of(archive: Archive, trip: Trip) -> list[Stay]:
    """What the archive says of the traveller's stays in the country, within a week of the trip."""
    first, last = trip.days.start - BEFORE, trip.days.end + BEFORE
    people = [word for word in trip.words if word not in TITLES]
    found = {stay for word in people for stay in archive.stays(word, since=first, until=last)}
    return sorted((stay for stay in found if is_of(stay, trip)), key=lambda stay: stay.days.start)


def main() -> None:
    """Read the releases of every trip into an archive and print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="list the trips of `dev` that are not exact")
    options = parser.parse_args()
    told = {trip: texts for trip in trips() if (texts := about(trip))}
    texts = {one.article_id: one for found in told.values() for one in found}
    with tempfile.TemporaryDirectory() as folder, Archive.open(f"{folder}/releases.db") as archive:
        archive.load(keep_sure(read(one), PROFILES["precise"]) for one in texts.values())
        found = {trip: stays_of(archive, trip) for trip in told}
    if options.misses:
        print_misses(found)
    figures: dict[str, object] = {"releases": len(texts)}
    for name, chosen in (
        ("all", list(found)),
        ("dev", [trip for trip in found if trip.half == "dev"]),
        ("held", [trip for trip in found if trip.half == "held"]),
        ("abroad", [trip for trip in found if trip.country != HOME]),
    ):
        figures[name] = shares({trip: found[trip] for trip in chosen})
        print(name, figures[name])
    print_summary("python benchmarks/official_record.py", "Office of the Historian, 2021 and 2022", figures)


def shares(found: dict[Trip, list[Stay]]) -> dict[str, float]:
    """How many of the trips have a stay that overlaps, and one that is exact."""
    overlap = sum(any(stay.days.overlaps(trip.days) for stay in stays) for trip, stays in found.items())
    exact = sum(any(stay.days == trip.days for stay in stays) for trip, stays in found.items())
    return {
        "trips": len(found),
        "overlap": round(overlap / len(found), 3),
        "exact": round(exact / len(found), 3),
    }


def print_misses(found: dict[Trip, list[Stay]]) -> None:
    """The trips of the studied half that no stay has the days of, with what the archive says instead."""
    for trip, stays in found.items():
        if trip.half == "dev" and not any(stay.days == trip.days for stay in stays):
            said = "; ".join(f"{'/'.join(stay.days.iso())} {stay.basis}" for stay in stays) or "nothing"
            print(f"{' '.join(trip.words)} in {trip.country} {'/'.join(trip.days.iso())}: {said}")


if __name__ == "__main__":
    main()
