"""Mention: a stretch of text that stands for a person, government, organisation, place, day or amount.

An :class:`Actor` is who a mention stands for in this article; all mentions of one person share one actor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.citation import Span
from dragoman.dates import DateSpan


class MentionKind(StrEnum):
    """What a mention stands for."""

    PERSON = "person"
    GOVERNMENT = "government"
    ORGANIZATION = "organization"
    ARMED_GROUP = "armed_group"


@dataclass(frozen=True, slots=True)
class TitleRead:
    """An office as the text words it: ``role`` is the normalised role of the tables, where they know it."""

    text: str
    role: str | None
    span: Span
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who can act between states, as this article has them.

    ``name`` is ``None`` where only an office or a side is told ("the French foreign minister", "French officials");
    ``label`` is then what to call them. ``country`` is ISO alpha-3. The ``…_at`` spans are where it is read.
    """

    kind: MentionKind
    label: str
    name: str | None
    entity_id: str | None
    country: str | None
    title: TitleRead | None
    office_id: str | None = None
    office_title: str | None = None
    office_role: str | None = None
    body_id: str | None = None  # of the organisation told beside the name
    named_at: tuple[Span, ...] = ()
    country_at: tuple[Span, ...] = ()
    confidence: float = 1.0
    reason: str | None = None

    @property
    def role(self) -> str | None:
        """The role of the office held, else of the title told."""
        return self.office_role or (self.title.role if self.title else None)

    @property
    def serves_body(self) -> bool:
        """Whether the office held is one of an organisation, not of a state."""
        return self.served_body is not None

    @property
    def served_body(self) -> str | None:
        """The organisation whose office is held, or that the text names beside an office no table knows."""
        if (self.office_id or "").startswith("office:org:"):
            return (self.office_id or "").removeprefix("office:").split("/")[0]
        return self.body_id if self.country is None and self.title is not None else None

    @property
    def leads_rebels(self) -> bool:
        """Whether somebody is told to lead those who fight the state ("rebel leader NAME")."""
        return self.title is not None and self.title.role == "rebel-leader"

    @property
    def key(self) -> str:
        """What tells two actors apart inside one article."""
        return (
            self.entity_id
            or f"{self.kind}:{self.country}:{self.office_role}:{self.name or self.label}".casefold()
        )

    @property
    def side(self) -> str:
        """The country an actor acts for; organisations, armed groups and who leads rebels are sides of their own.

        A person whose country is unknown is a side of their own too, since the text may still introduce them.
        """
        if self.kind in {MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP}:
            return self.entity_id or self.label
        if self.leads_rebels:
            return self.key
        if self.country is not None:
            return self.country
        return self.served_body or self.key


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last`` (excluded) of sentence ``sentence`` stand for ``actors`` (several for "both leaders")."""

    sentence: int
    first: int
    last: int
    span: Span
    actors: tuple[Actor, ...]
    rule: str
    plural: bool = False
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name and where it is; ``city`` is ``None`` for a country, ``country`` ISO alpha-3."""

    sentence: int
    first: int
    last: int
    span: Span
    name: str
    city: str | None
    country: str | None
    place_id: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class ConferenceMention:
    """A named or described gathering: ``name`` as written, ``organizer`` and ``body``, who convenes it, where known.

    ``place`` is the city in its name ("Munich Security Conference").
    """

    sentence: int
    first: int
    last: int
    span: Span
    name: str
    organizer: str | None
    rule: str
    body: Actor | None = None
    place: PlaceMention | None = None


class Grain(StrEnum):
    """The unit a date expression speaks in; ``Precision`` only knows day, month and year."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Tense(StrEnum):
    """Which way a clause looks from the publication day."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A date expression and the days it means; ``days`` is ``None`` when the text supports none.

    ``anchor`` says what it was resolved against: ``self`` (a full date), ``published``, or ``previous``
    (a date before it in the text, "the following day").
    ``past`` and ``future`` are the two readings of a bare weekday, a day without year and the like;
    ``days`` is then the default reading, and ``times.resolve`` picks by tense.
    ``partial`` keeps what is known of an incomplete date: ``--04-02``, ``--04``, ``2022-SU``, ``199``
    (1990s).
    ``window`` marks an explicit range ("April 1-5"), which belongs to a whole tour or meeting series.
    ``names_event`` marks a date used as a name ("the October 7 attack", "the 2015 nuclear deal").
    """

    span: Span
    days: DateSpan | None
    anchor: str
    rule: str
    reason: str | None = None
    past: DateSpan | None = None
    future: DateSpan | None = None
    partial: str | None = None
    window: bool = False
    names_event: bool = False
    grain: Grain = Grain.DAY


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A sum of money or another quantity: ``value`` in ``unit`` (ISO 4217 code, or the counted noun).

    ``upper`` is the higher end of a range ("$1-2 billion"); ``qualifier`` the word that makes it approximate
    ("more than", "about", "up to").
    """

    span: Span
    value: float
    unit: str
    approximate: bool
    rule: str
    upper: float | None = None
    qualifier: str | None = None
