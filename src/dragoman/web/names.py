"""Names: the people, countries and organisations of the tables that a search may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.web.rendering import actor_address

_MOST = 12


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or some state a search may mean, with a page of their own."""

    name: str
    what: str
    address: str


def names_found(text: str, kb: KnowledgeBase) -> tuple[Named, ...]:
    """Who is known under the words of a search."""
    words = text.strip().strip('"').rstrip("*")
    return tuple(_named(words, kb))[:_MOST] if words else ()


def _named(words: str, kb: KnowledgeBase) -> Iterator[Named]:
    country = kb.find_country(words)
    if country is not None:
        yield Named(country.name, "country", actor_address(f"ctry:{country.iso3}", country.name))
    organization = kb.find_organization(words)
    if organization is not None:
        yield Named(organization.name, "organisation", actor_address(organization.org_id, organization.name))
    for person in kb.find_people(words):
        home = kb.country(person.country) if person.country else None
        yield Named(
            person.name, home.name if home else "person", actor_address(person.person_id, person.name)
        )
