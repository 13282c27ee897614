"""Nouns for talks that tell of no talks."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Kenya recalled its ambassador from Tanzania for consultations.", False),
        ("Sudan will withdraw from peace talks with Chad.", False),
        ("Norway suspends negotiations with Iceland.", False),
        ("Norway's prime minister skipped the talks with Iceland in Bergen.", False),
        ("Kenya's president boycotted the meeting of the East African Community.", False),
        ("Norway and Iceland suspended negotiations after three days.", True),
        ("Norway held negotiations with Iceland in Bergen.", True),
    ],
)
def test_talks_left_or_broken_off_are_no_talks(text, met):
    assert bool(of_kind(engagements_of(text), Kind.MEETING)) == met


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan and Somali officials met in Kampala to restart the talks between Ethiopia and Eritrea.",
        "Chad called the letter a step towards resuming dialogue between Ethiopia and Eritrea.",
        "Qatar and Oman have mediated between Iran and the United States in months of talks.",
        "Norway has accompanied Qatar and Oman through years of negotiations.",
    ],
)
def test_talks_that_are_an_aim_or_go_on_for_years_are_no_meeting(text):
    met = {c for eng in of_kind(engagements_of(text), Kind.MEETING) for _, _, c in cast(eng)}
    assert not met & {"ETH", "ERI", "QAT", "OMN", "NOR"}


@pytest.mark.parametrize(
    "text",
    [
        "The Sudanese army declared that the truce with Chad is over.",
        "Azerbaijan said the ceasefire with Armenia was over.",
        "Hamas announced that the ceasefire with Israel has ended.",
        "The truce between Ethiopia and Eritrea has collapsed.",
    ],
)
def test_a_truce_that_is_over_is_no_agreement(text):
    assert of_kind(engagements_of(text), Kind.AGREEMENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lithuania welcomed Australia to the consultations with China.",
        "Foreign Minister Gabrielius Landsbergis welcomed Japan to the talks.",
        "Norway admitted Kenya to the negotiations with Somalia.",
    ],
)
def test_who_is_welcomed_to_talks_was_not_met(text):
    assert of_kind(engagements_of(text), Kind.MEETING) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Sudanese army suspended its participation in ceasefire talks in Jeddah with the RSF.",
        "Egypt ended its involvement in talks with Ethiopia.",
    ],
)
def test_who_takes_part_no_longer_holds_no_talks(text):
    assert [eng for eng in engagements_of(text) if eng.kind == "meeting"] == []
