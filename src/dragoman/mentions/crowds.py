"""Crowds: several told of as one, whom "they" and "them" take up in the same sentence."""

from __future__ import annotations

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import head_of


def own_crowd(sight: Sight, index: int, earlier: list[Mention]) -> tuple[Actor, ...]:
    """Who says it of themselves: "the rebels announced they would", "P and Q announce that they will"."""
    tokens = sight.sentence.tokens
    verb = tokens[tokens[index].head].head if tokens[index].head >= 0 else -1
    if verb >= 0 and tokens[tokens[index].head].dep == "ccomp" and (listed := _listed(sight, verb, earlier)):
        return listed
    for mention in earlier:
        head = tokens[head_of(sight, mention)]
        several = mention.plural or mention.actors[0].kind is MentionKind.ARMED_GROUP
        if (
            several
            and head.head == verb
            and head.dep == "nsubj"
            and tokens[tokens[index].head].dep == "ccomp"
        ):
            return mention.actors
    return ()


def _listed(sight: Sight, verb: int, earlier: list[Mention]) -> tuple[Actor, ...]:
    """Several states or bodies listed as the subject of a verb."""
    tokens = sight.sentence.tokens
    subjects = {i for i, token in enumerate(tokens) if token.head == verb and token.dep == "nsubj"}
    listed = subjects | {i for i, t in enumerate(tokens) if t.dep == "conj" and t.head in subjects}
    found = [m for m in earlier if head_of(sight, m) in listed]
    bodies = all(m.actors[0].kind is not MentionKind.PERSON for m in found)
    return tuple(actor for m in found for actor in m.actors) if len(found) > 1 and bodies else ()


def faced_crowd(sight: Sight, index: int, earlier: list[Mention]) -> tuple[Actor, ...]:
    """Several told of as one in the same sentence: "cooperates with the Lebanese Armed Forces and provides them with"."""
    tokens = sight.sentence.tokens
    for mention in reversed(earlier):
        head = tokens[head_of(sight, mention)]
        if head.head == tokens[index].head or head.dep.startswith("nsubj"):
            continue  # "their officials told them": others
        if head.tag in {"NNPS", "NNS"} and mention.actors[0].kind is not MentionKind.PERSON:
            return mention.actors if mention.rule != "demonym" else ()
    return ()
