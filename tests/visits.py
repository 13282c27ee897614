"""Made-up visits in any number: real ministers to real capitals on made-up days, in articles with evidence for each value.

They are for seeing whether pages hold five thousand visits, not for reading: the sentences are all alike.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from dragoman.citation import Cited, Span, cite
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import (
    Engagement,
    Kind,
    Location,
    OfficeHeld,
    Participant,
    Role,
    Status,
    Stop,
    engagement_id_of,
)
from dragoman.knowledge.entity import Incumbent, Place
from dragoman.pages.article import Article, Block, BlockKind, Published, article_id_of
from dragoman.pipeline import code_reading, shipped_knowledge
from dragoman.store.archive import Archive

PER_ARTICLE = 50
FIRST, DAYS = dt.date(2022, 1, 1), 900
TRAVELLERS = 60
STATUSES = [Status.COMPLETED] * 7 + [Status.PLANNED, Status.ONGOING, Status.CANCELLED]
PUBLISHERS = ("Northern Wire", "Harbour Post", "Ministry of Examples", "Daily Courier")


def build_archive(path: Path, visits: int) -> Archive:
    """A new archive with so many visits, open."""
    archive = Archive.open(path)
    chance = random.Random(20240402)
    ministers, cities = travellers(), capitals()
    for number in range(0, visits, PER_ARTICLE):
        archive.add(reading_of(number, min(PER_ARTICLE, visits - number), ministers, cities, chance))
    return archive


def travellers() -> list[Incumbent]:
    """Foreign ministers of the period, one per country."""
    kb = shipped_knowledge()
    found = []
    for office in kb.officeholders.offices.values():
        if office.role == "foreign-minister" and office.country:
            found += kb.holders(office.office_id, FIRST)[:1]
    return sorted(found, key=lambda one: one.person.person_id)[:: max(1, len(found) // TRAVELLERS)][
        :TRAVELLERS
    ]


def capitals() -> list[Place]:
    """Capitals that stand on the map."""
    kb = shipped_knowledge()
    countries = [kb.country(office.country) for office in kb.officeholders.offices.values() if office.country]
    names = sorted({(one.capital, one.iso3) for one in countries if one and one.capital})
    found = [place for name, iso3 in names for place in kb.find_places(name)[:1] if place.country == iso3]
    return [place for place in found if place.lat is not None]


def reading_of(number, visits, ministers, cities, chance):
    """One article that tells of ``visits`` visits."""
    plans = [_plan(ministers, cities, chance) for _ in range(visits)]
    sentences = [_sentence(*plan) for plan in plans]
    text = "\n\n".join([f"Travels of ministers, part {number // PER_ARTICLE + 1}", *sentences])
    article_id = article_id_of(text)
    day = FIRST + dt.timedelta(days=DAYS)
    headline = Span(0, text.index("\n"))
    starts = [text.index(sentence) for sentence in sentences]
    blocks = [
        Block(Span(start, start + len(sentence)), BlockKind.PARAGRAPH)
        for start, sentence in zip(starts, sentences, strict=True)
    ]
    article = Article(
        article_id,
        f"made-up/{number}",
        text,
        url=f"https://example.org/{number}",
        publisher=PUBLISHERS[number // PER_ARTICLE % len(PUBLISHERS)],
        headline=headline.of(text),
        published=Published(day, "given", 1.0),
        language="en",
        blocks=(Block(headline, BlockKind.HEADLINE), *blocks),
    )
    engagements = tuple(_visit(article, start, *plan) for start, plan in zip(starts, plans, strict=True))
    return code_reading(article, engagements)


def _plan(ministers, cities, chance):
    who = chance.choice(ministers)
    abroad = [city for city in cities if city.country != who.person.country]
    where = chance.sample(abroad, chance.choice([1, 1, 1, 1, 2, 3]))
    start = FIRST + dt.timedelta(days=chance.randrange(DAYS))
    days = DateSpan(start, start + dt.timedelta(days=len(where) + chance.randrange(2)))
    return who, where, days, chance.choice(STATUSES)


def _sentence(who, where, days, status):
    return (
        f"{who.office.title} {who.person.name} ({status}) travelled to {' and '.join(city.name for city in where)} "
        f"from {days.start} to {days.end}."
    )


def _visit(article, start, who, where, days, status):
    def words(quote):
        place = article.text.index(quote, start)
        return (cite(article.text, article.article_id, Span(place, place + len(quote)), "made up"),)

    def parties() -> Iterator[Participant]:
        office = OfficeHeld(who.office.title, who.office.office_id, who.office.role, "text")
        yield Participant(
            Role.ACTOR,
            Cited(who.person.name, words(who.person.name), 0.9),
            who.person.person_id,
            Cited(office, words(who.office.title), 0.9),
            Cited(who.office.country, words(who.office.title), 0.8),
        )

    stops = tuple(
        Stop(Cited(Location(city.name, city.country, city.place_id), words(city.name), 0.9)) for city in where
    )
    return Engagement(
        engagement_id_of(article.article_id, Kind.VISIT, start, start + 1),
        Kind.VISIT,
        status,
        tuple(parties()),
        words("travelled to"),
        date=Cited(days, words(str(days.start)), 0.9),
        place=stops[0].place if len(stops) == 1 else None,
        stops=stops if len(stops) > 1 else (),
        confidence=0.7 + (start % 25) / 100,
    )
