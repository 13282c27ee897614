"""The network: whom somebody deals with, drawn and as a table, in a stretch of time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from dragoman.exports.telling import with_article
from dragoman.store.query import Facet, Link, Network, Query
from dragoman.web.access import Reader
from dragoman.web.drawings import contacts_table
from dragoman.web.filters import address, parse_filters
from dragoman.web.rendering import actor_address, page
from dragoman.web.site import Site, SiteDep

router = APIRouter(include_in_schema=False)
_OFFERED = 12
_SHOWN = 60
_COOPERATION = (1, 2)


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody the asked-for one deals with: how often, in which way, and where that stands."""

    name: str
    address: str
    centred: str
    count: int
    kinds: str
    friendly: str
    records: str


@router.get("/network")
def network(request: Request, site: SiteDep, _visitor: Reader, actor: str = "") -> HTMLResponse:
    """The network around a person or a country."""
    query = parse_filters(request.query_params.multi_items())
    key = _key_of(actor, site)
    found = site.archive.network(key, since=query.since, until=query.until) if key else Network(None)
    facets = site.archive.facets(Query())
    named = found.center
    return page(
        request,
        "network.html",
        title="Network" if named is None else f"Network of {with_article(named.name)}",
        here="network",
        archived=site.archive.stats().articles > 0,
        actor=actor,
        named=named,
        centre_address=_address(named.actor_id, named.name) if named else "",
        ties=_ties(found, key),
        since=query.since or "",
        until=query.until or "",
        edges=address("/network/edges.json", query, actor=key) if named else "",
        offered=[
            (f"/network?actor={one.value}", one)
            for one in _offered(facets.by["person"], facets.by["country"])
        ],
    )


@router.get("/network/edges.json")
def edges(request: Request, site: SiteDep, _visitor: Reader, actor: str = "") -> JSONResponse:
    """Who dealt with whom on which day, by column."""
    query = parse_filters(request.query_params.multi_items())
    key = _key_of(actor, site)
    asked = replace(query, country=(key,)) if _is_code(key) else replace(query, person=key)
    contacts = site.archive.contacts(replace(asked, negated=False))
    return JSONResponse(contacts_table(contacts, key, site.teller))


def _key_of(actor: str, site: Site) -> str:
    """What the archive is asked for: a country's code or an id where the words name one, else the words."""
    words = actor.strip().removeprefix("ctry:")
    if _is_code(words) or words.startswith(("per:", "org:")):
        return words
    country = site.kb.find_country(words) if words else None
    if country is not None:
        return country.iso3
    organization = site.kb.find_organization(words) if words else None
    people = site.kb.find_people(words) if words else ()
    if organization is not None:
        return organization.org_id
    return people[0].person_id if len(people) == 1 else words


def _is_code(words: str) -> bool:
    return len(words) == 3 and words.isalpha() and words.isupper()


def _ties(found: Network, key: str) -> list[Tie]:
    """The links with the asked-for one, the most frequent first."""
    if found.center is None:
        return []
    names = {node.actor_id: node.name for node in found.nodes}
    own = [link for link in found.links if found.center.actor_id in (link.left, link.right)]
    return [_tie(link, found.center.actor_id, names, key) for link in own[:_SHOWN]]


def _tie(link: Link, centre: str, names: dict[str, str], key: str) -> Tie:
    other = link.right if link.left == centre else link.left
    name = names.get(other, other)
    kinds = ", ".join(
        f"{kind} {count}" for kind, count in sorted(link.kinds.items(), key=lambda item: -item[1])
    )
    friendly = sum(count for quad, count in link.quads.items() if quad in _COOPERATION)
    query = Query(country=(key, other)) if _is_code(key) else Query(person=key, text=f'"{name}"')
    coded = sum(link.quads.values())
    share = f"{friendly / coded:.0%}" if coded else "–"
    return Tie(
        name,
        _address(other, name),
        f"/network?actor={other}",
        link.count,
        kinds,
        share,
        address("/records", query),
    )


def _address(actor_id: str, name: str) -> str:
    return actor_address(f"ctry:{actor_id}" if _is_code(actor_id) else actor_id, name)


def _offered(people: tuple[Facet, ...], countries: tuple[Facet, ...]) -> list[Facet]:
    return [*people[:_OFFERED], *countries[:_OFFERED]]
