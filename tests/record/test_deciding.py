"""A keystroke becomes a decision that has all it takes to be applied later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dockets import ANNA, BEN, docket, later, reading, record_of, ruled
from dragoman.dates import DateSpan
from dragoman.errors import DecisionError
from dragoman.record.deciding import anchors_of, decide, find_words, undo
from dragoman.record.decisions import Verdict
from dragoman.record.docket import docket_of
from dragoman.record.record import Choice
from dragoman.record.values import value_json
from samples import ARTICLE, MEETING, PAGE, THANKS


def test_an_acceptance_keeps_what_was_shown_and_its_words():
    decision = ruled(Verdict.ACCEPT, "place")
    assert decision.seen == decision.read == value_json(MEETING.place.value)
    assert [one.quote for one in decision.evidence] == ["Oslo"]
    assert decision.anchors[0].report_id == MEETING.engagement_id
    assert len(decision.decision_id) == 16


def test_what_is_shown_and_what_is_read_differ_after_a_correction():
    one = ruled(Verdict.CORRECT, "place", "Bergen, NOR")
    two = ruled(Verdict.ACCEPT, "place", by=BEN, after=(one,))
    assert "Bergen" in two.seen
    assert "Oslo" in two.read
    assert two.after == (one.decision_id,)
    assert docket(one, two).outcome.conflicts == ()


def test_what_the_machine_reads_is_known_under_a_new_name_too():
    one = ruled(Verdict.CORRECT, "participants[Kari Dahl]", "Karin Dahl")
    two = ruled(Verdict.REJECT, "participants[Karin Dahl].country", after=(one,))
    assert (two.seen, two.read) == ('"NOR"', '"NOR"')


def test_a_corrected_name_leaves_role_office_and_country():
    decision = ruled(Verdict.CORRECT, "participants[Kari Dahl]", "Karin Dahl")
    who = decision.result("participants[Kari Dahl]")
    assert (who.role, who.office.title, who.country) == ("recipient", "Prime Minister", "NOR")


def test_members_are_added_to_a_list():
    assert ruled(Verdict.CORRECT, "topics", "Ice").field == "topics[ice]"
    assert ruled(Verdict.CORRECT, "stops", "Bergen, NOR").field == "stops[Bergen]"
    with pytest.raises(DecisionError, match="already there"):
        ruled(Verdict.CORRECT, "topics", "Arctic fisheries")


@pytest.mark.parametrize(
    ("verdict", "field", "typed", "message"),
    [
        (Verdict.ACCEPT, "participants[nobody]", None, "participants\\[Kari Dahl\\]"),
        (Verdict.ACCEPT, "weather", None, "no field"),
        (Verdict.REJECT, "stops[Oslo]", None, "there is none"),
        (Verdict.REJECT, "status", None, "correct it"),
        (Verdict.CORRECT, "place", None, "needs a value"),
        (Verdict.CORRECT, "date", "soon", "is no date"),
        (Verdict.CORRECT, None, "x", "whole record"),
        (Verdict.MERGE, None, None, "the other"),
    ],
)
def test_nonsense_is_refused(verdict, field, typed, message):
    with pytest.raises(DecisionError, match=message):
        ruled(verdict, field, typed)


def test_that_a_field_is_rightly_empty_can_be_accepted():
    decision = ruled(Verdict.ACCEPT, "purpose")
    assert docket(decision).outcome.conflicts == ()
    later_reading = docket(decision, eng=reading(purpose=PAGE.cited("talks", "Talks")))
    assert later_reading.engagement.purpose is None
    assert later_reading.outcome.conflicts != ()


def test_the_telling_that_supports_the_field_comes_first():
    other = replace(THANKS, kind=MEETING.kind, engagement_id="other")
    record = record_of(MEETING, other, choices=(Choice("place", "most sources", ("other",)),))
    assert [anchor.report_id for anchor in anchors_of(record, "place")] == ["other", "meeting-1"]
    assert [anchor.report_id for anchor in anchors_of(record)] == ["meeting-1", "other"]


def test_undo_takes_back_ones_own_last():
    one, two = ruled(Verdict.ACCEPT, "place"), ruled(Verdict.ACCEPT, "status", by=BEN)
    seen = docket(one, two)
    assert undo(seen, ANNA, later()).undoes == one.decision_id
    assert undo(seen, ANNA, later(), two.decision_id).undoes == two.decision_id
    with pytest.raises(DecisionError, match="carla has decided nothing"):
        undo(seen, replace(ANNA, name="carla"), later())
    with pytest.raises(DecisionError, match="no decision on this record"):
        undo(seen, ANNA, later(), "elsewhere")


def test_undo_again_and_again():
    made = [ruled(Verdict.ACCEPT, "place"), ruled(Verdict.ACCEPT, "status")]
    for left in (1, 0):
        made.append(undo(docket(*made), ANNA, later()))
        assert len(docket(*made).outcome.applied) == left


def test_words_are_found_whatever_their_capitals_and_lines():
    evidence = find_words(ARTICLE.article_id, ARTICLE.text, "talks in REYKJAVIK")
    assert evidence.quote == "Talks in Reykjavik"
    assert evidence.span.of(ARTICLE.text) == evidence.quote
    second = find_words(ARTICLE.article_id, ARTICLE.text, "Oslo", near=ARTICLE.text.index("arrived in"))
    assert ARTICLE.text[: second.span.start].endswith("arrived in ")
    with pytest.raises(DecisionError, match="copy them"):
        find_words(ARTICLE.article_id, ARTICLE.text, "Talks in Bergen")


def test_decided_on_one_docket_by_name():
    decision = decide(
        docket_of(record_of(), ()), Verdict.CORRECT, ANNA, later(), field="date", typed="2024-04-02"
    )
    assert decision.result("date") == DateSpan.parse("2024-04-02")


def test_a_slow_clock_does_not_make_a_decision_count_for_nothing():
    first = ruled(Verdict.CORRECT, "place", "Bergen, NOR")
    yesterday = first.made - dt.timedelta(days=1)
    second = ruled(Verdict.CORRECT, "place", "Turku, FIN", by=BEN, after=(first,), made=yesterday)
    assert second.made > first.made
    assert docket(first, second).value_at("place").city == "Turku"


def test_a_split_leaves_something_and_a_merger_joins_something():
    other = replace(MEETING, engagement_id="other", trigger=(PAGE.at("Talks"),))
    record = record_of(MEETING, other)
    first, second = anchors_of(record)
    assert ruled(Verdict.SPLIT, on=record, other=(first,)).anchors == (second,)
    with pytest.raises(DecisionError, match="has to stay"):
        ruled(Verdict.SPLIT, on=record, other=(first, second))
    with pytest.raises(DecisionError, match="of this record can be split off"):
        ruled(Verdict.SPLIT, other=(second,))
    with pytest.raises(DecisionError, match="this record already"):
        ruled(Verdict.MERGE, on=record, other=(second,))
