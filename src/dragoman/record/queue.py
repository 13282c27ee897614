"""The review queue: which field to look at next, by how much it matters times how unsure it is.

A field is unsure where the reader is, where reports differ, and most where a decision has met a conflict. It matters more
in a main event, of a kind that analyses count, told by many, and if much hangs on the field (status, who, when, where).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.record.applying import find_path
from dragoman.record.decisions import (
    RULINGS,
    Decision,
    Verdict,
    canonical,
    former_names,
    latest_of_each,
    live,
    standing,
)
from dragoman.record.docket import Docket
from dragoman.record.fields import CITED, Field
from dragoman.record.record import Conflict, Dissent
from dragoman.record.values import shape_of

# How much hangs on a field, from 0 to 1: what changes the code or moves an event in time or space weighs most.
_WEIGHTS: Mapping[str, float] = {
    "kind": 1.0,
    "status": 1.0,
    "negated": 0.8,
    "hypothetical": 0.8,
    "historical": 0.6,
    "date": 1.0,
    "place": 0.9,
    "participants[]": 1.0,
    "participants[].role": 0.8,
    "participants[].office": 0.7,
    "participants[].country": 0.8,
    "stops[]": 0.9,
    "stops[].date": 0.7,
    "amount": 0.7,
    "name": 0.5,
    "content": 0.4,
    "purpose": 0.3,
    "topics[]": 0.3,
    "attributed_to": 0.3,
    "mode": 0.5,
    "main": 0.3,
}
_KINDS: Mapping[Kind, float] = {
    Kind.VISIT: 1.0,
    Kind.MEETING: 1.0,
    Kind.CONFERENCE: 1.0,
    Kind.CALL: 0.9,
    Kind.STATEMENT: 0.5,
    Kind.OTHER: 0.4,
}
_OTHER_KIND = 0.8
_IN_PASSING = 0.5  # an event the article is not about
_PER_SOURCE, _MOST_SOURCES = 0.15, 5
_DISSENT, _FLAGGED, _CONFLICT = 0.5, 1.0, 2.0
_LEAST_DOUBT = 0.02  # so that what the reader is sure of comes last, not never


@dataclass(frozen=True, slots=True)
class Question:
    """One field of one record to look at, with why. ``priority`` is value × uncertainty; the highest comes first.

    ``flags`` are the remarks of those who flagged it.
    """

    record_id: str
    field: Field
    priority: float
    conflicts: tuple[Conflict, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    flags: tuple[str | None, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is asked, in words."""
        return (
            *(conflict.reason for conflict in self.conflicts),
            *(f"flagged: {why}" if why else "flagged" for why in self.flags),
            *(f"reported otherwise by {len(one.reports)}: {one.value}" for one in self.dissents),
            f"confidence {self.field.confidence:.0%}",
        )

    @property
    def order(self) -> tuple[float, str, str]:
        """By what questions are sorted."""
        return -self.priority, self.record_id, self.field.path


def review_queue(
    dockets: Iterable[Docket], *, reviewer: str | None = None, second: bool = False, most: int | None = None
) -> tuple[Question, ...]:
    """What is left to review, most worthwhile first.

    Args:
        dockets: records as the reviewer may see them.
        reviewer: whose skipped fields are left out.
        second: only what this reviewer himself decided is left out, not what others did.
        most: how many questions.
    """
    questions = (
        question for docket in dockets for question in questions_of(docket, reviewer=reviewer, second=second)
    )
    if most is None:
        return tuple(sorted(questions, key=lambda question: question.order))
    return tuple(heapq.nsmallest(most, questions, key=lambda question: question.order))


def first_priority(docket: Docket) -> float:
    """The priority of the first question of a record; 0 where none is open."""
    if docket.decisions or docket.record.dissents:
        return max((question.priority for question in questions_of(docket)), default=0.0)
    worth = _worth(docket)
    return _rounded(max(_value(worth, shape, confidence) for shape, confidence in _doubts(docket.engagement)))


def _doubts(eng: Engagement) -> Iterator[tuple[str, float]]:
    """What is asked of an event on which reports agree: the shape of each field and how sure it is.

    Of fields that are as sure as the kind, only the kind, on which as much hangs as on any.
    """
    yield "kind", eng.confidence
    for party in eng.participants:
        yield "participants[]", party.name.confidence
        if party.office is not None:
            yield "participants[].office", party.office.confidence
        if party.country is not None:
            yield "participants[].country", party.country.confidence
    for stop in eng.stops:
        yield "stops[]", stop.place.confidence
        if stop.date is not None:
            yield "stops[].date", stop.date.confidence
    for topic in eng.topics:
        yield "topics[]", topic.confidence
    for name in CITED:
        cited = getattr(eng, name)
        if cited is not None:
            yield name, cited.confidence


def questions_of(
    docket: Docket, *, reviewer: str | None = None, second: bool = False
) -> tuple[Question, ...]:
    """The open questions of one record, in the order of its fields."""
    if docket.outcome.deleted:
        return ()
    closed = _closed(docket, reviewer, second=second)
    conflicts = _conflicts(docket)
    fields = {field.path: field for field in docket.fields}
    for path in conflicts:
        fields.setdefault(path, Field(path, None))  # a member that is gone is still to be looked at
    flags = [decision for decision in live(docket.decisions) if decision.verdict is Verdict.FLAG]
    worth = _worth(docket)
    return tuple(
        _question(docket, field, conflicts.get(path, ()), flags, worth)
        for path, field in fields.items()
        if path in conflicts or (path not in closed and _is_asked(field))
    )


def _closed(docket: Docket, reviewer: str | None, *, second: bool) -> frozenset[str]:
    """Fields that need no look: ruled on, by this reviewer if it is a second coding, or skipped by him."""
    paths: set[str] = set()
    rulings = [decision for decision in live(docket.decisions) if decision.verdict in RULINGS]
    names, holding = former_names(rulings), standing(docket.decisions)
    for path, decision in holding.items():
        if path is not None and (not second or reviewer in latest_of_each(docket.decisions, path)):
            paths.add(find_path(docket.engagement, path, decision, names))
    for decision in live(docket.decisions):
        if decision.verdict is Verdict.SKIP and decision.author == reviewer:
            if decision.field is None:
                return frozenset(field.path for field in docket.fields)
            paths.add(canonical(decision.field, names) or "")
    return frozenset(paths)


def _conflicts(docket: Docket) -> Mapping[str, tuple[Conflict, ...]]:
    found: dict[str, tuple[Conflict, ...]] = {}
    for conflict in docket.outcome.conflicts:
        path = conflict.field or "kind"
        found[path] = (*found.get(path, ()), conflict)
    return found


def _is_asked(field: Field) -> bool:
    """Whether there is anything to say of it: empty fields and plain "no" of a flag ask nothing."""
    return field.value is not None and field.value is not False


def _question(
    docket: Docket, field: Field, conflicts: tuple[Conflict, ...], flagged: Sequence[Decision], worth: float
) -> Question:
    """``worth`` is that of the record; how much hangs on the field is added here."""
    dissents = tuple(dissent for dissent in docket.record.dissents if dissent.field == field.path)
    flags = tuple(decision.why for decision in flagged if decision.field in (field.path, None))
    doubt = _DISSENT * bool(dissents) + _FLAGGED * bool(flags) + _CONFLICT * bool(conflicts)
    return Question(
        record_id=docket.record.record_id,
        field=field,
        priority=_rounded(_value(worth, shape_of(field.path), field.confidence, doubt)),
        conflicts=conflicts,
        dissents=dissents,
        flags=flags,
    )


def _value(worth: float, shape: str, confidence: float, doubt: float = 0.0) -> float:
    """What a look is worth; ``doubt`` is what comes on top of the reader's own."""
    return worth * _WEIGHTS[shape] * (max(_LEAST_DOUBT, 1.0 - confidence) + doubt)


def _rounded(priority: float) -> float:
    return round(priority, 6)


def _worth(docket: Docket) -> float:
    """How much the record matters: what it is about, its kind, how many tell it."""
    eng = docket.engagement
    sources = 1.0 + _PER_SOURCE * (min(docket.record.sources, _MOST_SOURCES) - 1)
    return _KINDS.get(eng.kind, _OTHER_KIND) * (1.0 if eng.main else _IN_PASSING) * max(sources, 1.0)
