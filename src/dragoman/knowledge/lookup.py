"""KnowledgeBase: opens the tables on first use; looks up a name, an id, a day.

>>> import datetime as dt
>>> kb = KnowledgeBase.open()
>>> kb.find_country("the Emirates").iso3
'ARE'
>>> kb.resolve_person("Séjourné", role="foreign-minister", country="FRA", org_id=None, day=dt.date(2024, 4, 2)).person.name
'Stéphane Séjourné'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.knowledge.absent import AbsentOffices
from dragoman.knowledge.countries import Countries
from dragoman.knowledge.entity import (
    AbsentOffice,
    Conference,
    Country,
    Incumbent,
    Instrument,
    Membership,
    Office,
    OfficeTitle,
    Organization,
    OrgKind,
    Person,
    Place,
    Predecessor,
    Resolution,
    Term,
)
from dragoman.knowledge.extension import Extension, read_extension
from dragoman.knowledge.gazetteer import Gazetteer
from dragoman.knowledge.memberships import Memberships
from dragoman.knowledge.officeholders import Officeholders
from dragoman.knowledge.organizations import Organizations, is_acronym
from dragoman.knowledge.people import People
from dragoman.knowledge.places import Places
from dragoman.knowledge.resolving import Question, Resolver
from dragoman.knowledge.titles import Titles, title_key

#: So many answers about people are remembered.
_REMEMBERED = 16_384


class KnowledgeBase:
    """The shipped tables and a user's own on top; nothing is read before it is asked for."""

    def __init__(self, extra: tuple[Path, ...] = (), observed: Extension | None = None) -> None:
        self._extra = extra
        self._observed = observed or Extension()

    @classmethod
    def open(cls, extra: tuple[Path, ...] = ()) -> KnowledgeBase:
        """The knowledge base, with the user's tables ``extra`` (CSV of terms, organisations or places) on top.

        Raises:
            TableError: on first use, if a shipped table is missing or damaged, or a user's row does not fit.
        """
        return cls(extra)

    def with_observed(self, observed: Extension) -> KnowledgeBase:
        """A knowledge base that also has provisional terms; this one stays as it is."""
        return KnowledgeBase(self._extra, observed)

    # Countries

    def country(self, iso3: str) -> Country | None:
        """The country with this ISO 3166-1 alpha-3 code."""
        return self._countries.get(iso3)

    def find_country(self, name: str) -> Country | None:
        """The country a name or alias stands for."""
        return self._countries.find(name)

    def demonym_countries(self, word: str) -> tuple[Country, ...]:
        """The countries of an adjective or a people ("French", "Emirati", "Israelis")."""
        return self._countries.of_demonym(word)

    def metonym_country(self, name: str) -> Country | None:
        """The country whose government a capital or seat stands for ("Beijing", "the Kremlin")."""
        return self._countries.of_metonym(name)

    def region_members(self, name: str) -> tuple[str, ...]:
        """ISO codes of a region's members, empty if it is unknown."""
        return self._countries.region_members(name)

    def find_predecessor(self, name: str) -> Predecessor | None:
        """A state that is no more ("Czechoslovakia"), with its dates and successors."""
        return self._countries.find_predecessor(name)

    # Offices and people

    def find_office_title(self, text: str) -> OfficeTitle | None:
        """The longest title in ``text`` with its role; former, acting, outgoing and -elect kept apart."""
        return self._titles.find(text)

    def office(
        self, title_or_role: str, *, country: str | None = None, org_id: str | None = None
    ) -> Office | None:
        """The office a title or role means in a country or organisation; none where it fits several (ambassadors)."""
        if country is None and org_id is None:
            return None
        bodies = self._bodies_of(org_id)
        offices = self._officeholders.find_offices(title_or_role, country, org_id, bodies)
        if not offices:
            read = self._titles.role(title_or_role, org_id or country or "")
            offices = (
                self._officeholders.find_offices(read, country, org_id, bodies) if read is not None else ()
            )
        own = [office for office in offices if office.org_id == org_id] or list(offices)
        titled = [office for office in own if title_key(office.title) == title_key(title_or_role)]
        main = [office for office in own if office.office_id == f"office:{org_id or country}/{office.role}"]
        chosen = titled or main or own
        return chosen[0] if len(chosen) == 1 else None

    def holders(self, office_id: str, day: dt.date | None) -> tuple[Incumbent, ...]:
        """Who held an office on a day, surest first; the last known holder where ``day`` is ``None``."""
        return tuple(self._incumbents(self._officeholders.holders(office_id, day)))

    def offices_of(self, person_id: str, day: dt.date | None) -> tuple[Incumbent, ...]:
        """The offices a person held on a day; all of them where ``day`` is ``None``."""
        return tuple(self._incumbents(self._officeholders.held_by(person_id, day)))

    def find_people(self, name: str) -> tuple[Person, ...]:
        """People by full name, variant or family name, whatever the accents."""
        return self._people.find(name)

    def resolve_person(
        self, name: str, *, role: str | None, country: str | None, org_id: str | None, day: dt.date | None
    ) -> Resolution:
        """Who a name is in a text of a given day; leaves it open, with a reason, where several fit."""
        return self._resolve(Question(name, role, country, org_id, day, self._bodies_of(org_id)))

    def person(self, person_id: str) -> Person | None:
        """The person with this id."""
        return self._people.get(person_id)

    def office_by_id(self, office_id: str) -> Office | None:
        """The office with this id."""
        return self._officeholders.offices.get(office_id)

    @property
    def officeholders(self) -> Officeholders:
        """Offices and terms as tables: all of them, with their gaps and overlaps."""
        return self._officeholders

    def absent_office(self, iso3: str, role: str, day: dt.date) -> AbsentOffice | None:
        """Why a state has no office of this role on a day; ``None`` where it has one, or nothing is known."""
        return self._absent.find(iso3, role, day)

    # Organisations and conferences

    def find_organization(self, name: str) -> Organization | None:
        """The organisation, grouping or armed group of this name."""
        return self._organizations.find(name)

    def bodies_called(self, short: str) -> tuple[Organization, ...]:
        """The bodies a short name ("Council", "Agency") may mean; what the text tells of decides."""
        return self._organizations.called(short)

    def organization(self, org_id: str) -> Organization | None:
        """The organisation with this id."""
        return self._organizations.by_id.get(org_id)

    def memberships(self, org_id: str, day: dt.date | None) -> tuple[Membership, ...]:
        """Who belongs to an organisation on a day, observes, is a candidate or suspended; all ever for ``None``."""
        return self._memberships.of_org(org_id, day)

    def memberships_of(self, iso3: str, day: dt.date | None) -> tuple[Membership, ...]:
        """What organisations a state belongs to on a day, as member, observer, candidate or suspended."""
        return self._memberships.of_member(iso3, day)

    def find_conference(self, name: str) -> Conference | None:
        """The conference of this name."""
        return self._organizations.find_conference(name)

    def find_instrument(self, name: str) -> Instrument | None:
        """The treaty, accord or resolution of this name."""
        return self._organizations.find_instrument(name)

    # Places

    def find_places(self, name: str) -> tuple[Place, ...]:
        """All places of this name, most likely first."""
        return self._places.find(name, self._country_place(name))

    def place(self, place_id: str) -> Place | None:
        """The place with this id."""
        return self._places.get(place_id)

    def resolve_place(
        self, name: str, *, countries: Collection[str] = (), near: Collection[str] = ()
    ) -> Place | None:
        """The place a name stands for in a text that names ``countries`` and places ``near``; ``None`` if unclear."""
        return self._places.resolve(name, countries=countries, near=near, country=self._country_place(name))

    def gazetteer(self) -> Gazetteer:
        """The phrase matcher over all surface forms."""
        return self._gazetteer

    def _bodies_of(self, org_id: str | None) -> tuple[str, ...]:
        return () if org_id is None else self._organizations.bodies_of(org_id)

    def _country_place(self, name: str) -> Place | None:
        country = self.find_country(name)
        return None if country is None else self._places.get(f"ctry:{country.iso3}")

    @cached_property
    def _countries(self) -> Countries:
        return Countries.open()

    @cached_property
    def _absent(self) -> AbsentOffices:
        return AbsentOffices.open()

    @cached_property
    def _memberships(self) -> Memberships:
        return Memberships.open()

    @cached_property
    def _organizations(self) -> Organizations:
        return Organizations.open(self._extension.organizations)

    @cached_property
    def _titles(self) -> Titles:
        return Titles.open()

    @cached_property
    def _shipped_people(self) -> People:
        return People.open()

    @cached_property
    def _people(self) -> People:
        added = self._extension.people | self._observed.people
        return People.open(added) if added else self._shipped_people

    @cached_property
    def _officeholders(self) -> Officeholders:
        return Officeholders.open(
            self._observed.offices | self._extension.offices, [*self._extension.terms, *self._observed.terms]
        )

    @cached_property
    def _places(self) -> Places:
        places = Places.open()
        for name, place in self._extension.places:
            places.add(name, place)
        return places

    @cached_property
    def _extension(self) -> Extension:
        return (
            read_extension(self._extra, self._titles.role, self._known_person) if self._extra else Extension()
        )

    def _known_person(self, name: str, country: str | None) -> str | None:
        same = [person for person in self._shipped_people.find(name) if person.country == country]
        return same[0].person_id if len(same) == 1 and " " in name else None

    @cached_property
    def _resolve(self) -> Callable[[Question], Resolution]:
        """The resolver with a memory: an article asks about the same few people again and again."""
        return lru_cache(maxsize=_REMEMBERED)(Resolver(self._people, self._officeholders).resolve)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(_surface_forms(self._countries, self._organizations, self._titles))

    def _incumbents(self, terms: tuple[Term, ...]) -> Iterator[Incumbent]:
        for term in terms:
            person = self._people.get(term.person_id)
            if person is not None:
                yield Incumbent(person, self._officeholders.offices[term.office_id], term)


#: One-word titles that are also everyday words: they are matched by the company they keep, not alone.
_WEAK_TITLES = frozenset(
    "representative general head chief leader commander director chair judge justice deputy adviser advisor "
    "marshal duke ruler member administrator chairman negotiator".split()
)


def _surface_forms(
    countries: Countries, organizations: Organizations, titles: Titles
) -> Iterator[tuple[str, str, bool]]:
    for name in countries.names:
        yield name.form, name.kind, name.exact
    for organization in organizations.by_id.values():
        kind = "armed_group" if organization.kind is OrgKind.ARMED_GROUP else "organization"
        for form in (organization.name, *organization.aliases):
            yield form, kind, is_acronym(form)
    for conference in organizations.conferences.values():
        for form in (conference.name, *conference.aliases):
            yield form, "conference", is_acronym(form)
    for instrument in organizations.instruments.values():
        for form in (instrument.name, *instrument.aliases):
            yield form, "instrument", is_acronym(form)
    for title in titles.forms:
        weak = title.casefold() in _WEAK_TITLES or title.isupper()
        yield (title if title.isupper() else title.title()) if weak else title, "office_title", weak
