"""The network: table and drawing from the same records; a name, a code or an id."""

from __future__ import annotations


def test_a_country_is_found_by_code_and_by_name(client):
    by_code, by_name = (client.get(f"/network?actor={name}").text for name in ("KEN", "Kenya"))
    assert "Network of Kenya" in by_code and "Network of Kenya" in by_name
    assert '<a href="/countries/USA">United States</a>' in by_code


def test_edges_name_nodes_and_days(client):
    table = client.get("/network/edges.json?actor=per:antony-blinken").json()
    assert table["nodes"][0][:2] == ["per:antony-blinken", "Antony Blinken"]
    assert table["edges"]
    assert all(0 <= left < right < len(table["nodes"]) for left, right, _ in table["edges"])


def test_nobody_is_said_to_be_nobody(client):
    assert "Nobody called" in client.get("/network?actor=Zaphod").text
    assert client.get("/network/edges.json?actor=Zaphod").json()["edges"] == []
