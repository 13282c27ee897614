"""Words of a stretch of text, split as the English treebanks of Universal Dependencies split them.

Clitics, currency signs, per-cent signs and the parts of hyphenated compounds are words of their own;
abbreviations, initials, decimals, dates in digits and prefixed words (``co-chair``) stay whole.

>>> text = "The U.S.-led talks didn't cost $5.2 million."
>>> [span.of(text) for span in split_words(text)]
['The', 'U.S.', '-', 'led', 'talks', 'did', "n't", 'cost', '$', '5.2', 'million', '.']
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from dragoman.citation import Span

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf8"))


def word_list(name: str) -> frozenset[str]:
    """One of the lists in ``words.toml``."""
    return frozenset(_LISTS[name].split())


TITLE_ABBREVIATIONS = word_list("title_abbreviations")
OTHER_ABBREVIATIONS = word_list("other_abbreviations")

_LETTER = r"[^\W\d_]"
_WORD = r"[\w\u0300-\u036f]"
_CLITIC = r"(?:s|re|ve|ll|d|m)"
_PREFIX = "|".join(sorted(word_list("prefixes")))
_UNIT = "|".join(sorted(word_list("units")))
_AMBIGUOUS = word_list("ambiguous_abbreviations")
_ABBREVIATED = "|".join(sorted((TITLE_ABBREVIATIONS | OTHER_ABBREVIATIONS) - _AMBIGUOUS))

WORD = re.compile(
    rf"""
      (?=\S)(?:
      (?!(?:can|gon|wan)n[oa]t?\b)[A-Za-z]+(?=[\s,;)])           # most words, told at the first glance
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’']      # web address
    | {_WORD}[\w.+-]*@[\w-]+(?:\.[\w-]+)+                       # mail address
    | \b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|int|info)\b  # bare domain
    | [@\#]{_WORD}+                                             # handle, hashtag
    | (?:{_LETTER}\.){{2,}}(?:{_LETTER}\b(?!['’]))?             # U.S.  a.m.  H.E.
    | Ph\.D\.
    | \b(?:{_ABBREVIATED})\.(?!\.)                              # Gen.  Sept.
    | \b(?:{"|".join(sorted(_AMBIGUOUS))})\.(?=\s*(?:\d|{_LETTER}\.?\s))       # No. 5
    | \b[A-Z]\.(?=[\s ]+[A-Z])                             # J. in Antony J. Blinken
    | \b(?-i:[A-Z])\.(?=(?-i:[A-Z][a-z]{{2}}))                  # S. in S.Lavrov
    | \d{{4}}-\d\d-\d\d\b | \b\d{{3}}-\d{{3}}-\d{{4}}\b         # 2024-04-02, telephone
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)\b                      # 21st  1990s
    | \d+(?:[.,:/]\d+)*(?=(?:{_UNIT})\b)                        # 300 of 300km
    | \d+(?:[.,:/]\d+)*(?!{_WORD})                              # 2,500.75  9/11  10:30
    | n['’]t\b | ['’]{_CLITIC}\b                                # clitics
    | \b(?:can(?=not\b) | (?:gon|wan)(?=na\b))                  # can|not
    | {_WORD}+?(?=n['’]t\b)                                     # did of didn't
    | \b(?:{_PREFIX})-{_LETTER}{_WORD}*                         # co-chair
    | [A-Z]+&[A-Z]+\b                                           # AT&T
    | {_WORD}+(?:['’](?!{_CLITIC}\b){_WORD}+)*                  # O'Brien  d'Ivoire
    | \.{{2,}} | [!?]{{2,}} | -{{2,}} | `` | ''
    | [^\s\u00ad\u200b-\u200f\u2060\ufeff]
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of ``text[start:end]`` as spans of ``text``, in order, white space left out."""
    stop = len(text) if end is None else end
    return [Span(*match.span()) for match in WORD.finditer(text, start, stop)]
