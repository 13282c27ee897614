"""One reading into the archive: article, reports, evidence, and the records they change, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from dragoman.codec import to_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import ArchiveError
from dragoman.pages.article import Article
from dragoman.pipeline import Reading
from dragoman.record.record import Report
from dragoman.store import tables
from dragoman.store.dialects import insert_numbered, insert_or_ignore
from dragoman.store.gathering import Cause, blocking_keys, regroup
from dragoman.store.query import Added
from dragoman.store.rows import Row, article_row, cited_fields, evidence_rows, observed_rows, report_row


def add_reading(
    connection: Connection, reading: Reading, cause: Cause, *, version_no: int | None, page_hash: str | None
) -> Added:
    """Save a reading; an article that is there already stays as it is."""
    article = reading.article
    table = tables.articles
    known = connection.execute(
        select(table.c.article_no).where(table.c.article_id == article.article_id)
    ).scalar()
    if page_hash is not None:
        _note_page(connection, page_hash, article, cause)
    if known is not None:
        return Added(article.article_id, known=True)
    for eng in reading.engagements:
        check_evidence(eng, article)
    number = _write_article(connection, reading, cause, version_no)
    reports = [report_of_article(eng, article) for eng in reading.engagements]
    _write_reports(connection, reports, reading, number)
    changed = (
        regroup(connection, [eng.engagement_id for eng in reading.engagements], cause) if reports else ()
    )
    return Added(article.article_id, known=False, reports=len(reports), records=changed)


def check_evidence(eng: Engagement, article: Article) -> None:
    """Refuse an engagement without words, or whose words are not the article's.

    Raises:
        ArchiveError: names the article, the field and the quote.
    """
    if not eng.trigger:
        raise ArchiveError(f"{article.source}: {eng.kind} {eng.engagement_id} has no words that tell it")
    for field, evidence in cited_fields(eng):
        for item in evidence:
            if (
                item.article_id != article.article_id
                or item.span.of(article.text) != item.quote
                or not item.quote
            ):
                raise ArchiveError(
                    f"{article.source}: {field} of {eng.kind} {eng.engagement_id} quotes {item.quote[:60]!r}, "
                    f"which is not the text at {item.span.start}:{item.span.end}"
                )


def report_of_article(eng: Engagement, article: Article) -> Report:
    """The engagement as what this article reports."""
    day = None if article.published is None else article.published.day
    return Report(eng, article.article_id, article.publisher, article.url, article.headline, day)


def _note_page(connection: Connection, page_hash: str, article: Article, cause: Cause) -> None:
    connection.execute(
        insert_or_ignore(connection, tables.pages),
        {
            "page_hash": page_hash,
            "source": article.source,
            "article_id": article.article_id,
            "run_no": cause.run_no,
        },
    )


def _write_article(connection: Connection, reading: Reading, cause: Cause, version_no: int | None) -> int:
    row: Row = {
        **article_row(reading.article),
        "skipped": to_json(reading.skipped),
        "ingested": cause.made,
        "run_no": cause.run_no,
        "version_no": version_no,
    }
    return insert_numbered(connection, tables.articles, row)


def _write_reports(connection: Connection, reports: Sequence[Report], reading: Reading, number: int) -> None:
    if not reports:
        return
    rows = [
        {**report_row(report, reading.events_of(report.engagement)), "article_no": number}
        for report in reports
    ]
    connection.execute(insert(tables.reports), rows)
    spans = [row for report in reports for row in evidence_rows(report.engagement)]
    connection.execute(insert(tables.evidence), spans)
    offices = [row for report in reports for row in observed_rows(report.engagement)]
    if offices:
        connection.execute(insert(tables.observed_offices), offices)
    keys = [
        {"key": key, "report_id": report.engagement.engagement_id}
        for report in reports
        for key in sorted(blocking_keys(report))
    ]
    connection.execute(insert(tables.blocking_keys), keys)
