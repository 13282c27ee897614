"""Contacts and visits that point back at what was told before."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

THANKED = "French President Emmanuel Macron thanked Polish Prime Minister Donald Tusk on Tuesday."


def test_a_phone_call_is_between_those_who_were_told_of():
    (call,) = of_kind(engagements_of(f"{THANKED} The thanks came in a telephone call."), Kind.CALL)
    assert [name for _, name, _ in cast(call)] == ["Emmanuel Macron", "Donald Tusk"]


def test_a_meeting_needs_one_told_before():
    assert of_kind(engagements_of(f"{THANKED} The meeting lasted an hour."), Kind.MEETING) == []
    met = THANKED.replace("thanked", "met")
    (meeting,) = of_kind(engagements_of(f"{met} The meeting lasted an hour."), Kind.MEETING)
    assert [evidence.quote for evidence in meeting.trigger][-1].endswith("meeting")


def test_a_call_for_something_is_none():
    told = engagements_of(f"{THANKED} The call for a ceasefire was repeated.")
    assert of_kind(told, Kind.CALL) == []


def test_a_visit_concluded_is_the_one_told_before():
    text = (
        "French President Emmanuel Macron arrived in Warsaw on Tuesday. He concluded the visit on Wednesday."
    )
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert visit.status is Status.COMPLETED
    assert [evidence.quote for evidence in visit.trigger][-1] == "He concluded the visit"


def test_an_invitation_accepted_later_is_a_planned_visit():
    invited = "Polish Prime Minister Donald Tusk invited French President Emmanuel Macron to Warsaw."
    (visit,) = of_kind(engagements_of(f"{invited} The guest accepted the invitation."), Kind.VISIT)
    assert visit.status is Status.PLANNED


def test_indirect_talks_that_go_on_are_those_told_before():
    shuttled = "Oman's foreign minister shuttled between Saudi and Houthi delegations on Tuesday."
    told = engagements_of(f"{shuttled} The indirect talks will resume on Friday.")
    first, second = of_kind(told, Kind.MEDIATION)
    assert (first.status, second.status) == (Status.COMPLETED, Status.PLANNED)
    assert [cast(first)[i][0] for i in range(3)] == ["mediator", "participant", "participant"]
    assert cast(first) == cast(second)


def test_the_call_may_be_no_telephone_call():
    met = THANKED.replace("thanked", "met")
    assert of_kind(engagements_of(f"{met} The call was a farewell."), Kind.CALL) == []


def test_a_visit_of_nobody_is_dropped():
    assert engagements_of("The visit ended on Tuesday.") == ()
