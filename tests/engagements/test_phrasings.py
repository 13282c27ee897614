"""The phrasing bank is read no worse than it was: shares found and right per kind, and what is read falsely."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from phrasings import Phrasing, faults_of, floors, kinds, load, measure

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize("kind", kinds())
def test_no_share_falls_below_its_floor(kind):
    limits, figures = floors()[kind], measure(kind)
    for part, shares in figures.items():
        for name, value in shares.items():
            limit = limits[part][name]
            within = value <= limit if name == "false" else value >= limit
            assert within, f"{kind}, {part}: {name} is {value}, the floor is {limit}"


@pytest.mark.parametrize("kind", kinds())
def test_every_item_is_well_told(kind):
    items = load(kind)
    assert len({item.text for item in items}) == len(items), "an item stands twice"
    for item in items:
        assert not item.kinds or Kind(kind) in item.kinds, item.text
        assert not item.kinds or (item.sides and item.statuses), item.text


def test_faults_tell_what_is_wrong():
    text = "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin."

    def faults(kind: Kind | None, status: str, *sides: str) -> str:
        wanted = () if kind is None else (kind,)
        return " ".join(faults_of(Phrasing(text, wanted, frozenset({status}), sides, frozenset(), False)))

    assert faults(Kind.MEETING, "completed", "FRA", "DEU") == ""
    assert faults(Kind.MEETING, "planned", "FRA", "DEU").startswith("status meeting completed")
    assert faults(Kind.MEETING, "completed", "FRA").startswith("sides")
    assert faults(Kind.CALL, "completed", "FRA", "DEU").startswith("missed (but meeting")
    assert faults(None, "").startswith("false meeting")
