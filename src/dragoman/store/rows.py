"""Our values as rows of the archive's tables, and back."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.citation import Cited, Evidence
from dragoman.codec import from_json, to_json
from dragoman.engagements.engagement import Engagement, Location, Participant
from dragoman.knowledge.countries import Countries
from dragoman.knowledge.names import fold
from dragoman.ontology.event import CodedEvent
from dragoman.pages.article import Article
from dragoman.record.choosing import distinct_evidence
from dragoman.record.record import Choice, Dissent, Move, Record, Report, Review
from dragoman.store.words import searchable

Row = dict[str, object]

_NO_DAY = dt.date(1, 1, 1)
"""Sorts records of which no day is known before all others."""
_CITED = ("date", "place", "purpose", "content", "amount", "name", "attributed_to")


@dataclass(frozen=True, slots=True)
class Body:
    """A record as it is stored: its reports by id."""

    engagement: Engagement
    events: tuple[CodedEvent, ...]
    reports: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    moves: tuple[Move, ...] = ()
    review: Review | None = None


def article_row(article: Article) -> Row:
    """The columns of `articles` that follow from the article."""
    return {
        "article_id": article.article_id,
        "content_hash": hashlib.sha256(article.text.encode()).hexdigest(),
        "source": article.source,
        "url": article.url,
        "publisher": article.publisher,
        "headline": article.headline,
        "published": None if article.published is None else article.published.day,
        "language": article.language,
        "text": article.text,
        "facts": to_json(replace(article, text="")),
        "search_text": searchable(" ".join(part for part in (article.publisher, article.text) if part)),
    }


def article_of(facts: str, text: str) -> Article:
    """The article of the columns ``facts`` and ``text``."""
    return replace(from_json(facts, Article), text=text)


def report_row(report: Report, events: tuple[CodedEvent, ...]) -> Row:
    """The columns of `reports` that follow from the report."""
    eng = report.engagement
    return {
        "report_id": eng.engagement_id,
        "part_of": eng.part_of if report.trip is not None else None,
        "publisher": report.publisher,
        "kind": eng.kind.value,
        "engagement": to_json(eng),
        "events": to_json(events),
    }


def cited_fields(eng: Engagement) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Every field of an engagement that has a value, as a path, with its evidence.

    A participant's path names it by id, else by name: ``participants[per:Q1].office``.
    """
    yield "trigger", eng.trigger
    for party in eng.participants:
        path = f"participants[{party.entity_id or party.name.value}]"
        yield f"{path}.name", party.name.evidence
        if party.office is not None:
            yield f"{path}.office", party.office.evidence
        if party.country is not None:
            yield f"{path}.country", party.country.evidence
    for name in _CITED:
        cited = getattr(eng, name)
        if cited is not None:
            yield name, cited.evidence
    for number, stop in enumerate(eng.stops):
        yield f"stops[{number}].place", stop.place.evidence
        if stop.date is not None:
            yield f"stops[{number}].date", stop.date.evidence
    for number, topic in enumerate(eng.topics):
        yield f"topics[{number}]", topic.evidence


def evidence_rows(eng: Engagement) -> Iterator[Row]:
    """Each stretch of text of each field once."""
    for path, evidence in cited_fields(eng):
        for item in distinct_evidence(evidence):
            yield {
                "report_id": eng.engagement_id,
                "field": path,
                "start": item.span.start,
                "end": item.span.end,
                "quote": item.quote,
                "rule": item.rule,
            }


def observed_rows(eng: Engagement) -> Iterator[Row]:
    """Offices the text gives to named people whom the tables do not know."""
    for position, party in enumerate(eng.participants):
        office = party.office
        if (
            party.entity_id is not None
            or office is None
            or "text" not in office.value.source
            or not office.evidence
        ):
            continue
        span = office.evidence[0].span
        yield {
            "report_id": eng.engagement_id,
            "position": position,
            "title": office.value.title,
            "name": party.name.value,
            "country": None if party.country is None else party.country.value,
            "org_id": None,
            "start": span.start,
            "end": span.end,
        }


def record_row(record: Record) -> Row:
    """The columns of `records` that follow from the record."""
    eng = record.engagement
    days = None if eng.date is None else eng.date.value
    first = min((report.published for report in record.reports if report.published), default=None)
    body = Body(
        eng,
        record.events,
        tuple(report.engagement.engagement_id for report in record.reports),
        record.choices,
        record.dissents,
        record.moves,
        record.review,
    )
    quotes = dict.fromkeys(
        item.quote
        for report in record.reports
        for _, words in cited_fields(report.engagement)
        for item in words
    )
    return {
        "record_id": record.record_id,
        "kind": eng.kind.value,
        "status": eng.status.value,
        "start": None if days is None else days.start,
        "end": None if days is None else days.end,
        "sort_day": (None if days is None else days.start) or first or _NO_DAY,
        "main": eng.main,
        "historical": eng.historical,
        "negated": eng.negated,
        "hypothetical": eng.hypothetical,
        "confidence": eng.confidence,
        "sources": record.sources,
        "part_of": eng.part_of,
        "body": to_json(body),
        "search_text": _search_text(eng, tuple(quotes)),
    }


def _search_text(eng: Engagement, quotes: tuple[str, ...]) -> str:
    """The words a record is found by: names, offices, countries, places, topics, what was said, and the evidence."""
    parts: list[str] = [eng.kind, eng.mode or ""]
    for party in eng.participants:
        parts += [party.name.value, party.office.value.title if party.office else ""]
        parts += country_words(party.country.value) if party.country else ()
    for place in (*([eng.place] if eng.place else []), *(stop.place for stop in eng.stops)):
        parts += [place.value.city or "", *country_words(place.value.country)]
    texts = (*eng.topics, eng.purpose, eng.content, eng.name, eng.attributed_to)
    parts += [text.value for text in texts if text is not None]
    return searchable(" ".join(dict.fromkeys((*parts, *quotes))))


@cache
def country_words(iso3: str | None) -> tuple[str, ...]:
    """A country's name as a search finds it."""
    country = None if iso3 is None else _countries().get(iso3)
    return () if country is None else (country.name,)


@cache
def _countries() -> Countries:
    return Countries.open()


def actor_id_of(party: Participant) -> str:
    """The id of a participant among `actors`: the tables' one, else one of the folded name."""
    return party.entity_id or f"name:{fold(party.name.value)}"


def part_rows(record: Record) -> dict[str, list[Row]]:
    """The rows of participants, stops, topics and codes, without the record's number."""
    eng = record.engagement
    places: list[tuple[int, Location, object]] = []
    if eng.place is not None:
        places.append((-1, eng.place.value, eng.date))
    places += [(number, stop.place.value, stop.date) for number, stop in enumerate(eng.stops)]
    return {
        "participants": [_participant_row(number, party) for number, party in enumerate(eng.participants)],
        "stops": [_stop_row(number, where, day) for number, where, day in places],
        "topics": [
            {"position": number, "topic": topic.value, "topic_key": fold(topic.value)}
            for number, topic in enumerate(eng.topics)
        ],
        "codes": [
            {
                "position": number,
                "event": event.event,
                "mode": event.mode[0] if event.mode else None,
                "cameo": event.cameo,
                "quad_code": event.quad_code,
                "goldstein": event.goldstein,
            }
            for number, event in enumerate(record.events)
        ],
    }


def _participant_row(position: int, party: Participant) -> Row:
    office = None if party.office is None else party.office.value
    organization = party.entity_id if party.entity_id and party.entity_id.startswith("org:") else None
    return {
        "position": position,
        "role": party.role.value,
        "actor_id": actor_id_of(party),
        "name": party.name.value,
        "office": None if office is None else office.title,
        "office_id": None if office is None else office.office_id,
        "country": None if party.country is None else party.country.value,
        "organization": organization,
    }


def _stop_row(position: int, where: Location, day: object) -> Row:
    days = day.value if isinstance(day, Cited) else None
    return {
        "position": position,
        "city": where.city,
        "city_key": None if where.city is None else fold(where.city),
        "country": where.country,
        "place_id": where.place_id,
        "start": getattr(days, "start", None),
        "end": getattr(days, "end", None),
    }


def actor_rows(eng: Engagement) -> Iterator[Row]:
    """The participants as `actors`."""
    for party in eng.participants:
        yield {
            "actor_id": actor_id_of(party),
            "name": party.name.value,
            "name_key": f" {searchable(party.name.value)} ",
            "country": None if party.country is None else party.country.value,
        }
