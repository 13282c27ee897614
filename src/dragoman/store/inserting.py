"""Many rows at once, past SQLAlchemy's care for each value: that is most of the time.

Inside of ``beside`` a thread hands them to the database, which writes while the next ones are made. Whatever else is
asked of the connection waits for them first, so that all is done in the order in which it was said.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Date, Engine, Table, event
from sqlalchemy.exc import DBAPIError

_KEY = "dragoman rows"
"""Under what a connection knows the thread that writes for it."""
_SHAPES = (50, 1_000)
"""Rows of one statement of SQLite's. Between statements its thread has to wait for Python's lock, so that there may not be
many; each shape is prepared once for a table, and filled up with empty rows that are passed over."""

Values = tuple[object, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all have the same columns, of which the first is never empty."""
    if not rows:
        return
    names = tuple(rows[0])
    pick = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
    values: list[Values] = [pick(row) for row in rows]
    driver: Any = connection.connection.driver_connection
    beside: _Beside | None = connection.info.get(_KEY)
    if connection.dialect.name != "sqlite":
        task = (_copy_in, driver, _copy_values(table, names), values)
    else:
        days = [place for place, name in enumerate(names) if isinstance(table.c[name].type, Date)]
        told = [_with_iso_days(row, days) for row in values] if days else values
        insert = _insert_one_by_one if beside is None else _insert_in_shapes
        task = (insert, driver, _insert_into(table, names), told)
    if beside is None:
        _insert(*task)
    else:
        beside.begin(task)


@contextmanager
def beside(connection: Connection) -> Iterator[None]:
    """Within this, rows that are inserted by this connection are written by a thread."""
    thread = _Beside()
    connection.info[_KEY] = thread
    try:
        yield
        thread.finish()
    finally:
        del connection.info[_KEY]
        thread.close()


def wait_for_rows(engine: Engine) -> None:
    """Let every statement of an engine wait until the rows before it are written."""

    @event.listens_for(engine, "before_cursor_execute")
    def wait(connection: Connection, *_: object) -> None:
        thread: _Beside | None = connection.info.get(_KEY)
        if thread is not None:
            thread.finish()


class _Beside:
    """A thread that inserts rows, and what it has not done yet."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rows")
        self._begun: list[Future[None]] = []

    def begin(self, task: Any) -> None:
        """Insert rows after those before."""
        self._begun.append(self._pool.submit(_insert, *task))

    def finish(self) -> None:
        """Wait for all of them.

        Raises:
            DBAPIError: of the first that were refused.
        """
        begun, self._begun = self._begun, []
        for one in begun:
            one.result()

    def close(self) -> None:
        """Wait for what is under way, and let the thread go."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _insert(how: Any, driver: Any, statement: str, rows: Sequence[Values]) -> None:
    """Insert, with errors as SQLAlchemy tells them."""
    base = _error_of(driver)
    try:
        how(driver, statement, rows)
    except base as error:
        raise DBAPIError.instance(statement, None, error, base) from error


def _error_of(driver: Any) -> type[Exception]:
    if isinstance(driver, sqlite3.Connection):
        return sqlite3.Error
    import psycopg

    return psycopg.Error


def _copy_in(driver: Any, statement: str, rows: Sequence[Values]) -> None:
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _insert_one_by_one(driver: Any, statement: str, rows: Sequence[Values]) -> None:
    driver.executemany(f"{statement} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _insert_in_shapes(driver: sqlite3.Connection, statement: str, rows: Sequence[Values]) -> None:
    width = len(rows[0])
    most = driver.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // width
    shape = min(next((one for one in _SHAPES if one >= len(rows)), _SHAPES[-1]), most)
    for start in range(0, len(rows), shape):
        some = rows[start : start + shape]
        told = [value for row in some for value in row]
        told += [None] * (width * (shape - len(some)))
        driver.execute(_in_shape(statement, width, shape), told)


@cache
def _in_shape(statement: str, width: int, rows: int) -> str:
    values = ", ".join([f"({', '.join('?' * width)})"] * rows)
    return f"{statement} SELECT * FROM (VALUES {values}) WHERE column1 IS NOT NULL"


def _with_iso_days(row: Values, days: Sequence[int]) -> Values:
    """SQLite keeps days as text."""
    told = list(row)
    for place in days:
        day = told[place]
        told[place] = day.isoformat() if isinstance(day, dt.date) else day
    return tuple(told)


@cache
def _insert_into(table: Table, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table.name} ({_quoted(names)})"


@cache
def _copy_values(table: Table, names: tuple[str, ...]) -> str:
    return f"COPY {table.name} ({_quoted(names)}) FROM STDIN"


def _quoted(names: tuple[str, ...]) -> str:
    """Quoted, as ``end`` is a word of SQL."""
    return ", ".join(f'"{name}"' for name in names)
