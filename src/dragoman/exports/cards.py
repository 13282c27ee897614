"""Cards: the list beside an article's text, one card per engagement with its fields and the words behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from dragoman.citation import Cited
from dragoman.engagements.engagement import Engagement, Participant
from dragoman.exports.marking import Marked
from dragoman.exports.nesting import FAMILIES
from dragoman.exports.telling import Teller
from dragoman.exports.wording import STATUS_WORDS, amount_in_words, day_in_words, flags_of
from dragoman.ontology.event import CodedEvent

Field = tuple[str, str]


def card_html(one: Marked, depth: int, events: Sequence[CodedEvent], teller: Teller) -> str:
    """One engagement as a list item: a button that shows its words, and its fields."""
    eng = one.eng
    remarks = " · ".join((STATUS_WORDS[eng.status], *flags_of(eng)))
    fields = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in _fields(eng, events, teller)
    )
    return (
        f'<li class="card {FAMILIES[eng.kind]} depth{min(depth, 3)}" id="{one.key}">'
        f'<button type="button" aria-pressed="false" aria-describedby="{one.key}-fields">'
        f'<span class="label"><span class="number">{one.number}</span> <span class="kind">{eng.kind}</span> '
        f'<span class="status">{escape(remarks)}</span></span>'
        f'<span class="told">{escape(teller.tell(eng))}</span></button>'
        f'<dl id="{one.key}-fields">{fields}</dl></li>'
    )


def _fields(eng: Engagement, events: Sequence[CodedEvent], teller: Teller) -> Iterator[Field]:
    for party in eng.participants:
        yield str(party.role).replace("_", " "), _party(party, teller)
    if eng.date is not None:
        yield "date", _cited(day_in_words(eng.date.value), eng.date)
    if eng.place is not None:
        yield "place", _cited(teller.place(eng.place.value), eng.place)
    for number, stop in enumerate(eng.stops, start=1):
        yield f"stop {number}", _cited(teller.stop(stop), stop.place, stop.date)
    yield from _words(eng)
    yield from (("code", _code(event)) for event in events)
    yield "confidence", f"{eng.confidence:.0%}"
    if eng.reason:
        yield "note", escape(eng.reason)


def _words(eng: Engagement) -> Iterator[Field]:
    if eng.amount is not None:
        yield "amount", _cited(amount_in_words(eng.amount.value), eng.amount)
    named = [("name", eng.name), ("purpose", eng.purpose), ("content", eng.content)]
    named += [("topic", topic) for topic in eng.topics]
    for name, value in [*named, ("according to", eng.attributed_to)]:
        if value is not None:
            yield name, _cited(value.value, value)


def _party(party: Participant, teller: Teller) -> str:
    return _cited(teller.party(party), party.name, party.office, party.country, remark=party.reason)


def _cited(told: str, *values: Cited[object] | None, remark: str | None = None) -> str:
    """What is told, beside it the words of the article where they differ, and remarks; nothing twice."""
    quotes = list(dict.fromkeys(_quotes(values)))
    own = [
        quote
        for quote in quotes
        if quote != told and not any(quote in other for other in quotes if other != quote)
    ]
    words = "".join(f"<q>{escape(quote)}</q>" for quote in own)
    remarks = [value.reason for value in values if value is not None] + [remark]
    notes = "".join(f'<span class="note">{escape(note)}</span>' for note in dict.fromkeys(remarks) if note)
    return f"{escape(told)} {words}{notes}"


def _quotes(values: Iterable[Cited[object] | None]) -> Iterator[str]:
    for value in values:
        if value is not None:
            yield from (" ".join(evidence.quote.split()) for evidence in value.evidence)


def _code(event: CodedEvent) -> str:
    code = "/".join((event.event, *event.mode))
    context = f" · {', '.join(event.context)}" if event.context else ""
    return (
        f"<code>{escape(code)}</code>{escape(context)} · quad {event.quad_code}, score {event.event_scale:g} · "
        f"CAMEO <code>{escape(event.cameo)}</code>, Goldstein {event.goldstein:g}"
    )
