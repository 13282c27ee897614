"""People, organisations, countries, places, offices and the terms in which offices are held.

Ids are readable and stable: ``per:antony-blinken``, ``org:nato``, ``ctry:FRA``, ``place:2988507`` (GeoNames) or
``venue:elysee-palace``, ``office:FRA/foreign-minister``, ``office:org:nato/secretary-general``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dragoman.dates import Precision


class OrgKind(StrEnum):
    """What an organisation is."""

    INTERGOVERNMENTAL = "intergovernmental"
    GROUPING = "grouping"
    ARMED_GROUP = "armed_group"
    MINISTRY = "ministry"
    NON_GOVERNMENTAL = "non_governmental"
    PARTY = "party"


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    DIVISION = "division"
    CITY = "city"
    VENUE = "venue"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. ``iso3`` is ISO 3166-1 alpha-3 (``XKX`` for Kosovo); ``capital`` a place name.

    ``part_of`` is the state it belongs to in the eyes of most others: of a territory (Greenland: ``DNK``), or of a
    state that few recognise, whose code is one that ISO leaves to its users (Somaliland, ``XSL``: ``SOM``).
    """

    iso3: str
    name: str
    capital: str | None = None
    cow: int | None = None
    cameo: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person; ``family_name`` is what the press calls them by, whatever the name order."""

    person_id: str
    name: str
    family_name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation, grouping, ministry or armed group; ``country`` where it belongs to one, ``seat`` a city.

    ``parent`` is the organisation it is a body of: ``org:eu`` for the European Commission. ``founded`` and
    ``dissolved`` are years, where they are known. ``short`` is what a text that tells of it may call it ("Council").
    """

    org_id: str
    name: str
    kind: OrgKind
    country: str | None = None
    members: tuple[str, ...] = ()
    seat: str | None = None
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    founded: int | None = None
    dissolved: int | None = None
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with coordinates in degrees; ``city`` is the city a venue stands in; ``country`` is ISO alpha-3."""

    place_id: str
    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state (``country``) or an organisation (``org_id``).

    ``role`` is the normalised kind of office, the same for all countries: ``head-of-state``, ``head-of-government``,
    ``foreign-minister``, ``deputy-foreign-minister``, ``defence-minister``, ``secretary-general``, ``special-envoy`` …
    """

    office_id: str
    title: str
    role: str
    country: str | None = None
    org_id: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A person holds an office from ``start`` to ``end`` (both included, ``None`` where unknown or running).

    ``title`` is the office as held, where it differs from the office's usual title. ``seen`` is the last day a source
    shows the person in office: a term with no end is worth less the longer ago that was. ``provisional`` marks a term
    that was gathered from observations, never one of the sourced tables.
    """

    person_id: str
    office_id: str
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    source: str
    confidence: float = 1.0
    note: str | None = None
    title: str | None = None
    seen: dt.date | None = None
    provisional: bool = False

    def covers(self, day: dt.date) -> bool:
        """Whether the term runs on ``day`` as far as it is dated."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Incumbent:
    """A person in an office on a day, as the tables have it."""

    person: Person
    office: Office
    term: Term


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a name in a text is: the person and office chosen, or ``None`` with a reason, and the other candidates."""

    incumbent: Incumbent | None
    person: Person | None
    candidates: tuple[Incumbent, ...]
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Conference:
    """A named, usually recurring event of diplomacy; ``org_id`` is the organisation that convenes it."""

    conference_id: str
    name: str
    org_id: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """An office as a text words it: ``role`` normalised, ``title`` the words matched, ``qualifier`` kept apart.

    ``qualifier`` is ``former``, ``acting``, ``elect``, ``outgoing`` or ``None``. A deputy's is a role of its own
    (``deputy-foreign-minister``), never the minister's with a qualifier.
    """

    role: str
    title: str
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, accord or other agreed text with a name of its own."""

    instrument_id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """What ``member`` (a state's ISO code, or an organisation) is to an organisation from ``start`` to ``end``.

    ``status`` is ``member``, ``permanent member``, ``elected member``, ``associate``, ``observer``, ``candidate`` or
    ``suspended``; a suspended member has a row as ``member`` too. Both days are included, ``end`` is ``None`` while it
    lasts, and ``precision`` is that of the coarser of the two.
    """

    org_id: str
    member: str
    status: str
    start: dt.date
    end: dt.date | None
    precision: Precision
    source: str

    def covers(self, day: dt.date) -> bool:
        """Whether it holds on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class AbsentOffice:
    """An office a state does not have from ``start`` to ``end`` (both included, ``None`` where open), and why."""

    country: str
    role: str
    start: dt.date | None
    end: dt.date | None
    ground: str


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A state that is no more: from ``start`` to ``end`` (both included), and the ISO codes of what follows it."""

    name: str
    start: dt.date
    end: dt.date
    successors: tuple[str, ...]
