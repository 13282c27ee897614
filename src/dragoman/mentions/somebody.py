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
_STRANGERS = frozenset(
    "source analyst expert witness resident professor journalist reporter man woman soldier activist lawyer aide "
    "businessman student survivor mayor governor correspondent observer scholar adviser advisor singer actor actress author "
    "writer doctor driver pilot teacher priest coach player executive founder victim suspect judge".split()
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
    at = _subject(sight, _STRANGERS | _OFFICIALS)
    if at is None:
        return False, None
    mention = next((m for m in mentions if m.first <= at < m.last), None)
    if mention is None:
        return True, None
    own = len(mention.actors) == 1 and mention.actors[0].kind is not MentionKind.PERSON
    official = sight.sentence.tokens[at].lemma.lower() in _OFFICIALS
    return own, mention.actors[0] if own and official else None


def is_of_stranger(sight: Sight, index: int, mentions: list[Mention]) -> bool:
    """Whether one person, no official and not named, is the subject before a pronoun: "A singer said she"."""
    at = _subject(sight, _STRANGERS)
    return at is not None and at < index and not any(m.first <= at < m.last for m in mentions)


def _subject(sight: Sight, nouns: frozenset[str]) -> int | None:
    """The subject of the main clause, if it is one of some nouns in the singular."""
    tokens = sight.sentence.tokens
    for at, token in enumerate(tokens):
        main = token.dep == "nsubj" and token.head >= 0 and tokens[token.head].dep == "root"
        if main and token.tag == "NN" and token.lemma.lower() in nouns:
            return at
    return None
