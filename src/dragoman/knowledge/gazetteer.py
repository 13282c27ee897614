"""All surface forms of the tables in one phrase matcher: countries, demonyms, organisations, conferences, titles.

The longest form wins. Forms that are also common words, first names or other places ("us", "who", "Chad", "Turkey"
the bird) count only in their own case.

>>> from dragoman.knowledge.lookup import KnowledgeBase
>>> gazetteer = KnowledgeBase.open().gazetteer()
>>> gazetteer.match_phrases("the French Foreign Minister told us in Türkiye".split())
[(1, 1, ('demonym',)), (2, 3, ('office_title',)), (7, 7, ('country',))]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman.knowledge.names import fold

#: Kinds a phrase can have; a phrase may have several ("Congolese", "Washington").
KINDS = (
    "country",
    "demonym",
    "metonym",
    "region",
    "organization",
    "armed_group",
    "conference",
    "instrument",
    "office_title",
)

_REMEMBERED = 1024
_JOINERS = frozenset(("of", "for", "and", "the", "de", "&"))


class Gazetteer:
    """A dictionary of phrases by their words."""

    def __init__(self, forms: Iterable[tuple[str, str, bool]]) -> None:
        """Args: forms as ``(phrase, kind, exact)``; an exact phrase is matched with its case."""
        self._exact: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, tuple[str, ...]] = {}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        # A sentence is asked about when it is let through to the network and again when it is read.
        self._matched = lru_cache(maxsize=_REMEMBERED)(self._match)
        for phrase, kind, exact in forms:
            words = phrase.split()
            if not words:
                continue
            index = self._exact if exact else self._folded
            key = " ".join(words) if exact else fold(" ".join(words))
            if kind not in index.get(key, ()):
                index[key] = (*index.get(key, ()), kind)
            lengths[fold(words[0])].add(len(words))
        # Of the phrases that begin with a word how long they are, the longest first.
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def __len__(self) -> int:
        return len(self._exact) + len(self._folded)

    def __iter__(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from self._exact.items()
        yield from self._folded.items()

    def kinds_of(self, phrase: str) -> tuple[str, ...]:
        """The kinds a phrase has; empty if it is in no table."""
        exact = self._exact.get(phrase, ())
        return exact + tuple(kind for kind in self._folded.get(fold(phrase), ()) if kind not in exact)

    def match_phrases(self, words: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
        """The phrases in a sequence of words, left to right, without overlaps.

        Returns:
            ``(first, last, kinds)`` per phrase, where ``last`` is the index of its last word (included).
        """
        return list(self._matched(tuple(words)))

    def _match(self, words: tuple[str, ...]) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        found: list[tuple[int, int, tuple[str, ...]]] = []
        position = 0
        while position < len(words):
            if fold(words[position]) not in self._lengths:
                position += 1  # most words
                continue
            phrase = self._longest_at(words, position)
            if phrase is not None and fold(words[position]) == "the":
                bare = self._longest_at(words, position + 1)
                if bare is not None and bare[1] > phrase[1]:
                    phrase = (
                        bare  # "The United Nations" begins another name: "Security Council" belongs to it
                    )
            if phrase is not None:
                found.append(phrase)
                position = phrase[1]
            position += 1
        return tuple(found)

    def _longest_at(self, words: tuple[str, ...], position: int) -> tuple[int, int, tuple[str, ...]] | None:
        """The longest phrase that begins at a word."""
        if position >= len(words):
            return None
        for length in self._lengths.get(fold(words[position]), ()):
            if position + length > len(words):
                continue
            kinds = self.kinds_of(" ".join(words[position : position + length]))
            if kinds:
                last = position + length - 1
                return position, _extend_title(words, last) if kinds == ("office_title",) else last, kinds
        return None


def _extend_title(words: Sequence[str], last: int) -> int:
    """``Minister`` + ``for Trade and Climate``: capitalised portfolio words belong to the title."""
    if fold(words[last]) not in ("minister", "secretary") or last + 2 >= len(words):
        return last
    if words[last + 1] not in ("of", "for") or words[last + 1 : last + 3] == ["of", "the"]:
        return last
    end, position = last, last + 1
    while position < len(words) and (words[position] in _JOINERS or words[position][:1].isupper()):
        if words[position] not in _JOINERS:
            end = position
        position += 1
    return end
