"""Firms and people behind their country's name act for themselves."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, only


@pytest.mark.parametrize(
    "text",
    [
        "The Nigerian government signed a contract with the Chinese railway firm Lutong on Monday.",
        "The Ports Authority of India signed an agreement with French engineering company Egrave.",
        "Ecuador sued the American oil company Tarcon in The Hague.",
        "Russia accused the British mining company Halden of breaking the law.",
        "Peruvians living near the mine are preparing to sue the United States.",
        "Three Kenyans accused Britain of torture.",
        "Thailand will welcome Chinese tourists without a visa from September.",
    ],
)
def test_firms_and_some_people_of_a_country_are_no_side(text):
    assert not engagements_of(text)


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("The Nigerian government signed a contract with China on Monday.", Kind.AGREEMENT, {"NGA", "CHN"}),
        (
            "The United States imposed sanctions on a Chinese shipping company.",
            Kind.SANCTION,
            {"USA", "CHN"},
        ),
        ("The United States accused Britain of torture.", Kind.ACCUSATION, {"USA", "GBR"}),
    ],
)
def test_states_and_firms_under_sanctions_are(text, kind, countries):
    eng = only(text)
    assert (eng.kind, {place for _, _, place in cast(eng)}) == (kind, countries)


def test_who_meets_a_leaders_child_does_not_meet_the_leader():
    assert engagements_of("Indian Prime Minister Narendra Modi met Donald Trump's daughter Ivanka.") == ()
    meeting = only(
        "Kenyan President William Ruto met Yoweri Museveni's eldest son, General Muhoozi Kainerugaba."
    )
    assert [name for _, name, _ in cast(meeting)] == ["William Ruto", "Muhoozi Kainerugaba"]
