"""One reading into the archive: article, reports, evidence, and the records they change, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, select

from dragoman.codec import to_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import EvidenceError
from dragoman.pages.article import Article
from dragoman.pipeline import Reading
from dragoman.record.copies import Printed, printed
from dragoman.record.record import Report, reports_of
from dragoman.store import tables
from dragoman.store.copying import settle_copies, write_bands
from dragoman.store.decisions import find_again
from dragoman.store.dialects import insert_into, insert_numbered, number_of_key
from dragoman.store.gathering import Gathered, regroup
from dragoman.store.kept import KeptReports
from dragoman.store.query import Added
from dragoman.store.rows import Row, article_row, cited_fields, evidence_rows, observed_rows, report_row
from dragoman.store.runs import note_page
from dragoman.store.saving import Cause

_ARTICLES = tables.articles.c
_KNOWN = select(_ARTICLES.article_no).where(_ARTICLES.article_id == bindparam("one"))
_COPY_OF = select(_ARTICLES.copy_of).where(_ARTICLES.article_no == bindparam("one"))


def add_reading(
    connection: Connection, reading: Reading, cause: Cause, *, version_no: int | None, page_hash: str | None
) -> Added:
    """Save a reading; an article that is there already stays as it is."""
    article = reading.article
    known = connection.execute(_KNOWN, {"one": article.article_id}).first()
    if page_hash is not None:
        note_page(connection, page_hash, article.source, article.article_id, cause.run_no)
    if known is not None:
        return Added(article.article_id, known=True)
    for eng in reading.engagements:
        check_evidence(eng, article)
    print_ = printed(article)
    number = _write_article(connection, reading, print_, cause, version_no)
    copies = settle_copies(connection, print_)
    write_bands(connection, number, print_)
    gathered = _write_reports(connection, reading, number, copies, cause)
    return Added(article.article_id, known=False, reports=len(reading.engagements), records=gathered.changed)


def check_evidence(eng: Engagement, article: Article) -> None:
    """Refuse an engagement without words, or whose words are not the article's.

    Raises:
        EvidenceError: names the article, the field and the quote.
    """
    if not eng.trigger:
        raise EvidenceError(f"{article.source}: {eng.kind} {eng.engagement_id} has no words that tell it")
    for field, evidence in cited_fields(eng):
        for item in evidence:
            if (
                item.article_id != article.article_id
                or item.span.of(article.text) != item.quote
                or not item.quote
            ):
                raise EvidenceError(
                    f"{article.source}: {field} of {eng.kind} {eng.engagement_id} quotes {item.quote[:60]!r}, "
                    f"which is not the text at {item.span.start}:{item.span.end}"
                )


def _write_article(
    connection: Connection, reading: Reading, print_: Printed, cause: Cause, version_no: int | None
) -> int:
    row: Row = {
        **article_row(reading.article),
        "skipped": to_json(reading.skipped),
        "signature": print_.sketch.digest,
        "ingested": cause.made,
        "run_no": cause.run_no,
        "version_no": version_no,
    }
    return insert_numbered(connection, tables.articles, row)


def _write_reports(
    connection: Connection, reading: Reading, number: int, copies: set[str], cause: Cause
) -> Gathered:
    """The reports of an article, with the records they become part of; those of articles now copies are merged anew."""
    article_id = reading.article.article_id
    copy_of = connection.execute(_COPY_OF, {"one": number}).scalar()
    fresh = reports_of(reading.article, reading.engagements, copy_of=copy_of)
    kept = KeptReports(connection, fresh)
    find_again(connection, article_id, {report.report_id: report.engagement for report in fresh})
    touched = {report.report_id for report in fresh} | _reports_of_articles(connection, copies - {article_id})
    gathered = regroup(connection, kept, touched, cause)
    insert_reports(connection, kept, fresh, reading, gathered.record_of, number)
    return gathered


def insert_reports(
    connection: Connection,
    kept: KeptReports,
    fresh: Sequence[Report],
    reading: Reading,
    record_of: Mapping[str, str],
    number: int,
) -> None:
    """Write fresh reports of the article of that number, with what hangs on them."""
    if not fresh:
        return
    rows = [
        report_row(report, record_of[report.report_id], reading.events_of(report.engagement))
        for report in fresh
    ]
    connection.execute(insert_into(tables.reports), [{**row, "article_no": number} for row in rows])
    keys: list[Row] = [
        {"key": number_of_key(key), "report_id": one}
        for one, keys in kept.keys.items()
        for key in sorted(keys)
    ]
    parts: dict[Table, list[Row]] = {
        tables.evidence: [row for report in fresh for row in evidence_rows(report.engagement)],
        tables.observed_offices: [row for report in fresh for row in observed_rows(report.engagement)],
        tables.blocking_keys: keys,
    }
    for part, values in parts.items():
        if values:
            connection.execute(insert_into(part), values)


def _reports_of_articles(connection: Connection, article_ids: set[str]) -> set[str]:
    reports, articles = tables.reports.c, tables.articles.c
    numbers = select(articles.article_no).where(articles.article_id.in_(sorted(article_ids)))
    found = select(reports.report_id).where(reports.article_no.in_(numbers))
    return set(connection.execute(found).scalars()) if article_ids else set()
