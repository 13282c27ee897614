"""Merging: the reports of one event to one record, the best-supported value per field, the others kept as dissents.

What is chosen by which rule is told in `docs/records.md`. Merging one report gives its values; merging a record's reports
again gives the record.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.citation import Cited
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.ontology.coding import code_engagement
from dragoman.record.choosing import Field, Ledger, Rule, Telling, choose, distinct_evidence
from dragoman.record.circumstances import (
    merge_amount,
    merge_date,
    merge_name,
    merge_place,
    merge_stops,
    merge_topics,
    merge_words,
    say_alike,
    told,
)
from dragoman.record.clustering import in_order
from dragoman.record.parties import Offices, merge_parties
from dragoman.record.progress import moves_of, settle_status
from dragoman.record.record import Choice, Record, Report


def record_id_of(reports: Iterable[Report]) -> str:
    """The id of the record of ``reports``: made from the report published first, so that later ones do not change it."""
    founder = in_order(reports)[0]
    return hashlib.sha256(f"record\n{founder.report_id}".encode()).hexdigest()[:12]


def merge_reports(reports: Iterable[Report], kb: Offices | None = None) -> Record:
    """The record of reports that tell one event.

    Args:
        reports: at least one, in any order.
        kb: settles which of two offices a person held on the day; without it, the reports alone decide.

    Raises:
        ValueError: if there are no reports.
    """
    ordered = in_order(reports)
    if not ordered:
        raise ValueError("a record needs at least one report")
    ledger = Ledger()
    eng = _take_one(ordered[0], ledger) if len(ordered) == 1 else _merge_engagements(ordered, ledger, kb)
    return Record(
        record_id=eng.engagement_id,
        engagement=eng,
        events=code_engagement(eng),
        reports=tuple(ordered),
        choices=tuple(ledger.choices),
        dissents=tuple(ledger.dissents),
        moves=moves_of(ordered),
    )


def _take_one(report: Report, ledger: Ledger) -> Engagement:
    """What merging comes to where a single report tells the event, as most are told: its values, each agreed on."""
    eng = report.engagement
    only = (report.report_id,)
    ledger.choices.append(Choice("kind", Rule.AGREED, only))
    settle_status([report], ledger)
    ledger.choices += [Choice(field, Rule.AGREED, only) for field in _told_fields(eng)]
    return replace(
        eng,
        engagement_id=record_id_of([report]),
        trigger=distinct_evidence(eng.trigger),
        topics=merge_topics([report]),
        part_of=None,
    )


def _told_fields(eng: Engagement) -> Iterator[str]:
    """The fields that have a value, kind and status apart, in the order in which merging chooses them."""
    if eng.date is not None:
        yield "date"
    for party in eng.participants:
        path = f"participants[{party.entity_id or party.name.value}]"
        yield f"{path}.role"
        if party.office is not None:
            yield f"{path}.office"
        if party.country is not None:
            yield f"{path}.country"
    yield "negated"
    if eng.place is not None:
        yield "place"
    for stop in eng.stops:
        if stop.date is not None:
            yield f"stops[{stop.place.value.city or stop.place.value.country}].date"
    yield from (name for name in _LAST_CHOSEN if getattr(eng, name) is not None)


_LAST_CHOSEN = ("purpose", "content", "amount", "name", "attributed_to", "mode")


def _merge_engagements(reports: Sequence[Report], ledger: Ledger, kb: Offices | None) -> Engagement:
    engs = [report.engagement for report in reports]
    kind = _merge_kind(reports, ledger)
    status = settle_status(reports, ledger)
    date = merge_date(reports, kind, status, ledger)
    reasons = {eng.reason for eng in engs}
    return Engagement(
        engagement_id=record_id_of(reports),
        kind=kind,
        status=status,
        participants=merge_parties(reports, _day(date, reports), ledger, kb),
        trigger=distinct_evidence(evidence for eng in engs for evidence in eng.trigger),
        historical=all(eng.historical for eng in engs),
        negated=_merge_negated(reports, ledger),
        hypothetical=all(eng.hypothetical for eng in engs),
        main=any(eng.main for eng in engs),
        date=date,
        place=merge_place(reports, status, ledger),
        stops=merge_stops(reports, status, ledger),
        purpose=merge_words(reports, "purpose", ledger),
        topics=merge_topics(reports),
        content=merge_words(reports, "content", ledger),
        amount=merge_amount(reports, ledger),
        name=merge_name(reports, ledger),
        attributed_to=_merge_attribution(reports, ledger),
        confidence=max(eng.confidence for eng in engs),
        mode=_merge_mode(reports, ledger),
        reason=reasons.pop() if len(reasons) == 1 else None,
    )


def _merge_kind(reports: Sequence[Report], ledger: Ledger) -> Kind:
    tellings = [Telling(r, Cited(r.engagement.kind, r.engagement.trigger)) for r in reports]
    chosen = choose(tellings, _KIND, ledger)
    return reports[0].engagement.kind if chosen is None else chosen.value


def _merge_negated(reports: Sequence[Report], ledger: Ledger) -> bool:
    """That it did not happen is a claim like another: it needs as many sources."""
    tellings = [Telling(r, Cited(r.engagement.negated, r.engagement.trigger)) for r in reports]
    chosen = choose(tellings, _NEGATED, ledger)
    return chosen is not None and chosen.value


def _merge_mode(reports: Sequence[Report], ledger: Ledger) -> str | None:
    modes = [(report, report.engagement.mode) for report in reports]
    tellings = [Telling(r, Cited(mode, r.engagement.trigger)) for r, mode in modes if mode is not None]
    chosen = choose(tellings, _MODE, ledger)
    return None if chosen is None else chosen.value


def _merge_attribution(reports: Sequence[Report], ledger: Ledger) -> Cited[str] | None:
    """Somebody's word only as long as no report tells it as its own."""
    tellings = told(reports, lambda eng: eng.attributed_to)
    if len(tellings) < len(reports):
        return None
    return choose(tellings, Field("attributed_to", key=str, show=str, fits=say_alike), ledger)


def _day(date: Cited[DateSpan] | None, reports: Sequence[Report]) -> dt.date | None:
    """The day on which offices are held: the event's, else the first publication."""
    return reports[0].published if date is None else date.value.start


_KIND: Field[Kind] = Field("kind", key=str, show=str)
_NEGATED: Field[bool] = Field("negated", key=bool, show=bool)
_MODE: Field[str] = Field("mode", key=str, show=str)
_ATTRIBUTION: Field[str] = Field("attributed_to", key=str, show=str, fits=say_alike)
