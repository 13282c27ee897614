"""What makes one event impossible, and what does not."""

from __future__ import annotations

import pytest

from dragoman.record.contradiction import contradiction
from dragoman.record.profile import profile_of
from reports import told

BLINKEN, SHERMAN, SIKORSKI = "Antony Blinken/USA", "Wendy Sherman/USA", "Radosław Sikorski/POL"
THANKS = {"about": "hosting refugees from Ukraine", "mode": "thank"}


def between(one, other):
    return contradiction(profile_of(one), profile_of(other))


def call(article, *people):
    return told(article, "call", *people, day="2024-03-21").engagement


APART = {
    "others acted": (
        told("a", "sanction", "USA", "RUS", day="2024-03-21"),
        told("b", "sanction", "GBR", "RUS", day="2024-03-21"),
    ),
    "it was done to others": (
        told("a", "statement", BLINKEN, "TUR", **THANKS),
        told("b", "statement", BLINKEN, "LVA", **THANKS),
    ),
    "others spoke or were spoken to for USA": (
        told("a", "statement", BLINKEN, "POL", **THANKS),
        told("b", "statement", SHERMAN, "POL", **THANKS),
    ),
    "it was said in other talks": (
        told("a", "accusation", BLINKEN, "PRK", trip=call("a", BLINKEN, "Cho Tae-yul/KOR")),
        told("b", "accusation", BLINKEN, "PRK", trip=call("b", BLINKEN, "Yoko Kamikawa/JPN")),
    ),
    "each has a side that the other lacks": (
        told("a", "agreement", "IDN", "AUS", day="2023-03-07"),
        told("b", "agreement", "IDN", "CHL", day="2023-03-07"),
    ),
    "too little in common": (
        told("a", "statement", BLINKEN, **THANKS),
        told("b", "statement", BLINKEN, **THANKS),
    ),
    "the acts differ": (
        told("a", "sanction", "USA", "RUS", day="2024-03-21"),
        told("b", "expulsion", "USA", "RUS", day="2024-03-21"),
    ),
    "a meeting on the margins is not the conference": (
        told("a", "conference", "KAZ", "UZB", "TJK", day="2023-09-14", name="Aral Sea Water Summit"),
        told("b", "meeting", "KAZ", "TJK", day="2023-09-14"),
    ),
    "a visit to a conference is not the conference": (
        told("a", "visit", BLINKEN, "CHE", day="2024-03-21"),
        told("b", "conference", BLINKEN, "CHE", day="2024-03-21"),
    ),
}


@pytest.mark.parametrize("reason", APART)
def test_it_is_another_event(reason):
    one, other = APART[reason]
    assert between(one, other) == between(other, one) == reason


FIT = {
    "the government for its minister": (
        told("a", "statement", BLINKEN, "POL", **THANKS),
        told("b", "statement", "USA", SIKORSKI, **THANKS),
    ),
    "one target of two": (
        told("a", "sanction", "USA", "RUS", day="2024-03-21"),
        told("b", "sanction", "USA", "RUS", "BLR", day="2024-03-21"),
    ),
    "talks and no talks": (
        told("a", "accusation", BLINKEN, "PRK", trip=call("a", BLINKEN, "Cho Tae-yul/KOR")),
        told("b", "accusation", BLINKEN, "PRK"),
    ),
    "a gathering of three": (
        told("a", "conference", "KAZ", "UZB", "TJK", day="2023-09-14"),
        told("b", "meeting", "KAZ", "TJK", "UZB", day="2023-09-14"),
    ),
    "a person of whom no country is told": (
        told("a", "meeting", "Regula Ammann/", "EGY", day="2024-08-22"),
        told("b", "meeting", "?Ammann/CHE", "EGY", day="2024-08-22"),
    ),
    "a surname in two words": (
        told("a", "meeting", "?Badr Abdel Aati/EGY", "CHE", day="2024-08-22"),
        told("b", "meeting", "Badr Abdelatty/EGY", "CHE", day="2024-08-22"),
    ),
}


@pytest.mark.parametrize("pair", FIT.values(), ids=FIT)
def test_it_can_be_one_event(pair):
    assert between(*pair) is None
