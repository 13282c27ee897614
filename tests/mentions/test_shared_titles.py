"""Titles and countries that several people named together share."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def parties(text: str) -> list[set[tuple[str, str | None]]]:
    meetings = of_kind(engagements_of(text), Kind.MEETING)
    return [{(name, country) for _, name, country in cast(meeting)} for meeting in meetings]


@pytest.mark.parametrize("joined", ["and", "together with", ", and"])
def test_who_is_named_beside_an_official_serves_the_same_state(joined):
    text = (
        "Emmanuel Macron met with Greenland Prime Minister Malik Orvesen "
        f"{joined} Foreign Minister Tarja Vellmar in Paris."
    ).replace(" ,", ",")
    (told,) = parties(text)
    assert told >= {("Malik Orvesen", "GRL"), ("Tarja Vellmar", "GRL")}


def test_what_is_told_between_two_does_not_make_them_of_one_state():
    text = "Emmanuel Macron hosted talks between Kenyan President William Ruto and Foreign Minister Tarja Vellmar."
    (told,) = parties(text)
    assert ("Tarja Vellmar", "KEN") not in told


def test_whose_own_country_is_told_keeps_it():
    text = "Emmanuel Macron met Kenyan President William Ruto and Foreign Minister Tarja Vellmar of Finland."
    told = parties(text)
    assert told and all(("Tarja Vellmar", "KEN") not in one for one in told)


def test_a_title_in_the_plural_is_that_of_each_who_is_named_behind_it():
    text = "Norwegian deputy foreign ministers Anna Vell and Karl Marr met Japan's Fumio Kishida in Oslo on Tuesday."
    assert parties(text) == [{("Anna Vell", "NOR"), ("Karl Marr", "NOR"), ("Fumio Kishida", "JPN")}]
