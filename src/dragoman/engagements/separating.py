"""Separating: one sentence that tells several contacts ("met X of A and Y of B", "bilateral talks with A and B")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import CONTACTS, Kind
from dragoman.engagements.roles import is_person
from dragoman.engagements.utterances import is_discussion


def split_encounters(candidates: list[Candidate]) -> list[Candidate]:
    """ "met X of A and Y of B" are two meetings, "spoke with X of A and Y of B" two calls; three on a line are one call."""
    found: list[Candidate] = []
    for candidate in candidates:
        found.extend(_separate(candidate) or [candidate])
    return found


_TOGETHER = frozenset(
    "trilateral together jointly joint three-way quadrilateral quartet trio multilateral".split()
)


def _is_plural_meeting(candidate: Candidate) -> bool:
    return candidate.clause.lemma in {"meeting", "conversation", "call"} and candidate.clause.token.tag in {
        "NNS",
        "NNPS",
    }


_HOSTING = frozenset({"host", "gather", "assemble", "convene"})
_APART = frozenset({"respectively", "separately", "separate", "individually"})


def _is_bilateral(candidate: Candidate) -> bool:
    """ "bilateral talks with A and B": one by one."""
    tokens = candidate.tree.sentence.tokens
    words = {tokens[token].text.lower() for token in candidate.clause.slots.get("mod", ())}
    return bool(words & {"bilateral", "separate", "one-on-one", "individual"})


_AFTER_EACH_OTHER = frozenset(
    "with then thereafter afterwards subsequently later minute hour monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)


def _one_by_one(candidate: Candidate) -> bool:
    """ "talks with A for an hour and B for two", "with A and then with B": each at another time."""
    tokens = candidate.tree.sentence.tokens
    named = sorted(
        (part.mention.first, part.mention.last)
        for part in candidate.parts
        if part.mention.sentence == candidate.sentence and part.mention.first > candidate.clause.head
    )
    between = (tokens[last:first] for (_, last), (first, _) in pairwise(named))
    return any(token.lemma.lower() in _AFTER_EACH_OTHER for words in between for token in words)


def _is_apart(candidate: Candidate) -> bool:
    """ "A and B separately met C", "separate talks with P and Q"; not "Separately, A and B met C"."""
    tree, clause = candidate.tree, candidate.clause
    tokens, verbs = tree.sentence.tokens, {clause.head, clause.carrier}
    own = [token for token in tokens if token.text.lower() in _APART and token.head in verbs]
    return any(token is not tokens[0] for token in own)


def _separate(candidate: Candidate) -> list[Candidate]:
    if (
        (candidate.kind not in CONTACTS and not is_discussion(candidate))
        or (
            candidate.clause.noun
            and not any(
                tells(candidate) for tells in (_is_plural_meeting, _is_bilateral, _one_by_one, _is_apart)
            )
        )
        or candidate.dependent
    ):
        return []
    slots = candidate.clause.slots
    subjects = set(slots.get("subj") or slots.get("host", ()))
    own = [p for p in candidate.parts if any(p.mention.first <= i < p.mention.last for i in subjects)]
    others = [part for part in candidate.parts if part not in own]
    beside = [part for part in others if _is_of_nowhere(part)]
    others = [part for part in others if part not in beside]
    apart_in_words = _is_apart(candidate)
    sides = list(dict.fromkeys(p.side for p in others if apart_in_words or is_person(p.actor)))
    words = {token.text.lower() for token in candidate.tree.sentence.tokens}
    if words & _TOGETHER:
        return []
    if apart_in_words and len(sides) == 1 and len(hosts := list(dict.fromkeys(p.side for p in own))) > 1:
        return [
            replace(candidate, parts=[*(p for p in own if p.side == side), *others, *beside])
            for side in hosts
        ]
    if len({part.side for part in own}) != 1 or len(sides) < 2:
        return []
    apart = bool(words & _APART)
    if candidate.clause.lemma in _HOSTING and not apart:
        return []  # "hosted A and B for talks"
    if not apart and any(part.mention.plural and len(part.mention.actors) > 1 for part in others):
        return []  # "they were received": together
    if len(sides) != len({part.side for part in others}) or (
        candidate.kind is not Kind.MEETING and len(sides) > 2 and not apart
    ):
        return []
    return [
        replace(candidate, parts=[*own, *(p for p in (*others, *beside) if p.side == side)])
        for side in [*sides, *(part.side for part in beside)]
    ]


def _is_of_nowhere(part: Part) -> bool:
    """An official whose state nobody tells is met together with who is named beside: "the King and the speaker, X"."""
    actor = part.actor
    return is_person(actor) and actor.title is not None and actor.country is None and not actor.serves_body
