"""Countries by name, adjective, people, seat and region."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("U.S.", "USA"), ("US", "USA"), ("USA", "USA"), ("the United States", "USA"), ("UK", "GBR"), ("Britain", "GBR"),
        ("ROK", "KOR"), ("South Korea", "KOR"), ("DPRK", "PRK"), ("Türkiye", "TUR"), ("Turkey", "TUR"),
        ("the Emirates", "ARE"), ("UAE", "ARE"), ("Palestinian Authority", "PSE"), ("Ivory Coast", "CIV"), ("Burma", "MMR"),
        ("Czech Republic", "CZE"), ("Swaziland", "SWZ"), ("Kosovo", "XKX"), ("the Holy See", "VAT"), ("Chad", "TCD"),
        ("Georgia", "GEO"), ("Jordan", "JOR"), ("China, nowhere", None), ("us", None), ("chad", None), ("turkey", None),
    ],
)  # fmt: skip
def test_names(kb, name, iso3):
    found = kb.find_country(name)
    assert (found and found.iso3) == iso3


@pytest.mark.parametrize(
    ("word", "iso3s"),
    [
        ("French", {"FRA"}), ("Emirati", {"ARE"}), ("Israelis", {"ISR"}), ("Congolese", {"COD", "COG"}), ("Turks", {"TUR"}),
        ("Nigerien", {"NER"}), ("Nigerian", {"NGA"}), ("Poles", {"POL"}), ("Britons", {"GBR"}), ("Saudis", {"SAU"}),
        ("Abkhaz", {"XAB"}), ("Somalilanders", {"XSL"}), ("Turkish Cypriot", {"CYP"}), ("table", set()),
    ],
)  # fmt: skip
def test_adjectives_and_peoples(kb, word, iso3s):
    assert {country.iso3 for country in kb.demonym_countries(word)} == iso3s


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Beijing", "CHN"), ("the Kremlin", "RUS"), ("Foggy Bottom", "USA"), ("the Élysée", "FRA"), ("Ottawa", "CAN"),
        ("Downing Street", "GBR"), ("the White House", "USA"), ("Bestepe", "TUR"), ("Carondelet", "ECU"),
        ("the Maximos Mansion", "GRC"), ("El Mouradia", "DZA"), ("Hargeisa", "XSL"), ("Lyon", None),
    ],
)  # fmt: skip
def test_seats_for_governments(kb, name, iso3):
    found = kb.metonym_country(name)
    assert (found and found.iso3) == iso3


def test_regions_have_members(kb):
    assert kb.region_members("Central Asia") == ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert set(kb.region_members("C5+1")) == {*kb.region_members("Central Asia"), "USA"}
    assert len(kb.region_members("the Nordic countries")) == 5
    assert kb.region_members("Ruritania") == ()


@pytest.mark.parametrize(
    ("name", "iso3", "part_of"),
    [
        ("Somaliland", "XSL", "SOM"), ("TRNC", "XNC", "CYP"), ("Transdniestria", "XTN", "MDA"), ("Abkhazia", "XAB", "GEO"),
        ("South Ossetia", "XOS", "GEO"), ("Greenland", "GRL", "DNK"), ("Hong Kong", "HKG", "CHN"), ("Taiwan", "TWN", None),
        ("Kosovo", "XKX", None), ("SADR", "ESH", None), ("Somalia", "SOM", None),
    ],
)  # fmt: skip
def test_states_few_recognise_and_territories_stand_apart(kb, name, iso3, part_of):
    found = kb.find_country(name)
    assert (found.iso3, found.part_of) == (iso3, part_of)


def test_codes(kb):
    france = kb.country("FRA")
    assert (france.name, france.capital, france.cow, france.cameo) == ("France", "Paris", 220, "FRA")
    assert kb.country("XXX") is None


def test_states_that_are_no_more(kb):
    state = kb.find_predecessor("Czechoslovakia")
    assert (state.end.isoformat(), state.successors) == ("1992-12-31", ("CZE", "SVK"))
    assert kb.find_predecessor("Republic of Artsakh").successors == ("AZE",)
    assert kb.find_predecessor("France") is None
