"""Meetings that are conferences."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def told(text: str) -> tuple[Kind, set[str]]:
    eng = only(text)
    return eng.kind, {part.name.value for part in eng.participants}


@pytest.mark.parametrize(
    "text",
    [
        "NATO foreign ministers met in Brussels on Tuesday.",
        "NATO held an emergency meeting in Brussels on Tuesday.",
        "The NATO summit ended in Brussels on Tuesday.",
    ],
)
def test_what_a_body_holds_is_a_conference(text):
    assert told(text) == (Kind.CONFERENCE, {"NATO"})


def test_a_body_that_merely_would_meet_holds_nothing():
    assert engagements_of("If a ship were sunk, NATO would convene.") == ()
    assert engagements_of("The African Union would gather again, and nothing would come of it.") == ()
    assert told("NATO would convene on Monday in Brussels.") == (Kind.CONFERENCE, {"NATO"})
    assert told("The secretary general said NATO would convene in Brussels.")[0] is Kind.CONFERENCE


def test_who_chairs_the_meeting_of_a_body_takes_part_in_it():
    kind, names = told("Brazil's president chaired a meeting of the G20 in Rio de Janeiro on Tuesday.")
    assert (kind, names) == (Kind.CONFERENCE, {"Luiz Inácio Lula da Silva", "G20"})


def test_a_body_and_a_state_meet():
    assert told("A NATO delegation met Ukraine's foreign minister in Kyiv.")[0] is Kind.MEETING


def test_from_four_parties_on_a_meeting_is_a_conference():
    three = "The foreign ministers of {} and Norway met in Oslo on Tuesday."
    assert told(three.format("Sweden, Finland"))[0] is Kind.MEETING
    assert told(three.format("Sweden, Finland, Denmark"))[0] is Kind.CONFERENCE


def test_a_meeting_of_a_body_merely_named_is_nothing():
    assert engagements_of("Prices rose ahead of the OPEC meeting.") == ()


def test_a_gathering_called_off():
    eng = only("The NATO summit was postponed.")
    assert (eng.kind, eng.status) == (Kind.CONFERENCE, Status.POSTPONED)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ministers from 12 countries, among them Egypt, Jordan and Iraq, gathered in Oslo on Tuesday.",
            {"Egypt"},
        ),
        (
            "French President Emmanuel Macron convened a meeting of European leaders in Paris.",
            {"Emmanuel Macron"},
        ),
        ("NATO ministers decided at an emergency meeting on Tuesday to send more troops.", {"NATO"}),
        ("An agreement was near when the bloc's summit opened, NATO said.", set()),
        ("A summit between Japan and Brazil ended in Tokyo on Tuesday.", {"Japan", "Brazil"}),
    ],
)
def test_who_is_told_of_a_gathering_takes_part(text, names):
    found = [eng for eng in engagements_of(text) if eng.kind in {Kind.CONFERENCE, Kind.MEETING}]
    assert names <= {part.name.value for eng in found for part in eng.participants}
    assert found or not names


def test_a_state_s_own_chiefs_are_no_conference():
    assert engagements_of("The Indian home minister chaired a meeting of police chiefs.") == ()


def test_a_conference_is_told_once():
    text = "Saudi Arabia hosted talks in Jeddah with representatives of some 40 countries, including China and India."
    assert [eng.kind for eng in engagements_of(text)] == [Kind.CONFERENCE]


@pytest.mark.parametrize("manner", ["multilateral", "ministerial"])
def test_a_wide_meeting_with_a_body_is_a_conference(manner):
    acts = engagements_of(f"French President Emmanuel Macron held a {manner} meeting with the African Union.")
    assert [act.kind for act in acts] == [Kind.CONFERENCE]


@pytest.mark.parametrize(
    "text",
    [
        "President Biden and Labor Secretary Marty Walsh met with 39 national union labor leaders on Thursday.",
        "President Biden on Thursday met with four business, university and health care leaders.",
    ],
)
def test_many_leaders_of_no_state_are_no_conference(text):
    assert engagements_of(text, day="2022-03-06") == ()
