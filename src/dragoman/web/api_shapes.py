"""Shapes of the API: what it takes and gives, as far as OpenAPI tells it. The fields of a record are in docs/json.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field, model_validator

from dragoman.codec import to_json
from dragoman.engagements.engagement import Kind, Status
from dragoman.store.query import MAX_LIMIT, Sort
from dragoman.store.query import Query as Asked
from dragoman.web.filters import MAX_WORDS, parse_filters

MAX_ARTICLE = 2_000_000
"""Characters of an article that is sent; more is no article."""


class ProblemDocument(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


class Listed(BaseModel):
    """A page of a list; `next` is the cursor of the page after it."""

    data: list[dict[str, Any]]
    next: str | None = None
    meta: dict[str, Any] = {}


class ArticleIn(BaseModel):
    """An article to read and keep: its text or its HTML, and what you know of it."""

    text: Annotated[str | None, Field(max_length=MAX_ARTICLE)] = None
    html: Annotated[str | None, Field(max_length=MAX_ARTICLE)] = None
    url: Annotated[str | None, Field(max_length=2000)] = None
    published: dt.date | None = None
    publisher: Annotated[str | None, Field(max_length=200)] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> ArticleIn:
        if bool(self.text) == bool(self.html):
            raise ValueError("send either text or html")
        return self


class ArticleOut(BaseModel):
    """What was read: the article, the records that came or changed, whether it was known already."""

    article_id: str
    known: bool
    reports: int
    records: list[str]
    skipped: list[str] = []


class DecisionIn(BaseModel):
    """A decision on a field of a record, or on the whole record where `field` is left out."""

    record: Annotated[str, Field(max_length=32)]
    verdict: Annotated[str, Field(pattern="^(accept|reject|correct|flag|skip|comment|undo|delete|restore)$")]
    field: Annotated[str | None, Field(max_length=300)] = None
    value: Annotated[str | None, Field(max_length=4000)] = None
    why: Annotated[str | None, Field(max_length=2000)] = None
    undoes: Annotated[str | None, Field(max_length=64)] = None


def asked_for(
    request: Request,
    q: Annotated[
        str, Query(max_length=MAX_WORDS, description="Words; “in quotes” a phrase, word* a beginning")
    ] = "",
    person: Annotated[
        str | None, Query(max_length=MAX_WORDS, description="An id (per:…) or words of a name")
    ] = None,
    country: Annotated[list[str] | None, Query(description="ISO alpha-3; all of them take part")] = None,
    organization: Annotated[
        str | None, Query(max_length=MAX_WORDS, description="An id (org:…) or a name")
    ] = None,
    kind: Annotated[list[Kind] | None, Query(description="One of them")] = None,
    status: Annotated[list[Status] | None, Query(description="One of them")] = None,
    since: Annotated[str | None, Query(alias="from", description="2024, 2024-04 or 2024-04-02")] = None,
    until: Annotated[str | None, Query(alias="to", description="Likewise")] = None,
    place: Annotated[
        str | None, Query(max_length=MAX_WORDS, description="A city, a place id, a country's code")
    ] = None,
    publisher: Annotated[str | None, Query(max_length=MAX_WORDS)] = None,
    code: Annotated[
        str | None, Query(max_length=40, description="PLOVER event or mode, or how a CAMEO code begins")
    ] = None,
    main: Annotated[str | None, Query(pattern="^(yes|no)$", description="Main event of its article")] = None,
    historical: Annotated[str | None, Query(pattern="^(yes|no)$")] = None,
    negated: Annotated[str | None, Query(pattern="^(yes|no)$")] = None,
    hypothetical: Annotated[str | None, Query(pattern="^(yes|no)$")] = None,
    sources: Annotated[str | None, Query(description="Told by so many articles or more")] = None,
    sort: Sort = Sort.NEWEST,
) -> Asked:
    """The filters of a list; they are read where the pages read theirs."""
    del q, person, country, organization, kind, status, since, until, place, publisher, code
    del main, historical, negated, hypothetical, sources, sort  # declared for the description
    return parse_filters(request.query_params.multi_items())


Filters = Annotated[Asked, Depends(asked_for)]
Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="How many at most")]
Cursor = Annotated[str | None, Query(max_length=600, description="The `next` of the page before")]
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": ProblemDocument, "description": title, "content": {"application/problem+json": {}}}
    for status, title in (
        (400, "Does not fit"),
        (401, "A key is needed"),
        (403, "Not allowed"),
        (422, "Does not fit"),
        (429, "Too often"),
    )
}
NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": ProblemDocument, "description": "No such thing"}}


def json_answer(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value of ours as JSON."""
    return Response(to_json(value), status, headers, "application/json")


def listed(data: Sequence[object], following: str | None = None, **meta: object) -> Response:
    """A page of a list."""
    return json_answer({"data": data, "next": following, "meta": meta})
