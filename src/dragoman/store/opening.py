"""Opening an archive: a new one gets its tables, an old or a newer one says what to do."""

from __future__ import annotations

from sqlalchemy import Connection, insert, inspect, select

from dragoman.errors import ArchiveError
from dragoman.store.connecting import Database
from dragoman.store.dialects import create_word_indexes
from dragoman.store.tables import SCHEMA, metadata, stamps


def prepare(database: Database) -> None:
    """Check the schema; make it where there is nothing yet."""
    if database.readonly or (database.path is not None and database.path.exists()):
        if database.path is not None and not database.path.exists():
            raise ArchiveError(f"{database.name}: no such archive; `dragoman ingest PATH…` makes one")
        with database.reading() as connection:
            if _has_tables(connection):
                return check_schema(connection, database.name)
    if database.readonly:
        raise ArchiveError(f"{database.name}: holds no archive; `dragoman ingest PATH…` makes one")
    with database.writing() as connection:
        if _has_tables(connection):
            check_schema(connection, database.name)
        else:
            create_tables(connection)
    return None


def _has_tables(connection: Connection) -> bool:
    return inspect(connection).has_table(stamps.name)


def create_tables(connection: Connection) -> None:
    """All tables of the newest schema."""
    metadata.create_all(connection)
    create_word_indexes(connection)
    connection.execute(insert(stamps), {"version_num": SCHEMA})


def check_schema(connection: Connection, name: str) -> None:
    """Refuse an archive of another schema, saying what to do."""
    found = connection.execute(select(stamps.c.version_num)).scalar()
    if found == SCHEMA:
        return
    if found is None or found < SCHEMA:
        keeps_copy = connection.dialect.name == "sqlite"
        raise ArchiveError(
            f"{name}: was made by an older version (schema {found}, this one has {SCHEMA}); "
            + ("" if keeps_copy else "back it up with pg_dump, then ")
            + f"`dragoman db upgrade` {'keeps a copy and ' if keeps_copy else ''}brings it up to date"
        )
    raise ArchiveError(
        f"{name}: was made by a newer version (schema {found}, this one has {SCHEMA}); install that version of dragoman"
    )
