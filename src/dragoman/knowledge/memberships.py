"""Members of organisations by day: who belonged, observed, was a candidate or suspended.

>>> import datetime as dt
>>> memberships = Memberships.open()
>>> len(memberships.members("org:nato", dt.date(1998, 1, 1))), len(memberships.members("org:nato", dt.date(2024, 4, 1)))
(16, 32)
>>> [stay.org_id for stay in memberships.of_member("IRN", dt.date(2024, 6, 1)) if stay.org_id == "org:brics"]
['org:brics']
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from dragoman.dates import Precision
from dragoman.knowledge.entity import Membership
from dragoman.knowledge.tablefiles import read_rows

MEMBERSHIP_COLUMNS = ("org_id", "member", "status", "start", "end", "precision", "source")


class Memberships:
    """The table of memberships, by organisation and by member."""

    def __init__(self, stays: Iterable[Membership]) -> None:
        self.stays = tuple(stays)
        self._by_org: defaultdict[str, list[Membership]] = defaultdict(list)
        self._by_member: defaultdict[str, list[Membership]] = defaultdict(list)
        for stay in sorted(self.stays, key=lambda stay: (stay.start, stay.member)):
            self._by_org[stay.org_id].append(stay)
            self._by_member[stay.member].append(stay)

    @classmethod
    def open(cls) -> Memberships:
        """Read the shipped table."""
        return cls(map(_read_membership, read_rows("memberships.csv", MEMBERSHIP_COLUMNS)))

    def of_org(self, org_id: str, day: dt.date | None) -> tuple[Membership, ...]:
        """What states and organisations are to an organisation on a day, by joining; all of it for ``None``."""
        return tuple(stay for stay in self._by_org.get(org_id, ()) if day is None or stay.covers(day))

    def of_member(self, member: str, day: dt.date | None) -> tuple[Membership, ...]:
        """What a state is to organisations on a day; all of it where ``day`` is ``None``."""
        return tuple(stay for stay in self._by_member.get(member, ()) if day is None or stay.covers(day))

    def members(self, org_id: str, day: dt.date) -> tuple[str, ...]:
        """The full members of an organisation on a day, suspended ones too, by joining."""
        return tuple(stay.member for stay in self.of_org(org_id, day) if stay.status.endswith("member"))


def _read_membership(cells: list[str]) -> Membership:
    org_id, member, status, start, end, precision, source = cells
    day = dt.date.fromisoformat
    return Membership(
        org_id, member, status, day(start), day(end) if end else None, Precision(precision), source
    )
