"""What a candidate takes from the sentences around it."""

from __future__ import annotations

import pytest

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.context import (
    add_aims,
    continue_topic,
    is_only_asked,
    place_by_stay,
    talk_of_acts,
    without_denied_attacks,
)
from dragoman.engagements.engagement import Kind
from dragoman.engagements.itinerary import gather_trips
from parses import document_of, told_in
from readings import engagements_of

VISIT = """
    Macron  _     PROPN NNP 2 nsubj PER
    visited visit VERB  VBD 0 root
    Warsaw  _     PROPN NNP 2 obj LOC
"""
OTHER_VISIT = VISIT.replace("Macron", "Scholz")


def met(*tail: str) -> str:
    rows = "\n".join(tail)
    return f"Macron _ PROPN NNP 2 nsubj PER\nmet meet VERB VBD 0 root\nTusk _ PROPN NNP 2 obj PER\n{rows}"


DURING = ("during _ ADP IN 6 case", "the _ DET DT 6 det", "visit _ NOUN NN 2 obl")


def of_kind(acts: list[Candidate], kind: Kind) -> Candidate:
    (act,) = (act for act in acts if act.kind is kind)
    return act


def test_a_meeting_during_the_visit_is_where_the_visit_is():
    acts = told_in(document_of(VISIT, met(*DURING)))
    place_by_stay(acts)
    where = of_kind(acts, Kind.MEETING).where
    assert where is not None
    assert where.city == "Warsaw"


def test_a_meeting_on_its_own_stays_without_a_place():
    acts = told_in(document_of(VISIT, met()))
    place_by_stay(acts)
    assert of_kind(acts, Kind.MEETING).where is None


def test_a_place_of_its_own_stays():
    acts = told_in(document_of(VISIT, met(*DURING, "in _ ADP IN 8 case", "Krakow _ PROPN NNP 2 obl LOC")))
    place_by_stay(acts)
    where = of_kind(acts, Kind.MEETING).where
    assert where is not None
    assert where.name == "Krakow"


def test_before_any_visit_there_is_no_place_to_take():
    acts = told_in(document_of(met(*DURING), VISIT))
    place_by_stay(acts)
    assert of_kind(acts, Kind.MEETING).where is None


def sanctions(governor: str) -> str:
    return f"""
        France    _        PROPN NNP 2 nsubj LOC
        {governor} VERB VBD 0 root
        imposing  impose   VERB  VBG 2 xcomp
        sanctions sanction NOUN  NNS 3 obj
        on        _        ADP   IN  6 case
        Iran      _        PROPN NNP 3 obl LOC
    """


def test_sanctions_only_talked_of_are_none():
    acts = told_in(document_of(sanctions("discussed discuss")))
    talk_of_acts(acts)
    assert Kind.SANCTION not in {act.kind for act in acts}


def test_sanctions_imposed_are_sanctions():
    acts = told_in(document_of(sanctions("began begin")))
    talk_of_acts(acts)
    assert Kind.SANCTION in {act.kind for act in acts}


@pytest.mark.parametrize(
    ("verb", "asked"), [("urged urge", True), ("asked ask", True), ("helped help", False)]
)
def test_what_somebody_is_asked_to_do_is_no_act(verb, asked):
    doc = document_of(
        f"""
        Poland    _        PROPN NNP 2 nsubj LOC
        {verb} VERB VBD 0 root
        Germany   _        PROPN NNP 2 obj LOC
        to        _        PART  TO  5 mark
        lift      _        VERB  VB  2 xcomp
        sanctions sanction NOUN  NNS 5 obj
        on        _        ADP   IN  8 case
        Iran      _        PROPN NNP 6 nmod LOC
        """
    )
    lifted = [act for act in told_in(doc) if act.kind is Kind.CONCESSION]
    assert lifted
    assert [is_only_asked(act) for act in lifted] == [asked]


def test_a_meeting_asked_for_is_still_a_meeting():
    doc = document_of(
        """
        Poland  _    PROPN NNP 2 nsubj LOC
        asked   ask  VERB  VBD 0 root
        Germany _    PROPN NNP 2 obj LOC
        to      _    PART  TO  5 mark
        meet    _    VERB  VB  2 xcomp
        Iran    _    PROPN NNP 5 obj LOC
        """
    )
    assert not is_only_asked(of_kind(told_in(doc), Kind.MEETING))


def test_a_fragments_topic_goes_to_the_talks_before_it():
    acts = told_in(document_of(met(), met("again _ ADV RB 2 advmod")))
    first, second = acts
    topic = Span(second.span.end + 1, second.span.end + 5)
    continue_topic(topic, acts)
    assert second.topics == [topic]
    assert first.topics == []


def test_a_topic_before_all_talks_is_dropped():
    acts = told_in(document_of(met()))
    continue_topic(Span(0, 2), acts)
    assert acts[0].topics == []


def test_aims_go_to_the_travellers_only_trip():
    acts = told_in(document_of(VISIT, OTHER_VISIT))
    macron, scholz = gather_trips(acts)
    add_aims([(macron.traveller, Span(0, 3))], [macron, scholz])
    assert (macron.aims, scholz.aims) == ([Span(0, 3)], [])


def test_aims_of_nobody_who_travels_are_dropped():
    trips = gather_trips(told_in(document_of(VISIT)))
    add_aims([("per:nobody", Span(0, 3))], trips)
    assert trips[0].aims == []


def attack(verb_group: str) -> list[Candidate]:
    rows = f"Russia _ PROPN NNP 4 nsubj LOC\n{verb_group}\nPoland _ PROPN NNP 4 obj LOC"
    return told_in(document_of(rows))


def test_an_attack_that_will_not_come_is_left_out_and_one_that_did_not_come_stays():
    to_come = attack("will _ AUX MD 4 aux\nnot _ PART RB 4 advmod\nattack _ VERB VB 0 root")
    past = attack("did do AUX VBD 4 aux\nnot _ PART RB 4 advmod\nattack _ VERB VB 0 root")
    assert [c.negated for c in to_come if c.kind is Kind.ATTACK] == [True]
    assert without_denied_attacks(to_come) == []
    (kept,) = without_denied_attacks(past)
    assert (kept.kind, kept.negated) == (Kind.ATTACK, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Officials from Japan and India are to meet in Delhi on Friday for the second security dialogue.",
            "meeting",
        ),
        (
            (
                "Azerbaijani and Armenian foreign ministers start a new round of negotiations in Washington on April 27 "
                "mediated by Antony Blinken."
            ),
            "mediation",
        ),
    ],
)
def test_what_is_told_below_a_contact_stands_as_that_does(text, kind):
    told = [eng for eng in engagements_of(text, day="2024-04-04") if eng.kind == kind]
    assert [(eng.status, eng.historical) for eng in told] == [("planned", False)]
