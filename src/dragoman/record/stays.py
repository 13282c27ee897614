"""Stays: in which country somebody was from when to when, by all that the records of an archive tell.

A visit is announced for a whole tour, its meetings are told one by one, remarks are headed with a city: no report has
the days of the stay, and all of them together do. What a report tells of first and last day goes before what was only
seen, and each stay says which of the two it rests on.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dragoman.citation import Cited
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.engagement import (
    CALLED_OFF,
    IN_PERSON,
    Engagement,
    Kind,
    Location,
    Participant,
    Role,
    Status,
)
from dragoman.record.record import Record, Report

_OFF = CALLED_OFF | {Status.PROPOSED}
# Days without word of somebody that still are one stay, as long as nothing is told of them elsewhere.
_SILENCE = 2
_RECEIVING = frozenset({"welcome", "host", "receive"})
LONGEST_STAY = 14
"""Days: what is told as longer is a posting, or no visit."""
_WEEK = 7
TOUR_WINDOW = "window of the whole tour"
"""The reason by which a visit has the days of the tour it is a stop of."""


class Basis(StrEnum):
    """What the days of a stay rest on."""

    TOLD = "told"
    TOUR = "seen there, to the end told for the tour"
    SEEN = "seen there"
    WITHIN = "within the days told for the tour"


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody's days in a country that is not the own one; ``cities`` in the order told, ``records`` what tells of it."""

    person_id: str
    name: str
    country: str
    days: DateSpan
    basis: Basis
    cities: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sight:
    """Days on which a record has somebody in a country; ``whole`` if they are told to be all of the stay,
    ``ahead`` if they lay ahead when they were told.
    """

    country: str
    days: DateSpan
    record_id: str
    city: str | None = None
    whole: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Tour:
    """The days told for a whole tour and its countries in order."""

    days: DateSpan
    countries: tuple[str, ...]
    records: tuple[str, ...]


def find_stays(records: Iterable[Record], is_meant: Callable[[Participant], bool]) -> tuple[Stay, ...]:
    """The stays abroad of those who are meant, by first day.

    Args:
        records: what they took part in, in any order.
        is_meant: whether a participant is one of them.
    """
    people: dict[str, list[tuple[Record, Participant]]] = defaultdict(list)
    for record in records:
        for part in record.engagement.participants:
            if is_meant(part) and part.role is not Role.THIRD_PARTY:
                people[part.entity_id or part.name.value].append((record, part))
    found = [stay for person_id, told in people.items() for stay in _stays_of(person_id, told)]
    return tuple(sorted(found, key=lambda stay: (stay.days.start, stay.days.end, stay.country, stay.name)))


def _stays_of(person_id: str, told: Sequence[tuple[Record, Participant]]) -> Iterator[Stay]:
    names = Counter(part.name.value for _, part in told)
    homes = Counter(part.country.value for _, part in told if part.country is not None)
    home = homes.most_common(1)[0][0] if homes else None
    sights = [sight for record, part in told for sight in _sights(record, part)]
    tours = [tour for record, part in told for tour in _tours(record, part)]
    name = names.most_common(1)[0][0]
    stays = [_stay(person_id, name, group, sights, tours) for group in _groups(sights)]
    yield from (stay for stay in (*stays, *_unseen(person_id, name, stays, tours)) if stay.country != home)


def _sights(record: Record, part: Participant) -> Iterator[_Sight]:
    """The days on which the reports of a record have a participant somewhere."""
    for report in record.reports:
        eng = report.engagement
        if eng.status in _OFF or eng.negated or eng.hypothetical:
            continue
        if eng.kind is Kind.VISIT and part.role is Role.ACTOR:
            for place, date in _stops(eng):
                yield from _sight(record, report, place, date)
        elif eng.kind in IN_PERSON and eng.place is not None:
            yield from _sight(record, report, eng.place.value, eng.date)


def _stops(eng: Engagement) -> Iterator[tuple[Location, Cited[DateSpan] | None]]:
    """The places of a visit with their own days; of a tour told as one visit, those of all its stops."""
    host = eng.place.value.country if eng.place is not None else None
    stops = [
        stop
        for stop in eng.stops
        if stop.date is not None and (host is None or stop.place.value.country == host)
    ]
    yield from ((stop.place.value, stop.date) for stop in stops)
    if not stops and eng.place is not None and not _is_of_tour(eng):
        yield eng.place.value, eng.date


def _is_of_tour(eng: Engagement) -> bool:
    """Whether a visit has the days of a tour of several countries."""
    if eng.date is not None and eng.date.reason == TOUR_WINDOW:
        return True
    return eng.place is None and len({stop.place.value.country for stop in eng.stops}) > 1


def _sight(record: Record, report: Report, place: Location, date: Cited[DateSpan] | None) -> Iterator[_Sight]:
    if place.country is None or date is None:
        return
    days = date.value
    if days.precision is not Precision.DAY or days.days > LONGEST_STAY or _is_week(days):
        return
    whole = report.engagement.kind is Kind.VISIT and (days.days > 1 or _is_received(report, days))
    later = report.published is not None and days.start > report.published
    ahead = later or (report.engagement.status is Status.PLANNED and days.start != report.published)
    yield _Sight(place.country, days, record.record_id, place.city, whole, ahead)


def _is_received(report: Report, days: DateSpan) -> bool:
    """ "The President will welcome X on 25 June": the host announces the visit for that day."""
    told_by_host = any(item.rule.rpartition(":")[2] in _RECEIVING for item in report.engagement.trigger)
    return told_by_host and report.published is not None and report.published < days.start


def _is_week(days: DateSpan) -> bool:
    """ "next week": some days of it."""
    return days.days == _WEEK and days.start.weekday() in {0, 6}


def _tours(record: Record, part: Participant) -> Iterator[_Tour]:
    if part.role is not Role.ACTOR:
        return
    for report in record.reports:
        eng = report.engagement
        date = eng.date
        if date is None or not _is_of_tour(eng) or eng.status in _OFF:
            continue
        if not 1 < date.value.days <= LONGEST_STAY or _is_week(date.value):
            continue
        order = dict.fromkeys(stop.place.value.country for stop in eng.stops)
        yield _Tour(
            date.value, tuple(country for country in order if country is not None), (record.record_id,)
        )


def _groups(sights: Iterable[_Sight]) -> list[list[_Sight]]:
    """The sights of one stay each: one country, no days elsewhere between them."""
    ordered = sorted(sights, key=lambda one: (one.days.start, one.days.end))
    groups: list[list[_Sight]] = []
    for sight in ordered:
        group = next((one for one in reversed(groups) if one[0].country == sight.country), None)
        if group is not None and _goes_on(group, sight, ordered):
            group.append(sight)
        else:
            groups.append([sight])
    return groups


def _goes_on(group: Sequence[_Sight], sight: _Sight, all_sights: Iterable[_Sight]) -> bool:
    last = max(one.days.end for one in group)
    if (sight.days.start - last).days <= 1:
        return True
    if (sight.days.start - last).days > _SILENCE:
        return False
    return not any(
        other.country != sight.country and last < other.days.start < sight.days.start for other in all_sights
    )


def _stay(
    person_id: str, name: str, group: Sequence[_Sight], sights: Sequence[_Sight], tours: Sequence[_Tour]
) -> Stay:
    country = group[0].country
    days, basis = _days(group, sights, tours)
    cities = tuple(dict.fromkeys(one.city for one in group if one.city is not None))
    records = tuple(dict.fromkeys(one.record_id for one in group))
    return Stay(person_id, name, country, days, basis, cities, records)


def _days(
    group: Sequence[_Sight], sights: Sequence[_Sight], tours: Sequence[_Tour]
) -> tuple[DateSpan, Basis]:
    """The days told for the whole stay, by most; else from the first to the last day seen, or to the end of the tour."""
    told = Counter(one.days for one in group if one.whole)
    if told:
        best = max(told, key=lambda days: (told[days], days.days, days.start))
        return best, Basis.TOLD
    seen = _without_late(group)
    first, last = min(one.days.start for one in seen), max(one.days.end for one in seen)
    for tour in tours:
        goes_home = tour.countries[-1:] == (group[0].country,)
        if (
            goes_home
            and tour.days.start <= first
            and last < tour.days.end
            and not _is_later(last, tour, sights)
        ):
            return DateSpan(first, tour.days.end), Basis.TOUR
    return DateSpan(first, last), Basis.SEEN


def _is_later(last: dt.date, tour: _Tour, sights: Iterable[_Sight]) -> bool:
    """Whether something else of a tour is told after the last day in the country that is named last."""
    return any(one.country != tour.countries[-1] and last < one.days.end <= tour.days.end for one in sights)


def _without_late(group: Sequence[_Sight]) -> list[_Sight]:
    """The sights without days that lay ahead and are past the last day told since: "tomorrow", in a release of the day."""
    done = [one.days.end for one in group if not one.ahead]
    return [one for one in group if not one.ahead or not done or one.days.end <= max(done)]


def _unseen(person_id: str, name: str, stays: Sequence[Stay], tours: Iterable[_Tour]) -> Iterator[Stay]:
    """The stops of a tour of which no day is known: between the stays before and behind them, within its days."""
    found: dict[str, Stay] = {}
    for tour in tours:
        inside = {stay.country: stay.days for stay in stays if stay.days.overlaps(tour.days)}
        for index, country in enumerate(tour.countries):
            if country in inside or country in found:
                continue
            before = [inside[one].end for one in tour.countries[:index] if one in inside]
            behind = [inside[one].start for one in tour.countries[index + 1 :] if one in inside]
            first, last = max([tour.days.start, *before]), min([tour.days.end, *behind])
            if first <= last:
                days = DateSpan(first, last)
                found[country] = Stay(person_id, name, country, days, Basis.WITHIN, (), tour.records)
    yield from found.values()
