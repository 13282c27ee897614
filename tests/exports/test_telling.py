"""Engagements as sentences."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.engagements.engagement import Kind, OfficeHeld, Role, Status
from dragoman.exports.telling import Teller
from dragoman.knowledge.entity import Country
from samples import CALLED_OFF, DAHL, DEMAND, MEETING, PAGE, THANKS, VISIT, engagement, party

NAMES = {"FIN": "Finland", "NOR": "Norway", "ISL": "Iceland", "RUS": "Russia"}
TELLER = Teller(lambda iso3: Country(iso3, NAMES[iso3]) if iso3 in NAMES else None)
FINLAND, NORWAY = party(Role.ACTOR, "Finland", "FIN"), party(Role.RECIPIENT, "Norway", "NOR")


@pytest.mark.parametrize(
    ("eng", "sentence"),
    [
        (VISIT, "Foreign Minister Aino Aalto of Finland is visiting Norway and Iceland on 2–4 April 2024."),
        (
            MEETING,
            "Foreign Minister Aino Aalto of Finland met Prime Minister Kari Dahl of Norway in Oslo, Norway.",
        ),
        (THANKS, "Foreign Minister Aino Aalto of Finland thanked Norway (about 20,000,000 EUR)."),
        (DEMAND, "Foreign Minister Aino Aalto of Finland urged Russia."),
        (
            CALLED_OFF,
            "Foreign Minister Aino Aalto of Finland was to meet in Reykjavik, Iceland on 4 April 2024.",
        ),
    ],
)
def test_the_sample_is_told(eng, sentence):
    assert TELLER.tell(eng) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"status": Status.PLANNED}, "Finland is to speak with Norway."),
        ({"status": Status.PROPOSED}, "Finland may speak with Norway."),
        ({"status": Status.POSTPONED}, "Finland was to speak with Norway."),
        ({"negated": True}, "Finland did not speak with Norway."),
        ({"negated": True, "status": Status.PLANNED}, "Finland will not speak with Norway."),
        ({"hypothetical": True}, "Finland might speak with Norway."),
    ],
)
def test_status_is_in_the_verb(fields, sentence):
    assert TELLER.tell(engagement(Kind.CALL, FINLAND, NORWAY, **fields)) == sentence


def test_a_visit_names_its_host_country_its_tour_and_whom_it_is_to_see():
    stops = VISIT.stops
    place = PAGE.place(None, "ISL", "Iceland")
    visit = engagement(
        Kind.VISIT, FINLAND, party(Role.RECIPIENT, "Iceland", "ISL"), DAHL, place=place, stops=stops
    )
    assert TELLER.tell(visit) == (
        "Finland visited Iceland on a tour of Norway and Iceland to see Prime Minister Kari Dahl of Norway."
    )


def test_several_take_the_plural_and_equal_parties_need_no_other_side():
    sides = (party(Role.PARTICIPANT, "Finland", "FIN"), party(Role.PARTICIPANT, "Norway", "NOR"))
    assert (
        TELLER.tell(engagement(Kind.MEETING, *sides, status=Status.PLANNED))
        == "Finland and Norway are to meet."
    )


def test_mediators_are_the_subject_of_mediation_and_a_means_elsewhere():
    oslo = party(Role.MEDIATOR, "Iceland", "ISL")
    assert (
        TELLER.tell(engagement(Kind.MEDIATION, FINLAND, NORWAY, oslo)) == "Iceland mediated between Norway."
    )
    assert (
        TELLER.tell(engagement(Kind.AGREEMENT, FINLAND, NORWAY, oslo))
        == "Finland agreed with Norway through Iceland."
    )


def test_an_unnamed_side_is_called_so():
    assert TELLER.tell(engagement(Kind.DEMAND, FINLAND)) == "Finland urged an unnamed side."
    assert TELLER.tell(engagement(Kind.VISIT, NORWAY)) == "An unnamed side visited Norway."


@pytest.mark.parametrize(
    ("qualifier", "told"),
    [(None, "President Dahl"), ("former", "former President Dahl"), ("-elect", "President-elect Dahl")],
)
def test_office_with_its_qualifier(qualifier, told):
    held = PAGE.cited(OfficeHeld("President", None, None, "text", qualifier))
    dahl = dataclasses.replace(party(Role.ACTOR, "Dahl", "NOR"), office=held)
    assert TELLER.party(dahl) == f"{told} of Norway"


def test_an_office_without_a_name_stands_for_its_holder():
    king = party(Role.ACTOR, "Norway", "NOR", office="King")
    assert TELLER.party(king) == "the King of Norway"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_told_without_anything_known(kind):
    for status in Status:
        sentence = TELLER.tell(engagement(kind, status=status))
        assert "…" not in sentence
        assert "<" not in sentence


def test_a_state_beside_its_own_people_is_its_other_officials():
    delegation = dataclasses.replace(FINLAND, role=Role.PARTICIPANT, entity_id="ctry:FIN")
    minister = dataclasses.replace(MEETING.participants[0], role=Role.PARTICIPANT)
    told = TELLER.parties([minister, delegation, DAHL])
    assert told.startswith("Foreign Minister Aino Aalto of Finland, other officials of Finland and ")
    assert TELLER.parties([delegation, DAHL]).startswith("Finland and ")


def test_a_state_beside_an_armed_group_of_the_country_is_itself():
    state = dataclasses.replace(FINLAND, role=Role.PARTICIPANT, entity_id="ctry:FIN")
    rebels = dataclasses.replace(party(Role.PARTICIPANT, "Kivi Front", "FIN"), entity_id="org:kivi-front")
    assert TELLER.parties([state, rebels]) == "Finland and Kivi Front of Finland"
