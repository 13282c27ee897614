"""Forces told without their state."""

from __future__ import annotations

import pytest

from readings import cast, engagements_of, sides_of


@pytest.mark.parametrize(
    ("words", "text", "sides"),
    [
        (
            "security forces",
            "Somalia's interior ministry said that security forces had killed nine fighters near Jowhar.",
            ["SOM"],
        ),
        (
            "the armed forces",
            "Three gunmen were killed in Aleppo, Syria, in a raid by the armed forces.",
            ["SYR"],
        ),
        ("military forces", "President Lula said military forces had sunk the boat off Peru.", ["BRA"]),
        ("security forces", "Kurdish security forces held the road to Kirkuk in Iraq.", []),
        ("armed forces", "The armed forces of Chad held the road to Faya in Chad.", []),
        ("security forces", "Weapons went from Turkey and from Iran to security forces.", []),
        ("Security forces", "Security forces opened fire in response to Iran.", []),
        ("Security forces", "Security forces killed nine, Iran said.", []),
        ("Security forces", "Security forces killed nine near Dilling, South Kordofan, Sudan.", ["SDN"]),
    ],
)
def test_whose_forces_they_are(words: str, text: str, sides: list[str]) -> None:
    assert sides_of(words, text) == sides


def test_the_military_is_that_of_the_minister_who_speaks_of_it() -> None:
    (act,) = engagements_of("Israeli Defense Minister Israel Katz said the military was attacking Iran.")
    assert [country for _, _, country in cast(act)] == ["ISR", "IRN"]


def test_the_navy_is_that_of_the_president_who_speaks_of_it() -> None:
    (act,) = engagements_of("French President Emmanuel Macron said the navy had boarded a Russian tanker.")
    assert [country for _, _, country in cast(act)] == ["FRA", "RUS"]
