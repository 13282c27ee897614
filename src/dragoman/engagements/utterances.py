"""Utterances: which words of one side to another are one act and which are two (codebook, decision 19)."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import clause_words
from dragoman.engagements.engagement import Kind, Role, Status

VERBAL_RANK = {Kind.THREAT: 4, Kind.DEMAND: 3, Kind.ACCUSATION: 2, Kind.STATEMENT: 1}
"""The verbal acts by their strength."""


def is_discussion(candidate: Candidate) -> bool:
    """Speech between sides whose channel is not told."""
    return candidate.kind is Kind.STATEMENT and candidate.mode == "discuss"


# Who "did not rule out" something refuses nothing.
_REFUSALS = frozenset({"refuse", "deny"})


def drop_weaker_speech(candidates: list[Candidate]) -> list[Candidate]:
    """Of several verbal acts of one sentence between the same sides, the strongest (codebook, decision 19)."""
    candidates = [
        c
        for c in candidates
        if not (c.negated and c.mode in _REFUSALS) and not _is_purpose(c) and not _is_in_passing(c)
    ]
    candidates = _without_told_deeds(candidates)
    best: dict[tuple[int, frozenset[str], frozenset[str]], Candidate] = {}
    for candidate in candidates:
        if candidate.kind in VERBAL_RANK and not is_discussion(candidate):
            key = _speech_key(candidate)
            if key not in best or _strength(candidate) > _strength(best[key]):
                best[key] = candidate
    return [
        c for c in candidates if c.kind not in VERBAL_RANK or is_discussion(c) or best[_speech_key(c)] is c
    ]


def _without_told_deeds(candidates: list[Candidate]) -> list[Candidate]:
    """Charges without those whose deed is itself an act: "P said Q had shelled its posts" is a shelling, by P's word."""
    deeds = {
        (c.clause.carrier, side)
        for c in candidates
        if c.kind is Kind.ATTACK
        for side in {part.side for part in c.of(Role.ACTOR)}
    }
    measures = [c for c in candidates if c.kind in _DEEDS]
    return [
        c
        for c in candidates
        if not (c.mode == "accuse" and _tells_one_of(c, deeds)) and not _announces(c, measures)
    ]


def _announces(candidate: Candidate, measures: list[Candidate]) -> bool:
    """ "told the envoy that it would expel ten diplomats": the expulsion, and no word beside it."""
    if candidate.kind is not Kind.STATEMENT or candidate.mode != "express":
        return False
    told = {node for i in candidate.clause.slots.get("ccomp", ()) for node in candidate.tree.subtree(i)}
    own = {part.side for part in candidate.of(Role.ACTOR)}
    return any(c.clause.carrier in told and own & {p.side for p in c.of(Role.ACTOR)} for c in measures)


_OUTCOMES = frozenset("kill wound injure hit damage destroy".split())


def _tells_one_of(candidate: Candidate, deeds: set[tuple[int, str]]) -> bool:
    """Whether the deed somebody is charged with is one of some attacks, or what came of it ("killed by shelling")."""
    tree = candidate.tree
    told: set[int] = set()
    for index in (candidate.clause.head, *candidate.clause.slots.get("ccomp", ())):
        outcome = tree.sentence.tokens[index].lemma.lower() in _OUTCOMES
        told.update(tree.subtree(index) if outcome else (index,))
    accused = {part.side for part in candidate.of(Role.RECIPIENT)}
    return any(index in told and side in accused for index, side in deeds)


def _is_purpose(candidate: Candidate) -> bool:
    """ "will travel to P to press X": nothing has been said yet."""
    token = candidate.clause.token
    spoken = candidate.kind in VERBAL_RANK and not is_discussion(candidate)
    return spoken and candidate.status is Status.PLANNED and (token.tag, token.dep) == ("VB", "advcl")


def _is_in_passing(candidate: Candidate) -> bool:
    """ "teams supporting the talks", "will hold P accountable": neither a word of support nor of blame."""
    token = candidate.clause.token
    if candidate.clause.noun or candidate.kind not in VERBAL_RANK:
        return False
    helping = candidate.mode == "support" and token.lemma.lower() in {"support", "back"}
    holding = candidate.mode == "blame" and token.lemma.lower() == "hold"
    tree = candidate.tree
    marks = {tree.sentence.tokens[mark].text.lower() for mark in tree.of(candidate.clause.head, "mark")}
    wanted = token.tag == "VB" and "to" in marks
    return (helping and (token.tag == "VBG" or wanted)) or (holding and (wanted or token.tag == "VB"))


def _strength(candidate: Candidate) -> tuple[int, float]:
    return VERBAL_RANK[candidate.kind], candidate.weight


def _speech_key(candidate: Candidate) -> tuple[int, frozenset[str], frozenset[str]]:
    return (
        candidate.sentence,
        frozenset(part.actor.key for part in candidate.of(Role.ACTOR)),
        frozenset(part.actor.key for part in candidate.of(Role.RECIPIENT)),
    )


def is_verdict_again(told: Iterable[Candidate], candidate: Candidate) -> bool:
    """ "condemned the sale", and then "called it a mistake", "described the sale as …": one word of the same side on it."""
    commenting = candidate.kind is Kind.STATEMENT and candidate.mode == "comment"
    return commenting and any(c.kind is Kind.ACCUSATION and c.mode == "condemn" for c in told)


def _points_back(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    return any(
        tokens[i].text.lower() in {"it", "this", "that"} for i in candidate.clause.slots.get("obj", ())
    )


def _goes_on_from(candidate: Candidate) -> bool:
    """ "gave P a week. Otherwise it would close the border": the consequence of what was asked just before."""
    return candidate.tree.sentence.tokens[0].text.lower() in {"otherwise", "failing"}


_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


def says_other(one: Candidate, other: Candidate) -> bool:
    """Whether two words of one side to another share nothing of what is said: two demands, not one told twice."""
    if is_discussion(one) or is_discussion(other) or one.sentence == other.sentence:
        return False
    if "summon" in {one.mode, other.mode}:
        return one.mode != other.mode
    if other.mode == "comment" and _points_back(other):
        return False
    if other.kind is Kind.THREAT and _goes_on_from(other):
        return False
    said, again = _content(one), _content(other)
    return bool(said) and bool(again) and not said & again


def _content(candidate: Candidate) -> set[str]:
    head = candidate.clause.carrier
    own = {candidate.clause.head, candidate.clause.light, *candidate.clause.slots.get("subj", ())}
    tokens = candidate.tree.sentence.tokens
    named = {i for part in candidate.parts for i in range(part.mention.first, part.mention.last)}
    return {
        tokens[i].lemma.lower()
        for i in clause_words(candidate.tree, head)
        if i not in own and i not in named and tokens[i].pos in _CONTENT
    }


_DEEDS = frozenset({Kind.CONCESSION, Kind.AID, Kind.SANCTION, Kind.EXPULSION, Kind.OTHER})
_MUST = frozenset({"must", "should", "shall", "ought"})


def drop_demanded_deeds(candidates: list[Candidate]) -> list[Candidate]:
    """ "P must withdraw its forces from Q, X said": X demands it, and P has done nothing yet."""
    asked = {part.side for c in candidates if c.kind is Kind.DEMAND for part in c.of(Role.RECIPIENT)}
    return [c for c in candidates if not (_is_only_due(c) and asked & {p.side for p in c.of(Role.ACTOR)})]


def _is_only_due(candidate: Candidate) -> bool:
    return candidate.kind in _DEEDS and candidate.clause.modal in _MUST
