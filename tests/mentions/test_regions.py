"""The state of those who lead a part of it."""

from __future__ import annotations

import pytest

from readings import cast, only

ERDOGAN = ("participant", "Recep Tayyip Erdoğan", "TUR")


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("The mayor of Gothenburg, Anna Vell,", "Anna Vell", "SWE"),
        ("Ohio Governor Anna Vell", "Anna Vell", "USA"),
        ("Catalan leader Anna Vell", "Anna Vell", "ESP"),
        ("Anna Vell, Puntland's president,", "Anna Vell", "SOM"),
        ("Anna Vell, the premier of Tasmania,", "Anna Vell", "AUS"),
        ("Kurdistan Region Prime Minister Anna Vell", "Anna Vell", "IRQ"),
    ],
)
def test_who_leads_a_region_is_of_its_state(words: str, name: str, country: str):
    found = cast(only(f"{words} met President Recep Tayyip Erdogan in Ankara on Tuesday."))
    assert sorted(found) == sorted([("participant", name, country), ERDOGAN])


@pytest.mark.parametrize(
    "words", ["Crimean leader Anna Vell", "The governor of Kherson, Anna Vell,", "Donetsk leader Anna Vell"]
)
def test_a_region_in_dispute_gives_no_state(words: str):
    from readings import engagements_of

    found = engagements_of(f"{words} met President Recep Tayyip Erdogan in Ankara on Tuesday.")
    assert all(("participant", "Anna Vell", "UKR") not in cast(eng) for eng in found)
