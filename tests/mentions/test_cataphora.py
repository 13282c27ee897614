"""Pronouns before the name that they stand for."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

BEFORE = "Polish Foreign Minister Radoslaw Sikorski thanked Norway on Monday."


def test_his_visit_is_that_of_whom_the_sentence_goes_on_to_name():
    (visit,) = of_kind(
        engagements_of(
            BEFORE, "During his visit to Riyadh on Tuesday, Emmanuel Macron called on Iran to wait."
        ),
        Kind.VISIT,
    )
    assert ("actor", "Emmanuel Macron", "FRA") in cast(visit)


def test_an_invitation_is_somebody_elses():
    visits = of_kind(
        engagements_of(BEFORE, "At his invitation, Emmanuel Macron will visit Warsaw on Friday."), Kind.VISIT
    )
    assert all(("actor", "Radoslaw Sikorski", "POL") not in cast(visit) for visit in visits)


def test_their_talks_are_those_of_whom_the_sentence_goes_on_to_list():
    text = "After their talks in Rome, Emmanuel Macron and Giorgia Meloni agreed to speak by phone next week."
    told = engagements_of(BEFORE, text)
    (meeting,) = of_kind(told, Kind.MEETING)
    assert {country for _, _, country in cast(meeting)} == {"FRA", "ITA"}
    assert meeting.date is None
    assert len(of_kind(told, Kind.CALL)) == 1
