"""The archive by its door: what goes in comes out, once."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import delete, insert

from dragoman.errors import ArchiveError
from dragoman.pipeline import code_reading
from dragoman.store import tables
from dragoman.store.query import Query
from samples import ARTICLE, ENGAGEMENTS, VISIT

READING = code_reading(ARTICLE, ENGAGEMENTS)


def test_what_goes_in_comes_out(archive):
    added = archive.add(READING)
    assert (added.known, added.reports, len(added.records)) == (False, 5, 5)
    stored = archive.article(ARTICLE.article_id)
    assert stored.article == ARTICLE
    (record,) = archive.find(Query(kind=("visit",))).records
    assert dataclasses.replace(record.engagement, engagement_id=VISIT.engagement_id) == VISIT
    assert record.events == READING.events_of(VISIT)
    assert [report.article_id for report in record.reports] == [ARTICLE.article_id]


def test_an_article_is_saved_once(archive):
    archive.add(READING)
    before = archive.stats()
    assert archive.add(READING).known
    assert archive.stats() == before


def test_a_part_names_the_record_it_is_part_of(archive):
    archive.add(READING)
    (visit,) = archive.find(Query(kind=("visit",))).records
    parts = archive.find(Query(part_of=visit.record_id)).records
    assert {report.report_id for part in parts for report in part.reports} == {"meeting-1", "meeting-2"}
    assert {part.engagement.part_of for part in parts} == {visit.record_id}


def test_no_record_without_verbatim_words(archive):
    silent = dataclasses.replace(VISIT, trigger=())
    with pytest.raises(ArchiveError, match="no words"):
        archive.add(code_reading(ARTICLE, (silent,)))
    moved = dataclasses.replace(ARTICLE, text="X" + ARTICLE.text)
    with pytest.raises(ArchiveError, match="is not the text at"):
        archive.add(code_reading(moved, ENGAGEMENTS))
    assert archive.stats().articles == archive.stats().records == 0


def test_pages_follow_each_other(archive):
    archive.add(READING)
    seen, cursor = [], None
    while True:
        page = archive.find(Query(), limit=2, cursor=cursor)
        seen += [record.record_id for record in page.records]
        cursor = page.next
        if cursor is None:
            break
    assert len(set(seen)) == len(ENGAGEMENTS)
    assert seen == [record.record_id for record in archive.find(Query()).records]


def test_a_strange_cursor_is_refused(archive):
    with pytest.raises(ArchiveError, match="not one of this search"):
        archive.find(Query(), cursor="nonsense")


def test_a_reader_cannot_write(archive, location):
    from dragoman.store.archive import Archive

    with Archive.open(location, readonly=True) as reader, pytest.raises(ArchiveError, match="reading only"):
        reader.add(READING)


def test_rows_that_belong_to_nothing_are_faults(archive):
    archive.add(READING)
    assert archive.faults() == ()
    with archive.writing() as connection:
        connection.execute(insert(tables.article_bands), {"band": 7, "article_no": 99})
        connection.execute(
            insert(tables.blocking_keys), [{"key": key, "report_id": "gone"} for key in (7, 8)]
        )
        connection.execute(delete(tables.records).where(tables.records.c.kind == "visit"))
    found = archive.faults()
    assert found[:2] == (
        "1 row of article_bands belongs to none of articles",
        "2 rows of blocking_keys belong to none of reports",
    )
    assert "1 row of participants belongs to none of records" in found
