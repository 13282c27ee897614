"""Datelines: place, day, agency, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.pages.dateline import read_dateline

MARCH = dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("Paris, 2 April 2024 (TDI): US", "Paris", "2024-04-02", "TDI"),
        ("PARIS (AP) — The", "PARIS", None, "AP"),
        ("BEIJING, March 3 (Xinhua) -- China", "BEIJING", "2024-03-03", "Xinhua"),
        ("Washington, D.C., April 5, 2024 – The", "Washington, D.C.", "2024-04-05", None),
        ("Islamabad: The foreign office", "Islamabad", None, None),
        ("MOSCOW, April 2. /TASS/. Russian", "MOSCOW", "2024-04-02", "TASS"),
        ("(Reuters) - The U.S.", None, None, "Reuters"),
        ("KYIV, Ukraine (AP) — Ukraine", "KYIV, Ukraine", None, "AP"),
        ("New Delhi [India], April 2 (ANI): The", "New Delhi [India]", "2024-04-02", "ANI"),
        ("Ankara/Istanbul – The", "Ankara/Istanbul", None, None),
        ("GENEVA (3 March 2024) – UN experts", "GENEVA", "2024-03-03", None),
        ("Berlin (dpa) - Der", "Berlin", None, "dpa"),
        (
            "MOSCOW/MINSK (UNP News / Sputnik - 11th June, 2020) Russian",
            "MOSCOW/MINSK",
            "2020-06-11",
            "UNP News / Sputnik",
        ),
        ("KARACHI (Web Desk) The", "KARACHI", None, "Web Desk"),
        ("Accra, March 2 (IANS) The bloc", "Accra", "2024-03-02", "IANS"),
        ("New Castle, Delaware – The", "New Castle, Delaware", None, None),
        ("Riyadh, October 22, 2023, SPA -- His", "Riyadh", "2023-10-22", "SPA"),
        ("MADRID, 28 June 2022 (own report) — Hours", "MADRID", "2022-06-28", "own report"),
        ("Accra, 3 July 2022 | The", "Accra", "2022-07-03", None),
        ("ASTANA. KAZINFORM - Head", "ASTANA", None, "KAZINFORM"),
        ("HAVANA, Jan 19 (2026) — Cuba", "HAVANA", "2026-01-19", None),
        ("SYDNEY (August 4, 2023) China's", "SYDNEY", "2023-08-04", None),
        ("Berlin (dts) - Federal", "Berlin", None, "dts"),
        ("Nairobi/Doha. Qatar", "Nairobi/Doha", None, None),
        ("October 14, 2024 - Canada", None, "2024-10-14", None),
    ],
)
def test_datelines(line: str, place: str | None, day: str | None, agency: str | None) -> None:
    found = read_dateline(line, published=MARCH)
    assert found is not None
    assert (found.place, found.day and found.day.isoformat(), found.agency) == (place, day, agency)
    assert line.startswith(found.span.of(line))


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARY BLINKEN: Good morning.",
        "MR PRICE: Thank you.",
        "THE PRESIDENT: Hello.",
        "Biden: We will not bow",
        "BREAKING — The minister",
        "Georgia: The opposition",
        "The African Union (AU) Commission",
        "NATO (North Atlantic Treaty Organization) The",
        "UNITED STATES (US) President",
        "Paris is calm. It",
        "In Paris, Blinken met",
        "Ukraine – a country at war",
        "Today, Secretary Blinken - who",
        "By JOHN SMITH (AP) — The",
        "Antony J. Blinken, Secretary of State",
        "March 2024 - a month to remember",
        "The envoy (a friend) - who",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line, published=MARCH) is None


def test_a_day_without_a_year_needs_the_publication_day() -> None:
    found = read_dateline("BEIJING, Dec. 30 (Xinhua) -- China")
    assert found is not None and found.day is None
    found = read_dateline("BEIJING, Dec. 30 (Xinhua) -- China", published=dt.date(2024, 1, 2))
    assert found is not None and found.day == dt.date(2023, 12, 30)
