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


Passage = tuple[Piece, ...]


def split_passages(article: Article, eng: Engagement) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The sentences ``eng`` was read from, as pieces: those that tell it, and those that only name who took part.

    Of the first, the sentences with the act itself lead.
    """
    triggers = [evidence.span for evidence in eng.trigger]
    telling = [*triggers, *_spans(_circumstances(eng))]
    spans = [evidence.span for evidence in evidence_of(eng)]

    def passage(sentence: Span) -> Passage:
        return tuple(cut_pieces(article.text, sentence, spans, triggers))

    sentences = [sentence for sentence in sentence_spans(article) if _touches(sentence, spans)]
    told = [sentence for sentence in sentences if _touches(sentence, telling)]
    told.sort(key=lambda sentence: (not _touches(sentence, triggers), sentence.start))
    further = [sentence for sentence in sentences if sentence not in told]
    return tuple(map(passage, told)), tuple(map(passage, further))


def passages_of(article: Article, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """The sentences that any of the words of ``evidence`` stand in, with these marked."""
    spans = [one.span for one in evidence if one.article_id == article.article_id]
    sentences = [sentence for sentence in sentence_spans(article) if _touches(sentence, spans)]
    return tuple(tuple(cut_pieces(article.text, sentence, spans)) for sentence in sentences)


def evidence_of(eng: Engagement) -> tuple[Evidence, ...]:
    """All evidence of an engagement, the trigger's first, each stretch of text once."""
    found = {evidence.span: evidence for evidence in eng.trigger}
    for value in (*_parties(eng), *_circumstances(eng)):
        for evidence in value.evidence if value is not None else ():
            found.setdefault(evidence.span, evidence)
    return tuple(found.values())


def _parties(eng: Engagement) -> Iterator[Cited[object] | None]:
    for party in eng.participants:
        yield from (party.name, party.office, party.country)


def _circumstances(eng: Engagement) -> Iterator[Cited[object] | None]:
    for stop in eng.stops:
        yield from (stop.place, stop.date)
    yield from (eng.date, eng.place, eng.purpose, eng.content, eng.amount, eng.name, eng.attributed_to)
    yield from eng.topics


def _spans(values: Iterable[Cited[object] | None]) -> Iterator[Span]:
    for value in values:
        if value is not None:
            yield from (evidence.span for evidence in value.evidence)


def _touches(sentence: Span, spans: Iterable[Span]) -> bool:
    return any(sentence.overlaps(span) for span in spans)


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


def sentence_spans(article: Article) -> list[Span]:
    """The sentences of an article, and its dateline."""
    spans = [sentence.span for sentence in segment(article).sentences]
    return spans if article.dateline is None else [article.dateline.span, *spans]
