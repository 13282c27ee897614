"""Document: an article split into sentences and tokens, tagged and parsed.

Part-of-speech tags and relations are Universal Dependencies v2 (subtypes kept: ``nmod:desc``,
``obl:unmarked``, ``nsubj:pass``); ``tag`` is the Penn tag. Offsets are code points of ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from dragoman.citation import Span
from dragoman.pages.article import Article, BlockKind

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class NameLabel(StrEnum):
    """What the name tagger tells apart."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    FAC = "FAC"
    EVT = "EVT"
    NORP = "NORP"
    DATE = "DATE"
    MONEY = "MONEY"
    QUANTITY = "QUANTITY"
    OFFICE = "OFFICE"


@dataclass(frozen=True, slots=True)
class Token:
    """One word. ``head`` is the index of its head in the sentence, ``-1`` at the root."""

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    dep: str
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name the tagger found: tokens ``first`` to ``last`` (excluded) of the sentence."""

    first: int
    last: int
    label: NameLabel
    span: Span
    probability: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """What the tagger's network thinks of a sentence: vectors subwords×size, and the subword each word starts with."""

    vectors: npt.NDArray[np.float32]
    first: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; never crosses a block of the article. Names are in text order and do not overlap.

    ``states`` are there if a tagger of ours has tagged it.
    """

    index: int
    span: Span
    block: BlockKind
    tokens: tuple[Token, ...]
    names: tuple[NameSpan, ...] = ()
    states: States | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """An article and its sentences, in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
