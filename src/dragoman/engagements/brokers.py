"""Brokers: who stands between the two sides of talks, told beside the noun and not as its subject.

"Egyptian-mediated talks", "talks brokered by Qatar", "through Swiss mediators", "under Angolan mediation", "with Norway as
mediator".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.owners import owners_of
from dragoman.engagements.roles import actors_in, is_official
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention

_BROKERED = frozenset(
    {"mediate", "broker", "facilitate", "moderate", "sponsor", "mediated", "brokered", "facilitated"}
)
_HELP = frozenset(
    "mediation mediator mediators intermediary intermediaries facilitation facilitator auspices go-between".split()
)
_THROUGH = frozenset({"through", "via", "under", "with", "by"})


def add_brokers(candidate: Candidate, mentions: Mentions) -> None:
    """Add those who broker a meeting or mediation between two others; who carries the word of their own side is none."""
    if candidate.mode == "carry":
        _send_by_messenger(candidate)
    if (
        not candidate.clause.noun
        or candidate.kind not in {Kind.MEETING, Kind.MEDIATION}
        or len(candidate.sides) < _SIDES
    ):
        return
    if candidate.of(Role.MEDIATOR):
        return
    known = {part.actor.key for part in candidate.parts}
    sides = candidate.sides
    for actor, mention in _brokers(candidate, mentions):
        part = Part(Role.MEDIATOR, actor, mention)
        if is_official(actor) and actor.key not in known and part.side not in sides:
            known.add(actor.key)
            candidate.parts.append(part)


_SIDES = 2


def turn_offers(found: list[Candidate]) -> None:
    """ "P offered to host talks between Q and R": who stands between the two offers to mediate."""
    for candidate in found:
        if (candidate.kind, candidate.status) != (Kind.MEETING, Status.PROPOSED) or not candidate.clause.noun:
            continue
        tokens = candidate.clause.slots.get("between", ())
        facing = {
            part.side
            for part in candidate.parts
            if any(part.mention.first <= token < part.mention.last for token in tokens)
        }
        if len(facing) == _SIDES and candidate.sides > facing:
            candidate.kind, candidate.mode = Kind.MEDIATION, "offer"
            candidate.parts = [
                replace(part, role=Role.PARTICIPANT if part.side in facing else Role.MEDIATOR)
                for part in candidate.parts
            ]


def _send_by_messenger(candidate: Candidate) -> None:
    """ "Prince A handed B a message from his King": a letter of the King's, brought by his own side."""
    own = {part.side for part in candidate.of(Role.MEDIATOR)}
    senders = [part for part in candidate.of(Role.PARTICIPANT) if part.side in own]
    others = [part for part in candidate.of(Role.PARTICIPANT) if part.side not in own]
    if not senders or not others:
        return
    candidate.kind, candidate.mode = Kind.OTHER, "letter"
    candidate.parts = [
        *(replace(part, role=Role.ACTOR) for part in senders),
        *(replace(part, role=Role.RECIPIENT) for part in others),
    ]


def _brokers(candidate: Candidate, mentions: Mentions) -> Iterator[tuple[Actor, Mention]]:
    tree, clause = candidate.tree, candidate.clause
    tokens = tree.sentence.tokens
    for index, token in enumerate(tokens):
        lemma = token.lemma.lower()
        if lemma in _BROKERED and _belongs(tree, index, clause.head):
            yield from _by(tree, index, mentions)
        elif lemma in _HELP and tree.case(index) in _THROUGH:
            yield from owners_of(mentions, tree, index)
            yield from _of(tree, index, mentions)
        elif lemma in _HELP and tree.case(index) == "as":
            yield from actors_in(mentions, tree, (token.head,) if token.head >= 0 else ())


def drop_told_twice(found: list[Candidate]) -> list[Candidate]:
    """ "talks brokered by Qatar" are one event: the talks, with their broker; "a round of indirect talks" is those talks."""
    talks = {c.clause.head for c in found if c.kind is Kind.MEETING and c.of(Role.MEDIATOR)}
    found = [c for c in found if c.kind is not Kind.MEDIATION or c.clause.token.head not in talks]
    mediated = {c.clause.head for c in found if c.kind is Kind.MEDIATION}
    return [
        c for c in found if c.kind is not Kind.MEETING or mediated.isdisjoint(c.clause.slots.get("of", ()))
    ]


def _belongs(tree: Tree, index: int, head: int) -> bool:
    """Whether a participle says of the talks who brokered them."""
    token = tree.sentence.tokens[index]
    return token.head == head and token.dep in {"acl", "amod", "compound"}


def _by(tree: Tree, index: int, mentions: Mentions) -> Iterator[tuple[Actor, Mention]]:
    agents = [child for child in tree.of(index, "obl") if tree.case(child) == "by"]
    yield from actors_in(mentions, tree, agents)
    if index > 1 and tree.sentence.tokens[index - 1].text in {"-", "‑", "–"}:
        mention = mentions.actor_at(tree.sentence.index, index - 2)
        if mention is not None:
            yield from ((actor, mention) for actor in mention.actors)


def _of(tree: Tree, index: int, mentions: Mentions) -> Iterator[tuple[Actor, Mention]]:
    owners = [child for child in tree.of(index, "nmod") if tree.case(child) in {"of", "from"}]
    yield from actors_in(mentions, tree, owners)


_MEALS = frozenset({"lunch", "dinner", "breakfast", "luncheon", "banquet", "reception", "iftar"})


def mark_hosts(candidate: Candidate) -> None:
    """Who hosts or brokers talks between two others mediates."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if clause.light is None or tokens[clause.light].lemma.lower() not in {
        "host",
        "broker",
        "mediate",
        "facilitate",
    }:
        return
    peers = any(part.mention.rule == "counterpart" for part in candidate.parts)
    if clause.lemma in _MEALS or clause.lemma == "trilateral" or peers:
        return  # whoever gives a dinner, or has counterparts come, sits at the table
    subjects = {index for token in clause.slots.get("subj", ()) for index in candidate.tree.subtree(token)}
    hosts = [part for part in candidate.parts if subjects & set(range(part.mention.first, part.mention.last))]
    others = {part.side for part in candidate.parts if part not in hosts} - {part.side for part in hosts}
    if hosts and len(others) >= 2:
        candidate.parts = [replace(p, role=Role.MEDIATOR) if p in hosts else p for p in candidate.parts]
