"""Stand-off marks: what sentences of public corpora tell, without their words. See `marks/README.md`."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.citation import Span
from dragoman.engagements.engagement import Kind
from dragoman.pages.article import Article, Block, BlockKind
from tools.acts.markup import HELD_OUT, MarkedAct, Stretch
from tools.corpus_items import CorpusItem, read_corpus

MARKS = Path(__file__).parent / "marks"
CORPORA = Path(__file__).resolve().parents[3] / "shared" / "data" / "corpora"
_FILES = {
    "us-state-press-2021-2022": "releases",
    "white-house-press-2021-2022": "releases",
    "wikinews-en-2019-2020": "articles",
    "wikipedia-current-events": "events",
}
_PARAGRAPH = re.compile(r"[^\n]+")
_SIDES = ("first", "second", "by", "at", "on")


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """An item of a corpus: where its marked sentences start, and their acts; a held-out item only checks."""

    article: Article
    sentences: frozenset[int]
    acts: tuple[MarkedAct, ...]
    held_out: bool


def read_items(corpora: Path = CORPORA, marks: Path = MARKS) -> Iterator[MarkedItem]:
    """The marked items with their text.

    Raises:
        FileNotFoundError: if the corpora are not there.
        ValueError: naming corpus and item, if a text is not the one that was marked.
    """
    told: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(marks.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            told[row["corpus"], row["item"]].append(row)
    items = {corpus: _read_items_of(corpora, corpus) for corpus in {corpus for corpus, _ in told}}
    for (corpus, number), rows in sorted(told.items()):
        item = items[corpus][number]
        if any(row["sha256"] != item.digest for row in rows):
            raise ValueError(f"{corpus}, item {number}: not the text that was marked")
        yield MarkedItem(
            _article(item.title, item.text),
            frozenset(row["sentence"][0] for row in rows),
            tuple(_act(act) for row in rows for act in row["acts"]),
            is_held_out(corpus, number),
        )


def is_held_out(corpus: str, number: int) -> bool:
    """Whether nothing learns from an item: every so many-th by its name's sha256."""
    return int(hashlib.sha256(f"{corpus}{number}".encode()).hexdigest(), 16) % HELD_OUT == 0


def _read_items_of(corpora: Path, corpus: str) -> tuple[CorpusItem, ...]:
    path = corpora / corpus / f"{_FILES[corpus]}.jsonl.xz"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: the marks need this corpus; name its folder with --corpora")
    return read_corpus(path)


def _article(headline: str, text: str) -> Article:
    """The text with its headline and a paragraph for every line."""
    blocks = tuple(
        Block(Span(*line.span()), BlockKind.HEADLINE if line.end() <= len(headline) else BlockKind.PARAGRAPH)
        for line in _PARAGRAPH.finditer(text)
    )
    return Article("marks", "marks", text, headline=headline or None, language="en", blocks=blocks)


def _act(row: dict[str, Any]) -> MarkedAct:
    def stretches(name: str) -> tuple[Stretch, ...]:
        return tuple((start, end) for start, end in row.get(name, ()))

    sides = (stretches(name) for name in _SIDES)
    return MarkedAct(Kind(row["kind"]), stretches("triggers"), *sides, alike=bool(row.get("alike")))
