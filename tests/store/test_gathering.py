"""Records as a function of what is stored: whatever the order, with ways from ids given up, copies counted once."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from benchmarks.newsroom import readings
from dragoman.engagements.engagement import OfficeHeld
from dragoman.pipeline import code_reading
from dragoman.store.archive import Archive
from dragoman.store.query import Query
from newspapers import article, everything, told_in

BLINKEN, WANG = "Antony Blinken/USA", "Wang Yi/CHN"


def test_two_papers_make_one_record(archive):
    first = told_in(article("Daily", "2024-03-18"), ("meeting", BLINKEN, WANG, "2024-03-17", "Munich/DEU"))
    second = told_in(article("Post", "2024-03-19"), ("meeting", BLINKEN, WANG, "2024-03-17", None))
    archive.add(first)
    (created,) = archive.find(Query()).records
    archive.add(second)
    (record,) = archive.find(Query()).records
    assert (record.record_id, record.sources) == (created.record_id, 2)
    assert [report.publisher for report in record.reports] == ["Daily", "Post"]
    assert [change.what for change in archive.history(record.record_id)] == ["created", "changed"]
    assert "reports" in archive.history(record.record_id)[1].detail


def test_an_id_that_is_given_up_leads_to_the_record(archive):
    late = told_in(article("Post", "2024-03-19"), ("meeting", BLINKEN, WANG, "2024-03-17", None))
    early = told_in(article("Daily", "2024-03-18"), ("meeting", BLINKEN, WANG, "2024-03-17", None))
    archive.add(late)
    (before,) = archive.find(Query()).records
    archive.add(early)
    (after,) = archive.find(Query()).records
    assert after.record_id != before.record_id
    assert archive.record(before.record_id) == after
    assert archive.expand(before.record_id[:9]) == (after.record_id,)
    assert [change.what for change in archive.history(before.record_id)] == ["created", "joined"]
    assert [change.what for change in archive.history(after.record_id)] == ["created", "took in"]


def test_a_reprint_is_no_second_source(archive):
    words = ("meeting", BLINKEN, WANG, "2024-03-17", "Munich/DEU")
    body = (
        "They spoke for two hours in a hotel above the river while aides waited with maps and long lists of names. "
        * 3
    )
    archive.add(told_in(article("Reprint", "2024-03-19", body), words))
    archive.add(told_in(article("Agency", "2024-03-18", body), words))
    (record,) = archive.find(Query()).records
    assert (len(record.reports), record.sources) == (2, 1)
    original, copy = (report.article_id for report in record.reports)
    assert archive.article(copy).copy_of == original
    assert archive.article(original).copies == (copy,)
    assert archive.stats().copies == 1


def test_a_meeting_follows_its_trip_to_another_id(archive):
    trip = ("visit", BLINKEN, "CHN", "2024-03-17", "Beijing/CHN")
    archive.add(
        told_in(
            article("Post", "2024-03-19"),
            trip,
            ("meeting", BLINKEN, WANG, "2024-03-17", "Beijing/CHN"),
            part_of=0,
        )
    )
    (meeting,) = archive.find(Query(kind=("meeting",))).records
    before = meeting.engagement.part_of
    archive.add(told_in(article("Daily", "2024-03-18"), trip))
    (meeting,) = archive.find(Query(kind=("meeting",))).records
    (visit,) = archive.find(Query(kind=("visit",))).records
    assert before != meeting.engagement.part_of == visit.record_id
    assert [one.record_id for one in archive.find(Query(part_of=visit.record_id)).records] == [
        meeting.record_id
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_does_not_matter(tmp_path, seed):
    stock = [*readings(60, seed=7), *retold()]
    with (
        Archive.open(tmp_path / "straight.db") as straight,
        Archive.open(tmp_path / "shuffled.db") as shuffled,
    ):
        for reading in stock:
            straight.add(reading)
        random.Random(seed).shuffle(stock)
        for reading in stock:
            shuffled.add(reading)
        assert everything(shuffled) == everything(straight)
        assert straight.stats().records < straight.stats().reports
        assert straight.faults() == shuffled.faults() == ()
        assert all(
            shuffled.article(one.article.article_id).copy_of
            == straight.article(one.article.article_id).copy_of
            for one in stock
        )


def retold():
    """The same few events in many papers, some of which know more."""
    papers = [
        ("Daily", "2024-03-18"),
        ("Post", "2024-03-19"),
        ("Herald", "2024-03-18"),
        ("Wire", "2024-03-21"),
    ]
    trip = ("visit", BLINKEN, "CHN", "2024-03-17", "Beijing/CHN")
    for number, (paper, day) in enumerate(papers):
        city = "Beijing/CHN" if number % 2 else None
        meeting = ("meeting", BLINKEN, WANG, "2024-03-17", city)
        yield told_in(article(paper, day), trip, meeting, part_of=0 if number else None)


def test_both_databases_hold_the_same(archive, tmp_path):
    with Archive.open(tmp_path / "other.db") as other:
        for reading in readings(30, seed=3):
            archive.add(reading)
            other.add(reading)
        assert everything(archive) == everything(other)
        assert archive.facets(Query()) == other.facets(Query())


def test_the_office_held_on_the_day_goes_before_the_one_told_more_often(archive):
    """Cleverly left the Foreign Office in the week before; two papers have not noticed."""
    words = ("meeting", "James Cleverly/GBR", WANG, "2023-11-20", "London/GBR")
    former, held = "office:GBR/foreign-minister", "office:GBR/interior-minister"
    for paper, office in (("Daily", former), ("Post", former), ("Herald", held)):
        reading = told_in(article(paper, "2023-11-21"), words)
        (eng,) = reading.engagements
        one, other = eng.participants
        told = OfficeHeld(office.rpartition("/")[2], office, None, "text")
        one = replace(one, office=replace(one.name, value=told))
        archive.add(code_reading(reading.article, (replace(eng, participants=(one, other)),)))
    (record,) = archive.find(Query()).records
    assert record.engagement.participants[0].office.value.office_id == held
    (choice,) = [one for one in record.choices if one.field.endswith("cleverly].office")]
    assert choice.rule == "held on the day"
