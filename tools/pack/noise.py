"""Copies of training sentences as headlines, agencies and feeds write them.

Letter case, curly quotes, lost accents and a missing full stop change the words, never their number,
except for the full stop. Two sentences become one where the end of the first was lost.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, replace

from tools.pack.example import IGNORED, Example
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
    joined: float = 0.03


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


def join_sentences(first: Example, second: Example) -> Example | None:
    """The two as one sentence, the second hung on the first; None where they do not have the same layers.

    >>> left = Example("e", ("They", "met"), heads=(2, 0), relations=("nsubj", "root"))
    >>> right = Example("e", ("She", "left", "."), heads=(2, 0, 2), relations=("nsubj", "root", "punct"))
    >>> joined = join_sentences(left, right)
    >>> joined.words, joined.heads, joined.relations[3]
    (('They', 'met', 'She', 'left', '.'), (2, 0, 4, 2, 4), 'parataxis')
    """
    layers = ("words", "upos", "xpos", "relations", "names", "lemmas")
    pairs = {layer: (getattr(first, layer), getattr(second, layer)) for layer in (*layers, "heads")}
    if any((left is None) != (right is None) for left, right in pairs.values()):
        return None
    joined = {layer: left + right for layer, (left, right) in pairs.items() if left is not None}
    if first.heads is not None and second.heads is not None:
        if 0 not in first.heads or 0 not in second.heads:
            return None
        shift, root = len(first.words), first.heads.index(0) + 1
        joined["heads"] = first.heads + tuple(
            root if head == 0 else head if head == IGNORED else head + shift for head in second.heads
        )
        relations = list(joined["relations"])
        relations[shift + second.heads.index(0)] = "parataxis"
        joined["relations"] = tuple(relations)
    return replace(first, **joined)


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
