"""One self-contained web page of readings: each article's text with its marks, beside it what was read from it.

Nothing is loaded from anywhere: style and script stand in the page, and its policy forbids requests.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.exports.cards import card_html
from dragoman.exports.marking import Marked, headline_html, text_html
from dragoman.exports.nesting import FAMILIES, Family, nest
from dragoman.exports.telling import Teller
from dragoman.exports.wording import published_in_words
from dragoman.pages.article import Article

if TYPE_CHECKING:
    from dragoman.pipeline import Reading

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'"
_KEYS = (
    '<p class="keys"><kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>Esc</kbd> none. '
    "Click marked words, or an engagement, to see what belongs together.</p>"
)


def page_of(readings: Sequence[Reading], teller: Teller) -> str:
    """The page for some readings, as HTML."""
    sections = [_section(number, reading, teller) for number, reading in enumerate(readings, start=1)]
    found = sum(len(reading.engagements) for reading in readings)
    counts = f"{_count(len(readings), 'article')}, {_count(found, 'engagement')}"
    title = readings[0].article.headline if len(readings) == 1 else None
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title or counts)} · Dragoman</title>\n"
        f"<style>\n{_asset('page.css')}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the articles</a>\n'
        f'<header class="top"><h1>Dragoman</h1><p>{counts}</p>{_legend()}{_KEYS}</header>\n'
        f"{_contents(readings)}"
        f'<main id="main">\n{"".join(sections)}</main>\n'
        '<p id="announcement" class="unseen" aria-live="polite"></p>\n'
        f"<script>\n{_asset('page.js')}</script>\n</body>\n</html>\n"
    )


def _section(number: int, reading: Reading, teller: Teller) -> str:
    article = reading.article
    nested = list(nest(reading.engagements))
    marked = [Marked(f"a{number}e{n}", n, eng) for n, (_, eng) in enumerate(nested, start=1)]
    cards = "\n".join(
        card_html(one, depth, reading.events_of(one.eng), teller)
        for one, (depth, _) in zip(marked, nested, strict=True)
    )
    found = f'<ol class="cards">\n{cards}\n</ol>' if cards else '<p class="none">No engagement found.</p>'
    remarks = "".join(f'<p class="none">Left out: {escape(remark)}.</p>' for remark in reading.skipped)
    language = escape(article.language or "", quote=True)
    return (
        f'<article id="a{number}" aria-labelledby="a{number}-title">\n'
        f'<h2 id="a{number}-title" lang="{language}" dir="auto">{headline_html(article, marked)}</h2>\n'
        f"{_imprint(article)}\n"
        f'<div class="split">\n<div class="text"><div lang="{language}" dir="auto">\n'
        f"{text_html(article, marked)}\n</div>{_cut(article)}</div>\n"
        f'<section class="found" aria-label="Engagements">{found}{remarks}</section>\n</div>\n</article>\n'
    )


def _imprint(article: Article) -> str:
    day = published_in_words(article.published)
    parts = [escape(part) for part in (article.publisher, article.byline, day, article.source) if part]
    if article.url and article.url.startswith(("https://", "http://")):
        parts.append(f'<a href="{escape(article.url, quote=True)}" rel="noreferrer">original page</a>')
    return f'<p class="imprint">{" · ".join(parts)}</p>'


def _cut(article: Article) -> str:
    """What is no part of the article, folded away."""
    if not article.cut:
        return ""
    lines = "".join(f"<li>{escape(cut.text)} <i>{escape(cut.reason)}</i></li>" for cut in article.cut)
    title = f"What was cut away ({len(article.cut)})"
    return f'<details class="cut"><summary>{title}</summary><ul>{lines}</ul></details>'


def _contents(readings: Sequence[Reading]) -> str:
    """Links to the articles, where there are several."""
    if len(readings) < 2:
        return ""
    links = "".join(
        f'<li><a href="#a{number}">{escape(reading.article.headline or reading.article.source)}</a> '
        f"({len(reading.engagements)})</li>"
        for number, reading in enumerate(readings, start=1)
    )
    return f'<nav aria-label="Articles"><ol>{links}</ol></nav>\n'


def _legend() -> str:
    kinds = {family: [kind for kind, of in FAMILIES.items() if of is family] for family in Family}
    entries = "".join(
        f'<li class="{family}"><span class="sample">{family}</span> {escape(", ".join(names))}</li>'
        for family, names in kinds.items()
        if family is not Family.OTHER
    )
    return f'<ul class="legend">{entries}</ul>'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _asset(name: str) -> str:
    return files("dragoman.exports").joinpath("assets", name).read_text(encoding="utf-8")
