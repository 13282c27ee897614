"""A body by its short name: "the Council" in a release of the European Union, "the Agency" in one of the IAEA."""

from __future__ import annotations

import re

from dragoman.knowledge.entity import Organization
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight

# Words of their own by which bodies are known that a text does not name in full.
_OWN_WORDS = {
    "org:eu": re.compile(
        r"\b(?:High Representative|Commission President|Commissioner for|European (?:Parliament|Commissioners?)"
        r"|intergovernmental conference|accession (?:talks|negotiations)|enlargement package)\b"
    ),
    "org:consilium": re.compile(r"\brestrictive measures\b|\bcommon foreign and security policy\b"),
    "org:ec": re.compile(r"\bmacro-financial\b|\bcohesion funds?\b|\bCommission spokes"),
}


def named_organizations(direct: list[list[Mention]], source: str = "") -> frozenset[str]:
    """Ids of the organisations an article names in full, or by words that are theirs alone."""
    implied = {body for body, words in _OWN_WORDS.items() if words.search(source) is not None}
    return frozenset(implied) | frozenset(
        actor.entity_id
        for mentions in direct
        for mention in mentions
        for actor in mention.actors
        if actor.kind is MentionKind.ORGANIZATION and actor.entity_id is not None
    )


def read_short_name(sight: Sight, index: int, kb: KnowledgeBase, named: frozenset[str]) -> Mention | None:
    """The body that "the Council" stands for: the one the article named, else the one of an organisation it named.

    Where two would do, nobody is meant for sure.
    """
    token = sight.sentence.tokens[index]
    if not token.text[:1].isupper() or sight.word(index - 1) != "the" or _goes_on(sight, index):
        return None
    called = kb.bodies_called(token.text)
    fitting = [body for body in called if body.org_id in named]
    fitting = fitting or [body for body in called if body.parent in named]
    if len(fitting) != 1:
        return None
    actor = _actor(fitting[0], sight, index)
    return Mention(
        sight.sentence.index, index, index + 1, sight.span(index, index + 1), (actor,), "short name of a body"
    )


def _goes_on(sight: Sight, index: int) -> bool:
    """Whether the word is part of a longer name: "the Council of Ministers", "the Commission President"."""
    tokens = sight.sentence.tokens
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return following in {"of", "for", "on"} or following[:1].isupper()


def _actor(body: Organization, sight: Sight, index: int) -> Actor:
    return Actor(
        MentionKind.ORGANIZATION,
        body.name,
        body.name,
        body.org_id,
        None,
        None,
        named_at=(sight.span(index, index + 1),),
        confidence=0.8,
        reason="the short name of a body whose organisation the article names",
    )
