"""Accusing: whether a charge is one: not of one's own side's deeds, and not of the court it is brought to."""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Role
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.owners import owners_of
from dragoman.engagements.roles import actors_in, targets_below
from dragoman.engagements.slots import slot_tokens
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind

_FORCES = frozenset("forces force army military navy command guards corps".split())
_BLOWS = frozenset("kill strike hit destroy eliminate wound injure target shoot intercept down".split())


def accuses_another(candidate: Candidate, clause: Clause, entry: Trigger, mentions: Mentions) -> bool:
    """Not so "said that P supports its companies abroad", by P's premier: what one's own side does is no charge."""
    tree = candidate.tree
    if is_blamed_on_a_thing(candidate):
        return False
    if candidate.mode == "accuse" and clause.noun:
        _drop_judges(candidate, mentions)
    if not entry.xcomps:
        return True
    told = [node for index in clause.slots.get("ccomp", ()) for node in tree.of(index, "nsubj")]
    sides = {side_of(actor) for actor, _ in actors_in(mentions, tree, told)}
    return not sides or not sides <= {part.side for part in candidate.of(Role.ACTOR)}


def is_blamed_on_a_thing(candidate: Candidate) -> bool:
    """ "blamed the delay on the weather": on nobody that the sentence tells of."""
    clause = candidate.clause
    facing = {part.mention.sentence for part in candidate.of(Role.RECIPIENT)}
    blamed = clause.lemma == "blame" and bool(clause.slots.get("on"))
    return blamed and candidate.tree.sentence.index not in facing


# What friends do as well: a charge only of somebody who is named.
_FRIENDLY = frozenset("help aid support back use supply plan finance fund train enter strengthen".split())


def is_friendly(candidate: Candidate) -> bool:
    """ "the summit will help to strengthen ties, he added": nobody is charged with anything."""
    told = {
        candidate.tree.sentence.tokens[node].lemma.lower() for node in candidate.clause.slots.get("ccomp", ())
    }
    return bool(told) and told <= _FRIENDLY


def is_own_deed(candidate: Candidate, mentions: Mentions, sides: set[str]) -> bool:
    """ "P's air defences shot down ten drones, its ministry said": told of the speaker's own side."""
    tree = candidate.tree
    doing = [node for told in candidate.clause.slots.get("ccomp", ()) for node in tree.of(told, "nsubj")]
    owners = [child for node in doing for child in tree.of(node, "nmod:poss")]
    if any(tree.sentence.tokens[child].pos == "PRON" for child in owners):
        return True
    found = actors_in(mentions, tree, doing)
    speaking = {tree.sentence.tokens[node].text.lower() for node in candidate.clause.slots.get("subj", ())}
    blows = {tree.sentence.tokens[node].lemma.lower() for node in candidate.clause.slots.get("ccomp", ())}
    if not found and speaking & _FORCES and blows & _BLOWS:
        return True  # "the army of P claims that a strike killed Q's commander"
    found = found or [pair for node in doing for pair in owners_of(mentions, tree, node)]
    return bool(found) and {side_of(actor) for actor, _ in found} <= sides


def _drop_judges(candidate: Candidate, mentions: Mentions) -> None:
    """ "filed a complaint against P with the Council", "with the Council over P's raid": at P, not at the Council."""
    judging = {
        index
        for slot in ("with", "at", "to", "before")
        for index in candidate.clause.slots.get(slot, ())
        if candidate.tree.sentence.tokens[index].pos == "PROPN"
    }
    candidate.parts = [
        part
        for part in candidate.parts
        if part.role is not Role.RECIPIENT
        or part.actor.kind is not MentionKind.ORGANIZATION
        or not judging & set(range(part.mention.first, part.mention.last))
    ]
    if judging and not candidate.of(Role.RECIPIENT):
        acting = {part.actor.key for part in candidate.parts}
        for token in slot_tokens(candidate.clause, "over"):
            deed = targets_below(mentions, candidate.tree, token, deep=False, other_than=acting)
            candidate.parts.extend(Part(Role.RECIPIENT, actor, mention) for actor, mention in deed)
