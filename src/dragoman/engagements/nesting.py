"""Nesting: which visit or conference a meeting belongs to, and which meeting an act was told in (``part_of``)."""

from __future__ import annotations

from dataclasses import replace

from dragoman.citation import Cited
from dragoman.engagements.engagement import CONTACTS, Engagement, Kind, Location, Participant, Role, Status

_HELD_ON_VISITS = frozenset({Kind.MEETING, Kind.CONFERENCE})
_TOLD_INSIDE = frozenset(
    {Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT, Kind.AGREEMENT, Kind.AID, Kind.OTHER}
)
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.PROPOSED})


def nest(engagements: tuple[Engagement, ...]) -> tuple[Engagement, ...]:
    """The engagements with ``part_of`` filled and places handed down from a visit to its meetings."""
    visits = [eng for eng in engagements if eng.kind is Kind.VISIT]
    placed = [_into_visit(eng, visits) if eng.kind in _HELD_ON_VISITS else eng for eng in engagements]
    conferences = [eng for eng in placed if eng.kind is Kind.CONFERENCE]
    placed = [_into_conference(eng, conferences) if eng.kind is Kind.MEETING else eng for eng in placed]
    meetings = [eng for eng in placed if eng.kind in CONTACTS]
    return tuple(
        _into_meeting(eng, meetings) if eng.kind in _TOLD_INSIDE and eng.part_of is None else eng
        for eng in placed
    )


def _ids(eng: Engagement, *roles: Role) -> set[str]:
    return {part.entity_id or part.name.value for part in eng.participants if not roles or part.role in roles}


def _countries(participants: tuple[Participant, ...], *roles: Role) -> set[str]:
    return {
        part.country.value
        for part in participants
        if part.country is not None and (not roles or part.role in roles)
    }


def _into_visit(eng: Engagement, visits: list[Engagement]) -> Engagement:
    for visit in visits:
        if (
            visit.historical != eng.historical
            or visit.place is None
            or (visit.status in _OFF) != (eng.status in _OFF)
        ):
            continue
        travellers = _ids(visit, Role.ACTOR)
        if not travellers & _ids(eng):
            continue
        host = visit.place.value.country
        there = {eng.place.value.country} if eng.place is not None else _countries(eng.participants)
        if host not in there or not _days_fit(visit, eng):
            continue
        place = eng.place if eng.place is not None else _handed_down(visit, host)
        return replace(eng, part_of=visit.engagement_id, place=place)
    return eng


def _into_conference(eng: Engagement, conferences: list[Engagement]) -> Engagement:
    """A meeting told in one breath with a conference ("on the sidelines of …") belongs to it."""
    for conference in conferences:
        told_together = any(
            mine.span.overlaps(other.span) for mine in eng.trigger for other in conference.trigger
        )
        if eng.part_of is None and told_together and conference.historical == eng.historical:
            return replace(eng, part_of=conference.engagement_id, place=eng.place or conference.place)
    return eng


def _days_fit(visit: Engagement, eng: Engagement) -> bool:
    if visit.date is None or eng.date is None:
        return True
    return visit.date.value.distance(eng.date.value) <= 1


def _handed_down(visit: Engagement, host: str | None) -> Cited[Location] | None:
    """The host country of the visit; its city only if the visit has one stop."""
    if visit.place is None or host is None:
        return None
    stops = [stop for stop in visit.stops if stop.place.value.country == host]
    if len(stops) == 1:
        return Cited(stops[0].place.value, stops[0].place.evidence, 0.7, "place of the visit's stop")
    return Cited(Location(None, host, f"ctry:{host}"), visit.place.evidence, 0.7, "host country of the visit")


def _into_meeting(eng: Engagement, meetings: list[Engagement]) -> Engagement:
    mine = _ids(eng, Role.ACTOR, Role.PARTICIPANT)
    facing = _countries(eng.participants, Role.RECIPIENT, Role.PARTICIPANT)
    for meeting in meetings:
        if meeting.historical != eng.historical or not mine & _ids(meeting):
            continue
        if facing and facing <= _countries(meeting.participants):
            day = eng.date or (
                Cited(meeting.date.value, meeting.date.evidence, 0.8, "day of the meeting it was told in")
                if meeting.date is not None and meeting.date.value.start == meeting.date.value.end
                else None
            )
            return replace(eng, part_of=meeting.engagement_id, date=day)
    return eng
