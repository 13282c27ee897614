"""People, countries, organisations: offices with terms, counterparts, records."""

from __future__ import annotations


def test_a_person_has_offices_with_terms_and_counterparts(client):
    text = client.get("/people/per:antony-blinken").text
    assert '<svg class="bars"' in text
    assert "Secretary of State, United States" in text
    assert "2021 – 2025" in text
    assert 'id="counterparts"' in text


def test_a_country_tells_who_stood_for_it(client):
    text = client.get("/countries/ken").text
    assert "ISO KEN" in text
    assert "William Ruto" in text
    assert 'data-trips="/travel/trips.json?country=KEN"' in text


def test_an_organisation_has_its_members(client):
    text = client.get("/organizations/org:nato").text
    assert "Members" in text and "Norway" in text


def test_the_unknown_is_said_to_be(client):
    for path in ("/people/per:nobody", "/countries/XYZ", "/organizations/org:none"):
        assert client.get(path).status_code == 404
