"""Recalling: the sides and places of what points back at what was told before ("the meeting lasted an hour").

The two sides of the talks just told of sign "the agreement", their traveller calls on the president, and "the first stop"
is one of the journey. Without anything to recall the candidate is dropped.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import CONTACTS, Kind, Role, Status
from dragoman.engagements.floors import is_visit
from dragoman.engagements.invitations import home_of
from dragoman.engagements.owners import state_of
from dragoman.engagements.pointing import (
    has_guest,
    is_in_the_country,
    is_pointing,
    is_remote,
    lacks_parties,
    leads_delegation,
    names_one,
)
from dragoman.engagements.roles import is_official, is_person
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind, PlaceMention

# A contact recalls what was told at most this many sentences before it.
_REACH = 2
# What belongs to a journey or to talks may be told further on.
_FAR = 5
_JOURNEY = 10


def recall(candidates: list[Candidate], mentions: Mentions) -> list[Candidate]:
    """The candidates, those that point back with what they recall; without anything to recall they are dropped."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.span.start):
        if not candidate.recalls or _filled(candidate, kept, mentions):
            kept.append(candidate)
    return kept


def _filled(candidate: Candidate, before: list[Candidate], mentions: Mentions) -> bool:
    if candidate.kind is Kind.CONFERENCE:
        return _conference_filled(candidate, before) or _body_filled(candidate, mentions)
    if candidate.kind is Kind.VISIT and leads_delegation(candidate):
        return _delegation_filled(candidate, before)
    if candidate.kind is Kind.VISIT:
        return (
            _host_filled(candidate, before)
            if is_in_the_country(candidate)
            else _visit_filled(candidate, before)
        )
    if candidate.kind is Kind.MEDIATION and lacks_parties(candidate):
        return _parties_filled(candidate, before)
    if has_guest(candidate):
        return _other_filled(candidate, before)
    if candidate.kind is Kind.AGREEMENT:
        if candidate.parts:
            return _other_filled(candidate, before)
        return _agreement_filled(candidate, before)
    if _contact_filled(candidate, before) or (names_one(candidate) and _other_filled(candidate, before)):
        return True
    return _is_the_meeting(candidate) and _conference_filled(candidate, before)


def _host_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    """The country of the one whom the traveller meets."""
    travellers = {part.actor.key for part in candidate.of(Role.ACTOR)}
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _REACH or earlier.kind not in CONTACTS:
            continue
        hosts = [part for part in earlier.parts if part.actor.key not in travellers]
        countries = {part.actor.country for part in hosts}
        if (
            travellers & {part.actor.key for part in earlier.parts}
            and len(countries) == 1
            and None not in countries
        ):
            candidate.goals = [home_of(hosts[0])]
            return is_visit(candidate)
    return False


_OPPOSED = CONTACTS | {
    Kind.AGREEMENT,
    Kind.MEDIATION,
    Kind.ATTACK,
    Kind.ACCUSATION,
    Kind.SANCTION,
    Kind.THREAT,
    Kind.EXPULSION,
    Kind.DEMAND,
    Kind.CONCESSION,
}


def _parties_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    """The two others that the text has last told to be at odds or in talks."""
    own = candidate.sides
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _FAR or earlier.kind not in _OPPOSED:
            continue
        others = [part for part in earlier.parts if part.side not in own and part.role is not Role.MEDIATOR]
        if len({part.side for part in others if is_official(part.actor)}) == _SIDES:
            candidate.parts.extend(Part(Role.PARTICIPANT, part.actor, part.mention) for part in others)
            candidate.weight *= 0.85
            return True
    return False


def _delegation_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    """Where the delegation goes that was told of before and is of the leader's country."""
    home = {part.actor.country for part in candidate.of(Role.ACTOR)}
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _FAR or earlier.kind is not Kind.VISIT:
            continue
        sent = earlier.of(Role.ACTOR)
        if any(is_person(part.actor) for part in sent) or home != {part.actor.country for part in sent}:
            continue
        candidate.goals = list(earlier.goals)
        return is_visit(candidate)
    return False


def _visit_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    travellers = {part.actor.key for part in candidate.of(Role.ACTOR)}
    further = bool(candidate.goals) and not travellers
    for earlier in reversed(before):
        if earlier.kind is not Kind.VISIT or earlier.historical != candidate.historical or not earlier.goals:
            continue
        if further and candidate.sentence - earlier.sentence > _JOURNEY:
            return False
        if not travellers or travellers & {part.actor.key for part in earlier.of(Role.ACTOR)}:
            if not travellers:
                candidate.parts = list(earlier.of(Role.ACTOR))
            candidate.goals = _abroad(candidate) if further else candidate.goals or [earlier.goals[-1]]
            if further:
                _lie_ahead(candidate, earlier)
            return bool(candidate.goals)
    return False


def _lie_ahead(candidate: Candidate, earlier: Candidate) -> None:
    """ "The first stop is P" of a journey that is to come is to come too."""
    untold = candidate.clause.tense in {Tense.NONE, Tense.PRESENT} and candidate.status is Status.COMPLETED
    if untold and earlier.status is Status.PLANNED:
        candidate.status = Status.PLANNED


def _abroad(candidate: Candidate) -> list[PlaceMention]:
    home = {part.actor.country for part in candidate.parts}
    return [place for place in candidate.goals if place.country is not None and place.country not in home]


_MEETING = frozenset({"gathering", "meeting", "session", "talk", "talks"})


def _is_the_meeting(candidate: Candidate) -> bool:
    """ "The gathering opened on Thursday", after a conference has been told of."""
    return candidate.kind is Kind.MEETING and is_pointing(candidate) and candidate.clause.lemma in _MEETING


def _conference_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    """ "The summit will be rescheduled": the one told of before."""
    for earlier in reversed(before):
        if earlier.kind is not Kind.CONFERENCE or earlier.historical != candidate.historical:
            continue
        if candidate.sentence - earlier.sentence > _FAR:
            return False
        known = {part.actor.key for part in earlier.parts}
        own = [part for part in candidate.parts if part.actor.key not in known]
        candidate.kind, candidate.parts = Kind.CONFERENCE, [*earlier.parts, *own]
        candidate.conference = earlier.conference or candidate.conference
        return True
    return False


def _body_filled(candidate: Candidate, mentions: Mentions) -> bool:
    """ "the communiqué of the extraordinary summit": of the body told of last."""
    for mention in reversed(mentions.actors):
        if candidate.sentence - _REACH <= mention.sentence <= candidate.sentence:
            actor = mention.actors[0]
            before = mention.span.end <= candidate.span.start
            if before and actor.kind is MentionKind.ORGANIZATION and actor.entity_id is not None:
                candidate.parts = [Part(Role.PARTICIPANT, actor, mention)]
                return True
    return False


def _agreement_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    """The two sides of the talks, the agreement or the visit told last."""
    if candidate.hypothetical:
        return False
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _FAR or earlier.historical != candidate.historical:
            continue
        if earlier.kind is Kind.VISIT:
            found = [
                *earlier.of(Role.ACTOR),
                *(Part(Role.RECIPIENT, *state_of(place, place.name)) for place in earlier.goals[:1]),
            ]
        elif earlier.kind in CONTACTS | {Kind.AGREEMENT}:
            found = [
                part for part in earlier.parts if part.role is not Role.MEDIATOR and is_official(part.actor)
            ]
        else:
            continue
        if len({part.side for part in found}) == _SIDES:
            candidate.parts = [Part(Role.PARTICIPANT, part.actor, part.mention) for part in found]
            candidate.weight *= 0.85
            return True
    return False


_SIDES = 2


def _other_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    """The traveller who is in the country of the one named, or who met others of that side just before."""
    own = candidate.sides
    countries = {part.actor.country for part in candidate.parts}
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _FAR or earlier.historical != candidate.historical:
            continue
        if earlier.kind is Kind.VISIT:
            hosted = countries == {None} or countries & {place.country for place in earlier.goals}
            found = earlier.of(Role.ACTOR) if hosted else []
        elif earlier.kind in CONTACTS and own & earlier.sides:
            found = [part for part in earlier.parts if part.role is not Role.MEDIATOR]
        else:
            continue
        others = [
            part
            for part in found
            if part.side not in own and is_person(part.actor) and is_official(part.actor)
        ]
        if len({part.side for part in others}) == 1:
            candidate.parts.extend(Part(Role.PARTICIPANT, part.actor, part.mention) for part in others)
            candidate.weight *= 0.9
            _lie_ahead(candidate, earlier)
            return True
    return False


_TALKED = frozenset({Kind.AGREEMENT, Kind.MEDIATION})


def _is_round(candidate: Candidate) -> bool:
    """ "the next round of talks", after what was agreed on at the last."""
    return candidate.kind is Kind.MEETING and candidate.clause.lemma in {
        "talk",
        "talks",
        "round",
        "negotiation",
    }


def _contact_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    own = candidate.sides
    enough = 3 if candidate.kind is Kind.MEDIATION else _SIDES
    if not (is_pointing(candidate) or is_remote(candidate)):
        return False
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _REACH or earlier.historical != candidate.historical:
            continue
        parts = [
            part for part in earlier.parts if part.role is not Role.THIRD_PARTY and is_official(part.actor)
        ]
        sides = {part.side for part in parts}
        same = earlier.kind is candidate.kind or (_is_round(candidate) and earlier.kind in _TALKED)
        speaking = is_remote(candidate) and earlier.kind not in {Kind.VISIT, Kind.CONFERENCE, Kind.ATTACK}
        if len(sides) == enough and own <= sides and (same or speaking):
            known = {part.actor.key for part in candidate.parts}
            if candidate.kind is Kind.MEDIATION:
                candidate.parts = list(parts)
                return True
            candidate.parts.extend(
                Part(Role.PARTICIPANT, part.actor, part.mention)
                for part in parts
                if part.actor.key not in known
            )
            candidate.weight *= 0.9
            return True
        if same and earlier.kind in CONTACTS:
            return False
    return False
