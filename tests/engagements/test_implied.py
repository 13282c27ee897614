"""Whom a contact's own words leave out."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def sides(text: str, kind: Kind) -> list[set[str | None]]:
    return [{country for _, _, country in cast(eng)} for eng in of_kind(engagements_of(text), kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There has been no meeting with {they}, {we} said on Tuesday.", Kind.MEETING),
        ("{we} said on Tuesday that an agreement with {they} had been signed in March.", Kind.AGREEMENT),
    ],
)
def test_who_speaks_of_it_takes_part(text, kind):
    words = text.format(we="Norwegian Foreign Minister Espen Barth Eide", they="Indonesia's Retno Marsudi")
    assert sides(words, kind) == [{"NOR", "IDN"}]


def test_in_whose_honour_a_dinner_is_given():
    text = (
        "Hungarian President Tamás Sulyok gave a dinner in honour of Kazakh President Kassym-Jomart Tokayev."
    )
    assert sides(text, Kind.MEETING) == [{"HUN", "KAZ"}]


def test_in_his_honour():
    text = (
        "Norwegian Foreign Minister Espen Barth Eide arrived in Manila on Tuesday. Philippine President Ferdinand Marcos "
        "will host a dinner in his honour."
    )
    assert sides(text, Kind.MEETING) == [{"NOR", "PHL"}]


def test_consultations_at_home_are_no_meeting():
    assert (
        sides("Germany and France recalled their ambassadors from Iran for consultations.", Kind.MEETING)
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "King Abdullah of Jordan gave a dinner for visiting Kenyan President William Ruto.",
        "The Polish prime minister hosted a lunch for visiting Japanese Foreign Minister Yoko Kamikawa.",
    ],
)
def test_the_visiting_guest_of_a_meal_takes_part(text):
    (meeting,) = [eng for eng in engagements_of(text) if eng.kind == "meeting"]
    assert (len(meeting.participants), meeting.main) == (2, True)


def test_talks_with_several_are_those_of_who_speaks_of_them():
    (eng,) = engagements_of(
        "Washington wants talks with Syria and Iran, Hillary Clinton said.", day="2009-03-15"
    )
    assert {land for _, _, land in cast(eng)} == {"USA", "SYR", "IRN"}
    assert eng.status is Status.PROPOSED


def test_talks_with_several_told_after_somebody_came_elsewhere_are_theirs():
    text = (
        "French President Emmanuel Macron arrived in Oslo. Talks with Sudan and Ethiopia continue in Nairobi."
    )
    assert sides(text, Kind.MEETING) == [{"SDN", "ETH"}]
