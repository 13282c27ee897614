"""What analysts decided stands, whatever the machine reads; what is unexpected becomes a conflict."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockets import ANNA, BEN, later, reading, record_of, ruled
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Location, Status
from dragoman.record.applying import (
    CODERS_DIFFER,
    MEMBER_GONE,
    NO_LONGER_READ,
    READS_OTHERWISE,
    WORDS_GONE,
    apply_decisions,
)
from dragoman.record.deciding import find_words
from dragoman.record.decisions import Verdict
from dragoman.record.fields import field_at, fields_of
from dragoman.record.values import NEVER_EMPTY, same_value, shape_of
from samples import AALTO, ARTICLE, DAHL, MEETING, PAGE, Role, party

TEXTS = {ARTICLE.article_id: ARTICLE.text}
REYKJAVIK = PAGE.place("Reykjavik", "ISL", "Reykjavik")
OTHERWISE = reading(place=REYKJAVIK)
BLIND_ANNA, BLIND_BEN = replace(ANNA, blind=True), replace(BEN, blind=True)


def reasons(outcome):
    return [(conflict.field, conflict.reason) for conflict in outcome.conflicts]


def test_without_decisions_nothing_changes():
    outcome = apply_decisions(MEETING, ())
    assert (outcome.engagement, outcome.applied, outcome.conflicts, outcome.deleted) == (
        MEETING,
        (),
        (),
        False,
    )


def test_an_accepted_value_is_certain():
    accepted = ruled(Verdict.ACCEPT, "place")
    outcome = apply_decisions(MEETING, [accepted])
    place = outcome.engagement.place
    assert (place.value, place.confidence, place.reason) == (MEETING.place.value, 1.0, "accepted by anna")
    assert place.evidence == MEETING.place.evidence
    (ruling,) = outcome.applied
    assert (ruling.field, ruling.verdict, ruling.author) == ("place", "accept", "anna")
    assert not outcome.conflicts


def test_an_accepted_value_stays_when_the_machine_reads_another_and_the_field_returns():
    outcome = apply_decisions(OTHERWISE, [ruled(Verdict.ACCEPT, "place")])
    assert outcome.engagement.place.value == Location("Oslo", "NOR", None)
    assert [one.quote for one in outcome.engagement.place.evidence] == ["Oslo"]
    (conflict,) = outcome.conflicts
    assert (conflict.field, conflict.reason) == ("place", READS_OTHERWISE)
    assert "Reykjavik" in conflict.read
    assert "Oslo" in conflict.decided


def test_an_accepted_value_that_is_no_longer_read():
    outcome = apply_decisions(reading(place=None), [ruled(Verdict.ACCEPT, "place")])
    assert outcome.engagement.place.value.city == "Oslo"
    assert reasons(outcome) == [("place", NO_LONGER_READ)]


def test_words_that_have_gone_from_the_article():
    gone = {ARTICLE.article_id: ARTICLE.text.replace("Oslo", "the capital")}
    outcome = apply_decisions(reading(place=None), [ruled(Verdict.ACCEPT, "place")], gone)
    assert reasons(outcome) == [("place", WORDS_GONE), ("place", NO_LONGER_READ)]
    assert outcome.engagement.place.value.city == "Oslo"


def test_words_that_have_moved_are_found_again():
    moved = {ARTICLE.article_id: "Update. " + ARTICLE.text}
    words = (find_words(ARTICLE.article_id, ARTICLE.text, "Reykjavik"),)
    fixed = ruled(Verdict.CORRECT, "place", "Reykjavik, ISL", words=words)
    (evidence,) = apply_decisions(MEETING, [fixed], moved).engagement.place.evidence
    assert evidence.span.of(moved[ARTICLE.article_id]) == evidence.quote == "Reykjavik"
    assert evidence.span.start == words[0].span.start + len("Update. ")


def test_a_correction_stands_and_is_silent_once_the_machine_agrees():
    fixed = ruled(Verdict.CORRECT, "place", "Reykjavik, ISL")
    for eng in (MEETING, OTHERWISE):
        outcome = apply_decisions(eng, [fixed])
        assert outcome.engagement.place.value.city == "Reykjavik"
        assert outcome.conflicts == ()
    third = reading(place=PAGE.place(None, "ISL", "Iceland"))
    assert reasons(apply_decisions(third, [fixed])) == [("place", READS_OTHERWISE)]


def test_a_correction_of_the_words_alone():
    words = (find_words(ARTICLE.article_id, ARTICLE.text, "arrived in Oslo"),)
    outcome = apply_decisions(MEETING, [ruled(Verdict.CORRECT, "place", words=words)], TEXTS)
    assert outcome.engagement.place.value == MEETING.place.value
    assert outcome.engagement.place.evidence == words


def test_a_rejected_value_leaves_the_field_empty():
    rejected = ruled(Verdict.REJECT, "place")
    assert apply_decisions(MEETING, [rejected]).engagement.place is None
    assert reasons(apply_decisions(MEETING, [rejected])) == []
    again = apply_decisions(OTHERWISE, [rejected])
    assert again.engagement.place is None
    assert reasons(again) == [("place", READS_OTHERWISE)]


def test_flags_of_an_engagement_are_corrected_without_words():
    outcome = apply_decisions(MEETING, [ruled(Verdict.CORRECT, "status", "planned")])
    assert outcome.engagement.status is Status.PLANNED


def test_a_rejected_record_is_out_until_it_is_restored():
    out = ruled(Verdict.REJECT)
    back = ruled(Verdict.RESTORE, after=(out,))
    assert apply_decisions(MEETING, [out]).deleted
    outcome = apply_decisions(MEETING, [back, out])
    assert not outcome.deleted
    assert outcome.engagement.confidence == 1.0


def test_a_participant_is_taken_out_with_its_parts():
    office = ruled(Verdict.ACCEPT, "participants[Kari Dahl].office")
    out = ruled(Verdict.REJECT, "participants[Kari Dahl]")
    outcome = apply_decisions(MEETING, [office, out])
    assert outcome.engagement.participants == (AALTO,)
    assert outcome.conflicts == ()


def test_an_accepted_participant_the_machine_lost_comes_back():
    outcome = apply_decisions(
        reading(participants=(AALTO,)), [ruled(Verdict.ACCEPT, "participants[Kari Dahl]")]
    )
    who = outcome.engagement.participants[1]
    assert (who.name.value, who.role, who.country.value) == ("Kari Dahl", Role.RECIPIENT, "NOR")
    assert who.office.value.title == "Prime Minister"
    assert reasons(outcome) == [("participants[Kari Dahl]", NO_LONGER_READ)]


def test_a_part_of_a_participant_the_machine_lost_returns_to_the_queue():
    outcome = apply_decisions(
        reading(participants=(AALTO,)), [ruled(Verdict.ACCEPT, "participants[Kari Dahl].office")]
    )
    assert reasons(outcome) == [("participants[Kari Dahl].office", MEMBER_GONE)]


def test_a_participant_that_got_an_id_is_still_the_one_decided_on():
    linked = reading(participants=(AALTO, replace(DAHL, entity_id="per:Q2")))
    decisions = [
        ruled(Verdict.CORRECT, "participants[Kari Dahl].office", "Speaker"),
        ruled(Verdict.ACCEPT, "participants[Kari Dahl]"),
    ]
    outcome = apply_decisions(linked, decisions)
    who = outcome.engagement.participants[1]
    assert (who.entity_id, who.office.value.title) == ("per:Q2", "Speaker")
    assert outcome.conflicts == ()


def test_an_added_participant_stays():
    added = ruled(Verdict.CORRECT, "participants", "Siv Roos, Foreign Minister, SWE")
    assert added.field == "participants[Siv Roos]"
    outcome = apply_decisions(MEETING, [added])
    assert [who.name.value for who in outcome.engagement.participants] == [
        "Aino Aalto",
        "Kari Dahl",
        "Siv Roos",
    ]
    assert outcome.conflicts == ()


def test_renaming_twice_and_correcting_the_office_meanwhile():
    one = ruled(Verdict.CORRECT, "participants[Kari Dahl]", "Karin Dahl")
    office = ruled(Verdict.CORRECT, "participants[Karin Dahl].office", "Speaker", after=(one,))
    two = ruled(Verdict.CORRECT, "participants[Karin Dahl]", "Karin Dal", after=(one, office))
    for order in permutations((one, office, two)):
        outcome = apply_decisions(MEETING, order)
        who = outcome.engagement.participants[1]
        assert (who.name.value, who.office.value.title, outcome.conflicts) == ("Karin Dal", "Speaker", ())
        assert len(outcome.engagement.participants) == 2


def test_blind_coders_who_differ_make_a_conflict_until_somebody_who_saw_both_decides():
    anna = ruled(Verdict.ACCEPT, "place", by=BLIND_ANNA)
    ben = ruled(Verdict.CORRECT, "place", "Turku, FIN", by=BLIND_BEN, after=(anna,))
    outcome = apply_decisions(MEETING, [ben, anna])
    assert reasons(outcome) == [("place", CODERS_DIFFER)]
    chair = ruled(Verdict.ACCEPT, "place", by=replace(ANNA, name="chair"), after=(anna, ben))
    assert reasons(apply_decisions(MEETING, [anna, ben, chair])) == []


def test_blind_coders_who_agree_make_none():
    both = [ruled(Verdict.ACCEPT, "place", by=coder) for coder in (BLIND_ANNA, BLIND_BEN)]
    assert apply_decisions(MEETING, both).conflicts == ()


def test_blind_coders_who_differ_on_the_whole_record():
    both = [ruled(Verdict.REJECT, by=BLIND_ANNA), ruled(Verdict.ACCEPT, by=BLIND_BEN)]
    assert reasons(apply_decisions(MEETING, both)) == [(None, CODERS_DIFFER)]


# Properties: any rulings on any fields, by two people, with undos, against any later reading.

DATED = replace(MEETING, date=PAGE.day("2024-04-02", "Tuesday"), purpose=PAGE.cited("talks", "Talks"))
READINGS = st.sampled_from(
    [
        DATED,
        MEETING,
        OTHERWISE,
        reading(participants=(AALTO,)),
        reading(participants=(AALTO, replace(DAHL, entity_id="per:Q2"))),
        reading(participants=(AALTO, DAHL, party(Role.MEDIATOR, "Siv Roos", "SWE", quote="Norway"))),
        reading(topics=(), status=Status.PLANNED, date=PAGE.day("2024-04-03", "2-4 April")),
    ]
)
TYPED = {
    "place": ["Oslo, NOR", "Bergen, NOR"],
    "date": ["2024-04-02", "2024-04"],
    "status": ["planned", "completed"],
    "purpose": ["talks", "fish"],
    "participants[Kari Dahl]": ["Karin Dahl", "Kari Dahl, Speaker, NOR"],
    "participants[Kari Dahl].office": ["Speaker", "Prime Minister"],
    "participants[Kari Dahl].role": ["mediator"],
    "participants[Aino Aalto].country": ["SWE"],
    "participants": ["Siv Roos, Foreign Minister, SWE"],
    "topics[arctic fisheries]": ["Arctic fish"],
}


@st.composite
def rulings(draw):
    field = draw(st.sampled_from(sorted(TYPED)))
    verdicts = [Verdict.CORRECT, Verdict.ACCEPT, Verdict.REJECT]
    if field == "participants":
        verdicts = verdicts[:1]
    elif shape_of(field) in NEVER_EMPTY:
        verdicts = verdicts[:2]
    verdict = draw(st.sampled_from(verdicts))
    typed = draw(st.sampled_from(TYPED[field])) if verdict is Verdict.CORRECT else None
    by = draw(st.sampled_from([ANNA, BEN, BLIND_BEN]))
    return ruled(verdict, field, typed, by=by, on=record_of(DATED), made=later())


@given(st.lists(rulings(), max_size=6), READINGS)
def test_applying_twice_is_applying_once(decisions, eng):
    once = apply_decisions(eng, decisions, TEXTS).engagement
    assert apply_decisions(once, decisions, TEXTS).engagement == once


@given(st.lists(rulings(), max_size=5), READINGS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(decisions, eng, random):
    mixed = [*decisions, *decisions[:2]]
    random.shuffle(mixed)
    assert apply_decisions(eng, mixed, TEXTS) == apply_decisions(eng, decisions, TEXTS)


@given(st.lists(rulings(), max_size=5), rulings(), READINGS)
def test_undo_restores_what_was_before(decisions, one, eng):
    undo = ruled(Verdict.UNDO, undoes=one.decision_id, made=later())
    assert apply_decisions(eng, [*decisions, one, undo], TEXTS) == apply_decisions(eng, decisions, TEXTS)


@given(rulings(), READINGS)
def test_the_machine_never_changes_what_was_decided(decision, eng):
    outcome = apply_decisions(eng, [decision], TEXTS)
    path = decision.field
    wanted = decision.result(path)
    gone = any(conflict.reason == MEMBER_GONE for conflict in outcome.conflicts)
    held = [field.value for field in fields_of(outcome.engagement)]
    assert gone or wanted is None or any(same_value(value, wanted) for value in held)
    if wanted is None and "[" in path:
        assert field_at(outcome.engagement, path) is None or path.endswith((".office", ".country"))
    elif wanted is None:
        assert field_at(outcome.engagement, path).value is None


@given(st.lists(rulings(), max_size=5), READINGS)
def test_what_nobody_decided_stays_as_it_is_read(decisions, eng):
    outcome = apply_decisions(eng, decisions, TEXTS)
    ruled_on = {decision.field.partition("[")[0] for decision in decisions}
    for name in ("date", "place", "purpose", "topics", "participants", "status", "stops", "content"):
        if name not in ruled_on:
            assert getattr(outcome.engagement, name) == getattr(eng, name)


@pytest.mark.parametrize("verdict", [Verdict.FLAG, Verdict.SKIP, Verdict.COMMENT])
def test_remarks_change_nothing(verdict):
    assert apply_decisions(MEETING, [ruled(verdict, "place", why="hm")]).engagement == MEETING


def test_a_day_is_kept_as_exact_as_it_was_decided():
    outcome = apply_decisions(MEETING, [ruled(Verdict.CORRECT, "date", "2024-04")])
    assert outcome.engagement.date.value == DateSpan.parse("2024-04")
