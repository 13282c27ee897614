"""Rows of the archive to our values: reports, records, articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from dragoman.codec import from_json
from dragoman.engagements.engagement import Engagement
from dragoman.record.record import Record, Report
from dragoman.store import tables
from dragoman.store.dialects import is_among
from dragoman.store.query import StoredArticle
from dragoman.store.rows import Body, article_of


def select_reports() -> Select[Any]:
    """Reports with what of their articles a `Report` tells."""
    reports, articles, trips = tables.reports, tables.articles, tables.reports.alias("trips")
    told = (reports.c.report_id, reports.c.record_id, reports.c.publisher, reports.c.engagement)
    facts = (
        articles.c.article_id,
        articles.c.url,
        articles.c.headline,
        articles.c.published,
        articles.c.copy_of,
    )
    return (
        select(*told, *facts, trips.c.engagement.label("trip"))
        .join(articles, articles.c.article_no == reports.c.article_no)
        .outerjoin(trips, trips.c.report_id == reports.c.part_of)
    )


REPORTS = select_reports().where(is_among(tables.reports.c.report_id))
"""The reports of some ids."""
_REPORTS_OF_RECORDS = select_reports().where(is_among(tables.reports.c.record_id))
_BODIES = select(tables.records.c.record_id, tables.records.c.body).where(
    is_among(tables.records.c.record_id)
)


def report_of(row: Row[Any]) -> Report:
    """A row of ``select_reports``."""
    eng = from_json(row.engagement, Engagement)
    trip = None if row.trip is None else from_json(row.trip, Engagement)
    return Report(eng, row.article_id, row.publisher, row.url, row.headline, row.published, row.copy_of, trip)


def load_records(connection: Connection, record_ids: Sequence[str]) -> tuple[Record, ...]:
    """The records of these ids, in their order; unknown ones are left out."""
    if not record_ids:
        return ()
    found = connection.execute(_BODIES, {"some": list(record_ids)})
    bodies = {record_id: from_json(body, Body) for record_id, body in found}
    rows = connection.execute(_REPORTS_OF_RECORDS, {"some": list(bodies)})
    reports: defaultdict[str, dict[str, Report]] = defaultdict(dict)
    for row in rows:
        reports[row.record_id][row.report_id] = report_of(row)
    return tuple(
        _record_of(record_id, bodies[record_id], reports[record_id])
        for record_id in record_ids
        if record_id in bodies
    )


def _record_of(record_id: str, body: Body, reports: dict[str, Report]) -> Record:
    told = tuple(reports[report_id] for report_id in body.reports)
    return Record(
        record_id, body.engagement, body.events, told, body.choices, body.dissents, body.moves, body.review
    )


def load_article(connection: Connection, article_id: str) -> StoredArticle | None:
    """An article with its versions and copies."""
    table, versions = tables.articles, tables.versions
    joined = table.outerjoin(versions, versions.c.version_no == table.c.version_no)
    columns = (table.c.text, table.c.facts, table.c.ingested, table.c.skipped, table.c.copy_of)
    told = (
        versions.c.reader,
        versions.c.pack,
        versions.c.lexicon,
        versions.c.tables,
        versions.c.codebooks,
        versions.c.profile,
    )
    row = connection.execute(
        select(*columns, *told).select_from(joined).where(table.c.article_id == article_id)
    ).first()
    if row is None:
        return None
    copies = connection.execute(
        select(table.c.article_id).where(table.c.copy_of == article_id).order_by(table.c.article_id)
    )
    return StoredArticle(
        article_of(row.facts, row.text),
        row.ingested,
        {column.name: getattr(row, column.name) for column in told if getattr(row, column.name)},
        tuple(from_json(row.skipped, list[str])),
        row.copy_of,
        tuple(copies.scalars()),
    )
