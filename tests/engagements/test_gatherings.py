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
