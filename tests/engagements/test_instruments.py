"""What an agreement is called."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge


def agreement_in(text: str) -> Engagement:
    page = f"Papers and signatures\n\n{text}"
    article = read_page(page.encode(), source="page.txt", published=dt.date(2024, 3, 14))
    (eng,) = (eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is Kind.AGREEMENT)
    return eng


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Norway and Latvia signed a memorandum on subsea cables in Riga on Tuesday.",
            "memorandum on subsea cables",
        ),
        ("Poland and Vietnam signed a joint action plan in Hanoi on Monday.", "joint action plan"),
        (
            "The Joint Declaration of Friendship was signed by Ethiopia and Eritrea in Asmara.",
            "Joint Declaration of Friendship",
        ),
        ("Norway and Latvia signed an agreement in Riga on Tuesday.", None),
        ("Norway and Latvia signed six agreements in Riga on Tuesday.", None),
    ],
)
def test_names(text: str, name: str | None) -> None:
    found = agreement_in(text).name
    assert (found.value if found is not None else None) == name
    if found is not None:
        assert found.evidence[0].quote == name
