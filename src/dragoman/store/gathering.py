"""Reports to records: who is compared with whom, and what becomes of the records there were.

What is saved depends on the reports alone, not on the order in which they came: whenever one arrives, all reports that it
may be one event with, directly or through others, are put together anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from dragoman.pipeline import shipped_knowledge
from dragoman.record.clustering import cluster, linked_to
from dragoman.record.judgements import Judgement
from dragoman.record.merging import merge_reports
from dragoman.record.nesting import link_records
from dragoman.record.record import Record, Report
from dragoman.store import tables
from dragoman.store.decisions import weigh_records
from dragoman.store.dialects import is_among
from dragoman.store.kept import KeptReports
from dragoman.store.loading import load_records
from dragoman.store.saving import Cause, retire_records, save_records

if TYPE_CHECKING:
    from dragoman.knowledge.entity import Incumbent

_REPORTS = tables.reports.c
_HANGING = select(_REPORTS.record_id).where(is_among(_REPORTS.part_of)).distinct()
_HOMES = select(_REPORTS.report_id, _REPORTS.record_id).where(is_among(_REPORTS.report_id))


class _ShippedOffices:
    """Who held which office when; the tables are opened when reports first differ in somebody's office."""

    def offices_of(self, person_id: str, day: dt.date | None) -> tuple[Incumbent, ...]:
        """The offices a person held on a day."""
        return shipped_knowledge().offices_of(person_id, day)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The record that each report is part of now, and the records that came or changed."""

    record_of: Mapping[str, str]
    changed: tuple[str, ...]


def regroup(connection: Connection, kept: KeptReports, report_ids: Iterable[str], cause: Cause) -> Gathered:
    """Put together anew what these reports may belong to, and write the records.

    Args:
        connection: a transaction that writes.
        kept: the reports there are; fresh ones have to be written by the caller, with the records they get here.
        report_ids: those that are new or changed.
        cause: what the history says of it.
    """
    linked, judgements = _linked(kept, report_ids)
    merged = [merge_reports(group, _ShippedOffices()) for group in cluster(linked, judgements)]
    record_of = {report.report_id: record.record_id for record in merged for report in record.reports}
    moved = [one for one, record_id in record_of.items() if kept.record_of.get(one) != record_id]
    cause = _with_articles(cause, kept, merged)
    beside, homes = _with_neighbours(connection, merged, record_of, kept.record_of)
    linked_records = link_records(beside, homes)
    records = weigh_records(connection, linked_records, homes.values())
    heirs = _heirs(kept, record_of)
    changed = save_records(connection, records, cause)
    stored = [report_id for report_id in moved if report_id in kept.record_of]
    retire_records(connection, heirs, {one: record_of[one] for one in stored}, cause)
    return Gathered(record_of, changed)


def _with_articles(cause: Cause, kept: KeptReports, merged: Iterable[Record]) -> Cause:
    """The cause with the last article to come of those that told something new of each record."""
    if cause.article_id is not None:
        return cause
    arrived = {report_id: place for place, report_id in enumerate(kept.keys)}
    articles = {}
    for record in merged:
        new = [report for report in record.reports if report.report_id in arrived]
        if new:
            articles[record.record_id] = max(new, key=lambda one: arrived[one.report_id]).article_id
    return replace(cause, articles=articles)


def _linked(kept: KeptReports, report_ids: Iterable[str]) -> tuple[tuple[Report, ...], tuple[Judgement, ...]]:
    """Everything that clustering has to see for these reports, and what people decided about it."""
    ids, seen = set(report_ids), set[str]()
    judgements: tuple[Judgement, ...] = ()
    while fresh := ids - seen:
        seen |= ids
        linked = {report.report_id for report in linked_to(kept.of(fresh), kept.find)}
        seen |= linked
        ids |= linked
        ids |= kept.beside(ids)
        judgements = kept.judgements_on(ids)
        ids |= {one for judgement in judgements for one in judgement.pair}
    return kept.of(seen), judgements


def _with_neighbours(
    connection: Connection, merged: Sequence[Record], record_of: Mapping[str, str], stored: Collection[str]
) -> tuple[tuple[Record, ...], dict[str, Record]]:
    """The merged records with those that hang under them, and, by report, the trips that any of them hang under."""
    told = frozenset(record_of)
    hanging = _records_under(connection, [one for one in told if one in stored])
    others = load_records(connection, sorted(hanging - set(record_of.values())))
    others = tuple(one for one in others if not told & {report.report_id for report in one.reports})
    records = (*merged, *others)
    trips = {report.engagement.part_of for record in records for report in record.reports} - {None, *told}
    if not trips:
        return records, {}
    rows = connection.execute(_HOMES, {"some": sorted(map(str, trips))})
    homes = {row.report_id: row.record_id for row in rows}
    loaded = {one.record_id: one for one in (*others, *load_records(connection, sorted(set(homes.values()))))}
    return records, {one: loaded[record_id] for one, record_id in homes.items() if record_id in loaded}


def _records_under(connection: Connection, report_ids: Sequence[str]) -> set[str]:
    """The records of which a report hangs under one of these."""
    return set(connection.execute(_HANGING, {"some": sorted(report_ids)}).scalars()) if report_ids else set()


def _heirs(kept: KeptReports, record_of: Mapping[str, str]) -> dict[str, str]:
    """For each record that is given up, the one that most of its reports went to."""
    alive = set(record_of.values())
    went: dict[str, list[str]] = {}
    for report_id, record_id in sorted(record_of.items()):
        old_id = kept.record_of.get(report_id)
        if old_id is not None and old_id not in alive:
            went.setdefault(old_id, []).append(record_id)
    return {old_id: max(sorted(set(ids)), key=ids.count) for old_id, ids in went.items()}
