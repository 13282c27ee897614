"""Engagement: an act or contact between actors of different countries, every field cited.

What counts, and how each field is filled, is `docs/codebook.md`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from dragoman.citation import Cited, Evidence
from dragoman.dates import DateSpan


class Kind(StrEnum):
    """The kinds of engagement of the codebook."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    CONFERENCE = "conference"
    STATEMENT = "statement"
    DEMAND = "demand"
    ACCUSATION = "accusation"
    THREAT = "threat"
    AGREEMENT = "agreement"
    AID = "aid"
    SANCTION = "sanction"
    EXPULSION = "expulsion"
    MEDIATION = "mediation"
    CONCESSION = "concession"
    ATTACK = "attack"
    OTHER = "other"


CONTACTS = frozenset({Kind.MEETING, Kind.CALL})
"""Kinds in which equal parties talk."""
ENCOUNTERS = CONTACTS | {Kind.VISIT, Kind.CONFERENCE}
"""Kinds that bring people together at an agreed time."""
IN_PERSON = ENCOUNTERS - {Kind.VISIT, Kind.CALL}
"""Encounters that are held somewhere."""
VERBAL = frozenset({Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT})
"""Acts in words."""


SEEN = "a day on which the traveller was there"
"""The rule by which a visit has the day of remarks made there: a day of the stay, which may be longer."""


ROAMING = "tour without a place"
"""The rule of words that tell a tour, of which other words say where it goes."""


class Role(StrEnum):
    """What a participant does in an engagement."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"
    THIRD_PARTY = "third_party"


class Status(StrEnum):
    """Where an engagement stands against the publication day."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    PROPOSED = "proposed"


AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
"""What may still come."""
BEGUN = frozenset({Status.ONGOING, Status.COMPLETED})
"""What takes or has taken place."""
CALLED_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
"""What does not take place as announced."""


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """The office a participant held on the day: title as normalised, its id and role where the tables know them.

    ``source`` is ``text``, ``knowledge base`` or ``text and knowledge base``. ``qualifier`` is ``former``, ``acting``,
    ``deputy``, ``-elect`` … where the text says so.
    """

    title: str
    office_id: str | None
    role: str | None
    source: str
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part, in which role.

    ``name`` is the full name where known, the government's or organisation's name for unnamed sides. ``entity_id`` is
    a person (``per:``), country (``ctry:``) or organisation (``org:``). ``country`` is ISO alpha-3, ``None`` for
    organisations and where unknown.
    """

    role: Role
    name: Cited[str]
    entity_id: str | None
    office: Cited[OfficeHeld] | None
    country: Cited[str] | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where an engagement or a stop takes place; at least one of city and country is set."""

    city: str | None
    country: str | None
    place_id: str | None


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a trip."""

    place: Cited[Location]
    date: Cited[DateSpan] | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum (``unit`` an ISO 4217 code) or a counted quantity (``unit`` the noun)."""

    value: float
    unit: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Engagement:
    """One real-world event as one article tells it."""

    engagement_id: str
    kind: Kind
    status: Status
    participants: tuple[Participant, ...]
    trigger: tuple[Evidence, ...]
    historical: bool = False
    negated: bool = False
    hypothetical: bool = False
    main: bool = True
    date: Cited[DateSpan] | None = None
    place: Cited[Location] | None = None
    stops: tuple[Stop, ...] = ()
    purpose: Cited[str] | None = None
    topics: tuple[Cited[str], ...] = ()
    content: Cited[str] | None = None
    amount: Cited[Amount] | None = None
    name: Cited[str] | None = None
    part_of: str | None = None
    attributed_to: Cited[str] | None = None
    confidence: float = 1.0
    mode: str | None = None
    reason: str | None = None

    def ids(self, *roles: Role) -> set[str]:
        """Who takes part in some roles, or in any: by id, and whoever has none by name."""
        return {part.entity_id or part.name.value for part in self._in(roles or tuple(Role))}

    def countries(self, *roles: Role) -> set[str]:
        """The countries, as ISO 3166-1 alpha-3 codes, of those who take part in some roles, or in any."""
        return {part.country.value for part in self._in(roles or tuple(Role)) if part.country is not None}

    def sides(self, *roles: Role) -> set[str]:
        """The countries of those who take part in some roles, or in any but as third parties; whoever has none by id."""
        return {
            part.country.value if part.country is not None else part.entity_id or part.name.value
            for part in self._in(roles or _SIDES)
        }

    def _in(self, roles: tuple[Role, ...]) -> list[Participant]:
        return [part for part in self.participants if part.role in roles]


_SIDES = (Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT, Role.MEDIATOR)


def engagement_id_of(article_id: str, kind: Kind, start: int, end: int) -> str:
    """A stable id from the article and where the engagement is first told."""
    digest = hashlib.sha256(f"{article_id}\n{kind}\n{start}:{end}".encode())
    return digest.hexdigest()[:12]


def is_seen(date: Cited[DateSpan] | None) -> bool:
    """Whether days are those on which a traveller was seen, of a stay that may be longer."""
    return date is not None and all(item.rule == SEEN for item in date.evidence)
