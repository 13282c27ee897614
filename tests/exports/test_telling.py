"""Engagements as sentences."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Kind, OfficeHeld, Role, Status
from dragoman.exports.telling import Teller, amount_in_words, day_in_words, flags_of
from dragoman.knowledge.entity import Country
from samples import CALLED_OFF, DEMAND, MEETING, PAGE, THANKS, VISIT, engagement, party

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


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-04-02", None, "2 April 2024"),
        ("2024-03-30", "2024-04-02", "30 March – 2 April 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-04", "2024-05", "April 2024 – May 2024"),
        ("2024", None, "2024"),
        ("2023", "2024", "2023–2024"),
    ],
)
def test_days_are_no_more_precise_than_known(start, end, words):
    assert day_in_words(DateSpan.parse(start, end)) == words


def test_amounts():
    assert amount_in_words(Amount(1.5e9, "USD")) == "1,500,000,000 USD"
    assert amount_in_words(Amount(2.5, "percent")) == "2.5 percent"


def test_flags_are_named_for_people():
    assert flags_of(engagement(Kind.CALL, historical=True, hypothetical=True)) == ("background", "supposed")
