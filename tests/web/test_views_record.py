"""A record's page: every value with its words, codes with why, the calendar, the citation."""

from __future__ import annotations

import re

import pytest


@pytest.fixture(scope="module")
def visit(client):
    found = client.get("/records?kind=visit&q=Trudeau&historical=no").text
    return re.search(r'href="/records/([0-9a-f]+)"', found)[1]


def test_every_value_stands_beside_its_words(client, visit):
    text = client.get(f"/records/{visit}").text
    assert "Prime Minister Justin Trudeau of Canada" in text
    assert re.search(r'<a href="/articles/[0-9a-f]{16}\?span=\d+-\d+#shown"><q dir="auto">Kyiv</q></a>', text)
    assert "<code>CONSULT/visit</code>" in text
    assert "@misc{dragoman-" in text


def test_the_link_of_a_quote_shows_it_in_its_article(client, visit):
    text = client.get(f"/records/{visit}").text
    link, quote = re.search(r'href="(/articles/[^"#]+)#shown"><q dir="auto">([^<]+)</q>', text).groups()
    article = client.get(link).text
    shown = "".join(re.findall(r'<mark class="field"[^>]*>([^<]*)</mark>', article))
    assert shown == quote
    assert 'id="shown"' in article


def test_the_calendar_has_whole_days(client, visit):
    answer = client.get(f"/records/{visit}.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20230610\r\n" in answer.text
    assert "DTEND;VALUE=DATE:20230611\r\n" in answer.text


def test_an_unknown_record_is_a_page_that_says_so(client):
    answer = client.get("/records/0123456789ab")
    assert answer.status_code == 404
    assert "No such record" in answer.text
