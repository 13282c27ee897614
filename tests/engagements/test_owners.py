"""Whose a ship or thing is, by its flag or by who owns or gave it."""

from __future__ import annotations

import pytest

from readings import cast, only


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("Iranian forces seized a tanker sailing under the flag of Panama.", "recipient", "PAN"),
        ("Iran's navy seized a freighter that flies the Liberian flag.", "recipient", "LBR"),
        ("The Houthis hit a Malta-flagged bulk carrier with a missile.", "recipient", "MLT"),
        ("A shipment of Turkish-donated flour arrived in Somalia.", "actor", "TUR"),
    ],
)
def test_a_ship_is_its_flags_and_a_gift_its_givers(text, role, country):
    assert (role, country) in [(part, place) for part, _, place in cast(only(text))]


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Forty generators donated by Japan have arrived in Ukraine.", "JPN"),
        ("Ukraine received American tanks on Monday.", "USA"),
    ],
)
def test_what_arrives_is_of_who_gave_it(text, giver):
    assert ("actor", giver) in [(part, place) for part, _, place in cast(only(text))]
