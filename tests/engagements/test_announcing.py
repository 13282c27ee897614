"""Acts whose day the next words of the same side tell."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge


def first_day(text: str, kind: Kind) -> str | None:
    article = read_page(f"News\n\n{text}\n", source="page.txt", published=dt.date(2024, 6, 13))
    found = [eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is kind]
    return found[0].date.value.iso()[0] if found[0].date is not None else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Armenia has accused Azerbaijan of shelling a village.\n\n“It was hit twice,” Armenian Foreign Minister "
                "Ararat Mirzoyan told reporters on Tuesday."
            ),
            Kind.ACCUSATION,
        ),
        (
            "Kenya has expelled two Ethiopian envoys.\n\nKenya's foreign ministry announced the expulsion on Tuesday.",
            Kind.EXPULSION,
        ),
    ],
)
def test_what_a_side_has_done_has_the_day_on_which_it_says_so(text: str, kind: Kind):
    assert first_day(text, kind) == "2024-06-11"


@pytest.mark.parametrize(
    "behind",
    [
        "“It is a lie,” Azerbaijani Foreign Minister Jeyhun Bayramov told reporters on Tuesday.",
        "Armenian Foreign Minister Ararat Mirzoyan said he would fly to Paris on Tuesday.",
    ],
)
def test_what_another_says_or_what_is_said_of_a_day_dates_nothing(behind: str):
    text = f"Armenia has accused Azerbaijan of shelling a village.\n\n{behind}"
    assert first_day(text, Kind.ACCUSATION) is None
