"""Words to the numbers the tagger's network reads: subword ids, letter case, first subword of each word.

Training and tagging share this module, so they cannot drift apart. The vocabulary is uncased; ``case_of``
gives the network back what lower-casing takes away.

>>> [case_of(word).name for word in ("the", "Paris", "NATO", "McCain", "2024")]
['LOWER', 'TITLE', 'UPPER', 'MIXED', 'NO_LETTER']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

MAX_SUBWORDS = 512
"""Positions the encoder knows, the two special ones included."""


class Case(IntEnum):
    """Letter case of a word; ``SPECIAL`` marks the positions that are no word."""

    SPECIAL = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    NO_LETTER = 5


def case_of(word: str) -> Case:
    """The letter case of ``word``; a single capital counts as title case."""
    if not any(letter.isalpha() for letter in word):
        return Case.NO_LETTER
    if word.islower():
        return Case.LOWER
    if len(word) > 1 and word.isupper():
        return Case.UPPER
    if word[0].isupper() and not any(letter.isupper() for letter in word[1:]):
        return Case.TITLE
    return Case.MIXED


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence as numbers.

    ``ids`` and ``case`` have one entry per subword, the two special positions included. ``first`` has one entry
    per word plus the root at position 0: the subword each word starts with, 0 where the sentence was too long.
    """

    ids: Ints
    case: Ints
    first: Ints

    @property
    def words(self) -> int:
        """How many words the sentence has, the root left out."""
        return len(self.first) - 1


def encode(tokenizer: Tokenizer, sentences: Sequence[Sequence[str]]) -> list[Encoded]:
    """Every sentence, given as its words, as numbers. Curly apostrophes are read as straight ones."""
    # One by one: encode_batch starts threads of its own, which worker processes forked later would trip over.
    return [_encode_one(tokenizer, words) for words in sentences]


def _straighten(word: str) -> str:
    return word.replace("’", "'").replace("‘", "'")


def _encode_one(tokenizer: Tokenizer, words: Sequence[str]) -> Encoded:
    encoding = tokenizer.encode([_straighten(word) for word in words], is_pretokenized=True)
    ids = encoding.ids[:MAX_SUBWORDS]
    first = np.zeros(len(words) + 1, np.int64)
    case = np.zeros(len(ids), np.int64)
    last: int | None = None
    for position, word in enumerate(encoding.word_ids[:MAX_SUBWORDS]):
        if word is None:
            continue
        if word != last:
            first[word + 1] = position
            last = word
        case[position] = case_of(words[word])
    return Encoded(np.array(ids, np.int64), case, first)
