"""Where an attack happens: what it is told to hit, if that is a place."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge
from readings import engagements_of


def places_of_attacks(text: str) -> list[tuple[str | None, str | None] | None]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=dt.date(2024, 2, 3))
    attacks = [eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is Kind.ATTACK]
    return [(eng.place.value.city, eng.place.value.country) if eng.place else None for eng in attacks]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lebanon condemned the Israeli strikes on Beirut.", ("Beirut", "LBN")),
        ("Hamas launched attacks on southern Israel in October.", (None, "ISR")),
        ("Russia invaded Ukraine in February 2022.", (None, "UKR")),
        ("Russian aircraft bombed targets near Gori on Tuesday.", ("Gori", "GEO")),
        ("Turkey has shelled a city in northeastern Syria.", (None, "SYR")),
        ("Iran fired missiles into Iraqi Kurdistan on Friday.", (None, "IRQ")),
        ("Israel bombed the Iranian embassy in Damascus.", ("Damascus", "SYR")),
    ],
)
def test_an_attack_is_where_it_hits(text: str, place: tuple[str | None, str | None]) -> None:
    assert places_of_attacks(text) == [place]


def test_whose_soldiers_are_hit_does_not_tell_where() -> None:
    assert places_of_attacks("Sudanese forces attacked Ethiopian soldiers on Thursday.") == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "President Ruto met President Museveni. During their meeting, they discussed the situation in Sudan.",
            None,
        ),
        (
            "President Ruto and President Museveni reviewed developments in Somalia at a meeting on Friday.",
            None,
        ),
        ("President Ruto and President Museveni discussed trade at a meeting in Kampala.", "Kampala"),
    ],
)
def test_where_things_are_that_are_talked_about_is_not_where_it_is_done(text: str, place: str | None) -> None:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=dt.date(2024, 2, 3))
    (meeting,) = [eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is Kind.MEETING]
    assert (meeting.place.value.city if meeting.place else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Harris opened the Summit on Peace in Ukraine in Switzerland on Monday.", ("CHE", "Switzerland")),
        ("Macron opened the Conference on Syria in Paris on Monday.", ("FRA", "Paris")),
    ],
)
def test_what_a_gathering_is_about_is_not_where_it_is(text, place):
    (conference,) = engagements_of(text)
    assert (conference.place.value.country, conference.place.evidence[0].quote) == place
