"""Applying decisions to an engagement: what analysts decided stands, whatever the machine reads now.

Where the machine reads something else than on the day of the decision, or the words are gone, the decision stands all the
same and a conflict says so; it puts the field back into the review queue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.citation import Cited, Evidence
from dragoman.engagements.engagement import Engagement
from dragoman.record.anchors import relocate
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
from dragoman.record.fields import field_at, keyed, put
from dragoman.record.record import Conflict, Ruling
from dragoman.record.values import Value, same_value, settle, split_path, value_json

READS_OTHERWISE = "the machine now reads something else"
NO_LONGER_READ = "the machine no longer reads it"
WORDS_GONE = "its words are no longer in the article"
MEMBER_GONE = "whom or what it belongs to is no longer there"
CODERS_DIFFER = "coders decided otherwise without seeing each other"
_UNWANTED = frozenset({Verdict.REJECT, Verdict.DELETE})
_SAID = {Verdict.ACCEPT: "accepted", Verdict.CORRECT: "corrected"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """An engagement with decisions applied, which of them hold, and where they meet something unexpected."""

    engagement: Engagement
    applied: tuple[Ruling, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    deleted: bool = False


def apply_decisions(
    eng: Engagement, decisions: Iterable[Decision], texts: Mapping[str, str] | None = None
) -> Outcome:
    """Apply what was decided on the event of ``eng``.

    Args:
        eng: as the machine reads it.
        decisions: those whose anchors mean this event, in any order.
        texts: article texts by id, to check that the words of a decision are still there.
    """
    known = tuple(decisions)
    if not known:
        return Outcome(eng)
    holding = standing(known)
    case = _case_of(known, holding, texts or {})
    conflicts: list[Conflict] = []
    for path, decision in case.fields:
        eng, found = _apply(eng, path, decision, case)
        conflicts += found
    conflicts += _differences(holding, known)
    whole = holding.get(None)
    deleted = whole is not None and whole.verdict in _UNWANTED
    if whole is not None and not deleted:
        eng = replace(eng, confidence=1.0)
    ordered = sorted(holding.items(), key=lambda item: item[0] or "")
    return Outcome(
        engagement=eng,
        applied=tuple(Ruling(path, d.verdict, d.decision_id, d.author, d.made) for path, d in ordered),
        conflicts=()
        if deleted
        else tuple(sorted(conflicts, key=lambda c: (c.field or "", c.reason, c.read))),
        deleted=deleted,
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """What is the same for all fields: rulings to apply, members before their parts, names, members taken out."""

    fields: tuple[tuple[str, Decision], ...]
    names: Mapping[str, str]
    taken_out: frozenset[str]
    texts: Mapping[str, str]


def _case_of(
    known: Iterable[Decision], holding: Mapping[str | None, Decision], texts: Mapping[str, str]
) -> _Case:
    fields = [(path, decision) for path, decision in holding.items() if path is not None]
    fields.sort(key=lambda item: (split_path(item[0])[2] is not None, item[1].moment, item[0]))
    return _Case(
        fields=tuple(fields),
        names=former_names(decision for decision in live(known) if decision.verdict in RULINGS),
        taken_out=frozenset(path for path, decision in fields if decision.result(path) is None),
        texts=texts,
    )


def find_path(eng: Engagement, path: str, decision: Decision | None, names: Mapping[str, str]) -> str:
    """``path`` as ``eng`` has it: its member may stand under a former or later name, or have got an id since."""
    name, key, part = split_path(path)
    if key is None:
        return path
    present = {f"{name}[{found}]": member for found, member in keyed(getattr(eng, name))}
    first = canonical(f"{name}[{key}]", names)
    same = [first, *(now for now, before in names.items() if before == first)]
    found_path = next((one for one in same if one in present), None)
    if found_path is None and name == "participants":
        found_path = _by_name(eng, {split_path(one)[1] for one in same if one}, decision)
    found_path = found_path or f"{name}[{key}]"
    return f"{found_path}.{part}" if part else found_path


def _by_name(eng: Engagement, keys: set[str | None], decision: Decision | None) -> str | None:
    """The participant that had one of the keys when it was decided, by name."""
    pairs = [pair for anchor in (decision.anchors if decision else ()) for pair in anchor.participants]
    known = {name.casefold() for key, name in pairs if key in keys} | {key for key in keys if key}
    for key, who in keyed(eng.participants):
        if who.name.value.casefold() in known:
            return f"participants[{key}]"
    return None


def _apply(eng: Engagement, path: str, decision: Decision, case: _Case) -> tuple[Engagement, list[Conflict]]:
    there = find_path(eng, path, decision, case.names)
    field = field_at(eng, there)
    wanted, read = decision.result(path), decision.reading(path)
    if field is None and split_path(path)[2] is not None:
        is_gone = wanted is not None and _member(path) not in case.taken_out
        return eng, [_conflict(path, decision, None, MEMBER_GONE)] if is_gone else []
    now = None if field is None else field.value
    conflicts = []
    if not same_value(now, read) and not same_value(now, wanted):
        conflicts.append(_conflict(path, decision, now, NO_LONGER_READ if now is None else READS_OTHERWISE))
    if wanted is None:
        return put(eng, there, None), conflicts
    is_kept = decision.verdict is Verdict.ACCEPT and same_value(now, wanted)
    evidence = () if field is None else field.evidence
    if decision.evidence and not is_kept:
        evidence = _placed(decision.evidence, case.texts)
        if not evidence:
            conflicts.append(_conflict(path, decision, now, WORDS_GONE))
    value = now if is_kept and now is not None else settle(now, wanted)
    said = f"{_SAID[decision.verdict]} by {decision.author}"
    return put(eng, there, Cited(value, evidence, 1.0, said)), conflicts


def _placed(evidence: Iterable[Evidence], texts: Mapping[str, str]) -> tuple[Evidence, ...]:
    """The evidence where the articles have its words now; of an article that is not at hand, as it was."""
    placed = (relocate(one, texts[one.article_id]) if one.article_id in texts else one for one in evidence)
    return tuple(one for one in placed if one is not None)


def _differences(holding: Mapping[str | None, Decision], known: tuple[Decision, ...]) -> Iterator[Conflict]:
    """Where somebody else's latest ruling says otherwise and whoever ruled last had not seen it."""
    for path, decision in holding.items():
        for author, other in latest_of_each(known, path).items():
            unseen = author != decision.author and other.decision_id not in decision.after
            if unseen and not _agree(path, decision, other):
                said = None if path is None else other.result(path)
                yield _conflict(path, decision, said, CODERS_DIFFER)


def _agree(path: str | None, one: Decision, other: Decision) -> bool:
    if path is None:
        return (one.verdict in _UNWANTED) == (other.verdict in _UNWANTED)
    return same_value(one.result(path), other.result(path))


def _conflict(path: str | None, decision: Decision, read: Value | None, reason: str) -> Conflict:
    decided = None if path is None else decision.result(path)
    return Conflict(path, reason, decision.decision_id, value_json(read), value_json(decided))


def _member(path: str) -> str:
    return path.rpartition(".")[0]
