"""Circumstances: days, place, stops and words of an event from many reports, each field by its own notion of agreeing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from dragoman.citation import Cited
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.engagement import BEGUN, Amount, Engagement, Kind, Location, Status, Stop, is_seen
from dragoman.knowledge.names import fold
from dragoman.record.choosing import Field, Ledger, Rule, Telling, choose, ids_of, unite
from dragoman.record.progress import is_done
from dragoman.record.record import Choice, Report

V = TypeVar("V")
_WEEK = 7  # days
_LASTING = frozenset({Kind.VISIT, Kind.CONFERENCE})  # may go on for days, of which a report tells one


def told(reports: Sequence[Report], field: Callable[[Engagement], Cited[V] | None]) -> list[Telling[V]]:
    """What each report tells of a field; nothing of a report that does not."""
    cited = [(report, field(report.engagement)) for report in reports]
    return [Telling(report, value) for report, value in cited if value is not None]


def merge_date(
    reports: Sequence[Report], kind: Kind, status: Status, ledger: Ledger
) -> Cited[DateSpan] | None:
    """The event's days. What was told when it was under way or over goes before what was planned."""
    tellings = _ahead_when_done(told(reports, lambda eng: eng.date), status)
    if kind is Kind.VISIT:
        return _choose_stay(tellings, replace(_DAYS_OF_STAY, name="date"), ledger)
    return choose(tellings, replace(_DAYS_OF_STAY if kind in _LASTING else _DAYS, name="date"), ledger)


def _choose_stay(
    tellings: Sequence[Telling[DateSpan]], of: Field[DateSpan], ledger: Ledger
) -> Cited[DateSpan] | None:
    """The days of a stay as told; where it was only seen, from the first to the last day on which it was."""
    stated = [telling for telling in tellings if not is_seen(telling.cited)]
    if stated or len({telling.value for telling in tellings}) < 2:
        return choose(stated or tellings, of, ledger)
    days = [telling.value for telling in tellings]
    hull = DateSpan(min(one.start for one in days), max(one.end for one in days))
    ledger.choices.append(Choice(of.name, Rule.SEEN, ids_of(tellings)))
    return replace(unite(tellings, tellings), value=hull)


def merge_place(reports: Sequence[Report], status: Status, ledger: Ledger) -> Cited[Location] | None:
    """Where it takes place; a country alone supports each of its cities."""
    return choose(_ahead_when_done(told(reports, lambda eng: eng.place), status), _PLACE, ledger)


def merge_stops(reports: Sequence[Report], status: Status, ledger: Ledger) -> tuple[Stop, ...]:
    """All stops that any report tells, each once, with its best-supported days."""
    longest_first = sorted(reports, key=lambda report: -len(report.engagement.stops))
    tellings = [(report, stop) for report in longest_first for stop in report.engagement.stops]
    groups: list[list[tuple[Report, Stop]]] = []
    for report, stop in sorted(tellings, key=lambda one: one[1].place.value.city is None):
        home = next((group for group in groups if _is_stop_of(group, report, stop)), None)
        groups.append([(report, stop)]) if home is None else home.append((report, stop))
    first: dict[int, int] = {}
    for position, (_, stop) in enumerate(tellings):
        first.setdefault(id(stop), position)
    groups.sort(key=lambda group: min(first[id(stop)] for _, stop in group))
    stops = [_merge_stop(group, status, ledger) for group in groups]
    if len(reports) > 1 and all(stop.date is not None for stop in stops):
        stops.sort(key=lambda stop: _start(stop.date))
    return tuple(stops)


def _is_stop_of(group: Sequence[tuple[Report, Stop]], report: Report, stop: Stop) -> bool:
    place = stop.place.value
    if any(report is other for other, _ in group):
        return False  # a second stay in the same city is a stop of its own
    return any(
        _place_key(place) == _place_key(s.place.value) or _fits_place(place, s.place.value) for _, s in group
    )


def _merge_stop(group: Sequence[tuple[Report, Stop]], status: Status, ledger: Ledger) -> Stop:
    places = [Telling(report, stop.place) for report, stop in group]
    exact = [telling for telling in places if telling.value.city is not None] or places
    place = unite(exact, places)
    dated = [Telling(report, stop.date) for report, stop in group if stop.date is not None]
    name = f"stops[{place.value.city or place.value.country}].date"
    days = _choose_stay(_ahead_when_done(dated, status), replace(_DAYS_OF_STAY, name=name), ledger)
    return Stop(place, days)


def merge_topics(reports: Sequence[Report]) -> tuple[Cited[str], ...]:
    """All topics, each once, in the order they were first told."""
    groups: dict[str, list[Telling[str]]] = {}
    for report in reports:
        for topic in report.engagement.topics:
            groups.setdefault(fold(topic.value), []).append(Telling(report, topic))
    return tuple(unite(group[:1], group) for group in groups.values())


def merge_words(reports: Sequence[Report], field: str, ledger: Ledger) -> Cited[str] | None:
    """A stretch of text: other words are no disagreement, so nothing is a dissent, and fuller words say more."""
    tellings = told(reports, lambda eng: getattr(eng, field))
    return choose(tellings, replace(_WORDS, name=field), ledger)


def merge_name(reports: Sequence[Report], ledger: Ledger) -> Cited[str] | None:
    """What a summit or agreement is called; a shorter name of the same words is no other name."""
    return choose(told(reports, lambda eng: eng.name), _NAME, ledger)


def merge_amount(reports: Sequence[Report], ledger: Ledger) -> Cited[Amount] | None:
    """The sum or count; an exact figure before a rounded one."""
    return choose(told(reports, lambda eng: eng.amount), _AMOUNT, ledger)


def _ahead_when_done(tellings: Iterable[Telling[V]], status: Status) -> list[Telling[V]]:
    happened = status in BEGUN
    return [replace(telling, ahead=not happened or is_done(telling.report)) for telling in tellings]


def _start(date: Cited[DateSpan] | None) -> tuple[str, str]:
    return ("", "") if date is None else date.value.iso()


def _fits_days(vague: DateSpan, exact: DateSpan) -> bool:
    """A wider span allows each span inside it."""
    return vague.start <= exact.start and exact.end <= vague.end


def _fits_stay(vague: DateSpan, exact: DateSpan) -> bool:
    """Of a stay, a month allows its days, and a day of it (the arrival) allows the whole."""
    if _fineness(vague) == _fineness(exact) == _BY_DAYS:
        return _fits_days(exact, vague)
    return _fineness(vague) < _fineness(exact) and _fits_days(vague, exact)


_BY_DAYS = 3


def _fineness(days: DateSpan) -> int:
    """How fine a span is told: by days, as "next week", by month, by year."""
    match days.precision:
        case Precision.DAY:
            return 2 if days.days == _WEEK and days.start.weekday() == 0 else _BY_DAYS
        case Precision.MONTH:
            return 1
        case Precision.YEAR:
            return 0


def _show_days(days: DateSpan) -> dict[str, str]:
    start, end = days.iso()
    return {"start": start, "end": end, "precision": days.precision}


def _place_key(place: Location) -> tuple[str | None, str | None]:
    return (None, place.country) if place.city is None else (fold(place.city), None)


def _fits_place(vague: Location, exact: Location) -> bool:
    return vague.city is None and vague.country is not None and vague.country == exact.country


def _show_place(place: Location) -> dict[str, str | None]:
    return {"city": place.city, "country": place.country, "place_id": place.place_id}


def _show_amount(amount: Amount) -> dict[str, object]:
    return {"value": amount.value, "unit": amount.unit, "approximate": amount.approximate}


def say_alike(one: str, other: str) -> bool:  # noqa: ARG001
    """Other words for it are no other claim."""
    return True


def _is_shorter_name(vague: str, exact: str) -> bool:
    return set(fold(vague).split()) <= set(fold(exact).split())


_DAYS: Field[DateSpan] = Field(
    "date",
    key=lambda days: days,
    show=_show_days,
    fits=_fits_days,
    exactness=lambda days: float(-days.days),
)
_DAYS_OF_STAY = replace(
    _DAYS, fits=_fits_stay, exactness=lambda days: float(_fineness(days) * 1000 + days.days)
)
_PLACE: Field[Location] = Field(
    "place",
    key=_place_key,
    show=_show_place,
    fits=_fits_place,
    exactness=lambda place: float(place.city is not None) + float(place.place_id is not None) / 2,
)
_WORDS: Field[str] = Field(
    "content", key=fold, show=str, fits=say_alike, exactness=lambda words: float(len(words))
)
_NAME: Field[str] = Field(
    "name", key=fold, show=str, fits=_is_shorter_name, exactness=lambda name: float(len(name))
)
_AMOUNT: Field[Amount] = Field(
    "amount",
    key=lambda amount: (amount.value, amount.unit),
    show=_show_amount,
    exactness=lambda amount: float(not amount.approximate),
)
