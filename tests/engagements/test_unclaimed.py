"""The one day of a sentence that no telling has taken."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

THURSDAY = dt.date(2024, 6, 13)


def days_of(text: str, kind: Kind) -> list[str | None]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=THURSDAY)
    found = read(article, shipped_knowledge()).engagements
    return [eng.date.value.iso()[0] if eng.date else None for eng in found if eng.kind is kind]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Minister Baiba Braže of Latvia\n\n17 June, 16:00: meeting with Polish Foreign Minister Radosław Sikorski, Riga",
            Kind.MEETING,
            "2024-06-17",
        ),
        (
            (
                "The ceremony was held on Wednesday in Riga, where Polish President Andrzej Duda met Latvian President "
                "Edgars Rinkēvičs."
            ),
            Kind.MEETING,
            "2024-06-12",
        ),
        (
            (
                "On Wednesday the music festival opened in Riga, where Polish President Andrzej Duda had talks with "
                "Latvian President Edgars Rinkēvičs."
            ),
            Kind.MEETING,
            "2024-06-12",
        ),
    ],
)
def test_a_day_that_is_nobody_elses_is_the_acts(text: str, kind: Kind, day: str):
    assert days_of(text, kind) == [day]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Polish Foreign Minister Radosław Sikorski, who took office on Monday, has spoken with Baiba Braže of Latvia.",
            Kind.CALL,
        ),
        (
            "Polish President Andrzej Duda is to meet Latvian President Edgars Rinkēvičs, his office said on Monday.",
            Kind.MEETING,
        ),
        (
            "Poland accused Belarus of sending migrants over the border before the talks that begin on Friday.",
            Kind.ACCUSATION,
        ),
    ],
)
def test_days_of_other_clauses_of_saying_and_in_what_is_said_are_not(text: str, kind: Kind):
    assert set(days_of(text, kind)) <= {None}
