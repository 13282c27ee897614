"""Reports to records: who is compared with whom, and what becomes of the records there were.

What is saved depends on the reports alone, not on the order in which they came: whenever one arrives, all reports that it
may be one event with, directly or through others, are put together anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from dragoman.pipeline import shipped_knowledge
from dragoman.record.clustering import cluster, linked_to
from dragoman.record.decisions import Decision
from dragoman.record.judgements import Judgement
from dragoman.record.merging import merge_reports
from dragoman.record.nesting import link_records
from dragoman.record.record import Record, Report
from dragoman.store import tables
from dragoman.store.decisions import decisions_on, weigh_records
from dragoman.store.dialects import is_among
from dragoman.store.kept import KeptReports
from dragoman.store.loading import load_records
from dragoman.store.saving import Cause, compare_records, retire_records, write_history, write_records

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
    """All reports that have to be put together anew, and what of the database that depends on.

    ``judgements`` are what people decided about which of them are one, ``decided`` what they decided on each, ``hanging``
    the stored records of which a report hangs under one of them, ``homes`` the records of the reports they hang under.
    """

    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...]
    decided: Mapping[str, tuple[Decision, ...]]
    hanging: Set[str]
    homes: Mapping[str, str]


def gather(connection: Connection, kept: KeptReports, report_ids: Iterable[str]) -> Gathered:
    """Everything that has to be seen to put these reports together anew, asked for at once."""
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
    reports = kept.of(seen)
    stored = sorted(one for one in seen if one in kept.record_of)
    hanging = connection.execute(_HANGING, {"some": stored}).scalars() if stored else ()
    homes = _homes(connection, _trips(reports) - seen)
    return Gathered(reports, judgements, decisions_on(connection, sorted(seen)), frozenset(hanging), homes)


@dataclass(frozen=True, slots=True)
class Merged:
    """Records put together anew from what was gathered, and the one that each report is part of now."""

    gathered: Gathered
    records: tuple[Record, ...]
    record_of: Mapping[str, str]


def merge(gathered: Gathered) -> Merged:
    """Put reports together anew."""
    groups = cluster(gathered.reports, gathered.judgements)
    records = tuple(merge_reports(group, _ShippedOffices()) for group in groups)
    record_of = {report.report_id: record.record_id for record in records for report in record.reports}
    return Merged(gathered, records, record_of)


def regroup(connection: Connection, kept: KeptReports, merged: Merged, cause: Cause) -> tuple[str, ...]:
    """Write the records that reports were put together to.

    Args:
        connection: a transaction that writes.
        kept: the reports there are; fresh ones are written by the caller, with the records they are part of now.
        merged: what was made of all reports around those that are new or changed.
        cause: what the history says of it.

    Returns:
        The records that came or changed.
    """
    gathered, record_of = merged.gathered, merged.record_of
    cause = _with_articles(cause, kept, merged.records)
    beside, homes = _with_neighbours(connection, merged)
    decided = gathered.decided
    if len(beside) > len(merged.records):
        others = beside[len(merged.records) :]
        decided = {**decided, **decisions_on(connection, _reports_in(others))}
    records = weigh_records(connection, link_records(beside, homes), decided, homes.values())
    changes = compare_records(connection, records, cause)
    moved = {
        one: record_id
        for one, record_id in record_of.items()
        if kept.record_of.get(one, record_id) != record_id
    }
    retired = retire_records(connection, _heirs(kept, record_of), moved)
    write_records(connection, changes)
    write_history(connection, [*changes.told, *retired], cause)
    return changes.record_ids


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


def _with_neighbours(connection: Connection, merged: Merged) -> tuple[tuple[Record, ...], dict[str, Record]]:
    """The merged records with those that hang under them, and, by report, the trips that any of them hang under."""
    gathered, record_of = merged.gathered, merged.record_of
    others = load_records(connection, sorted(gathered.hanging - set(record_of.values())))
    others = tuple(one for one in others if not any(report.report_id in record_of for report in one.reports))
    unseen = _trips(report for one in others for report in one.reports) - record_of.keys()
    homes = {**gathered.homes, **_homes(connection, unseen - gathered.homes.keys())}
    loaded = {one.record_id: one for one in (*others, *load_records(connection, sorted(set(homes.values()))))}
    known = {one: loaded[record_id] for one, record_id in homes.items() if record_id in loaded}
    return (*merged.records, *others), known


def _trips(reports: Iterable[Report]) -> set[str]:
    """The reports that these hang under."""
    return {report.engagement.part_of for report in reports if report.engagement.part_of is not None}


def _homes(connection: Connection, report_ids: Set[str]) -> dict[str, str]:
    """The records that reports are part of."""
    if not report_ids:
        return {}
    rows = connection.execute(_HOMES, {"some": sorted(report_ids)})
    return {row.report_id: row.record_id for row in rows}


def _reports_in(records: Iterable[Record]) -> list[str]:
    return [report.report_id for record in records for report in record.reports]


def _heirs(kept: KeptReports, record_of: Mapping[str, str]) -> dict[str, str]:
    """For each record that is given up, the one that most of its reports went to."""
    alive = set(record_of.values())
    went: dict[str, list[str]] = {}
    for report_id, record_id in sorted(record_of.items()):
        old_id = kept.record_of.get(report_id)
        if old_id is not None and old_id not in alive:
            went.setdefault(old_id, []).append(record_id)
    return {old_id: max(sorted(set(ids)), key=ids.count) for old_id, ids in went.items()}
