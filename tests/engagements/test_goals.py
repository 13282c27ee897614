"""Where a trip goes that is told by what somebody leaves for."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (
            "President William Ruto left Nairobi on Sunday to attend the African Union summit in Addis Ababa.",
            "Addis Ababa",
        ),
        ("Nigerian President Bola Tinubu will depart Abuja to attend the inauguration in Accra.", "Accra"),
        ("Nigerian President Bola Tinubu has left the country to address a forum in Paris.", "Paris"),
    ],
)
def test_a_trip_goes_to_what_one_leaves_for(text, city):
    visit = of_kind(engagements_of(text), Kind.VISIT)[0]
    assert visit.place.value.city == city


def test_who_leaves_an_office_does_not_travel():
    text = "Kenyan Minister Amina Mohamed left the party to lead a bank in London."
    assert of_kind(engagements_of(text), Kind.VISIT) == []
