"""Accusations that are none: what one's own side does, and what is blamed on things."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

ACCUSED = "Germany accused Russia of blackmail."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Berlin blamed the delay on technical problems.", 1),
        ("Berlin blames the shortage on a dry summer.", 1),
        ("Berlin blamed the delay on Moscow.", 2),
    ],
)
def test_what_is_blamed_on_a_thing_is_nobodys_fault(text, count):
    told = engagements_of(ACCUSED, text)
    assert len([one for eng in told if eng.kind is Kind.ACCUSATION for one in eng.trigger]) == count
