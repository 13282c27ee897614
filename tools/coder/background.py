"""Sentences of real releases and news in which the lexicon knows no act: what tells nothing looks like these.

They are read from the corpora while training and kept nowhere. A few tell an event all the same, so they count for little.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.segment import segment
from dragoman.pages.draft import Draft, compose
from dragoman.pages.html import read_html
from dragoman.pages.plaintext import read_dump
from tools.coder.bank import ROOT, Item

CORPORA = ROOT.parent / "shared" / "data" / "corpora"
FILES = (
    "us-state-press-2021-2022/releases.jsonl.xz",
    "white-house-press-2021-2022/releases.jsonl.xz",
    "wikinews-en-2019-2020/articles.jsonl.xz",
)
ARTICLES, SENTENCES, SHORTEST, LONGEST = 230, 6, 4, 60
"""How many articles of each file, how many sentences of each article, and how many words a sentence may have."""


def load_background(seed: int = 11) -> list[Item]:
    """Sentences of the corpora, told as ``NONE``; every fifth is held out.

    Raises:
        FileNotFoundError: if the corpora are not beside the checkout.
    """
    chance = random.Random(seed)
    texts = [text for name in FILES for text in _sentences(CORPORA / name, chance)]
    return [Item(text, "NONE", "background", held_out=at % 5 == 4) for at, text in enumerate(texts)]


def _sentences(path: Path, chance: random.Random) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = chance.sample(list(lines), ARTICLES)
    for row in map(json.loads, rows):
        article = compose(draft_of(row), source=path.stem)
        fitting = [one for one in segment(article).sentences if SHORTEST <= len(one.tokens) <= LONGEST]
        for sentence in chance.sample(fitting, min(SENTENCES, len(fitting))):
            yield " ".join(sentence.span.of(article.text).split())


def draft_of(row: dict[str, Any]) -> Draft:
    """The page of a stored row: HTML, or a text."""
    return (
        read_html(row["html"], headline=row["title"])
        if "html" in row
        else read_dump(row["text"], headline=row["title"])
    )


def tells_no_act(features: frozenset[str]) -> bool:
    """Whether no entry of the lexicon fits, verb or noun."""
    return not any(feature.startswith(("k:", "n:")) for feature in features)
