"""Letters that a text explains itself stand for what it says, whatever else the tables know by them."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

EXPLAINED = "Egyptian envoys met officers of the Rapid Support Forces (RSF) in Cairo on Monday."
AGAIN = "Egypt urged the RSF to open the road to El Obeid."


def names(*paragraphs: str) -> set[str]:
    return {name for eng in engagements_of(*paragraphs) for _, name, _ in cast(eng)}


def test_letters_explained_are_the_body_they_follow():
    assert names(EXPLAINED, AGAIN) == {"Egypt", "Rapid Support Forces"}


def test_letters_unexplained_are_what_the_tables_know():
    assert "Rapid Support Forces" not in names("RSF urged Egypt to free a reporter.")
