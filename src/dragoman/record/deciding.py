"""Deciding: what a reviewer chose or typed becomes a decision, complete with what it was decided on.

Terminal, scripts and web page all decide through `decide`, so that no decision lacks what it takes to apply it later.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from dragoman.citation import Evidence, Span, cite
from dragoman.errors import DecisionError
from dragoman.record.anchors import Anchor, anchor_of
from dragoman.record.decisions import Decision, Verdict, check, identified, latest_of_each, live
from dragoman.record.docket import Docket
from dragoman.record.fields import field_at, key_of_value
from dragoman.record.record import Record
from dragoman.record.typed import parse_value
from dragoman.record.values import LISTS, NEVER_EMPTY, Party, Value, shape_of, value_json

_MOST_ANCHORS = 8
"""Tellings a decision is tied to; one would do while its article is read as it was, more survive its being lost."""
_RULE = "decision"
_TICK = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and whether without seeing the decisions of others."""

    name: str
    blind: bool = False


def decide(
    docket: Docket,
    verdict: Verdict,
    reviewer: Reviewer,
    made: dt.datetime,
    *,
    field: str | None = None,
    typed: str | None = None,
    words: tuple[Evidence, ...] = (),
    why: str | None = None,
    other: tuple[Anchor, ...] = (),
    undoes: str | None = None,
) -> Decision:
    """A decision on the record of ``docket``, checked, with its id.

    Args:
        docket: the record as the reviewer saw it.
        verdict: what is said.
        reviewer: who says it.
        made: when, in UTC.
        field: of which field; a list without a key (``topics``) adds a member. ``None`` is the whole record.
        typed: the value of a correction, as `typed` reads it; without it the value stays and only ``words`` change.
        words: the words of the article a correction rests on.
        why: a remark for people.
        other: of a merge or split, where the other event or telling is told.
        undoes: the decision an undo withdraws.

    Raises:
        DecisionError: if that says nothing sensible; the message says what would.
    """
    value = _corrected(docket, field, typed, words) if verdict is Verdict.CORRECT and field else None
    if value is not None and field in LISTS:
        field = _new_member(docket, field, value)
    shown = None if field is None else field_at(docket.engagement, field)
    seen = None if field is None else docket.value_at(field)
    if field is not None and verdict is not Verdict.CORRECT:
        _check_there(docket, field)
    return _checked(
        Decision(
            decision_id="",
            verdict=verdict,
            author=reviewer.name,
            made=_after_all(docket.decisions, made),
            anchors=_anchors(docket.record, verdict, field, other),
            field=field,
            seen=value_json(seen),
            read=value_json(None if field is None else docket.machine_value_at(field)),
            value=None if value is None else value_json(value),
            evidence=shown.evidence if shown is not None and verdict is Verdict.ACCEPT else words,
            why=why,
            other=other,
            undoes=undoes,
            after=_seen_before(docket, field),
            blind=reviewer.blind,
        )
    )


def undo(docket: Docket, reviewer: Reviewer, made: dt.datetime, undoes: str | None = None) -> Decision:
    """Withdraw a decision on the record; by default the reviewer's last one that still holds.

    Raises:
        DecisionError: if there is none.
    """
    own = [d.decision_id for d in live(docket.decisions) if d.author == reviewer.name]
    known = {d.decision_id for d in docket.decisions}
    if undoes is None and not own:
        raise DecisionError(f"{reviewer.name} has decided nothing on this record that could be withdrawn")
    if undoes is not None and undoes not in known:
        raise DecisionError(f"{undoes} is no decision on this record")
    return decide(docket, Verdict.UNDO, reviewer, made, undoes=undoes or own[-1])


def anchors_of(record: Record, field: str | None = None) -> tuple[Anchor, ...]:
    """Where the record's event is told, the tellings that support ``field`` first."""
    supporting = {one for choice in record.choices if choice.field == field for one in choice.reports}
    told = [report.engagement for report in record.reports if report.engagement.trigger]
    told.sort(key=lambda eng: eng.engagement_id not in supporting)
    return tuple(anchor_of(eng) for eng in told[:_MOST_ANCHORS])


def _anchors(
    record: Record, verdict: Verdict, field: str | None, other: tuple[Anchor, ...]
) -> tuple[Anchor, ...]:
    """Where it is told; of a split, without the reports that are taken out."""
    anchors, apart = anchors_of(record, field), {anchor.report_id for anchor in other}
    own = {report.report_id for report in record.reports}
    if verdict is Verdict.MERGE and apart <= own and apart:
        raise DecisionError("the other is this record already")
    if verdict is not Verdict.SPLIT:
        return anchors
    if not apart <= own:
        raise DecisionError("only reports of this record can be split off; it has " + ", ".join(sorted(own)))
    kept = tuple(anchor for anchor in anchors if anchor.report_id not in apart)
    if not kept:
        raise DecisionError("at least one report has to stay; nothing is left to split off")
    return kept


def find_words(article_id: str, text: str, words: str, near: int = 0) -> Evidence:
    """The place nearest to ``near`` where the article has ``words``; capitals and line ends do not matter.

    >>> find_words("a", "Aalto met\\nDahl. Dahl left.", "met dahl").quote
    'met\\nDahl'

    Raises:
        DecisionError: if they do not stand there.
    """
    parts = [re.escape(part) for part in words.split()]
    found = [match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)] if parts else []
    if not found:
        raise DecisionError(f"the article does not have the words “{words}”; copy them as they stand there")
    start, end = min(found, key=lambda place: (abs(place[0] - near), place))
    return cite(text, article_id, Span(start, end), _RULE)


def find_in_record(docket: Docket, words: str, field: str | None = None) -> Evidence:
    """Where an article of the record has ``words``: nearest to those that ``field`` rests on, else in any of its articles.

    Raises:
        DecisionError: if none has them.
    """
    shown = None if field is None or field in LISTS else field_at(docket.engagement, docket.path_of(field))
    known = (shown.evidence if shown is not None else ()) or docket.engagement.trigger
    near = {one.article_id: one.span.start for one in reversed(known)}
    for article_id in (*near, *(one for one in docket.texts if one not in near)):
        with suppress(DecisionError):
            return find_words(article_id, docket.texts.get(article_id, ""), words, near.get(article_id, 0))
    raise DecisionError(f"no article of the record has the words “{words}”; copy them as they stand there")


def _corrected(docket: Docket, field: str, typed: str | None, words: Iterable[Evidence]) -> Value:
    """The value of a correction: typed, or as it stands where only its words are corrected."""
    if typed is None:
        value = docket.value_at(field)
        if value is None or not tuple(words):
            raise DecisionError(f"{field}: a correction needs a value; reject it to empty the field")
        return value
    value = parse_value(field, typed)
    before = docket.value_at(field)
    if isinstance(value, Party) and isinstance(before, Party) and not typed.lstrip().startswith("{"):
        return replace(
            value,
            role=before.role,
            office=value.office or before.office,
            country=value.country or before.country,
        )
    return value


def _new_member(docket: Docket, name: str, value: Value) -> str:
    path = f"{name}[{key_of_value(value)}]"
    if field_at(docket.engagement, path) is not None:
        raise DecisionError(f"{path} is already there")
    return path


def _check_there(docket: Docket, field: str) -> None:
    """A verdict on a member needs the member, or an earlier decision that took it out or conflicts."""
    shape = shape_of(field)
    if "[" in shape and docket.value_at(field) is None and not latest_of_each(docket.decisions, field):
        member = field_at(docket.engagement, field)
        if member is None:
            there = [one.path for one in docket.fields if one.path.startswith(shape.partition("[")[0])]
            raise DecisionError(f"{field} is not there; there {', '.join(there) or 'is none'}")
    if shape in NEVER_EMPTY and docket.value_at(field) is None:
        raise DecisionError(f"{field} is not there")


def _seen_before(docket: Docket, field: str | None) -> tuple[str, ...]:
    return tuple(sorted(d.decision_id for d in latest_of_each(docket.decisions, field).values()))


def _after_all(decisions: Iterable[Decision], made: dt.datetime) -> dt.datetime:
    """The moment, but after what its author has seen: a clock that is slow must not make a decision count for nothing."""
    return max((made, *(decision.made + _TICK for decision in decisions)))


def _checked(decision: Decision) -> Decision:
    check(decision)
    return identified(decision)
