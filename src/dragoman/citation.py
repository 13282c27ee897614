"""Where a value was read: spans, evidence, cited values.

A span counts Unicode code points of ``Article.text``, end excluded.

>>> Span(0, 5).of("Paris, 2 April")
'Paris'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, in code points, end excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} runs backwards or starts before the text")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span covering all of ``spans``.

    >>> hull([Span(3, 5), Span(8, 9)])
    Span(start=3, end=9)
    """
    kept = list(spans)
    return Span(min(s.start for s in kept), max(s.end for s in kept))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words a value rests on: ``quote == article.text[span.start:span.end]``.

    ``rule`` names the rule, head or table lookup that read the value there.
    """

    article_id: str
    span: Span
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cited(Generic[V_co]):
    """A value, the words that support it, and how sure the reader is (0 to 1).

    ``reason`` is a short remark for people, e.g. ``"office from the knowledge base on 2024-04-02"``.
    """

    value: V_co
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    reason: str | None = None


def cite(text: str, article_id: str, span: Span, rule: str) -> Evidence:
    """Evidence for ``span`` of ``text``; the quote is cut from the text, so it always agrees."""
    if span.end > len(text):
        raise ValueError(f"span {span.start}:{span.end} ends past the text of {len(text)} characters")
    return Evidence(article_id, span, span.of(text), rule)
