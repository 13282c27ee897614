"""Names that two bodies share the end of."""

from __future__ import annotations

import pytest

from dragoman.mentions.shared_names import _PAIR
from readings import cast, engagements_of, sides_of


@pytest.mark.parametrize("text", ["the Donetsk and Luhansk People's Republics", "Qassam and Quds Brigades"])
def test_a_pair_is_two_names_and_a_plural(text: str) -> None:
    assert _PAIR.search(text) is not None


@pytest.mark.parametrize(
    "text", ["Donetsk and Luhansk", "officials and the Quds Brigades", "Donetsk and its towns"]
)
def test_no_pair_is_any_other_list(text: str) -> None:
    assert _PAIR.search(text) is None


def test_both_are_recognised() -> None:
    (act,) = engagements_of(
        "Russia recognised the so-called Donetsk and Luhansk People’s Republics on Monday."
    )
    assert [name for role, name, _ in cast(act) if role == "recipient"] == [
        "Donetsk People's Republic",
        "Luhansk People's Republic",
    ]


def test_names_that_nobody_has_are_no_bodies() -> None:
    assert sides_of("Poltava", "Russia recognised Poltava and Sumy People's Republics on Monday.") == []
