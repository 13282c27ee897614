"""``places.tsv`` and its index from the cities and divisions of GeoNames and the curated divisions and venues."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.knowledge.names import fold
from dragoman.knowledge.places import name_hash
from knowledge.curated_files import parts, read_lines
from knowledge.divisions import division_lines

_LATIN = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"^[A-Z]{3}$|\d")

#: People of a curated city, so that it is not outdone by a hamlet's alternate name.
_CURATED_CITY = "100000"

#: At most this many alternate names per place, shortest first.
_MOST_NAMES = 16


def place_lines(
    cities: Iterable[dict[str, Any]],
    iso3: dict[str, str],
    capitals: dict[str, str],
    names: dict[str, str],
    forms: Iterable[str] = (),
    minimum: int = 5000,
) -> list[str]:
    """The lines of ``places.tsv``, by id: cities of at least ``minimum`` people and capitals, divisions, venues.

    ``forms`` are names of countries and regions, which no division is called by.
    """
    cities = list(cities)
    lines = [_city_line(city, iso3) for city in cities if _is_kept(city, iso3, capitals, minimum)]
    curated = [*_curated_lines(), *country_lines(names)]
    taken: defaultdict[str, set[str]] = defaultdict(set)
    for line in curated:
        cells = line.split("\t")
        taken[cells[3]] |= {fold(cells[1]), *cells[8].split("|")} - {""}
    others = {fold(form).removeprefix("the ") for form in forms}.union(*taken.values())
    return sorted([*lines, *curated, *division_lines(cities, iso3, taken, others)])


def _is_kept(city: dict[str, Any], iso3: dict[str, str], capitals: dict[str, str], minimum: int) -> bool:
    country = iso3.get(city["countrycode"])
    if country is None:
        return False
    return city["population"] >= minimum or fold(city["name"]) == fold(capitals.get(country, ""))


def _city_line(city: dict[str, Any], iso3: dict[str, str]) -> str:
    names = sorted(_names(city["name"], city["alternatenames"]))
    return "\t".join(
        (
            f"place:{city['geonameid']}",
            city["name"],
            "city",
            iso3[city["countrycode"]],
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            str(city["population"]),
            "",
            "|".join(names),
        )
    )


def _names(name: str, alternates: list[str]) -> set[str]:
    kept = {
        fold(other)
        for other in alternates
        if other and _is_latin(other) and not _CODE.search(other) and other[0].isupper()
    }
    kept.discard(fold(name))
    return set(sorted(kept, key=lambda form: (len(form), form))[:_MOST_NAMES])


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if _LATIN.match(letter)]
    return (
        bool(letters)
        and all("LATIN" in unicodedata.name(letter, "") for letter in letters)
        and 3 <= len(text) <= 40
    )


def _curated_lines() -> Iterator[str]:
    for key, name, kind, country, lat, lon, city, aliases in read_lines("places.txt", 8):
        names = sorted({fold(alias) for alias in parts(aliases)} - {fold(name)})
        full_kind = {"v": "venue", "d": "division", "r": "region", "c": "city"}[kind]
        population = _CURATED_CITY if kind == "c" else "0"
        yield "\t".join(
            (f"{full_kind}:{key}", name, full_kind, country, lat, lon, population, city, "|".join(names))
        )


def index_bytes(lines: list[str]) -> bytes:
    """The name index: all hashes (64 bit, sorted), then the line offsets (32 bit) in the same order."""
    entries: set[tuple[int, int]] = set()
    offset = 0
    for line in lines:
        cells = line.split("\t")
        keys = {cells[0], fold(cells[1]), *(name for name in cells[8].split("|") if name)}
        entries.update((name_hash(key), offset) for key in keys)
        offset += len(line.encode()) + 1
    ordered = sorted(entries)
    hashes = struct.pack(f"<{len(ordered)}Q", *(key for key, _ in ordered))
    return hashes + struct.pack(f"<{len(ordered)}I", *(offset for _, offset in ordered))


def country_lines(names: dict[str, str]) -> list[str]:
    """One line per country: the point usually given for the whole of it."""
    lines = []
    for entry in read_lines("country_points.txt", 1):
        for part in parts(entry[0]):
            iso3, lat, lon = part.split()
            lines.append("\t".join((f"ctry:{iso3}", names[iso3], "country", iso3, lat, lon, "0", "", "")))
    return lines
