"""Whom words without an addressee are said to."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, of_kind


def spoken(text: str, kind: Kind = Kind.STATEMENT) -> list[tuple[str | None, str | None]]:
    """Who speaks to whom, by country."""
    found = []
    for eng in of_kind(engagements_of(text), kind):
        parties = cast(eng)
        speaker = next(country for role, _, country in parties if role == "actor")
        found.append((speaker, next((country for role, _, country in parties if role == "recipient"), None)))
    return found


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Moldova sent home two Russian attachés. Romania applauded its neighbour.", ("ROU", "MDA")),
        (
            "Kenya held up the lorries for a week. Tanzania rejected the charge within the hour.",
            ("TZA", "KEN"),
        ),
    ],
)
def test_words_to_nobody_named_are_for_the_side_named_last(text, pair):
    assert pair in spoken(text)


def test_words_to_somebody_without_a_side_are_for_nobody_nearby():
    told = "Spain opened a school in Rabat. Moroccan Foreign Minister Nasser Bourita thanked Anna Vell, the headmistress."
    assert spoken(told) == []


def test_what_is_condemned_in_general_is_nobodys():
    assert (
        spoken("China has friends in Japan. China condemned aggression in every form.", Kind.ACCUSATION) == []
    )


def test_who_declines_to_say_something_says_nothing():
    told = "Iran ordered missiles. Russian Foreign Minister Sergey Lavrov declined to say whether the sale stood."
    assert spoken(told) == []


def test_people_who_are_congratulated_are_no_state_named_beside_them():
    text = (
        "The United Nations paid for the launch. Prime Minister Narendra Modi congratulated the scientists."
    )
    assert not [eng for eng in engagements_of(text) if eng.kind is Kind.STATEMENT]


def test_where_something_happened_is_not_whom_the_next_words_are_for():
    told = "The prosecution accused the ringleader of having threatened witnesses in Bulgaria."
    text = f"{told} Home Secretary Priti Patel welcomed the sentences."
    found = engagements_of(text, headline="Court jails four")
    assert not [eng for eng in found if eng.kind is Kind.STATEMENT]
