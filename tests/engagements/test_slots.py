"""Who fills the slots of sentences as news pages tell them, from the words to the engagements."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Engagement, Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"


def test_his_first_visit_is_a_visit_before_it_points_back():
    told = engagements_of(f"{MACRON} is paying his first official visit to Oslo.")
    assert [(eng.kind, eng.status) for eng in told] == [(Kind.VISIT, Status.ONGOING)]


def test_delegations_from_several_states_travel():
    told = engagements_of("Delegations from Hamas, the U.S. and Qatar arrived in Cairo on Monday.")
    assert {name for role, name, _ in cast(only_visit(told)) if role == "actor"} == {
        "Hamas",
        "United States",
        "Qatar",
    }


def only_visit(told: tuple[Engagement, ...]) -> Engagement:
    (eng,) = of_kind(told, Kind.VISIT)
    return eng


def test_who_did_not_get_to_meet_did_not_meet():
    (eng,) = of_kind(engagements_of(f"{MACRON} did not get to meet {SCHOLZ} in Berlin."), Kind.MEETING)
    assert eng.negated


def test_the_basis_for_a_signing_is_no_signing():
    text = (
        "This provides the basis for the final signing of a peace agreement between Armenia and Azerbaijan."
    )
    assert {eng.status for eng in engagements_of(text)} <= {Status.PROPOSED}


def test_what_talks_are_about_takes_no_part():
    told = engagements_of(
        "An Egyptian delegation met with Qatari officials in Cairo to resume Gaza ceasefire talks."
    )
    assert "PSE" not in {country for eng in told for _, _, country in cast(eng)}


def test_countries_that_meet_in_a_cup_play():
    assert (
        engagements_of("Brazil and Argentina meet on Tuesday in a World Cup qualifier in Buenos Aires.") == ()
    )
    met = engagements_of(f"{MACRON} met {SCHOLZ} at the World Cup in Doha.")
    assert [eng.kind for eng in met] == [Kind.MEETING]


@pytest.mark.parametrize(
    "text",
    [
        "Iran is ready to help begin dialogue between Armenia and Azerbaijan.",
        "Norway is willing to hold talks with Iran.",
    ],
)
def test_what_one_is_ready_for_is_offered(text: str):
    assert {eng.status for eng in engagements_of(text)} == {Status.PROPOSED}


def test_what_a_call_is_about_takes_no_part():
    told = engagements_of(
        f"{MACRON} spoke today with {SCHOLZ} about the response to the Russian government's attack."
    )
    assert "RUS" not in {country for eng in told for _, _, country in cast(eng)}


def test_the_secretary_of_an_unknown_party_is_nobody_else():
    told = engagements_of(
        "Vietnamese President To Lam held talks with the General Secretary of the Rurish Workers' Union on Monday."
    )
    assert told == ()


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (
            "The Chinese ambassador voiced dissatisfaction with South Korea's ties with the United States.",
            "KOR",
        ),
        ("Serbia expressed displeasure with Bulgaria's deal with Kosovo.", "BGR"),
        ("Ethiopia voiced anger with Egypt's pact with Somalia.", "EGY"),
    ],
)
def test_with_whom_somebody_has_ties_is_not_who_is_blamed(text, blamed):
    (eng,) = of_kind(engagements_of(text), Kind.ACCUSATION)
    assert {country for role, _, country in cast(eng) if role == "recipient"} == {blamed}


def test_a_boat_from_a_country_is_its_boat_and_not_its_strike():
    told = cast(only("A US strike on a boat from Venezuela killed eleven people, the Pentagon said."))
    assert ("actor", "VEN") not in [(role, country) for role, _, country in told]


@pytest.mark.parametrize(
    "text",
    [
        "French Foreign Minister Stéphane Séjourné spoke in favour of a ceasefire on Tuesday during a visit to Israel.",
        "Peruvian Foreign Minister Javier González-Olaechea talked about trade during a trip to Canada.",
    ],
)
def test_where_somebody_travels_is_not_whom_they_speak_to(text):
    assert [eng.kind for eng in engagements_of(text, day="2024-03-14")] == [Kind.VISIT]
