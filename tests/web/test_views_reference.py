"""The API's description: for programs and for people, without another host."""

from __future__ import annotations


def test_every_call_of_the_api_is_described(client):
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {
        "/api/v1/records",
        "/api/v1/articles",
        "/api/v1/people",
        "/api/v1/places",
        "/api/v1/search",
    } <= set(paths)
    text = client.get("/api").text
    assert all(path in text for path in paths)
    assert all(call.get("description") for methods in paths.values() for call in methods.values())


def test_nothing_comes_from_elsewhere(client):
    assert "cdn" not in client.get("/api").text
    assert client.get("/docs").status_code == 404
