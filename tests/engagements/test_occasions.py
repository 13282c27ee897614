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


@pytest.mark.parametrize(
    ("text", "kind", "city"),
    [
        (
            "Speaking in Warsaw on Monday, US Secretary of State Antony Blinken accused Russia of sabotage.",
            Kind.ACCUSATION,
            "Warsaw",
        ),
        (
            "In Warsaw, US Secretary of State Antony Blinken and Foreign Minister Radosław Sikorski signed an agreement.",
            Kind.AGREEMENT,
            "Warsaw",
        ),
        (
            "Foreign Minister Hakan Fidan met his Iraqi counterpart Fuad Hussein at the Turkish Foreign Ministry.",
            Kind.MEETING,
            "Ankara",
        ),
        (
            "OSLO - Foreign Minister Espen Barth Eide held talks on Monday with visiting Foreign Minister Dmytro Kuleba.",
            Kind.MEETING,
            "Oslo",
        ),
        (
            "OSLO - Foreign Minister Espen Barth Eide summoned Russian Ambassador Nikolai Korchunov to the ministry.",
            Kind.ACCUSATION,
            "Oslo",
        ),
    ],
)
def test_places_beside_the_act(text: str, kind: Kind, city: str) -> None:
    (eng,) = (eng for eng in read_text(f"Ministers and guests\n\n{text}") if eng.kind is kind)
    assert eng.place is not None and eng.place.value.city == city


def test_whom_a_visitor_is_to_meet_has_no_day_of_the_arrival() -> None:
    text = "Foreign Minister Hakan Fidan flies to Paris on Saturday. He will meet Foreign Minister Stéphane Séjourné."
    (eng,) = (eng for eng in read_text(f"Fidan on the road\n\n{text}") if eng.kind is Kind.MEETING)
    assert eng.date is None and eng.place is not None and eng.place.value.city == "Paris"


@pytest.mark.parametrize(
    ("text", "kind", "setting"),
    [
        (
            (
                "Foreign ministers of the G7 countries met in Fiuggi on Monday. "
                "On the sidelines, US Secretary of State Antony Blinken met German Foreign Minister Annalena Baerbock."
            ),
            Kind.MEETING,
            Kind.CONFERENCE,
        ),
        (
            (
                "President Luiz Inácio Lula da Silva landed in Shanghai on Wednesday. "
                "On Friday he will be received by President Xi Jinping."
            ),
            Kind.MEETING,
            Kind.VISIT,
        ),
    ],
)
def test_what_is_part_of_what(text: str, kind: Kind, setting: Kind) -> None:
    found = read_text(f"On the margins of things\n\n{text}")
    (eng,) = (eng for eng in found if eng.kind is kind)
    assert {one.engagement_id: one.kind for one in found}.get(eng.part_of or "") is setting
