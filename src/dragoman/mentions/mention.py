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
    PLACE = "place"
    PEOPLE = "people"
    CONFERENCE = "conference"
    INSTRUMENT = "instrument"


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
    named_at: tuple[Span, ...] = ()
    country_at: tuple[Span, ...] = ()
    confidence: float = 1.0
    reason: str | None = None

    @property
    def key(self) -> str:
        """What tells two actors apart inside one article."""
        return self.entity_id or f"{self.kind}:{self.country}:{self.office_role}:{self.name or self.label}".casefold()


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
    """A named or described gathering: ``name`` as written, ``organizer`` where the tables know it."""

    sentence: int
    first: int
    last: int
    span: Span
    name: str
    organizer: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A date expression and the days it means; ``days`` is ``None`` when the text supports none.

    ``window`` marks a range that belongs to a whole tour or meeting series ("April 1-5"). ``anchor`` says what it was
    resolved against: ``self`` (a full date), ``published``, ``previous``; ``past``/``future`` readings of a bare
    weekday are decided by ``tense`` handed to the resolver.
    """

    span: Span
    days: DateSpan | None
    anchor: str
    rule: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A sum of money or another quantity: ``value`` in ``unit`` (ISO 4217 code, or the counted noun)."""

    span: Span
    value: float
    unit: str
    approximate: bool
    rule: str
