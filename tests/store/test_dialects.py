"""The seams between the databases: many values in one condition, many rows at once, plans that use indexes."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text

from dragoman.errors import ArchiveError
from dragoman.store import tables
from dragoman.store.dialects import is_among
from dragoman.store.inserting import insert_rows
from dragoman.store.query import Query
from newspapers import article, told_in

AWKWARD = ["O'Neill", 'say "no"', "back\\slash", "tab\tline\nend", "東京", "{a,b}", "NULL", "\\N", ""]
LARGE = [-(2**63), 2**63 - 1, 0]


def actor(name, country=None):
    return {"actor_id": f"name:{name}", "name": name, "name_key": name, "country": country}


def test_rows_come_back_as_they_were(archive):
    rows = [actor(name, country) for name, country in zip(AWKWARD, [*"ABC", *[None] * 6], strict=True)]
    with archive.writing() as connection:
        insert_rows(connection, tables.actors, rows)
        insert_rows(connection, tables.actors, [])
        table = tables.actors.c
        wanted = select(table.name, table.country).where(is_among(table.actor_id))
        found = connection.execute(wanted, {"some": [f"name:{name}" for name in AWKWARD] + ["name:absent"]})
        assert dict(found.all()) == {row["name"]: row["country"] for row in rows}
        assert connection.execute(wanted, {"some": []}).all() == []


def test_days_and_large_numbers_come_back_as_they_were(archive):
    archive.add(told_in(article("Daily", "2024-03-18"), ("meeting", "FIN", "NOR", "2024-03-17", "Oslo/NOR")))
    with archive.writing() as connection:
        number = connection.execute(select(tables.records.c.record_no)).scalar_one()
        days = {"start": dt.date(2024, 2, 29), "end": None}
        insert_rows(connection, tables.stops, [{"record_no": number, "position": 7, **days}])
        table = tables.stops.c
        stop = connection.execute(select(table.start, table.end).where(table.position == 7)).one()
        assert stop._asdict() == days
        one = connection.execute(select(tables.articles.c.article_no)).scalar_one()
        rows = [{"band": band, "article_no": one} for band in LARGE]
        insert_rows(connection, tables.article_bands, rows)
        band = tables.article_bands.c.band
        found = connection.execute(select(band).where(is_among(band)), {"some": LARGE}).scalars()
        assert sorted(found) == sorted(LARGE)


def test_rows_that_are_refused_are_told_in_words(archive):
    with pytest.raises(ArchiveError, match=r"diplomacy\.db|archive_\d+"), archive.writing() as connection:
        insert_rows(connection, tables.actors, [actor("twice"), actor("twice")])
    assert archive.stats().articles == 0


def test_a_condition_on_many_values_uses_an_index(archive):
    wanted = select(tables.reports.c.kind).where(is_among(tables.reports.c.report_id))
    with archive.reading() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))  # of an empty table all rows are read
        said = wanted.compile(connection)
        explain = "EXPLAIN " if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
        some = {"some": ["a"]} if connection.dialect.name == "postgresql" else ('["a"]',)
        plan = " ".join(str(row) for row in connection.exec_driver_sql(explain + str(said), some))
    assert "SEARCH reports USING INDEX" in plan or "Index Scan using pk_reports" in plan


def test_postgresql_plans_each_question_anew(archive):
    """A plan for any words would go through all records."""
    for _ in range(12):
        archive.find(Query(text="aalto oslo"))
    with archive.reading() as connection:
        if connection.dialect.name != "postgresql":
            pytest.skip("SQLite plans when it prepares")
        assert connection.execute(text("SELECT count(*) FROM pg_prepared_statements")).scalar_one() == 0
