"""A database to read and write: SQLite's pragmas and the one writer, PostgreSQL's lock, errors in plain words.

SQLite has one writer at a time: a lock file beside the database, then ``BEGIN IMMEDIATE``. Readers open it read-only and
see the last committed state. On PostgreSQL an advisory lock takes the place of the lock file.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from dragoman.errors import ArchiveError, ArchiveFullError
from dragoman.store.inserting import beside, wait_for_rows

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

BUSY_SECONDS = 30
"""How long a writer waits for its turn before it gives up."""

_POLL_SECONDS = 0.001
_ADVISORY_LOCK = 0x64726167  # "drag": the same number in every process
_CHECKPOINT_PAGES = 32_000
"""Pages of 4 KiB after which the write-ahead log goes into the file: fewer syncs than at SQLite's 1,000."""
_PAGE_CACHE_KIB = 64_000
"""SQLite's cache per connection, in KiB."""

_PRAGMAS = (
    "foreign_keys=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    f"cache_size=-{_PAGE_CACHE_KIB}",
    f"wal_autocheckpoint={_CHECKPOINT_PAGES}",
)


_BY_KEYS = "; ".join(
    f"SET LOCAL {way} = off" for way in ("enable_seqscan", "enable_hashjoin", "enable_mergejoin", "jit")
)
"""Who writes asks for rows by their keys: going through whole tables takes longer the more there is."""
_COMPRESSIONS = "SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"
"""Whether PostgreSQL can pack long texts that way, which takes it a fraction of the time of its own."""


class Database:
    """Two ways into one database: ``reading()`` and ``writing()``, each one transaction."""

    def __init__(self, location: str | Path, *, readonly: bool = False) -> None:
        self.address = self.name = str(location)
        self.readonly = readonly
        self.path = None if "://" in self.name else Path(self.name).expanduser()
        self._reader: Engine
        self._writer: Engine
        if self.path is None:
            self._writer = _postgresql(self.name)
            self._reader = self._writer.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self.name = self._writer.url.set(drivername="postgresql").render_as_string(hide_password=True)
        else:
            self._reader = _sqlite(self.path, readonly=True)
            self._writer = _sqlite(self.path, readonly=False)
        wait_for_rows(self._writer)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._writer.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads one state of the database."""
        with explained(self.name), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, durable: bool = False, much: bool = False) -> Iterator[Connection]:
        """A transaction that writes: all of it is kept, or nothing.

        Args:
            durable: on the disk before this returns, even if the power fails; for what a person has decided.
            much: rows are written by a thread while the next ones are made; for few of them that is slower.
        """
        if self.readonly:
            raise ArchiveError(f"{self.name} is open for reading only")
        with explained(self.name), self._turn(), self._writer.connect() as connection:
            if self.path is None:
                with connection.begin():
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
                    connection.exec_driver_sql(_BY_KEYS)
                    with beside(connection) if much else nullcontext():
                        yield connection
                return
            _set_pragma(connection, f"synchronous={'FULL' if durable else 'NORMAL'}")
            with connection.begin(), beside(connection) if much else nullcontext():
                yield connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if self.path is None:
            yield
        else:
            with write_turn(self.path):
                yield

    def limit_queries(self, seconds: float) -> None:
        """End every question that takes longer."""
        from dragoman.store.limiting import limit_queries

        limit_queries(self._reader, seconds)
        self._reader.dispose()

    def close(self) -> None:
        """Let go of all connections."""
        self._reader.dispose()
        self._writer.dispose()


@contextmanager
def write_turn(path: Path) -> Iterator[None]:
    """The right to write to the SQLite database at ``path``, in this process and all others.

    Two files, as at a counter: who waits holds ``.next``, who writes holds ``.lock``. A process that writes in a loop
    has to pass ``.next`` again and so cannot overtake one that is waiting.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    following = _take(path.with_name(path.name + ".next"), deadline)
    try:
        held = _take(path.with_name(path.name + ".lock"), deadline)
    finally:
        os.close(following)
    try:
        yield
    finally:
        os.close(held)


def _take(path: Path, deadline: float) -> int:
    """An open, locked file; closing it lets go."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    while True:
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                os.close(descriptor)
                raise
        else:
            return descriptor
        if time.monotonic() > deadline:
            os.close(descriptor)
            raise ArchiveError(f"{path}: another process has been writing for {BUSY_SECONDS} s; try again")
        time.sleep(_POLL_SECONDS)


if os.name == "nt":  # pragma: no cover

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sqlite(path: Path, *, readonly: bool) -> Engine:
    """An engine whose transactions are begun by us, so that a writer never waits half-way through."""

    def connect() -> sqlite3.Connection:
        mode = "ro" if readonly else "rwc"
        if readonly and _is_alone_in_a_closed_folder(path):
            mode = "ro&immutable=1"
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )

    engine = create_engine(
        "sqlite://", creator=connect, pool_size=8, max_overflow=32, poolclass=_queue_pool()
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        if not readonly:
            cursor.execute("PRAGMA journal_mode=WAL")
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return engine


def _set_pragma(connection: Connection, pragma: str) -> None:
    """Past SQLAlchemy, which would begin a transaction first."""
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA {pragma}")


def _queue_pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _is_alone_in_a_closed_folder(path: Path) -> bool:
    """Whether nobody can be writing: SQLite cannot read a WAL database in a read-only folder otherwise."""
    wal = path.with_name(path.name + "-wal")
    return path.exists() and not os.access(path.parent, os.W_OK) and not wal.exists()


def _postgresql(address: str) -> Engine:
    url = make_url(address)
    if url.get_backend_name() != "postgresql":
        raise ArchiveError(f"{url.render_as_string()}: an archive is a file (diplomacy.db) or postgresql://…")
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise ArchiveError('PostgreSQL needs psycopg: pip install "dragoman[postgres]"') from error
    # Planned anew each time: a plan for any words whatever goes through all rows, where one for these uses their index.
    never = {"prepare_threshold": None}
    driven = url.set(drivername="postgresql+psycopg")
    engine = create_engine(driven, pool_size=8, max_overflow=32, connect_args=never)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        if connection.execute(_COMPRESSIONS).fetchone() == (True,):
            connection.execute("SET default_toast_compression = lz4")
        connection.commit()

    return engine


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Database errors as sentences that say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(name, error) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _full(name) from error
        raise ArchiveError(f"{name}: cannot be written: {error.strerror}") from error


def _explain(name: str, error: DBAPIError) -> ArchiveError:
    told = " ".join(str(error.orig).split())
    lowered = told.lower()
    if "disk is full" in lowered or "no space left" in lowered or "disk i/o error" in lowered:
        return _full(name)
    if "readonly database" in lowered or "read-only" in lowered:
        return ArchiveError(f"{name}: may not be written; check the rights of the file and its folder")
    if "unable to open" in lowered:
        return ArchiveError(f"{name}: cannot be opened; check that the folder exists and may be written")
    if "not a database" in lowered or "malformed" in lowered:
        return ArchiveError(f"{name}: is damaged or no archive ({told}); restore a backup")
    if "interrupted" in lowered or "statement timeout" in lowered:
        return ArchiveError(f"{name}: the question takes too long to answer; narrow it down")
    if "locked" in lowered:
        return ArchiveError(f"{name}: another process has been writing for {BUSY_SECONDS} s; try again")
    if isinstance(error, OperationalError) and "connect" in lowered:
        return ArchiveError(f"{name}: no connection ({told})")
    return ArchiveError(f"{name}: {told}")


def _full(name: str) -> ArchiveError:
    return ArchiveFullError(
        f"{name}: no space left on the disk; make room and run the same command again, what was saved is kept"
    )
