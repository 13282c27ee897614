"""Bringing an archive up to date: Alembic's revisions, with a backup before, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select

from dragoman.errors import ArchiveError
from dragoman.store.backup import back_up
from dragoman.store.connecting import Database
from dragoman.store.tables import SCHEMA, stamps

if TYPE_CHECKING:
    from alembic.config import Config

_REVISIONS = Path(__file__).parent / "migrations"


def upgrade(location: str | Path) -> tuple[str, str, Path | None]:
    """Bring the archive to the newest schema: the schema before and after, and the backup that was made.

    An archive that is up to date is left alone. Going back is done with the backup.

    Raises:
        ArchiveError: there is no archive, it is newer than this version, or it cannot be written.
    """
    with _opened(location) as database:
        with database.reading() as connection:
            before = schema_of(connection, database.name)
        if before == SCHEMA:
            return before, before, None
        if before > SCHEMA:
            raise ArchiveError(
                f"{database.name}: was made by a newer version (schema {before}); install that version of dragoman"
            )
        kept = None
        if database.path is not None:
            kept = database.path.with_name(f"{database.path.name}.before-{SCHEMA}")
            back_up(database, kept)
        with database.writing(durable=True) as connection:
            run_revisions(connection, SCHEMA)
        return before, SCHEMA, kept


@contextmanager
def _opened(location: str | Path) -> Iterator[Database]:
    database = Database(location)
    try:
        if database.path is not None and not database.path.exists():
            raise ArchiveError(f"{database.name}: no such archive; `dragoman ingest PATH…` makes one")
        yield database
    finally:
        database.close()


def schema_of(connection: Connection, name: str) -> str:
    """The schema an archive has."""
    if not inspect(connection).has_table(stamps.name):
        raise ArchiveError(f"{name}: holds no archive; `dragoman ingest PATH…` makes one")
    return str(connection.execute(select(stamps.c.version_num)).scalar() or "")


def run_revisions(connection: Connection, target: str) -> None:
    """Run the revisions up to ``target`` in the connection's transaction."""
    from alembic import command

    config = config_of(connection)
    command.upgrade(config, target)


def config_of(connection: Connection) -> Config:
    """Alembic's settings for one connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_REVISIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
