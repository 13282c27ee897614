"""The example pages: annotated without a fault, cleaned without losing a word, and quoted verbatim."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman.cli.score import read_output
from dragoman.pages import read_page
from dragoman.scoring.gold import GoldPage, check_page, load_pages
from dragoman.scoring.spans import locate

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PAGES = load_pages([EXAMPLES])
FURNITURE = {"teaser", "related stories", "headline list", "trending list", "author biography"}


def by_name(page: GoldPage) -> str:
    return page.path.name


def test_every_page_is_annotated() -> None:
    stored = {path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html")}
    assert stored == {page.path for page in PAGES}
    assert len(stored) >= 9


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_annotations_have_no_fault(page: GoldPage) -> None:
    assert check_page(page) == ()


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_the_article_keeps_every_told_word_and_its_facts(page: GoldPage) -> None:
    article = read_page(page.path.read_bytes(), source=str(page.path))
    assert [eng.quote for eng in page.engagements if not locate(eng.quote, article.text)] == []
    furniture = [trap.quote for trap in page.distractors if trap.why in FURNITURE]
    assert [quote for quote in furniture if locate(quote, article.text)] == []
    assert article.headline == page.page.headline
    stated = page.page.published
    assert (article.published and article.published.day) == (stated and dt.date.fromisoformat(stated))


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_furniture_yields_nothing(page: GoldPage) -> None:
    output = read_output(page.path)
    furniture = [trap.quote for trap in page.distractors if trap.why in FURNITURE]
    told = " ".join(quote.quote for eng in output.engagements for quote in eng.quotes())
    assert [quote for quote in furniture if quote in told] == []


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_evidence_is_verbatim(page: GoldPage) -> None:
    output = read_output(page.path)
    for eng in output.engagements:
        assert all(output.article.text[quote.start : quote.end] == quote.quote for quote in eng.quotes())
