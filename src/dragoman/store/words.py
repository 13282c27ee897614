"""Text as the search index holds it: folded words, and pairs of characters where a script writes no spaces.

The same preparation is applied to what is stored and to what is asked for, so that SQLite and PostgreSQL find the same
and no sign a user types can be taken for an operator.

>>> searchable("Çavuşoğlu's visit to 東京都")
'cavusoglu s visit to 東京 京都'
>>> parse_search('"foreign minister" par*')
(Term(words=('foreign', 'minister'), prefix=False), Term(words=('par',), prefix=True))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.knowledge.names import fold, split_words

MAX_SEARCHABLE = 400_000
"""Characters of an article that can be searched: PostgreSQL's tsvector may hold 1 MB, folded words and places."""

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters: written without spaces between words."""
_ASKED = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
MAX_TERMS = 32


@dataclass(frozen=True, slots=True)
class Term:
    """Words that have to stand one after the other; with ``prefix`` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


def searchable(text: str) -> str:
    """The words of a text as the index holds them, with spaces between."""
    return " ".join(_words(text[:MAX_SEARCHABLE]))


def parse_search(text: str) -> tuple[Term, ...]:
    """What a person typed, as terms that all have to be found."""
    terms = []
    for match in _ASKED.finditer(text):
        asked = match["phrase"] if match["word"] is None else match["word"]
        words = tuple(_words(asked))
        if words:
            terms.append(Term(words, prefix=match["word"] is not None and asked.endswith("*")))
    return tuple(terms[:MAX_TERMS])


def _words(text: str) -> Iterator[str]:
    folded = fold_text(text)
    words = split_words(folded)
    is_spaced = folded.isascii() or _UNSPACED.search(folded) is None
    return iter(words) if is_spaced else _spaced(words)


def _spaced(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        last = 0
        for unspaced in _UNSPACED.finditer(word):
            if unspaced.start() > last:
                yield word[last : unspaced.start()]
            yield from _pairs(unspaced.group())
            last = unspaced.end()
        if last < len(word):
            yield word[last:]


def _pairs(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    for start in range(len(run) - 1):
        yield run[start : start + 2]


def fold_text(text: str) -> str:
    """A whole text without case and accents; names are folded with a memory, texts are not worth one."""
    return fold.__wrapped__(text)
