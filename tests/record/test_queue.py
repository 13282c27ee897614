"""What to look at next: what matters and is unsure, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockets import ANNA, BEN, docket, later, reading, record_of, ruled
from dragoman.engagements.engagement import Kind
from dragoman.record.applying import READS_OTHERWISE
from dragoman.record.deciding import undo
from dragoman.record.decisions import Verdict
from dragoman.record.docket import docket_of
from dragoman.record.queue import questions_of, review_queue
from dragoman.record.record import Dissent
from samples import ENGAGEMENTS, MEETING, PAGE

ALL = [docket_of(record_of(eng), ()) for eng in ENGAGEMENTS]


def paths(questions):
    return [question.field.path for question in questions]


def priority(on, path="place"):
    return next(question.priority for question in questions_of(on) if question.field.path == path)


def test_every_value_is_asked_and_nothing_empty():
    asked = paths(questions_of(docket()))
    assert {"status", "place", "participants[Kari Dahl].office", "topics[arctic fisheries]"} <= set(asked)
    assert not {"purpose", "negated", "date"} & set(asked)


@given(st.permutations(ALL))
def test_the_order_is_the_same_whatever_the_order_of_records(dockets):
    queue = review_queue(dockets)
    assert queue == review_queue(ALL)
    assert [question.priority for question in queue] == sorted((q.priority for q in queue), reverse=True)
    assert review_queue(dockets, most=3) == queue[:3]


@pytest.mark.parametrize(
    "weaker",
    [
        docket(eng=reading(main=False)),
        docket(eng=reading(kind=Kind.STATEMENT)),
        docket(eng=reading(place=PAGE.cited(MEETING.place.value, "Oslo", confidence=0.99))),
    ],
    ids=["in passing", "of a lesser kind", "surer"],
)
def test_what_matters_less_or_is_surer_comes_later(weaker):
    assert priority(weaker) < priority(docket())


def test_what_many_report_matters_more():
    many = docket_of(record_of(MEETING, replace(MEETING, engagement_id="second")), ())
    assert priority(many) > priority(docket())


def test_dissents_flags_and_conflicts_come_first_in_that_order():
    dissenting = docket(dissents=(Dissent("place", '{"city":"Bergen"}', ("x",)),))
    flagged = docket(ruled(Verdict.FLAG, "place", why="which?"))
    conflicting = docket(
        ruled(Verdict.ACCEPT, "place"), eng=reading(place=PAGE.place("Reykjavik", "ISL", "Reykjavik"))
    )
    order = [priority(one) for one in (docket(), dissenting, flagged, conflicting)]
    assert order == sorted(order)
    assert len(set(order)) == 4


def test_the_reasons_are_told():
    (question,) = [
        q for q in questions_of(docket(ruled(Verdict.FLAG, "place", why="which?"))) if q.field.path == "place"
    ]
    assert question.reasons == ("flagged: which?", "confidence 90%")


def test_what_somebody_decided_is_not_asked_again_except_in_a_second_coding():
    ruling = ruled(Verdict.ACCEPT, "place")
    assert "place" not in paths(questions_of(docket(ruling), reviewer="ben"))
    assert "place" in paths(questions_of(docket(ruling), reviewer="ben", second=True))
    assert "place" not in paths(questions_of(docket(ruling), reviewer="anna", second=True))


def test_a_rejected_value_is_not_asked_again():
    assert "place" not in paths(questions_of(docket(ruled(Verdict.REJECT, "place"))))


def test_a_blind_coder_is_asked_what_others_decided():
    on = docket_of(record_of(), [ruled(Verdict.ACCEPT, "place")], blind_for="ben")
    assert "place" in paths(questions_of(on, reviewer="ben"))


def test_an_undone_decision_is_asked_again():
    one = ruled(Verdict.ACCEPT, "place")
    assert "place" in paths(questions_of(docket(one, undo(docket(one), ANNA, later()))))


def test_skipping_is_ones_own():
    skip = ruled(Verdict.SKIP, "place")
    assert "place" not in paths(questions_of(docket(skip), reviewer="anna"))
    assert "place" in paths(questions_of(docket(skip), reviewer="ben"))
    assert questions_of(docket(ruled(Verdict.SKIP)), reviewer="anna") == ()


def test_a_conflict_is_asked_though_it_was_decided_and_skipped():
    eng = reading(place=PAGE.place("Reykjavik", "ISL", "Reykjavik"))
    on = docket(ruled(Verdict.ACCEPT, "place"), ruled(Verdict.SKIP, "place"), eng=eng)
    first = questions_of(on, reviewer="anna")
    (question,) = [q for q in first if q.field.path == "place"]
    assert question.reasons[0] == READS_OTHERWISE
    assert question.field.value.city == "Oslo", "what was decided is shown, what is read now is the conflict"
    settled = ruled(Verdict.ACCEPT, "place", on=record_of(eng), after=on.decisions)
    assert "place" not in paths(questions_of(docket(*on.decisions, settled, eng=eng), reviewer="anna"))


def test_a_participant_that_is_gone_is_asked():
    on = docket(ruled(Verdict.ACCEPT, "participants[Kari Dahl].office"), eng=reading(participants=()))
    assert "participants[Kari Dahl].office" in paths(questions_of(on))


def test_a_renamed_participant_is_not_asked_again():
    on = docket(ruled(Verdict.CORRECT, "participants[Kari Dahl]", "Karin Dahl"))
    assert "participants[Karin Dahl]" not in paths(questions_of(on))
    assert "participants[Karin Dahl].role" in paths(questions_of(on))


def test_deleted_records_ask_nothing():
    assert questions_of(docket(ruled(Verdict.DELETE, by=BEN))) == ()
