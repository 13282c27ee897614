"""Offices a state does not have: no defence minister where there is no army, none at all before independence.

>>> import datetime as dt
>>> absent = AbsentOffices.open()
>>> absent.find("CRI", "defence-minister", dt.date(2020, 1, 1)).ground
'no armed forces; the minister of public security commands the police'
>>> absent.find("CRI", "foreign-minister", dt.date(2020, 1, 1)) is None
True
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from dragoman.knowledge.entity import AbsentOffice
from dragoman.knowledge.tablefiles import read_rows

ABSENT_COLUMNS = ("country", "role", "start", "end", "ground")

#: The role of a row that is about all offices of a state.
EVERY_ROLE = "*"


class AbsentOffices:
    """The table of offices that states do not have."""

    def __init__(self, rows: Iterable[AbsentOffice]) -> None:
        self.rows = tuple(rows)
        self._by_country: defaultdict[str, list[AbsentOffice]] = defaultdict(list)
        for row in self.rows:
            self._by_country[row.country].append(row)

    @classmethod
    def open(cls) -> AbsentOffices:
        """Read the shipped table."""
        return cls(map(_read_absent, read_rows("absent_offices.csv", ABSENT_COLUMNS)))

    def find(self, country: str, role: str, day: dt.date) -> AbsentOffice | None:
        """Why a state has no such office on a day; ``None`` where it has, or nothing is known."""
        return next(
            (
                row
                for row in self._by_country.get(country, ())
                if row.role in (role, EVERY_ROLE)
                and (row.start is None or row.start <= day)
                and (row.end is None or day <= row.end)
            ),
            None,
        )


def _read_absent(cells: list[str]) -> AbsentOffice:
    country, role, start, end, ground = cells
    day = dt.date.fromisoformat
    return AbsentOffice(country, role, day(start) if start else None, day(end) if end else None, ground)
