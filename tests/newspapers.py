"""Small readings of several papers on the same events, with all words in the text.

``told_in(article("Daily", "2024-03-18"), ("meeting", "Antony Blinken/USA", "Wang Yi/CHN", "2024-03-17", "Munich/DEU"))``
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from dragoman.citation import Cited, Span, cite
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import (
    Engagement,
    Kind,
    Location,
    Participant,
    Role,
    Status,
    engagement_id_of,
)
from dragoman.pages.article import Article, Published, article_id_of
from dragoman.pipeline import Reading, code_reading
from dragoman.record.record import Record
from dragoman.store.archive import Archive
from dragoman.store.query import Query, Sort

Telling = tuple[str, str, str, str | None, str | None]


@dataclass(frozen=True)
class Paper:
    """What an article has beside what it tells."""

    publisher: str
    day: str
    body: str


def article(publisher: str, day: str, body: str = "") -> Paper:
    return Paper(publisher, day, body)


def everything(archive: Archive) -> dict[str, Record]:
    """All that is told by records, without numbers and moments."""
    records, cursor = [], None
    while True:
        page = archive.find(Query(sort=Sort.OLDEST), limit=500, cursor=cursor)
        records += page.records
        cursor = page.next
        if cursor is None:
            return {record.record_id: record for record in records}


def told_in(paper: Paper, *tellings: Telling, part_of: int | None = None) -> Reading:
    """A reading: kind, two sides (``Name/CCC`` or ``CCC``), day, city. ``part_of``: under which the others hang."""
    text, spans = "", []
    for telling in tellings:
        words = " ".join(part for part in telling if part)
        spans.append(Span(len(text), len(text) + len(words)))
        text += f"{words}. "
    text += paper.body
    url = f"https://{paper.publisher.lower()}.example/{paper.day}"
    page = Article(
        article_id_of(text, url), f"{paper.publisher}.txt", text, url, paper.publisher,
        published=Published(dt.date.fromisoformat(paper.day), "given", 1.0), language="en",
    )  # fmt: skip
    engagements = [_engagement(page, telling, span) for telling, span in zip(tellings, spans, strict=True)]
    if part_of is not None:
        whole = engagements[part_of].engagement_id
        engagements = [
            eng if eng.engagement_id == whole else replace(eng, part_of=whole) for eng in engagements
        ]
    return code_reading(page, tuple(engagements))


def _engagement(page: Article, telling: Telling, span: Span) -> Engagement:
    kind, one, other, day, city = telling
    roles = (Role.PARTICIPANT, Role.PARTICIPANT) if kind == "meeting" else (Role.ACTOR, Role.RECIPIENT)

    def cited(value, words):
        start = page.text.index(words, span.start)
        return Cited(value, (cite(page.text, page.article_id, Span(start, start + len(words)), "test"),), 0.9)

    def party(who, role):
        name, _, country = who.rpartition("/")
        entity = f"per:{name.lower().replace(' ', '-')}" if name else f"ctry:{country}"
        return Participant(
            role, cited(name or country, name or country), entity, None, cited(country, country)
        )

    place = None
    if city is not None:
        town, _, country = city.partition("/")
        place = cited(Location(town, country, None), town)
    return Engagement(
        engagement_id_of(page.article_id, Kind(kind), span.start, span.end),
        Kind(kind),
        Status.COMPLETED,
        tuple(party(who, role) for who, role in zip((one, other), roles, strict=True)),
        cited(kind, kind).evidence,
        date=None if day is None else cited(DateSpan.parse(day), day),
        place=place,
    )
