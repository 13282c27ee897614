"""People told again by their style or their office's initials."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def who_thanked(text: str) -> list[tuple[str, str | None]]:
    told = engagements_in(article_of(text))
    return [(name, country) for eng in told if eng.kind == "statement" for _, name, country in cast(eng)]


def test_his_excellency_is_who_was_told_with_that_style():
    text = (
        "H.E. Tarik Vellmar, Foreign Minister of Oman, met Polish Prime Minister Donald Tusk on Tuesday. "
        "His Excellency thanked Poland for its help."
    )
    assert ("Tarik Vellmar", "OMN") in who_thanked(text)


def test_without_a_bearer_the_style_is_nobody():
    text = (
        "Kenyan Foreign Minister Tarik Vellmar met Donald Tusk. His Excellency thanked Poland for its help."
    )
    assert "KEN" not in {country for _, country in who_thanked(text)}


def test_initials_are_the_holder_of_that_office():
    text = (
        "The Principal Secretary of Kenya, Tarik Vellmar, met Polish Prime Minister Donald Tusk. "
        "The PS thanked Poland for its help."
    )
    assert ("Tarik Vellmar", "KEN") in who_thanked(text)


def test_a_style_before_a_name_is_that_persons():
    text = (
        "His Highness the Emir of Qatar met Donald Tusk. His Highness the Prime Minister Sheikh Tarik Vellmar thanked "
        "Poland for its help."
    )
    assert [name for name, country in who_thanked(text) if country != "POL"] == ["Tarik Vellmar"]
