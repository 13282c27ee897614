"""Whom "he" and "she" stand for."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("first", "then", "country"),
    [
        (
            "President Donald Trump welcomed Chancellor Angela Merkel on Monday.",
            "She later travelled to Ottawa.",
            "DEU",
        ),
        ("Theresa May telephoned Charles Michel on Monday.", "He will visit Canada next week.", "BEL"),
        ("Theresa May telephoned Charles Michel on Monday.", "She will visit Canada next week.", "GBR"),
    ],
)
def test_the_one_of_the_gender_told_of_last(first, then, country):
    visit = engagements_of(first, then, day="2017-03-13")[-1]
    assert cast(visit)[0][2] == country


def test_nobody_of_the_gender_is_nobody():
    told = engagements_of(
        "President Donald Trump spoke in Ohio.", "A singer said she would travel to Canada.", day="2017-03-13"
    )
    assert told == ()


def test_an_office_that_men_mostly_held_tells_nothing():
    visit = engagements_of(
        "British Lord Chancellor Shabana Mahmood met Ukrainian Justice Minister Denys Maliuska in London.",
        "She then flew to Poland.",
        day="2024-10-03",
    )[-1]
    assert cast(visit)[0][1] == "Shabana Mahmood"
