"""Values as people type and read them."""

from __future__ import annotations

import pytest

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Kind, Location, OfficeHeld, Role, Status
from dragoman.errors import DecisionError
from dragoman.record.typed import in_words, parse_value
from dragoman.record.values import Party

TYPED = [
    ("date", "2024", DateSpan.parse("2024")),
    ("date", " 2024-04-01 / 2024-04-05 ", DateSpan.parse("2024-04-01", "2024-04-05")),
    ("place", "Oslo, NOR", Location("Oslo", "NOR", None)),
    ("place", "NOR", Location(None, "NOR", "ctry:NOR")),
    ("place", "Oslo", Location("Oslo", None, None)),
    ("stops[Oslo]", "Washington, D.C., USA", Location("Washington, D.C.", "USA", None)),
    ("amount", "about 20,000,000 EUR", Amount(20_000_000, "EUR", approximate=True)),
    ("amount", "3.5 tonnes", Amount(3.5, "tonnes")),
    ("kind", "Call", Kind.CALL),
    ("status", "planned", Status.PLANNED),
    ("participants[x].role", "third party", Role.THIRD_PARTY),
    ("participants[x].office", "Foreign Minister", OfficeHeld("Foreign Minister", None, None, "decision")),
    ("participants[x].office", "Former Minister", OfficeHeld("Minister", None, None, "decision", "former")),
    ("participants", "Aino Aalto", Party(Role.PARTICIPANT, "Aino Aalto")),
    (
        "participants[x]",
        "Aino Aalto, Foreign Minister, FIN",
        Party(
            Role.PARTICIPANT,
            "Aino Aalto",
            None,
            OfficeHeld("Foreign Minister", None, None, "decision"),
            "FIN",
        ),
    ),
    ("main", "no", False),
    ("topics", "Arctic ice", "Arctic ice"),
    ("place", '{"city":"Oslo","country":"NOR","place_id":"g:1"}', Location("Oslo", "NOR", "g:1")),
]


@pytest.mark.parametrize(("path", "text", "value"), TYPED)
def test_typed_values(path, text, value):
    assert parse_value(path, text) == value


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("date", "next Tuesday", "2024-04-02"),
        ("date", "2024-04-01/2024-04", "2024-04-02"),
        ("place", "Oslo, Norway", "alpha-3"),
        ("amount", "much", "20,000,000 EUR"),
        ("kind", "dance", "meeting"),
        ("main", "perhaps", "yes nor no"),
        ("date", "  ", "rejection"),
        ("weather", "wet", "no field"),
    ],
)
def test_what_does_not_fit_says_what_would(path, text, expected):
    with pytest.raises(DecisionError, match=expected):
        parse_value(path, text)


@pytest.mark.parametrize(
    ("path", "text", "value"), [one for one in TYPED if one[0] != "participants[x].office"]
)
def test_what_is_shown_can_be_typed_again(path, text, value):
    if isinstance(value, bool) or not (isinstance(value, Location) and value.country is None):
        again = parse_value(path, in_words(value))
        assert in_words(again) == in_words(value)


def test_an_empty_field_is_a_dash():
    assert in_words(None) == "–"
