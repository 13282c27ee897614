"""The web page: one file, nothing loaded, everything escaped, both sides connected."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest

from dragoman.exports.page import page_of
from dragoman.exports.telling import Teller
from dragoman.pages.article import Article
from dragoman.pipeline import code_reading
from samples import ARTICLE, ENGAGEMENTS

READING = code_reading(ARTICLE, ENGAGEMENTS, skipped=("one <sentence>",))
VOID = {"meta"}


class Outline(HTMLParser):
    """Checks that every element is closed in turn, and keeps ids, references and texts."""

    def __init__(self, markup):
        super().__init__()
        self.open, self.ids, self.of, self.links = [], [], set(), []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.of |= set(given.get("data-of", "").split())
        self.links += [given[name] for name in ("href", "src") if name in given]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "readings", [[READING], [READING, READING], [code_reading(Article("a", "a.txt", ""), ())], []]
)
def test_the_page_is_well_formed_and_ids_are_unique(readings):
    outline = Outline(page_of(readings, Teller()))
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.of <= set(outline.ids)


def test_every_engagement_has_a_card_and_marked_words():
    outline = Outline(page_of([READING], Teller()))
    keys = {f"a1e{number}" for number in range(1, len(ENGAGEMENTS) + 1)}
    assert keys <= set(outline.ids)
    assert outline.of == keys


def test_nothing_is_loaded_from_anywhere():
    markup = page_of([READING], Teller())
    assert "default-src 'none'" in markup
    assert set(Outline(markup).links) == {"#main", "https://news.example/nordic"}
    assert not re.search(r"url\(|@import|<link|<img|<iframe", markup)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", 'https://x.example/"><script>'])
def test_an_address_cannot_smuggle_anything(url):
    markup = page_of([code_reading(dataclasses.replace(ARTICLE, url=url), ())], Teller())
    assert markup.count("<script") == 1
    assert 'href="javascript' not in markup
    assert 'href="data' not in markup


def test_texts_are_escaped_everywhere():
    nasty = "<script>alert('x')</script>"
    article = dataclasses.replace(
        ARTICLE,
        headline=nasty,
        blocks=(),
        text=nasty,
        publisher=nasty,
        byline=nasty,
        source=nasty,
        dateline=None,
        language='"><script>',
        cut=(dataclasses.replace(ARTICLE.cut[0], text=nasty, reason=nasty),),
    )
    markup = page_of([code_reading(article, (), skipped=(nasty,))] * 2, Teller())
    assert markup.count("<script") == 1
    Outline(markup)


def test_several_articles_are_listed_first():
    markup = page_of([READING, READING], Teller())
    assert "2 articles, 10 engagements" in markup
    assert '<a href="#a2">Minister Aalto opens Nordic tour in Oslo</a> (5)' in markup


def test_cards_show_values_with_the_words_behind_them():
    markup = page_of([READING], Teller())
    assert "<dt>stop 1</dt><dd>Oslo, NOR (2 April 2024) <q>arrived in Oslo</q><q>Tuesday</q></dd>" in markup
    assert "<dt>amount</dt><dd>about 20,000,000 EUR <q>20 million euros</q></dd>" in markup
    assert "Left out: one &lt;sentence&gt;." in markup
