"""The API's decisions: those there are, and one more."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from fastapi.responses import Response

from dragoman.errors import DecisionError
from dragoman.record.deciding import Reviewer
from dragoman.record.decisions import Verdict
from dragoman.store.desk import Desk
from dragoman.web.access import Reader
from dragoman.web.access import Reviewer as MayReview
from dragoman.web.api_records import etag_of
from dragoman.web.api_shapes import NOT_FOUND, PROBLEMS, DecisionIn, Listed, json_answer, listed
from dragoman.web.problems import Problem
from dragoman.web.reviewing import refused, rule
from dragoman.web.site import SiteDep
from dragoman.web.views_record import find_record

router = APIRouter(prefix="/api/v1", tags=["decisions"], responses=PROBLEMS)
_CHANGED: dict[int | str, dict[str, Any]] = {
    409: {"description": "Changed meanwhile"},
    412: {"description": "The record is not the one you saw"},
}


@router.get("/decisions", response_model=Listed)
def decisions(
    site: SiteDep, _visitor: Reader, author: Annotated[str | None, Query(max_length=200)] = None
) -> Response:
    """All decisions, by time; of one author if asked."""
    return listed(list(Desk(site.archive).decisions(author)))


@router.post(
    "/decisions", status_code=201, response_model=dict[str, object], responses={**NOT_FOUND, **_CHANGED}
)
def add_decision(
    given: DecisionIn,
    site: SiteDep,
    visitor: MayReview,
    if_match: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """Decide on a field of a record. With `If-Match` it is refused if the record is not the one you saw."""
    record = find_record(site, given.record)
    if if_match is not None and etag_of(record) not in if_match:
        raise Problem(412, "Changed meanwhile", "The record is not the one you saw; get it again.")
    desk, reviewer = Desk(site.archive), Reviewer(visitor.name)
    docket = desk.docket(record.record_id, reviewer)
    try:
        decision = rule(
            desk,
            docket,
            reviewer,
            Verdict(given.verdict),
            given.field,
            typed=given.value,
            why=given.why,
            undoes=given.undoes,
        )
    except DecisionError as error:
        raise refused(error) from error
    return json_answer(decision, 201)
