"""Rows: of every sentence of real and own pages its words, and whether something was read from it when all were read.

The pages are those of the corpora beside the checkout, but for every so many-th, which are kept to judge by; every so
many-th item of Wikipedia's current events; and our own annotated pages.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import json
import lzma
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.citation import Evidence, Span
from dragoman.engagements.gate import Gate, GateWeights
from dragoman.engagements.lexicon import load_lexicon
from dragoman.errors import PageError
from dragoman.language.document import Sentence, Token
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.pages import read_page
from dragoman.pages.article import Article, BlockKind
from dragoman.pages.draft import compose
from dragoman.pipeline import LANGUAGES, read, shipped_knowledge
from tools.coder.background import CORPORA, FILES, draft_of
from tools.gate.train import SeenSentence

HELD_OUT = 4
"""Every so many-th page of the corpora is not learned from."""
OWN = Path(__file__).parents[2] / "tests" / "gold"
_FOLDERS = ("dev", "clusters/open")
_EVENTS = "wikipedia-current-events/events.jsonl.xz"
_EVERY = 6  # of the current events: they are short, and so read whole in any case
_LONGEST = 1100  # words

Row = list[tuple[str, bool, list[str]]]
"""The block, whether it tells something, and the words, of every sentence of a page."""


def read_rows() -> Iterator[Row]:
    """The rows of all pages, read whole."""
    for article in _articles():
        english = article.language is None or article.language in LANGUAGES
        if english and len(article.text.split()) <= _LONGEST and (row := _row(article)):
            yield row


def _articles() -> Iterator[Article]:
    for number, article in enumerate(map(_composed, corpus_pages())):
        if number % HELD_OUT and article is not None:
            yield article
    for page in sorted(path for folder in _FOLDERS for path in (OWN / folder).iterdir()):
        if page.suffix in {".txt", ".html"}:
            yield read_page(page.read_bytes(), source=page.name)
    for page in itertools.islice(_stored(CORPORA / _EVENTS), 0, None, _EVERY):
        yield read_page(page["text"].encode(), source="events")


def corpus_pages() -> Iterator[dict[str, Any]]:
    """The stored pages of releases and news in turn, so that those kept to judge by are some of each."""
    for turn in itertools.zip_longest(*(_stored(CORPORA / name) for name in FILES)):
        yield from (page for page in turn if page is not None)


def _stored(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _composed(page: dict[str, Any]) -> Article | None:
    try:
        return compose(draft_of(page), source="corpus", published=dt.date.fromisoformat(_day(page)))
    except PageError:
        return None


def _day(page: dict[str, Any]) -> str:
    return str(page.get("published") or page["date"])[: len("2024-05-17")]


def _row(article: Article) -> Row:
    told = [item.span for eng in read(article, gated=False).engagements for item in _evidence(eng)]
    return [
        (sentence.block.value, _tells(sentence.span, told), [token.text for token in sentence.tokens])
        for sentence in segment(article).sentences
    ]


def _tells(span: Span, told: list[Span]) -> bool:
    return any(item.start < span.end and item.end > span.start for item in told)


def _evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple | frozenset):
        for part in value:
            yield from _evidence(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _evidence(getattr(value, field.name))


def see_rows(row: Row) -> list[SeenSentence]:
    """The features of the sentences of a page."""
    return [_seen(number, *sentence) for number, sentence in enumerate(row)]


def _seen(number: int, block: str, tells: bool, words: list[str]) -> SeenSentence:
    tokens = tuple(Token(Span(0, 0), word, "", "", "", -1, "") for word in words)
    features, sides = _gate().see(Sentence(number, Span(0, 0), BlockKind(block), tokens))
    lemmas = open_tagger().lemmas_of
    plain = frozenset().union(*(lemmas(word) for word in words if word == word.lower()))
    return SeenSentence(features, plain, sides, len(words), tells)


@cache
def _gate() -> Gate:
    """A gate to see sentences with; it weighs none."""
    return Gate(GateWeights({}, (), 0.0), load_lexicon(), shipped_knowledge(), open_tagger().lemmas_of)
