"""Contradiction: what makes it impossible that two reports tell one event, whatever else agrees."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.engagements.engagement import Kind, Role
from dragoman.record.profile import FAMILIES, ComparedParty, Outline, Profile, Window

DAY_SLACK = 1
"""Days by which two told dates of one event may miss each other: time zones, an evening told as the next day."""

STAY_SLACK = 3
"""Days between two on which a traveller was seen in a country that may still be those of one stay."""

_MULTILATERAL = 3  # sides in common that make a meeting and a conference one
_ENCOUNTERS = frozenset({"encounter", "call"})
_DIRECTED = frozenset(
    {Kind.VISIT, Kind.SANCTION, Kind.EXPULSION, Kind.ATTACK, Kind.OTHER, Kind.AID, Kind.CONCESSION}
) | frozenset(kind for kind, family in FAMILIES.items() if family == "speech")
"""Kinds that one side does to another: done the other way round, or to somebody else, it is another event."""


def contradiction(left: Profile, right: Profile) -> str | None:
    """What makes one event impossible, in words; ``None`` where nothing does."""
    one, other = left.engagement, right.engagement
    if left.family != right.family:
        return f"a {one.kind} is no {other.kind}"
    if one.hypothetical != other.hypothetical:
        return "one is only supposed"
    if left.window is None or right.window is None:
        return "no time is told"
    apart = left.window.days.distance(right.window.days)
    if apart > DAY_SLACK and not (apart <= STAY_SLACK and left.seen and right.seen):
        return "the days differ"
    return _kinds_differ(left, right) or (
        _people_differ(left, right) if left.family in _ENCOUNTERS else _acts_differ(left, right)
    )


def may_coincide(profile: Profile, other: Outline, window: Window | None) -> bool:
    """Whether kind and days allow that a report tells the event of another one, of which only these are known."""
    return (
        profile.family == FAMILIES[other.kind]
        and profile.engagement.hypothetical == other.hypothetical
        and profile.window is not None
        and window is not None
        and profile.window.days.distance(window.days) <= DAY_SLACK
    )


def sides_lacking(parties: Iterable[ComparedParty], others: Iterable[ComparedParty]) -> set[str]:
    """Sides of ``parties`` for which nobody stands among ``others``, under whatever flag."""
    kept = tuple(others)
    sides = {party.side for party in kept}
    return {
        party.side
        for party in parties
        if party.side not in sides and not any(party.is_same_person(one) for one in kept)
    }


def _kinds_differ(left: Profile, right: Profile) -> str | None:
    kinds = {left.engagement.kind, right.engagement.kind}
    if kinds == {Kind.VISIT, Kind.CONFERENCE}:
        return "a visit to a conference is not the conference"
    if kinds == {Kind.VISIT, Kind.MEETING} and _shared_people(left, right) < 2:
        return "a visit without those met is not the meeting"
    if kinds == {Kind.MEETING, Kind.CONFERENCE} and not _is_one_gathering(left, right):
        return "a meeting on the margins is not the conference"
    if left.family in {"measure", "other"} and len(kinds) > 1:
        return "the acts differ"
    if len(kinds) == 1 and kinds <= _DIRECTED and _nobody_shared(left, right, Role.ACTOR):
        return "others acted"
    return None


def _is_one_gathering(left: Profile, right: Profile) -> bool:
    return bool(left.name & right.name) or len(left.sides & right.sides) >= _MULTILATERAL


def _people_differ(left: Profile, right: Profile) -> str | None:
    """Of encounters: who meets, and where a visit goes."""
    kinds = {left.engagement.kind, right.engagement.kind}
    if kinds == {Kind.VISIT} and left.countries and right.countries and not left.countries & right.countries:
        return "it goes to another country"
    if Kind.CONFERENCE not in kinds:
        for side in sorted(left.sides & right.sides):
            if _persons_differ(_people_of(left, side), _people_of(right, side)):
                return f"other people came for {side}"
        if kinds != {Kind.VISIT} and _each_lacks(left.parties, right.parties):
            return "each has a side that the other lacks"
    shared = len(left.poles & right.poles)
    if shared < 2 and not (
        left.name & right.name if kinds == {Kind.CONFERENCE} else _shared_people(left, right)
    ):
        return "too little in common"
    return None


def _acts_differ(left: Profile, right: Profile) -> str | None:
    """Of acts in words and deeds: whom they are aimed at, and in which talks they were told."""
    if {left.engagement.kind, right.engagement.kind} <= _DIRECTED and _nobody_shared(
        left, right, Role.RECIPIENT
    ):
        return "it was done to others"
    if _each_lacks(left.parties, right.parties):
        return "each has a side that the other lacks"
    if left.family == "speech":
        for side in sorted(left.sides & right.sides):
            if _persons_differ(_people_of(left, side), _people_of(right, side)):
                return f"others spoke or were spoken to for {side}"
    if _each_lacks(left.hosts, right.hosts):
        return "it was said in other talks"
    if len(left.sides - sides_lacking(left.parties, right.parties)) < 2:
        return "too little in common"
    return None


def _nobody_shared(left: Profile, right: Profile, role: Role) -> bool:
    """Whether both tell who has the role, and have neither a side nor a person of it in common."""
    mine = [party for party in left.parties if party.role is role]
    theirs = [party for party in right.parties if party.role is role]
    return (
        bool(mine)
        and bool(theirs)
        and len(sides_lacking(mine, theirs)) == len({party.side for party in mine})
    )


def _each_lacks(mine: Iterable[ComparedParty], theirs: Iterable[ComparedParty]) -> bool:
    ours, others = tuple(mine), tuple(theirs)
    return bool(sides_lacking(ours, others)) and bool(sides_lacking(others, ours))


def _people_of(profile: Profile, side: str) -> list[ComparedParty]:
    return [party for party in profile.parties if party.side == side and party.person]


def _persons_differ(mine: list[ComparedParty], theirs: list[ComparedParty]) -> bool:
    return (
        bool(mine) and bool(theirs) and not any(one.is_same_person(other) for one in mine for other in theirs)
    )


def _shared_people(left: Profile, right: Profile) -> int:
    return sum(
        any(one.is_same_person(other) for other in right.parties) for one in left.parties if one.person
    )
