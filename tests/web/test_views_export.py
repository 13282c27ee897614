"""Export: files of a filter, and the same as command and API call."""

from __future__ import annotations

import json
import re
from html import unescape


def test_the_files_hold_what_the_filter_finds(client):
    rows = client.get("/export/dragoman.csv?kind=visit").text.splitlines()
    lines = client.get("/export/dragoman.jsonl?kind=visit").text.splitlines()
    assert len(rows) - 1 == len(lines)
    assert {json.loads(line)["kind"] for line in lines} == {"visit"}
    assert client.get("/export/dragoman.ics?kind=visit").text.startswith("BEGIN:VCALENDAR\r\n")
    assert client.get("/export/dragoman.exe").status_code == 404


def test_the_page_tells_the_command_and_the_call(client):
    text = unescape(client.get("/export?q=talks&kind=visit&from=2023&main=yes").text)
    assert "dragoman search talks --kind visit --since 2023-01-01 --main" in text
    call = re.search(r"curl '([^']+records\.jsonl[^']*)'", text)[1]
    assert client.get(call).status_code == 200
