"""Acronyms a text explains itself: after "the Rapid Support Forces (RSF)" every "RSF" of the article is that body.

The tables know other bodies by the same letters; what the text says of its own letters stands over them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight

_SHORTEST, _LONGEST = 2, 8
_BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP})


def settle_acronyms(sights: Sequence[Sight], mentions: list[list[Mention]]) -> list[list[Mention]]:
    """The mentions, with each acronym standing for the body whose full name it follows in brackets."""
    meant: dict[str, Actor] = {}
    for sight, found in zip(sights, mentions, strict=True):
        for mention in found:
            letters = _letters_behind(sight, mention)
            if letters is not None:
                meant.setdefault(letters, mention.actors[0])
    if not meant:
        return mentions
    return [
        [_settled(sight, mention, meant) for mention in found]
        for sight, found in zip(sights, mentions, strict=True)
    ]


def _letters_behind(sight: Sight, mention: Mention) -> str | None:
    """The acronym in brackets behind the full name of a body."""
    tokens = sight.sentence.tokens
    if len(mention.actors) != 1 or mention.actors[0].kind not in _BODIES or mention.last + 2 >= len(tokens):
        return None
    opening, letters, closing = (token.text for token in tokens[mention.last : mention.last + 3])
    if opening != "(" or closing != ")" or not _is_acronym(letters):
        return None
    initials = "".join(token.text[:1] for token in tokens[mention.first : mention.last])
    return letters if letters[0] in initials else None


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and _SHORTEST <= len(word) <= _LONGEST


def _settled(sight: Sight, mention: Mention, meant: dict[str, Actor]) -> Mention:
    words = [token.text for token in sight.sentence.tokens[mention.first : mention.last]]
    known = [meant[word] for word in words if word in meant]
    if len(known) != 1 or len(mention.actors) != 1 or mention.actors[0].kind not in _BODIES:
        return mention
    if len([word for word in words if word.lower() != "the"]) > 1 or mention.actors[0].key == known[0].key:
        return mention
    return dataclasses.replace(mention, actors=(known[0],), rule=f"{known[0].kind} name")
