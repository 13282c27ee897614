"""Hostile acts that two sides do to each other are two acts."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Armenia and Azerbaijan accused each other of opening fire.", "accusation", {"ARM", "AZE"}),
        ("Kenya and Somalia expelled one another's military attachés.", "expulsion", {"KEN", "SOM"}),
        ("Mali and Algeria expelled one another's military attachés.", "expulsion", {"MLI", "DZA"}),
        ("Hezbollah and Israel both accuse the other of breaking the truce.", "accusation", {"LBN", "ISR"}),
        ("Moscow and Kyiv traded accusations over the shelling of the plant.", "accusation", {"RUS", "UKR"}),
    ],
)
def test_each_does_it_to_the_other(text, kind, sides):
    told = [cast(eng) for eng in engagements_of(text) if eng.kind == kind]
    pairs = {tuple(country for role, _, country in sorted(parties)) for parties in told}
    assert len(told) == len(pairs) == 2
    assert all(set(pair) == sides for pair in pairs)


@pytest.mark.parametrize(
    "text",
    [
        "Guyana and Venezuela agreed not to accuse each other of aggression.",
        "Norway and Sweden accused Russia of jamming the other navigation signals.",
    ],
)
def test_not_where_it_is_not_done_or_done_to_others(text):
    told = [cast(eng) for eng in engagements_of(text) if eng.kind == "accusation"]
    assert not any(
        {"GUY", "VEN"} <= {c for _, _, c in parties} or {"NOR", "SWE"} == {c for _, _, c in parties}
        for parties in told
    )
