"""An article read again: its reports are replaced, its records put together anew, and what people decided stays.

A report that the new reading does not have any more, and on which somebody decided, is kept as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, delete, select, update

from dragoman.codec import to_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import ArchiveError
from dragoman.pipeline import Reading, code_reading
from dragoman.record.anchors import anchor_of, find_all
from dragoman.record.decisions import RULINGS, Decision, Verdict, live
from dragoman.record.fields import fields_of
from dragoman.record.record import Conflict, Record, reports_of
from dragoman.record.typed import in_words
from dragoman.record.values import same_value
from dragoman.store import overview, tables
from dragoman.store.archive import Archive
from dragoman.store.decisions import Finder, decisions_on, engagements_of, find_again
from dragoman.store.gathering import gather, merge, regroup
from dragoman.store.kept import KeptReports
from dragoman.store.loading import load_records
from dragoman.store.saving import Cause, now, remove, retire_records, write_history
from dragoman.store.writing import check_evidence, insert_reports, rows_of_reports

_PARTS_OF_REPORTS = (tables.evidence, tables.observed_offices, tables.blocking_keys)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What reading an article again changed: records that came, went, or differ (path, value before and after).

    ``kept`` are reports that are no longer read and stay because somebody decided on them; ``conflicts`` are those that
    were not there before, by record.
    """

    article_id: str
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: Mapping[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    conflicts: Mapping[str, tuple[Conflict, ...]] = field(default_factory=dict)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is different."""
        return not (self.added or self.gone or self.changed or self.kept or self.conflicts)


def renew(
    archive: Archive,
    reading: Reading,
    *,
    version_no: int | None = None,
    run_no: int | None = None,
    dry_run: bool = False,
) -> Renewal:
    """Put a new reading of an article in the place of the old one; all of it, or nothing.

    Args:
        archive: where the article is.
        reading: what the installed version says of the article's text.
        version_no: of what read it.
        run_no: the run this belongs to.
        dry_run: only tell what would change.

    Raises:
        ArchiveError: the article is not there, or with another text.
    """
    cause = Cause(now(), run_no, reading.article.article_id)
    with archive.writing() as connection:
        attempt = connection.begin_nested()
        renewal = _renew(connection, reading, cause, version_no)
        if dry_run:
            attempt.rollback()
        else:
            attempt.commit()
    return renewal


def _renew(connection: Connection, reading: Reading, cause: Cause, version_no: int | None) -> Renewal:
    article = reading.article
    number = _number_of(connection, reading)
    before = engagements_of(connection, article.article_id)
    kept = _kept(connection, reading, before)
    reading = _with_kept(reading, kept)
    for eng in reading.engagements:
        check_evidence(eng, article)
    standing = _records_of(connection, before)
    old = {record.record_id: record for record in load_records(connection, sorted(set(standing.values())))}
    _replace(connection, reading, before, number, standing, cause)
    values = {"version_no": version_no, "skipped": to_json(reading.skipped)}
    connection.execute(update(tables.articles).where(tables.articles.c.article_no == number), values)
    current = _records_of(connection, {eng.engagement_id: eng for eng in reading.engagements})
    new = {record.record_id: record for record in load_records(connection, sorted(set(current.values())))}
    return _compare(connection, article.article_id, old, new, tuple(eng.engagement_id for eng in kept))


def _number_of(connection: Connection, reading: Reading) -> int:
    table, article = tables.articles.c, reading.article
    row = connection.execute(
        select(table.article_no, table.text).where(table.article_id == article.article_id)
    ).first()
    if row is None:
        raise ArchiveError(f"no article {article.article_id} in the archive")
    if row.text != article.text:
        raise ArchiveError(f"{article.source}: is in the archive with another text")
    return int(row.article_no)


def _kept(
    connection: Connection, reading: Reading, before: Mapping[str, Engagement]
) -> tuple[Engagement, ...]:
    """The former reports that are read no more and on which somebody decided something that needs them."""
    told = {eng.engagement_id: eng for eng in reading.engagements}
    gone = [report_id for report_id in before if report_id not in told]
    made = decisions_on(connection, gone)
    finder = Finder(connection, {reading.article.article_id: told})
    return tuple(
        before[report_id]
        for report_id in gone
        if any(finder.report_of(d.anchors) is None for d in _confirming(made.get(report_id, ())))
    )


def _confirming(decisions: Sequence[Decision]) -> list[Decision]:
    """The rulings in force that say that there is such an event."""
    denied = (Verdict.REJECT, Verdict.DELETE)
    rulings = [one for one in live(decisions) if one.verdict in RULINGS]
    whole = [one for one in rulings if one.field is None]
    if whole and whole[-1].verdict in denied:
        return []
    return [one for one in rulings if one.field is not None or one.verdict not in denied]


def _with_kept(reading: Reading, kept: Sequence[Engagement]) -> Reading:
    """The reading with former reports beside its own."""
    if not kept:
        return reading
    ids = {eng.engagement_id for eng in (*reading.engagements, *kept)}
    beside = (eng if eng.part_of in ids else replace(eng, part_of=None) for eng in kept)
    return code_reading(reading.article, (*reading.engagements, *beside), skipped=reading.skipped)


def _replace(
    connection: Connection,
    reading: Reading,
    before: Mapping[str, Engagement],
    number: int,
    standing: Mapping[str, str],
    cause: Cause,
) -> None:
    """Take out the reports that are gone or different, put in those that are new or different, and regroup."""
    article_id = reading.article.article_id
    told = {eng.engagement_id: eng for eng in reading.engagements}
    out = [report_id for report_id, eng in before.items() if told.get(report_id) != eng]
    table = tables.articles.c
    copy_of = connection.execute(select(table.copy_of).where(table.article_no == number)).scalar()
    fresh = [
        report
        for report in reports_of(reading.article, reading.engagements, copy_of=copy_of)
        if before.get(report.report_id) != report.engagement
    ]
    for part in (*_PARTS_OF_REPORTS, tables.reports):
        connection.execute(delete(part).where(part.c.report_id.in_(out)))
    find_again(connection, {article_id: told})
    kept = KeptReports(connection, fresh)
    beside = _reports_in(connection, set(standing.values()))
    merged = merge(gather(connection, kept, {*told, *beside}))
    insert_reports(connection, kept, {number: rows_of_reports(fresh, reading)}, merged.record_of)
    regroup(connection, kept, merged, cause)
    _retire(connection, {one: before[one] for one in out}, reading, standing, cause)


def _retire(
    connection: Connection,
    out: Mapping[str, Engagement],
    reading: Reading,
    standing: Mapping[str, str],
    cause: Cause,
) -> None:
    """Take away records that no report is part of any more; their ids lead to what is told in their place, if anything."""
    abandoned = {standing[one] for one in out} - _alive(connection, {standing[one] for one in out})
    if not abandoned:
        return
    anchors = {anchor_of(eng): one for one, eng in out.items() if standing[one] in abandoned}
    matches = find_all(anchors, reading.engagements)
    successors = {standing[anchors[anchor]]: eng.engagement_id for anchor, eng in matches.items()}
    homes = _records_of(connection, dict.fromkeys(successors.values()))
    heirs = {old_id: homes[report_id] for old_id, report_id in successors.items()}
    records = tables.records.c
    there = select(records.record_id).where(records.record_id.in_(sorted(abandoned)))
    left = set(connection.execute(there).scalars())
    retired = retire_records(connection, {one: heir for one, heir in heirs.items() if one in left}, {})
    write_history(connection, retired, cause)
    lost = sorted(left - heirs.keys())
    numbers = select(records.record_no).where(records.record_id.in_(lost))
    remove(connection, list(connection.execute(numbers).scalars()))
    write_history(connection, [(one, "removed", {}) for one in lost], cause)


def _alive(connection: Connection, record_ids: set[str]) -> set[str]:
    reports = tables.reports.c
    found = select(reports.record_id).where(reports.record_id.in_(sorted(record_ids))).distinct()
    return set(connection.execute(found).scalars())


def _records_of(connection: Connection, report_ids: Mapping[str, object]) -> dict[str, str]:
    """The record each report is part of."""
    reports = tables.reports.c
    found = select(reports.report_id, reports.record_id).where(reports.report_id.in_(sorted(report_ids)))
    return {row.report_id: row.record_id for row in connection.execute(found)}


def _reports_in(connection: Connection, record_ids: set[str]) -> set[str]:
    reports = tables.reports.c
    found = select(reports.report_id).where(reports.record_id.in_(sorted(record_ids)))
    return set(connection.execute(found).scalars())


def _compare(
    connection: Connection,
    article_id: str,
    old: Mapping[str, Record],
    new: Mapping[str, Record],
    kept: tuple[str, ...],
) -> Renewal:
    """What became of the article's records."""
    current = dict(zip(old, overview.follow_redirects(connection, list(old)), strict=True))
    after = {**{one.record_id: one for one in load_records(connection, sorted(set(current.values())))}, **new}
    pairs = [(old[one], after[record_id]) for one, record_id in current.items() if record_id in after]
    known = {record.record_id for _, record in pairs}
    changed = {record.record_id: fields for was, record in pairs if (fields := _differing(was, record))}
    conflicts = {record.record_id: found for was, record in pairs if (found := _new_conflicts(was, record))}
    return Renewal(
        article_id=article_id,
        added=tuple(sorted(new.keys() - known)),
        gone=tuple(sorted(one for one, record_id in current.items() if record_id not in after)),
        changed=changed,
        kept=kept,
        conflicts=conflicts,
    )


def _differing(was: Record, record: Record) -> tuple[tuple[str, str, str], ...]:
    """The fields that say something else, in words."""
    before = {one.path: one.value for one in fields_of(was.engagement)}
    after = {one.path: one.value for one in fields_of(record.engagement)}
    return tuple(
        (path, in_words(before.get(path)), in_words(after.get(path)))
        for path in dict.fromkeys((*before, *after))
        if not same_value(before.get(path), after.get(path))
    )


def _new_conflicts(was: Record, record: Record) -> tuple[Conflict, ...]:
    before = () if was.review is None else was.review.conflicts
    now_there = () if record.review is None else record.review.conflicts
    return tuple(conflict for conflict in now_there if conflict not in before)
