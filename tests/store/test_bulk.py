"""Readings in bulk: the same archive as one by one, whatever the batches, the order, and what goes wrong on the way."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.newsroom import readings
from dockets import ANNA, later
from dragoman.errors import ArchiveFullError
from dragoman.pipeline import code_reading
from dragoman.record.deciding import anchors_of, decide
from dragoman.record.decisions import Verdict
from dragoman.store import bulk, writing
from dragoman.store.archive import Archive
from dragoman.store.bulk import load, readings_in, take_in
from dragoman.store.desk import Desk
from dragoman.store.query import Query
from dragoman.store.runs import Versions
from dragoman.store.writing import Arrival
from newspapers import article, everything, told_in
from samples import ARTICLE, ENGAGEMENTS

BLINKEN, WANG = "Antony Blinken/USA", "Wang Yi/CHN"
STOCK = list(readings(60, seed=7))


@pytest.fixture(scope="module")
def one_by_one(tmp_path_factory):
    """What is in an archive to which the readings were added one by one: records, copies, counts."""
    with Archive.open(tmp_path_factory.mktemp("straight") / "diplomacy.db") as archive:
        for reading in STOCK:
            archive.add(reading)
        return told(archive)


def told(archive):
    copies = {
        one.reading.article.article_id: archive.article(one.reading.article.article_id).copy_of
        for one in readings_in(archive)
    }
    stats = archive.stats()
    return everything(archive), copies, (stats.articles, stats.reports, stats.records, stats.copies)


def test_in_bulk_is_one_by_one(archive, one_by_one):
    loaded = archive.load(STOCK)
    assert (loaded.articles, loaded.known, loaded.refused) == (60, 0, [])
    assert told(archive) == one_by_one
    assert archive.faults() == ()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.randoms(use_true_random=False),
    size=st.integers(1, 40),
    at_once=st.integers(1, 40),
    many=st.integers(2, 40),
    alone=st.integers(0, 30),
)
def test_neither_order_nor_batches_matter(one_by_one, tmp_path_factory, order, size, at_once, many, alone):
    stock = random.Random(order.random()).sample(STOCK, len(STOCK))
    with (
        pytest.MonkeyPatch.context() as patched,
        Archive.open(tmp_path_factory.mktemp("shuffled") / "diplomacy.db") as archive,
    ):
        patched.setattr(bulk, "BATCH", size)
        patched.setattr(bulk, "MANY", many)
        for module in (bulk, writing):
            patched.setattr(module, "AT_ONCE", at_once)
        for reading in stock[:alone]:
            archive.add(reading)
        archive.load(stock[alone:])
        assert told(archive) == one_by_one


def test_twice_is_once_also_within_a_batch(archive, one_by_one):
    assert archive.load([*STOCK, *STOCK[:5]]).known == 5
    again = archive.load(STOCK)
    assert (again.articles, again.known) == (0, 60)
    assert told(archive) == one_by_one


def test_a_refused_article_takes_no_other_along(archive):
    forged = replace(STOCK[3], article=replace(STOCK[3].article, text=STOCK[3].article.text.upper()))
    loaded = archive.load([*STOCK[:3], forged, *STOCK[4:8]])
    assert (loaded.articles, archive.stats().articles) == (7, 7)
    assert "is not the text at" in loaded.refused[0]
    assert archive.article(forged.article.article_id) is None
    assert archive.faults() == ()


def test_what_is_told_as_loaded_is_kept_when_the_disk_is_full(archive, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 4)
    seen, add_all = [], archive.add_all

    def fill(batch, **more):
        if seen:
            raise ArchiveFullError("no space left")
        return add_all(batch, **more)

    monkeypatch.setattr(archive, "add_all", fill)
    with pytest.raises(ArchiveFullError):
        load(archive, map(Arrival, STOCK), tell=lambda loaded: seen.append(loaded.articles))
    assert seen == [archive.stats().articles] == [4]


def test_history_names_an_article_of_the_record(archive):
    paper = told_in(article("Daily", "2024-03-18"), ("meeting", BLINKEN, WANG, "2024-03-17", "Munich/DEU"))
    other = told_in(article("Post", "2024-03-19"), ("call", BLINKEN, "DEU", "2024-03-18", None))
    archive.load([paper, other])
    for reading, kind in ((paper, "meeting"), (other, "call")):
        (record,) = archive.find(Query(kind=(kind,))).records
        (change,) = archive.history(record.record_id)
        assert (change.what, change.article_id) == ("created", reading.article.article_id)


def test_a_trip_and_its_meeting_in_one_batch(archive):
    trip = ("visit", BLINKEN, "CHN", "2024-03-17", "Beijing/CHN")
    meeting = ("meeting", BLINKEN, WANG, "2024-03-17", "Beijing/CHN")
    late = told_in(article("Post", "2024-03-19"), trip, meeting, part_of=0)
    archive.load([late, told_in(article("Daily", "2024-03-18"), trip)])
    (found,) = archive.find(Query(kind=("meeting",))).records
    (visit,) = archive.find(Query(kind=("visit",))).records
    assert (found.engagement.part_of, visit.sources) == (visit.record_id, 2)


def test_decisions_that_waited_find_their_articles_in_a_batch(archive, tmp_path):
    reading = code_reading(ARTICLE, ENGAGEMENTS)
    archive.add(reading)
    desk = Desk(archive)
    (meeting,) = archive.find(Query(kind=("meeting",), status=("completed",))).records
    (other,) = archive.find(Query(kind=("meeting",), status=("cancelled",))).records
    for verdict, more in (
        (Verdict.CORRECT, {"field": "place", "typed": "Bergen, NOR"}),
        (Verdict.MERGE, {"other": anchors_of(other)}),
    ):
        desk.save(decide(desk.docket(meeting.record_id, ANNA), verdict, ANNA, later(), **more))
    with Archive.open(tmp_path / "elsewhere.db") as elsewhere:
        assert Desk(elsewhere).load(desk.decisions()).waiting == 2
        elsewhere.load([*STOCK[:5], reading])
        for record in archive.find(Query()).records:
            assert elsewhere.record(record.record_id) == record


def test_two_archives_become_one(archive, tmp_path, one_by_one):
    versions = Versions("1.0", "en-1", "en 7", "abc", "plover, cameo", "precise")
    with Archive.open(tmp_path / "north.db") as north, Archive.open(tmp_path / "south.db") as south:
        north.version_no(replace(versions, reader="0.9"))
        number = north.version_no(versions)
        for reading in STOCK[:35]:
            north.add(reading, version_no=number, page_hash=f"page of {reading.article.article_id}")
        south.load(STOCK[30:])
        assert take_in(archive, north).articles == 35
        both = take_in(archive, south)
    assert (both.articles, both.known) == (25, 5)
    assert told(archive) == one_by_one
    first = STOCK[0].article.article_id
    assert archive.article(first).versions["reader"] == "1.0"
    assert archive.page_state(f"page of {first}").article_id == first
    assert archive.unfinished_runs() == ()
    assert archive.faults() == ()


@pytest.mark.parametrize(("left", "looks"), [(80, [1, 3, 7, 15, 31, 47]), (50_000, list(range(1, 51)))])
def test_cycles_are_looked_for_as_often_as_there_are_some(monkeypatch, left, looks):
    done, seen = [], []
    monkeypatch.setattr(bulk.gc, "collect", lambda _: seen.append(len(done)) or left)
    with bulk._seldom_looking_for_cycles() as look:
        for batch in range(1, 51):
            done.append(batch)
            look()
    assert seen == looks
    assert bulk.gc.isenabled()
