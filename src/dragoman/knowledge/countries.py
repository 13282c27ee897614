"""Countries and territories: names, demonyms, seats that stand for governments, regions with members.

Names that are also common words or first names ("Turkey", "Chad", "US") are matched with their case.

>>> countries = Countries.open()
>>> countries.find("Türkiye").iso3, countries.find("DPRK").iso3, countries.find("us")
('TUR', 'PRK', None)
>>> countries.of_metonym("the Kremlin").iso3
'RUS'
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from dragoman.knowledge.entity import Country, Predecessor
from dragoman.knowledge.names import fold
from dragoman.knowledge.tablefiles import read_rows, split_list

COUNTRY_COLUMNS = ("iso3", "name", "capital", "cow", "cameo", "part_of")
NAME_COLUMNS = ("form", "kind", "target", "case")
PREDECESSOR_COLUMNS = ("name", "aliases", "start", "end", "successors")
REGION_COLUMNS = ("region_id", "name", "members")


@dataclass(frozen=True)
class CountryName:
    """One surface form: ``kind`` is ``country``, ``demonym``, ``metonym`` or ``region``; ``exact`` needs the case."""

    form: str
    kind: str
    target: str
    exact: bool


class Countries:
    """The country tables with an index per kind of name."""

    def __init__(
        self,
        countries: dict[str, Country],
        names: tuple[CountryName, ...],
        regions: dict[str, tuple[str, ...]],
    ) -> None:
        self.by_iso3 = countries
        self.names = names
        self.regions = regions

    @classmethod
    def open(cls) -> Countries:
        """Read the shipped tables."""
        countries = {
            iso3: Country(
                iso3, name, capital or None, int(cow) if cow else None, cameo or None, part_of or None
            )
            for iso3, name, capital, cow, cameo, part_of in read_rows("countries.csv", COUNTRY_COLUMNS)
        }
        names = tuple(
            CountryName(form, kind, target, case == "exact")
            for form, kind, target, case in read_rows("country_names.csv", NAME_COLUMNS)
        )
        regions = {
            region_id: split_list(members)
            for region_id, _, members in read_rows("regions.csv", REGION_COLUMNS)
        }
        return cls(countries, names, regions)

    def get(self, iso3: str) -> Country | None:
        """The country with this ISO 3166-1 alpha-3 code."""
        return self.by_iso3.get(iso3)

    def find(self, name: str) -> Country | None:
        """The country a name stands for, by name or alias."""
        targets = self._look_up("country", name)
        return self.by_iso3[targets[0]] if targets else None

    def of_demonym(self, word: str) -> tuple[Country, ...]:
        """The countries an adjective or a people's name belongs to; several for "Congolese"."""
        return tuple(self.by_iso3[target] for target in self._look_up("demonym", word))

    def of_metonym(self, name: str) -> Country | None:
        """The country whose government a capital or seat stands for."""
        targets = self._look_up("metonym", name)
        return self.by_iso3[targets[0]] if targets else None

    def region_members(self, name: str) -> tuple[str, ...]:
        """The members of a region as ISO codes; empty if the region is unknown."""
        targets = self._look_up("region", name)
        return self.regions[targets[0]] if targets else ()

    def find_predecessor(self, name: str) -> Predecessor | None:
        """The state of this name that is no more."""
        return self._predecessors.get(fold(name.strip().removeprefix("the ")))

    @cached_property
    def _predecessors(self) -> dict[str, Predecessor]:
        found = {}
        for name, aliases, start, end, successors in read_rows("predecessors.csv", PREDECESSOR_COLUMNS):
            day = dt.date.fromisoformat
            state = Predecessor(name, day(start), day(end), split_list(successors))
            found.update(dict.fromkeys(map(fold, (name, *split_list(aliases))), state))
        return found

    def _look_up(self, kind: str, name: str) -> tuple[str, ...]:
        exact, folded = self._index
        bare = name.strip()
        for form in (bare, bare.removeprefix("the ").removeprefix("The ")):
            found = exact.get((kind, form)) or folded.get((kind, fold(form)))
            if found is not None:
                return found
        return ()

    @cached_property
    def _index(self) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[tuple[str, str], tuple[str, ...]]]:
        exact: dict[tuple[str, str], tuple[str, ...]] = {}
        folded: dict[tuple[str, str], tuple[str, ...]] = {}
        for name in self.names:
            _append(exact, (name.kind, name.form), name.target)
            if not name.exact:
                _append(folded, (name.kind, fold(name.form)), name.target)
        return exact, folded


def _append(index: dict[tuple[str, str], tuple[str, ...]], key: tuple[str, str], target: str) -> None:
    known = index.get(key, ())
    if target not in known:
        index[key] = (*known, target)
