"""Offices before a name with a place between, offices that serve another, and where envoys are sent."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def sides(*paragraphs: str) -> list[tuple[str, str | None]]:
    return sorted((name, country) for eng in engagements_of(*paragraphs) for _, name, country in cast(eng))


@pytest.mark.parametrize(
    ("text", "person", "country"),
    [
        (
            "Ambassador of Japan to Kenya Hiroshi Tanemura met Kenyan Minister Musalia Mudavadi.",
            "Hiroshi Tanemura",
            "JPN",
        ),
        (
            "The Ambassador of the Republic of Austria to Peru Karin Vellmar met Peruvian President Dina Boluarte.",
            "Karin Vellmar",
            "AUT",
        ),
    ],
)
def test_an_office_with_places_behind_it_is_the_name_s(text, person, country):
    told = sides(text)
    assert (person, country) in told and len(told) == 2


def test_whom_an_aide_serves_takes_no_part():
    told = sides(
        "Syrian President Bashar al-Assad received Ali Vellmar, senior aide of the Iranian Foreign Minister."
    )
    assert told == [("Ali Vellmar", "IRN"), ("Bashar al-Assad", "SYR")]


def test_an_aide_without_a_name_is_the_state():
    told = sides("Serbian President Aleksandar Vučić received an adviser to the Turkish President on Monday.")
    assert told == [("Aleksandar Vučić", "SRB"), ("Türkiye", "TUR")]


def test_who_receives_an_envoy_is_of_the_country_that_the_envoy_is_sent_to():
    told = sides(
        "Heather Vellmar, the Canadian High Commissioner to Ghana, paid a courtesy call on the Speaker of Parliament, "
        "Kofi Brannt, on Tuesday."
    )
    assert told == [("Heather Vellmar", "CAN"), ("Kofi Brannt", "GHA")]


def test_envoys_to_two_countries_tell_nobody_s_home():
    told = sides(
        "The Canadian Ambassador to Peru and the Canadian Ambassador to Chile were in town. "
        "Heather Vellmar, the Canadian Ambassador to Peru, met the Speaker of Parliament, Kofi Brannt."
    )
    assert ("Kofi Brannt", "PER") not in told


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Ukrainian Agrarian Policy and Food Minister Mykola Vellmar met Polish President Andrzej Duda.",
            "UKR",
        ),
        (
            "Saudi Environment, Water and Agriculture Minister Omar Vellmar met Polish President Andrzej Duda.",
            "SAU",
        ),
    ],
)
def test_the_nation_stands_before_the_whole_name_of_a_ministry(text, country):
    assert any(name.endswith("Vellmar") and of == country for name, of in sides(text))


def test_the_nation_of_another_is_not_the_minister_s():
    told = sides("Polish Minister Anna Radwan met Germany's Steinmeier and Interior Minister Karl Vellmar.")
    assert ("Karl Vellmar", "DEU") not in told


def test_in_a_headline_the_office_behind_a_comma_is_another_s():
    (meeting,) = engagements_of(
        "Sultan Hassanal Bolkiah of Brunei held talks with Malaysian Prime Minister Anwar Ibrahim.",
        headline="Anwar, Sultan of Brunei hold talks",
    )
    assert sorted(country or "" for _, _, country in cast(meeting)) == ["BRN", "MYS"]


@pytest.mark.parametrize(
    "office",
    [
        "leader of the democratic opposition of Belarus",
        "the leader of the Belarusian opposition",
        "leader of the opposition in Belarus",
    ],
)
def test_the_leader_of_an_opposition_is_of_its_country(office):
    told = sides(f"French President Emmanuel Macron met with Alena Vellmar, {office}, on Tuesday.")
    assert ("Alena Vellmar", "BLR") in told and len(told) == 2


def test_a_leader_of_something_else_has_no_office():
    assert sides("French President Emmanuel Macron met Alena Vellmar, leader of the choir of Belarus.") == []


def test_an_assistant_to_the_president_is_not_the_president():
    (meeting,) = engagements_of(
        "The Assistant to the President for Homeland Security, Dr. Elizabeth Sherwood-Randall, met President "
        "Shavkat Mirziyoyev of Uzbekistan in Tashkent."
    )
    offices = [part.office.value.title for part in meeting.participants if part.office is not None]
    assert sorted(offices) == ["Assistant", "President"]


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan's Director General (South Asia & SAARC) Tarik Vellmar met the Indian envoy.",
        "Pakistan's Additional Secretary (Asia Pacific) Tarik Vellmar met the Indian envoy.",
    ],
)
def test_what_an_office_deals_with_may_stand_in_brackets(text):
    assert sides(text) == [("India", "IND"), ("Tarik Vellmar", "PAK")]
