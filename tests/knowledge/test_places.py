"""Places by name and context."""

from __future__ import annotations

import pytest

from dragoman.knowledge.entity import PlaceKind


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Leuven", "BEL"), ("Paris", "FRA"), ("Jeddah", "SAU"), ("Al Ula", "SAU"), ("AlUla", "SAU"), ("Davos", "CHE"),
        ("Camp David", "USA"), ("Kiev", "UKR"), ("Cracow", "POL"), ("Sharm El-Sheikh", "EGY"), ("Tbilisi", "GEO"),
        ("Washington", "USA"), ("The Hague", "NLD"), ("Ulaanbaatar", "MNG"), ("Khankendi", "AZE"),
        ("Stepanakert", "AZE"), ("Rarotonga", "COK"), ("Aitutaki", "COK"), ("Lobamba", "SWZ"),
    ],
)  # fmt: skip
def test_places_of_diplomacy(kb, name, country):
    assert kb.resolve_place(name).country == country


@pytest.mark.parametrize("name", ["Normandy format", "Springfield", "Xqzzyvv", "EU"])
def test_left_open(kb, name):
    assert kb.resolve_place(name) is None


def test_the_countries_named_decide(kb):
    assert kb.resolve_place("Tripoli", countries=["LBY"]).country == "LBY"
    assert kb.resolve_place("Tripoli", countries=["LBN"]).country == "LBN"


def test_a_part_of_a_country_is_not_the_country(kb):
    assert kb.resolve_place("England").kind is PlaceKind.DIVISION
    assert kb.resolve_place("France").kind is PlaceKind.COUNTRY


def test_a_venue_names_its_city(kb):
    assert kb.resolve_place("Quai d'Orsay").city == "Paris"


def test_by_id(kb):
    leuven = kb.resolve_place("Leuven")
    assert kb.place(leuven.place_id) == leuven
    assert kb.place("place:0") is None


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Anbar", "division", "IRQ"),
        ("Kharkiv Oblast", "division", "UKR"),
        ("Kharkiv region", "division", "UKR"),
        ("Kharkiv", "city", "UKR"),
        ("Idlib Governorate", "division", "SYR"),
        ("Borno State", "division", "NGA"),
        ("Zhongnanhai", "venue", "CHN"),
        ("Bharat Mandapam", "venue", "IND"),
    ],
)
def test_divisions_and_venues(kb, name, kind, country):
    found = kb.resolve_place(name)
    assert (found.kind.value, found.country) == (kind, country)


def test_a_division_with_an_everyday_name_needs_its_kind(kb):
    assert kb.resolve_place("Gulf") is None and kb.resolve_place("Gulf Province").country == "PNG"
