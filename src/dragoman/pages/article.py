"""Article: the clean text of one page, whose offsets all evidence points into.

``Article.text`` is the headline (when there is one) and the kept blocks, joined by blank lines. What was
cut away stays visible in ``Article.cut`` and can never yield an engagement.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from dragoman.citation import Span


class BlockKind(StrEnum):
    """What a kept block of text is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A kept stretch of ``Article.text``; blocks are in text order and never overlap."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Cut:
    """A line or element of the page that is not part of the article, and why.

    ``position`` is the number of kept blocks before it. ``reason`` is a short fixed phrase, e.g. ``advertisement``,
    ``teaser``, ``breadcrumb``, ``author biography``, ``share bar``, ``hidden text``.
    """

    text: str
    reason: str
    position: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """The "Paris, 2 April 2024 (TDI):" that opens a news text; ``span`` covers all of it in ``Article.text``."""

    span: Span
    place: str | None
    day: dt.date | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """The publication day, which source on the page won, and how sure that is (0 to 1).

    ``origin`` is one of ``given``, ``json-ld``, ``meta``, ``time element``, ``dateline``, ``visible``, ``url``, ``feed``,
    ``header``, ``headline``, ``text``, ``modified``.
    """

    day: dt.date
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """One page, cleaned. Facts the page does not state are ``None``."""

    article_id: str
    source: str
    text: str
    url: str | None = None
    publisher: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published: Published | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    cut: tuple[Cut, ...] = ()


def article_id_of(text: str, url: str | None = None) -> str:
    """A stable id of sixteen hex digits from the address and the clean text."""
    digest = hashlib.sha256(f"{url or ''}\n{text}".encode())
    return digest.hexdigest()[:16]
