"""Day and place of the meeting at which something was said are those of what was said."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge


def read_text(text: str) -> tuple[Engagement, ...]:
    article = read_page(text.encode(), source="page.txt", published=dt.date(2024, 3, 14))
    return read(article, shipped_knowledge()).engagements


@pytest.mark.parametrize(
    ("text", "kind", "day", "city"),
    [
        (
            (
                "During Tuesday's talks in Prague, Foreign Minister Radosław Sikorski thanked his Czech counterpart "
                "Jan Lipavský for the ammunition."
            ),
            Kind.STATEMENT,
            12,
            "Prague",
        ),
        (
            (
                "At a press conference after talks in Nairobi on Monday with Prime Minister Abiy Ahmed, "
                "President William Ruto condemned Sudan over the attack."
            ),
            Kind.ACCUSATION,
            11,
            "Nairobi",
        ),
        (
            (
                "Foreign Minister Tsahkna met with Moldovan colleague\n\n"
                "At today's meeting in Tallinn, Foreign Minister Margus Tsahkna and his Moldovan counterpart "
                "Mihai Popșoi discussed the accession talks."
            ),
            Kind.MEETING,
            14,
            "Tallinn",
        ),
    ],
)
def test_what_is_done_at_an_occasion(text: str, kind: Kind, day: int, city: str) -> None:
    (eng,) = (eng for eng in read_text(text) if eng.kind is kind)
    assert eng.date is not None and eng.date.value.start == dt.date(2024, 3, day)
    assert eng.place is not None and eng.place.value.city == city
