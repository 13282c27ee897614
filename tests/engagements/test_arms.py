"""Ground taken and borders crossed are attacks where those who bear arms do it."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Turkish troops pushed deeper into northern Syria on Tuesday.", {"TUR", "SYR"}),
        ("Rwandan soldiers crossed into eastern Congo overnight.", {"RWA", "COD"}),
        ("Russian tanks rolled into Ukraine from the north.", {"RUS", "UKR"}),
        ("Eritrean forces entered the Ethiopian town of Zalambessa.", {"ERI", "ETH"}),
    ],
)
def test_troops_abroad_attack_and_are_on_no_visit(text, sides):
    (attack,) = engagements_of(text)
    assert (attack.kind, {country for _, _, country in cast(attack)}) == ("attack", sides)


@pytest.mark.parametrize(
    "text",
    [
        "American troops moved into Poland for an exercise with Polish forces.",
        "The Council of Europe met as Russian troops closed in on Ukraine's capital.",
        "German tourists poured into Italy at the weekend.",
    ],
)
def test_exercises_tourists_and_settings_are_none(text):
    assert not [eng for eng in engagements_of(text) if eng.kind in {"attack", "visit"}]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired two missiles into the sea on Monday, South Korea's army said.",
        "Japan's defence ministry said North Korea had launched a rocket toward the Sea of Japan.",
    ],
)
def test_what_falls_into_the_sea_hits_nobody(text):
    assert engagements_of(text) == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Houthi rebels launched two missiles over the Red Sea toward Israel on Monday.", {"YEM", "ISR"}),
        ("Iran launched missiles toward an American destroyer in the Gulf waters on Monday.", {"IRN", "USA"}),
    ],
)
def test_what_flies_over_the_sea_hits_what_lies_behind(text, sides):
    (attack,) = engagements_of(text)
    assert {country for _, _, country in cast(attack)} == sides


@pytest.mark.parametrize(
    ("headline", "sides"),
    [
        ("US and UK strike Houthi sites for second night", {"USA", "GBR", "YEM"}),
        ("Israel hits Hezbollah positions", {"ISR", "LBN"}),
        ("Pakistan strikes Iran", {"PAK", "IRN"}),
    ],
)
def test_whoever_strikes_a_state_or_sites_attacks(headline, sides):
    (attack,) = engagements_in(article_of("No more is known.", headline=headline))
    assert (attack.kind, {country for _, _, country in cast(attack)}) == ("attack", sides)


@pytest.mark.parametrize(
    "text",
    [
        "Storms struck Japan and Korea on Monday.",
        "The United States struck Cuba off its list of sponsors.",
        "Germany hit Iran with a new ban.",
    ],
)
def test_storms_lists_and_bans_strike_without_arms(text):
    assert not [eng for eng in engagements_of(text) if eng.kind == "attack"]


def test_a_position_on_something_is_not_struck():
    text = "Turkey hit Greece's positions on the islands as untenable."
    assert not [eng for eng in engagements_of(text) if eng.kind == "attack"]
