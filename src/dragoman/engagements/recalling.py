"""Recalling: contacts and visits told without their sides or their place, since the text has named them just before.

"The apology came in a phone call", "the meeting lasted an hour", "he left after concluding the two-day visit".
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.roles import is_official

# A contact recalls what was told at most this many sentences before it.
_REACH = 2
_POINTING = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "both"})
_REMOTE = frozenset({"phone", "telephone", "video", "telephonic"})
_STAGES = frozenset(
    "conclude end wrap begin start finish complete cut shorten extend interrupt cancel postpone close".split()
)


def may_recall(candidate: Candidate) -> bool:
    """Whether a contact or visit without its sides points back at one told before."""
    clause, tree = candidate.clause, candidate.tree
    if not clause.noun:
        return False
    tokens = tree.sentence.tokens
    pointing = any(
        tokens[child].text.lower() in _POINTING for child in tree.of(clause.head, "det", "nmod:poss")
    )
    if candidate.kind is Kind.VISIT:
        light = tokens[clause.light].lemma.lower() if clause.light is not None else ""
        return pointing and (light in _STAGES or light == "accept")
    return (pointing or _is_remote(candidate)) and not clause.slots.get("for")


def _is_remote(candidate: Candidate) -> bool:
    """A call that says itself that it was by telephone; "the call" may be a farewell."""
    tokens = candidate.tree.sentence.tokens
    words = {tokens[token].text.lower() for token in candidate.clause.slots.get("mod", ())}
    return candidate.kind is Kind.CALL and bool(words & _REMOTE)


def recall(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those that point back with what they recall; without anything to recall they are dropped."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.span.start):
        if not candidate.recalls or _filled(candidate, kept):
            kept.append(candidate)
    return kept


def _filled(candidate: Candidate, before: list[Candidate]) -> bool:
    return (
        _visit_filled(candidate, before)
        if candidate.kind is Kind.VISIT
        else _contact_filled(candidate, before)
    )


def _visit_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    travellers = {part.actor.key for part in candidate.of(Role.ACTOR)}
    for earlier in reversed(before):
        if earlier.kind is not Kind.VISIT or earlier.historical != candidate.historical or not earlier.goals:
            continue
        if not travellers or travellers & {part.actor.key for part in earlier.of(Role.ACTOR)}:
            if not travellers:
                candidate.parts = list(earlier.of(Role.ACTOR))
            candidate.goals = candidate.goals or [earlier.goals[-1]]
            return True
    return False


def _contact_filled(candidate: Candidate, before: list[Candidate]) -> bool:
    own = candidate.sides
    enough = 3 if candidate.kind is Kind.MEDIATION else 2
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _REACH or earlier.historical != candidate.historical:
            continue
        parts = [
            part for part in earlier.parts if part.role is not Role.THIRD_PARTY and is_official(part.actor)
        ]
        sides = {part.side for part in parts}
        same = earlier.kind is candidate.kind
        speaking = _is_remote(candidate) and earlier.kind not in {Kind.VISIT, Kind.CONFERENCE, Kind.ATTACK}
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
