"""The API's records: lists by filter, one with its ETag, all as JSON lines, its history; timeline, network, search."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from fastapi.responses import Response, StreamingResponse

from dragoman.codec import to_json
from dragoman.exports.records import record_object
from dragoman.record.record import Record
from dragoman.web import cursors
from dragoman.web.access import Reader
from dragoman.web.api_shapes import NOT_FOUND, PROBLEMS, Cursor, Filters, Limit, Listed, json_answer, listed
from dragoman.web.names import names_found
from dragoman.web.site import SiteDep
from dragoman.web.views_export import FORMATS, stream
from dragoman.web.views_record import find_record

router = APIRouter(prefix="/api/v1", tags=["records"], responses=PROBLEMS)
Evidence = Annotated[bool, Query(description="With the words each value was read from")]
Actor = Annotated[str, Query(min_length=1, max_length=200, description="ISO alpha-3 code, id or name")]
_QUOTES = ("evidence", "trigger")


@router.get("/records", response_model=Listed)
def list_records(
    site: SiteDep,
    query: Filters,
    _visitor: Reader,
    limit: Limit = 50,
    cursor: Cursor = None,
    count: bool = False,
    evidence: Evidence = True,
) -> Response:
    """The records a filter finds, a page at a time."""
    found = site.archive.find(query, limit=limit, cursor=cursors.read(cursor, site))
    data = [shown(record, evidence=evidence) for record in found.records]
    meta: dict[str, object] = {"count": site.archive.count(query)} if count else {}
    return listed(data, cursors.sign(found.next, site), **meta)


@router.get("/records.jsonl", response_class=StreamingResponse)
def stream_records(site: SiteDep, query: Filters, _visitor: Reader) -> StreamingResponse:
    """All records a filter finds, one a line."""
    return StreamingResponse(stream("jsonl", query, site), media_type=FORMATS["jsonl"][2])


@router.get("/records.csv", response_class=StreamingResponse)
def stream_rows(site: SiteDep, query: Filters, _visitor: Reader) -> StreamingResponse:
    """All records a filter finds, one a row."""
    return StreamingResponse(stream("csv", query, site), media_type=FORMATS["csv"][2])


@router.get(
    "/records/{record_id}",
    response_model=dict[str, Any],
    responses=NOT_FOUND | {304: {"description": "Unchanged"}},
)
def one_record(
    record_id: str,
    site: SiteDep,
    _visitor: Reader,
    if_none_match: Annotated[str | None, Header(max_length=200)] = None,
    evidence: Evidence = True,
) -> Response:
    """One record; the id of one that went up in another leads there."""
    record = find_record(site, record_id)
    body = shown(record, evidence=evidence)
    etag = etag_of(record)
    if if_none_match is not None and etag in if_none_match:
        return Response(status_code=304, headers={"etag": etag})
    return json_answer(body, headers={"etag": etag})


@router.get("/records/{record_id}/history", response_model=Listed, responses=NOT_FOUND)
def record_history(record_id: str, site: SiteDep, _visitor: Reader) -> Response:
    """What happened to a record, oldest first."""
    record = find_record(site, record_id)
    return listed(list(site.archive.history(record.record_id)))


@router.get("/timeline", response_model=Listed)
def timeline(
    actor: Actor, site: SiteDep, query: Filters, _visitor: Reader, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """What somebody took part in, oldest first; of the filters `from` and `to` count."""
    found = site.archive.timeline(
        actor, since=query.since, until=query.until, limit=limit, cursor=cursors.read(cursor, site)
    )
    return listed([shown(record) for record in found.records], cursors.sign(found.next, site))


@router.get("/network", response_model=dict[str, Any])
def network(actor: Actor, site: SiteDep, query: Filters, _visitor: Reader) -> Response:
    """Whom somebody deals with; of the filters `from` and `to` count."""
    return json_answer(site.archive.network(actor, since=query.since, until=query.until))


@router.get("/search", response_model=dict[str, Any])
def search(site: SiteDep, query: Filters, _visitor: Reader, limit: Limit = 20) -> Response:
    """People, countries and organisations of a name, records and articles with the words."""
    found = site.archive.find(query, limit=limit)
    articles = site.archive.list_articles(query.text, limit=limit)
    return json_answer(
        {
            "named": names_found(query.text, site.kb),
            "records": [shown(record, evidence=False) for record in found.records],
            "articles": articles.articles,
        }
    )


@router.get("/facets", response_model=dict[str, Any])
def facets(site: SiteDep, query: Filters, _visitor: Reader) -> Response:
    """How many records a filter finds, and the most frequent values of what they have."""
    return json_answer(site.archive.facets(query))


def shown(record: Record, *, evidence: bool = True) -> dict[str, Any]:
    """A record as the API gives it; without ``evidence`` the quotes are left out at any depth."""
    told = record_object(record)
    return told if evidence else {name: _bare(value) for name, value in told.items() if name not in _QUOTES}


def etag_of(record: Record) -> str:
    """Changes whenever the record does."""
    return f'"{hashlib.sha256(to_json(record_object(record)).encode()).hexdigest()[:24]}"'


def _bare(part: object) -> object:
    if isinstance(part, dict):
        return {name: _bare(value) for name, value in part.items() if name not in _QUOTES}
    return [_bare(value) for value in part] if isinstance(part, list) else part
