"""Parties: the participants of many reports as those of one event.

A person told in several ways is one participant with all evidence. A country that stands for nobody named is the person
whom another report names for it. Whoever one report names takes part: that others leave somebody out says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from dragoman.citation import Cited
from dragoman.engagements.engagement import OfficeHeld, Participant, Role
from dragoman.knowledge.names import fold
from dragoman.record.choosing import Field, Ledger, Rule, Telling, choose, unite
from dragoman.record.profile import ComparedParty, compared_party
from dragoman.record.record import Report

if TYPE_CHECKING:
    from dragoman.knowledge.entity import Incumbent


class Offices(Protocol):
    """Who held which office when, as `KnowledgeBase` knows it."""

    def offices_of(self, person_id: str, day: dt.date | None) -> tuple[Incumbent, ...]:
        """The offices a person held on a day."""


@dataclass(slots=True)
class _Seat:
    """One participant in the making, with every telling of it."""

    tellings: list[tuple[Report, Participant]] = field(default_factory=list)
    parties: list[ComparedParty] = field(default_factory=list)

    @property
    def party(self) -> ComparedParty:
        """What it is compared by: the telling with an id goes first."""
        return next((party for party in self.parties if party.entity_id is not None), self.parties[0])

    @property
    def path(self) -> str:
        """The participant in the path of a field."""
        name = self.party.entity_id or self.tellings[0][1].name.value
        return f"participants[{name}]"


def merge_parties(
    reports: Sequence[Report], day: dt.date | None, ledger: Ledger, kb: Offices | None
) -> tuple[Participant, ...]:
    """The participants of ``reports``, which are in the order of publication, on the event's ``day``."""
    seats: list[_Seat] = []
    linked_first = sorted(_told(reports), key=lambda told: told[2].entity_id is None)
    for report, part, party in linked_first:
        home = next((seat for seat in seats if _is_seat(seat, report, party)), None)
        if home is None:
            home = _Seat()
            seats.append(home)
        home.tellings.append((report, part))
        home.parties.append(party)
    kept = _absorb_countries(seats)
    places: dict[int, int] = {}
    for place, (_, part, _) in enumerate(_told(reports)):
        places.setdefault(id(part), place)  # two engagements of an article may share a participant
    kept.sort(key=lambda seat: min(places[id(part)] for _, part in seat.tellings))
    return tuple(_merge_seat(seat, day, ledger, kb) for seat in kept)


def _told(reports: Sequence[Report]) -> list[tuple[Report, Participant, ComparedParty]]:
    return [
        (report, part, compared_party(part)) for report in reports for part in report.engagement.participants
    ]


def _is_seat(seat: _Seat, report: Report, party: ComparedParty) -> bool:
    if any(report is other for other, _ in seat.tellings):
        return False  # one article never names one participant twice
    if party.person:
        return any(party.is_same_person(other) for other in seat.parties)
    return not seat.party.person and seat.party.entity_id == party.entity_id and seat.party.side == party.side


def _absorb_countries(seats: list[_Seat]) -> list[_Seat]:
    """Lets a country's unnamed side be the person named for it elsewhere (codebook: leader or state, not both)."""
    kept: list[_Seat] = []
    for seat in seats:
        if seat.party.person or not (seat.party.entity_id or "").startswith("ctry:"):
            kept.append(seat)
            continue
        articles = {report.article_id for report, _ in seat.tellings}
        home = next((other for other in seats if _stands_for(other, seat, articles)), None)
        if home is None:
            kept.append(seat)
        else:
            home.tellings += seat.tellings
    return kept


def _stands_for(person: _Seat, country: _Seat, articles: set[str]) -> bool:
    if not person.party.person or person.party.side != country.party.side:
        return False
    roles = {part.role for _, part in country.tellings} | {part.role for _, part in person.tellings}
    if Role.THIRD_PARTY in roles and len(roles) > 1:
        return False
    return articles.isdisjoint(report.article_id for report, _ in person.tellings)


def _merge_seat(seat: _Seat, day: dt.date | None, ledger: Ledger, kb: Offices | None) -> Participant:
    named = [
        (report, part) for report, part in seat.tellings if compared_party(part).person == seat.party.person
    ]
    names = [Telling(report, part.name) for report, part in named]
    name = max(
        (telling.cited for telling in names), key=lambda cited: (_is_linked(named, cited), len(cited.value))
    )
    same = [telling for telling in names if telling.value == name.value]
    everyone = [Telling(report, part.name) for report, part in seat.tellings]
    role_field: Field[Role] = Field(f"{seat.path}.role", key=str, show=str)
    roles = [Telling(report, Cited(part.role, part.name.evidence)) for report, part in seat.tellings]
    role = choose(roles, role_field, ledger)
    reasons = {part.reason for _, part in named}
    return Participant(
        role=Role.PARTICIPANT if role is None else role.value,
        name=replace(unite(same, everyone), value=name.value),
        entity_id=seat.party.entity_id,
        office=_office(named, seat, day, ledger, kb),
        country=_country(seat, ledger),
        reason=reasons.pop() if len(reasons) == 1 else None,
    )


def _is_linked(named: Sequence[tuple[Report, Participant]], name: Cited[str]) -> bool:
    return any(part.entity_id is not None and part.name is name for _, part in named)


def _office(
    named: Sequence[tuple[Report, Participant]],
    seat: _Seat,
    day: dt.date | None,
    ledger: Ledger,
    kb: Offices | None,
) -> Cited[OfficeHeld] | None:
    told = [(report, part.office) for report, part in named if part.office is not None]
    differ = len({_office_key(office.value) for _, office in told}) > 1
    held = _held_that_day(seat.party.entity_id, day, kb) if differ else None
    tellings = [
        Telling(report, office, ahead=held is None or office.value.office_id in held)
        for report, office in told
    ]
    return choose(tellings, replace(_OFFICE, name=f"{seat.path}.office"), ledger)


def _held_that_day(person_id: str | None, day: dt.date | None, kb: Offices | None) -> frozenset[str] | None:
    """The offices that the tables know as the person's on the day; ``None`` without tables, day or person."""
    if kb is None or day is None or person_id is None:
        return None
    return frozenset(incumbent.office.office_id for incumbent in kb.offices_of(person_id, day))


def _country(seat: _Seat, ledger: Ledger) -> Cited[str] | None:
    tellings = [Telling(report, part.country) for report, part in seat.tellings if part.country is not None]
    return choose(tellings, Field(f"{seat.path}.country", key=_itself, show=_itself), ledger)


def _itself(value: str) -> str:
    return value


def _office_key(office: OfficeHeld) -> tuple[str, str | None]:
    return office.office_id or fold(office.title), office.qualifier


_OFFICE: Field[OfficeHeld] = Field(
    "office",
    key=_office_key,
    show=lambda office: office.title if office.qualifier is None else f"{office.qualifier} {office.title}",
    fits=lambda vague, exact: vague.office_id is None and vague.role == exact.role and vague.role is not None,
    exactness=lambda office: float(office.office_id is not None),
    ahead=Rule.HELD,
)
