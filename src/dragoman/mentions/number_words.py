"""Numbers in figures and words: "2.3bn", "1,00,000", "half a million", "one hundred and twenty".

>>> parse_number("2.3bn"), parse_number("one hundred and twenty"), parse_number("500 crore")
(2300000000.0, 120.0, 5000000000.0)
"""

from __future__ import annotations

import re

from dragoman.mentions.calendar_words import TENS, UNITS, alternatives

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
# Stand right behind figures, and mean a number only beside a currency ("5m" is also five metres).
SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bln": 1e9,
    "trln": 1e12,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "cr": 1e7,
}
_WORDS = {word: float(value) for value, word in enumerate(UNITS)} | {w: float(v) for w, v in TENS.items()}
_WORDS |= {"a": 1.0, "an": 1.0, "half": 0.5}

_SMALL = (
    rf"(?:(?:{alternatives(list(TENS))})(?:[-\s](?:{alternatives(UNITS[1:10])}))?|{alternatives(UNITS[1:])})"
)
_GROUPED = r"\d{1,3}(?:(?:,\d{2,3}){1,5}|(?:[\s\u00a0\u202f]\d{3}){1,3}(?!\d))"
_FIGURES = rf"(?:{_GROUPED}(?:\.\d{{1,3}})?|\d{{1,12}}(?:\.\d{{1,3}})?)"
_SCALE = rf"(?:{alternatives(list(SCALES))})s?"
_SCALED = rf"(?:[-\s]{_SCALE}\b){{0,2}}"
_WORDED = rf"""(?:half\s(?:a|an)[-\s]{_SCALE}\b | an?[-\s]{_SCALE}\b(?:[-\s]{_SCALE}\b)?
             | {_SMALL}\b{_SCALED}(?:\s(?:and\s)?{_SMALL}\b)?)"""
# For re.VERBOSE | re.IGNORECASE patterns.
NUMBER = rf"(?:{_FIGURES}(?![\d%]){_SCALED}|{_WORDED})"
NUMBER_WITH_SHORT_SCALE = rf"(?:{_FIGURES}\s?(?:{alternatives(list(SHORT_SCALES))})\b|{NUMBER})"

_TOKEN = re.compile(r"[\d,.]+|[a-z]+")
_SPACE_IN_FIGURES = re.compile(r"(?<=\d)\s(?=\d{3})")


def parse_number(text: str) -> float:
    """The value of a number that ``NUMBER`` or ``NUMBER_WITH_SHORT_SCALE`` matched.

    Raises:
        ValueError: if a word is no number word.
    """
    current = 0.0
    for token in _TOKEN.findall(_SPACE_IN_FIGURES.sub("", text.lower())):
        if token[0].isdecimal():
            current += float(token.replace(",", "").rstrip("."))
        elif token in _WORDS:
            # "half a million": the article adds nothing to the half.
            current += 0.0 if token in ("a", "an") and current else _WORDS[token]
        elif token != "and":
            current *= _scale(token)
    return current


def _scale(token: str) -> float:
    word = token if token in SHORT_SCALES else token.removesuffix("s")
    if word not in SCALES and word not in SHORT_SCALES:
        raise ValueError(f"{token!r} is no number word")
    return SCALES.get(word) or SHORT_SCALES[word]
