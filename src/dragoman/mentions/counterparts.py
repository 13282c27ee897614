"""Counterparts with a name of their own: "her Norwegian counterpart(,) Karl Marr" holds the office of whoever is before.

A name that the tables know needs no such help: who held the office on the day says more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import head_of

if TYPE_CHECKING:
    from dragoman.mentions.people import PersonRead

COUNTERPART = "counterpart"
COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "colleagues"})


def counterpart_before(sight: Sight, source: str, kb: KnowledgeBase, first: int) -> int | None:
    """The word "counterpart" before an unknown name that starts at token ``first``, with or without a comma."""
    position = first - 2 if sight.word(first - 1) == "," else first - 1
    if position <= 0 or sight.word(position) not in COUNTERPARTS:
        return None
    name = sight.starting(first, "PER")
    known = name is not None and kb.find_people(sight.text(first, name.last, source))
    return None if known else position


def with_shared_title(read: PersonRead, others: Sequence[PersonRead]) -> PersonRead:
    """A counterpart's reading with the office of the person read before it."""
    if read.title is None or read.title.text != COUNTERPART:
        return read
    owners = [one.title for one in others if one.first < read.first and one.title not in {None, read.title}]
    owner = owners[-1] if owners else None
    return replace(read, title=None if owner is None else replace(owner, span=read.title.span))


def owner_ahead(sight: Sight, index: int, mentions: Sequence[Mention]) -> Actor | None:
    """Whose counterpart stands before the subject: "besides talks with his Iranian counterpart, A will …"."""
    tokens = sight.sentence.tokens
    for mention in mentions:
        head = tokens[head_of(sight, mention)]
        person = mention.actors[0].kind is MentionKind.PERSON
        if mention.first <= index or head.dep != "nsubj" or not person:
            continue
        node = index
        while node >= 0 and node != head.head:
            node = tokens[node].head
        return mention.actors[0] if node == head.head else None
    return None
