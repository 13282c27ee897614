"""Pages of people, countries and organisations: offices, travel, counterparts, what they said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.engagements.engagement import Kind
from dragoman.store.query import Node, Query
from dragoman.web.access import Reader
from dragoman.web.filters import address
from dragoman.web.lines import lines_of
from dragoman.web.problems import not_found
from dragoman.web.rendering import actor_address, page
from dragoman.web.site import Site, SiteDep
from dragoman.web.terms import Chart, office_charts, person_chart

router = APIRouter(include_in_schema=False)
_LATEST, _SAID, _COUNTERPARTS = 20, 10, 15
_WORDS = (Kind.STATEMENT.value, Kind.DEMAND.value, Kind.ACCUSATION.value, Kind.THREAT.value)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a page is about: what the tables know, and how the archive is asked."""

    key: str
    name: str
    what: str
    query: Query
    charts: tuple[tuple[str, Chart], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@router.get("/people/{person_id:path}")
def person(person_id: str, request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """A person: offices with their terms, travel, counterparts, statements."""
    known = site.kb.person(person_id)
    if known is None:
        raise not_found("person", person_id)
    chart = person_chart(person_id, site.kb)
    home = site.teller.country(known.country) if known.country else ""
    subject = Subject(
        person_id,
        known.name,
        home,
        Query(person=person_id),
        () if chart is None else (("Offices held", chart),),
        (("Id", person_id), *([("Country", home)] if home else [])),
    )
    return _page_of(subject, request, site)


@router.get("/countries/{iso3}")
def country(iso3: str, request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """A country: who stood for it, travel, counterparts, statements."""
    known = site.kb.country(iso3.upper())
    if known is None:
        raise not_found("country", iso3)
    codes = ", ".join(
        f"{name} {code}"
        for name, code in (("ISO", known.iso3), ("CAMEO", known.cameo), ("COW", known.cow))
        if code
    )
    facts = (("Codes", codes), *([("Capital", known.capital)] if known.capital else []))
    charts = tuple(office_charts(known.iso3, site.kb))
    subject = Subject(known.iso3, known.name, "country", Query(country=(known.iso3,)), charts, facts)
    return _page_of(subject, request, site)


@router.get("/organizations/{org_id:path}")
def organization(org_id: str, request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """An organisation: members, counterparts, what it did."""
    known = site.kb.organization(org_id)
    if known is None:
        raise not_found("organisation", org_id)
    listed = {
        "Id": known.org_id,
        "Kind": str(known.kind).replace("_", " "),
        "Seat": known.seat or "",
        "Also called": ", ".join(known.aliases),
        "Members": ", ".join(site.teller.country(member) for member in known.members),
    }
    facts = tuple((name, text) for name, text in listed.items() if text)
    subject = Subject(org_id, known.name, "organisation", Query(organization=org_id), (), facts)
    return _page_of(subject, request, site)


def _page_of(subject: Subject, request: Request, site: Site) -> HTMLResponse:
    query = subject.query
    network = site.archive.network(subject.key)
    facets = site.archive.facets(query)
    found = site.archive.find(query, limit=_LATEST)
    said = site.archive.find(replace(query, kind=_WORDS), limit=_SAID).records
    visits = next((facet.count for facet in facets.by["kind"] if facet.value == Kind.VISIT), 0)
    return page(
        request,
        "entity.html",
        title=subject.name,
        subject=subject,
        total=facets.total,
        kinds=facets.by["kind"],
        lines=lines_of(found.records, site.teller),
        said=lines_of(said, site.teller),
        counterparts=[(node, _address(node), node.name) for node in network.nodes[:_COUNTERPARTS]],
        visits=visits,
        trips=address("/travel/trips.json", query),
        all=address("/records", query),
        travel=address("/travel", query),
        network=f"/network?actor={subject.key}",
    )


def _address(node: Node) -> str:
    is_country = len(node.actor_id) == 3 and node.actor_id.isupper()
    return actor_address(f"ctry:{node.actor_id}" if is_country else node.actor_id, node.name)
