"""Whom acts are aimed at where no slot names an actor."""

from __future__ import annotations

import pytest

from readings import cast, engagements_of, only


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


def test_who_is_told_of_a_crime_is_not_charged_with_it():
    (charge,) = engagements_of("Chad told the Security Council that Sudan was arming the rebels.")
    assert cast(charge) == [("actor", "Chad", "TCD"), ("recipient", "Sudan", "SDN")]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea threatened to wipe out South Korea and Japan.",
        "Iran vowed to crush Israel and the United States.",
    ],
)
def test_all_who_are_threatened_are_faced(text):
    assert len([place for role, _, place in cast(only(text)) if role == "recipient"]) == 2


def test_a_plan_for_a_country_is_not_that_country_s():
    assert not engagements_of("Prime Minister Rishi Sunak hit back at Labour over his Rwanda plan.")


def test_a_city_before_an_attack_is_where_it_hits():
    attack = only("Islamic State carried out the Moscow concert hall attack.")
    assert [(role, place) for role, _, place in cast(attack)] == [("actor", "SYR"), ("recipient", "RUS")]


def test_who_is_excepted_is_not_hit():
    assert not engagements_of("Turkey imposed sanctions on all its neighbours except Georgia.")
    told = cast(only("Turkey imposed sanctions on Iran and all its allies except Georgia."))
    assert {place for _, _, place in told} == {"TUR", "IRN"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Iran and the United States ruled out new sanctions at Oman talks.", {"IRN", "USA"}),
        ("American and Russian officials met at Saudi talks.", {"USA", "RUS"}),
        ("Kerry met Lavrov at Syria talks.", {"USA", "RUS"}),
    ],
)
def test_the_state_at_whose_talks_something_is_done_is_only_where(text, states):
    day = "2016-04-03" if "Kerry" in text else "2024-04-03"
    told = [part for eng in engagements_of(text, day=day) for part in cast(eng)]
    assert {place for _, _, place in told} == states


@pytest.mark.parametrize(
    "text",
    [
        "Britain is outraged over the price of a chocolate bar, while the United States counts its votes.",
        "Norway was dismayed over its team's defeat, whereas Sweden took to the streets in joy.",
    ],
)
def test_who_does_something_else_meanwhile_is_not_meant(text):
    assert engagements_of(text) == ()
