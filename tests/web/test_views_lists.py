"""Today, Travel, Meetings, records and search: what stands on them, filters in the address, the empty archive."""

from __future__ import annotations

import re

import pytest


@pytest.mark.parametrize("path", ["/", "/travel", "/meetings", "/records", "/search?q=Blinken", "/articles"])
def test_the_page_is_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<main id="main"' in answer.text


def test_today_tells_records_with_the_words_they_were_read_from(client):
    text = client.get("/").text
    assert "Brazil expelled diplomats of Ambassador Fulvia Castro of Nicaragua on 8 August 2024." in text
    assert re.search(r"<q dir=\"auto\"><mark[^>]*>Brazil and Nicaragua expel", text)


def test_filters_stand_in_the_address_and_can_be_taken_away(client):
    text = client.get("/records?kind=visit&country=CAN&from=2023-06").text
    assert "Justin Trudeau" in text
    assert "Wang Yi" not in text
    assert '<a href="/records?country=CAN&amp;from=2023-06-01">kind: visit</a>' in text


def test_a_filter_that_does_not_fit_is_named(client):
    answer = client.get("/records?from=yesterday")
    assert answer.status_code == 400
    assert "from: &#39;yesterday&#39; is no date" in answer.text


def test_travel_lists_visits_only(client):
    text = client.get("/travel").text
    assert "/travel/trips.json" in text
    assert 'class="kind contact">visit<' in text
    assert 'class="kind contact">meeting<' not in text


def test_the_map_has_coordinates_and_the_timeline_lanes(client):
    trips = client.get("/travel/trips.json").json()
    assert ["Kyiv", "Ukraine"] in [place[2:4] for place in trips["places"]]
    assert "Justin Trudeau" in [name for _, name in trips["lanes"]]
    assert len(trips["start"]) == len(trips["stops"]) == len(trips["lane"])


def test_search_finds_people_of_the_tables_and_records(client):
    text = client.get("/search?q=Antony+Blinken").text
    assert '<a href="/people/per:' in text
    assert "Secretary of State Antony Blinken" in text


def test_a_second_page_follows_the_first(client):
    first = client.get("/records").text
    more = re.search(r'href="(/records\?cursor=[^"]+)">Older', first)
    second = client.get(more[1].replace("&amp;", "&")).text
    shown = [set(re.findall(r'href="/records/([0-9a-f]+)"', text)) for text in (first, second)]
    assert shown[0] and shown[1] and not shown[0] & shown[1]


def test_a_broken_cursor_is_refused_in_words(client):
    assert client.get("/records?cursor=rubbish").status_code == 400


@pytest.mark.parametrize("path", ["/", "/travel", "/meetings", "/records", "/articles"])
def test_an_empty_archive_says_what_to_do(empty_client, path):
    text = empty_client.get(path).text
    assert "dragoman ingest" in text
    assert 'action="/examples"' in text


def test_pages_show_text_never_markup(own_client):
    evil = "<img src=x onerror=alert(1)>"
    text = own_client.get(f"/search?q={evil}").text
    assert evil not in text
    assert "&lt;img src=x" in text
