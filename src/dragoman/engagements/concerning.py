"""Concerning: whom an act is aimed at when its own clause does not say, but the article does.

"Russia condemned the attack" is aimed at whoever attacked in the sentence before; "Kigali denies it" answers the
accuser; money pledged on a visit is for the host. What the article does not settle is dropped.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import ENCOUNTERS, Kind, Role

_ACTS = frozenset(
    {Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION, Kind.OTHER, Kind.AID, Kind.THREAT, Kind.ACCUSATION}
)
_EVENT_NOUNS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(
        "attack strike airstrike raid bombing launch assault invasion offensive shelling killing".split(),
        frozenset({Kind.ATTACK}),
    ),
    **dict.fromkeys(
        "agreement deal truce ceasefire accord treaty framework pact".split(), frozenset({Kind.AGREEMENT})
    ),
    **dict.fromkeys(
        "decision move measure step expulsion ban sanction action release recognition tariff gesture plan vote resolution "
        "announcement law package strike closure restriction deployment visit".split(),
        _ACTS,
    ),
}
# Between those that do such things to each other, threats and measures told without addressee are meant for the other.
_HOSTILE = frozenset(
    {Kind.ATTACK, Kind.SANCTION, Kind.EXPULSION, Kind.ACCUSATION, Kind.THREAT, Kind.DEMAND, Kind.OTHER}
)
_CHARGES = frozenset("charge accusation allegation claim involvement role responsibility wrongdoing".split())
# An act concerns something told at most this many sentences before it.
_REACH = 6


def settle_deferred(candidates: list[Candidate]) -> list[Candidate]:
    """Find the addressees of deferred acts among what was told before; drop the acts without any."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.span.start):
        if candidate.deferred and not _settle(candidate, kept):
            continue
        kept.append(candidate)
    return kept


def _settle(candidate: Candidate, before: list[Candidate]) -> bool:
    if not candidate.of(Role.ACTOR):
        return _settle_author(candidate, before)
    recent = [c for c in before if not c.deferred and candidate.sentence - c.sentence <= _REACH]
    own = {part.side for part in candidate.parts}
    toward = [c for c in recent if own & {part.side for part in c.of(Role.RECIPIENT)}]
    for earlier in (*reversed(toward), *reversed(recent)):  # what was done to the speaker's side goes first
        others = [part for part in _addressees(candidate, earlier) if part.side not in own]
        if others:
            return _give(candidate, others, Role.RECIPIENT)
    return False


def _give(candidate: Candidate, parts: list[Part], role: Role) -> bool:
    found = {part.actor.key: Part(role, part.actor, part.mention) for part in parts}
    candidate.parts.extend(found.values())
    candidate.weight *= 0.85
    candidate.reason = "who it is between is read from what the article tells before"
    candidate.deferred = False
    return True


def _settle_author(candidate: Candidate, before: list[Candidate]) -> bool:
    """Who did what is told without its author ("the ambassador was summoned"): the opponent told before."""
    own = {part.side for part in candidate.parts}
    for earlier in reversed(before):
        others = [part for part in earlier.parts if part.side not in own]
        if not earlier.deferred and earlier.kind in _HOSTILE and own & earlier.sides and others:
            return _give(candidate, others[:1], Role.ACTOR)
    return False


def _addressees(candidate: Candidate, earlier: Candidate) -> list[Part]:
    nouns = _object_lemmas(candidate)
    own = {part.side for part in candidate.parts}
    if candidate.kind is Kind.AID:
        together = earlier.kind in ENCOUNTERS and own & earlier.sides
        return earlier.parts if together else []
    if candidate.mode == "refuse" and nouns & _CHARGES:
        return earlier.of(Role.ACTOR) if earlier.kind in _HOSTILE and own & earlier.sides else []
    if candidate.mode == "deny" and (nouns & _CHARGES or not nouns or _is_relative(candidate)):
        accused = {part.side for part in earlier.of(Role.RECIPIENT)}
        return earlier.of(Role.ACTOR) if earlier.kind is Kind.ACCUSATION and own & accused else []
    if candidate.kind is Kind.THREAT:
        return earlier.parts if earlier.kind in _HOSTILE and own & earlier.sides else []
    if nouns <= {"it", "this"} and nouns and earlier.kind in _ACTS:
        return earlier.of(Role.ACTOR, Role.PARTICIPANT)
    for noun in nouns:
        if earlier.kind in _EVENT_NOUNS.get(noun, frozenset()):
            return earlier.of(Role.ACTOR, Role.PARTICIPANT)
    return []


def _is_relative(candidate: Candidate) -> bool:
    """ "…, which X denies": what stands before it."""
    return candidate.tree.sentence.tokens[candidate.clause.head].dep == "acl:relcl"


def _object_lemmas(candidate: Candidate) -> set[str]:
    tokens = candidate.tree.sentence.tokens
    return {tokens[token].lemma.lower() for token in candidate.clause.slots.get("obj", ())}
