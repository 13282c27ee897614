"""Members of a body told by their region: "Arab foreign ministers", "West African leaders"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import SIDE_RULE, government, is_some, read_body
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
# Whose ministers these are where their states make up no body that meets; all of them, if so many are told.
_REGIONS = {
    ("nordic",): "Nordic countries",
    ("baltic",): "Baltic states",
    ("nordic", "and", "baltic"): "Nordic-Baltic Eight",
    ("nordic-baltic",): "Nordic-Baltic Eight",
    ("benelux",): "Benelux",
    ("visegrad",): "Visegrad Four",
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
        for length in (3, 2, 1):
            first = last - length
            words = tuple(sight.word(at) for at in range(first, last)) if first >= 0 else ()
            body, region = _BODIES.get(words), _REGIONS.get(words)
            if (
                (body or region) is None
                or taken & set(range(first, index + 1))
                or sight.word(first - 1) in _PARTS
            ):
                continue
            span = sight.span(first, index + 1)
            states = kb.region_members(region) if region is not None else ()
            if is_some(sight, first, len(states)):
                states = ()  # "two Nordic ministers"
            actor = read_body(body, span, kb) if body is not None else None
            actors = (actor,) if actor is not None else tuple(government(kb, iso3, span) for iso3 in states)
            if actors:
                yield Mention(sight.sentence.index, first, index + 1, span, actors, SIDE_RULE, plural=True)
            break
