"""Mutual: hostile acts that two sides do to each other, which are two acts (codebook, decision 14).

"A and B accused each other of …", "expelled each other's diplomats", "traded accusations": A against B, and B against A.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.roles import is_official

_HOSTILE = frozenset({Kind.ACCUSATION, Kind.EXPULSION, Kind.SANCTION, Kind.THREAT})
_PAIRS = frozenset({("each", "other"), ("one", "another"), ("the", "other")})
_BOTH = frozenset({"both", "each", "two"})
_NEAR = 2  # tokens behind the verb, wherever the parser hung them
_SWAPPING = frozenset({"trade", "exchange", "swap", "hurl"})


def is_mutual(candidate: Candidate) -> bool:
    """Whether two sides and nobody else do it to each other."""
    if candidate.kind not in _HOSTILE or candidate.clause.negated:
        return False
    acting = {part.side for part in candidate.of(Role.ACTOR) if is_official(part.actor)}
    facing = {part.side for part in candidate.of(Role.RECIPIENT)} - acting
    if len(acting) != 2 or facing:
        return False
    return _is_swap(candidate) or _names_each_other(candidate)


def _is_swap(candidate: Candidate) -> bool:
    """ "traded accusations", with nobody behind them."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    return clause.light is not None and tokens[clause.light].lemma.lower() in _SWAPPING


def _names_each_other(candidate: Candidate) -> bool:
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    below = {node for slot in ("obj", "at", "against", "on") for node in clause.slots.get(slot, ())}
    below |= {child for node in below for child in tree.of(node, "nmod:poss", "nmod")}
    before = {token.text.lower() for token in tokens[: clause.carrier]}
    for index in range(clause.carrier + 1, len(tokens)):
        pair = (tokens[index - 1].text.lower(), tokens[index].text.lower())
        near = index - clause.carrier <= _NEAR or below & {index - 1, index}
        told = pair in _PAIRS and near
        if told and (pair[0] != "the" or before & _BOTH):
            return True
    return False


def directed(candidate: Candidate) -> list[Candidate]:
    """The two acts of a mutual one; any other alone."""
    if not is_mutual(candidate):
        return [candidate]
    acting = candidate.of(Role.ACTOR)
    sides = list(dict.fromkeys(part.side for part in acting))
    return [
        replace(
            candidate,
            parts=[
                *(part for part in acting if part.side == side),
                *(Part(Role.RECIPIENT, p.actor, p.mention) for p in acting if p.side != side),
            ],
            goals=[],
            topics=[],
            stop_days={},
            deferred=False,
        )
        for side in sides
    ]
