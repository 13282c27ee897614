"""Days told by their number in a stay."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

SUNDAY = dt.date(2024, 5, 12)
STAY = "Finnish Foreign Minister Elina Valtonen was in Lusaka from 8 to 10 May."


def days_of_meetings(text: str) -> list[str | None]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=SUNDAY)
    found = read(article, shipped_knowledge()).engagements
    return [eng.date.value.iso()[0] if eng.date else None for eng in found if eng.kind is Kind.MEETING]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On the first day she met Zambian President Hakainde Hichilema.", "2024-05-08"),
        ("On the second day of the visit she met Zambian President Hakainde Hichilema.", "2024-05-09"),
        ("Zambian President Hakainde Hichilema received her on the closing day.", "2024-05-10"),
        ("On her third and last day she met Zambian President Hakainde Hichilema.", "2024-05-10"),
    ],
)
def test_a_day_is_counted_in_the_stay_told_before(words: str, day: str) -> None:
    assert days_of_meetings(f"{STAY} {words}") == [day]


def test_the_next_day_counts_on_from_it() -> None:
    told = (
        "On the first day she met Zambian President Hakainde Hichilema. The next morning she was received by "
        "Foreign Minister Mulambo Haimbe."
    )
    assert days_of_meetings(f"{STAY} {told}") == ["2024-05-08", "2024-05-09"]


@pytest.mark.parametrize(
    "words",
    [
        "On the seventh day she met Zambian President Hakainde Hichilema.",
        "On the second day of the school strike she met Zambian President Hakainde Hichilema.",
    ],
)
def test_a_day_outside_the_stay_is_none(words: str) -> None:
    assert days_of_meetings(f"{STAY} {words}") == [None]


def test_without_a_stay_no_day_is_counted() -> None:
    met = (
        "On the second day Finnish Foreign Minister Elina Valtonen met Zambian President Hakainde Hichilema."
    )
    assert days_of_meetings(met) == [None]


def test_a_morning_counted_on_is_not_after_publication() -> None:
    told = (
        "On 11 and 12 May Finnish Foreign Minister Elina Valtonen paid a visit to Zambia. "
        "On the first day she met Zambian President Hakainde Hichilema. "
        "The next morning she was received by Foreign Minister Mulambo Haimbe."
    )
    assert days_of_meetings(told) == ["2024-05-11", "2024-05-12"]
