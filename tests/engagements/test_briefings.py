"""What a speaker says at a press conference of which the text tells the day."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

SPOKEN = {Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT}
OPENING = (
    "Polish Foreign Minister Radosław Sikorski told reporters on Tuesday that the border would stay closed. More people had "
    "come than in May. "
)


def days_in(text: str) -> list[str | None]:
    article = read_page(f"News\n\n{text}\n", source="page.txt", published=dt.date(2024, 6, 13))
    found = read(article, shipped_knowledge()).engagements
    return [eng.date.value.iso()[0] if eng.date else None for eng in found if eng.kind in SPOKEN]


@pytest.mark.parametrize(
    "words",
    [
        "Sikorski accused Belarus of sending them.",
        "Sikorski called on Belarus to release the journalist.",
    ],
)
def test_further_words_are_of_the_same_day(words: str):
    assert days_in(OPENING + words)[-1] == "2024-06-11"


@pytest.mark.parametrize(
    "words",
    [
        "In a letter, Sikorski accused Belarus of sending them.",
        "Belarus accused Poland of beating them.",
    ],
)
def test_words_said_elsewhere_or_by_others_are_not(words: str):
    assert days_in(OPENING + words)[-1] is None
