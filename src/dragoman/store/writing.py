"""Readings into the archive: articles, reports, evidence, and the records they change, in one transaction.

What is written of many readings at once is what would be written of one after the other; only the history is shorter, as
it tells of a record what became of it by all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from dragoman.codec import to_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import EvidenceError
from dragoman.pages.article import Article
from dragoman.pipeline import Reading
from dragoman.record.copies import Printed, printed
from dragoman.record.matching import blocking_keys
from dragoman.record.record import Report, reports_of
from dragoman.store import tables
from dragoman.store.copying import Copies, settle_copies
from dragoman.store.decisions import find_again
from dragoman.store.dialects import chunks, is_among
from dragoman.store.gathering import Gathered, Merged, gather, merge, regroup
from dragoman.store.inserting import insert_rows
from dragoman.store.kept import KeptReports
from dragoman.store.query import Added
from dragoman.store.rows import Row, article_row, cited_fields, evidence_rows, observed_rows, report_row
from dragoman.store.runs import ReadPage, note_pages
from dragoman.store.saving import Cause

AT_ONCE = 250
"""Articles that are put together at once: more take more memory and are not faster."""

_ARTICLES, _REPORTS = tables.articles.c, tables.reports.c
_KNOWN = select(_ARTICLES.article_id).where(is_among(_ARTICLES.article_id))
_LAST = select(func.coalesce(func.max(_ARTICLES.article_no), 0))
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


@dataclass(frozen=True, slots=True)
class ReportRows:
    """What an article reports as rows; its number and the records are told when they are inserted."""

    reports: Sequence[Row]
    evidence: Sequence[Row]
    offices: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Prepared:
    """All of an arrival that can be made without asking the archive: rows, what its copies and its events are found by."""

    arrival: Arrival
    print: Printed
    reports: tuple[Report, ...]
    keys: Mapping[str, frozenset[str]]
    article: Row
    rows: ReportRows
    refused: EvidenceError | None

    @property
    def article_id(self) -> str:
        """The article's id."""
        return self.arrival.article_id


def prepare(arrival: Arrival) -> Prepared:
    """Make ready what can be before its turn comes."""
    reading = arrival.reading
    print_ = printed(reading.article)
    reports = reports_of(reading.article, reading.engagements)
    return Prepared(
        arrival=arrival,
        print=print_,
        reports=reports,
        keys={report.report_id: blocking_keys(report) for report in reports},
        article={
            **article_row(reading.article),
            "skipped": to_json(reading.skipped),
            "signature": print_.sketch.digest,
            "version_no": arrival.version_no,
        },
        rows=rows_of_reports(reports, reading),
        refused=_refusal(reading),
    )


def _refusal(reading: Reading) -> EvidenceError | None:
    try:
        for eng in reading.engagements:
            check_evidence(eng, reading.article)
    except EvidenceError as error:
        return error
    return None


def add_readings(
    connection: Connection, arrivals: Sequence[Arrival], cause: Cause, ahead: Iterable[Prepared] = ()
) -> tuple[Added, ...]:
    """Save readings, and say what became of each; an article that is there already stays as it is.

    Args:
        connection: a transaction that writes.
        arrivals: what is to be saved.
        cause: what the history says of it.
        ahead: those of the arrivals that were prepared before.

    Raises:
        EvidenceError: the words of one are not its article's. Nothing may be kept then.
    """
    fresh = _fresh(connection, arrivals)
    pages = [
        ReadPage(one.page_hash, one.reading.article.source, one.article_id)
        for one in arrivals
        if one.page_hash is not None
    ]
    note_pages(connection, pages, cause.run_no)
    last = connection.execute(_LAST).scalar_one()
    numbers = {article_id: number for number, article_id in enumerate(fresh, last + 1)}
    changed = dict[str, tuple[str, ...]]()
    ready = {one.article_id: one for one in ahead}
    for some in chunks(list(fresh.values()), AT_ONCE):
        prepared = [_ready(ready, one) for one in some]
        changed |= _write(connection, {numbers[one.article_id]: one for one in prepared}, cause)
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


def _ready(ahead: Mapping[str, Prepared], arrival: Arrival) -> Prepared:
    found = ahead.get(arrival.article_id)
    return found if found is not None and found.arrival is arrival else prepare(arrival)


def _write(
    connection: Connection, fresh: Mapping[int, Prepared], cause: Cause
) -> Mapping[str, tuple[str, ...]]:
    """Write fresh articles, by number, with their reports and the records these become part of.

    Everything that they depend on is asked first, as rows that were handed over before would have to be waited for.

    Returns:
        By article, the records that came or changed.
    """
    for one in fresh.values():
        if one.refused is not None:
            raise one.refused
    copies = settle_copies(connection, {number: one.print for number, one in fresh.items()})
    reports = [
        _as_copy(report, copies.copy_of.get(report.article_id))
        for one in fresh.values()
        for report in one.reports
    ]
    keys = {report_id: its_keys for one in fresh.values() for report_id, its_keys in one.keys.items()}
    kept = KeptReports(connection, reports, keys)
    gathered = _gather(connection, kept, reports, fresh, copies)

    articles = [
        {
            "article_no": number,
            **one.article,
            "copy_of": copies.copy_of.get(one.article_id),
            "ingested": cause.made,
            "run_no": cause.run_no,
        }
        for number, one in fresh.items()
    ]
    insert_rows(connection, tables.articles, articles)
    insert_rows(connection, tables.article_bands, copies.bands)
    merged = merge(gathered)
    insert_reports(connection, kept, {number: one.rows for number, one in fresh.items()}, merged.record_of)
    changed = regroup(connection, kept, merged, cause)
    return _changed_by(merged, changed, fresh.values())


def _as_copy(report: Report, copy_of: str | None) -> Report:
    return report if copy_of is None else replace(report, copy_of=copy_of)


def _gather(
    connection: Connection,
    kept: KeptReports,
    reports: Sequence[Report],
    fresh: Mapping[int, Prepared],
    copies: Copies,
) -> Gathered:
    """The reports that are put together anew: around fresh ones, and those of older articles that are copies since."""
    told: dict[str, dict[str, Engagement]] = {one.article_id: {} for one in fresh.values()}
    for report in reports:
        told[report.article_id][report.report_id] = report.engagement
    find_again(connection, told)
    older = _reports_of_articles(connection, copies.copy_of.keys() - told.keys())
    return gather(connection, kept, {report.report_id for report in reports} | older)


def _changed_by(
    merged: Merged, changed: Sequence[str], fresh: Collection[Prepared]
) -> dict[str, tuple[str, ...]]:
    """By article, the records that came or changed by its reports; what else changed counts for the last article."""
    told = {one.article_id: {merged.record_of[report.report_id] for report in one.reports} for one in fresh}
    beside = set(changed).difference(*told.values())
    told[next(reversed(told))] |= beside
    places = {record_id: place for place, record_id in enumerate(changed)}
    return {
        article_id: tuple(sorted(ids & places.keys(), key=places.__getitem__))
        for article_id, ids in told.items()
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


def rows_of_reports(reports: Iterable[Report], reading: Reading) -> ReportRows:
    """What an article reports as rows."""
    told = tuple(reports)
    return ReportRows(
        [report_row(one, reading.events_of(one.engagement)) for one in told],
        [row for one in told for row in evidence_rows(one.engagement)],
        [row for one in told for row in observed_rows(one.engagement)],
    )


def insert_reports(
    connection: Connection,
    kept: KeptReports,
    fresh: Mapping[int, ReportRows],
    record_of: Mapping[str, str],
) -> None:
    """Write the fresh reports of articles, by number; ``kept`` has their keys."""
    reports = [
        {"article_no": number, **row, "record_id": record_of[str(row["report_id"])]}
        for number, rows in fresh.items()
        for row in rows.reports
    ]
    insert_rows(connection, tables.reports, reports)
    insert_rows(connection, tables.evidence, [row for rows in fresh.values() for row in rows.evidence])
    insert_rows(connection, tables.observed_offices, [row for rows in fresh.values() for row in rows.offices])
    keys = sorted(
        (kept.number_of[key], report_id) for report_id, its_keys in kept.keys.items() for key in its_keys
    )
    rows: list[Row] = [{"key": key, "report_id": report_id} for key, report_id in keys]
    insert_rows(connection, tables.blocking_keys, rows)


def _reports_of_articles(connection: Connection, article_ids: Set[str]) -> set[str]:
    if not article_ids:
        return set()
    return set(connection.execute(_OF_ARTICLES, {"some": sorted(article_ids)}).scalars())
