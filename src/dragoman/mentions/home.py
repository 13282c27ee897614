"""Home: the country of officials whom a text gives an office and no country, since its readers know it.

A text names the country of foreigners. "The Foreign Minister" of a release datelined Nairobi is Kenya's, and so is the
one on a Kenyan host, unless the tables know the person as another's.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from dragoman.citation import Span
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.issuers import is_of_department, office_line, read_office
from dragoman.mentions.mention import Actor
from dragoman.mentions.people import PersonRead
from dragoman.pages.article import Article

# How sure the country of a dateline is for somebody of whom nothing else is told.
_DOUBT = 0.6
_NATIONAL = (
    "minister",
    "secretary",
    "head-of-",
    "parliament",
    "speaker",
    "commander",
    "ambassador",
    "adviser",
)


# Where officials of all countries speak.
_SEATS = frozenset(
    {"geneva", "vienna", "brussels", "new york", "the hague", "luxembourg", "strasbourg", "davos", "doha"}
)


# Among how many blocks the line that names a ministry stands.
_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Home:
    """The country a page is told from; ``official`` if its government publishes it. ``span`` is where the text says so."""

    country: str
    official: bool
    span: Span | None = None


def find_home(article: Article, kb: KnowledgeBase, released: str | None = None) -> Home | None:
    """Where a page is told from: the government that publishes it, else the country of its dateline or host.

    ``released`` is the country whose government its headline or signature says puts it out.
    """
    published = issuing_country(article) or _of_ministry(article, kb)
    told = _dateline_country(article, kb)
    span = article.dateline.span if article.dateline is not None and told is not None else None
    if published is None and is_of_department(article):
        published = "USA"
    published = published or released
    if published is not None:
        return Home(published, official=True, span=span if told == published else None)
    country = told or _host_country(article)
    return Home(country, official=False, span=span) if country is not None else None


def _of_ministry(article: Article, kb: KnowledgeBase) -> str | None:
    """The country of a ministry that signs the page, or whose name stands on a line of its own above the text."""
    above = [block.span.of(article.text) for block in article.blocks[:_ABOVE]]
    lines = (
        article.byline,
        article.publisher,
        *(office_line(line) for line in (*above, *_below(article))),
    )
    offices = (read_office(line, kb) for line in lines)
    return next((office.country for office in offices if office is not None), None)


# "© 2024 Ministry of Foreign Affairs of Latvia. All rights reserved."
_FOOT = re.compile(r"(?i)^(?:©|\(c\)|copyright|\d{4}|[\s,–-])*(?P<name>[^.|•©]+)")


def _below(article: Article) -> Iterator[str]:
    """What the lines cut away below the text begin with."""
    for cut in article.cut:
        name = _FOOT.match(cut.text)
        if cut.position == len(article.blocks) - (article.headline is not None) and name is not None:
            yield name["name"].strip()


def settle_homes(
    actors: dict[PersonRead, Actor], home: Home | None, taken: frozenset[str] = frozenset()
) -> dict[PersonRead, Actor]:
    """The actors, officials without any country with that of the page.

    ``taken`` are the offices of which the tables know who else holds them there ("President X" is not of B's country).
    """
    if home is None:
        return actors
    of_bodies = {actor for read, actor in actors.items() if read.belonging and read.belonging.org_id}
    return {
        read: _sent_home(actor, home)
        if is_homeless(actor) and actor not in of_bodies and actor.role not in taken
        else actor
        for read, actor in actors.items()
    }


def taken_offices(country: str | None, kb: KnowledgeBase, day: dt.date | None) -> frozenset[str]:
    """The highest offices of a country whose holder on the day the tables know, and would have recognised."""
    if country is None or day is None:
        return frozenset()
    offices = {role: kb.office(role, country=country, org_id=None) for role in _HIGHEST}
    return frozenset(role for role, office in offices.items() if office and kb.holders(office.office_id, day))


_HIGHEST = ("head-of-state", "head-of-government")


def settle_posted(
    actors: dict[PersonRead, Actor], posting: tuple[str, frozenset[int]] | None
) -> dict[PersonRead, Actor]:
    """The actors, officials without any country beside an envoy with the one that he is sent to."""
    if posting is None:
        return actors
    country, told = posting
    near = {actor for read, actor in actors.items() if {read.sentence, read.sentence + 1} & told}
    own = settle_homes({read: a for read, a in actors.items() if a in near}, Home(country, official=False))
    return actors | own


def issuing_country(article: Article) -> str | None:
    """The country on whose government's own site the page stands.

    >>> from dragoman.pages import read_page
    >>> page = read_page(b"The Prime Minister met Donald Tusk.", source="x", url="https://www.gov.uk/government/news/talks")
    >>> issuing_country(page)
    'GBR'
    """
    labels = _labels(article)
    table = _publishers()
    if len(labels) > 1 and table.government & set(labels[:-1]):
        return table.countries.get(labels[-1]) or table.for_sale.get(labels[-1])
    return table.countries.get(labels[-1]) if labels[-1:] in (["gov"], ["mil"]) else None


def _host_country(article: Article) -> str | None:
    return _publishers().countries.get((_labels(article) or [""])[-1])


def _labels(article: Article) -> list[str]:
    host = urlsplit(article.url or "").hostname or ""
    return host.split(".") if "." in host else []


class _Publishers:
    """The table of hosts, read once."""

    def __init__(self) -> None:
        raw = tomllib.loads(files("dragoman.mentions").joinpath("publishers.toml").read_text("utf-8"))
        self.government = frozenset(raw["government"])
        self.countries, self.for_sale = (
            dict(pair.split(":") for pair in raw[key].split()) for key in ("countries", "for_sale")
        )


@cache
def _publishers() -> _Publishers:
    return _Publishers()


def _dateline_country(article: Article, kb: KnowledgeBase) -> str | None:
    dateline = article.dateline
    if dateline is None or dateline.place is None or dateline.place.casefold() in _SEATS:
        return None
    for name in (dateline.place, _without_agency(dateline.place)):
        land = _land_of(name, kb) or (_land_of(name.title(), kb) if name.isupper() else None)
        if land is not None:
            return land
    country = kb.find_country(dateline.place.rpartition(",")[2].strip())  # "National Capital Region, Canada"
    return country.iso3 if country is not None else None


def _land_of(name: str, kb: KnowledgeBase) -> str | None:
    """The country of a city, or the one whose capital is called so where several cities are."""
    place = kb.resolve_place(name)
    seated = kb.metonym_country(name) if place is None else None
    return seated.iso3 if seated is not None else place.country if place is not None else None


def _without_agency(place: str) -> str:
    """ "DOHA, QNA": the city alone."""
    city, _, agency = place.partition(",")
    return city if agency.strip().isupper() else place


def is_homeless(actor: Actor) -> bool:
    """Whether somebody has a state's office and no country."""
    role = actor.role or ""
    national = any(word in role for word in _NATIONAL) or _is_minister(actor)
    national = national and role not in {"secretary-general", "deputy-secretary-general"}
    return actor.country is None and not actor.serves_body and actor.title is not None and national


def _is_minister(actor: Actor) -> bool:
    """ "minister of state at the foreign ministry", whatever the tables make of it."""
    return (
        actor.role is None and actor.title is not None and "minister" in actor.title.text.casefold().split()
    )


def _sent_home(actor: Actor, home: Home) -> Actor:
    return replace(
        actor,
        country=home.country,
        country_at=(home.span,) if home.span is not None else actor.named_at[:1],
        confidence=min(actor.confidence, _DOUBT),
        reason="an office without a country: that of the dateline"
        if home.span is not None
        else "an office without a country: the publisher's",
    )
