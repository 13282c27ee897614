"""Articles: their list, and each with its marked text, what was read from it and what was cut away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from dragoman.citation import Span
from dragoman.exports.marking import Marked, headline_html, text_html
from dragoman.exports.nesting import nest
from dragoman.exports.wording import published_in_words
from dragoman.web.access import Reader
from dragoman.web.facts import Fact, FactSheet
from dragoman.web.lines import Line, line_of
from dragoman.web.problems import Problem, not_found
from dragoman.web.rendering import page
from dragoman.web.site import Site, SiteDep

router = APIRouter(include_in_schema=False)
_PAGE = 50
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_RTL = {"ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "ug"}


@dataclass(frozen=True, slots=True)
class Card:
    """What was read from an article: one engagement with its record, and its facts."""

    key: str
    number: int
    depth: int
    line: Line
    sentence: str
    facts: tuple[Fact, ...]
    untold: tuple[str, ...]
    without_words: tuple[str, ...]


@router.get("/articles")
def articles(
    request: Request,
    site: SiteDep,
    _visitor: Reader,
    q: str = "",
    publisher: str = "",
    before: int | None = None,
) -> HTMLResponse:
    """The articles, newest first."""
    found = site.archive.list_articles(q, publisher=publisher or None, limit=_PAGE, before=before)
    return page(
        request,
        "articles.html",
        title="Articles",
        here="articles",
        archived=site.archive.stats().articles > 0,
        articles=found.articles,
        words=q,
        publisher=publisher,
        next=found.next,
    )


@router.get("/articles/{article_id}")
def article_page(
    article_id: str, request: Request, site: SiteDep, _visitor: Reader, span: str = ""
) -> HTMLResponse:
    """An article's clean text with its marks, and what was read from it."""
    stored = site.archive.article(article_id)
    if stored is None:
        raise not_found("article", article_id)
    article = stored.article
    cards, marked = _cards(site, article_id)
    shown = _span_of(span, len(article.text))
    language = (article.language or "").split("-")[0]
    return page(
        request,
        "article.html",
        title=article.headline or article.source or "Article",
        here="articles",
        article=article,
        stored=stored,
        published=published_in_words(article.published),
        language=article.language,
        direction="rtl" if language in _RTL else "auto",
        headline=Markup(headline_html(article, marked, shown=shown)),
        text=Markup(text_html(article, marked, shown=shown)),
        cards=cards,
    )


def _cards(site: Site, article_id: str) -> tuple[list[Card], list[Marked]]:
    records = {
        report.engagement.engagement_id: (record, report.engagement)
        for record in site.archive.records_of(article_id)
        for report in record.reports
        if report.article_id == article_id
    }
    told = sorted((eng for _, eng in records.values()), key=lambda eng: min(e.span for e in eng.trigger))
    cards, marked = [], []
    for number, (depth, eng) in enumerate(nest(told), start=1):
        key = f"r{eng.engagement_id}"
        record, _ = records[eng.engagement_id]
        sheet = FactSheet(eng, site.teller, {}, {})
        facts = tuple(sheet.facts())
        bare = tuple(f"{fact.label} ({fact.value})" for fact in facts if not fact.words)
        line = line_of(record, site.teller)
        cards.append(
            Card(key, number, min(depth, 3), line, site.teller.tell(eng), facts, sheet.untold(), bare)
        )
        marked.append(Marked(key, number, eng))
    return cards, marked


def _span_of(text: str, length: int) -> Span | None:
    """The stretch an address asks to be shown."""
    if not text:
        return None
    found = _SPAN.fullmatch(text)
    if found is None or not int(found[1]) < int(found[2]) <= length:
        raise Problem(
            400,
            "No such stretch of text",
            f"span is {text[:40]!r}; it has to be START-END within the article",
        )
    return Span(int(found[1]), int(found[2]))
