"""Decisions over the API: kept, applied, refused with If-Match where the record has changed."""

from __future__ import annotations

import pytest


@pytest.fixture
def visit(own_client):
    return own_client.get("/api/v1/records?kind=visit&q=Trudeau&historical=no&limit=1").json()["data"][0][
        "record_id"
    ]


def test_a_decision_is_kept_and_applied(own_client, visit):
    given = {
        "record": visit,
        "field": "date",
        "verdict": "correct",
        "value": "2023-06-11",
        "why": "the second day",
    }
    answer = own_client.post("/api/v1/decisions", json=given)
    assert answer.status_code == 201
    assert own_client.get(f"/api/v1/records/{visit}").json()["date"]["start"] == "2023-06-11"
    kept = own_client.get("/api/v1/decisions").json()["data"]
    assert [one["decision_id"] for one in kept] == [answer.json()["decision_id"]]
    undo = {"record": visit, "verdict": "undo", "undoes": kept[0]["decision_id"]}
    assert own_client.post("/api/v1/decisions", json=undo).status_code == 201
    assert own_client.get(f"/api/v1/records/{visit}").json()["date"]["start"] == "2023-06-10"


def test_a_record_that_changed_is_not_decided_on(own_client, visit):
    seen = own_client.get(f"/api/v1/records/{visit}").headers["etag"]
    given = {"record": visit, "field": "status", "verdict": "accept"}
    assert own_client.post("/api/v1/decisions", json=given, headers={"if-match": seen}).status_code == 201
    refused = own_client.post("/api/v1/decisions", json=given, headers={"if-match": seen})
    assert (refused.status_code, refused.json()["title"]) == (412, "Changed meanwhile")


@pytest.mark.parametrize(
    "given",
    [
        {"field": "dance", "verdict": "accept"},
        {"field": "status", "verdict": "reject"},
        {"field": "date", "verdict": "correct", "value": "soon"},
        {"verdict": "undo"},
        {"verdict": "sing"},
    ],
)
def test_what_says_nothing_is_refused(own_client, visit, given):
    assert own_client.post("/api/v1/decisions", json={"record": visit, **given}).status_code == 422


def test_an_unknown_record_is_none(own_client):
    assert (
        own_client.post("/api/v1/decisions", json={"record": "none", "verdict": "accept"}).status_code == 404
    )
