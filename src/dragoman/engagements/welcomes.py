"""Welcomes: whoever meets a guest at the airport or on arrival is no party to a meeting (codebook: participants).

"was met at the airport by X", "received at the air base", "upon arrival he was received by X" tell of a welcome; "on
arrival at the palace, he was received by X" of a reception.
"""

from __future__ import annotations

from dragoman.engagements.clauses import Clause
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree

_GATES = frozenset({"airport", "airfield", "airbase", "tarmac", "aerodrome", "airstrip"})
_AIR = frozenset({"air", "aviation"})
_ARRIVING = frozenset({"arrive", "land", "touch", "disembark", "alight"})
_COMING = frozenset({"arrival", "landing", "disembarkation"})
_SEATS = frozenset(
    "palace ministry office house residence headquarters building hall castle parliament".split()
)
_RECEIVING = frozenset({"receive", "welcome", "greet"})


def is_welcome(tree: Tree, clause: Clause) -> bool:
    """ "was met at the airport by", "received on the tarmac", "greeted on arrival": a welcome, no meeting."""
    if clause.noun or not (clause.passive or clause.lemma in _RECEIVING):
        return False
    at = [token for slot in ("at", "on", "upon", "in") for token in slot_tokens(clause, slot)]
    return any(_is_gate(tree, token) for token in at) or _has_just_come(tree, clause, at)


def _has_just_come(tree: Tree, clause: Clause, at: list[int]) -> bool:
    """ "arrived in P, where he was welcomed by X": at no palace, so on arrival."""
    tokens = tree.sentence.tokens
    coming = any(
        token.lemma.lower() in _ARRIVING and token.pos == "VERB" and _is_guest(tree, clause, index)
        for index, token in enumerate(tokens)
    )
    greeted = clause.passive and clause.lemma in _RECEIVING - {"receive"}
    seated = any(tokens[index].lemma.lower() in _SEATS for token in at for index in tree.subtree(token))
    return greeted and coming and not seated


def _is_guest(tree: Tree, clause: Clause, arriving: int) -> bool:
    """Whether who arrives may be who is greeted: not where each has a name or noun of its own."""
    named = {
        child
        for verb in (clause.head, arriving)
        for child in tree.of(verb, "nsubj")
        if tree.sentence.tokens[child].pos != "PRON"
    }
    return len(named) < 2


def _is_gate(tree: Tree, token: int) -> bool:
    tokens = tree.sentence.tokens
    lemma = tokens[token].lemma.lower()
    inside = {tokens[index].lemma.lower() for index in tree.subtree(token)}
    if lemma not in _COMING:
        return lemma in _GATES or ("base" in inside and not inside.isdisjoint(_AIR))
    return inside.isdisjoint(_SEATS)
