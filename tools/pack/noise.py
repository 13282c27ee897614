"""Copies of training sentences as headlines, agencies and feeds write them.

Letter case, curly quotes, lost accents and a missing full stop change the words, never their number,
except for the full stop.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, replace

from tools.pack.example import Example
from tools.pack.vocabulary import word_list

_STRAIGHT_TO_CURLY = {
    "'s": "’s",
    "n't": "n’t",
    "'re": "’re",
    "'ve": "’ve",
    "'ll": "’ll",
    "'d": "’d",
    "'m": "’m",
    "'": "’",
}
_KEPT_LOWER = frozenset(word_list("kept_lower"))


@dataclass(frozen=True, slots=True)
class NoiseRates:
    """Share of sentences each kind of noise falls on."""

    upper_case: float = 0.05
    title_case: float = 0.10
    curly_quotes: float = 0.35
    no_accents: float = 0.08
    no_full_stop: float = 0.10


def add_noise(example: Example, rng: random.Random, rates: NoiseRates) -> Example:
    """``example`` with some of the noise, drawn anew at each call."""
    words = list(example.words)
    if rng.random() < rates.curly_quotes:
        words = _curl(words)
    if rng.random() < rates.no_accents:
        words = [strip_accents(word) for word in words]
    draw = rng.random()
    if draw < rates.upper_case:
        words = [word.upper() for word in words]
    elif draw < rates.upper_case + rates.title_case:
        words = [
            word if word in _KEPT_LOWER and number else _capitalize(word) for number, word in enumerate(words)
        ]
    noisy = replace(example, words=tuple(words))
    return drop_full_stop(noisy) if rng.random() < rates.no_full_stop else noisy


def drop_full_stop(example: Example) -> Example:
    """``example`` without its last word if that is a full stop that heads nothing."""
    last = len(example.words)
    is_head = example.heads is not None and last in example.heads
    if last < 3 or example.words[-1] != "." or is_head:
        return example
    layers = ("words", "upos", "xpos", "heads", "relations", "names", "lemmas")
    cut = {layer: getattr(example, layer) for layer in layers}
    return replace(example, **{layer: value[:-1] for layer, value in cut.items() if value is not None})


def strip_accents(word: str) -> str:
    """``word`` with its combining marks removed.

    >>> strip_accents("Séjourné")
    'Sejourne'
    """
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)) or word


def _capitalize(word: str) -> str:
    return word[:1].upper() + word[1:]


def _curl(words: list[str]) -> list[str]:
    curled, is_open = [], False
    for word in words:
        if word in {'"', "``", "''"}:
            curled.append("”" if is_open else "“")
            is_open = not is_open
        else:
            curled.append(_STRAIGHT_TO_CURLY.get(word, word))
    return curled
