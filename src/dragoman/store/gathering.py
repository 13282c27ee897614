"""Reports to records: who is compared with whom, what became of the records there were.

What is saved depends on the reports alone, not on the order in which they came: whenever one arrives, all reports that it
may be compared with, directly or over others, are put together anew.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.codec import to_json
from dragoman.ontology.event import CodedEvent
from dragoman.record.record import Record, Report
from dragoman.store import tables
from dragoman.store.dialects import insert_numbered, insert_or_ignore
from dragoman.store.loading import events_of, report_of, select_reports
from dragoman.store.rows import actor_rows, part_rows, record_row

_PARTS = {
    "participants": tables.participants,
    "stops": tables.stops,
    "topics": tables.topics,
    "codes": tables.codes,
}


@dataclass(frozen=True, slots=True)
class Cause:
    """Why records change: the run and the article of it, and when."""

    made: str
    run_no: int | None = None
    article_id: str | None = None


def now() -> str:
    """The moment, UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def blocking_keys(report: Report) -> frozenset[str]:
    """Reports that share one of these are compared."""
    return frozenset({report.engagement.engagement_id})


def cluster(reports: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """The reports of one event together."""
    return tuple((report,) for report in reports)


def merge_reports(reports: Sequence[Report], events: tuple[CodedEvent, ...]) -> Record:
    """The record of reports that tell of one event."""
    (report,) = reports
    return Record(report.engagement.engagement_id, report.engagement, events, tuple(reports))


def regroup(connection: Connection, report_ids: Iterable[str], cause: Cause) -> tuple[str, ...]:
    """Put together anew what these reports may belong to; the ids of records that came or changed."""
    ids = _neighbourhood(connection, report_ids)
    reports, events, standing = _load(connection, ids)
    merged = [merge_reports(group, events[group[0].engagement.engagement_id]) for group in cluster(reports)]
    changed = [record.record_id for record in merged if _save(connection, record, cause)]
    _retire(connection, merged, standing, cause)
    return tuple(changed)


def _neighbourhood(connection: Connection, report_ids: Iterable[str]) -> frozenset[str]:
    """All reports that share keys with these, with those, and so on."""
    keys = tables.blocking_keys
    seen: set[str] = set()
    frontier = set(report_ids)
    while frontier:
        seen |= frontier
        shared = select(keys.c.key).where(keys.c.report_id.in_(frontier))
        found = connection.execute(select(keys.c.report_id).where(keys.c.key.in_(shared)).distinct())
        frontier = set(found.scalars()) - seen
    return frozenset(seen)


def _load(
    connection: Connection, ids: Iterable[str]
) -> tuple[list[Report], dict[str, tuple[CodedEvent, ...]], dict[str, str]]:
    """Reports, their codes, and the record each belongs to at present."""
    found, events, standing = [], {}, {}
    wanted = select_reports().where(tables.reports.c.report_id.in_(list(ids)))
    for row in connection.execute(wanted.order_by(tables.reports.c.report_id)):
        found.append(report_of(row))
        events[row.report_id] = events_of(row)
        standing[row.report_id] = row.record_id
    return found, events, standing


def _save(connection: Connection, record: Record, cause: Cause) -> bool:
    """Write the record unless it stands there as it is; whether anything was written."""
    ids = [report.engagement.engagement_id for report in record.reports]
    row = record_row(record, _quotes_of(connection, ids))
    table = tables.records
    kept = connection.execute(
        select(table.c.record_no, table.c.body, table.c.search_text).where(
            table.c.record_id == record.record_id
        )
    ).first()
    if kept is not None and (kept.body, kept.search_text) == (row["body"], row["search_text"]):
        return False
    if kept is None:
        number = insert_numbered(connection, table, {**row, "changed": cause.made})
        _write_history(connection, record.record_id, "created", {"reports": ids}, cause)
        connection.execute(delete(tables.redirects).where(tables.redirects.c.old_id == record.record_id))
    else:
        number = kept.record_no
        connection.execute(update(table).where(table.c.record_no == number), {**row, "changed": cause.made})
        _write_history(
            connection, record.record_id, "changed", compare_bodies(kept.body, str(row["body"])), cause
        )
        _clear_parts(connection, number)
    _write_parts(connection, record, number)
    connection.execute(
        update(tables.reports).where(tables.reports.c.report_id.in_(ids)), {"record_id": record.record_id}
    )
    return True


def compare_bodies(before: str, after: str) -> dict[str, object]:
    """The fields that differ, each with its value before and after, without the words of evidence."""
    old, new = json.loads(before), json.loads(after)
    differing: dict[str, object] = {}
    for field in new["engagement"]:
        pair = [_plain(body["engagement"].get(field)) for body in (old, new)]
        if pair[0] != pair[1]:
            differing[field] = pair
    if old["reports"] != new["reports"]:
        differing["reports"] = [old["reports"], new["reports"]]
    return differing


def _plain(value: object) -> object:
    """A cited value as the value alone, all through."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        if "evidence" in value and "value" in value:
            return _plain(value["value"])
        return {name: _plain(item) for name, item in value.items()}
    return value


def _retire(connection: Connection, merged: Sequence[Record], standing: dict[str, str], cause: Cause) -> None:
    """Take away records whose reports now tell others, and leave a way from the old id to the new one."""
    now_at = {
        report.engagement.engagement_id: record.record_id for record in merged for report in record.reports
    }
    alive = set(now_at.values())
    for old_id in sorted(set(standing.values()) - alive):
        heirs = sorted(now_at[report_id] for report_id, record_id in standing.items() if record_id == old_id)
        remove_record(connection, old_id, max(heirs, key=heirs.count), cause)


def remove_record(connection: Connection, record_id: str, heir: str | None, cause: Cause) -> None:
    """Take a record away; whoever asks for it is led to ``heir``."""
    table = tables.records
    number = connection.execute(select(table.c.record_no).where(table.c.record_id == record_id)).scalar()
    if number is None:
        return  # a report that was never a record of its own
    _clear_parts(connection, number)
    connection.execute(delete(table).where(table.c.record_no == number))
    redirects = tables.redirects
    if heir is not None:
        connection.execute(update(redirects).where(redirects.c.new_id == record_id), {"new_id": heir})
        connection.execute(insert(redirects), {"old_id": record_id, "new_id": heir})
        _write_history(connection, heir, "took in", {"record": record_id}, cause)
    what = "removed" if heir is None else "joined"
    _write_history(connection, record_id, what, {} if heir is None else {"record": heir}, cause)


def _write_history(
    connection: Connection, record_id: str, what: str, detail: dict[str, object], cause: Cause
) -> None:
    connection.execute(
        insert(tables.history),
        {
            "record_id": record_id,
            "made": cause.made,
            "run_no": cause.run_no,
            "article_id": cause.article_id,
            "what": what,
            "detail": to_json(detail),
        },
    )


def _write_parts(connection: Connection, record: Record, number: int) -> None:
    for name, rows in part_rows(record).items():
        if rows:
            connection.execute(insert(_PARTS[name]), [{"record_no": number, **row} for row in rows])
    actors = list(actor_rows(record.engagement))
    if actors:
        connection.execute(insert_or_ignore(connection, tables.actors), actors)


def _clear_parts(connection: Connection, number: int) -> None:
    for table in _PARTS.values():
        connection.execute(delete(table).where(table.c.record_no == number))


def _quotes_of(connection: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    evidence = tables.evidence
    quotes = select(evidence.c.quote).where(evidence.c.report_id.in_(ids)).order_by(evidence.c.quote)
    return tuple(dict.fromkeys(connection.execute(quotes).scalars()))
