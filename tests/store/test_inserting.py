"""Rows that a thread writes: the same rows in the same order, seen by what is asked next, all refused if one is."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from benchmarks.newsroom import readings
from dragoman.errors import ArchiveError, ArchiveFullError
from dragoman.store import bulk, inserting, tables
from dragoman.store.inserting import insert_rows
from newspapers import everything

NAMES = ["O'Neill", "back\\slash", "tab\tline\nend", "東京", "NULL", "\\N", ""]
SIZES = (1, 49, 50, 51, 1_000, 1_001, 2_345)
"""Around the shapes of SQLite's statements."""


def actors(count, start=0):
    return [
        {
            "actor_id": f"name:{number:05}",
            "name": NAMES[number % len(NAMES)],
            "name_key": "x",
            "country": None,
        }
        for number in range(start, start + count)
    ]


@pytest.mark.parametrize("count", SIZES)
def test_a_thread_writes_the_same_rows(archive, count):
    table = tables.actors
    with archive._database.writing(much=True) as connection:
        insert_rows(connection, table, actors(count))
    with archive.reading() as connection:
        found = [row._asdict() for row in connection.execute(select(table).order_by(table.c.actor_id))]
    assert found == actors(count)


def test_numbers_are_given_in_the_order_of_the_rows(archive):
    archive.add(next(readings(1)))
    with archive.reading() as connection:
        report_id = connection.execute(select(tables.reports.c.report_id)).scalars().first()
    rows = [
        {"report_id": report_id, "field": "x", "start": number, "end": 0, "quote": "", "rule": ""}
        for number in range(2_222)
    ]
    with archive._database.writing(much=True) as connection:
        insert_rows(connection, tables.evidence, rows)
        told = tables.evidence.c
        wanted = select(told.start).where(told.field == "x").order_by(told.evidence_no)
        assert list(connection.execute(wanted).scalars()) == list(range(2_222))


def test_what_is_asked_next_sees_the_rows(archive):
    with archive._database.writing(much=True) as connection:
        for start in range(0, 6_000, 1_500):
            insert_rows(connection, tables.actors, actors(1_500, start))
        asked = select(func.count()).select_from(tables.actors)
        assert connection.execute(asked).scalar_one() == 6_000


@pytest.mark.parametrize("asks", [True, False])
def test_a_row_that_is_refused_takes_all_along(archive, asks):
    with pytest.raises(ArchiveError, match="actors"), archive._database.writing(much=True) as connection:
        insert_rows(connection, tables.actors, [*actors(60), *actors(1, start=1)])
        insert_rows(connection, tables.actors, actors(10, start=100))
        if asks:
            connection.execute(select(tables.actors.c.name))
            pytest.fail("nobody waited for the rows")
    archive.add(next(readings(1)))
    assert archive.stats().articles == 1
    with archive.reading() as connection:
        wanted = select(func.count()).where(tables.actors.c.actor_id.startswith("name:0"))
        assert connection.execute(wanted).scalar_one() == 0


@pytest.fixture
def in_small_batches(monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 6)
    monkeypatch.setattr(bulk, "MANY", 2)


def refuse_once(monkeypatch, table, words):
    """Let the second insert into a table fail, as if the database had refused it."""
    insert, seen = inserting._insert, []

    def fail(how, driver, statement, rows):
        if f" {table} " in statement:
            seen.append(statement)
            if len(seen) == 2:
                insert(how, driver, statement.replace(table, words), rows)
        insert(how, driver, statement, rows)

    monkeypatch.setattr(inserting, "_insert", fail)


def test_a_batch_whose_end_fails_is_saved_in_parts(archive, tmp_path, monkeypatch, in_small_batches):
    stock, told = list(readings(20, seed=5)), []
    with pytest.MonkeyPatch.context() as patched:
        refuse_once(patched, "blocking_keys", "nowhere")
        loaded = bulk.load(archive, map(bulk.Arrival, stock), tell=lambda one: told.append(one.articles))
    assert (loaded.articles, loaded.refused, told) == (20, [], [6, 12, 18, 20])
    with type(archive).open(tmp_path / "straight.db") as straight:
        for reading in stock:
            straight.add(reading)
        assert everything(archive) == everything(straight)
    assert archive.faults() == ()


def test_a_full_disk_at_the_end_of_a_batch(archive, monkeypatch, in_small_batches):
    told, begin = [], archive.begin_adding

    def fill(batch, ahead, end, **more):
        wait = begin(batch, ahead, end, **more)

        def full():
            wait()
            raise ArchiveFullError("no space left")

        return full if told else wait

    monkeypatch.setattr(archive, "begin_adding", fill)
    with pytest.raises(ArchiveFullError):
        bulk.load(archive, map(bulk.Arrival, readings(20)), tell=lambda one: told.append(one.articles))
    assert told[0] == 6


def test_stopped_by_hand_all_that_was_begun_is_told(archive, in_small_batches):
    told = []

    def stock():
        yield from readings(13)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bulk.load(archive, map(bulk.Arrival, stock()), tell=lambda one: told.append(one.articles))
    assert told[-1] == archive.stats().articles == 12
