"""Schemas: revisions give the tables of `tables`, an upgrade keeps every row, an interrupted one changes nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, inspect, select, text, update

from dragoman.errors import ArchiveError
from dragoman.pipeline import code_reading
from dragoman.store import opening, tables, upgrading
from dragoman.store.archive import Archive
from dragoman.store.connecting import Database
from dragoman.store.query import Query
from dragoman.store.saving import Cause, now
from dragoman.store.writing import Arrival, add_readings
from samples import ARTICLE, ENGAGEMENTS

REVISION = '''"""A column more."""
import sqlalchemy as sa
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade() -> None:
    op.add_column("articles", sa.Column("mood", sa.String()))
    op.execute("UPDATE articles SET mood = 'calm'")
'''


@pytest.fixture
def filled(location):
    with Archive.open(location) as archive:
        archive.add(code_reading(ARTICLE, ENGAGEMENTS))
    return location


@pytest.fixture
def next_schema(monkeypatch, tmp_path):
    """The schema after this one; the text of its revision can be replaced."""
    revisions = tmp_path / "revisions"
    shutil.copytree(Path(upgrading.__file__).parent / "migrations", revisions)
    (revisions / "versions" / "0003_next.py").write_text(REVISION)
    monkeypatch.setattr(upgrading, "_REVISIONS", revisions)
    monkeypatch.setattr(upgrading, "SCHEMA", "0003")
    return revisions / "versions" / "0003_next.py"


def rows_of(location):
    database = Database(location)
    try:
        with database.reading() as connection:
            found = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar()
                for table in tables.metadata.sorted_tables
            }
            columns = [column["name"] for column in inspect(connection).get_columns("articles")]
        return found, columns
    finally:
        database.close()


def test_revisions_give_the_tables_of_the_code(location):
    database = Database(location)
    with database.writing() as connection:
        upgrading.run_revisions(connection, tables.SCHEMA)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours})
        assert compare_metadata(context, tables.metadata) == []
        assert connection.execute(select(tables.stamps.c.version_num)).scalar() == tables.SCHEMA
    database.close()
    with Archive.open(location) as archive:
        archive.add(code_reading(ARTICLE, ENGAGEMENTS))
        assert archive.faults() == ()


def is_ours(item, name, kind, reflected, other):
    """The search indexes and the stamp are not among the code's tables and indexes."""
    return "_words" not in (name or "") and name != "alembic_version"


def test_a_new_archive_has_the_same_search_indexes_as_an_upgraded_one(tmp_path):
    made = {}
    for name in ("created", "upgraded"):
        database = Database(tmp_path / name)
        with database.writing() as connection:
            if name == "created":
                opening.create_tables(connection)
            else:
                upgrading.run_revisions(connection, tables.SCHEMA)
            found = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE name LIKE '%\\_words%' ESCAPE '\\'")
            )
            made[name] = set(map(tuple, found))
        database.close()
    assert made["created"] == made["upgraded"]


def test_an_up_to_date_archive_is_left_alone(filled):
    assert upgrading.upgrade(filled) == (tables.SCHEMA, tables.SCHEMA, None)


def test_an_upgrade_keeps_every_row(filled, next_schema):
    before, _ = rows_of(filled)
    was, now, kept = upgrading.upgrade(filled)
    after, columns = rows_of(filled)
    assert (was, now, after, columns[-1]) == ("0002", "0003", before, "mood")
    if "://" not in filled:
        assert rows_of(kept)[0] == before
        assert rows_of(kept)[1][-1] != "mood"


@pytest.fixture
def first(location):
    """An archive of schema 0001, with reports of two articles, one of them a copy of the other."""
    again = replace(ARTICLE, article_id="fedcba9876543210", url="https://other.example/1")
    database = Database(location)
    with database.writing() as connection:
        upgrading.run_revisions(connection, "0001")
        arrivals = [Arrival(code_reading(ARTICLE, ENGAGEMENTS)), Arrival(code_reading(again, ()))]
        add_readings(connection, arrivals, Cause(now()))
    database.close()
    return location


def contents_of(location):
    """Every row of every table."""
    database = Database(location)
    try:
        with database.reading() as connection:
            return {
                table.name: sorted(map(repr, connection.execute(select(table))))
                for table in tables.metadata.sorted_tables
                if table is not tables.stamps
            }
    finally:
        database.close()


def test_an_archive_of_the_first_schema_keeps_every_row(first):
    before = contents_of(first)
    assert all(
        before[name] for name in ("article_bands", "blocking_keys", "participants", "codes", "evidence")
    )
    told = (
        "then `dragoman db upgrade` brings"
        if "://" in first
        else "`dragoman db upgrade` keeps a copy and brings"
    )
    with pytest.raises(ArchiveError, match=told):
        Archive.open(first)
    assert upgrading.upgrade(first)[:2] == ("0001", tables.SCHEMA)
    assert contents_of(first) == before
    with Archive.open(first) as archive:
        assert archive.faults() == ()
        assert archive.find(Query(text="aalto oslo")).records
        assert archive.add(code_reading(ARTICLE, ENGAGEMENTS)).known


def test_an_upgraded_archive_has_the_tables_of_a_new_one(first, tmp_path):
    if "://" in first:
        pytest.skip("the other test compares what PostgreSQL tells of its tables")
    upgrading.upgrade(first)
    with Archive.open(tmp_path / "new.db"):
        pass
    assert definitions_of(first) == definitions_of(tmp_path / "new.db")


def definitions_of(location):
    """How SQLite was told to make tables and indexes; the order of conditions does not matter."""
    database = Database(location)
    with database.reading() as connection:
        told = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        made = {name: sorted(sql.replace('"', "").replace(",", " ").split()) for name, sql in told}
    database.close()
    return {name: words for name, words in made.items() if name != tables.stamps.name}


def test_an_upgrade_that_fails_leaves_the_archive_as_it_was(filled, next_schema):
    next_schema.write_text(REVISION + '    op.execute("INSERT INTO nowhere VALUES (1)")\n')
    before = rows_of(filled)
    with pytest.raises(ArchiveError, match="nowhere"):
        upgrading.upgrade(filled)
    assert rows_of(filled) == before
    with Archive.open(filled) as archive:
        assert archive.stats().articles == 1


@pytest.mark.parametrize(("schema", "words"), [("0000", "dragoman db upgrade"), ("9999", "newer version")])
def test_another_schema_is_not_opened(filled, schema, words):
    database = Database(filled)
    with database.writing() as connection:
        connection.execute(update(tables.stamps).values(version_num=schema))
    database.close()
    with pytest.raises(ArchiveError, match=words):
        Archive.open(filled)
    with pytest.raises(ArchiveError, match=words):
        Archive.open(filled, readonly=True)


def test_what_is_newer_is_not_upgraded(filled):
    database = Database(filled)
    with database.writing() as connection:
        connection.execute(update(tables.stamps).values(version_num="9999"))
    database.close()
    with pytest.raises(ArchiveError, match="newer version"):
        upgrading.upgrade(filled)


def test_there_has_to_be_an_archive(tmp_path):
    with pytest.raises(ArchiveError, match="no such archive"):
        upgrading.upgrade(tmp_path / "absent.db")
    assert not (tmp_path / "absent.db").exists()
