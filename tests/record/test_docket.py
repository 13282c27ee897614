"""A record before a reviewer, and as it is shown once decided on."""

from __future__ import annotations

from dockets import ANNA, BEN, docket, record_of, ruled
from dragoman.ontology.coding import code_engagement
from dragoman.record.decisions import Verdict
from dragoman.record.docket import docket_of, reviewed, unreviewed


def test_a_record_nobody_decided_on_is_left_alone():
    record = record_of()
    assert reviewed(docket_of(record, ())) is record


def test_a_decided_record_says_so_and_keeps_what_the_machine_reads():
    record = reviewed(
        docket(ruled(Verdict.CORRECT, "place", "Bergen, NOR"), ruled(Verdict.ACCEPT, "status", by=BEN))
    )
    assert record.engagement.place.value.city == "Bergen"
    assert record.review.decided_by == ("anna", "ben")
    assert [(ruling.field, ruling.author) for ruling in record.review.rulings] == [
        ("place", "anna"),
        ("status", "ben"),
    ]
    (dissent,) = record.dissents
    assert (dissent.field, dissent.reports) == ("place", ("meeting-1",))
    assert "Oslo" in dissent.value


def test_codes_follow_a_corrected_kind():
    record = reviewed(docket(ruled(Verdict.CORRECT, "kind", "call")))
    assert record.events == code_engagement(record.engagement) != record_of().events
    assert record.events[0].mode == ("phone",)


def test_the_office_of_a_dissent_is_its_title():
    record = reviewed(docket(ruled(Verdict.CORRECT, "participants[Kari Dahl].office", "Speaker")))
    assert [one.value for one in record.dissents] == ['"Prime Minister"']


def test_a_deleted_record_says_so():
    assert reviewed(docket(ruled(Verdict.DELETE))).review.deleted


def test_flags_stand_until_somebody_rules():
    flag = ruled(Verdict.FLAG, "place", why="which Oslo?")
    assert reviewed(docket(flag)).review.flags == ("place",)
    assert reviewed(docket(flag, ruled(Verdict.ACCEPT, "place", after=(flag,)))).review.flags == ()


def test_a_blind_coder_sees_only_his_own():
    decisions = [
        ruled(Verdict.CORRECT, "place", "Bergen, NOR"),
        ruled(Verdict.CORRECT, "status", "planned", by=BEN),
    ]
    seen = docket_of(record_of(), decisions, blind_for="ben")
    assert seen.value_at("place").city == "Oslo"
    assert seen.value_at("status") == "planned"
    assert ANNA.name not in {decision.author for decision in seen.decisions}


def test_applying_to_the_reviewed_record_changes_nothing_more():
    decisions = [ruled(Verdict.CORRECT, "place", "Bergen, NOR")]
    once = reviewed(docket(*decisions))
    assert reviewed(docket_of(once, decisions)) == once


def test_the_machine_s_reading_can_be_had_back():
    assert unreviewed(reviewed(docket(ruled(Verdict.CORRECT, "place", "Bergen, NOR")))) == record_of()
    assert unreviewed(record_of()) == record_of()
