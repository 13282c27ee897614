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
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

MAX_SUBWORDS = 512
"""Positions the encoder knows, the two special ones included."""
_REMEMBERED = 1 << 15  # words


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
    return [_encode_one(tokenizer, words) for words in sentences]


# Words one by one, since the tokenizer looks at no neighbours and most words come again; encode_batch would start
# threads of its own, which worker processes forked later would trip over.
@lru_cache(maxsize=_REMEMBERED)
def _subwords(tokenizer: Tokenizer, word: str) -> tuple[tuple[int, ...], Case]:
    straight = word.replace("’", "'").replace("‘", "'")
    encoding = tokenizer.encode([straight], is_pretokenized=True, add_special_tokens=False)
    return tuple(encoding.ids), case_of(word)


@cache
def _frame(tokenizer: Tokenizer) -> tuple[int, int]:
    """The special subwords at both ends of every sentence."""
    opening, closing = tokenizer.encode("").ids
    return opening, closing


def _encode_one(tokenizer: Tokenizer, words: Sequence[str]) -> Encoded:
    opening, closing = _frame(tokenizer)
    ids, case, first = [opening], [Case.SPECIAL], [0]
    for word in words:
        subwords, shape = _subwords(tokenizer, word)
        first.append(len(ids) if subwords and len(ids) < MAX_SUBWORDS else 0)
        ids.extend(subwords)
        case.extend([shape] * len(subwords))
    kept = slice(MAX_SUBWORDS)
    arrays = ([*ids, closing][kept], [*case, Case.SPECIAL][kept], first)
    return Encoded(*(np.array(numbers, np.int64) for numbers in arrays))
