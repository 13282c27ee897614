"""Which decision holds, which are refused, and how they travel as lines of JSON."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest

from dockets import ANNA, BEN, later, record_of, ruled
from dragoman.engagements.engagement import Location
from dragoman.errors import DecisionError, StaleDecisionError
from dragoman.record.decisions import (
    Verdict,
    check,
    check_fresh,
    decision_line,
    decision_of,
    identified,
    latest_of_each,
    live,
    standing,
    told,
)


def test_the_latest_ruling_of_a_field_stands_in_whatever_order_they_come():
    one = ruled(Verdict.ACCEPT, "place")
    two = ruled(Verdict.CORRECT, "place", "Bergen, NOR", by=BEN, after=(one,))
    other = ruled(Verdict.REJECT, "topics[arctic fisheries]")
    for order in permutations((one, two, other)):
        assert standing(order) == {"place": two, "topics[arctic fisheries]": other}


def test_decisions_of_one_moment_are_ordered_by_id():
    made = later()
    pair = [ruled(Verdict.CORRECT, "place", city, made=made) for city in ("Bergen, NOR", "Turku, FIN")]
    assert standing(pair) == standing(pair[::-1]) == {"place": max(pair, key=lambda d: d.decision_id)}


def test_an_undo_withdraws_and_can_be_withdrawn():
    one = ruled(Verdict.ACCEPT, "place")
    undo = ruled(Verdict.UNDO, undoes=one.decision_id)
    redo = ruled(Verdict.UNDO, undoes=undo.decision_id)
    assert live((one, undo)) == ()
    for order in permutations((one, undo, redo)):
        assert live(order) == (one,)


def test_undo_brings_back_the_ruling_before():
    one = ruled(Verdict.ACCEPT, "place")
    two = ruled(Verdict.CORRECT, "place", "Bergen, NOR", after=(one,))
    assert standing((one, two, ruled(Verdict.UNDO, undoes=two.decision_id))) == {"place": one}


def test_comments_flags_and_skips_rule_nothing():
    said = (
        ruled(Verdict.COMMENT, "place", why="see the map"),
        ruled(Verdict.FLAG, "place"),
        ruled(Verdict.SKIP, "place"),
    )
    assert standing(said) == {}


def test_a_correction_of_a_participant_speaks_for_the_parts_it_changes():
    path = "participants[Kari Dahl]"
    one = ruled(Verdict.CORRECT, path, "Karin Dahl, Speaker, NOR")
    assert set(standing((one,))) == {path, f"{path}.office"}
    assert one.result(f"{path}.office").title == "Speaker"
    assert one.result(path).role == "recipient", "the role stays as it is"


def test_a_renamed_member_keeps_its_first_path():
    one = ruled(Verdict.CORRECT, "participants[Kari Dahl]", "Karin Dahl")
    two = ruled(Verdict.REJECT, "participants[Karin Dahl]", after=(one,))
    assert standing((one, two)) == {"participants[Kari Dahl]": two}
    assert latest_of_each((one, two), "participants[Karin Dahl]") == {"anna": two}


BAD = [
    ({"author": " "}, "author"),
    ({"made": dt.datetime(2026, 3, 1)}, "UTC"),
    ({"anchors": ()}, "told"),
    ({"field": None}, "whole record"),
    ({"field": "weather"}, "no field"),
    ({"field": "topics"}, "list"),
    ({"value": None}, "needs a value"),
    ({"value": '"much"'}, "does not fit"),
    ({"verdict": Verdict.MERGE}, "is not said of place"),
    ({"verdict": Verdict.MERGE, "field": None}, "the other"),
    ({"verdict": Verdict.UNDO, "field": None}, "withdraws"),
    ({"verdict": Verdict.COMMENT}, "words"),
    ({"verdict": Verdict.REJECT, "field": "status", "seen": '"planned"', "read": '"planned"'}, "correct it"),
]


@pytest.mark.parametrize(("changes", "message"), BAD, ids=lambda one: str(one)[:30])
def test_what_says_nothing_is_refused(changes, message):
    good = ruled(Verdict.CORRECT, "place", "Bergen, NOR")
    check(good)
    with pytest.raises(DecisionError, match=message):
        check(replace(good, **changes))


def test_a_line_there_and_back():
    decision = ruled(Verdict.CORRECT, "date", "2024-04", why="the ministry's own page says April")
    assert decision_of(decision_line(decision)) == decision
    assert identified(decision) == decision, "the id is that of the content"
    assert "\n" not in decision_line(decision)


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"verdict":"dance"}', "nonsense"])
def test_a_line_that_is_no_decision(line):
    with pytest.raises(DecisionError, match="not a Decision"):
        decision_of(line)


def test_a_decision_on_what_somebody_else_decided_meanwhile_is_refused():
    ben = ruled(Verdict.CORRECT, "place", "Bergen, NOR", by=BEN)
    anna = ruled(Verdict.ACCEPT, "place")
    with pytest.raises(StaleDecisionError, match="ben corrected place to Bergen, NOR") as refusal:
        check_fresh(anna, [ben], Location("Bergen", "NOR", None))
    assert refusal.value.newer == ben
    check_fresh(ruled(Verdict.ACCEPT, "place", after=(ben,)), [ben], Location("Bergen", "NOR", None))
    check_fresh(ruled(Verdict.ACCEPT, "date"), [ben], None)


def test_a_decision_on_a_value_that_a_new_reading_changed_is_refused():
    with pytest.raises(StaleDecisionError, match="decided on Oslo, NOR, but it is now Turku, FIN"):
        check_fresh(ruled(Verdict.ACCEPT, "place"), [], Location("Turku", "FIN", None))


def test_blind_coders_are_not_in_each_others_way():
    ben = ruled(Verdict.CORRECT, "place", "Bergen, NOR", by=BEN)
    anna = ruled(Verdict.ACCEPT, "place", by=replace(ANNA, blind=True), after=(ben,))
    assert anna.after == ()
    check_fresh(anna, [ben], Location("Bergen", "NOR", None))


def test_comments_never_come_too_late():
    check_fresh(
        ruled(Verdict.COMMENT, "place", why="see the map"), [ruled(Verdict.ACCEPT, "place", by=BEN)], None
    )


def test_decisions_in_words():
    made = dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC)
    assert (
        told(ruled(Verdict.CORRECT, "date", "2024-04", made=made))
        == "anna corrected date to 2024-04 on 2026-03-01 09:30"
    )
    assert told(ruled(Verdict.DELETE, made=made)) == "anna deleted the record on 2026-03-01 09:30"
    undo = ruled(Verdict.UNDO, undoes="x", made=made, on=record_of())
    assert told(undo) == "anna withdrew a decision on 2026-03-01 09:30"
