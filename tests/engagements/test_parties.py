"""Who takes part, from all tellings of one event."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def parties(*paragraphs: str, headline: str | None = None) -> list[str]:
    (meeting,) = of_kind(engagements_of(*paragraphs, headline=headline), Kind.MEETING)
    return sorted(name for _, name, _ in cast(meeting))


def test_leaders_named_below_stand_for_the_leaders_of_the_headline():
    told = "French President Emmanuel Macron and German Chancellor Olaf Scholz met in Berlin on Tuesday."
    assert parties(told, headline="France, German leaders meet in Berlin") == [
        "Emmanuel Macron",
        "Olaf Scholz",
    ]


def test_officials_told_beside_their_president_are_a_side_of_their_own():
    told = (
        "Olaf Scholz, the German chancellor, met French President Emmanuel Macron and "
        "French officials in Berlin on Tuesday."
    )
    assert parties(told) == ["Emmanuel Macron", "France", "Olaf Scholz"]


def test_who_is_named_below_makes_the_trip_of_the_headline():
    told = "French Foreign Minister Catherine Colonna will travel to Brazil on Thursday."
    (visit,) = of_kind(engagements_of(told, headline="French officials travel to Brazil"), Kind.VISIT)
    assert [name for role, name, _ in cast(visit) if role == "actor"] == ["Catherine Colonna"]


def test_who_tells_of_talks_beside_those_who_hold_them_is_no_party():
    told = (
        "As Russian Foreign Ministry Spokeswoman Maria Zakharova announced earlier, in Beijing, Lavrov will hold talks "
        "with the Minister of Foreign Affairs of the People's Republic of China, Wang Yi."
    )
    assert parties(told) == ["Sergey Lavrov", "Wang Yi"]
    told = "Spokesman Dmitry Peskov and President Vladimir Putin of Russia met President Masoud Pezeshkian of Iran."
    assert parties(told) == ["Masoud Pezeshkian", "Vladimir Putin"]
