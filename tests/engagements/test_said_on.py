"""Days told beside words: of saying, of speaking somewhere, and before "when"."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge


def days_of(kind: Kind, text: str) -> list[tuple[str, str] | None]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=dt.date(2024, 3, 20))
    found = read(article, shipped_knowledge()).engagements
    return [eng.date.value.iso() if eng.date else None for eng in found if eng.kind is kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            Kind.SANCTION,
            "In a statement on Tuesday, the Foreign Office said Britain had imposed sanctions on two Belarusian judges.",
        ),
        (
            Kind.EXPULSION,
            (
                '"We have decided to expel a Russian diplomat," Moldovan Foreign Minister Mihai Popsoi wrote on X on '
                "Tuesday."
            ),
        ),
        (
            Kind.ACCUSATION,
            (
                "Ukraine's foreign minister Dmytro Kuleba, speaking at the United Nations on Tuesday, accused Russia of war "
                "crimes."
            ),
        ),
        (
            Kind.DEMAND,
            "Mali must release the soldiers, French Foreign Minister Stephane Sejourne told reporters on Tuesday.",
        ),
        (
            Kind.THREAT,
            "Iran will strike Israel if it is attacked, Foreign Minister Hossein Amir-Abdollahian said on Tuesday.",
        ),
    ],
)
def test_what_is_done_by_words_is_done_on_their_day(kind: Kind, text: str) -> None:
    assert days_of(kind, text) == [("2024-03-19", "2024-03-19")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            (
                "Since March 1, when Niger closed its border with Benin in protest at new sanctions, traders have lost "
                "millions."
            ),
            "2024-03-01",
        ),
        ("Prices have doubled since January, when Niger closed its border with Benin.", "2024-01"),
    ],
)
def test_a_day_before_when_is_that_of_what_happened_then(text: str, day: str) -> None:
    assert (day, day) in days_of(Kind.SANCTION, text)


def test_a_day_of_saying_is_not_that_of_a_meeting_to_come() -> None:
    text = "Romania's Luminita Odobescu will meet Maia Sandu in Paris, the ministry said in a statement on Tuesday."
    assert ("2024-03-19", "2024-03-19") not in days_of(Kind.MEETING, text)


def test_today_is_the_day_of_a_dateline_shortly_before() -> None:
    text = "PRAGUE, March 19 (CTK) - Prime Minister Petr Fiala received his Slovak counterpart Robert Fico today."
    assert days_of(Kind.MEETING, text) == [("2024-03-19", "2024-03-19")]
