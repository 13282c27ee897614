"""States by what they are: "the Alpine republic", "the Gulf state", "the island"; and who borders on whom."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.mentions.phrases import Sight

_COUNTRY = frozenset("country nation state republic monarchy member ally".split())
_LONGEST = 2  # words of an adjective


@dataclass(frozen=True, slots=True)
class _Kinds:
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    borders: frozenset[frozenset[str]]


@cache
def _kinds() -> _Kinds:
    raw = tomllib.loads(files("dragoman.mentions").joinpath("states_by_kind.toml").read_text("utf-8"))
    nouns, adjectives = (
        {word: frozenset(codes.split()) for word, codes in raw[table].items()}
        for table in ("nouns", "adjectives")
    )
    pairs = ((one, other) for one, codes in raw["neighbours"].items() for other in codes.split())
    return _Kinds(nouns, adjectives, frozenset(frozenset(pair) for pair in pairs))


def kind_of_state(sight: Sight, index: int) -> tuple[int, frozenset[str]] | None:
    """Where the expression starts whose noun is token ``index``, without its article, and the states it fits."""
    word = sight.word(index)
    if word in _kinds().nouns:
        return index, _kinds().nouns[word]
    if word not in _COUNTRY:
        return None
    for size in range(_LONGEST, 0, -1):
        words = " ".join(sight.word(at) for at in range(index - size, index))
        if words in _kinds().adjectives:
            return index - size, _kinds().adjectives[words]
    return None


def are_neighbours(one: str | None, other: str | None) -> bool:
    """Whether two states border on each other.

    >>> are_neighbours("DZA", "MLI"), are_neighbours("MLI", "DZA"), are_neighbours("MLI", "FRA")
    (True, True, False)
    """
    return one is not None and other is not None and frozenset((one, other)) in _kinds().borders
