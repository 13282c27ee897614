"""Marks in an article's text: overlapping evidence, numbers, escaping."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from dragoman.engagements.engagement import Kind
from dragoman.exports.marking import Marked, headline_html, text_html
from dragoman.pages.article import Article
from samples import ARTICLE, ENGAGEMENTS, TEXT, Page, engagement

MARKED = [Marked(f"e{number}", number, eng) for number, eng in enumerate(ENGAGEMENTS, start=1)]


def shown(markup):
    """The words of some markup as a person sees them, without numbers and hidden labels."""
    markup = re.sub(r"<sup.*?</sup>|<span class=.unseen.>.*?</span>", "", markup)
    return unescape(re.sub(r"<[^>]*>", "", markup))


def test_the_text_stays_the_text():
    assert shown(text_html(ARTICLE, MARKED)).split() == TEXT.split("\n", 1)[1].split()
    assert shown(headline_html(ARTICLE, MARKED)) == ARTICLE.headline


def test_words_that_tell_an_engagement_are_a_button_with_its_number():
    markup = text_html(ARTICLE, MARKED)
    assert (
        '<mark class="told contact" data-of="e2" role="button" tabindex="0">'
        '<span class="unseen">Engagement 2: </span><sup aria-hidden="true">2</sup>met</mark>'
    ) in markup
    assert '<mark class="read contact" data-of="e2">Arctic fisheries</mark>' in markup


def test_words_of_several_engagements_carry_all_their_ids():
    assert 'data-of="e1 e2 e3 e4 e5">Finnish Foreign Minister Aino Aalto<' in text_html(ARTICLE, MARKED)


def test_markup_in_the_text_is_escaped():
    page = Page('<script>alert("1")</script> met & <b>left</b>')
    article = Article("x", "x.txt", page.text)
    markup = text_html(article, [Marked("e1", 1, engagement(Kind.MEETING, trigger=("met",), page=page))])
    assert "<script" not in markup
    assert "<b>" not in markup
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;" in markup


def test_an_article_without_headline_is_called_by_its_file():
    assert headline_html(Article("x", "a<b.txt", "Rain."), []) == "a&lt;b.txt"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=6))
def test_any_overlap_gives_well_formed_marks(pairs):
    page = Page("One two three <four> five six & seven eight nine ten eleven.")
    quotes = [
        page.text[start : start + length] for start, length in pairs if page.text[start : start + length]
    ]
    marked = [
        Marked(f"e{number}", number, engagement(Kind.CALL, trigger=(quote,), page=page))
        for number, quote in enumerate(quotes, start=1)
    ]
    markup = text_html(Article("x", "x.txt", page.text), marked)
    assert shown(markup) == page.text
    assert markup.count("<mark") == markup.count("</mark>")
    assert not re.search(r"<mark[^>]*>(?:(?!</mark>).)*<mark", markup)
    for one in marked:
        assert re.search(rf'data-of="[^"]*\b{one.key}\b', markup)
