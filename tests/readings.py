"""Small articles read with the shipped pack and tables, for tests of what comes out in the end."""

from __future__ import annotations

import datetime as dt

from dragoman.citation import Cited, Span
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.engagements.finding import read_document
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from dragoman.pages import read_page
from dragoman.pages.article import Article, Block, BlockKind
from parses import DAY, knowledge, published


def article_of(*paragraphs: str, headline: str | None = None, day: dt.date | str | None = DAY) -> Article:
    """An article of a headline and paragraphs."""
    parts = [(headline, BlockKind.HEADLINE)] if headline is not None else []
    parts += [(paragraph, BlockKind.PARAGRAPH) for paragraph in paragraphs]
    blocks, start = [], 0
    for words, kind in parts:
        blocks.append(Block(Span(start, start + len(words)), kind))
        start += len(words) + 2
    text = "\n\n".join(words for words, _ in parts)
    return Article(
        "read-article",
        "read.txt",
        text,
        headline=headline,
        published=published(day),
        language="en",
        blocks=tuple(blocks),
    )


def engagements_in(article: Article) -> tuple[Engagement, ...]:
    """The engagements of an article."""
    return read_document(open_tagger().tag(segment(article)), knowledge())


def engagements_of(
    *paragraphs: str, headline: str | None = None, day: dt.date | str | None = DAY
) -> tuple[Engagement, ...]:
    """The engagements of a headline and paragraphs."""
    return engagements_in(article_of(*paragraphs, headline=headline, day=day))


def only(*paragraphs: str, headline: str | None = None, day: dt.date | str | None = DAY) -> Engagement:
    """The one engagement of an article."""
    (eng,) = engagements_of(*paragraphs, headline=headline, day=day)
    return eng


def of_kind(engagements: tuple[Engagement, ...], kind: Kind) -> list[Engagement]:
    """Those of one kind, in text order."""
    return [eng for eng in engagements if eng.kind is kind]


def quoted(cited: Cited | None) -> list[str]:
    """The words a value rests on."""
    assert cited is not None
    return [evidence.quote for evidence in cited.evidence]


def cast(eng: Engagement) -> list[tuple[str, str, str | None]]:
    """Who takes part: role, name, country."""
    return [
        (part.role.value, part.name.value, part.country.value if part.country is not None else None)
        for part in eng.participants
    ]


def sides_of(words: str, text: str) -> list[str]:
    """The sides of the mention that begins with ``words``."""
    page = f"Published: 4 April 2024\n\n{text}".encode()
    article = read_page(page, source="page.txt")
    found = find_mentions(open_tagger().tag(segment(article)), knowledge())
    start = article.text.index(words)
    return [actor.side for m in found.actors if m.span.start == start for actor in m.actors]
