"""Addressees: whom a speaker of a transcript says "you" to: "Thank you, Tony", "we are grateful to you and your government".

It is whom the sentence calls by name, else the one speaker of another side, as long as the press has asked nothing.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.mentions.linking import fold_name
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.turns import Turns

YOU = frozenset({"you", "your"})
# "you all", "all of you", "you guys": the room.
_ROOM = frozenset("all both guys folks everyone everybody ladies each many some".split())
# "your question": the press's.
_ASKED = frozenset("question questions patience attention".split())
_FACING = ("obj", "iobj", "obl", "nmod", "conj")
_ENDS = frozenset({",", ".", "!", ";", ":", "–", "—", "-", ""})
# What people are called who are written otherwise.
_CALLED = {
    "tony": "antony",
    "joe": "joseph",
    "jim": "james",
    "mike": "michael",
    "bob": "robert",
    "bill": "william",
    "tom": "thomas",
    "dan": "daniel",
    "dave": "david",
    "ben": "benjamin",
    "liz": "elizabeth",
    "chris": "christopher",
}


def addressed(sight: Sight, index: int, before: list[Mention], turns: Turns) -> tuple[Actor, ...]:
    """Whom "you" or "your" at a token stands for; nobody where it is the room, the press or anybody."""
    at = sight.sentence.span.start
    speaking = turns.at(at)
    if not speaking or len(speaking) > 1 or not sight.sentence.tokens[index].dep.startswith(_FACING):
        return ()
    if sight.word(index + 1) in _ROOM | _ASKED or (
        sight.word(index - 1) == "of" and sight.word(index - 2) in _ROOM
    ):
        return ()
    called = {m.actors[0] for m in before if _is_called(sight, m) and m.actors[0].key != speaking[0].key}
    if called:
        return tuple(called) if len(called) == 1 else ()
    return turns.faced(at)


def _is_called(sight: Sight, mention: Mention) -> bool:
    """Whether somebody is called by name: "Minister Vell, thank you", "thank you, Anna"."""
    person = len(mention.actors) == 1 and mention.actors[0].kind is MentionKind.PERSON
    person = person and (mention.actors[0].country is not None or mention.actors[0].serves_body)
    opens = mention.first == 0 or sight.word(mention.first - 1) in _ENDS
    return person and opens and sight.word(mention.last) in _ENDS


def settle_given_names(direct: list[list[Mention]], turns: Turns, source: str) -> list[list[Mention]]:
    """The mentions, with a speaker's given name alone as the speaker's ("Thank you, Tony")."""
    given: dict[str, set[Actor]] = {}
    for speaker in turns.officials:
        for word in fold_name(speaker.name or "")[:-1]:
            given.setdefault(word, set()).add(speaker)
    if not given:
        return direct
    return [[_as_speaker(mention, given, source) for mention in found] for found in direct]


def _as_speaker(mention: Mention, given: dict[str, set[Actor]], source: str) -> Mention:
    words = fold_name(mention.span.of(source)) if mention.rule == "name" else ()
    if len(words) != 1:
        return mention
    meant = given.get(words[0], set()) | given.get(_CALLED.get(words[0], ""), set())
    return replace(mention, actors=tuple(meant)) if len(meant) == 1 else mention
