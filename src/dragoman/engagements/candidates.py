"""Candidate: an engagement in the making, before reports of one event in the article are joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.citation import Span
from dragoman.dates import DateSpan
from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.tree import Tree
from dragoman.mentions.mention import (
    Actor,
    AmountMention,
    ConferenceMention,
    Mention,
    PlaceMention,
    TimeMention,
)


@dataclass(frozen=True, slots=True)
class Part:
    """An actor in a role, and the mention that puts it there."""

    role: Role
    actor: Actor
    mention: Mention

    @property
    def side(self) -> str:
        """What decides whether two parts stand on different sides: the country, else the organisation."""
        return side_of(self.actor)


def side_of(actor: Actor) -> str:
    """The side an actor acts for."""
    return actor.side


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event and the words that say so; ``window`` if they belong to a whole tour."""

    days: DateSpan
    span: Span
    rule: str
    window: bool = False


def finest(told: Iterable[When | None]) -> When | None:
    """The first days told, or finer ones told later that lie in them: "this week", says the headline; "on Tuesday"."""
    found: When | None = None
    for when in told:
        if when is not None and (found is None or (not found.window and _lies_in(when.days, found.days))):
            found = when
    return found


def _lies_in(days: DateSpan, whole: DateSpan) -> bool:
    return whole.start <= days.start and days.end <= whole.end and days.days < whole.days


@dataclass(slots=True)
class Candidate:
    """One telling of an engagement. ``span`` covers its trigger, ``clause_span`` the words it was read from.

    ``counted`` is a date expression that counts from another day ("the same day"). A ``roaming`` visit is a tour of which
    other sentences say where it goes. ``belief`` is how likely the act network takes its words for an act, 1 where it was
    not asked.
    """

    kind: Kind
    mode: str | None
    rule: str
    sentence: int
    span: Span
    clause_span: Span
    clause: Clause
    tree: Tree
    weight: float
    parts: list[Part] = field(default_factory=list)
    goals: list[PlaceMention] = field(default_factory=list)
    stage: str | None = None
    speech: bool = False
    dependent: bool = False
    roaming: bool = False
    deferred: bool = False
    recalls: bool = False
    conference: ConferenceMention | None = None
    status: Status = Status.COMPLETED
    historical: bool = False
    negated: bool = False
    hypothetical: bool = False
    when: When | None = None
    counted: TimeMention | None = None
    where: PlaceMention | None = None
    stop_days: dict[int, When] = field(default_factory=dict)
    topics: list[Span] = field(default_factory=list)
    content: Span | None = None
    amount: AmountMention | None = None
    attributed: tuple[Actor, Span] | None = None
    reason: str | None = None
    name: Span | None = None
    belief: float = 1.0

    def of(self, *roles: Role) -> list[Part]:
        """The parts in one of ``roles``."""
        return [part for part in self.parts if part.role in roles]

    @property
    def sides(self) -> set[str]:
        """The sides that take part (third parties do not count)."""
        return {part.side for part in self.parts if part.role is not Role.THIRD_PARTY}
