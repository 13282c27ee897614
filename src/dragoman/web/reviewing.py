"""Reviewing: one field of a record as it is asked on the page, and what a press of a button decides.

What was shown is summed up in a token that comes back with the decision: if the field, or what others decided on it,
has changed meanwhile, the decision is refused and the newer one shown.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.citation import Evidence, Span, cite
from dragoman.codec import to_json
from dragoman.errors import DecisionError, StaleDecisionError
from dragoman.exports.telling import Teller
from dragoman.pages.article import Article
from dragoman.record.deciding import Reviewer, decide, undo
from dragoman.record.decisions import Decision, Verdict, latest_of_each, live, told
from dragoman.record.docket import Docket
from dragoman.record.fields import Field
from dragoman.record.queue import Question
from dragoman.record.typed import in_words
from dragoman.record.values import Party, shape_of, split_path, value_json
from dragoman.store.desk import Desk
from dragoman.web.lines import sentence_span
from dragoman.web.problems import Problem

_LABELS = {
    "attributed_to": "according to",
    "content": "what was said",
    "mode": "way of acting",
    "name": "name of it",
}
_RULE = "decision"
_OFTEN_MISSING = ("date", "place")
"""Empty fields that are offered to be filled."""
_LOOKED_AT = 300
"""Questions among which the same value from the same source is looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the shown sentence; ``asked`` are the words of the field."""

    text: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it is asked: what it is called, what it says, its sentence, and how the page is to be told apart."""

    path: str
    label: str
    value: str
    typed: str
    pieces: tuple[Piece, ...]
    start: int
    article: Article | None
    token: str
    ruled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A field of the record in the row of fields; an empty one is offered to be filled."""

    path: str
    label: str
    current: bool
    done: bool
    empty: bool = False


def asked_of(docket: Docket, path: str, desk: Desk, teller: Teller) -> Asked:
    """A field of a docket, ready to be shown."""
    field = next((one for one in docket.fields if one.path == path), Field(path, None))
    pieces, start, article = _sentence(field, docket, desk)
    rulings = latest_of_each(docket.decisions, path)
    return Asked(
        path,
        label_of(path, docket),
        words_of(field, teller),
        "" if field.value is None else in_words(field.value),
        pieces,
        start,
        article,
        token_of(docket, path),
        tuple(told(decision) for decision in rulings.values()),
    )


def steps_of(docket: Docket, questions: Iterable[Question], current: str) -> tuple[Step, ...]:
    """The fields of the record that say something, in their order; done are those not asked any more."""
    left = {question.field.path for question in questions}
    paths = {
        field.path: False for field in docket.fields if field.value is not None and field.value is not False
    }
    paths |= {path: False for path in sorted(left) if path not in paths}
    paths |= {path: True for path in (*_OFTEN_MISSING, current) if path not in paths}
    return tuple(
        Step(path, label_of(path, docket), path == current, path not in left and not empty, empty)
        for path, empty in paths.items()
    )


def label_of(path: str, docket: Docket) -> str:
    """A field's path in words: "office of Aino Aalto"."""
    name, key, part = split_path(path)
    if key is None:
        return _LABELS.get(name, name.replace("_", " "))
    member = next((field.value for field in docket.fields if field.path == f"{name}[{key}]"), None)
    if name == "participants":
        who = member.name if isinstance(member, Party) else key
        return f"{part} of {who}" if part else "who took part"
    if name == "stops":
        return f"days in {key}" if part else "stop"
    return "topic"


def words_of(field: Field, teller: Teller) -> str:
    """A value as a person reads it."""
    value = field.value
    if isinstance(value, Party):
        office = f"{in_words(value.office)} " if value.office else ""
        country = f" of {teller.country(value.country)}" if value.country else ""
        return f"{office}{value.name}{country} ({value.role.replace('_', ' ')})"
    if shape_of(field.path) == "participants[].country" and isinstance(value, str):
        return teller.country(value)
    return "nothing" if value is None else in_words(value)


def token_of(docket: Docket, path: str | None) -> str:
    """Sums up what a reviewer sees of a field: its value and the decisions on it."""
    value = None if path is None else docket.value_at(path)
    known = sorted(decision.decision_id for decision in latest_of_each(docket.decisions, path).values())
    seen = [docket.record.record_id, path, value_json(value), known]
    return hashlib.sha256(to_json(seen).encode()).hexdigest()[:16]


def rule(
    desk: Desk,
    docket: Docket,
    reviewer: Reviewer,
    verdict: Verdict,
    path: str | None,
    *,
    token: str | None = None,
    typed: str | None = None,
    words: tuple[Evidence, ...] = (),
    why: str | None = None,
    undoes: str | None = None,
) -> Decision:
    """Decide and keep it.

    Raises:
        StaleDecisionError: what was shown has changed.
        DecisionError: it says nothing sensible.
    """
    if token is not None and token != token_of(docket, path):
        newer = list(latest_of_each(docket.decisions, path).values())
        now = in_words(docket.value_at(path)) if path else ""
        what = "; ".join(told(decision) for decision in newer) or f"it is now {now}"
        raise StaleDecisionError(f"It has changed since you looked: {what}. Look again.", *newer[:1])
    made = dt.datetime.now(dt.UTC)
    if verdict is Verdict.UNDO:
        decision = undo(docket, reviewer, made, undoes)
    else:
        decision = decide(docket, verdict, reviewer, made, field=path, typed=typed, words=words, why=why)
    desk.save(decision)
    return decision


def words_at(desk: Desk, article_id: str, start: str, end: str) -> tuple[Evidence, ...]:
    """The stretch of an article a reviewer selected."""
    if not article_id or not start or not end:
        return ()
    article = desk.article(article_id)
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(article.text)):
        raise DecisionError(f"{start}-{end} is no stretch of the article; select words of the sentence")
    return (cite(article.text, article_id, Span(int(start), int(end)), _RULE),)


def alike(desk: Desk, docket: Docket, path: str, reviewer: Reviewer) -> tuple[Question, ...]:
    """Open questions on the same field with the same value from the same source, in other records."""
    value = docket.value_at(path)
    if value is None:
        return ()
    sources = {report.publisher for report in docket.record.reports}
    return tuple(
        question
        for question in desk.queue(reviewer, most=_LOOKED_AT)
        if question.record_id != docket.record.record_id
        and shape_of(question.field.path) == shape_of(path)
        and question.field.value == value
        and not question.conflicts
        and {report.publisher for report in desk.docket(question.record_id, reviewer).record.reports}
        == sources
    )


def last_own(desk: Desk, reviewer: Reviewer) -> tuple[str, str] | None:
    """The reviewer's last decision that still holds, and its record."""
    own = [
        (decision.moment, decision.decision_id, record_id)
        for record_id, decisions in desk.decisions_by_record().items()
        for decision in live(decisions)
        if decision.author == reviewer.name
    ]
    if not own:
        return None
    _, decision_id, record_id = max(own)
    return decision_id, record_id


def refused(error: DecisionError) -> Problem:
    """A refusal to tell: 409 for something that has changed, 422 for something that says nothing."""
    stale = isinstance(error, StaleDecisionError)
    return Problem(409 if stale else 422, "Changed meanwhile" if stale else "Not decided", str(error))


def _sentence(field: Field, docket: Docket, desk: Desk) -> tuple[tuple[Piece, ...], int, Article | None]:
    """The sentence of a field's first words, else of the words that tell the event."""
    evidence = [*field.evidence, *docket.engagement.trigger]
    if not evidence:
        return (), 0, None
    first = evidence[0]
    article = desk.article(first.article_id)
    sentence = sentence_span(article.text, first.span)
    asked = sorted(
        {
            item.span
            for item in field.evidence
            if item.article_id == first.article_id and sentence.covers(item.span)
        }
    )
    pieces, at = [], sentence.start
    for span in asked:
        if span.start < at:
            continue
        pieces += [
            Piece(article.text[at : span.start], asked=False),
            Piece(span.of(article.text), asked=True),
        ]
        at = span.end
    pieces.append(Piece(article.text[at : sentence.end], asked=False))
    return tuple(piece for piece in pieces if piece.text), sentence.start, article
