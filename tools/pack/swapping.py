"""Copies of the written sentences with other people, countries and cities in them.

A network that sees a name twenty times learns the name; one that sees twenty names in its place learns the place.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dragoman.language.words import split_words
from tools.pack import gazetteer
from tools.pack.example import Example
from tools.pack.templates import is_plain_name, surname_of


def swap_names(examples: Iterable[Example], copies: int, seed: int) -> Iterator[Example]:
    """``copies`` of every example that has names, people, countries, capitals and peoples exchanged."""
    rng = random.Random(seed)
    chooser = _Chooser(rng)
    for example in examples:
        if example.names is not None and any(tag.startswith("B-") for tag in example.names):
            for _ in range(copies):
                yield _swapped(example, chooser, rng)


class _Chooser:
    """Draws a name of the same kind; the same name gets the same replacement within a sentence."""

    def __init__(self, rng: random.Random) -> None:
        countries = [country for country in gazetteer.countries() if country.adjectives and country.capital]
        self._pools = [
            ("LOC", sorted(country.name for country in countries)),
            ("LOC", sorted(country.capital for country in countries)),
            ("NORP", sorted(country.adjectives[0] for country in countries)),
        ]
        self._people = sorted({name for name, _, _ in gazetteer.officeholders() if is_plain_name(name)})
        self._rng = rng

    def other(self, name: str, label: str) -> str | None:
        """Another name, or None where nothing of the same kind is known."""
        if label == "PER":
            person = self._rng.choice(self._people)
            drawn = person if " " in name else surname_of(person)
            return drawn.upper() if name.isupper() else drawn
        for kind, pool in self._pools:
            if label == kind and name in pool:
                return self._rng.choice(pool)
        return None


def _swapped(example: Example, chooser: _Chooser, rng: random.Random) -> Example:
    assert example.names is not None
    words: list[str] = []
    names: list[str] = []
    position = 0
    while position < len(example.words):
        end = position + 1
        label = example.names[position][2:]
        while end < len(example.words) and example.names[end] == f"I-{label}" and label:
            end += 1
        replaced = (
            _replacement(example.words[position:end], label, chooser.other) if rng.random() < 0.8 else None
        )
        if example.names[position].startswith("B-") and replaced:
            words += replaced
            names += [f"B-{label}", *[f"I-{label}"] * (len(replaced) - 1)]
        else:
            words += example.words[position:end]
            names += example.names[position:end]
        position = end
    return replace(example, source="swapped", words=tuple(words), names=tuple(names))


def _replacement(
    words: tuple[str, ...], label: str, other: Callable[[str, str], str | None]
) -> list[str] | None:
    drawn = other(" ".join(words), label)
    return [span.of(drawn) for span in split_words(drawn)] if drawn else None
