"""Somebody: officials without a name whom the next sentence calls "he", and strangers whom it calls so as well.

"An Iranian official said … He warned Israel" is Iran; "A witness said … He saw …" is nobody this article names.
"""

from __future__ import annotations

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight

_OFFICIALS = frozenset(
    "official spokesman spokeswoman spokesperson diplomat ambassador envoy minister negotiator representative "
    "commander lawmaker senator".split()
)
_STRANGERS = _OFFICIALS | frozenset(
    "source analyst expert witness resident professor journalist reporter man woman soldier activist lawyer aide "
    "businessman student survivor mayor governor correspondent observer scholar adviser advisor".split()
)


def is_of_spokesperson(sight: Sight, index: int, mentions: list[Mention]) -> bool:
    """ "spokesman X of the movement said it had struck": "it" is whom X speaks for, not the state told of before."""
    tokens = sight.sentence.tokens
    verb = tokens[index].head
    saying = tokens[verb].head if verb >= 0 and tokens[verb].dep == "ccomp" else -1
    return any(
        tokens[at].head == saying >= 0 and tokens[at].dep == "nsubj" and _speaks_for_others(mention)
        for mention in mentions
        for at in range(mention.first, mention.last)
    )


def _speaks_for_others(mention: Mention) -> bool:
    return any((actor.role or "") in {"spokesperson", "press-secretary"} for actor in mention.actors)


def unnamed_subject(sight: Sight, mentions: list[Mention]) -> tuple[bool, Actor | None]:
    """Whether the main clause's subject is one person without a name, and for whom that person acts, if told."""
    tokens = sight.sentence.tokens
    for at, token in enumerate(tokens):
        main = token.dep == "nsubj" and token.head >= 0 and tokens[token.head].dep == "root"
        if not main or token.tag != "NN" or token.lemma.lower() not in _STRANGERS:
            continue
        mention = next((m for m in mentions if m.first <= at < m.last), None)
        if mention is None:
            return True, None
        own = len(mention.actors) == 1 and mention.actors[0].kind is not MentionKind.PERSON
        return own, mention.actors[0] if own and token.lemma.lower() in _OFFICIALS else None
    return False, None
