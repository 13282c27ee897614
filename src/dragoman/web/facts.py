"""Facts: what an engagement says, field by field, in words for a page, each with the words it was read from."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.citation import Cited, Evidence
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement, Location, Participant
from dragoman.exports.telling import Teller
from dragoman.exports.wording import STATUS_WORDS, amount_in_words, day_in_words, flags_of
from dragoman.record.record import Record, Report
from dragoman.web.rendering import actor_address

_HEADLINE = 40  # characters of a headline that stands for a publisher
_SEVERAL = ("name", "purpose", "content", "attributed_to")
_LABELS = {"attributed_to": "according to", "third_party": "third party", "content": "what was said"}
_ASKED_FOR = ("date", "place", "purpose")
"""Fields that are worth a word where the text does not tell them."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of an article; ``source`` says whose."""

    quote: str
    address: str
    source: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A field: ``path`` as decisions and dissents name it, its value in words, how sure, and on what it rests."""

    path: str
    label: str
    value: str
    words: tuple[Words, ...] = ()
    sources: int = 0
    confidence: str = ""
    reason: str = ""
    rule: str = ""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that sources give for a field, and who gives it."""

    value: str
    sources: tuple[str, ...]
    rule: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field on which sources differ; the chosen value stands first."""

    label: str
    sides: tuple[Side, ...]


class FactSheet:
    """The facts of one engagement; ``sources`` names the articles its evidence comes from."""

    def __init__(
        self, eng: Engagement, teller: Teller, sources: Mapping[str, str], rules: Mapping[str, str]
    ) -> None:
        self.eng = eng
        self.teller = teller
        self.sources = sources
        self.rules = rules

    def facts(self) -> Iterator[Fact]:
        """All fields that have a value, in the order people ask for them."""
        eng = self.eng
        sure = f"{eng.confidence:.0%}"
        status = ", ".join((STATUS_WORDS[eng.status], *flags_of(eng)))
        yield self._fact("kind", "kind", str(eng.kind), eng.trigger, sure, eng.reason)
        yield self._fact("status", "status", status, eng.trigger[:1], sure)
        yield from map(self._party, eng.participants)
        if eng.date is not None:
            yield self._cited("date", "date", day_in_words(eng.date.value), eng.date)
        if eng.place is not None:
            yield self._cited("place", "place", self.teller.place(eng.place.value), eng.place)
        for number, stop in enumerate(eng.stops, start=1):
            key = ", ".join(part for part in (stop.place.value.city, stop.place.value.country) if part)
            yield self._cited(
                f"stops[{key}]", f"stop {number}", self.teller.stop(stop), stop.place, stop.date
            )
        if eng.amount is not None:
            yield self._cited("amount", "amount", amount_in_words(eng.amount.value), eng.amount)
        for name in _SEVERAL:
            cited: Cited[str] | None = getattr(eng, name)
            if cited is not None:
                yield self._cited(name, _LABELS.get(name, name), cited.value, cited)
        for topic in eng.topics:
            yield self._cited(f"topics[{topic.value.casefold()}]", "topic", topic.value, topic)

    def untold(self) -> tuple[str, ...]:
        """Fields the text leaves open."""
        untold = (name for name in _ASKED_FOR if getattr(self.eng, name) is None)
        return tuple(name for name in untold if name != "place" or not self.eng.stops)

    def _party(self, party: Participant) -> Fact:
        key = party.entity_id or party.name.value.casefold()
        label = _LABELS.get(party.role, str(party.role))
        told = self.teller.party(party)
        cited = (party.name, party.office, party.country)
        address = actor_address(party.entity_id, party.name.value)
        return self._cited(f"participants[{key}]", label, told, *cited, remark=party.reason, address=address)

    def _cited(
        self,
        path: str,
        label: str,
        value: str,
        *cited: Cited[object] | None,
        remark: str | None = None,
        address: str | None = None,
    ) -> Fact:
        given = [one for one in cited if one is not None]
        evidence = [item for one in given for item in one.evidence]
        reason = "; ".join(dict.fromkeys(text for text in (*(one.reason for one in given), remark) if text))
        return self._fact(
            path, label, value, evidence, f"{min(one.confidence for one in given):.0%}", reason, address
        )

    def _fact(
        self,
        path: str,
        label: str,
        value: str,
        evidence: Iterable[Evidence],
        sure: str,
        reason: str | None = None,
        address: str | None = None,
    ) -> Fact:
        found = tuple(dict.fromkeys(evidence))
        words = dict.fromkeys(self._words(item) for item in found)
        articles = {item.article_id for item in found}
        return Fact(
            path,
            label,
            value,
            tuple(words),
            len(articles),
            sure,
            reason or "",
            self.rules.get(path, ""),
            address,
        )

    def _words(self, item: Evidence) -> Words:
        span = f"{item.span.start}-{item.span.end}"
        address = f"/articles/{item.article_id}?span={span}#shown"
        return Words(" ".join(item.quote.split()), address, self.sources.get(item.article_id, "article"))


def sheet_of(record: Record, teller: Teller) -> FactSheet:
    """The fact sheet of a record, with the rules that chose its values."""
    rules = {choice.field: choice.rule for choice in record.choices}
    return FactSheet(record.engagement, teller, source_names(record), rules)


def source_names(record: Record) -> Mapping[str, str]:
    """A name for each article of a record."""
    return {report.article_id: source_name(report) for report in record.reports}


def source_name(report: Report) -> str:
    """The publisher of a report; of one that names none, how its headline begins."""
    if report.publisher or not report.headline:
        return report.publisher or "article"
    return textwrap.shorten(report.headline, _HEADLINE, placeholder="…")


def disputes_of(record: Record, facts: Iterable[Fact], teller: Teller) -> tuple[Dispute, ...]:
    """The fields on which sources differ."""
    names = {report.engagement.engagement_id: source_name(report) for report in record.reports}
    values = {fact.path: (fact.label, fact.value) for fact in facts}
    choices = {choice.field: choice for choice in record.choices}

    def sources(reports: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(report, "article") for report in reports))

    found = []
    for field in dict.fromkeys(dissent.field for dissent in record.dissents):
        label, value = values.get(field, (label_of(field), "–"))
        choice = choices.get(field)
        chosen = Side(
            value, sources(choice.reports) if choice else (), choice.rule if choice else "", chosen=True
        )
        lost = [
            Side(value_in_words(dissent.value, teller), sources(dissent.reports))
            for dissent in record.dissents
            if dissent.field == field
        ]
        found.append(Dispute(label, (chosen, *lost)))
    return tuple(found)


def label_of(field: str) -> str:
    """A field's path in words."""
    name, _, rest = field.partition("[")
    key, _, part = rest.partition("]")
    words = " ".join(piece for piece in (name.rstrip("s") if rest else name, key, part.strip(".")) if piece)
    return _LABELS.get(field, words.replace("_", " "))


def value_in_words(value: str, teller: Teller) -> str:
    """A value of a dissent, which is JSON, in words.

    >>> value_in_words('{"start":"2024-04-02","end":"2024-04-02","precision":"day"}', Teller())
    '2 April 2024'
    """
    found = json.loads(value)
    if not isinstance(found, dict):
        return "nothing" if found is None else str(found).replace("_", " ")
    if "start" in found:
        return day_in_words(DateSpan.parse(found["start"], found.get("end")))
    if "city" in found:
        return teller.place(Location(found["city"], found.get("country"), found.get("place_id"))) or "nothing"
    if "place" in found and isinstance(found["place"], dict):
        return value_in_words(json.dumps(found["place"]), teller)
    return str(found.get("title") or found.get("name") or found.get("value") or value)
