"""Whom acts are aimed at where no slot names an actor."""

from __future__ import annotations

import pytest

from readings import cast, only


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway condemned the attack by Iran.", "IRN"),
        ("Russian shelling of Kherson left two dead.", "UKR"),
    ],
)
def test_the_other_side_is_found_behind_the_object_in_a_place_or_nearby(text, country):
    assert [place for role, _, place in cast(only(text)) if role == "recipient"] == [country]


def test_who_reports_is_not_whom_it_is_about():
    told = cast(only("Turkish jets bombed Kurdistan Workers' Party camps in Iraq, the French ministry said."))
    assert "FRA" not in {place for _, _, place in told}


def test_the_parties_to_a_conflict_are_those_of_the_state_where_it_is_fought():
    demand = only(
        "Kenya's foreign minister called upon the parties to the conflict in Sudan to silence the guns."
    )
    assert [place for _, _, place in cast(demand)] == ["KEN", "SDN"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Canada imposed sanctions on three generals involved in the violence in Myanmar.", "MMR"),
        ("The EU sanctioned two businessmen accused of financing gangs in Haiti.", "HTI"),
    ],
)
def test_the_state_in_which_those_listed_did_it_is_sanctioned(text, country):
    assert [place for role, _, place in cast(only(text)) if role == "recipient"] == [country]
