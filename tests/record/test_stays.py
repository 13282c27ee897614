"""Where somebody was from when to when, by all records together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.citation import Cited
from dragoman.dates import DateSpan
from dragoman.record.merging import merge_reports
from dragoman.record.stays import TOUR_WINDOW, Basis, find_stays
from reports import cited, told

VELL, MARR, AALTO = "Anna Vell/FIN", "Otto Marr/POL", "Kaja Aalto/EST"


def stays(*reports):
    found = find_stays((merge_reports([one]) for one in reports), lambda part: part.name.value == "Anna Vell")
    return [(stay.country, *stay.days.iso(), stay.basis) for stay in found]


def meeting(article, day, city, *, other=MARR, **more):
    return told(article, "meeting", VELL, other, day=day, city=city, **more)


def test_meetings_on_days_that_touch_are_one_stay():
    found = stays(meeting("a", "2024-03-20", "Warsaw/POL"), meeting("b", "2024-03-21", "Krakow/POL"))
    assert found == [("POL", "2024-03-20", "2024-03-21", Basis.SEEN)]


def test_first_and_last_day_as_told_go_before_what_was_seen():
    visit = told("a", "visit", VELL, "POL", day="2024-03-19", end="2024-03-22", city="Warsaw/POL")
    found = stays(visit, meeting("b", "2024-03-20", "Warsaw/POL"))
    assert found == [("POL", "2024-03-19", "2024-03-22", Basis.TOLD)]


def test_a_day_elsewhere_ends_a_stay():
    found = stays(
        meeting("a", "2024-03-19", "Warsaw/POL"),
        meeting("b", "2024-03-20", "Tallinn/EST", other=AALTO),
        meeting("c", "2024-03-21", "Warsaw/POL"),
    )
    assert [one[:2] for one in found] == [
        ("POL", "2024-03-19"), ("EST", "2024-03-20"), ("POL", "2024-03-21"),
    ]  # fmt: skip


def test_a_silent_day_does_not():
    found = stays(meeting("a", "2024-03-19", "Warsaw/POL"), meeting("b", "2024-03-21", "Warsaw/POL"))
    assert found == [("POL", "2024-03-19", "2024-03-21", Basis.SEEN)]


def test_at_home_nobody_stays():
    assert stays(meeting("a", "2024-03-19", "Helsinki/FIN")) == []


def test_what_was_called_off_or_is_only_a_week_is_no_day():
    off = meeting("a", "2024-03-19", "Warsaw/POL", status="cancelled")
    week = told("b", "visit", VELL, "POL", day="2024-03-18", end="2024-03-24", city="Warsaw/POL")
    assert stays(off, week) == []


def of_tour(article, country, *stops, days):
    """A visit that has the days of its whole tour."""
    report = told(article, "visit", VELL, country, city=f"/{country}", stops=stops)
    window = cited(DateSpan.parse(*days), article, "window")
    tour = Cited(window.value, window.evidence, 0.9, TOUR_WINDOW)
    return replace(report, engagement=replace(report.engagement, date=tour))


def test_the_last_stop_of_a_tour_goes_on_to_the_end_told_for_it():
    stops = ("Tallinn/EST", "Warsaw/POL")
    found = stays(
        of_tour("a", "EST", *stops, days=("2024-03-18", "2024-03-22")),
        of_tour("b", "POL", *stops, days=("2024-03-18", "2024-03-22")),
        meeting("c", "2024-03-19", "Tallinn/EST", other=AALTO),
        meeting("d", "2024-03-21", "Warsaw/POL"),
    )
    assert found == [
        ("EST", "2024-03-19", "2024-03-19", Basis.SEEN),
        ("POL", "2024-03-21", "2024-03-22", Basis.TOUR),
    ]


def test_but_not_where_something_else_is_told_after_it():
    stops = ("Warsaw/POL", "Tallinn/EST")
    found = stays(
        of_tour("b", "EST", *stops, days=("2024-03-18", "2024-03-22")),
        meeting("a", "2024-03-19", "Tallinn/EST", other=AALTO),
        meeting("d", "2024-03-21", "Warsaw/POL"),
    )
    assert found[0] == ("EST", "2024-03-19", "2024-03-19", Basis.SEEN)


def received(article, day, *, published):
    """A visit that its host announces."""
    report = told(
        article, "visit", VELL, MARR, day=day, city="Warsaw/POL", published=published, status="planned"
    )
    trigger = tuple(replace(item, rule="verb:visit:welcome") for item in report.engagement.trigger)
    return replace(report, engagement=replace(report.engagement, trigger=trigger))


def test_a_visit_that_its_host_announces_for_a_day_is_of_that_day():
    late = meeting("b", "2024-03-20", "Warsaw/POL", published="2024-03-20")
    found = stays(received("a", "2024-03-19", published="2024-03-15"), late)
    assert found == [("POL", "2024-03-19", "2024-03-19", Basis.TOLD)]


def test_a_day_of_travel_is_in_both_countries():
    found = stays(
        meeting("a", "2024-03-19", "Warsaw/POL"),
        meeting("b", "2024-03-20", "Warsaw/POL"),
        meeting("c", "2024-03-20", "Tallinn/EST", other=AALTO),
    )
    assert [one[:3] for one in found] == [
        ("POL", "2024-03-19", "2024-03-20"), ("EST", "2024-03-20", "2024-03-20"),
    ]  # fmt: skip


def test_what_was_announced_for_later_than_was_seen_is_a_release_printed_late():
    """ "Tomorrow", in words of the eve that were printed on the day."""
    late = meeting("b", "2024-03-20", "Warsaw/POL", published="2024-03-19", status="planned")
    early = meeting("c", "2024-03-18", "Warsaw/POL", published="2024-03-15", status="planned")
    found = stays(early, meeting("a", "2024-03-19", "Warsaw/POL", published="2024-03-19"), late)
    assert found == [("POL", "2024-03-18", "2024-03-19", Basis.SEEN)]


def test_a_stop_of_a_tour_that_nobody_saw_lies_between_the_others():
    stops = ("Tallinn/EST", "/LVA", "Warsaw/POL")
    found = stays(
        of_tour("a", "LVA", *stops, days=("2024-03-18", "2024-03-22")),
        meeting("c", "2024-03-19", "Tallinn/EST", other=AALTO),
        meeting("d", "2024-03-21", "Warsaw/POL"),
    )
    assert ("LVA", "2024-03-19", "2024-03-21", Basis.WITHIN) in found


def test_a_stay_names_its_cities_and_records():
    record = merge_reports([meeting("a", "2024-03-20", "Warsaw/POL")])
    (stay,) = find_stays([record], lambda part: part.name.value == "Anna Vell")
    assert (stay.person_id, stay.cities, stay.records) == ("per:anna-vell", ("Warsaw",), (record.record_id,))
    assert stay.days.start == dt.date(2024, 3, 20)
