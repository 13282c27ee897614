"""Lines: a record as lists show it, with the sentence it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.citation import Span
from dragoman.engagements.engagement import Engagement
from dragoman.exports.nesting import FAMILIES
from dragoman.exports.telling import Teller
from dragoman.exports.wording import STATUS_WORDS, day_in_words, flags_of, listed
from dragoman.record.record import Record
from dragoman.store.archive import Archive

_AROUND = 160
"""Characters shown of a sentence on either side of the words that tell it."""
_SENTENCE_ENDS = (". ", "\n", "! ", "? ")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that tell a record, between what stands before and after them in their sentence."""

    before: str
    words: str
    after: str
    article_id: str
    report_id: str
    source: str


@dataclass(frozen=True, slots=True)
class Line:
    """A record in a list."""

    record_id: str
    sentence: str
    kind: str
    family: str
    status: str
    status_word: str
    flags: tuple[str, ...]
    when: str
    where: str
    sources: int
    confidence: str
    disputed: str = ""
    quote: Quote | None = None


def line_of(record: Record, teller: Teller) -> Line:
    """A record as one line."""
    eng = record.engagement
    disputes = dict.fromkeys(dissent.field.partition("[")[0] for dissent in record.dissents)
    return Line(
        record.record_id,
        teller.tell(eng),
        str(eng.kind),
        str(FAMILIES[eng.kind]),
        str(eng.status),
        STATUS_WORDS[eng.status],
        flags_of(eng),
        "" if eng.date is None else day_in_words(eng.date.value),
        where_of(eng, teller),
        record.sources,
        f"{eng.confidence:.0%}",
        listed(disputes),
    )


def where_of(eng: Engagement, teller: Teller) -> str:
    """The place of an engagement, else the stops of a trip."""
    places = [eng.place.value] if eng.place is not None else [stop.place.value for stop in eng.stops]
    return "; ".join(dict.fromkeys(teller.place(place) for place in places))


def lines_of(records: Iterable[Record], teller: Teller) -> tuple[Line, ...]:
    """Records as lines, without quotes."""
    return tuple(line_of(record, teller) for record in records)


def quoted_lines(records: Sequence[Record], archive: Archive, teller: Teller) -> tuple[Line, ...]:
    """Records as lines, each with the sentence that tells it in its first report."""
    texts: dict[str, str] = {}
    return tuple(replace(line_of(record, teller), quote=_quote(record, archive, texts)) for record in records)


def _quote(record: Record, archive: Archive, texts: dict[str, str]) -> Quote | None:
    for report in record.reports:
        trigger = report.engagement.trigger
        if not trigger:
            continue
        if report.article_id not in texts:
            stored = archive.article(report.article_id)
            texts[report.article_id] = "" if stored is None else stored.article.text
        text, span = texts[report.article_id], min(evidence.span for evidence in trigger)
        source = report.publisher or report.headline or "article"
        before, after = around(text, span)
        return Quote(before, span.of(text), after, report.article_id, report.engagement.engagement_id, source)
    return None


def sentence_span(text: str, span: Span) -> Span:
    """The sentence a span stands in, as far as full stops and line ends tell.

    >>> text = "It rained. Aalto met Dahl in Oslo. Nobody noticed."
    >>> sentence_span(text, Span(17, 20)).of(text)
    'Aalto met Dahl in Oslo.'
    """
    starts = [
        text.rfind(end, 0, span.start) + len(end) for end in _SENTENCE_ENDS if end in text[: span.start]
    ]
    stops = [place for end in _SENTENCE_ENDS if (place := text.find(end, span.end)) >= 0]
    stop = min(stops) + 1 if stops else len(text)
    return Span(max(starts, default=0), max(span.end, stop - (text[stop - 1 : stop] == "\n")))


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span in its sentence, shortened where that is long.

    >>> around("It rained. Aalto met Dahl in Oslo. Nobody noticed.", Span(17, 20))
    ('Aalto ', ' Dahl in Oslo.')
    """
    sentence = sentence_span(text, span)
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]}…"
    return before, after
