"""Readings into the archive: articles, reports, evidence, and the records they change, in one transaction.

What is written of many readings at once is what would be written of one after the other; only the history is shorter, as
it tells of a record what became of it by all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.codec import to_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import EvidenceError
from dragoman.pages.article import Article
from dragoman.pipeline import Reading
from dragoman.record.copies import Printed, printed
from dragoman.record.record import Report, reports_of
from dragoman.store import tables
from dragoman.store.copying import settle_copies
from dragoman.store.decisions import find_again
from dragoman.store.dialects import insert_rows, is_among, number_of_key
from dragoman.store.gathering import Gathered, regroup
from dragoman.store.kept import KeptReports
from dragoman.store.query import Added
from dragoman.store.rows import Row, article_row, cited_fields, evidence_rows, observed_rows, report_row
from dragoman.store.runs import ReadPage, note_pages
from dragoman.store.saving import Cause

_ARTICLES, _REPORTS = tables.articles.c, tables.reports.c
_KNOWN = select(_ARTICLES.article_id).where(is_among(_ARTICLES.article_id))
_LAST = select(func.coalesce(func.max(_ARTICLES.article_no), 0))
_COPIES = select(_ARTICLES.article_id, _ARTICLES.copy_of).where(
    is_among(_ARTICLES.article_id), _ARTICLES.copy_of.is_not(None)
)
_OF_ARTICLES = select(_REPORTS.report_id).where(
    _REPORTS.article_no.in_(select(_ARTICLES.article_no).where(is_among(_ARTICLES.article_id)))
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A reading to be saved, with the number of the versions that read it and the raw page it was read from."""

    reading: Reading
    version_no: int | None = None
    page_hash: str | None = None

    @property
    def article_id(self) -> str:
        """The article's id."""
        return self.reading.article.article_id


def add_readings(connection: Connection, arrivals: Sequence[Arrival], cause: Cause) -> tuple[Added, ...]:
    """Save readings, and say what became of each; an article that is there already stays as it is.

    Raises:
        EvidenceError: the words of one are not its article's. Nothing is written then.
    """
    fresh = _fresh(connection, arrivals)
    for one in fresh.values():
        for eng in one.reading.engagements:
            check_evidence(eng, one.reading.article)
    pages = [
        ReadPage(one.page_hash, one.reading.article.source, one.article_id)
        for one in arrivals
        if one.page_hash is not None
    ]
    note_pages(connection, pages, cause.run_no)
    if not fresh:
        return tuple(Added(one.article_id, known=True) for one in arrivals)
    numbers, copies = _write_articles(connection, fresh, cause)
    gathered = _write_reports(connection, fresh, numbers, copies, cause)
    changed = _changed_by(gathered, fresh)
    return tuple(
        Added(one.article_id, False, len(one.reading.engagements), changed[one.article_id])
        if one is fresh.get(one.article_id)
        else Added(one.article_id, known=True)
        for one in arrivals
    )


def _fresh(connection: Connection, arrivals: Sequence[Arrival]) -> dict[str, Arrival]:
    """Those whose article is not there yet, each article once."""
    wanted = {one.article_id: one for one in reversed(arrivals)}
    known = set(connection.execute(_KNOWN, {"some": sorted(wanted)}).scalars())
    return {
        one.article_id: one
        for one in arrivals
        if one.article_id not in known and one is wanted[one.article_id]
    }


def _changed_by(gathered: Gathered, fresh: Mapping[str, Arrival]) -> dict[str, tuple[str, ...]]:
    """By article, the records that came or changed by its reports; what else changed counts for the last article."""
    told = {
        article_id: {gathered.record_of[eng.engagement_id] for eng in one.reading.engagements}
        for article_id, one in fresh.items()
    }
    beside = set(gathered.changed).difference(*told.values())
    last = next(reversed(told))
    told[last] |= beside
    return {
        article_id: tuple(one for one in gathered.changed if one in ids) for article_id, ids in told.items()
    }


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


def _write_articles(
    connection: Connection, fresh: Mapping[str, Arrival], cause: Cause
) -> tuple[dict[str, int], set[str]]:
    """The numbers of the articles, and the ids of those, old ones too, that are copies since, or of others."""
    first = connection.execute(_LAST).scalar_one() + 1
    numbers = {article_id: number for number, article_id in enumerate(fresh, first)}
    prints = {numbers[article_id]: printed(one.reading.article) for article_id, one in fresh.items()}
    rows = [
        _article_row(one, numbers[one.article_id], prints[numbers[one.article_id]], cause)
        for one in fresh.values()
    ]
    insert_rows(connection, tables.articles, rows)
    return numbers, settle_copies(connection, prints)


def _article_row(arrival: Arrival, number: int, print_: Printed, cause: Cause) -> Row:
    return {
        "article_no": number,
        **article_row(arrival.reading.article),
        "skipped": to_json(arrival.reading.skipped),
        "signature": print_.sketch.digest,
        "ingested": cause.made,
        "run_no": cause.run_no,
        "version_no": arrival.version_no,
    }


def _write_reports(
    connection: Connection,
    fresh: Mapping[str, Arrival],
    numbers: Mapping[str, int],
    copies: set[str],
    cause: Cause,
) -> Gathered:
    """The reports of articles, with the records they become part of; those of articles now copies are merged anew."""
    reports = tuple(_reports(connection, fresh))
    kept = KeptReports(connection, reports)
    told: dict[str, dict[str, Engagement]] = {article_id: {} for article_id in fresh}
    for report in reports:
        told[report.article_id][report.report_id] = report.engagement
    find_again(connection, told)
    touched = {report.report_id for report in reports} | _reports_of_articles(
        connection, copies - fresh.keys()
    )
    gathered = regroup(connection, kept, touched, cause)
    readings = {article_id: one.reading for article_id, one in fresh.items()}
    insert_reports(connection, kept, reports, readings, gathered.record_of, numbers)
    return gathered


def _reports(connection: Connection, fresh: Mapping[str, Arrival]) -> Iterator[Report]:
    """What the articles report, in the order of their arrival."""
    copy_of = {row.article_id: row.copy_of for row in connection.execute(_COPIES, {"some": list(fresh)})}
    for article_id, one in fresh.items():
        yield from reports_of(one.reading.article, one.reading.engagements, copy_of=copy_of.get(article_id))


def insert_reports(
    connection: Connection,
    kept: KeptReports,
    fresh: Sequence[Report],
    readings: Mapping[str, Reading],
    record_of: Mapping[str, str],
    numbers: Mapping[str, int],
) -> None:
    """Write fresh reports, with what hangs on them; readings and numbers are those of their articles, by id."""
    rows = [
        {
            "article_no": numbers[report.article_id],
            **report_row(
                report, record_of[report.report_id], readings[report.article_id].events_of(report.engagement)
            ),
        }
        for report in fresh
    ]
    insert_rows(connection, tables.reports, rows)
    for part, rows_of in ((tables.evidence, evidence_rows), (tables.observed_offices, observed_rows)):
        insert_rows(connection, part, [row for report in fresh for row in rows_of(report.engagement)])
    keys: list[Row] = [
        {"key": number_of_key(key), "report_id": report.report_id}
        for report in fresh
        for key in sorted(kept.keys[report.report_id])
    ]
    insert_rows(connection, tables.blocking_keys, keys)


def _reports_of_articles(connection: Connection, article_ids: set[str]) -> set[str]:
    if not article_ids:
        return set()
    return set(connection.execute(_OF_ARTICLES, {"some": sorted(article_ids)}).scalars())
