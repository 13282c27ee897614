"""Circumstances: when, where, about what and on whose word a candidate's event is told."""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.days import find_stop_days, find_when
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.instruments import find_instrument
from dragoman.engagements.reach import SAYING, distance, nodes_of, token_at
from dragoman.engagements.topics import find_topics
from dragoman.engagements.whereabouts import find_where
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, AmountMention

_NO_PLACE = frozenset({Kind.CALL})


def fill_circumstances(candidate: Candidate, mentions: Mentions) -> None:
    """Fill days, place, topics, content, amount and attribution from the candidate's sentence."""
    candidate.when = candidate.when or find_when(candidate, mentions)
    if len(candidate.goals) > 1:
        candidate.stop_days = find_stop_days(candidate, mentions)
        if candidate.stop_days:
            candidate.when = None
    if candidate.kind not in _NO_PLACE:
        candidate.where = find_where(candidate, mentions)
    candidate.topics = list(find_topics(candidate, mentions))
    candidate.content = _content(candidate)
    candidate.name = find_instrument(candidate)
    candidate.attributed = _attributed(candidate, mentions)
    if candidate.amount is None and candidate.kind in {
        Kind.AID,
        Kind.AGREEMENT,
        Kind.SANCTION,
        Kind.CONCESSION,
        Kind.OTHER,
        Kind.STATEMENT,
    }:
        candidate.amount = _amount(candidate, mentions)


def _content(candidate: Candidate) -> Span | None:
    """What is said, asked or agreed: the complement's words."""
    if candidate.kind not in {
        Kind.STATEMENT,
        Kind.DEMAND,
        Kind.ACCUSATION,
        Kind.THREAT,
        Kind.AGREEMENT,
        Kind.MEDIATION,
        Kind.OTHER,
    }:
        return None
    tree = candidate.tree
    for slot in ("ccomp", "xcomp", "for", "over", "advcl", "obj"):
        for token in candidate.clause.slots.get(slot, ()):
            if any(part.mention.first <= token < part.mention.last for part in candidate.parts):
                continue
            below = tree.subtree(token)
            tokens = tree.sentence.tokens
            while below and tokens[below[-1]].pos == "PUNCT":
                below.pop()
            while below and tokens[below[0]].text in {",", ";", ":", "-", "–", "—"}:
                below.pop(0)
            if below:
                return Span(tokens[below[0]].span.start, tokens[below[-1]].span.end)
    return None


def _amount(candidate: Candidate, mentions: Mentions) -> AmountMention | None:
    tree = candidate.tree
    nodes = nodes_of(candidate)
    for amount in mentions.amounts_in(tree.sentence.span):
        index = token_at(tree, amount.span)
        if index is not None and distance(tree, index, nodes) is not None:
            return amount
    return None


def _attributed(candidate: Candidate, mentions: Mentions) -> tuple[Actor, Span] | None:
    """Whose word it is: "X said that …", "according to X"."""
    tree = candidate.tree
    tokens = tree.sentence.tokens
    acting = {part.actor.key for part in candidate.of(Role.ACTOR, Role.PARTICIPANT)}
    head = candidate.clause.carrier
    for node in tree.ancestors(head):
        if tokens[node].lemma.lower() in SAYING:
            for subject in tree.of(node, "nsubj"):
                mention = mentions.actor_at(tree.sentence.index, subject)
                if mention is not None and mention.actors[0].key not in acting:
                    return mention.actors[0], mention.span
    for child in tree.of(head, "obl", "parataxis"):
        if tree.case(child).startswith("according") or tokens[child].lemma.lower() in SAYING:
            anchor = child if tree.case(child) else next(iter(tree.of(child, "nsubj")), child)
            mention = mentions.actor_at(tree.sentence.index, anchor)
            if mention is not None and mention.actors[0].key not in acting:
                return mention.actors[0], mention.span
    return None
