"""Cities, divisions and venues behind a place name, ranked by what the article says.

``places.tsv`` holds one place a line; ``places.idx`` holds sorted 64-bit hashes of folded names with the line's
offset, so that a name is found without reading the table.

>>> places = Places.open()
>>> places.resolve("Leuven").country
'BEL'
>>> places.resolve("Normandy format") is None
True
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Collection, Iterable
from hashlib import blake2b

from dragoman.knowledge.entity import Place, PlaceKind
from dragoman.knowledge.names import fold
from dragoman.knowledge.tablefiles import table_path

#: A name is left open unless its best place is this many times as likely as the next.
_CLEAR_LEAD = 3.0

#: What a country named in the article counts for, against a place in a country the article never names.
_IN_CONTEXT = 200.0

#: What a place within reach of a place already resolved counts for.
_NEAR = 20.0

#: What an alternate name counts for against the usual one; many are spellings nobody else uses.
_ALTERNATE = 0.1

#: Capitals this short are an acronym unless the place itself is written so.
_ACRONYM_LENGTH = 4

#: Weight of places that are no city: a venue is only asked for by its own name.
_KIND_WEIGHT = {
    PlaceKind.COUNTRY: 50_000_000,
    PlaceKind.REGION: 5_000_000,
    PlaceKind.VENUE: 5_000_000,
    PlaceKind.DIVISION: 1_000_000,
}


class Places:
    """The gazetteer, mapped into memory on first use."""

    def __init__(self, table: bytes | mmap.mmap, hashes: memoryview, offsets: memoryview) -> None:
        self._table = table
        self._hashes = hashes
        self._offsets = offsets
        self._added: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def open(cls) -> Places:
        """Map the shipped tables.

        Raises:
            TableError: if a table is missing.
        """
        with table_path("places.tsv").open("rb") as source:
            table = mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ)
        index = memoryview(table_path("places.idx").read_bytes())
        count = len(index) // 12
        return cls(table, index[: 8 * count].cast("Q"), index[8 * count :].cast("I"))

    def add(self, name: str, place: Place) -> None:
        """Enter a user's place under one of its names."""
        self._added[fold(name)] = (*self._added.get(fold(name), ()), place)

    def find(self, name: str, country: Place | None = None) -> tuple[Place, ...]:
        """All places of this name, most likely first; ``country`` is the country it is a name of."""
        return tuple(place for place, _ in self._find_weighted(name, country))

    def get(self, place_id: str) -> Place | None:
        """The place with this id."""
        for offset in self._offsets_of(place_id):
            place, _ = self._read(offset)
            if place.place_id == place_id:
                return place
        return next(
            (place for places in self._added.values() for place in places if place.place_id == place_id), None
        )

    def resolve(
        self,
        name: str,
        *,
        countries: Collection[str] = (),
        near: Collection[str] = (),
        country: Place | None = None,
    ) -> Place | None:
        """The one place a name stands for, or ``None`` where none is clearly ahead.

        Args:
            name: the name as the text has it.
            countries: ISO alpha-3 codes of the countries the text speaks of.
            near: ids of places the text already named.
            country: the country the name is a name of, as a place.
        """
        weighted = self._find_weighted(name, country)
        if not weighted:
            return None
        anchors = [place for place in map(self.get, near) if place is not None]
        scored = sorted(
            ((_context_weight(place, weight, countries, anchors), place) for place, weight in weighted),
            key=lambda pair: (-pair[0], pair[1].place_id),
        )
        best, winner = scored[0]
        rivals = [score for score, place in scored[1:] if not _same_spot(place, winner)]
        if rivals and best < _CLEAR_LEAD * rivals[0]:
            return None
        return next((place for _, place in scored if _is_namesake(place, winner, name)), winner)

    def _find_weighted(self, name: str, country: Place | None) -> list[tuple[Place, float]]:
        folded = fold(name.strip())
        acronym = name.isupper() and len(name) <= _ACRONYM_LENGTH
        found: dict[str, tuple[Place, float]] = {}
        if country is not None:
            found[country.place_id] = country, _weight(country)
        for offset in self._offsets_of(folded):
            place, names = self._read(offset)
            if acronym and place.name != name:
                continue
            if folded == fold(place.name):
                found[place.place_id] = place, _weight(place)
            elif folded in names:
                found[place.place_id] = place, _weight(place) * _ALTERNATE
        for place in self._added.get(folded, ()):
            found[place.place_id] = place, _weight(place) * _IN_CONTEXT
        if country is not None and _is_part_of(country, found.values()):
            del found[country.place_id]
        return sorted(found.values(), key=lambda pair: (-pair[1], pair[0].place_id))

    def _offsets_of(self, key: str) -> list[int]:
        wanted = name_hash(key)
        position = bisect_left(self._hashes, wanted)
        offsets = []
        while position < len(self._hashes) and self._hashes[position] == wanted:
            offsets.append(self._offsets[position])
            position += 1
        return offsets

    def _read(self, offset: int) -> tuple[Place, list[str]]:
        line = self._table[offset : self._table.find(b"\n", offset)].decode()
        place_id, name, kind, country, lat, lon, population, city, names = line.split("\t")
        place = Place(
            place_id,
            name,
            PlaceKind(kind),
            country or None,
            float(lat),
            float(lon),
            int(population),
            city or None,
        )
        return place, names.split("|")


def name_hash(key: str) -> int:
    """The 64-bit hash under which a folded name or an id is filed."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


def _weight(place: Place) -> float:
    return float(_KIND_WEIGHT.get(place.kind, 0) or max(place.population, 1000))


def _context_weight(place: Place, weight: float, countries: Collection[str], anchors: list[Place]) -> float:
    if place.country in countries:
        weight *= _IN_CONTEXT
    if any(_degrees_apart(place, anchor) < 3 for anchor in anchors):
        weight *= _NEAR
    return weight


def _is_part_of(country: Place, found: Iterable[tuple[Place, float]]) -> bool:
    """Whether the name is also that of a division of the country: England is meant, not the United Kingdom."""
    return any(place.kind is PlaceKind.DIVISION and place.country == country.country for place, _ in found)


def _degrees_apart(one: Place, other: Place) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 360.0
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon))


def _is_namesake(place: Place, winner: Place, name: str) -> bool:
    """New Delhi, where Delhi around it only has the name as another one."""
    asked = fold(name.strip())
    exact = fold(place.name) == asked and fold(winner.name) != asked
    return exact and place.kind is winner.kind and _same_spot(place, winner)


def _same_spot(one: Place, other: Place) -> bool:
    """A city and the division or venue of the same name around it are no rivals."""
    return one.country == other.country and _degrees_apart(one, other) < 1.0
