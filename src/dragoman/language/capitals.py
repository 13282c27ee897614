"""Capitals: sentences all in capitals, such as headlines, spelled as their page spells the words elsewhere.

Neither the network nor the tables tell names from other words where all letters are large. The spans of the tokens stay, so
what is cited is the page's own spelling.

>>> known = {"boots", "out", "envoy", "over"}.__contains__
>>> respelled("MALI BOOTS OUT FRENCH ENVOY OVER US RAID".split(), {"raid": "raid"}, known)
['Mali', 'boots', 'out', 'French', 'envoy', 'over', 'US', 'raid']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.language import misread
from dragoman.language.document import Document, Sentence

_FEWEST = 3
"""Words from which on a sentence in capitals is more than an abbreviation or a name."""
_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf8"))
_WORDS = frozenset(_TABLES["words"].split()) | misread.VERBS
_NAMES = frozenset(_TABLES["names"].split())
_INITIALS = frozenset(_TABLES["initials"].split())


def without_capitals(doc: Document, only: Collection[int] | None, knows: Callable[[str], bool]) -> Document:
    """``doc`` with those of its sentences in ``only`` that are in capitals respelled.

    Args:
        doc: a segmented document.
        only: indexes of sentences, or None for all.
        knows: whether a word in small letters is in the dictionary, and so is no name.
    """
    source = doc.article.text
    loud = {sent.index for sent in doc.sentences if sent.span.of(source).isupper()}
    chosen = {index for index in loud if (only is None or index in only) and _is_long(doc.sentences[index])}
    if not chosen:
        return doc
    seen = _spellings(sent for sent in doc.sentences if sent.index not in loud)
    sentences = (_quiet(sent, seen, knows) if sent.index in chosen else sent for sent in doc.sentences)
    return replace(doc, sentences=tuple(sentences))


def respelled(words: Sequence[str], seen: Mapping[str, str], knows: Callable[[str], bool]) -> list[str]:
    """Words in capitals as they are spelled elsewhere (``seen``, by small letters); else what is no word is a name."""
    return [_respelled(word, seen, knows, first=index == 0) for index, word in enumerate(words)]


def _respelled(word: str, seen: Mapping[str, str], knows: Callable[[str], bool], *, first: bool) -> str:
    small = word.lower()
    spelling = seen.get(small)
    if spelling is None:
        spelling = _spelling(word, small, knows)
    return spelling[:1].upper() + spelling[1:] if first else spelling


def _spelling(word: str, small: str, knows: Callable[[str], bool]) -> str:
    if word in _INITIALS or not small.isalpha():
        return small if _CLITIC.fullmatch(small) else word
    if small in _WORDS or small.removesuffix("s") in misread.VERBS:
        return small
    if small in _NAMES or not knows(small):
        return small.capitalize() if _VOWEL.search(small) else word
    return small


_VOWEL = re.compile(r"[aeiouy]")
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))")


def _is_long(sent: Sentence) -> bool:
    return sum(len(token.text) > 1 and token.text.isalpha() for token in sent.tokens) >= _FEWEST


def _quiet(sent: Sentence, seen: Mapping[str, str], knows: Callable[[str], bool]) -> Sentence:
    words = respelled([token.text for token in sent.tokens], seen, knows)
    tokens = (replace(token, text=word) for token, word in zip(sent.tokens, words, strict=True))
    return replace(sent, tokens=tuple(tokens))


def _spellings(sentences: Iterable[Sentence]) -> dict[str, str]:
    """How a page spells its words by small letters: small where it ever does, else as in the middle of a sentence."""
    seen: dict[str, str] = {}
    for sent in sentences:
        for index, token in enumerate(sent.tokens):
            small = token.text.lower()
            if token.text == small or (index and seen.get(small) != small):
                seen[small] = token.text
    return seen
