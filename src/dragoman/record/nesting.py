"""Nesting: which trip or conference the event of a record belongs to, and its codes in that light.

Records are made one by one; only when all are there can a meeting be hung under the record of its trip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.engagements.engagement import Kind
from dragoman.ontology.coding import code_engagement
from dragoman.record.record import Record


def link_records(records: Iterable[Record], homes: Mapping[str, Record] | None = None) -> tuple[Record, ...]:
    """The records with ``engagement.part_of`` naming the record that most sources hang them under.

    Args:
        records: those to link, in any order.
        homes: records by the ids of their reports, where trips lie outside of ``records``.
    """
    kept = tuple(records)
    known = {**(homes or {}), **{report.report_id: record for record in kept for report in record.reports}}
    by_id = {record.record_id: record for record in known.values()}
    parents = {record.record_id: _parent(record, known) for record in kept}
    return tuple(_under(record, parents, by_id) for record in kept)


def _parent(record: Record, known: Mapping[str, Record]) -> str | None:
    """The record under which most sources hang it; among equals the first by id."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for report in record.reports:
        home = known.get(report.engagement.part_of or "")
        if home is not None and home.record_id != record.record_id:
            sources[home.record_id].add(report.source)
    return min(sources, key=lambda record_id: (-len(sources[record_id]), record_id), default=None)


def _under(record: Record, parents: Mapping[str, str | None], by_id: Mapping[str, Record]) -> Record:
    parent = parents[record.record_id]
    if parent is not None and _is_circle(record.record_id, parents):
        parent = None
    if parent is None and record.engagement.part_of is None:
        return record
    trip = None if parent is None else by_id[parent].engagement
    eng = replace(record.engagement, part_of=parent)
    return replace(
        record,
        engagement=eng,
        events=code_engagement(eng, trip if trip and trip.kind is Kind.VISIT else None),
    )


def _is_circle(record_id: str, parents: Mapping[str, str | None]) -> bool:
    seen, at = {record_id}, parents.get(record_id)
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return at is not None
