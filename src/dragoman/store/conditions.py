"""A query as conditions on the archive's records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select

from dragoman.knowledge.names import fold
from dragoman.store import tables
from dragoman.store.dialects import holds_words
from dragoman.store.query import Query
from dragoman.store.words import parse_search, searchable

Condition = ColumnElement[bool]

_RECORDS = tables.records.c
_FLAGS = ("main", "historical", "negated", "hypothetical")


def conditions_of(connection: Connection, query: Query) -> list[Condition]:
    """All that has to hold of a record."""
    query = _without_nul(query)
    return [
        _RECORDS.deleted.is_(query.deleted),
        *_of_text(connection, query),
        *_of_parties(query),
        *_of_columns(query),
        *days_overlap(query.since, query.until),
        *_of_parts(query),
    ]


def _without_nul(query: Query) -> Query:
    """The query without the one character that PostgreSQL's text cannot hold."""
    typed = {
        name: getattr(query, name)
        for name in ("text", "person", "organization", "publisher", "code", "place")
    }
    changed = {name: words.replace("\0", "") for name, words in typed.items() if words and "\0" in words}
    return replace(query, **changed) if changed else query


def _of_text(connection: Connection, query: Query) -> Iterator[Condition]:
    terms = parse_search(query.text)
    if terms:
        yield holds_words(connection, tables.records, "record_no", terms)
    elif query.text.strip():
        yield literal(False)  # only signs were asked for: they stand nowhere


def _of_parties(query: Query) -> Iterator[Condition]:
    participants = tables.participants.c
    for name in (query.person, query.organization):
        if name is not None:
            yield _has(participants.record_no, participants.actor_id.in_(actors_named(name)))
    for country in query.country:
        yield _has(participants.record_no, participants.country == country.upper())


def _of_columns(query: Query) -> Iterator[Condition]:
    if query.kind:
        yield _RECORDS.kind.in_(query.kind)
    if query.status:
        yield _RECORDS.status.in_(query.status)
    for flag in _FLAGS:
        wanted = getattr(query, flag)
        if wanted is not None:
            yield _RECORDS[flag].is_(wanted)
    if query.min_sources is not None:
        yield _RECORDS.sources >= query.min_sources


def days_overlap(since: dt.date | None, until: dt.date | None) -> Iterator[Condition]:
    """A record's days and the asked-for ones have one in common."""
    if since is not None:
        yield _RECORDS.end >= since
    if until is not None:
        yield _RECORDS.start <= until


def _of_parts(query: Query) -> Iterator[Condition]:
    reports, stops, codes = tables.reports.c, tables.stops.c, tables.codes.c
    if query.publisher is not None:
        told = select(reports.record_id).where(func.lower(reports.publisher) == query.publisher.lower())
        yield _RECORDS.record_id.in_(told)
    if query.part_of is not None:
        yield _RECORDS.part_of == query.part_of
    if query.place is not None:
        place = query.place.strip()
        yield _has(
            stops.record_no,
            or_(stops.city_key == fold(place), stops.place_id == place, stops.country == place.upper()),
        )
    if query.code is not None:
        code = query.code.strip()
        yield _has(
            codes.record_no,
            or_(
                codes.event == code.upper(),
                codes.mode == code.lower(),
                codes.cameo.startswith(code, autoescape=True) if code.isdigit() else literal(False),
            ),
        )


def _has(number: ColumnElement[int], condition: Condition) -> Condition:
    return _RECORDS.record_no.in_(select(number).where(condition))


def actors_named(name: str) -> Select[Any]:
    """The ids of the actors a name may mean: that id, or all its words in the name."""
    actors = tables.actors.c
    if ":" in name:
        return select(actors.actor_id).where(actors.actor_id == name)
    words = searchable(name).split()
    if not words:
        return select(actors.actor_id).where(literal(False))
    return select(actors.actor_id).where(
        *(actors.name_key.contains(f" {word} ", autoescape=True) for word in words)
    )
