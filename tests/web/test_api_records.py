"""The API's records: filters, cursors, ETags, streams, problems."""

from __future__ import annotations

import csv
import io
import json


def test_a_list_has_data_next_and_meta(client):
    answer = client.get("/api/v1/records?kind=visit&limit=3&count=true").json()
    assert len(answer["data"]) == 3
    assert {record["kind"] for record in answer["data"]} == {"visit"}
    assert answer["meta"]["count"] > 3


def test_cursors_lead_through_everything_once(client):
    seen, cursor = [], None
    while True:
        page = client.get(
            "/api/v1/records", params={"limit": 20, **({"cursor": cursor} if cursor else {})}
        ).json()
        seen += [record["record_id"] for record in page["data"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == client.get("/api/v1/facets").json()["total"]


def test_a_cursor_that_was_changed_is_refused(client):
    cursor = client.get("/api/v1/records?limit=1").json()["next"]
    answer = client.get("/api/v1/records", params={"cursor": f"x{cursor}"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "No such cursor"


def test_an_unchanged_record_is_not_sent_again(client):
    record_id = client.get("/api/v1/records?limit=1").json()["data"][0]["record_id"]
    first = client.get(f"/api/v1/records/{record_id}")
    again = client.get(f"/api/v1/records/{record_id}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_evidence_can_be_left_out(client):
    full = client.get("/api/v1/records?limit=1").text
    bare = client.get("/api/v1/records?limit=1&evidence=false").text
    assert '"quote"' in full
    assert '"quote"' not in bare


def test_streams_hold_every_record(client):
    total = client.get("/api/v1/facets").json()["total"]
    lines = client.get("/api/v1/records.jsonl").text.splitlines()
    rows = list(csv.DictReader(io.StringIO(client.get("/api/v1/records.csv").text)))
    assert len({json.loads(line)["record_id"] for line in lines}) == total
    assert {row["record_id"] for row in rows} == {json.loads(line)["record_id"] for line in lines}


def test_timeline_network_search_and_history(client):
    days = [
        record["date"]["start"]
        for record in client.get("/api/v1/timeline?actor=KEN").json()["data"]
        if record["date"]
    ]
    assert days == sorted(days) != []
    network = client.get("/api/v1/network?actor=KEN").json()
    assert "USA" in [node["actor_id"] for node in network["nodes"]]
    found = client.get("/api/v1/search?q=Ruto").json()
    assert found["records"] and found["articles"]
    record_id = found["records"][0]["record_id"]
    assert client.get(f"/api/v1/records/{record_id}/history").json()["data"][0]["what"] == "created"


def test_what_does_not_fit_is_named(client):
    answer = client.get("/api/v1/records?kind=dance&limit=0")
    assert answer.status_code == 422
    assert {error["at"] for error in answer.json()["errors"]} == {"query/kind/0", "query/limit"}
    assert client.get("/api/v1/records?from=soon").json()["parameter"] == "from"
    assert client.get("/api/v1/records/none").status_code == 404
    assert client.get("/api/v1/nothing").json()["status"] == 404
