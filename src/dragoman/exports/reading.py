"""A reading as JSON: one object per article, every value with the words it was read from.

The contract is `docs/json.md`, its schema `docs/reading.schema.json`. Fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.citation import Cited, Evidence
from dragoman.codec import to_json
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Engagement, Location, Participant, Stop
from dragoman.ontology.event import CodedEvent
from dragoman.pages.article import Article

if TYPE_CHECKING:
    from dragoman.pipeline import Reading

_PLACES = 3  # decimals of a confidence


def reading_line(reading: Reading) -> str:
    """The reading as one line of JSON, without the line end."""
    return to_json(reading_object(reading))


def reading_object(reading: Reading) -> dict[str, object]:
    """The reading as the contract's object: article, engagements, skipped."""
    return {
        "article": article_object(reading.article),
        "engagements": [engagement_object(eng, reading.events_of(eng)) for eng in reading.engagements],
        "skipped": list(reading.skipped),
    }


def article_object(article: Article) -> dict[str, object]:
    """The article's facts, its clean text and what was cut away."""
    published, dateline = article.published, article.dateline
    return {
        "article_id": article.article_id,
        "source": article.source,
        "url": article.url,
        "publisher": article.publisher,
        "headline": article.headline,
        "byline": article.byline,
        "dateline": None
        if dateline is None
        else {
            "place": dateline.place,
            "day": dateline.day,
            "agency": dateline.agency,
            "start": dateline.span.start,
            "end": dateline.span.end,
            "quote": dateline.span.of(article.text),
        },
        "published": None if published is None else published.day,
        "published_from": None if published is None else published.origin,
        "published_confidence": None if published is None else _round(published.confidence),
        "language": article.language,
        "text": article.text,
        "cut": [{"text": cut.text, "reason": cut.reason, "position": cut.position} for cut in article.cut],
    }


def engagement_object(eng: Engagement, events: Iterable[CodedEvent]) -> dict[str, object]:
    """One engagement with its evidence and codes."""
    return {
        "engagement_id": eng.engagement_id,
        "kind": eng.kind,
        "status": eng.status,
        "main": eng.main,
        "historical": eng.historical,
        "negated": eng.negated,
        "hypothetical": eng.hypothetical,
        "participants": [_participant(party) for party in eng.participants],
        "place": None if eng.place is None else _place(eng.place),
        "stops": [_stop(stop) for stop in eng.stops],
        "date": None if eng.date is None else _date(eng.date),
        "purpose": _text(eng.purpose),
        "topics": [_text(topic) for topic in eng.topics],
        "content": _text(eng.content),
        "amount": None if eng.amount is None else _amount(eng.amount),
        "name": _text(eng.name),
        "part_of": eng.part_of,
        "attributed_to": _text(eng.attributed_to),
        "trigger": {"evidence": _evidence(eng.trigger)},
        "confidence": _round(eng.confidence),
        "mode": eng.mode,
        "reason": eng.reason,
        "events": [_event(event) for event in events],
    }


def _participant(party: Participant) -> dict[str, object]:
    office = None if party.office is None else party.office.value
    cited: tuple[Cited[object] | None, ...] = (party.name, party.office, party.country)
    return {
        "role": party.role,
        "name": party.name.value,
        "entity_id": party.entity_id,
        "office": None if office is None else office.title,
        "office_id": None if office is None else office.office_id,
        "office_role": None if office is None else office.role,
        "office_source": None if office is None else office.source,
        "office_qualifier": None if office is None else office.qualifier,
        "country": None if party.country is None else party.country.value,
        "evidence": _evidence(
            evidence for value in cited if value is not None for evidence in value.evidence
        ),
        "confidence": _round(party.name.confidence),
        "reason": party.reason or next((value.reason for value in cited if value and value.reason), None),
    }


def _place(place: Cited[Location]) -> dict[str, object]:
    where = place.value
    return {"city": where.city, "country": where.country, "place_id": where.place_id, **_support(place)}


def _stop(stop: Stop) -> dict[str, object]:
    return {**_place(stop.place), "date": None if stop.date is None else _date(stop.date)}


def _date(date: Cited[DateSpan]) -> dict[str, object]:
    start, end = date.value.iso()
    return {"start": start, "end": end, "precision": date.value.precision, **_support(date)}


def _amount(amount: Cited[Amount]) -> dict[str, object]:
    value = amount.value
    return {"value": value.value, "unit": value.unit, "approximate": value.approximate, **_support(amount)}


def _text(cited: Cited[str] | None) -> dict[str, object] | None:
    return None if cited is None else {"value": cited.value, **_support(cited)}


def _support(cited: Cited[object]) -> dict[str, object]:
    """What every value carries: its evidence, how sure the reader is, and a remark where there is one."""
    return {
        "evidence": _evidence(cited.evidence),
        "confidence": _round(cited.confidence),
        "reason": cited.reason,
    }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    """Each stretch of text once, in the order given."""
    found = {(item.article_id, item.span, item.rule): item for item in evidence}
    return [
        {
            "article_id": item.article_id,
            "start": item.span.start,
            "end": item.span.end,
            "quote": item.quote,
            "rule": item.rule,
        }
        for item in found.values()
    ]


def _event(event: CodedEvent) -> dict[str, object]:
    return {
        "event": event.event,
        "mode": list(event.mode),
        "context": list(event.context),
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "rule": event.rule,
    }


def _round(confidence: float) -> float:
    return round(confidence, _PLACES)
