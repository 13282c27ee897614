"""Articles: marked text, cards, what was cut, stretches of text by address."""

from __future__ import annotations

import re

import pytest


@pytest.fixture(scope="module")
def article(client):
    return re.search(r'href="(/articles/[0-9a-f]{16})"[^>]*>Trudeau', client.get("/articles").text)[1]


def test_marks_and_cards_name_each_other(client, article):
    text = client.get(article).text
    keys = set(re.findall(r'class="entry [a-z]+ depth\d" id="(r[0-9a-f]+)"', text))
    marked = {key for of in re.findall(r'data-of="([^"]*)"', text) for key in of.split()}
    assert keys and keys == marked


def test_what_was_cut_is_there_with_its_reason(client, article):
    text = client.get(article).text
    assert "What was cut away" in text
    assert "<i>advertisement</i>" in text or "<i>navigation</i>" in text


def test_a_stretch_outside_the_text_is_refused(client, article):
    assert client.get(f"{article}?span=5-9999999").status_code == 400
    assert client.get(f"{article}?span=x").status_code == 400


def test_articles_are_found_by_words_and_source(client):
    assert "Trudeau" in client.get("/articles?q=Kyiv").text
    assert "No article fits" in client.get("/articles?q=zebra").text
    assert "Trudeau" in client.get("/articles?publisher=maple+post").text
