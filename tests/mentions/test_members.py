"""Bodies told by their members' region."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("Arab foreign ministers", "Arab League"),
        ("West African leaders", "Economic Community of West African States"),
        ("Southeast Asian defence ministers", "ASEAN"),
    ],
)
def test_members_who_meet_stand_for_their_body(who, body):
    eng = only(f"{who} met in Doha on Tuesday.")
    assert eng.kind is Kind.CONFERENCE
    assert [part.name.value for part in eng.participants] == [body]


def test_ministers_of_a_region_are_those_of_its_states():
    eng = only(
        "The Baltic foreign ministers met Polish Foreign Minister Radosław Sikorski in Vilnius on Tuesday."
    )
    assert {part.country.value for part in eng.participants} == {"EST", "LVA", "LTU", "POL"}
    assert engagements_of("Two Nordic ministers met in a café on Tuesday.") == ()


def test_ministers_of_one_state_are_no_members():
    told = engagements_of("South African ministers met Norwegian ministers in Oslo.")
    assert [sorted(part.name.value for part in eng.participants) for eng in told] == [
        ["Norway", "South Africa"]
    ]
