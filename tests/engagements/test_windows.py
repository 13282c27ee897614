"""Weekdays told after the days of a journey to come."""

from __future__ import annotations

import datetime as dt

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge


def day_of_meeting(text: str, published: dt.date) -> str | None:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=published)
    found = read(article, shipped_knowledge()).engagements
    met = next(eng for eng in found if eng.kind is Kind.MEETING)
    return met.date.value.iso()[0] if met.date is not None else None


TOLD = (
    "Finnish Foreign Minister Elina Valtonen will travel to Ghana and Togo on 3–7 June. On Monday she will meet Ghanaian "
    "Foreign Minister Shirley Ayorkor Botchwey in Accra."
)


def test_a_weekday_is_that_of_the_days_told_before():
    assert day_of_meeting(TOLD, dt.date(2024, 5, 23)) == "2024-06-03"


def test_not_where_it_lies_outside_them():
    told = TOLD.replace("3–7 June", "4–6 June")
    assert day_of_meeting(told, dt.date(2024, 5, 23)) == "2024-05-27"


def test_days_in_order_go_on_into_the_next_week():
    text = "South Korean President Yoon Suk Yeol will visit Kazakhstan on Tuesday and Uzbekistan on Thursday."
    article = read_page(f"News\n\n{text}\n", source="page.txt", published=dt.date(2024, 6, 13))
    days = [eng.date.value.iso()[0] for eng in read(article, shipped_knowledge()).engagements if eng.date]
    assert days == ["2024-06-18", "2024-06-20"]
