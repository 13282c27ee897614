"""Counterparts with a name of their own: "her Norwegian counterpart(,) Karl Marr" holds the office of whoever is before.

A name that the tables know needs no such help: who held the office on the day says more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.phrases import Sight

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
