"""Bodies told again by a common noun."""

from __future__ import annotations

import pytest

from readings import cast, engagements_of


@pytest.mark.parametrize(
    ("before", "text", "actor"),
    [
        (
            "ECOWAS held a session on Sunday.",
            "The bloc condemned Mali.",
            "Economic Community of West African States",
        ),
        ("Saudi Arabia and Yemen are neighbours.", "The kingdom condemned Iran.", "Saudi Arabia"),
        (
            "Ministers of the European Union met.",
            "The Council imposed sanctions on Belarus.",
            "Council of the European Union",
        ),
    ],
)
def test_the_last_that_fits_is_meant(before, text, actor):
    acts = engagements_of(before, text)
    assert actor in {name for eng in acts for role, name, _ in cast(eng) if role == "actor"}


def test_a_regime_is_whom_the_article_is_about():
    acts = engagements_of(
        "The regime must release all prisoners, Norway said.", headline="Belarus: protests go on"
    )
    assert [place for _, _, place in cast(acts[0])] == ["NOR", "BLR"]


def test_nobody_is_meant_where_nothing_fits():
    assert engagements_of("The bloc condemned Mali.") == ()


@pytest.mark.parametrize("pair", ["Biden-Harris", "Biden-\u2060Harris", "Biden–Harris"])
def test_an_administration_of_two_is_the_first_one_s(pair):
    acts = engagements_of(f"The {pair} Administration condemned Belarus.", day="2022-06-20")
    assert [place for _, _, place in cast(acts[0])] == ["USA", "BLR"]


def test_the_ministry_is_the_one_named_before():
    acts = engagements_of(
        "The Russian Foreign Ministry summoned the Canadian ambassador on Monday.",
        "The ministry also demanded that Canada protect the embassy.",
    )
    assert [place for act in acts for role, _, place in cast(act) if role == "actor"] == ["RUS", "RUS"]
