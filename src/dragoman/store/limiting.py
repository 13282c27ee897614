"""A limit on how long one question to the archive may take: for archives that others ask over a network."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Connection, Engine, event

_STEPS = 20_000
"""Instructions of SQLite's machine between two looks at the clock: some milliseconds."""


def limit_queries(reader: Engine, seconds: float) -> None:
    """End every statement of the engine that takes longer; connections opened from now on heed it."""
    if reader.dialect.name != "sqlite":

        @event.listens_for(reader, "begin")
        def limit(connection: Connection) -> None:
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")

        return
    deadlines: dict[int, float] = {}

    @event.listens_for(reader, "connect")
    def watch(connection: Any, _record: object) -> None:
        key = id(connection)
        connection.set_progress_handler(lambda: time.monotonic() > deadlines.get(key, float("inf")), _STEPS)

    @event.listens_for(reader, "before_cursor_execute")
    def begin(connection: Connection, *_: object) -> None:
        deadlines[id(connection.connection.driver_connection)] = time.monotonic() + seconds
