"""Implied parties: whom a contact's own words leave out, since the sentence or the one before names them.

"X said that an agreement with Y had been reached", "in a phone conversation X urged Y to …", "a dinner in honour of Y".
"""

from __future__ import annotations

from dragoman.engagements.candidates import Part, side_of
from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Role
from dragoman.engagements.roles import actors_in, is_official, is_person, targets_below
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions

_SAYING = frozenset(
    "say write tell announce confirm add deny state declare report reveal insist stress note".split()
)
_HONOUR = frozenset({"honour", "honor"})


def with_implied(
    tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part], *, contact: bool
) -> list[Part]:
    """The parts with the other side, where the words tell one only, or "talks with P and Q"."""
    one_sided = len({part.side for part in parts}) == 1 or (contact and _are_all_faced(tree, clause, parts))
    return [*parts, *_implied(tree, clause, mentions, parts, contact=contact)] if one_sided else parts


def _are_all_faced(tree: Tree, clause: Clause, parts: list[Part]) -> bool:
    """Whether several sides are told, and all of them as those with whom somebody talks."""
    faced = {node for token in slot_tokens(clause, "with") for node in tree.subtree(token)}
    several = len({part.side for part in parts}) > 1
    return several and all(part.mention.first in faced for part in parts)


def _implied(
    tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part], *, contact: bool
) -> list[Part]:
    """The other side of a contact or agreement "with X": who speaks of it, or of whom was told last."""
    if not slot_tokens(clause, "with"):
        return _faced(tree, clause, mentions, parts) if contact else []
    if speaker := _speaker(tree, clause, mentions, parts):
        return speaker
    # What happened "after negotiations with Y" those of the clause had negotiated, not whom the text told of before.
    aside = clause.light is None and tree.case(clause.head) in {"after", "following", "before", "since"}
    one_sided = len({part.side for part in parts}) == 1  # "talks with P and Q" may be theirs alone
    told = _told_last(tree, mentions, parts) if contact and one_sided and not aside else None
    if told is not None:
        return [told]
    return _faced(tree, clause, mentions, parts) if contact else []


def reported(tree: Tree, clause: Clause, mentions: Mentions) -> list[Part]:
    """Both sides of "an agreement was reached for a Q base, P's minister said": what it is for, and who speaks."""
    if not clause.passive or clause.light is None:
        return []
    about = [token for slot in ("for", "on") for token in slot_tokens(clause, slot)]
    found = [
        pair for token in about for pair in targets_below(mentions, tree, token, deep=True, other_than=set())
    ]
    parts = [Part(Role.PARTICIPANT, actor, mention) for actor, mention in found if is_official(actor)]
    return [*parts, *_speaker(tree, clause, mentions, parts)] if parts else []


def _speaker(tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """ "There has been no meeting with Y, X wrote"."""
    tokens = tree.sentence.tokens
    own = {part.side for part in parts}
    if slot_tokens(clause, "subj") or slot_tokens(clause, "poss"):
        return []
    above = list(tree.ancestors(clause.head))
    beside = [child for node in (clause.head, *above) for child in tree.of(node, "parataxis")]
    for node in (*above, *beside):
        if tokens[node].lemma.lower() not in _SAYING:
            continue
        return [
            Part(Role.PARTICIPANT, actor, mention)
            for actor, mention in actors_in(mentions, tree, tree.of(node, "nsubj"))
            if is_official(actor) and side_of(actor) not in own
        ][:1]
    return []


def honoured(tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """Whom a dinner is given "in honour of", or "for visiting X", which the parser takes for what X's host did."""
    own = {part.actor.key for part in parts}
    honours = [t for t in slot_tokens(clause, "in") if tree.sentence.tokens[t].lemma.lower() in _HONOUR]
    tokens = [child for token in honours for child in tree.of(token, "nmod")]
    guests = (t for t in tree.of(clause.carrier, "advcl") if tree.sentence.tokens[t].text == "visiting")
    tokens.extend(child for token in guests for child in tree.of(token, "obj"))
    return [
        Part(Role.PARTICIPANT, actor, mention)
        for actor, mention in actors_in(mentions, tree, tokens)
        if actor.key not in own and is_official(actor)
    ]


def _told_last(tree: Tree, mentions: Mentions, parts: list[Part]) -> Part | None:
    """The story's person in "A meeting with X is also planned": the last one who was a subject, if of another side."""
    sides = {part.side for part in parts}
    for mention in reversed(mentions.actors):
        if mention.sentence >= tree.sentence.index or mention.sentence < tree.sentence.index - 2:
            continue
        if mention.is_subject and len(mention.actors) == 1 and is_person(mention.actors[0]):
            actor = mention.actors[0]
            if not is_official(actor):
                continue  # the spokesman who told of it
            return Part(Role.PARTICIPANT, actor, mention) if side_of(actor) not in sides else None
    return None


def _faced(tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """Whom the host of a conversation speaks to: "in a phone conversation X urged Y to …"."""
    own = {part.side for part in parts}
    return [
        Part(Role.PARTICIPANT, actor, mention)
        for actor, mention in actors_in(mentions, tree, clause.slots.get("faced", ()))
        if side_of(actor) not in own and (is_person(actor) or mention.rule == "counterpart")
    ]
