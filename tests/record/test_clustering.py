"""Reports to groups: a function of the set, with judgements, over the whole or over linked parts."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codec import from_json, to_json
from dragoman.record.clustering import cluster, linked_to
from dragoman.record.contradiction import contradiction, may_coincide
from dragoman.record.judgements import Judgement, Sameness, anchor_of
from dragoman.record.matching import blocking_keys, compare, keys_of
from dragoman.record.profile import Outline, profile_of, window_of
from reports import told

BLINKEN, SIKORSKI, LAVROV, DUDA = (
    "Antony Blinken/USA", "Radosław Sikorski/POL", "Sergey Lavrov/RUS", "Andrzej Duda/POL",
)  # fmt: skip
NOON = dt.datetime(2024, 4, 1, 12, 0)


def ids(groups):
    return {frozenset(report.report_id for report in group) for group in groups}


def judge(left, right, verdict, hours=0):
    return Judgement(left.report_id, right.report_id, verdict, "Vell", NOON + dt.timedelta(hours=hours))


def together(groups, one, other):
    return any({one.report_id, other.report_id} <= group for group in ids(groups))


def test_planned_on_monday_and_done_on_thursday_is_one_event():
    planned = told("a", "visit", BLINKEN, "POL", published="2024-03-18", status="planned", city="Warsaw/POL")
    done = told("b", "visit", BLINKEN, "POL", published="2024-03-22", day="2024-03-21", city="Warsaw/POL")
    assert together(cluster([planned, done]), planned, done)


def test_one_article_never_tells_one_event_twice():
    first = told("a", "meeting", BLINKEN, SIKORSKI, day="2024-03-21")
    again = told("a", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", at=50)
    other = told("b", "meeting", BLINKEN, SIKORSKI, day="2024-03-21")
    groups = cluster([first, again, other])
    assert not together(groups, first, again)
    assert len(groups) == 2
    assert together(cluster([first, again], [judge(first, again, Sameness.SAME)]), first, again)


def test_a_vague_report_does_not_join_what_contradicts_each_other():
    early = told("a", "meeting", BLINKEN, LAVROV, day="2024-03-18")
    late = told("b", "meeting", BLINKEN, LAVROV, day="2024-03-21")
    vague = told("c", "meeting", BLINKEN, LAVROV, published="2024-03-21")
    groups = cluster([early, late, vague])
    assert not together(groups, early, late)


def test_same_forces_together_and_takes_the_rest_of_the_group_along():
    early = told("a", "meeting", BLINKEN, LAVROV, day="2024-03-04", published="2024-03-04")
    late = told("b", "meeting", BLINKEN, LAVROV, day="2024-03-21")
    copy = told("c", "meeting", BLINKEN, LAVROV, day="2024-03-21")
    groups = cluster([early, late, copy], [judge(early, late, Sameness.SAME)])
    assert ids(groups) == {frozenset({early.report_id, late.report_id, copy.report_id})}


def test_not_same_forces_apart_also_through_a_third():
    one, other, third = (told(a, "meeting", BLINKEN, LAVROV, day="2024-03-21") for a in "abc")
    groups = cluster([one, other, third], [judge(one, other, Sameness.NOT_SAME)])
    assert not together(groups, one, other)
    assert len(groups) == 2


def test_the_later_judgement_wins_and_withdrawing_undoes():
    one, other = (told(a, "meeting", BLINKEN, LAVROV, day="2024-03-21") for a in "ab")
    apart = judge(one, other, Sameness.NOT_SAME)
    assert together(cluster([one, other], [judge(other, one, Sameness.SAME, 1), apart]), one, other)
    assert not together(cluster([one, other], [apart, judge(one, other, Sameness.SAME, -1)]), one, other)
    assert together(cluster([one, other], [apart, judge(one, other, Sameness.WITHDRAWN, 1)]), one, other)
    assert together(cluster([one, other], [apart, judge(one, other, Sameness.UNSURE, 1)]), one, other)


def test_a_judgement_holds_by_anchor_after_the_article_is_read_anew():
    one, other = (told(a, "meeting", BLINKEN, LAVROV, day="2024-03-21") for a in "ab")
    judgement = Judgement(anchor_of(one), anchor_of(other), Sameness.NOT_SAME, "Vell", NOON)
    anew = told("a", "meeting", BLINKEN, LAVROV, day="2024-03-21", at=2)
    assert anew.report_id != one.report_id
    assert not together(cluster([anew, other], [judgement]), anew, other)


PEOPLE = [BLINKEN, SIKORSKI, LAVROV, DUDA, "USA", "POL"]
CITIES = [None, "Warsaw/POL", "/POL", "Geneva/CHE"]


@st.composite
def a_report(draw):
    pair = draw(st.sampled_from(list(combinations(PEOPLE, 2))))
    day = draw(st.one_of(st.none(), st.integers(10, 24)))
    return told(
        draw(st.sampled_from("abcdefgh")),
        draw(st.sampled_from(["meeting", "visit", "call"])),
        *pair,
        published=f"2024-03-{draw(st.integers(12, 26))}",
        day=None if day is None else f"2024-03-{day}",
        city=draw(st.sampled_from(CITIES)),
        at=draw(st.integers(0, 3)) * 10,
    )


REPORTS = st.lists(a_report(), max_size=12, unique_by=lambda report: report.report_id)
VERDICTS = st.sampled_from(list(Sameness))


@st.composite
def a_case(draw):
    reports = draw(REPORTS)
    pairs = list(combinations(reports, 2))
    judged = draw(st.lists(st.tuples(st.sampled_from(pairs), VERDICTS), max_size=4)) if pairs else []
    return reports, [judge(*pair, verdict, hours) for hours, (pair, verdict) in enumerate(judged)]


@settings(max_examples=150, deadline=None)
@given(a_case(), st.randoms())
def test_the_order_of_arrival_does_not_matter(case, random):
    reports, judgements = case
    expected = cluster(reports, judgements)
    shuffled, judged = list(reports), list(judgements)
    random.shuffle(shuffled)
    random.shuffle(judged)
    assert cluster(shuffled, judged) == expected
    assert cluster([report for group in expected for report in group], judgements) == expected


@settings(max_examples=150, deadline=None)
@given(a_case())
def test_the_part_linked_to_a_report_gives_the_same_groups_as_everything(case):
    reports, judgements = case
    everything = ids(cluster(reports, judgements))
    by_id = {report.report_id: report for report in reports}

    def find(profile):
        return [report for report in reports if keys_of(profile) & blocking_keys(report)]

    for report in reports:
        linked = linked_to([report], find, judgements, by_id.get)
        parts = ids(cluster(linked, judgements))
        assert parts <= everything
        assert any(report.report_id in group for group in parts)


@settings(max_examples=100, deadline=None)
@given(a_case())
def test_what_kind_and_days_rule_out_is_no_match(case):
    """A store asks this of outlines, and leaves out the others before they are compared."""
    reports, _ = case
    for one in map(profile_of, reports):
        for other in reports:
            outline, trip = (
                None if eng is None else from_json(to_json(eng), Outline)
                for eng in (other.engagement, other.trip)
            )
            told = may_coincide(one, outline, window_of(outline, trip, other.published))
            assert profile_of(other).window == window_of(outline, trip, other.published)
            assert told or contradiction(one, profile_of(other)) is not None


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_what_matches_shares_a_key(reports):
    for one, other in combinations(reports, 2):
        if compare(one, other).is_match:
            assert blocking_keys(one) & blocking_keys(other)
