"""Pages that list records: Today, Travel, Meetings, all records, search, and the data of the map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from dragoman.dates import DateSpan, Precision
from dragoman.engagements.engagement import Kind
from dragoman.exports.wording import day_in_words
from dragoman.record.record import Record
from dragoman.store.query import Query
from dragoman.web.access import Reader
from dragoman.web.drawings import trips_table
from dragoman.web.filters import address, parse_filters
from dragoman.web.lines import lines_of, quoted_lines
from dragoman.web.names import names_found
from dragoman.web.panels import panel_of
from dragoman.web.rendering import page
from dragoman.web.site import Site, SiteDep

router = APIRouter(include_in_schema=False)
_PAGE = 50
_TODAY = 25
_LOOKED_AT = 200
"""Newest records among which Today looks for those that need a look."""
_UNSURE = 0.78
_ASKED_TO_LOOK = 6
_TALKS = (Kind.MEETING.value, Kind.CALL.value, Kind.CONFERENCE.value, Kind.MEDIATION.value)


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists records: which ones, under which heading."""

    path: str
    title: str
    lead: str
    kinds: tuple[str, ...]
    template: str = "list.html"
    here: str = ""


TRAVEL = Listing(
    "/travel",
    "Travel",
    "Visits and tours: where, when, by whom.",
    (Kind.VISIT.value,),
    "travel.html",
    "travel",
)
MEETINGS = Listing(
    "/meetings",
    "Meetings",
    "Who met or called whom, in the office held on that day.",
    _TALKS,
    here="meetings",
)
RECORDS = Listing("/records", "Records", "All records, whatever their kind.", ())


@router.get("/")
def today(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """What came last, and what needs a look."""
    found = site.archive.find(Query(), limit=_TODAY)
    lines = quoted_lines(found.records, site.archive, site.teller)
    days = [_day_of(record) for record in found.records]
    grouped = [
        (day, [line for _, line in group])
        for day, group in groupby(zip(days, lines, strict=True), key=lambda pair: pair[0])
    ]
    looked_at = site.archive.find(Query(main=True), limit=_LOOKED_AT).records
    contested = [record for record in looked_at if record.dissents]
    unsure = [record for record in looked_at if record.engagement.confidence < _UNSURE]
    facets = site.archive.facets(Query())
    return page(
        request,
        "today.html",
        title="Today",
        here="today",
        total=facets.total,
        articles=site.archive.stats().articles,
        days=grouped,
        more=address("/records", Query(), cursor=found.next) if found.next else None,
        contested=lines_of(contested[:_ASKED_TO_LOOK], site.teller),
        unsure=lines_of(sorted(unsure, key=lambda r: r.engagement.confidence)[:_ASKED_TO_LOOK], site.teller),
        kinds=facets.by["kind"],
    )


@router.get("/travel")
def travel(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """Visits on a map, a timeline and in a table."""
    query = parse_filters(request.query_params.multi_items())
    drawn = address("/travel/trips.json", replace(query, since=None, until=None))
    return _listing(request, site, TRAVEL, query, trips=drawn)


@router.get("/travel/trips.json")
def trips(request: Request, site: SiteDep, _visitor: Reader) -> JSONResponse:
    """The trips of the map, by column."""
    query = replace(parse_filters(request.query_params.multi_items()), kind=TRAVEL.kinds)
    return JSONResponse(trips_table(site.archive.trips(query), site.kb, site.teller))


@router.get("/meetings")
def meetings(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """Meetings, calls, conferences and mediations."""
    return _listing(request, site, MEETINGS, parse_filters(request.query_params.multi_items()))


@router.get("/records")
def records(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """All records."""
    return _listing(request, site, RECORDS, parse_filters(request.query_params.multi_items()))


@router.get("/search")
def search(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """People, countries and organisations of a name, and the records that have the words."""
    query = parse_filters(request.query_params.multi_items())
    listing = Listing("/search", "Search", _search_lead(query), (), "search.html")
    return _listing(
        request, site, listing, query, named=names_found(query.text, site.kb), search_words=query.text
    )


def _search_lead(query: Query) -> str:
    if query.text:
        return f"What is known under “{query.text}”, and the records that have these words."
    return "Type words, a name, a city; “in quotes” finds a phrase, word* a beginning."


def _listing(request: Request, site: Site, listing: Listing, query: Query, **more: Any) -> HTMLResponse:
    asked = replace(query, kind=_within(query.kind, listing.kinds))
    found = site.archive.find(asked, limit=_PAGE, cursor=request.query_params.get("cursor"))
    facets = site.archive.facets(asked)
    fixed = frozenset({"kind"}) if len(listing.kinds) == 1 else frozenset()
    caption = f"{facets.total:,} record{'' if facets.total == 1 else 's'}"
    return page(
        request,
        listing.template,
        title=listing.title,
        here=listing.here,
        lead=listing.lead,
        archived=site.archive.stats().articles > 0,
        panel=panel_of(listing.path, query, facets, site.teller, fixed=fixed),
        lines=lines_of(found.records, site.teller),
        caption=caption if facets.total <= _PAGE else f"{caption}, {_PAGE} on a page, the newest first",
        more=address(listing.path, query, cursor=found.next) if found.next else None,
        export=address("/export", asked),
        **more,
    )


def _within(asked: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds asked for that the page lists; all of the page's where none is."""
    return tuple(kind for kind in asked if kind in kinds) or kinds if kinds else asked


def _day_of(record: Record) -> str:
    """The day a record stands under: when it began, else when it was first reported."""
    eng = record.engagement
    if eng.date is not None:
        days = eng.date.value
        return day_in_words(days if days.precision is not Precision.DAY else DateSpan.of_day(days.start))
    first = min((report.published for report in record.reports if report.published), default=None)
    return "No day told" if first is None else day_in_words(DateSpan.of_day(first))
