"""Meetings hang under the record of their trip."""

from __future__ import annotations

from dragoman.record.merging import merge_reports
from dragoman.record.nesting import link_records
from reports import told

BLINKEN, SIKORSKI = "Antony Blinken/USA", "Radosław Sikorski/POL"
TRIPS = {a: told(a, "visit", BLINKEN, "POL", day="2024-03-21", city="Warsaw/POL") for a in "ab"}


def meeting(article, trip):
    return told(article, "meeting", BLINKEN, SIKORSKI, day="2024-03-21", at=50, trip=trip and trip.engagement)


def test_a_meeting_hangs_under_the_record_of_its_trip():
    trip = merge_reports(TRIPS.values())
    talks = merge_reports([meeting("a", TRIPS["a"]), meeting("c", None)])
    linked = {record.engagement.kind: record for record in link_records([talks, trip])}
    assert linked["meeting"].engagement.part_of == trip.record_id
    assert linked["visit"].engagement.part_of is None
    assert link_records(linked.values()) == tuple(linked.values())


def test_a_trip_outside_of_what_is_linked_is_found_among_the_homes():
    trip = merge_reports(TRIPS.values())
    (talks,) = link_records([merge_reports([meeting("a", TRIPS["a"])])], {TRIPS["a"].report_id: trip})
    assert talks.engagement.part_of == trip.record_id


def test_the_host_is_told_by_the_trip():
    """Of a meeting on a visit the codes say who came to whom."""
    trip = merge_reports(TRIPS.values())
    alone = merge_reports([meeting("a", None)])
    talks, _ = link_records([merge_reports([meeting("a", TRIPS["a"])]), trip])
    assert (alone.events[0].cameo, talks.events[0].cameo) == ("040", "042")


def test_most_sources_decide_and_nothing_hangs_under_itself():
    one, other = merge_reports([TRIPS["a"]]), merge_reports([TRIPS["b"]])
    tellings = [meeting("a", TRIPS["a"]), meeting("b", TRIPS["b"]), meeting("c", TRIPS["b"])]
    talks = link_records([merge_reports(tellings), one, other])[0]
    assert talks.engagement.part_of == other.record_id
    both = merge_reports([TRIPS["a"], meeting("a", TRIPS["a"])])
    assert link_records([both])[0].engagement.part_of is None
