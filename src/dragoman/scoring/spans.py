"""Where gold quotes lie in a reader's text, and how near two stretches of it are.

>>> locate("met  Vell", "Aalto met\\nVell in Oslo.")
(Span(start=6, end=14),)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.citation import Span
from dragoman.scoring.output import Quote

_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[\"“‘(A-ZÀ-Þ0-9])|\n\s*\n|\n")


def locate(quote: str, text: str) -> tuple[Span, ...]:
    """Every place where the words of ``quote`` stand in ``text``, white space aside."""
    words = quote.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    return tuple(Span(found.start(), found.end()) for found in pattern.finditer(text))


def sentence_around(span: Span, text: str) -> Span:
    """The sentence (or line) that ``span`` lies in, split at stops before capitals and at line ends."""
    start, end = 0, len(text)
    for stop in _SENTENCE_END.finditer(text):
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.start() >= span.end:
            end = stop.start() + 1
            break
    return Span(start, max(end, span.end))


def overlap(spans: Iterable[Span], quotes: Iterable[Quote]) -> bool:
    """Whether any of the spans shares a character with any of the quotes."""
    found = tuple(quotes)
    return any(span.start < quote.end and quote.start < span.end for span in spans for quote in found)
