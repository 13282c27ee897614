"""Export: what a filter finds as a file, and the same as a command and as an API call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from dragoman.exports.ical import calendar_of
from dragoman.exports.records import record_line
from dragoman.exports.spreadsheet import csv_lines
from dragoman.record.record import Record
from dragoman.store.query import MAX_LIMIT, Query
from dragoman.web.access import Reader
from dragoman.web.filters import address, command_of, encode, parse_filters
from dragoman.web.panels import panel_of
from dragoman.web.problems import Problem
from dragoman.web.rendering import page
from dragoman.web.site import Site, SiteDep

router = APIRouter(include_in_schema=False)
FORMATS = {
    "csv": ("Table (CSV)", "one row per record, for a spreadsheet, R or pandas", "text/csv; charset=utf-8"),
    "jsonl": (
        "JSON lines",
        "everything: evidence, sources, codes; one record a line",
        "application/x-ndjson",
    ),
    "ics": ("Calendar", "records with a day, for a calendar", "text/calendar; charset=utf-8"),
}


@router.get("/export")
def export(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """The current filter, what it finds, and the ways to take it along."""
    query = parse_filters(request.query_params.multi_items())
    facets = site.archive.facets(query)
    base = str(request.base_url).rstrip("/")
    return page(
        request,
        "export.html",
        title="Export",
        here="export",
        archived=site.archive.stats().articles > 0,
        total=facets.total,
        panel=panel_of("/export", query, facets, site.teller),
        formats=[
            (name, told, what, address(f"/export/dragoman.{name}", query))
            for name, (told, what, _) in FORMATS.items()
        ],
        command=command_of(query),
        call=f"curl '{base}{address('/api/v1/records.jsonl', query)}'",
        page_call=f"curl '{base}{address('/api/v1/records', query)}'",
        filters=encode(query),
    )


@router.get("/export/dragoman.{form}")
def download(form: str, request: Request, site: SiteDep, _visitor: Reader) -> StreamingResponse:
    """All records of a filter as one file."""
    if form not in FORMATS:
        raise Problem(404, "No such format", f"There are {', '.join(FORMATS)}.")
    query = parse_filters(request.query_params.multi_items())
    headers = {"content-disposition": f'attachment; filename="dragoman.{form}"'}
    return StreamingResponse(stream(form, query, site), media_type=FORMATS[form][2], headers=headers)


def stream(form: str, query: Query, site: Site) -> Iterator[str]:
    """The records of a filter in a format, piece by piece."""
    records = every_record(query, site)
    match form:
        case "csv":
            yield from csv_lines(records, site.teller)
        case "jsonl":
            yield from (f"{record_line(record)}\n" for record in records)
        case _:
            yield calendar_of(records, site.teller, made=dt.datetime.now(dt.UTC))


def every_record(query: Query, site: Site) -> Iterator[Record]:
    """All records of a filter, a page at a time, so that nothing large is held."""
    cursor: str | None = None
    while True:
        found = site.archive.find(query, limit=MAX_LIMIT, cursor=cursor)
        yield from found.records
        cursor = found.next
        if cursor is None:
            return
