"""The API's articles: sent, read, kept once; people and places of the tables."""

from __future__ import annotations

import pytest

TEXT = (
    "Talks open in Oslo\n\nOslo, 2 April 2024 (XYZ): Finnish Foreign Minister Elina Valtonen met Norwegian Foreign "
    "Minister Espen Barth Eide in Oslo on Tuesday."
)


def test_an_article_is_read_and_kept_once(own_client):
    first = own_client.post("/api/v1/articles", json={"text": TEXT, "publisher": "Oslo Wire"})
    assert first.status_code == 201
    assert first.json()["reports"] >= 1
    record = own_client.get(f"/api/v1/records/{first.json()['records'][0]}").json()
    assert record["kind"] == "meeting"
    again = own_client.post("/api/v1/articles", json={"text": TEXT, "publisher": "Oslo Wire"})
    assert (again.status_code, again.json()["known"]) == (200, True)


def test_an_idempotency_key_gives_the_same_answer_and_is_for_one_request(own_client):
    headers = {"idempotency-key": "k1"}
    first = own_client.post("/api/v1/articles", json={"text": TEXT}, headers=headers)
    assert own_client.post("/api/v1/articles", json={"text": TEXT}, headers=headers).json() == first.json()
    other = own_client.post("/api/v1/articles", json={"text": f"{TEXT} More."}, headers=headers)
    assert other.status_code == 422


def test_html_is_read_as_html(own_client):
    page = f"<html><body><article><h1>Talks</h1><p>{TEXT}</p></article></body></html>"
    added = own_client.post("/api/v1/articles", json={"html": page, "url": "https://example.org/a"}).json()
    article = own_client.get(f"/api/v1/articles/{added['article_id']}").json()
    assert "<p>" not in article["text"]
    told = own_client.get(f"/api/v1/engagements?article={added['article_id']}").json()["data"]
    assert all(one["record_id"] for one in told)


@pytest.mark.parametrize(
    "given", [{}, {"text": "a", "html": "b"}, {"text": "\x00\x01"}, {"text": "x", "published": "soon"}]
)
def test_what_is_no_article_is_refused(own_client, given):
    assert own_client.post("/api/v1/articles", json=given).status_code == 422


def test_articles_are_listed_page_by_page(client):
    first = client.get("/api/v1/articles?limit=5").json()
    second = client.get(f"/api/v1/articles?limit=5&cursor={first['next']}").json()
    ids = [article["article_id"] for article in (*first["data"], *second["data"])]
    assert len(set(ids)) == 10


def test_a_cursor_of_another_list_is_refused(client):
    cursor = client.get("/api/v1/records?limit=1").json()["next"]
    assert client.get(f"/api/v1/articles?cursor={cursor}").status_code == 400


def test_people_and_places_come_from_the_tables(client):
    person = client.get("/api/v1/people?q=Antony+Blinken").json()["data"][0]
    assert "office:USA/foreign-minister" in [held["office"]["office_id"] for held in person["offices"]]
    person_id = person["person"]["person_id"]
    assert client.get(f"/api/v1/people/{person_id}").json()["person"]["name"] == "Antony Blinken"
    paris = client.get("/api/v1/places?q=Paris").json()["data"][0]
    assert paris["country"] == "FRA"
