"""Coordination: a finite verb is never coordinated with an infinitive.

In "warned P that it would respond, and thanked Q" the thanking is listed with the warning, whatever the parser prefers.
"""

from __future__ import annotations

from collections.abc import Sequence

_FINITE = frozenset({"VBD", "VBZ"})
_GOVERNING = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_INFINITIVES = frozenset({"MD", "TO"})


def hang_higher(heads: Sequence[int], relations: Sequence[str], tags: Sequence[str]) -> list[int]:
    """The heads (0 the root, words from 1) with finite verbs moved from an infinitive to the finite verb above it.

    >>> hang_higher([0, 4, 4, 1, 4], ["root", "nsubj", "aux", "ccomp", "conj"], ["VBD", "PRP", "MD", "VB", "VBD"])
    [0, 4, 4, 1, 1]
    """
    moved = list(heads)
    for at, (head, relation, tag) in enumerate(zip(heads, relations, tags, strict=True)):
        if head == 0 or relation != "conj" or tag not in _FINITE or tags[head - 1] != "VB":
            continue
        if not any(heads[i] == head and tags[i] in _BEFORE_INFINITIVES for i in range(head - 1)):
            continue
        above = heads[head - 1]
        while above > 0 and tags[above - 1] not in _GOVERNING:
            above = heads[above - 1]
        if 0 < above <= at:
            moved[at] = above
    return moved
