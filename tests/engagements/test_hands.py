"""Deeds told without their author."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, only


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed Tunisia's consulate in Tripoli on Friday.",
        "A crowd attacked the Tunisian embassy.",
        "Rioters ransacked the consulate of Tunisia on Sunday.",
    ],
)
def test_an_embassy_is_hit_whoever_does_it(text):
    eng = only(text)
    assert eng.kind is Kind.ATTACK
    assert [(role, country) for role, _, country in cast(eng)] == [("recipient", "TUN")]


def test_the_police_act_for_the_state_they_are_in():
    eng = only("Police stormed Mexico's embassy in Quito.")
    assert {(role, country) for role, _, country in cast(eng)} == {("actor", "ECU"), ("recipient", "MEX")}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a bank in Tripoli on Friday.",
        "Gunmen could attack the Tunisian embassy.",
        "In 2012 a crowd attacked the Tunisian embassy.",
        "The attack on the Tunisian embassy was discussed.",
    ],
)
def test_other_attacks_by_nobody_are_none(text):
    assert engagements_of(text) == ()


@pytest.mark.parametrize(
    ("text", "jailer"),
    [
        ("A US citizen held in Afghanistan for two years was freed on Thursday.", "AFG"),
        ("Three Canadian teachers jailed in Iran were released on Sunday.", "IRN"),
    ],
)
def test_who_held_them_frees_them(text, jailer):
    eng = only(text)
    assert eng.kind is Kind.CONCESSION
    assert ("actor", jailer) in [(role, country) for role, _, country in cast(eng)]


def test_who_walks_out_of_a_prison_is_let_go_by_whose_it_is():
    eng = only("Two Canadians walked free from an Iranian prison on Sunday.")
    assert (eng.kind, [(role, country) for role, _, country in cast(eng)]) == (
        Kind.CONCESSION,
        [("recipient", "CAN"), ("actor", "IRN")],
    )
