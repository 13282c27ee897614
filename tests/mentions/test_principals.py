"""Envoys and aides act for the country of whom they serve."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def acting(text: str) -> list[tuple[str, str | None]]:
    told = engagements_in(article_of(text))
    return [(name, country) for eng in told for role, name, country in cast(eng) if role == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarik Vellmar, an aide to Polish Prime Minister Donald Tusk, thanked Kenya for its help.",
        "Donald Tusk's adviser Tarik Vellmar accused Kenya of bad faith.",
        "Donald Tusk's special envoy, Tarik Vellmar, thanked Kenya for its help.",
        "Tarik Vellmar, the special representative of Prime Minister Donald Tusk, urged Kenya to open the port.",
    ],
)
def test_who_serves_acts_and_not_whom_they_serve(text):
    assert acting(text) == [("Tarik Vellmar", "POL")]


def test_whose_country_is_told_keeps_it():
    text = "Kenyan adviser Tarik Vellmar, a friend of Donald Tusk, thanked Norway for its help."
    assert ("Tarik Vellmar", "KEN") in acting(text)


def test_whom_somebody_has_a_call_with_does_not_serve_them():
    told = engagements_in(
        article_of("Blinken's call with NATO Secretary General Jens Stoltenberg took place on Monday.")
    )
    assert {(name, country) for eng in told for _, name, country in cast(eng)} == {
        ("Antony Blinken", "USA"),
        ("Jens Stoltenberg", None),
    }


def test_a_general_whose_father_is_president_is_of_the_same_country():
    text = "Yoweri Museveni's son, General Tarik Vellmar, thanked Kenya for its help."
    assert acting(text) == [("Tarik Vellmar", "UGA")]
