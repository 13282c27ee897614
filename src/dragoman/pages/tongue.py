"""Which language a text is in, from its letters and its commonest words.

>>> guess_language("The ministers met in the capital and they agreed that the talks will go on.")
'en'
>>> guess_language("12 34") is None
True
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

_SAMPLE = 6000
"""Characters looked at; 1,000 words tell these languages apart."""

_MIN_WORDS = 8
_MIN_SHARE = 0.12
"""Below this share of known function words a Latin-letter text is of no language we know."""

_MARGIN = 1.15
"""The best language must lead the next by this factor; Portuguese and Spanish come closest."""

_SURE_WORDS, _SURE_HITS = 20, 3
"""A text shorter than this has to show this many different function words: two can be chance."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _profiles() -> tuple[dict[str, frozenset[str]], dict[str, re.Pattern[str]]]:
    table = tomllib.loads(files("dragoman.pages").joinpath("tongues.toml").read_text("utf-8"))
    words = {code: frozenset(line.split()) for code, line in table["words"].items()}
    letters = {code: re.compile(f"[{ranges}]") for code, ranges in table["letters"].items()}
    return words, letters


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or ``None`` where it is too short or unknown."""
    sample = text[:_SAMPLE]
    words, letters = _profiles()
    tokens = [token.casefold() for token in _WORD.findall(sample)]
    count = sum(len(token) for token in tokens)
    for code, pattern in letters.items():
        if count >= 10 and len(pattern.findall(sample)) > count * 0.3:
            return _among_script(code, tokens, words)
    if len(tokens) < _MIN_WORDS:
        return None
    return _best(tokens, words)


def _among_script(code: str, tokens: list[str], words: dict[str, frozenset[str]]) -> str:
    """A script's main language, unless the words of another language in that script are commoner."""
    rivals = {other: known for other, known in words.items() if other.startswith(f"{code}-")}
    best = max(rivals, key=lambda other: sum(t in rivals[other] for t in tokens), default=None)
    if best is None or not any(t in rivals[best] for t in tokens):
        return code
    return best.partition("-")[2]


def _best(tokens: list[str], words: dict[str, frozenset[str]]) -> str | None:
    counts = Counter(tokens)
    shares = {
        code: sum(counts[token] for token in counts.keys() & known) / len(tokens)
        for code, known in words.items()
        if "-" not in code
    }
    ranked = sorted(shares, key=lambda code: shares[code], reverse=True)
    first, second = ranked[0], ranked[1]
    if shares[first] < _MIN_SHARE or shares[first] < shares[second] * _MARGIN:
        return None
    if len(tokens) < _SURE_WORDS and len({token for token in tokens if token in words[first]}) < _SURE_HITS:
        return None
    return first
