"""Contacts of people told before that are another time."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

MET = "Norwegian Foreign Minister Espen Barth Eide met Moldovan Foreign Minister Mihai Popsoi in Oslo on Monday."


def meetings(text: str) -> list[set[str | None]]:
    return [{country for _, _, country in cast(e)} for e in of_kind(engagements_of(MET, text), Kind.MEETING)]


@pytest.mark.parametrize(
    "text",
    ["In the evening the two ministers met again over dinner.", "Later the two met again at the palace."],
)
def test_who_meets_again_meets_twice(text):
    assert meetings(text) == [{"NOR", "MDA"}, {"NOR", "MDA"}]


def test_who_met_again_in_an_aside_met_once():
    assert meetings("The two ministers, who met again after two years, spoke of gas.") == [{"NOR", "MDA"}]


@pytest.mark.parametrize(
    "text", ["A second meeting is planned for June.", "They will hold further talks in May."]
)
def test_a_second_meeting_to_come_is_another(text):
    found = of_kind(engagements_of(MET, text), Kind.MEETING)
    assert [eng.status for eng in found] == [Status.COMPLETED, Status.PLANNED]


def test_a_wider_round_is_another():
    text = "The two ministers then held trilateral talks with Romanian Foreign Minister Luminita Odobescu."
    assert meetings(text) == [{"NOR", "MDA"}, {"NOR", "MDA", "ROU"}]


@pytest.mark.parametrize(
    "text", ["They concluded the talks on Tuesday.", "They wrapped up the talks on Tuesday."]
)
def test_talks_that_go_on_are_one_meeting_of_two_days(text):
    (meeting,) = of_kind(engagements_of(MET, text), Kind.MEETING)
    assert meeting.date is not None
    assert meeting.date.value.days == 2
