"""Status: numbers, versions, assets."""

from __future__ import annotations

import sqlite3


def test_it_tells_numbers_and_versions(client):
    text = client.get("/status").text
    assert sqlite3.sqlite_version in text
    assert "examples.db" in text
    assert "Empty: every page could be read." in text
