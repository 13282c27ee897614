"""A copy of a running archive, and whether an archive is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select, text

from dragoman.errors import ArchiveError
from dragoman.store import tables
from dragoman.store.connecting import Database, explained
from dragoman.store.dialects import SEARCHED

_PAGES_AT_ONCE = 2_000
_SHOWN = 5


def back_up(database: Database, target: Path) -> None:
    """Copy an SQLite archive while others may be writing to it; the copy appears when it is whole.

    Raises:
        ArchiveError: it is on PostgreSQL, ``target`` is there already, or the disk is full.
    """
    if database.path is None:
        raise ArchiveError(
            f"{database.name}: back up a PostgreSQL database with pg_dump, restore with pg_restore"
        )
    if target.exists():
        raise ArchiveError(f"{target}: is there already; give another name")
    partial = target.with_name(target.name + ".part")
    try:
        with explained(str(target)):
            _copy(database.path, partial)
            partial.replace(target)
    except sqlite3.Error as error:
        raise ArchiveError(f"{target}: cannot be written ({error})") from error
    finally:
        partial.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    address = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=_PAGES_AT_ONCE)


def find_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with an archive, in words; nothing if all its promises hold."""
    if connection.dialect.name == "sqlite":
        yield from _sqlite_faults(connection)
    yield from _left_behind(connection)
    yield from _moved_quotes(connection)
    yield from _bare_records(connection)


def _sqlite_faults(connection: Connection) -> Iterator[str]:
    for (answer,) in connection.execute(text("PRAGMA integrity_check")):
        if answer != "ok":
            yield f"the file is damaged: {answer}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} belongs to none of {row[2]}"
    for table in SEARCHED:
        counting = f"SELECT (SELECT count(*) FROM {table}), (SELECT count(*) FROM {table}_words_docsize)"
        rows, indexed = connection.execute(text(counting)).one()
        if rows != indexed:
            yield f"the search index holds {indexed} of {rows} {table}"


def _left_behind(connection: Connection) -> Iterator[str]:
    """Rows that follow from others, which are gone: those tables have no foreign keys."""
    for child, parent in tables.FOLLOWING:
        there = select(parent).where(parent == child).exists()
        count = connection.execute(select(func.count()).select_from(child.table).where(~there)).scalar_one()
        if count:
            rows, belong = ("1 row", "belongs") if count == 1 else (f"{count} rows", "belong")
            yield f"{rows} of {child.table.name} {belong} to none of {parent.table.name}"


def _moved_quotes(connection: Connection) -> Iterator[str]:
    evidence, reports, articles = tables.evidence.c, tables.reports.c, tables.articles.c
    length = evidence.end - evidence.start
    moved = (
        select(evidence.quote, evidence.field, reports.report_id, articles.article_id)
        .join_from(tables.evidence, tables.reports, reports.report_id == evidence.report_id)
        .join(tables.articles, articles.article_no == reports.article_no)
        .where(func.substr(articles.text, evidence.start + 1, length) != evidence.quote)
        .limit(_SHOWN)
    )
    for quote, field, report_id, article_id in connection.execute(moved):
        yield f"article {article_id} does not say {quote[:60]!r} where {field} of {report_id} was read"


def _bare_records(connection: Connection) -> Iterator[str]:
    records, reports, evidence = tables.records.c, tables.reports.c, tables.evidence.c
    telling: Select[Any] = (
        select(literal_column("1"))
        .select_from(tables.reports.join(tables.evidence, evidence.report_id == reports.report_id))
        .where(reports.record_id == records.record_id, evidence.field == "trigger")
    )
    for (record_id,) in connection.execute(select(records.record_id).where(~telling.exists()).limit(_SHOWN)):
        yield f"record {record_id} has no words that tell it"
    known = select(records.record_id)
    for (report_id,) in connection.execute(
        select(reports.report_id).where(reports.record_id.not_in(known)).limit(_SHOWN)
    ):
        yield f"report {report_id} is part of no record"
