"""Passages: the sentences an engagement was read from, cut into marked and unmarked stretches.

>>> text = "Aalto met Dahl."
>>> [(piece.text, piece.marked) for piece in cut_pieces(text, Span(0, 15), [Span(6, 9)])]
[('Aalto ', False), ('met', True), (' Dahl.', False)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from dragoman.citation import Cited, Evidence, Span
from dragoman.engagements.engagement import Engagement
from dragoman.language.segment import segment
from dragoman.pages.article import Article


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: ``marked`` if a value was read there, ``trigger`` if it tells the act."""

    text: str
    marked: bool
    trigger: bool = False


def find_passages(article: Article, eng: Engagement) -> tuple[tuple[Piece, ...], ...]:
    """The sentences with evidence of ``eng``, the ones that tell it first, each as pieces."""
    triggers = [evidence.span for evidence in eng.trigger]
    spans = [evidence.span for evidence in evidence_of(eng)]
    found = [
        span
        for span in _sentence_spans(article)
        if any(span.overlaps(evidence) for evidence in (*triggers, *spans))
    ]
    found.sort(key=lambda span: (not any(span.overlaps(trigger) for trigger in triggers), span.start))
    return tuple(tuple(cut_pieces(article.text, span, spans, triggers)) for span in found)


def evidence_of(eng: Engagement) -> tuple[Evidence, ...]:
    """All evidence of an engagement, the trigger's first, each stretch of text once."""
    found = {evidence.span: evidence for evidence in eng.trigger}
    for value in _cited_values(eng):
        for evidence in value.evidence if value is not None else ():
            found.setdefault(evidence.span, evidence)
    return tuple(found.values())


def _cited_values(eng: Engagement) -> Iterator[Cited[object] | None]:
    for party in eng.participants:
        yield from (party.name, party.office, party.country)
    for stop in eng.stops:
        yield from (stop.place, stop.date)
    yield from (eng.date, eng.place, eng.purpose, eng.content, eng.amount, eng.name, eng.attributed_to)
    yield from eng.topics


def cut_pieces(
    text: str, within: Span, spans: Sequence[Span], triggers: Sequence[Span] = ()
) -> Iterator[Piece]:
    """The text of ``within`` as marked and unmarked stretches by turns; spans may overlap."""

    def marks(part: tuple[int, int]) -> tuple[bool, bool]:
        tells = any(span.covers(Span(*part)) for span in triggers)
        return tells or any(span.covers(Span(*part)) for span in spans), tells

    parts = pairwise(cut_points(within, [*spans, *triggers]))
    for (marked, tells), same in groupby(parts, key=marks):
        stretch = list(same)
        yield Piece(text[stretch[0][0] : stretch[-1][1]], marked, tells)


def cut_points(within: Span, spans: Iterable[Span]) -> list[int]:
    """Where ``within`` has to be cut so that no piece lies half inside a span, its ends included."""
    inner = {point for span in spans for point in (span.start, span.end) if within.start < point < within.end}
    return sorted({within.start, within.end, *inner})


def _sentence_spans(article: Article) -> list[Span]:
    spans = [sentence.span for sentence in segment(article).sentences]
    return spans if article.dateline is None else [article.dateline.span, *spans]
