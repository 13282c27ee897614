"""Parties: who takes part in an engagement, from all its tellings, each once and in the role that says most."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import ENCOUNTERS, Kind, Role
from dragoman.engagements.joining import Group
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import MentionKind


def lead_first(group: Group) -> list[Candidate]:
    """The tellings, the one that tells most first."""
    lead = group.lead
    return [lead, *(c for c in sorted(group.tellings, key=lambda c: c.span.start) if c is not lead)]


def distinct(parts: Iterable[Part]) -> list[Part]:
    """Each actor once."""
    found: dict[str, Part] = {}
    for part in parts:
        found.setdefault(part.actor.key, part)
    return list(found.values())


def people_before_states(parts: list[Part]) -> list[Part]:
    """The state itself is left out where a person acts for it (codebook, decision 7); a told group of officials stays."""
    people = {
        part.actor.country
        for part in parts
        if part.actor.kind is MentionKind.PERSON and part.actor.country is not None
    }
    return [
        part
        for part in parts
        if part.actor.kind is not MentionKind.GOVERNMENT
        or part.actor.country not in people
        or part.mention.rule == SIDE_RULE
    ]


def travellers_of(tellings: list[Candidate]) -> list[Part]:
    """Who makes a trip by all its tellings; officials without a name only where no telling names them."""
    parts = distinct(part for telling in tellings for part in telling.of(Role.ACTOR))
    return people_before_states([p for p in parts if not _is_named_elsewhere(p, parts, tellings)])


def roles_of(group: Group) -> list[Part]:
    """The parts of all tellings; where a telling makes somebody an actor, that stands over "participant"."""
    rank = {Role.ACTOR: 0, Role.MEDIATOR: 1, Role.RECIPIENT: 2, Role.PARTICIPANT: 3, Role.THIRD_PARTY: 4}
    found: dict[str, Part] = {}
    for candidate in lead_first(group):
        for part in candidate.parts:
            known = found.get(part.actor.key)
            if known is None or (candidate.kind is group.kind and rank[part.role] < rank[known.role]):
                found[part.actor.key] = part
    parts = list(found.values())
    if group.kind is Kind.MEETING:
        parts = [
            Part(Role.PARTICIPANT, p.actor, p.mention) if p.role in {Role.ACTOR, Role.RECIPIENT} else p
            for p in parts
        ]
    parts = [part for part in parts if not _is_named_elsewhere(part, parts, group.tellings)]
    by_side: dict[str, list[Part]] = {}
    for part in parts:
        by_side.setdefault(part.side, []).append(part)
    encounter = group.kind in ENCOUNTERS
    return [
        part
        for part in parts
        if part in people_before_states(by_side[part.side])
        and not (encounter and len(by_side[part.side]) > 1 and _is_spokesperson(part))
    ]


def _is_spokesperson(part: Part) -> bool:
    """Who tells of an encounter takes no part in it beside those who meet (codebook, "participants")."""
    title = part.actor.title
    return title is not None and "spokes" in title.text.lower()


def _is_named_elsewhere(part: Part, parts: list[Part], tellings: Iterable[Candidate]) -> bool:
    """Whether another telling names the one whom this one tells as "Kosovo's leaders"."""
    if part.mention.rule != SIDE_RULE or part.actor.country is None:
        return False
    named = {
        other.actor.key
        for other in parts
        if other.actor.kind is MentionKind.PERSON
        and other.actor.country == part.actor.country
        and other.side == part.side
    }
    beside = {
        other.actor.key
        for candidate in tellings
        if any(told.actor.key == part.actor.key for told in candidate.parts)
        for other in candidate.parts
    }
    return bool(named) and not named & beside
