"""Review: one field at a time in its sentence, by keyboard or mouse; undo without end; blind second coding; agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.errors import DecisionError
from dragoman.record.agreement import agreement
from dragoman.record.deciding import Reviewer
from dragoman.record.decisions import Verdict
from dragoman.record.docket import Docket
from dragoman.record.queue import Question
from dragoman.store.desk import Desk
from dragoman.web.access import Reviewer as MayReview
from dragoman.web.facts import value_in_words
from dragoman.web.lines import line_of
from dragoman.web.problems import Problem
from dragoman.web.rendering import page
from dragoman.web.reviewing import alike, asked_of, label_of, last_own, refused, rule, steps_of, words_at
from dragoman.web.site import Site, SiteDep

router = APIRouter(prefix="/review", include_in_schema=False)
_SHOWN = 25
KEYS = (
    ("accept", "a", "Accept"),
    ("reject", "x", "Reject"),
    ("edit", "e", "Correct"),
    ("select", "s", "Select other words"),
    ("next", "j", "Next field"),
    ("previous", "k", "Previous field"),
    ("rest", "Enter", "Accept all remaining"),
    ("undo", "u", "Undo"),
    ("flag", "f", "Flag"),
    ("skip", "g", "Skip the record"),
    ("help", "?", "Keys"),
)
Text = Annotated[str, Form(max_length=4000)]


@router.get("")
def review(
    request: Request,
    site: SiteDep,
    visitor: MayReview,
    record: Annotated[str, Query(max_length=64)] = "",
    field: Annotated[str, Query(max_length=300)] = "",
    blind: bool = False,
    accepted: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Response:
    """The field asked for; without one the most worthwhile of the record; without that the most worthwhile of all."""
    desk, reviewer = Desk(site.archive), Reviewer(visitor.name, blind)
    if not record:
        queue = desk.queue(reviewer, most=_SHOWN)
        if queue:
            return _to(queue[0].record_id, queue[0].field.path, reviewer)
        return page(
            request,
            "review_done.html",
            title="Review",
            here="review",
            archived=site.archive.stats().articles > 0,
            blind=blind,
        )
    docket = desk.docket(record, reviewer)
    questions = desk.questions(record, reviewer)
    if not field:
        field = questions[0].field.path if questions else docket.fields[0].path
    return _question_page(request, site, desk, docket, questions, field, reviewer, accepted=accepted)


@router.post("/decide")
def decide_field(
    request: Request,
    site: SiteDep,
    visitor: MayReview,
    record: Text,
    act: Text,
    field: Text = "",
    token: Text = "",
    value: Text = "",
    why: Text = "",
    article: Text = "",
    start: Text = "",
    end: Text = "",
    blind: Text = "",
) -> Response:
    """What a button says of the field, or of all that is left of the record."""
    desk, reviewer = Desk(site.archive), Reviewer(visitor.name, blind == "yes")
    docket = desk.docket(record, reviewer)
    accepted = 0
    try:
        match act:
            case "rest":
                for question in desk.questions(record, reviewer):
                    if question.field.value is not None:
                        rule(
                            desk, desk.docket(record, reviewer), reviewer, Verdict.ACCEPT, question.field.path
                        )
            case "alike":
                same = alike(desk, docket, field, reviewer)
                rule(desk, docket, reviewer, Verdict.ACCEPT, field, token=token)
                for question in same:
                    other = desk.docket(question.record_id, reviewer)
                    rule(desk, other, reviewer, Verdict.ACCEPT, question.field.path)
                accepted = 1 + len(same)
            case "skip":
                rule(desk, docket, reviewer, Verdict.SKIP, None)
            case "accept" | "reject" | "correct" | "flag":
                words = words_at(desk, article, start, end)
                typed = value if act == "correct" and value else None
                rule(
                    desk,
                    docket,
                    reviewer,
                    Verdict(act),
                    field,
                    token=token,
                    typed=typed,
                    words=words,
                    why=why or None,
                )
            case _:
                raise Problem(422, "Not decided", f"{act[:40]!r} is nothing that can be done here.")
    except DecisionError as error:
        return _refused_page(request, site, desk, record, field, reviewer, refused(error))
    return _onwards(desk, record, field, reviewer, accepted)


@router.post("/undo")
def undo_last(site: SiteDep, visitor: MayReview, blind: Text = "") -> Response:
    """Withdraw the reviewer's last decision, wherever it was, and go back there."""
    desk, reviewer = Desk(site.archive), Reviewer(visitor.name, blind == "yes")
    last = last_own(desk, reviewer)
    if last is None:
        return RedirectResponse("/review", 303)
    decision_id, record_id = last
    docket = desk.docket(record_id, reviewer)
    undone = next((one for one in docket.decisions if one.decision_id == decision_id), None)
    rule(desk, docket, reviewer, Verdict.UNDO, None, undoes=decision_id)
    return _to(record_id, undone.field or "" if undone else "", reviewer)


@router.get("/agreement")
def agreement_page(request: Request, site: SiteDep, _visitor: MayReview) -> HTMLResponse:
    """How far coders agree, per field, and where they differ."""
    desk = Desk(site.archive)
    by_record = desk.decisions_by_record()
    coders = sorted({decision.author for decisions in by_record.values() for decision in decisions})
    rows, differences = agreement(by_record, coders) if len(coders) > 1 else ((), ())
    return page(
        request,
        "agreement.html",
        title="Agreement",
        here="review",
        coders=coders,
        rows=rows,
        differences=differences[:200],
    )


def _question_page(
    request: Request,
    site: Site,
    desk: Desk,
    docket: Docket,
    questions: Sequence[Question],
    field: str,
    reviewer: Reviewer,
    problem: Problem | None = None,
    accepted: int = 0,
) -> HTMLResponse:
    asked = asked_of(docket, field, desk, site.teller)
    steps = steps_of(docket, questions, field)
    paths = [step.path for step in steps]
    place = paths.index(field) if field in paths else 0
    question = next((one for one in questions if one.field.path == field), None)
    others = [
        (value_in_words(one.value, site.teller), len(one.reports))
        for one in (question.dissents if question else ())
    ]
    return page(
        request,
        "review.html",
        title="Review",
        here="review",
        status=problem.status if problem else 200,
        problem=problem,
        line=line_of(docket.record, site.teller),
        asked=asked,
        steps=steps,
        left=len(questions),
        before=_address(docket.record.record_id, paths[place - 1] if place else paths[-1], reviewer),
        after=_address(docket.record.record_id, paths[(place + 1) % len(paths)], reviewer),
        addresses={path: _address(docket.record.record_id, path, reviewer) for path in paths},
        conflicts=[
            (one.reason, label_of(one.field or "kind", docket))
            for one in docket.outcome.conflicts
            if one.field == field
        ],
        others=others,
        accepted=accepted,
        blind=reviewer.blind,
        keys=KEYS,
    )


def _refused_page(
    request: Request, site: Site, desk: Desk, record: str, field: str, reviewer: Reviewer, problem: Problem
) -> HTMLResponse:
    docket = desk.docket(record, reviewer)
    path = field or docket.fields[0].path
    return _question_page(
        request, site, desk, docket, desk.questions(record, reviewer), path, reviewer, problem
    )


def _onwards(desk: Desk, record: str, field: str, reviewer: Reviewer, accepted: int) -> Response:
    """To the next open field of the record after this one, else to the next record."""
    docket = desk.docket(record, reviewer)
    left = [question.field.path for question in desk.questions(record, reviewer)]
    order = [one.path for one in docket.fields]
    later = [
        path for path in order if path in left and field in order and order.index(path) > order.index(field)
    ]
    following = [*later, *left]
    return _to(record, following[0], reviewer, accepted) if following else _to("", "", reviewer)


def _to(record: str, field: str, reviewer: Reviewer, accepted: int = 0) -> RedirectResponse:
    return RedirectResponse(_address(record, field, reviewer, accepted), 303)


def _address(record: str, field: str, reviewer: Reviewer, accepted: int = 0) -> str:
    asked = {
        "record": record,
        "field": field,
        "blind": "yes" if reviewer.blind else "",
        "accepted": accepted or "",
    }
    string = urlencode({name: text for name, text in asked.items() if text})
    return f"/review?{string}" if string else "/review"
