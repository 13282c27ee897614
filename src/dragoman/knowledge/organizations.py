"""Organisations, groupings, armed groups, conferences and instruments by name.

>>> organizations = Organizations.open()
>>> organizations.find("the EU").org_id, organizations.find("Houthis").kind.value
('org:eu', 'armed_group')
>>> organizations.find("WHO").org_id, organizations.find("who")
('org:who', None)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dragoman.knowledge.entity import Conference, Instrument, Organization, OrgKind
from dragoman.knowledge.names import fold
from dragoman.knowledge.tablefiles import read_rows, split_list

ORGANIZATION_COLUMNS = (
    *("org_id", "name", "kind", "country", "members", "seat", "aliases", "parent"),
    *("founded", "dissolved", "short"),
)
CONFERENCE_COLUMNS = ("conference_id", "name", "org_id", "aliases")
INSTRUMENT_COLUMNS = ("instrument_id", "name", "aliases")


class Organizations:
    """The tables of organisations and conferences."""

    def __init__(
        self,
        organizations: dict[str, Organization],
        conferences: dict[str, Conference],
        instruments: dict[str, Instrument],
    ) -> None:
        self.by_id = organizations
        self.conferences = conferences
        self.instruments = instruments

    @classmethod
    def open(cls, added: dict[str, Organization] | None = None) -> Organizations:
        """Read the shipped tables, with a user's organisations on top."""
        rows = read_rows("organizations.csv", ORGANIZATION_COLUMNS)
        organizations = {row[0]: _read_organization(row) for row in rows}
        conferences = {
            conference_id: Conference(conference_id, name, org_id or None, split_list(aliases))
            for conference_id, name, org_id, aliases in read_rows("conferences.csv", CONFERENCE_COLUMNS)
        }
        instruments = {
            instrument_id: Instrument(instrument_id, name, split_list(aliases))
            for instrument_id, name, aliases in read_rows("instruments.csv", INSTRUMENT_COLUMNS)
        }
        return cls(organizations | (added or {}), conferences, instruments)

    def find(self, name: str) -> Organization | None:
        """The organisation or armed group of this name; short names in capitals need their case."""
        org_id = _look_up(self._organization_index, name)
        return None if org_id is None else self.by_id[org_id]

    def find_conference(self, name: str) -> Conference | None:
        """The conference of this name."""
        conference_id = _look_up(self._conference_index, name)
        return None if conference_id is None else self.conferences[conference_id]

    def bodies_of(self, org_id: str) -> tuple[str, ...]:
        """Ids of the bodies of an organisation."""
        return self._bodies.get(org_id, ())

    def called(self, short: str) -> tuple[Organization, ...]:
        """The bodies of this short name ("Council"), which only a text that tells of them makes plain."""
        return self._short_index.get(short, ())

    @cached_property
    def _short_index(self) -> dict[str, tuple[Organization, ...]]:
        index: dict[str, tuple[Organization, ...]] = {}
        for organization in self.by_id.values():
            for short in organization.short:
                index[short] = (*index.get(short, ()), organization)
        return index

    @cached_property
    def _bodies(self) -> dict[str, tuple[str, ...]]:
        bodies: dict[str, tuple[str, ...]] = {}
        for organization in self.by_id.values():
            if organization.parent is not None:
                bodies[organization.parent] = (*bodies.get(organization.parent, ()), organization.org_id)
        return bodies

    def find_instrument(self, name: str) -> Instrument | None:
        """The treaty or accord of this name."""
        instrument_id = _look_up(self._instrument_index, name)
        return None if instrument_id is None else self.instruments[instrument_id]

    @cached_property
    def _instrument_index(self) -> dict[str, str]:
        return _indexed(self.instruments)

    @cached_property
    def _organization_index(self) -> dict[str, str]:
        return _indexed(self.by_id)

    @cached_property
    def _conference_index(self) -> dict[str, str]:
        return _indexed(self.conferences)


def _read_organization(row: list[str]) -> Organization:
    org_id, name, kind, country, members, seat, aliases, parent, founded, dissolved, short = row
    return Organization(
        org_id,
        name,
        OrgKind(kind),
        country or None,
        split_list(members),
        seat or None,
        split_list(aliases),
        parent or None,
        int(founded) if founded else None,
        int(dissolved) if dissolved else None,
        split_list(short),
    )


def is_acronym(form: str) -> bool:
    """Whether a form is a short name that only means the organisation in its own case.

    >>> is_acronym("WHO"), is_acronym("Quad"), is_acronym("European Union")
    (True, True, False)
    """
    return len(form) <= 5 and form[:1].isupper()


def _indexed(named: Mapping[str, Organization | Conference | Instrument]) -> dict[str, str]:
    """Ids by name and alias; a row's name wins over its aliases, an earlier row over a later one."""
    index: dict[str, str] = {}
    for key in reversed(list(named)):
        for form in (*named[key].aliases, named[key].name):
            index[form] = key
            if not is_acronym(form):
                index[fold(form)] = key
    return index


def _look_up(index: dict[str, str], name: str) -> str | None:
    bare = name.strip()
    for form in (bare, bare.removeprefix("the ").removeprefix("The ")):
        found = index.get(form) or index.get(fold(form))
        if found is not None:
            return found
    return None
