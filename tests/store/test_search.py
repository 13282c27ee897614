"""Finding: every condition, pages in every order, counts, and words in whatever script or with whatever signs."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.newsroom import readings
from dragoman.errors import ArchiveError
from dragoman.pipeline import code_reading
from dragoman.store.query import Query, Sort
from newspapers import article, told_in
from samples import ARTICLE, ENGAGEMENTS

ALL = {"visit", "meeting", "statement", "demand", "meeting cancelled"}


@pytest.fixture
def filled(archive):
    archive.add(code_reading(ARTICLE, ENGAGEMENTS))
    return archive


def kinds(archive, query):
    found = archive.find(query).records
    assert archive.count(query) == len(found)
    assert archive.facets(query).total == len(found)
    return {
        f"{record.engagement.kind}{' cancelled' if record.engagement.status == 'cancelled' else ''}"
        for record in found
    }


CASES = [
    (Query(), ALL),
    (Query(text="aalto oslo"), {"visit", "meeting"}),
    (Query(text="AALTO  Ósló"), {"visit", "meeting"}),
    (Query(text='"Arctic fisheries"'), {"meeting"}),
    (Query(text='"fisheries Arctic"'), set()),
    (Query(text="fisher*"), {"meeting"}),
    (Query(text="fisher"), set()),
    (Query(text="norway", kind=("statement",)), {"statement"}),
    (Query(text="...!"), set()),
    (Query(text='a" OR b NOT c* ) NEAR('), set()),
    (Query(person="aalto"), ALL),
    (Query(person="Kari Dahl"), {"meeting"}),
    (Query(person="name:kari dahl"), {"meeting"}),
    (Query(person="Dah"), set()),
    (Query(person="-"), set()),
    (Query(country=("FIN",)), ALL),
    (Query(country=("fin", "NOR")), {"meeting", "statement"}),
    (Query(country=("FIN", "RUS", "NOR")), set()),
    (Query(kind=("visit", "demand")), {"visit", "demand"}),
    (Query(status=("cancelled",)), {"meeting cancelled"}),
    (Query(since=dt.date(2024, 4, 3)), {"visit", "meeting cancelled"}),
    (Query(until=dt.date(2024, 4, 2)), {"visit"}),
    (Query(since=dt.date(2024, 4, 5)), set()),
    (Query(publisher="nordic press agency"), ALL),
    (Query(publisher="Other"), set()),
    (Query(code="REQUEST"), {"demand"}),
    (Query(code="request"), {"demand"}),
    (Query(code="025"), {"demand"}),
    (Query(code="%"), set()),
    (Query(place="OSLO"), {"visit", "meeting"}),
    (Query(place="ISL"), {"visit", "meeting cancelled"}),
    (Query(main=False), {"demand"}),
    (Query(main=True, negated=False, historical=False, hypothetical=False), ALL - {"demand"}),
    (Query(min_sources=2), set()),
    (Query(organization="org:un"), set()),
]


def test_conditions(filled):
    found = {str(query): kinds(filled, query) for query, _ in CASES}
    assert found == {str(query): wanted for query, wanted in CASES}


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_of_every_order_hold_each_record_once(archive, sort):
    for reading in readings(12):
        archive.add(reading)
    whole = [record.record_id for record in archive.find(Query(sort=sort), limit=500).records]
    paged, cursor = [], None
    while True:
        page = archive.find(Query(sort=sort), limit=7, cursor=cursor)
        paged += [record.record_id for record in page.records]
        cursor = page.next
        if cursor is None:
            break
    assert paged == whole
    assert len(set(whole)) == len(whole) == archive.stats().records


def test_orders(archive):
    for reading in readings(12):
        archive.add(reading)

    def days(sort):
        return [
            record.engagement.date.value.start for record in archive.find(Query(sort=sort), limit=500).records
        ]

    assert days(Sort.OLDEST) == sorted(days(Sort.OLDEST))
    assert days(Sort.NEWEST) == sorted(days(Sort.NEWEST), reverse=True)


@pytest.mark.parametrize("limit", [0, 501])
def test_limits(filled, limit):
    with pytest.raises(ArchiveError, match="1 to 500"):
        filled.find(Query(), limit=limit)


def test_a_cursor_of_another_order_is_refused(filled):
    cursor = filled.find(Query(sort=Sort.NEWEST), limit=1).next
    with pytest.raises(ArchiveError, match="newest"):
        filled.find(Query(sort=Sort.OLDEST), cursor=cursor)


def test_counts(filled):
    by = filled.facets(Query()).by
    assert [(one.value, one.name, one.count) for one in by["country"]] == [
        ("FIN", "Finland", 5),
        ("NOR", "Norway", 2),
        ("RUS", "Russia", 1),
    ]
    assert by["kind"][0].value == "meeting"
    assert {name for name, values in by.items() if values} >= {
        "kind",
        "status",
        "year",
        "person",
        "place",
        "code",
    }


def test_a_timeline_goes_forward(filled):
    found = filled.timeline("Aino Aalto").records
    assert len(found) == 5
    assert len(filled.timeline("NOR").records) == 2
    assert filled.timeline("Nobody").records == ()


def test_a_network_of_a_country_and_of_a_person(archive):
    blinken, wang, lavrov = "Antony Blinken/USA", "Wang Yi/CHN", "Sergey Lavrov/RUS"
    archive.add(
        told_in(
            article("Daily", "2024-03-18"),
            ("meeting", blinken, wang, "2024-03-17", None),
            ("statement", blinken, lavrov, "2024-03-10", None),
        )
    )
    usa = archive.network("USA")
    assert (usa.center.name, usa.center.count) == ("United States", 2)
    assert {(link.right, link.count) for link in usa.links} == {("CHN", 1), ("RUS", 1)}
    person = archive.network("Blinken")
    assert person.center.actor_id == "per:antony-blinken"
    assert {node.name for node in person.nodes} == {"Wang Yi", "Sergey Lavrov"}
    later = archive.network("Blinken", since=dt.date(2024, 3, 15))
    assert [(link.right, dict(link.kinds)) for link in later.links] == [("per:wang-yi", {"meeting": 1})]
    assert archive.network("Nobody").center is None


def test_scripts_without_spaces_are_found_by_neighbouring_characters(archive):
    text = ARTICLE.text + "\n\n东京都知事会见外交部长。"
    page = dataclasses.replace(ARTICLE, text=text, article_id="cjk")
    archive.add(code_reading(page, ()))
    assert archive.stats().articles == 1
    found = archive.list_articles(text="外交部长").articles
    assert [one.article_id for one in found] == ["cjk"]
    assert archive.list_articles(text="外长").articles == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_whatever_is_typed_is_searched_for(archive, words):
    assert archive.find(Query(text=words, person=words or None, place=words or None)).records == ()
