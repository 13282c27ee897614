"""A record's page, and the record as a calendar entry and as a citation."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.exports.ical import calendar_of, has_day
from dragoman.exports.wording import STATUS_WORDS
from dragoman.ontology.event import CodedEvent
from dragoman.record.record import Record
from dragoman.store.query import Query
from dragoman.web.access import Reader
from dragoman.web.facts import disputes_of, sheet_of
from dragoman.web.lines import line_of, lines_of
from dragoman.web.problems import not_found
from dragoman.web.rendering import page
from dragoman.web.site import Site, SiteDep

router = APIRouter(include_in_schema=False)
_PARTS = 100
_VERDICTS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "delete": "deleted",
    "restore": "restored",
}
QUADS = {1: "words of cooperation", 2: "deeds of cooperation", 3: "words of conflict", 4: "deeds of conflict"}


@router.get("/records/{record_id}.ics")
def record_calendar(record_id: str, site: SiteDep, _visitor: Reader) -> Response:
    """The record as a calendar of one entry."""
    record = find_record(site, record_id)
    calendar = calendar_of([record], site.teller, made=dt.datetime.now(dt.UTC))
    return Response(
        calendar,
        media_type="text/calendar",
        headers={"content-disposition": f'attachment; filename="{record.record_id}.ics"'},
    )


@router.get("/records/{record_id}")
def record_page(record_id: str, request: Request, site: SiteDep, _visitor: Reader) -> Response:
    """Value, evidence, sources, confidence; where sources differ; codes with why; history; citation."""
    record = find_record(site, record_id)
    if record.record_id != record_id:
        return RedirectResponse(f"/records/{record.record_id}", 301)
    return _page_of(record, request, site)


def _page_of(record: Record, request: Request, site: Site) -> HTMLResponse:
    line = line_of(record, site.teller)
    sheet = sheet_of(record, site.teller)
    facts = tuple(sheet.facts())
    whole = site.archive.record(record.engagement.part_of) if record.engagement.part_of else None
    parts = site.archive.find(Query(part_of=record.record_id), limit=_PARTS).records
    return page(
        request,
        "record.html",
        title=line.sentence,
        line=line,
        facts=facts,
        untold=sheet.untold(),
        disputes=disputes_of(record, facts, site.teller),
        codes=[(event, QUADS.get(event.quad_code, ""), _sides(record, event)) for event in record.events],
        reports=record.reports,
        decided=_decided(record),
        conflicts=() if record.review is None else record.review.conflicts,
        moves=[(move, STATUS_WORDS[move.status]) for move in record.moves],
        whole=None if whole is None else line_of(whole, site.teller),
        belonging=lines_of(parts, site.teller),
        history=site.archive.history(record.record_id),
        has_day=has_day(record.engagement),
        permalink=str(request.url_for("record_page", record_id=record.record_id)),
        bibtex=_bibtex(
            record, line.sentence, str(request.url_for("record_page", record_id=record.record_id))
        ),
    )


def _decided(record: Record) -> dict[str, str]:
    """For each field that was ruled on, by whom and how; "" is the whole record."""
    rulings = () if record.review is None else record.review.rulings
    return {one.field or "": f"{_VERDICTS.get(one.verdict, one.verdict)} by {one.author}" for one in rulings}


def find_record(site: Site, record_id: str) -> Record:
    """The record of an id, or of one that went up in it.

    Raises:
        Problem: there is none.
    """
    record = site.archive.record(record_id)
    if record is None:
        raise not_found("record", record_id)
    return record


def _sides(record: Record, event: CodedEvent) -> tuple[str, str]:
    parties = record.engagement.participants

    def names(places: tuple[int, ...]) -> str:
        return ", ".join(parties[place].name.value for place in places if place < len(parties))

    return names(event.actor), names(event.recipient)


def _bibtex(record: Record, sentence: str, address: str) -> str:
    """The record and its sources for a bibliography."""

    def plain(text: str) -> str:
        return "".join(f"\\{sign}" if sign in "{}%&$#_" else sign for sign in text.replace("\\", "/"))

    sources = "; ".join(
        ", ".join(str(part) for part in (one.publisher, one.headline, one.published, one.url) if part)
        for one in record.reports
    )
    today = dt.date.today()
    fields = {
        "title": plain(sentence),
        "howpublished": plain(f"Dragoman record {record.record_id}, {address}"),
        "year": str(today.year),
        "note": plain(f"Read from: {sources}. Accessed {today}"),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{dragoman-{record.record_id},\n{lines}}}"
