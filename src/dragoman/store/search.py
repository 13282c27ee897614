"""Finding records: pages in a stable order, and how many there are of what."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from dragoman.errors import ArchiveError
from dragoman.store import tables
from dragoman.store.conditions import conditions_of
from dragoman.store.loading import load_records
from dragoman.store.query import MAX_LIMIT, Facet, Facets, Page, Query, Sort
from dragoman.store.rows import country_words

_RECORDS = tables.records.c
_FACET_SIZE = 20


def find_page(connection: Connection, query: Query, *, limit: int, cursor: str | None) -> Page:
    """The records a query asks for, from the cursor on."""
    if not 1 <= limit <= MAX_LIMIT:
        raise ArchiveError(f"limit is {limit}; a page has 1 to {MAX_LIMIT} records")
    column, descending = _order(query.sort)
    wanted = select(_RECORDS.record_id, column).where(*conditions_of(connection, query))
    if cursor is not None:
        wanted = wanted.where(_after(column, descending, *_read_cursor(cursor, query.sort)))
    key = column.desc() if descending else column.asc()
    tie = _RECORDS.record_id.desc() if descending else _RECORDS.record_id.asc()
    rows = connection.execute(wanted.order_by(key, tie).limit(limit + 1)).all()
    shown = rows[:limit]
    following = _write_cursor(query.sort, shown[-1][1], shown[-1][0]) if len(rows) > limit else None
    return Page(load_records(connection, [row[0] for row in shown]), following)


def _order(sort: Sort) -> tuple[ColumnElement[Any], bool]:
    match sort:
        case Sort.NEWEST:
            return _RECORDS.sort_day, True
        case Sort.OLDEST:
            return _RECORDS.sort_day, False
        case Sort.SOURCES:
            return _RECORDS.sources, True


def _after(
    column: ColumnElement[Any], descending: bool, value: object, record_id: str
) -> ColumnElement[bool]:
    if descending:
        return or_(column < value, and_(column == value, _RECORDS.record_id < record_id))
    return or_(column > value, and_(column == value, _RECORDS.record_id > record_id))


def _write_cursor(sort: Sort, value: object, record_id: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([sort, str(value), record_id]).encode()).decode().rstrip("=")


def _read_cursor(cursor: str, sort: Sort) -> tuple[object, str]:
    try:
        name, value, record_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if name != sort:
            raise ValueError(f"is of the order {name}")
        return (int(value) if sort is Sort.SOURCES else dt.date.fromisoformat(value)), str(record_id)
    except (ValueError, TypeError, binascii.Error) as error:
        raise ArchiveError(f"cursor {cursor[:40]!r} is not one of this search: {error}") from error


def count_records(connection: Connection, query: Query) -> int:
    """How many records a query asks for."""
    return int(connection.execute(select(func.count()).where(*conditions_of(connection, query))).scalar_one())


def count_facets(connection: Connection, query: Query) -> Facets:
    """The records a query asks for, counted by what they have."""
    found = select(_RECORDS.record_no).where(*conditions_of(connection, query)).cte("found")
    counts: dict[str, Select[Any]] = _countings(found)
    by = {
        name: tuple(
            Facet(str(value), _name_of(name, str(value), label), count)
            for value, label, count in connection.execute(counting.limit(_FACET_SIZE))
        )
        for name, counting in counts.items()
    }
    total = connection.execute(select(func.count()).select_from(found)).scalar_one()
    return Facets(int(total), by)


def _countings(found: Any) -> dict[str, Select[Any]]:
    participants, stops, codes, reports = (
        tables.participants.c,
        tables.stops.c,
        tables.codes.c,
        tables.reports.c,
    )
    whole = tables.records.join(found, found.c.record_no == _RECORDS.record_no)
    publishers = whole.join(tables.reports, reports.record_id == _RECORDS.record_id)
    of_parties = tables.participants.join(found, found.c.record_no == participants.record_no)
    of_stops = tables.stops.join(found, found.c.record_no == stops.record_no)
    of_codes = tables.codes.join(found, found.c.record_no == codes.record_no)
    year = func.substr(_text(_RECORDS.start), 1, 4)
    is_person = or_(participants.actor_id.like("per:%"), participants.actor_id.like("name:%"))
    return {
        "kind": _counting(_RECORDS.kind, _RECORDS.record_no, whole),
        "status": _counting(_RECORDS.status, _RECORDS.record_no, whole),
        "year": _counting(year, _RECORDS.record_no, whole).where(_RECORDS.start.is_not(None)),
        "country": _counting(participants.country, participants.record_no, of_parties),
        "person": _counting(
            participants.actor_id, participants.record_no, of_parties, participants.name
        ).where(is_person),
        "organization": _counting(
            participants.organization, participants.record_no, of_parties, participants.name
        ),
        "place": _counting(stops.city_key, stops.record_no, of_stops, stops.city),
        "code": _counting(codes.event, codes.record_no, of_codes),
        "publisher": _counting(reports.publisher, _RECORDS.record_no, publishers),
    }


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    from sqlalchemy import String, cast

    return cast(column, String)


def _counting(
    value: ColumnElement[Any],
    number: ColumnElement[Any],
    source: Any,
    label: ColumnElement[Any] | None = None,
) -> Select[Any]:
    """Rows of value, label, count of records; the most frequent first."""
    count = func.count(number.distinct())
    named = func.min(value if label is None else label)
    return (
        select(value, named, count)
        .select_from(source)
        .where(value.is_not(None))
        .group_by(value)
        .order_by(count.desc(), value)
    )


def _name_of(facet: str, value: str, label: object) -> str:
    if facet == "country":
        return next(iter(country_words(value)), value)
    return str(label)
