"""Nesting: which visit or conference an encounter belongs to, and which encounter an act was told in (``part_of``).

What belongs together shares days and places: a meeting on a one-day visit is on that day, thanks at a meeting are
said where it is held, and a meeting has the day of what was signed there.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from dragoman.citation import Cited, Span
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.engagement import (
    BEGUN,
    CALLED_OFF,
    CONTACTS,
    IN_PERSON,
    ROAMING,
    VERBAL,
    Engagement,
    Kind,
    Location,
    Role,
    Status,
)

_TOLD_INSIDE = VERBAL | {Kind.AGREEMENT, Kind.AID, Kind.OTHER}
_DECIDED_INSIDE = _TOLD_INSIDE | {Kind.SANCTION, Kind.CONCESSION}
_SAID_INSIDE = _TOLD_INSIDE | {Kind.CONCESSION}
_OFF = CALLED_OFF | {Status.PROPOSED}
# How many sentences a setting reaches: a visit to whom is met there, a conference to what its guests say, talks.
_REACH_OF_VISIT, _REACH_OF_CONFERENCE, _REACH_OF_TALKS = 2, 5, 12
_LONGEST_STAY = 6  # days after an arrival
_REACH_BACK = 2  # "they agreed …", told before the talks


def nest(
    engagements: tuple[Engagement, ...],
    sentences: Sequence[Span] = (),
    published: dt.date | None = None,
    asides: Collection[int] = (),
) -> tuple[Engagement, ...]:
    """The engagements with ``part_of`` filled, and days and places shared by what belongs together.

    Args:
        engagements: of one article, in text order.
        sentences: of the article, to tell how far apart two are told; without them everything is near.
        published: the day of the article, on which what is told as done has been done.
        asides: which of the sentences say that something happened on the sidelines of something.
    """
    order = _Order(sentences, asides)
    visits = [eng for eng in engagements if eng.kind is Kind.VISIT]
    found = _placed(engagements, IN_PERSON, lambda eng: _visit_of(eng, visits, order))
    conferences = [eng for eng in found if eng.kind is Kind.CONFERENCE]
    found = _placed(found, {Kind.MEETING}, lambda eng: _conference_of(eng, conferences, found, order))
    found = _placed(found, {Kind.MEETING}, lambda eng: _conference_of(eng, conferences, found, order))
    talks = [eng for eng in found if eng.kind in CONTACTS]
    found = _placed(found, _SAID_INSIDE, lambda eng: _talks_of(eng, talks, order))
    found = _placed(found, _DECIDED_INSIDE, lambda eng: _session_of(eng, conferences, order))
    found = _placed(found, _TOLD_INSIDE, lambda eng: _stay_of(eng, visits))
    return _share(found, published)


def _placed(
    engagements: Iterable[Engagement],
    kinds: frozenset[Kind] | set[Kind],
    parent: Callable[[Engagement], Engagement | None],
) -> tuple[Engagement, ...]:
    placed = []
    for eng in engagements:
        home = parent(eng) if eng.kind in kinds and eng.part_of is None else None
        placed.append(eng if home is None else replace(eng, part_of=home.engagement_id))
    return tuple(placed)


class _Order:
    """How far apart two engagements are told, in sentences."""

    def __init__(self, sentences: Sequence[Span], asides: Collection[int] = ()) -> None:
        self._starts = [span.start for span in sentences]
        self._asides = {index + 1 for index in asides}  # as ``told`` counts

    def is_aside(self, eng: Engagement) -> bool:
        """Whether an engagement is told on the sidelines of something."""
        return bool(self.told(eng) & self._asides)

    def told(self, eng: Engagement) -> set[int]:
        """The sentences that tell an engagement."""
        told = [evidence for evidence in eng.trigger if evidence.rule != ROAMING] or eng.trigger
        return {bisect_right(self._starts, evidence.span.start) for evidence in told}

    def behind(self, eng: Engagement, setting: Engagement) -> int | None:
        """How many sentences after a telling of its setting an engagement is told; ``None`` if only before."""
        gaps = [later - first for later in self.told(eng) for first in self.told(setting) if later >= first]
        return min(gaps, default=None)


def _agree(setting: Engagement, eng: Engagement) -> bool:
    """Whether both are news or background, happen or do not, and on days that fit."""
    if setting.historical != eng.historical or (setting.status in _OFF) != (eng.status in _OFF):
        return False
    if setting.status is Status.PLANNED and eng.status in BEGUN:
        return False
    return _days_fit(setting, eng)


def _days_fit(setting: Engagement, eng: Engagement) -> bool:
    if setting.date is None or eng.date is None:
        return True
    return setting.date.value.distance(eng.date.value) <= 1


def _nearest(
    eng: Engagement, settings: Iterable[Engagement], order: _Order, reach: int | None = None
) -> Engagement | None:
    """The setting told last before an engagement, within ``reach`` sentences, else the first told after it."""
    told = list(settings)
    before = [(gap, one) for one in told if (gap := order.behind(eng, one)) is not None]
    after = [(gap, one) for one in told if (gap := order.behind(one, eng)) is not None]
    if not before and reach is not None:
        reach = min(reach, _REACH_BACK)
    near = [(gap, one) for gap, one in before or after if reach is None or gap <= reach]
    return min(near, key=lambda one: one[0])[1] if near else None


def _visit_of(eng: Engagement, visits: list[Engagement], order: _Order) -> Engagement | None:
    own = [
        v
        for v in visits
        if v.place is not None and (_agree(v, eng) or _is_ahead(v, eng)) and _travels_to(v, eng)
    ]
    there = [v for v in own if _is_at_host(v, eng)]
    if there:
        return _nearest(eng, there, order) or there[0]
    if eng.place is not None or eng.status not in BEGUN:
        return None
    # Whom a traveller meets right after the arrival need not be a host.
    near = _nearest(eng, own, order, _REACH_OF_VISIT)
    just_told = near is not None and near.status in BEGUN and order.behind(eng, near) is not None
    return near if just_told else None


def _is_ahead(visit: Engagement, eng: Engagement) -> bool:
    """Whether a meeting is still to come on a visit of which only the arrival is dated."""
    if visit.status is not Status.ONGOING or eng.status is not Status.PLANNED or visit.historical:
        return False
    if visit.date is None or eng.date is None or not _is_day(visit.date):
        return False
    return 0 <= (eng.date.value.start - visit.date.value.start).days <= _LONGEST_STAY


def _travels_to(visit: Engagement, eng: Engagement) -> bool:
    """Whether the traveller of a visit takes part; an unnamed delegation does so as anybody of its country."""
    if visit.ids(Role.ACTOR) & eng.ids():
        return True
    unnamed = _unnamed(visit, Role.ACTOR) & eng.countries() or _unnamed(eng) & visit.countries(Role.ACTOR)
    return bool(unnamed) and bool(_host(visit) & eng.countries())


def _unnamed(eng: Engagement, *roles: Role) -> set[str]:
    """The countries that take part without anybody being named."""
    return {
        part.country.value
        for part in eng.participants
        if part.country is not None
        and part.entity_id == f"ctry:{part.country.value}"
        and (not roles or part.role in roles)
    }


def _host(visit: Engagement) -> set[str]:
    place = visit.place.value.country if visit.place is not None else None
    return {place} if place is not None else set()


def _is_at_host(visit: Engagement, eng: Engagement) -> bool:
    if eng.place is None:
        return bool(_host(visit) & eng.countries())
    return eng.place.value.country in _host(visit)


def _conference_of(
    eng: Engagement, conferences: list[Engagement], placed: tuple[Engagement, ...], order: _Order
) -> Engagement | None:
    """A meeting of its guests told with or after a conference belongs to it, unless it is held elsewhere.

    Its guests are also those whose meetings have been ``placed`` there.
    """
    guests = {
        conference.engagement_id: conference.ids().union(
            *(one.ids() for one in placed if one.part_of == conference.engagement_id)
        )
        for conference in conferences
    }
    fitting = [
        conference
        for conference in conferences
        if conference.historical == eng.historical
        and not (conference.status is Status.PLANNED and eng.status in BEGUN)
        and (
            guests[conference.engagement_id] & eng.ids()
            or order.behind(eng, conference) == 0
            or (order.is_aside(eng) and order.behind(eng, conference) is not None)
        )
        and _places_fit(conference, eng)
        and _days_fit(conference, eng)
    ]
    return _nearest(eng, fitting, order)


def _places_fit(setting: Engagement, eng: Engagement) -> bool:
    if setting.place is None or eng.place is None:
        return eng.place is None or any(
            mine.span.overlaps(other.span) for mine in eng.trigger for other in setting.trigger
        )
    one, other = setting.place.value, eng.place.value
    return one.country == other.country and (one.city is None or other.city is None or one.city == other.city)


def _talks_of(eng: Engagement, talks: list[Engagement], order: _Order) -> Engagement | None:
    return _nearest(
        eng, [one for one in talks if _agree(one, eng) and _is_among(one, eng)], order, _REACH_OF_TALKS
    )


def _is_among(talks: Engagement, eng: Engagement) -> bool:
    """Whether an act is one among those who talk: aimed at another of them, or of several of them."""
    acting = eng.sides(Role.ACTOR, Role.PARTICIPANT)
    facing = eng.sides(Role.RECIPIENT, Role.PARTICIPANT)
    present = talks.sides()
    if not acting or not acting <= present:
        return False
    own = bool(eng.ids(Role.ACTOR, Role.PARTICIPANT) & talks.ids())
    unnamed = eng.kind in {Kind.AGREEMENT, Kind.AID} and all(
        identity.startswith("ctry:") for identity in eng.ids(Role.ACTOR, Role.PARTICIPANT)
    )
    return (own or unnamed) and (len(acting) > 1 or (bool(facing) and facing <= present))


def _session_of(eng: Engagement, conferences: list[Engagement], order: _Order) -> Engagement | None:
    """What a conference decides, or its guests say there."""
    agreeing = [one for one in conferences if _agree(one, eng)]
    acting = eng.ids(Role.ACTOR, Role.PARTICIPANT)
    bodies = {identity for identity in acting if identity.startswith("org:")}
    deciding = [one for one in agreeing if bodies & one.ids() or (bodies and order.behind(eng, one) == 0)]
    guests = [one for one in agreeing if acting & one.ids()]
    told = _nearest(eng, deciding, order) or _nearest(eng, guests, order, _REACH_OF_CONFERENCE)
    return told or (_nearest(eng, _debates(eng, agreeing, order), order) if eng.kind in VERBAL else None)


def _debates(eng: Engagement, conferences: Iterable[Engagement], order: _Order) -> list[Engagement]:
    """The sessions told before, at which a delegate says something, or something is said to the body that meets."""
    bodies = {
        identity for identity in eng.ids(Role.RECIPIENT, Role.PARTICIPANT) if identity.startswith("org:")
    }
    delegate = eng.place is None and _is_of_delegate(eng)
    return [
        one
        for one in conferences
        if one.main
        and one.status in BEGUN
        and order.behind(eng, one) is not None
        and (delegate or bodies & one.ids())
    ]


_DELEGATES = re.compile(r"(?i)\b(?:(?:permanent )?representative|delegates?|ambassador|envoy|observer)\b")
_OPENING = 60
"""Characters of a telling in which the speaker stands."""


def _is_of_delegate(eng: Engagement) -> bool:
    offices = [
        part.office.value.title for part in eng.participants if part.office and part.role is Role.ACTOR
    ]
    told = [evidence.quote[:_OPENING] for evidence in eng.trigger]
    return eng.mode != "summon" and any(_DELEGATES.search(words) is not None for words in (*offices, *told))


def _stay_of(eng: Engagement, visits: list[Engagement]) -> Engagement | None:
    """What traveller and host do toward each other, told without a meeting."""
    for visit in visits:
        both = visit.sides()
        if _agree(visit, eng) and visit.status in BEGUN and _host(visit) and eng.sides() == both:
            named = visit.ids(Role.ACTOR) & eng.ids() or eng.kind is Kind.AGREEMENT
            if named and (eng.place is None or eng.place.value.country in _host(visit)):
                return visit
    return None


def _share(engagements: tuple[Engagement, ...], published: dt.date | None) -> tuple[Engagement, ...]:
    """Hand days up from acts to the talks they were told in, then days and places down."""
    found = {eng.engagement_id: eng for eng in engagements}
    for eng in engagements:
        if eng.kind in CONTACTS | {Kind.CONFERENCE} and eng.date is None and eng.status in BEGUN:
            inside = [
                one.date for one in engagements if one.part_of == eng.engagement_id and _is_day(one.date)
            ]
            if len({day.value for day in inside if day is not None}) == 1 and inside[0] is not None:
                day = replace(inside[0], confidence=0.7, reason="day of what was told in it")
                found[eng.engagement_id] = replace(eng, date=day)
    for _ in range(2):  # from a visit to its meetings, from a meeting to what was said there
        for engagement_id, eng in found.items():
            if eng.part_of in found:
                found[engagement_id] = _inherit(eng, found[eng.part_of], published)
    return tuple(found.values())


def _is_day(date: Cited[DateSpan] | None) -> bool:
    return date is not None and date.value.precision is Precision.DAY and date.value.days == 1


def _day_so_far(date: Cited[DateSpan], published: dt.date | None) -> Cited[DateSpan] | None:
    """The one day of a setting; of a visit that began on the day it is told of, that day."""
    if _is_day(date):
        return date
    days = date.value
    began = published is not None and days.precision is Precision.DAY and days.start == published
    return replace(date, value=DateSpan.of_day(days.start)) if began else None


# "closed the summit on Sunday": the day on which it ended, perhaps the last of several.
_CLOSING = re.compile(
    r"\b(?:clos(?:es|ed|ing)|end(?:s|ed|ing)|conclud(?:es|ed|ing)|wrap(?:s|ped)? up|wound up)\b"
)


def _is_closing(setting: Engagement) -> bool:
    return setting.kind is Kind.CONFERENCE and any(_CLOSING.search(told.quote) for told in setting.trigger)


def _inherit(eng: Engagement, setting: Engagement, published: dt.date | None) -> Engagement:
    """An engagement with the day and place of what it belongs to, where it has none; acts on a visit only by its words."""
    if eng.negated or (setting.kind is Kind.VISIT and eng.kind not in IN_PERSON):
        return eng
    if eng.status in _OFF and not (eng.status is setting.status is Status.CANCELLED):
        return eng  # what is called off keeps its day, what is put off has none
    date, place = eng.date, eng.place
    alike = (eng.status in BEGUN) == (setting.status in BEGUN)
    so_far = None if eng.status not in BEGUN else published
    own = _day_so_far(setting.date, so_far) if setting.date is not None else None
    hoped = (
        setting.kind is Kind.VISIT and eng.status not in BEGUN
    ) and eng.status not in _OFF  # whom a visitor is to meet, on some day of it
    if date is None and alike and own is not None and not hoped and not _is_closing(setting):
        date = Cited(own.value, own.evidence, 0.8, f"day of the {setting.kind} it belongs to")
    if place is None and eng.kind is not Kind.CALL and setting.place is not None:
        place = _handed_down(setting)
    return replace(eng, date=date, place=place)


def _handed_down(setting: Engagement) -> Cited[Location] | None:
    """The setting's place; of a visit with several stops in the country only the country."""
    assert setting.place is not None
    if setting.kind is not Kind.VISIT:
        return Cited(
            setting.place.value, setting.place.evidence, 0.8, f"place of the {setting.kind} it belongs to"
        )
    host = setting.place.value.country
    if host is None:
        return None
    stops = [stop for stop in setting.stops if stop.place.value.country == host]
    if len(stops) == 1:
        return Cited(stops[0].place.value, stops[0].place.evidence, 0.7, "place of the visit's stop")
    return Cited(
        Location(None, host, f"ctry:{host}"), setting.place.evidence, 0.7, "host country of the visit"
    )
