"""Draft: what a reader found on a page; made into an Article by joining the kept blocks.

>>> compose(Draft(headline="Talks in Oslo", kept=(Kept("They met.", BlockKind.PARAGRAPH),)), source="a.txt").text
'Talks in Oslo\\n\\nThey met.'
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dragoman.citation import Span
from dragoman.errors import PageError
from dragoman.pages.article import Article, Block, BlockKind, Cut, Dateline, Published, article_id_of
from dragoman.pages.dateline import read_dateline, read_place_line
from dragoman.pages.orders import day_in_order
from dragoman.pages.published import (
    Stamp,
    choose_published,
    fits_text,
    stamp_of_headline,
    stamp_of_text,
    year_printed,
)
from dragoman.pages.tongue import guess_language

BLOCK_SEPARATOR = "\n\n"

_DATELINE_BLOCKS = 4
"""A dateline stands in the first paragraphs, after a headline and perhaps a subheading and a caption."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of text to keep, before it has a place in the article."""

    text: str
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A page taken apart; ``stamps`` are all the publication dates seen, whatever their worth."""

    headline: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    kept: tuple[Kept, ...] = ()
    cut: tuple[Cut, ...] = ()
    stamps: tuple[Stamp, ...] = ()


def compose(draft: Draft, *, source: str, published: dt.date | None = None) -> Article:
    """The article of a draft.

    Args:
        draft: the page taken apart.
        source: where the page came from, for messages.
        published: the publication day, if the caller knows better than the page.

    Raises:
        PageError: if nothing readable is left.
    """
    kept = [Kept(draft.headline, BlockKind.HEADLINE)] if draft.headline else []
    kept += [block for block in draft.kept if block.text]
    if not any(char.isalpha() for block in kept for char in block.text):
        raise PageError("has no readable text; give the article itself, as HTML or plain text")
    text, blocks = _join_blocks(kept)
    dateline = _find_dateline(text, blocks, published)
    stamps = [stamp for stamp in draft.stamps if fits_text(stamp, text)]
    day = choose_published(
        (*stamps, *_stamps_in_words(draft, text, dateline)),
        given=published,
        dateline=dateline.day if dateline else None,
        host=host_of(draft.url),
    )
    if dateline is not None and dateline.day is None and day is not None:
        dateline = _with_year(dateline, text, day)
    return Article(
        article_id=article_id_of(text, draft.url),
        source=source,
        text=text,
        url=draft.url,
        publisher=draft.publisher,
        headline=draft.headline,
        byline=draft.byline,
        dateline=dateline,
        published=day,
        language=guess_language(text) or draft.language,
        blocks=blocks,
        cut=draft.cut,
    )


def _stamps_in_words(draft: Draft, text: str, dateline: Dateline | None) -> list[Stamp]:
    """The days that the headline, a dateline without a year, or the first paragraphs tell."""
    found = [stamp_of_headline(draft.headline)] if draft.headline else []
    if dateline is not None and dateline.day is None:
        day = year_printed(dateline.span.of(text), [text, *(cut.text for cut in draft.cut)])
        found.append(Stamp(day.isoformat(), "header") if day is not None else None)
    body = text[len(draft.headline or "") :].lstrip()
    found.append(stamp_of_text(body))
    if not draft.stamps and not any(found):
        lines = (*(cut.text for cut in draft.cut), *(block.text for block in draft.kept))
        settled = day_in_order(lines, body)
        found.append(Stamp(settled.isoformat(), "header") if settled is not None else None)
    return [stamp for stamp in found if stamp is not None]


def host_of(url: str | None) -> str | None:
    """The host of an address, without ``www.``."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _join_blocks(kept: list[Kept]) -> tuple[str, tuple[Block, ...]]:
    blocks, position = [], 0
    for block in kept:
        blocks.append(Block(Span(position, position + len(block.text)), block.kind))
        position += len(block.text) + len(BLOCK_SEPARATOR)
    return BLOCK_SEPARATOR.join(block.text for block in kept), tuple(blocks)


def _find_dateline(text: str, blocks: tuple[Block, ...], published: dt.date | None) -> Dateline | None:
    body = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    for block in body[:_DATELINE_BLOCKS]:
        line, offset = block.span.of(text), block.span.start
        found = read_dateline(line, offset=offset, published=published) or read_place_line(
            line, offset=offset
        )
        if found is not None:
            return found
    return None


def _with_year(dateline: Dateline, text: str, published: Published) -> Dateline:
    # Read with what follows: a hyphen ends a dateline only before a word.
    again = read_dateline(text[dateline.span.start :], published=published.day)
    return dateline if again is None or again.place != dateline.place else replace(dateline, day=again.day)
