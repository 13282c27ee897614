"""Roaming: tours of which the telling names no country ("begins a Gulf tour", "is on a four-nation trip").

Where the traveller goes, other sentences say: they name stops, or tell whom the traveller met abroad. Without any stop
a tour is none.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import ROAMING, Role
from dragoman.engagements.itinerary import TOURS
from dragoman.engagements.roles import is_official, is_person

_TRAVELS = TOURS | frozenset(
    "visit travel head fly go leave depart embark set return journey voyage mission".split()
)
_REGIONS = frozenset(
    "africa asia europe america americas balkan balkans gulf east west north south region continent caucasus pacific sahel "
    "mekong baltic baltics maghreb levant horn caribbean scandinavia mediterranean indo-pacific subcontinent eurasia "
    "oceania".split()
)
# Several of them are a region too.
_SEVERAL = frozenset("capital country nation state republic neighbour neighbor lake island kingdom".split())
_PLURAL = frozenset({"NNS", "NNPS"})
_GOING = ("to", "of", "through", "in", "across", "around", "for", "obj", "into")


def is_roaming(candidate: Candidate) -> bool:
    """Whether a visit without a place is a tour of somebody named, or goes to a region: marked so."""
    people = [
        part
        for part in candidate.of(Role.ACTOR)
        if is_person(part.actor) and is_official(part.actor) and part.actor.country is not None
    ]
    clause = candidate.clause
    if not people or candidate.goals or clause.negated:
        return False
    toured = clause.noun and clause.lemma in TOURS and (clause.light is not None or _is_owned(people))
    candidate.roaming = toured or (clause.lemma in _TRAVELS and _to_region(candidate))
    if candidate.roaming:
        candidate.parts, candidate.rule = people, ROAMING
    return candidate.roaming


def _is_owned(people: list[Part]) -> bool:
    """ "Aalto's Gulf tour", but not "his"."""
    return any(part.mention.rule in {"name", "titled name"} for part in people)


def _to_region(candidate: Candidate) -> bool:
    """ "a visit to the Western Balkans", "visited three Baltic capitals"."""
    tokens, slots = candidate.tree.sentence.tokens, candidate.clause.slots
    return any(
        tokens[token].lemma.lower() in (_REGIONS | _SEVERAL if tokens[token].tag in _PLURAL else _REGIONS)
        for slot in _GOING
        for token in (*slots.get(slot, ()), *slots.get(f"~{slot}", ()))
    )
