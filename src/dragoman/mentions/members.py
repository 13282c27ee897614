"""Members of a body told by their region: "Arab foreign ministers", "West African leaders"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import SIDE_RULE, read_body
from dragoman.mentions.mention import Mention
from dragoman.mentions.phrases import Sight

# Whose ministers these are when they meet; Europeans meet as too many bodies.
_BODIES = {
    ("arab",): "Arab League",
    ("islamic",): "Organisation of Islamic Cooperation",
    ("african",): "African Union",
    ("west", "african"): "ECOWAS",
    ("east", "african"): "East African Community",
    ("southern", "african"): "Southern African Development Community",
    ("southeast", "asian"): "ASEAN",
    ("south-east", "asian"): "ASEAN",
    ("south", "asian"): "SAARC",
    ("gulf",): "Gulf Cooperation Council",
    ("gulf", "arab"): "Gulf Cooperation Council",
}
# "South African ministers" are one state's, "Central African leaders" no body's.
_PARTS = frozenset({"south", "north", "central", "pan"})
_FIELDS = frozenset("foreign defence defense finance interior trade energy health economy prime".split())
_HEADS = frozenset({"ministers", "leaders", "diplomats"})


def read_members(sight: Sight, kb: KnowledgeBase, taken: set[int]) -> Iterator[Mention]:
    """The bodies whose members a sentence tells of by their region; tokens in ``taken`` are somebody's already."""
    for index in range(1, len(sight.sentence.tokens)):
        if sight.word(index) not in _HEADS or index in taken:
            continue
        last = index
        while last > 0 and sight.word(last - 1) in _FIELDS:
            last -= 1
        for length in (2, 1):
            first = last - length
            words = tuple(sight.word(at) for at in range(first, last)) if first >= 0 else ()
            body = _BODIES.get(words)
            if body is None or taken & set(range(first, index + 1)) or sight.word(first - 1) in _PARTS:
                continue
            span = sight.span(first, index + 1)
            actor = read_body(body, span, kb)
            if actor is not None:
                yield Mention(sight.sentence.index, first, index + 1, span, (actor,), SIDE_RULE, plural=True)
            break
