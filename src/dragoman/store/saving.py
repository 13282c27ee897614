"""Records into their tables, several at once: the row, what hangs on it, its history, ways from ids given up."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from dragoman.codec import to_json
from dragoman.record.record import Record
from dragoman.store import tables
from dragoman.store.decisions import Weighed
from dragoman.store.dialects import is_among
from dragoman.store.inserting import insert_rows
from dragoman.store.rows import Row, actor_rows, part_rows, record_row

_PARTS = (tables.participants, tables.stops, tables.topics, tables.codes)
_RECORDS = tables.records.c
_KEPT = select(_RECORDS.record_no, _RECORDS.record_id, _RECORDS.body, _RECORDS.search_text).where(
    is_among(_RECORDS.record_id)
)
_LAST = select(func.coalesce(func.max(_RECORDS.record_no), 0))
_KNOWN = select(tables.actors.c.actor_id).where(is_among(tables.actors.c.actor_id))
_CLEARING = tuple(delete(table).where(is_among(table.c.record_no)) for table in _PARTS)
_REDIRECTING = delete(tables.redirects).where(is_among(tables.redirects.c.old_id))


Told = tuple[str, str, Mapping[str, object]]
"""What happened to a record: its id, what, the detail."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why records change: the run and the article of it, and when.

    Where several articles come at once, ``articles`` names the one of each record.
    """

    made: str
    run_no: int | None = None
    article_id: str | None = None
    articles: Mapping[str, str] = field(default_factory=dict)

    def article_of(self, record_id: str) -> str | None:
        """The article through which a record came or changed."""
        return self.articles.get(record_id, self.article_id)


def now() -> str:
    """The moment, UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Changes:
    """Records that are new or differ from what is stored, by id; what they are numbered, their rows, what became of them."""

    records: Mapping[str, Record]
    numbers: Mapping[str, int]
    rows: Mapping[str, Row]
    fresh: Sequence[str]
    stale: Sequence[str]
    told: Sequence[Told]

    @property
    def record_ids(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self.records)


def compare_records(connection: Connection, weighed: Iterable[Weighed], cause: Cause) -> Changes:
    """Which records have to be written. What is stored is asked for last: rows may still be on their way."""
    records = {one.record.record_id: one for one in weighed}
    rows: dict[str, Row] = {
        one: {**record_row(of.record), **of.columns, "changed": cause.made} for one, of in records.items()
    }
    kept = {row.record_id: row for row in connection.execute(_KEPT, {"some": list(rows)})}
    changed = {
        one: of.record
        for one, of in records.items()
        if one not in kept
        or kept[one].body != rows[one]["body"]
        or kept[one].search_text != rows[one]["search_text"]
    }
    fresh = [one for one in changed if one not in kept]
    stale = [one for one in changed if one in kept]
    first = connection.execute(_LAST).scalar_one() + 1
    numbers = {one: kept[one].record_no for one in stale}
    numbers |= {one: number for number, one in enumerate(fresh, first)}
    told = [_creation(changed[one]) for one in fresh]
    differing = {one: compare_bodies(kept[one].body, str(rows[one]["body"])) for one in stale}
    told += [(one, "changed", fields) for one, fields in differing.items() if fields]
    return Changes(changed, numbers, rows, fresh, stale, told)


def write_records(connection: Connection, changes: Changes) -> None:
    """Write records with what hangs on them; rows come last, as other statements would wait for them."""
    if changes.fresh:
        connection.execute(_REDIRECTING, {"some": list(changes.fresh)})
    if changes.stale:
        clear_parts(connection, [changes.numbers[one] for one in changes.stale])
        connection.execute(
            update(tables.records).where(_RECORDS.record_no == bindparam("one")),
            [{"one": changes.numbers[one], **changes.rows[one]} for one in changes.stale],
        )
    actors = _new_actors(connection, changes.records.values())
    rows = [{"record_no": changes.numbers[one], **changes.rows[one]} for one in changes.fresh]
    insert_rows(connection, tables.records, rows)
    insert_rows(connection, tables.actors, actors)
    _write_parts(connection, changes)


def _creation(record: Record) -> Told:
    return record.record_id, "created", {"reports": [report.report_id for report in record.reports]}


def retire_records(connection: Connection, heirs: Mapping[str, str], moved: Mapping[str, str]) -> list[Told]:
    """Take records away, leave a way from each to its heir, and hang stored reports under the records they moved to.

    Returns:
        What the history is to tell of it.
    """
    if moved:
        connection.execute(
            update(tables.reports).where(tables.reports.c.report_id == bindparam("one")),
            [{"one": report_id, "record_id": record_id} for report_id, record_id in moved.items()],
        )
    if not heirs:
        return []
    numbers = connection.execute(
        select(_RECORDS.record_no).where(_RECORDS.record_id.in_(list(heirs)))
    ).scalars()
    remove(connection, list(numbers))
    redirects = tables.redirects
    for old_id, heir in sorted(heirs.items()):
        connection.execute(update(redirects).where(redirects.c.new_id == old_id), {"new_id": heir})
        connection.execute(insert(redirects), {"old_id": old_id, "new_id": heir})
    told: list[Told] = [(old_id, "joined", {"record": heir}) for old_id, heir in sorted(heirs.items())]
    return told + [(heir, "took in", {"record": old_id}) for old_id, heir in sorted(heirs.items())]


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Take records and what hangs on them out of the tables."""
    clear_parts(connection, numbers)
    connection.execute(delete(tables.records).where(_RECORDS.record_no.in_(numbers)))


def compare_bodies(before: str, after: str) -> dict[str, object]:
    """The fields that differ, each with its value before and after, without the words of evidence."""
    old, new = json.loads(before), json.loads(after)
    differing: dict[str, object] = {}
    for name in new["engagement"]:
        pair = [_plain(body["engagement"].get(name)) for body in (old, new)]
        if pair[0] != pair[1]:
            differing[name] = pair
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


def write_history(connection: Connection, changes: Sequence[Told], cause: Cause) -> None:
    """Note what happened to records."""
    rows = [
        {
            "made": cause.made,
            "run_no": cause.run_no,
            "article_id": cause.article_of(one),
            "record_id": one,
            "what": what,
            "detail": to_json(detail),
        }
        for one, what, detail in changes
    ]
    insert_rows(connection, tables.history, rows)


def _write_parts(connection: Connection, changes: Changes) -> None:
    """Write what hangs on the records."""
    rows: dict[str, list[Row]] = {table.name: [] for table in _PARTS}
    for record_id, record in changes.records.items():
        for name, parts in part_rows(record).items():
            rows[name] += [{"record_no": changes.numbers[record_id], **part} for part in parts]
    for table in _PARTS:
        insert_rows(connection, table, rows[table.name])


def _new_actors(connection: Connection, records: Iterable[Record]) -> list[Row]:
    """Those who take part and are not known yet."""
    actors = {str(row["actor_id"]): row for record in records for row in actor_rows(record.engagement)}
    known = set(connection.execute(_KNOWN, {"some": sorted(actors)}).scalars())
    return [actors[one] for one in sorted(actors.keys() - known)]


def clear_parts(connection: Connection, numbers: Sequence[int]) -> None:
    """Take away what hangs on the records."""
    for statement in _CLEARING:
        connection.execute(statement, {"some": numbers})
