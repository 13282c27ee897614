"""Decisions: what analysts said of a record, field by field. Decisions are only ever added; an undo is one too.

`standing` says which decision holds for each field. The latest does; order of arrival does not matter, since the moment
and the id decide. What a decision does to an engagement is `applying`'s.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dragoman.citation import Evidence
from dragoman.codec import from_json, to_json
from dragoman.errors import CodecError, DecisionError, StaleDecisionError
from dragoman.record.anchors import Anchor
from dragoman.record.fields import key_of_value
from dragoman.record.typed import in_words
from dragoman.record.values import (
    LISTS,
    NEVER_EMPTY,
    Party,
    Value,
    same_value,
    shape_of,
    split_path,
    value_of,
)


class Verdict(StrEnum):
    """What an analyst can say of a field or of a whole record."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    DELETE = "delete"
    RESTORE = "restore"
    COMMENT = "comment"
    FLAG = "flag"
    SKIP = "skip"
    UNDO = "undo"


RULINGS = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.DELETE, Verdict.RESTORE})
"""Verdicts that say what holds; of those on one field the latest stands."""
_OF_A_FIELD = frozenset(
    {Verdict.CORRECT, Verdict.ACCEPT, Verdict.REJECT, Verdict.COMMENT, Verdict.FLAG, Verdict.SKIP}
)
_OF_THE_WHOLE = frozenset(Verdict) - {Verdict.CORRECT}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. Values are JSON as `values` writes it, ``"null"`` an empty field.

    Attributes:
        anchors: where the event is told; the first is the telling that was shown.
        field: a path as `fields` names it; ``None`` is the whole record.
        seen: the value that was shown, earlier decisions applied.
        read: the value that the machine read then.
        value: what a correction says instead.
        evidence: the words the value rests on; of an acceptance those that were shown.
        other: of a merge or a split, where the other event or telling is told.
        undoes: the decision an undo withdraws.
        after: the decisions on this field that its author had seen.
        blind: made without seeing those of others.
    """

    decision_id: str
    verdict: Verdict
    author: str
    made: dt.datetime
    anchors: tuple[Anchor, ...]
    field: str | None = None
    seen: str = "null"
    read: str = "null"
    value: str | None = None
    evidence: tuple[Evidence, ...] = ()
    why: str | None = None
    other: tuple[Anchor, ...] = ()
    undoes: str | None = None
    after: tuple[str, ...] = ()
    blind: bool = False

    @property
    def moment(self) -> tuple[dt.datetime, str]:
        """By what decisions are ordered."""
        return self.made, self.decision_id

    def result(self, path: str) -> Value | None:
        """What the decision says ``path`` holds: its field, or of a participant a part of it."""
        if self.verdict is Verdict.REJECT:
            return None
        return self._at(path, self.seen if self.verdict is Verdict.ACCEPT else self.value or "null")

    def reading(self, path: str) -> Value | None:
        """What the machine read at ``path`` when it was decided."""
        return self._at(path, self.read)

    def _at(self, path: str, json: str) -> Value | None:
        field = self.field or ""
        value = value_of(field, json)
        part = split_path(path)[2]
        if isinstance(value, Party) and part is not None and split_path(field)[2] is None:
            found: Value | None = getattr(value, part)
            return found
        return value


def identified(decision: Decision) -> Decision:
    """The decision with the id that its content gives it, so that importing it twice is harmless."""
    bare = replace(decision, decision_id="")
    return replace(decision, decision_id=hashlib.sha256(to_json(bare).encode()).hexdigest()[:16])


def check(decision: Decision) -> None:
    """Refuse a decision that says nothing sensible.

    Raises:
        DecisionError: naming what is wrong and what would do.
    """
    verdict, field = decision.verdict, decision.field
    if not decision.author.strip():
        raise DecisionError("a decision needs its author")
    if decision.made.tzinfo is None:
        raise DecisionError(f"{decision.made} has no time zone; give UTC, as 2026-03-01T09:30:00Z")
    if not decision.anchors:
        raise DecisionError("a decision needs the place where its event is told")
    allowed = _OF_THE_WHOLE if field is None else _OF_A_FIELD
    if verdict not in allowed:
        raise DecisionError(f"{verdict} is not said of {field or 'a whole record'}; there {_listed(allowed)}")
    if verdict in (Verdict.MERGE, Verdict.SPLIT) and not decision.other:
        raise DecisionError(f"{verdict} needs the other report or record")
    if verdict is Verdict.UNDO and decision.undoes is None:
        raise DecisionError("undo needs the decision it withdraws")
    if verdict is Verdict.COMMENT and not decision.why:
        raise DecisionError("a comment needs its words")
    if field is not None:
        _check_field(decision, field)


def _check_field(decision: Decision, field: str) -> None:
    shape = shape_of(field)
    if shape in LISTS:
        raise DecisionError(f"{field} is a list: say which, as {field}[…]")
    for json in (decision.seen, decision.read):
        value_of(field, json)
    if decision.verdict is Verdict.REJECT and shape in NEVER_EMPTY:
        raise DecisionError(f"{field} cannot be empty: correct it instead of rejecting it")
    if decision.verdict is Verdict.ACCEPT and decision.seen == "null" and shape in NEVER_EMPTY:
        raise DecisionError(f"{field} is empty: there is nothing to accept")
    if decision.verdict is Verdict.CORRECT and value_of(field, decision.value or "null") is None:
        raise DecisionError(f"{field}: a correction needs a value; reject it to empty the field")


def live(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions nobody has withdrawn, in order of time, without undos; each once."""
    ordered = sorted(
        {decision.decision_id: decision for decision in decisions}.values(), key=lambda d: d.moment
    )
    withdrawn: set[str] = set()
    for decision in reversed(ordered):  # a later undo decides first, so that an undo can be undone
        if decision.verdict is Verdict.UNDO and decision.decision_id not in withdrawn and decision.undoes:
            withdrawn.add(decision.undoes)
    return tuple(d for d in ordered if d.verdict is not Verdict.UNDO and d.decision_id not in withdrawn)


def standing(decisions: Iterable[Decision]) -> Mapping[str | None, Decision]:
    """For each field path (``None`` the whole record) the ruling that holds: the latest that is not withdrawn.

    A correction of a participant speaks for those of its role, office and country that it changes. A member that was
    renamed keeps the path it had first.
    """
    rulings = [decision for decision in live(decisions) if decision.verdict in RULINGS]
    names = former_names(rulings)
    return {path: decision for decision in rulings for path in _ruled(decision, names)}


def latest_of_each(decisions: Iterable[Decision], field: str | None) -> Mapping[str, Decision]:
    """Of each author the latest ruling on a field that is not withdrawn."""
    rulings = [decision for decision in live(decisions) if decision.verdict in RULINGS]
    names = former_names(rulings)
    wanted = canonical(field, names)
    return {decision.author: decision for decision in rulings if wanted in _ruled(decision, names)}


def former_names(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """For the path of each member that a correction renamed, the path it had first."""
    first: dict[str, str] = {}
    for decision in sorted(decisions, key=lambda d: d.moment):
        if decision.verdict is not Verdict.CORRECT or decision.field is None:
            continue
        name, key, part = split_path(decision.field)
        value = decision.result(decision.field)
        if key is None or part is not None or value is None:
            continue
        now = f"{name}[{key_of_value(value)}]"
        if now != decision.field and now not in first:
            first[now] = first.get(decision.field, decision.field)
    return first


def canonical(path: str | None, names: Mapping[str, str]) -> str | None:
    """The path under its member's first name."""
    if path is None:
        return None
    name, key, part = split_path(path)
    if key is None:
        return path
    member = f"{name}[{key}]"
    return names.get(member, member) + (f".{part}" if part else "")


def _ruled(decision: Decision, names: Mapping[str, str]) -> tuple[str | None, ...]:
    """The paths a ruling speaks for."""
    path = canonical(decision.field, names)
    if decision.verdict is not Verdict.CORRECT or path is None:
        return (path,)
    now, before = decision.result(path), value_of(path, decision.seen)
    if not (isinstance(now, Party) and isinstance(before, Party)):
        return (path,)
    parts = ("role", "office", "country")
    return (
        path,
        *(f"{path}.{part}" for part in parts if not same_value(getattr(now, part), getattr(before, part))),
    )


def check_fresh(decision: Decision, others: Sequence[Decision], now: Value | None) -> None:
    """Refuse a ruling that was made on something that has changed meanwhile.

    Args:
        decision: about to be saved.
        others: all decisions on the record so far.
        now: what the field holds at this moment, decisions applied.

    Raises:
        StaleDecisionError: if somebody decided after its author looked, or the value shown is no longer there.
    """
    if decision.verdict not in RULINGS:
        return
    known = [other for other in others if not decision.blind or other.author == decision.author]
    for newer in latest_of_each(known, decision.field).values():
        if newer.decision_id not in decision.after:
            raise StaleDecisionError(
                f"{_subject(decision)}: {told(newer)} after you looked; look again", newer
            )
    if decision.field is not None and not decision.blind:
        seen = value_of(decision.field, decision.seen)
        if not same_value(seen, now):
            raise StaleDecisionError(
                f"{decision.field}: you decided on {in_words(seen)}, but it is now {in_words(now)}; look again"
            )


def told(decision: Decision) -> str:
    """A decision in words: "anna corrected date to 2024-04-03 on 2026-03-01 09:30"."""
    verb = {"skip": "skipped", "flag": "flagged", "split": "split", "undo": "withdrew"}.get(
        decision.verdict, f"{decision.verdict}{'d' if decision.verdict.endswith('e') else 'ed'}"
    )
    what = decision.field or ("a decision" if decision.verdict is Verdict.UNDO else "the record")
    value = ""
    if decision.verdict is Verdict.CORRECT and decision.field is not None:
        value = f" to {in_words(decision.result(decision.field))}"
    return f"{decision.author} {verb} {what}{value} on {decision.made:%Y-%m-%d %H:%M}"


def decision_line(decision: Decision) -> str:
    """A decision as one line of JSON, without the line end."""
    return to_json(decision)


def decision_of(line: str) -> Decision:
    """A decision from its line of JSON, checked.

    Raises:
        DecisionError: if the line is no decision, or one that says nothing sensible.
    """
    try:
        decision = from_json(line, Decision)
    except CodecError as error:
        raise DecisionError(str(error)) from error
    check(decision)
    return decision


def _listed(verdicts: Iterable[Verdict]) -> str:
    return ", ".join(sorted(verdicts))


def _subject(decision: Decision) -> str:
    return decision.field or "the record"
