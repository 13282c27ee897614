"""Cataphora: "his" before the name it stands for ("During his visit to P, X called on Q"), and asides ("he said").

A pronoun in a phrase that opens the sentence is whoever its verb then tells of.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.counterparts import owner_ahead
from dragoman.mentions.mention import Actor, Mention
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import head_of

_OPENING = frozenset("during in on at after before following upon throughout amid ahead prior".split())
# "At his invitation, X will visit P", "in his honour": somebody else's.
_OTHERS = frozenset("invitation honour honor request behest side place stead presence absence name".split())


def named_behind(sight: Sight, index: int, mentions: Sequence[Mention]) -> Actor | None:
    """Whose the thing is with whose owner a sentence opens: the person whom its verb tells of.

    "During his visit to Ruritania on Sunday, Aalto called on …": Aalto's.
    """
    return owner_ahead(sight, index, mentions) if _opens(sight, index) else None


def _opens(sight: Sight, index: int) -> bool:
    """Whether a pronoun owns the thing that the sentence opens with."""
    tokens = sight.sentence.tokens
    opens = 0 < index <= 2 and tokens[index].dep == "nmod:poss" and sight.word(0) in _OPENING
    return opens and tokens[tokens[index].head].lemma.lower() not in _OTHERS


def several_behind(sight: Sight, index: int, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Who "they" are of "After their talks in Zenda, Aalto and Vell signed …": those listed as its subject."""
    first = owner_ahead(sight, index, mentions) if _opens(sight, index) else None
    if first is None:
        return ()
    told = next(m for m in mentions if m.first > index and first in m.actors)
    head = head_of(sight, told)
    listed = [
        m.actors[0]
        for m in mentions
        if (token := sight.sentence.tokens[head_of(sight, m)]).dep == "conj" and token.head == head
    ]
    return (first, *listed) if listed else ()


def is_parenthetical(sight: Sight, index: int) -> bool:
    """Whether a pronoun speaks in an aside of two words: ", he said,"."""
    tokens = sight.sentence.tokens
    verb = tokens[index].head
    aside = tokens[index].dep == "nsubj" and verb == index + 1 and tokens[verb].dep == "parataxis"
    return aside and sight.word(index - 1) == "," and sight.word(verb + 1) == ","
