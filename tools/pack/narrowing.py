"""Takes labels away that a word can hardly have, in corpora that do not annotate them.

A corpus without dates leaves open whether "met" is one; told nothing, a network says so. What is left open here is
only what the words themselves suggest: numbers, months, currency signs, words for offices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language import words as splitting
from tools.pack import gazetteer
from tools.pack.vocabulary import word_list

OFFICE_WORDS = frozenset(word_list("office_words"))
_NEVER_NAMES = frozenset(word_list("never_names"))
_FUNCTION_WORDS = frozenset(splitting.word_list("first_words")) - {"may", "us"}
OFFICE_MODIFIERS = frozenset(word_list("office_modifiers"))
_TIME = frozenset(word_list("time"))
_AMOUNT = frozenset(word_list("amount"))


def is_surely_no_name(words: Sequence[str], position: int) -> bool:
    """Whether a capitalised word is an honorific, an illness or a small word that opens the sentence.

    >>> is_surely_no_name(["In", "Paris"], 0), is_surely_no_name(["The", "Hague"], 0)
    (True, False)
    """
    word = words[position].casefold()
    if word in _NEVER_NAMES:
        return True
    following = words[position + 1] if position + 1 < len(words) else "."
    opens = position == 0 or (position == 1 and not words[0][:1].isalnum())
    return opens and word in _FUNCTION_WORDS and (word != "the" or not following[:1].isupper())


def narrow(words: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """``names`` with the open tags (``O|…``) cut down to what each word allows.

    >>> narrow(["He", "met", "two", "ministers"], ["O|DATE|QUANTITY|OFFICE"] * 4)
    ('O', 'O', 'O|DATE|QUANTITY', 'O|OFFICE')
    """
    return tuple(
        tag if not tag.startswith("O|") else _narrowed(words, position, tag.split("|"))
        for position, tag in enumerate(names)
    )


def _narrowed(words: Sequence[str], position: int, labels: list[str]) -> str:
    word = words[position]
    lower = word.casefold().rstrip(".")
    possible: set[str] = set()
    if lower in _TIME:
        possible |= {"DATE"}
    if lower in _AMOUNT or re.search(r"\d", word):
        possible |= {"DATE", "MONEY", "QUANTITY"}
    following = {word.casefold() for word in words[position + 1 : position + 4]}
    before = {word.casefold() for word in words[max(0, position - 4) : position]}
    is_modifier = lower in OFFICE_MODIFIERS and following & OFFICE_WORDS
    is_portfolio = word[:1].isupper() and before & {"of", "for"} and before & OFFICE_WORDS
    if lower in OFFICE_WORDS or is_modifier or is_portfolio:
        possible |= {"OFFICE"}
    if word in gazetteer.demonyms():
        return "B-NORP" if "NORP" in labels else "|".join(labels)
    if lower in {"of", "and", "to", "the", "for", "-", ",", "–"} and 0 < position < len(words) - 1:
        possible |= _bridged(words[position - 1], words[position + 1])
    return "|".join(["O", *(label for label in labels if label in possible)])


def _bridged(before: str, after: str) -> set[str]:
    """Labels of a name that may go on over a small word between ``before`` and ``after``."""
    possible = set()
    if before.casefold() in OFFICE_WORDS and (after[:1].isupper() or after.casefold() in OFFICE_WORDS):
        possible.add("OFFICE")
    if (before.casefold() in _TIME or before[:1].isdigit()) and (
        after.casefold() in _TIME or after[:1].isdigit()
    ):
        possible |= {"DATE", "QUANTITY", "MONEY"}
    return possible
