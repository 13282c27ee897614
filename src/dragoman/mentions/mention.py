"""Mention: a stretch of text that stands for a person, government, organisation, place, day or amount."""

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
