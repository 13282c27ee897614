"""Stricken: whom a blow hits that the act network tells with a place alone, and the two sides of a clash.

"A strike on the village of Mesra" hits the country in which Mesra lies, and troops that leave Mesra leave that country;
soldiers of two states that are killed in clashes fought each other, whichever of them the sentence calls dead. A
government that tells of its own dead was hit. In whose clause a trigger stands is its host.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.companies import describes_stranger
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.owners import state_of
from dragoman.engagements.reach import SAYING
from dragoman.engagements.roles import actors_in, is_official
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention, MentionKind, PlaceMention

_FIGHTS = frozenset(
    "clash clashes fighting skirmish firefight gunfight shootout gun-battle hostilities battle duel".split()
)
_LEAVING = frozenset("withdraw withdrawal pull pullout retreat leave".split())
_SIDES = 2


def settle_blow(candidate: Candidate, places: Iterable[PlaceMention], mentions: Mentions) -> None:
    """Settle the other side of a blow, or of a withdrawal, that no word names.

    Those who fought each other become equal parties. The state that one of ``places`` lies in is the one that is hit or
    left; without such a place a blow hits the state that tells of its own dead.
    """
    candidate.parts = [part for part in candidate.parts if not _is_home_of_strikers(part, candidate)]
    known = [part for part in candidate.parts if is_official(part.actor)]
    if candidate.kind is Kind.ATTACK and candidate.clause.lemma in _FIGHTS:
        if len({part.side for part in known}) == _SIDES:
            candidate.parts = [replace(part, role=Role.PARTICIPANT) for part in known]
        return
    acting = any(part.role is Role.ACTOR for part in known)
    left = candidate.kind is Kind.CONCESSION and candidate.clause.lemma in _LEAVING
    if not (candidate.kind is Kind.ATTACK or left) or not acting:
        return
    if any(part.role is Role.RECIPIENT and not _is_of_nowhere(part) for part in known):
        return
    told = {actor.country for mention in mentions.actors for actor in mention.actors} - {None}
    here = (place for place in places if place.sentence == candidate.sentence)
    hit = next((place for place in here if place.country in told), None)
    if hit is not None and hit.country not in {part.actor.country for part in known}:
        candidate.parts.append(Part(Role.RECIPIENT, *state_of(hit, hit.name)))
        candidate.weight *= _BY_PLACE
        candidate.reason = "who is hit is read from the place"
    elif candidate.kind is Kind.ATTACK and (mourners := _who_tells(candidate, mentions)):
        candidate.parts.extend(mourners)
        candidate.weight *= _BY_PLACE
        candidate.reason = "who is hit is read from who tells of it"


def _is_home_of_strikers(part: Part, candidate: Candidate) -> bool:
    """ "a missile launched by the Houthis from Yemen": the state from whose soil an armed group strikes."""
    groups = {
        p.actor.country
        for p in candidate.parts
        if p.actor.kind is MentionKind.ARMED_GROUP and p.role is part.role
    }
    here = part.mention.sentence == candidate.sentence
    home = part.actor.kind is MentionKind.GOVERNMENT and part.actor.country in groups - {None}
    return home and here and candidate.tree.case(part.mention.last - 1) == "from"


def _is_of_nowhere(part: Part) -> bool:
    """Whether somebody is told by a title alone, of whose country nothing is known."""
    return part.actor.kind is MentionKind.PERSON and part.actor.country is None


def _who_tells(candidate: Candidate, mentions: Mentions) -> list[Part]:
    """ "P's government says that 54 soldiers were killed in an attack by Q": P's dead; "30 people" may be anybody's."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    own = {country for part in candidate.parts for country in (part.side, part.actor.country)}
    for node in tree.ancestors(candidate.clause.head):
        if tokens[node].lemma.lower() not in SAYING:
            continue
        said = tree.of(node, "obj", "ccomp")
        told = [index for child in said for index in tree.subtree(child)]
        losses = [index for index in told if tokens[index].lemma.lower() in _LOSSES]
        dead = _dead(tree, losses, candidate.clause.head)
        here = bool(losses) and _is_on_the_country(tree, candidate.clause.head)
        for actor, mention in actors_in(mentions, tree, tree.of(node, "nsubj")):
            bereaved = actor.kind in _BEREAVED and own.isdisjoint({side_of(actor), actor.country})
            if bereaved and (here or _are_of(dead, actor.country, tree, mentions)):
                return [Part(Role.RECIPIENT, actor, mention)]
    return []


def _dead(tree: Tree, losses: list[int], blow: int) -> set[int]:
    """The words for those who died: below a word of loss and the subject it is said of, but not the blow's own."""
    below = {node for loss in losses for child in _victims(tree, loss) for node in tree.subtree(child)}
    return below if blow in losses else below - set(tree.subtree(blow))


def _victims(tree: Tree, loss: int) -> list[int]:
    """What a word of loss is said of: "killed nine", "nine were killed", "the death of nine", "nine dead soldiers"."""
    noun = tree.sentence.tokens[loss]
    said_of = [noun.head] if noun.dep == "amod" else []
    return [*tree.of(loss, "obj", "nsubj:pass", "nmod", "compound", "amod"), *said_of]


def _is_on_the_country(tree: Tree, blow: int) -> bool:
    """ "attacks on the country", which is that of the government that tells of them."""
    return any(
        tree.sentence.tokens[index].lemma.lower() == "country" and tree.case(index) == "on"
        for index in tree.of(blow, "nmod")
    )


def _are_of(dead: set[int], country: str | None, tree: Tree, mentions: Mentions) -> bool:
    """Whether the dead are a state's: called so, or its men at arms and nobody else's."""
    named = {
        actor.country
        for mention in mentions.actors
        if mention.sentence == tree.sentence.index and not dead.isdisjoint(range(mention.first, mention.last))
        for actor in mention.actors
    } - {None}
    if named:
        return named == {country}
    words = {tree.sentence.tokens[index].lemma.lower() for index in dead}
    return not words.isdisjoint(_AT_ARMS)


_LOSSES = frozenset("death toll kill dead casualty fatality martyr martyrdom".split())
_AT_ARMS = frozenset(
    "soldier troop officer police policeman policemen personnel serviceman servicemen own".split()
)
_BEREAVED = frozenset({MentionKind.GOVERNMENT, MentionKind.ARMED_GROUP})


def is_host(tree: Tree, mention: Mention, trigger: int) -> bool:
    """Whether a mention stands in the clause of a trigger itself: not "gave the soldiers who seized power in P a week"."""
    tokens = tree.sentence.tokens
    if mention.sentence != tree.sentence.index or describes_stranger(tree, mention):
        return False
    clause = {trigger, *(node for node in tree.ancestors(trigger) if tokens[node].pos == "VERB")}
    above = tree.ancestors(mention.last - 1)
    return next((node in clause for node in above if tokens[node].pos == "VERB" or node == trigger), False)


_BY_PLACE = 0.9
