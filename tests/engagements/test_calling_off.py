"""Contacts that are cancelled or put off."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto cancelled a trip to Uganda ahead of the G20 summit.",
        "President William Ruto called off a visit to Uganda before the G7 summit.",
        "President William Ruto postponed a trip to Uganda ahead of the G20 summit.",
    ],
)
def test_what_is_called_off_ahead_of_a_summit_is_not_the_summit(text):
    off = [eng.kind for eng in engagements_of(text) if str(eng.status) in {"cancelled", "postponed"}]
    assert off == [Kind.VISIT]


@pytest.mark.parametrize(
    "text",
    [
        "A Kenya-Uganda Business Forum will be held and co-chaired by Presidents Ruto and Museveni.",
        "A Japan-Kenya Investment Forum will be opened and chaired by Prime Minister Ishiba and President Ruto.",
        "The Gulf Security Conference will be organised and chaired by Foreign Minister Abbas Araghchi of Iran.",
    ],
)
def test_a_participle_shares_the_auxiliaries_of_the_one_before(text):
    told = of_kind(engagements_of(text), Kind.CONFERENCE)
    assert told
    assert {str(eng.status) for eng in told} == {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "British Foreign Secretary David Lammy will no longer travel to Egypt.",
        "President William Ruto no longer plans to visit Uganda.",
        "President William Ruto is no longer going to visit Uganda.",
    ],
)
def test_what_will_no_longer_be_is_cancelled(text):
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert (str(visit.status), visit.negated) == ("cancelled", False)


def test_who_can_no_longer_travel_has_cancelled_nothing():
    (visit,) = of_kind(
        engagements_of("Foreign Minister Wang Yi of China can no longer travel to Taipei."), Kind.VISIT
    )
    assert (str(visit.status) == "cancelled", visit.negated) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto on Monday announced a trip to Uganda.",
        "President William Ruto today announced the designation of a presidential delegation to Uganda.",
    ],
)
def test_the_day_of_announcing_a_trip_is_not_the_trip_s(text):
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert (str(visit.status), visit.date) == ("planned", None)


def test_a_day_ahead_is_that_of_the_trip_announced():
    (visit,) = of_kind(
        engagements_of("President William Ruto announced a trip to Uganda on 25 April 2024."), Kind.VISIT
    )
    assert visit.date is not None and visit.date.value.iso() == ("2024-04-25", "2024-04-25")


def test_what_was_announced_years_ago_is_history():
    text = "The dialogue was announced by President Ruto of Kenya and President Macron of France in November 2021."
    found = of_kind(engagements_of(text), Kind.MEETING)
    assert [(eng.historical, eng.date is not None) for eng in found] == [(True, True)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Plans for a meeting between the leaders of Rwanda and Burundi unravelled on Sunday.", "cancelled"),
        ("A planned meeting between the leaders of Rwanda and Burundi fell through on Sunday.", "cancelled"),
        ("Talks between Rwanda and Burundi collapsed on Sunday.", "completed"),
    ],
)
def test_plans_unravel_and_talks_collapse(text, status):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status == status


@pytest.mark.parametrize(
    "text",
    [
        "The announcement was delayed as President Ruto of Kenya and President Macron of France met.",
        "The parade was cancelled while President Ruto of Kenya met President Macron of France in Nairobi.",
    ],
)
def test_what_is_put_off_during_a_meeting_is_not_the_meeting(text):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status == "completed"
