"""Who is listed beside a name."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

EIDE = "Norwegian Foreign Minister Espen Barth Eide"


@pytest.mark.parametrize(
    "text",
    [
        "received his Moldovan counterpart Mihai Popsoi and his Indonesian counterpart Retno Marsudi.",
        "met his Moldovan counterpart Mihai Popsoi in Bern on Tuesday and his Indonesian counterpart Retno Marsudi in Rome.",
    ],
)
def test_a_second_counterpart_is_met_too(text):
    meetings = of_kind(engagements_of(f"{EIDE} {text}"), Kind.MEETING)
    assert [{country for _, _, country in cast(eng)} for eng in meetings] == [{"NOR", "MDA"}, {"NOR", "IDN"}]


def test_who_acts_next_is_not_listed():
    text = "met Mihai Popsoi of Moldova in Bern on Tuesday and Indonesian Foreign Minister Retno Marsudi comes on Friday."
    (meeting,) = of_kind(engagements_of(f"{EIDE} {text}"), Kind.MEETING)
    assert {country for _, _, country in cast(meeting)} == {"NOR", "MDA"}
