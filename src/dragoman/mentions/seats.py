"""Seats: officials told by the capital they speak from: "officials in Ankara", "the army in Rawalpindi".

"The embassy in Tokyo" is that of the other side told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import SIDE_RULE, government, read_seat
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.salience import AHEAD, REACH, side_told
from dragoman.mentions.story import Story

# Those who speak for the capital they sit in; ministers and diplomats there may be other countries'.
_SEATED = frozenset(
    "official officials government authorities ministry leadership negotiators military army navy "
    "generals lawmakers parliament rulers politicians conservatives hardliners administration presidency decision-makers "
    "policymakers spokesman spokeswoman spokesperson".split()
)
_SOURCES = frozenset({"source", "sources"})
_HEADS = _SEATED | _SOURCES
_OFFICIAL = frozenset({"diplomatic", "government", "official", "security", "military", "senior", "ministry"})
_SENT = frozenset({"embassy", "consulate", "mission"})
_STRANGERS = frozenset(
    {"western", "european", "foreign", "visiting", "un", "arab", "african", "allied", "resident"}
)


def read_seated(sight: Sight, index: int, story: Story, source: str, kb: KnowledgeBase) -> Mention | None:
    """Whose officials those are whose head noun is token ``index``."""
    word = sight.word(index)
    if word in _SENT and sight.word(index - 1) == "the" and sight.word(index + 1) == "in":
        return _sender(sight, index, story, source, kb)
    if word not in _HEADS or sight.word(index + 1) not in {"in", "from"}:
        return None
    first = index
    while first > 0 and sight.sentence.tokens[first - 1].pos in {"ADJ", "NOUN", "ADV", "DET", "NUM"}:
        first -= 1
    words = {sight.word(at) for at in range(first, index)}
    if words & _STRANGERS or (word in _SOURCES and not words & _OFFICIAL):
        return None
    actors = tuple(_seats(sight, index + 2, source, kb))
    if not actors:
        return None
    plural = len(actors) > 1 or sight.sentence.tokens[index].tag == "NNS"
    return replace(mention_of(sight, first, index + 1, actors, SIDE_RULE), plural=plural)


def _sender(sight: Sight, index: int, story: Story, source: str, kb: KnowledgeBase) -> Mention | None:
    """Whose embassy it is that stands in a capital named behind it."""
    found = _seat(sight, index + 2, source, kb)
    if found is None:
        return None
    host = found[0].country
    sender = side_told(
        story.told.tellings,
        sight.sentence.index,
        lambda actor: actor.country not in {None, host} and actor.kind is not MentionKind.ARMED_GROUP,
        reach=REACH,
        ahead=AHEAD,
    )
    if sender is None or sender.country is None:
        return None
    state = government(kb, sender.country, sight.span(index - 1, index + 1))
    return mention_of(sight, index - 1, index + 1, (state,), SIDE_RULE)


def _seats(sight: Sight, position: int, source: str, kb: KnowledgeBase) -> Iterator[Actor]:
    """Whose capitals are listed from a token on: "in Ankara", "from Kyiv and Moscow"."""
    while (found := _seat(sight, position, source, kb)) is not None:
        actor, position = found
        yield actor
        if sight.word(position) not in {",", "and"}:
            return
        while sight.word(position) in {",", "and"}:
            position += 1


def _seat(sight: Sight, first: int, source: str, kb: KnowledgeBase) -> tuple[Actor, int] | None:
    """Whose capital is named at token ``first``, and where its name ends; "Brussels" is the European Union's."""
    phrase = sight.starting(first, "LOC", "metonym", "ORG", "country")
    if phrase is None:
        return None
    text = sight.text(phrase.first, phrase.last, source)
    span = sight.span(phrase.first, phrase.last)
    metonym = kb.metonym_country(text)
    seated = government(kb, metonym.iso3, span) if metonym is not None and text != "Brussels" else None
    seated = seated or read_seat(text, span, kb)
    return (seated, phrase.last) if seated is not None else None
