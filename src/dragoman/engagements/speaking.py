"""Speaking: who says what a verb of speech tells, where its own clause gives nobody who could.

"Attacks on peacekeepers were unacceptable, X said, and called on Y": attacks call on nobody, X does. "She said the
regime waged a hybrid war and called on it to stop": nobody calls on themselves. "The envoy was told …, the ministry
said": the ministry told him.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engagements.candidates import Part, side_of
from dragoman.engagements.clauses import Clause
from dragoman.engagements.control import authors_told, is_text
from dragoman.engagements.engagement import VERBAL, Kind, Role
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.roles import actors_in, is_official
from dragoman.engagements.tree import Tree, is_negated
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention

_SAYING = frozenset(
    "say tell add write announce state declare confirm report claim stress note insist post tweet reply warn".split()
)
_BELOW = frozenset({"conj", "ccomp", "advcl", "parataxis", "xcomp"})
_DEPTH = 6
_POINTING = frozenset({"it", "them", "him", "her"})


def with_speaker(
    tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, parts: list[Part]
) -> list[Part]:
    """The parts of a verbal act with who speaks, if its own clause does not say."""
    if clause.lemma in _GETTING and entry.kind is Kind.AID and not any(p.role is Role.ACTOR for p in parts):
        return [
            *_teller(tree, clause, mentions, parts),
            *parts,
        ]  # "the Commission says P will receive 5 million"
    if entry.kind in _ORDERED and not any(part.role is Role.ACTOR for part in parts):
        return [*_orderer(tree, clause, mentions, parts), *parts]
    if entry.kind is Kind.ATTACK and not any(part.role is Role.ACTOR for part in parts):
        return [*_claimant(tree, clause, mentions, parts), *parts]
    if entry.kind not in VERBAL or entry.mode == "discuss" or Role.ACTOR not in entry.roles.values():
        return parts
    speaking = [part for part in parts if part.role is Role.ACTOR]
    others = [part for part in parts if part.role is not Role.ACTOR]
    if clause.passive:
        if not speaking and others and clause.lemma in _TOLD:
            parts = [*_teller(tree, clause, mentions, others), *parts]
        return parts
    if not speaking:
        if bearers := _bearers(tree, clause, mentions):
            bearing = {part.side for part in bearers}
            return [*bearers, *(part for part in parts if part.side not in bearing)]
        if _has_own_speaker(tree, clause):
            return parts
        return [*_above(tree, clause, mentions, others), *parts]
    pointing = any(tree.sentence.tokens[t].text.lower() in _POINTING for t in _addressed(clause))
    if clause.inherited and pointing and _is_reported(tree, clause):
        above = _above(tree, clause, mentions, speaking)
        if _reporters(tree, clause, mentions) & {part.side for part in speaking}:
            told = [Part(Role.RECIPIENT, part.actor, part.mention) for part in above]
            return parts if others else [*parts, *told]
        if above and {part.side for part in others} <= {part.side for part in above}:
            return [*above, *(Part(Role.RECIPIENT, part.actor, part.mention) for part in speaking)]
    return parts


_CLAIMING = frozenset("say claim announce confirm report state declare add".split())
_FORCES = frozenset("forces force army military navy command guard guards corps idf centcom".split())


def _claimant(tree: Tree, clause: Clause, mentions: Mentions, others: list[Part]) -> list[Part]:
    """Whose blow it is that only their own forces tell of: "the army of P says a strike killed a Q commander"."""
    tokens = tree.sentence.tokens
    verb = tokens[clause.carrier].head
    if clause.noun or verb < 0 or tokens[clause.carrier].dep != "ccomp":
        return []
    if tokens[verb].lemma.lower() not in _CLAIMING or is_negated(tree, clause.head):
        return []
    speaking = tree.of(verb, "nsubj")
    words = {tokens[node].text.lower() for subject in speaking for node in tree.subtree(subject)}
    taken = {part.side for part in others}
    if not words & _FORCES or not taken:
        return []
    return [
        Part(Role.ACTOR, actor, mention)
        for actor, mention in actors_in(mentions, tree, speaking)
        if side_of(actor) not in taken
    ]


_TOLD = frozenset({"tell", "inform", "warn", "notify", "order", "instruct", "remind"})


_ORDERED = frozenset({Kind.SANCTION, Kind.CONCESSION, Kind.EXPULSION, Kind.AID})
_GETTING = frozenset({"receive", "get"})
_ORDERING = frozenset("order instruct direct tell authorise authorize command task".split())


def _orderer(tree: Tree, clause: Clause, mentions: Mentions, others: list[Part]) -> list[Part]:
    """Who has his own people do it: "the President ordered forces to halt intelligence sharing with X"."""
    tokens = tree.sentence.tokens
    node = tokens[clause.carrier].head
    if node < 0 or tokens[clause.carrier].tag != "VB":
        return []
    verb = tokens[node].head if tokens[clause.carrier].dep == "acl" else node
    if verb < 0 or tokens[verb].lemma.lower() not in _ORDERING:
        return []
    told = [token for slot in ("obj", "iobj") for token in tree.of(verb, slot)]
    if any(mentions.actor_at(tree.sentence.index, token) is not None for token in told):
        return []
    taken = {part.side for part in others}
    return [
        Part(Role.ACTOR, actor, mention)
        for actor, mention in _subjects(tree, verb, mentions)
        if is_official(actor) and side_of(actor) not in taken
    ]


def _addressed(clause: Clause) -> tuple[int, ...]:
    return (*clause.slots.get("obj", ()), *clause.slots.get("on", ()), *clause.slots.get("to", ()))


def _is_reported(tree: Tree, clause: Clause) -> bool:
    """Whether the clause is coordinated inside what somebody is reported to say."""
    tokens = tree.sentence.tokens
    return any(
        tokens[node].dep == "ccomp" and tokens[tokens[node].head].lemma.lower() in _SAYING
        for node in (clause.head, *tree.ancestors(clause.head))
        if tokens[node].head >= 0
    )


def _reporters(tree: Tree, clause: Clause, mentions: Mentions) -> set[str]:
    """The sides of those who are reported to say what the clause is coordinated with."""
    tokens = tree.sentence.tokens
    verbs = [node for node in _governors(tree, clause.head) if tokens[node].lemma.lower() in _SAYING]
    return {side_of(actor) for node in verbs for actor, _ in _subjects(tree, node, mentions)}


def _bearers(tree: Tree, clause: Clause, mentions: Mentions) -> list[Part]:
    """Whose words a text that speaks are: "a statement from X urged Y"."""
    for noun in clause.slots.get("subj", ()):
        told = actors_in(mentions, tree, authors_told(tree, noun)) if is_text(tree, noun) else []
        if bearers := [pair for pair in told if is_official(pair[0])]:
            return [Part(Role.ACTOR, actor, mention) for actor, mention in bearers]
    return []


def _has_own_speaker(tree: Tree, clause: Clause) -> bool:
    """ "A asked for secrecy, but the commissioner stated …": somebody else speaks, whoever that is."""
    tokens = tree.sentence.tokens
    beside = not clause.noun and tokens[clause.head].dep in {"conj", "parataxis"}
    own = tree.of(clause.head, "nsubj") if beside else []
    return any(tokens[noun].pos in {"NOUN", "PROPN"} and noun < clause.head for noun in own)


def _above(tree: Tree, clause: Clause, mentions: Mentions, others: list[Part]) -> list[Part]:
    """The subject of the nearest verb above that can speak, of another side than those addressed."""
    taken = {part.side for part in others}
    for index in _governors(tree, clause.carrier):
        for actor, mention in _subjects(tree, index, mentions):
            if is_official(actor) and side_of(actor) not in taken:
                return [Part(Role.ACTOR, actor, mention)]
    return []


def _governors(tree: Tree, node: int) -> Iterator[int]:
    tokens = tree.sentence.tokens
    for _ in range(_DEPTH):
        below, node = tokens[node], tokens[node].head
        if node < 0 or below.dep.split(":")[0] not in _BELOW:
            return
        if below.dep == "advcl" and below.tag == "VB":
            return  # "will travel there to urge X": not yet
        if below.dep in {"ccomp", "xcomp"} and tokens[node].lemma.lower() not in _SAYING:
            return
        if tokens[node].pos in {"VERB", "AUX"}:
            yield node


def _subjects(tree: Tree, index: int, mentions: Mentions) -> list[tuple[Actor, Mention]]:
    return actors_in(mentions, tree, tree.of(index, "nsubj"))


def _teller(tree: Tree, clause: Clause, mentions: Mentions, told: list[Part]) -> list[Part]:
    """Who told somebody: the one who reports it ("the envoy was told that …, the ministry said")."""
    taken = {part.side for part in told}
    tokens = tree.sentence.tokens
    token = tokens[clause.head]
    if token.dep not in {"ccomp", "parataxis"} or tokens[token.head].lemma.lower() not in _SAYING:
        return []
    return [
        Part(Role.ACTOR, actor, mention)
        for actor, mention in _subjects(tree, token.head, mentions)
        if is_official(actor) and side_of(actor) not in taken
    ]
