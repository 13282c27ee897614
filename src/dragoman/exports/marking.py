"""Marking: an article's text as HTML in which every stretch that was read from can be clicked.

Evidence overlaps, HTML elements may not: the text is cut at every start and end, and each piece carries the ids of
all engagements read from it, those it tells first.

>>> marks = Marks({"e1": ([Span(0, 9)], [Span(6, 9)]), "e2": ([Span(0, 5)], [])})
>>> marks.ids_at(Span(0, 5)), marks.ids_at(Span(6, 9))
(('e1', 'e2'), ('e1',))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dragoman.citation import Span
from dragoman.engagements.engagement import Engagement
from dragoman.exports.nesting import FAMILIES
from dragoman.exports.passages import cut_points, evidence_of
from dragoman.pages.article import Article, Block, BlockKind

_TAGS = {BlockKind.HEADING: "h3", BlockKind.LIST_ITEM: "p", BlockKind.CAPTION: "p", BlockKind.PARAGRAPH: "p"}


@dataclass(frozen=True, slots=True)
class Marks:
    """For each engagement's id the spans it was read from and, among them, those that tell it."""

    spans: Mapping[str, tuple[Sequence[Span], Sequence[Span]]]

    def ids_at(self, part: Span) -> tuple[str, ...]:
        """The engagements read from ``part``, those it tells first."""
        read = [key for key, (spans, _) in self.spans.items() if any(span.covers(part) for span in spans)]
        told = self.told_at(part)
        return tuple(sorted(read, key=lambda key: key not in told))

    def told_at(self, part: Span) -> tuple[str, ...]:
        """The engagements whose act the words of ``part`` tell."""
        return tuple(key for key, (_, told) in self.spans.items() if any(span.covers(part) for span in told))

    def all_spans(self) -> Iterator[Span]:
        """Every span of every engagement."""
        for spans, _ in self.spans.values():
            yield from spans


@dataclass(frozen=True, slots=True)
class Marked:
    """One engagement on the page: its element's id, the number shown to people, and the engagement."""

    key: str
    number: int
    eng: Engagement


def marks_of(marked: Iterable[Marked]) -> Marks:
    """Where each engagement was read."""
    return Marks(
        {
            one.key: (
                [evidence.span for evidence in evidence_of(one.eng)],
                [evidence.span for evidence in one.eng.trigger],
            )
            for one in marked
        }
    )


def headline_html(article: Article, marked: Sequence[Marked], *, shown: Span | None = None) -> str:
    """The headline with its marks; the file's name where there is no headline."""
    block = next((block for block in article.blocks if block.kind is BlockKind.HEADLINE), None)
    if block is None:
        return escape(article.headline or article.source or "Untitled")
    return _marked_html(article.text, block.span, marks_of(marked), marked, shown)


def text_html(article: Article, marked: Sequence[Marked], *, shown: Span | None = None) -> str:
    """The blocks after the headline, each an element, with their marks.

    Where ``shown`` begins, an element has the id ``shown``: a link from a value leads there.
    """
    marks = marks_of(marked)
    return "\n".join(
        f'<{_TAGS[block.kind]} class="{block.kind}">'
        f"{_marked_html(article.text, block.span, marks, marked, shown)}</{_TAGS[block.kind]}>"
        for block in _blocks(article)
        if block.kind is not BlockKind.HEADLINE
    )


def _blocks(article: Article) -> Sequence[Block]:
    if article.blocks:
        return article.blocks
    lines = re.finditer(r"[^\n]+", article.text)
    return [Block(Span(*line.span()), BlockKind.PARAGRAPH) for line in lines]


def _marked_html(
    text: str, within: Span, marks: Marks, marked: Sequence[Marked], shown: Span | None = None
) -> str:
    by_key = {one.key: one for one in marked}
    opened: set[str] = set()
    pieces = []
    spans = [*marks.all_spans(), *([] if shown is None else [shown])]
    for start, end in pairwise(cut_points(within, spans)):
        part = Span(start, end)
        words, ids, told = escape(part.of(text)), marks.ids_at(part), marks.told_at(part)
        first = [by_key[key] for key in told if key not in opened]
        opened.update(told)
        if shown is not None and shown.covers(part):
            place = (
                ' id="shown"'
                if start == max(shown.start, within.start) and within.start <= shown.start
                else ""
            )
            words = f'<mark class="field"{place} data-of="">{words}</mark>'
        pieces.append(_piece(words, [by_key[key] for key in ids], first, is_told=bool(told)))
    return "".join(pieces)


def _piece(words: str, of: Sequence[Marked], first: Sequence[Marked], *, is_told: bool) -> str:
    """One stretch; the first words that tell an engagement are a button with its number."""
    if not of:
        return words
    family = FAMILIES[of[0].eng.kind]
    keys = " ".join(one.key for one in of)
    numbers = ", ".join(str(one.number) for one in first)
    if not first:
        return f'<mark class="{"told" if is_told else "read"} {family}" data-of="{keys}">{words}</mark>'
    return (
        f'<mark class="told {family}" data-of="{keys}" role="button" tabindex="0">'
        f'<span class="unseen">Engagement {numbers}: </span><sup aria-hidden="true">{numbers}</sup>'
        f"{words}</mark>"
    )
