"""Reports to one record: which value is taken, by which rule, and what becomes of the others."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.newsroom import readings
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import SEEN, Status
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.record import merging
from dragoman.record.choosing import Ledger, Rule
from dragoman.record.clustering import cluster
from dragoman.record.merging import merge_reports, record_id_of
from dragoman.record.record import Choice, reports_of
from reports import cited, told

BLINKEN, SIKORSKI = "Antony Blinken/USA", "Radosław Sikorski/POL"
MINISTRY = "Ministry of Foreign Affairs of Poland"


def meeting(article, **more):
    return told(article, "meeting", *more.pop("people", (BLINKEN, SIKORSKI)), **more)


def rule_of(record, field):
    return next(str(choice.rule) for choice in record.choices if choice.field == field)


def dissents_of(record, field):
    return [json.loads(dissent.value) for dissent in record.dissents if dissent.field == field]


def test_a_single_report_is_taken_as_merging_would_have_it():
    for reading in readings(40, seed=9):
        for report in reports_of(reading.article, reading.engagements):
            ledgers = Ledger(), Ledger()
            taken = merging._take_one(report, ledgers[0])
            assert taken == merging._merge_engagements([report], ledgers[1], None)
            assert ledgers[0] == ledgers[1]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"stops": ("Oslo/NOR", "Bergen/NOR", "Oslo/NOR"), "about": "air defence"},
        {"city": "Warsaw/POL", "day": "2024-03", "office": "Foreign Minister"},
        {"people": (BLINKEN, "POL", BLINKEN), "status": "planned"},
    ],
)
def test_a_single_report_is_taken_as_merging_would_have_it_whatever_it_tells(more):
    report = meeting("a", **more)
    eng = replace(
        report.engagement,
        mode="sign",
        negated=True,
        part_of="trip",
        reason="seldom",
        name=cited("Munich Conference", "a", "Munich Conference"),
        attributed_to=cited("his ministry", "a", "his ministry"),
        topics=(*report.engagement.topics, cited("grain", "a", "grain"), cited("Grain", "a", "Grain")),
    )
    ledgers = Ledger(), Ledger()
    taken = merging._take_one(replace(report, engagement=eng), ledgers[0])
    assert taken == merging._merge_engagements([replace(report, engagement=eng)], ledgers[1], None)
    assert ledgers[0] == ledgers[1]


def test_participants_shared_by_two_reports_stand_where_they_were_first_told():
    one = meeting("a", people=(BLINKEN, SIKORSKI))
    shared = one.engagement.participants[0]
    alone = replace(one.engagement, engagement_id="b", participants=(shared,))
    other = replace(one, engagement=alone, article_id="b")
    assert merge_reports([one, other]).engagement.participants[0].entity_id == shared.entity_id


def test_merging_one_report_gives_its_values():
    report = meeting("a", day="2024-03-21", city="Warsaw/POL", about="air defence", stops=("Warsaw/POL",))
    record = merge_reports([report])
    assert replace(record.engagement, engagement_id=report.report_id) == report.engagement
    assert record.dissents == ()
    assert record.sources == 1


def test_most_sources_win_and_the_others_stay():
    days = ["2024-03-21", "2024-03-21", "2024-03-22"]
    reports = [meeting(a, day=day) for a, day in zip("abc", days, strict=True)]
    record = merge_reports(reports)
    assert record.engagement.date.value == DateSpan.parse("2024-03-21")
    assert {item.article_id for item in record.engagement.date.evidence} == {"a", "b"}
    assert rule_of(record, "date") == "most sources"
    assert dissents_of(record, "date") == [{"start": "2024-03-22", "end": "2024-03-22", "precision": "day"}]
    assert record.dissents[0].reports == (reports[2].report_id,)


def test_a_reprinted_text_is_one_source():
    wire = [meeting(a, day="2024-03-22", copy_of=None if a == "a" else "a") for a in "abc"]
    papers = [meeting(a, day="2024-03-21") for a in "de"]
    record = merge_reports([*wire, *papers])
    assert record.engagement.date.value == DateSpan.parse("2024-03-21")
    assert record.sources == 3


def test_a_country_supports_its_city_and_is_no_dissent():
    record = merge_reports(
        [meeting("a", city="/POL"), meeting("b", city="/POL"), meeting("c", city="Warsaw/POL")]
    )
    assert record.engagement.place.value.city == "Warsaw"
    assert len(record.engagement.place.evidence) == 3
    assert record.dissents == ()


def test_the_ministry_goes_before_one_paper():
    record = merge_reports(
        [meeting("a", city="Kraków/POL"), meeting("b", city="Warsaw/POL", publisher=MINISTRY)]
    )
    assert record.engagement.place.value.city == "Warsaw"
    assert rule_of(record, "place") == "official source"
    assert [place["city"] for place in dissents_of(record, "place")] == ["Kraków"]


def test_what_was_told_when_done_goes_before_what_was_planned():
    planned = [meeting(a, day="2024-03-21", status="planned", published="2024-03-18") for a in "ab"]
    done = meeting("c", day="2024-03-22", published="2024-03-22")
    record = merge_reports([*planned, done])
    assert record.engagement.date.value == DateSpan.parse("2024-03-22")
    assert rule_of(record, "date") == "told when done"


def test_an_empty_field_is_no_vote():
    record = merge_reports([meeting("a"), meeting("b"), meeting("c", city="Warsaw/POL", day="2024-03-21")])
    assert record.engagement.place.value.city == "Warsaw"
    assert record.dissents == ()


def test_that_it_did_not_happen_is_a_claim_of_its_own():
    record = merge_reports([meeting("a"), meeting("b"), meeting("c", negated=True)])
    assert record.engagement.negated is False
    assert dissents_of(record, "negated") == [True]


@pytest.mark.parametrize(
    ("told_in_order", "status", "against"),
    [
        (["planned", "completed"], "completed", []),
        (["planned", "ongoing", "completed"], "completed", []),
        (["completed", "planned"], "completed", ["planned"]),
        (["planned", "cancelled"], "cancelled", []),
        (["cancelled", "planned"], "cancelled", ["planned"]),
        (["postponed", "planned"], "planned", []),
        (["ongoing", "planned"], "ongoing", ["planned"]),
        (["cancelled", "completed"], "completed", ["cancelled"]),
        (["proposed", "planned", "postponed"], "postponed", []),
    ],
)
def test_the_status_moves_with_publication(told_in_order, status, against):
    reports = [
        meeting(f"a{day}", status=one, published=f"2024-03-{20 + day}")
        for day, one in enumerate(told_in_order)
    ]
    record = merge_reports(reports)
    assert record.engagement.status == status
    assert dissents_of(record, "status") == against
    assert [move.status for move in record.moves] == told_in_order


def test_a_country_is_the_person_named_for_it_elsewhere():
    record = merge_reports([meeting("a", people=(BLINKEN, "POL")), meeting("b")])
    assert [part.entity_id for part in record.engagement.participants] == [
        "per:antony-blinken", "per:radosław-sikorski",
    ]  # fmt: skip
    assert {item.article_id for item in record.engagement.participants[1].name.evidence} == {"a", "b"}


def test_a_person_without_an_id_is_the_one_with_an_id():
    record = merge_reports([meeting("a", people=("?Blinken/USA", SIKORSKI)), meeting("b")])
    assert [part.name.value for part in record.engagement.participants] == [
        "Antony Blinken",
        "Radosław Sikorski",
    ]


def test_a_country_named_beside_its_minister_stays():
    record = merge_reports([meeting("a", people=(BLINKEN, SIKORSKI, "POL")), meeting("b")])
    assert len(record.engagement.participants) == 3


def test_somebody_whom_only_one_report_names_takes_part():
    record = merge_reports(
        [meeting("a"), meeting("b"), meeting("c", people=(BLINKEN, SIKORSKI, "Mark Brzezinski/USA"))]
    )
    assert "Mark Brzezinski" in [part.name.value for part in record.engagement.participants]
    assert record.dissents == ()


def test_the_office_held_on_the_day_goes_before_more_sources():
    """Cameron became Foreign Secretary on 13 November 2023; two papers still call him a former Prime Minister."""
    wrong = [
        told(a, "meeting", "David Cameron/GBR", "UKR", day="2023-11-16", office="Prime Minister")
        for a in "ab"
    ]
    right = told("c", "meeting", "David Cameron/GBR", "UKR", day="2023-11-16", office="Foreign Secretary")
    right, *wrong = (
        _with_office(report, office_id)
        for report, office_id in zip(
            [right, *wrong],
            ["office:GBR/foreign-minister", *["office:GBR/head-of-government"] * 2],
            strict=True,
        )
    )
    without, known = merge_reports([*wrong, right]), merge_reports([*wrong, right], KnowledgeBase.open())
    assert without.engagement.participants[0].office.value.title == "Prime Minister"
    assert known.engagement.participants[0].office.value.title == "Foreign Secretary"
    field = "participants[per:david-cameron].office"
    assert rule_of(known, field) == "held on the day"
    assert dissents_of(known, field) == ["Prime Minister"]


def _with_office(report, office_id):
    first, *others = report.engagement.participants
    held = replace(first.office.value, office_id=office_id)
    first = replace(first, office=cited(held, report.article_id, held.title))
    return replace(report, engagement=replace(report.engagement, participants=(first, *others)))


def test_stops_of_all_reports_each_once():
    record = merge_reports(
        [
            told("a", "visit", BLINKEN, "POL", stops=("Warsaw/POL", "Vilnius/LTU")),
            told("b", "visit", BLINKEN, "POL", stops=("/POL", "Riga/LVA", "Vilnius/LTU")),
        ]
    )
    assert [stop.place.value.city for stop in record.engagement.stops] == ["Warsaw", "Riga", "Vilnius"]


def test_an_arrival_day_does_not_shorten_a_stay_nor_does_next_week_lengthen_it():
    arrival = told("a", "visit", BLINKEN, "POL", day="2024-03-20", status="ongoing", published="2024-03-20")
    stay = told("b", "visit", BLINKEN, "POL", day="2024-03-20", end="2024-03-22", status="planned")
    next_week = told("c", "visit", BLINKEN, "POL", day="2024-03-18", end="2024-03-24", status="planned")
    assert merge_reports([arrival, stay, next_week]).engagement.date.value == DateSpan.parse(
        "2024-03-20", "2024-03-22"
    )


def test_the_merged_event_is_coded_anew():
    record = merge_reports([meeting("a", status="planned", published="2024-03-18"), meeting("b")])
    assert [event.event for event in record.events] == ["CONSULT"]


def test_the_id_is_that_of_the_first_publication():
    first, later = meeting("a", published="2024-03-20"), meeting("b", published="2024-03-22")
    earlier = meeting("c", published="2024-03-19")
    assert record_id_of([first]) == record_id_of([later, first]) == merge_reports([first, later]).record_id
    assert record_id_of([earlier, first]) == record_id_of([earlier]) != record_id_of([first])


def test_nothing_cannot_be_merged():
    with pytest.raises(ValueError, match="at least one report"):
        merge_reports([])


@st.composite
def a_telling(draw):
    day = draw(st.one_of(st.none(), st.integers(20, 22)))
    return meeting(
        draw(st.sampled_from("abcdef")),
        people=draw(st.sampled_from([(BLINKEN, SIKORSKI), (BLINKEN, "POL"), ("USA", SIKORSKI)])),
        published=draw(st.sampled_from([None, "2024-03-20", "2024-03-21", "2024-03-22"])),
        day=None if day is None else f"2024-03-{day}",
        city=draw(st.sampled_from([None, "Warsaw/POL", "Kraków/POL", "/POL"])),
        status=draw(st.sampled_from(["planned", "ongoing", "completed", "cancelled"])),
        publisher=draw(st.sampled_from([None, MINISTRY])),
        about=draw(st.sampled_from([None, "air defence", "gas"])),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(a_telling(), min_size=1, max_size=6, unique_by=lambda report: report.report_id), st.randoms())
def test_order_does_not_matter_and_merging_again_changes_nothing(reports, random):
    record = merge_reports(reports)
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert merge_reports(shuffled) == record
    assert merge_reports(record.reports) == record


@settings(max_examples=100, deadline=None)
@given(st.lists(a_telling(), min_size=1, max_size=6, unique_by=lambda report: report.report_id))
def test_every_told_value_is_in_the_record_or_a_dissent(reports):
    record = merge_reports(reports)
    told_cities = {r.engagement.place.value.city for r in reports if r.engagement.place is not None} - {None}
    kept = {record.engagement.place.value.city} if record.engagement.place is not None else set()
    assert told_cities == (kept - {None}) | {place["city"] for place in dissents_of(record, "place")} - {None}
    assert {r.report_id for r in record.reports} == {r.report_id for r in reports}


def test_undated_reports_stand_last():
    undated, dated = meeting("a", published=None), meeting("b", published="2024-03-22")
    assert merge_reports([undated, dated]).reports == (dated, undated)
    assert merge_reports([undated, dated]).moves[0].published == dt.date(2024, 3, 22)


def seen(article, day):
    """A visit of which only a day is known on which words were spoken there."""
    report = told(article, "visit", "Anna Vell/FIN", "POL", published=day, day=day, city="Warsaw/POL")
    date = report.engagement.date
    evidence = tuple(replace(item, rule=SEEN) for item in date.evidence)
    return replace(
        report,
        engagement=replace(report.engagement, date=replace(date, evidence=evidence), status=Status.ONGOING),
    )


def test_a_stay_that_was_only_seen_goes_from_the_first_day_to_the_last():
    reports = [seen("a", "2024-03-19"), seen("b", "2024-03-22")]
    (group,) = cluster(reports)
    record = merge_reports(group)
    assert record.engagement.date.value.iso() == ("2024-03-19", "2024-03-22")
    assert Choice("date", Rule.SEEN, tuple(report.report_id for report in reports)) in record.choices
    assert record.dissents == ()


def test_days_as_told_go_before_those_seen():
    stated = told("c", "visit", "Anna Vell/FIN", "POL", day="2024-03-18", end="2024-03-20", city="Warsaw/POL")
    record = merge_reports([seen("a", "2024-03-19"), seen("b", "2024-03-21"), stated])
    assert record.engagement.date.value.iso() == ("2024-03-18", "2024-03-20")
