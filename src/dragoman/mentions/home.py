"""Home: the country of officials whom a text gives an office and no country, since its readers know it.

A text names the country of foreigners. "The Foreign Minister" of a release datelined Nairobi is Kenya's, unless the
tables know the person as another's.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
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
    {"geneva", "vienna", "brussels", "new york", "the hague", "luxembourg", "strasbourg", "davos"}
)


def settle_homes(
    actors: dict[PersonRead, Actor], article: Article, kb: KnowledgeBase
) -> dict[PersonRead, Actor]:
    """The actors, officials without any country with that of the page's dateline."""
    dateline = article.dateline
    if dateline is None or dateline.place is None or dateline.place.casefold() in _SEATS:
        return actors
    place = kb.resolve_place(dateline.place)
    if place is None or place.country is None:
        return actors
    return {
        read: _sent_home(actor, place.country, article) if _is_homeless(actor) else actor
        for read, actor in actors.items()
    }


def _is_homeless(actor: Actor) -> bool:
    role = actor.role or ""
    of_body = actor.office_id is not None and actor.office_id.startswith("office:org:")
    national = any(word in role for word in _NATIONAL)
    national = national and role not in {"secretary-general", "deputy-secretary-general"}
    return actor.country is None and not of_body and actor.title is not None and national


def _sent_home(actor: Actor, country: str, article: Article) -> Actor:
    span = article.dateline.span if article.dateline is not None else actor.named_at[0]
    return replace(
        actor,
        country=country,
        country_at=(span,),
        confidence=min(actor.confidence, _DOUBT),
        reason="an office without a country: that of the dateline",
    )
