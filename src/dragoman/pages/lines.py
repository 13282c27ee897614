"""Lines of a page: one paragraph, heading or link each, with what its looks tell.

>>> is_prose("The two ministers met in Oslo on Monday and agreed to meet again.")
True
>>> is_prose("Most Popular Stories")
False
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dragoman.pages.article import BlockKind

_WIDE_SCRIPT = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_SENTENCE_END = re.compile(
    r"[.!?…。！？؟।:;—]\s*[\"'”’»)\]]*\s*(?:[(\[/][A-Z][\w .&/-]{1,24}[)\]/]\.?)?\s*$|[\"”»]\s*$"
)
_BULLET = re.compile(r"^\s*(?:[•·▪■●◦‣*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_DATE_OR_SOURCE = re.compile(r"[|»›>]|\s/\s")

_MIN_PROSE_WORDS = 9
"""A line that ends like a sentence and has this many words is prose. Tried 6 to 14 on benchmarks/pages.py."""

_MIN_UNENDED_WORDS = 24
"""A line without a sentence's end is prose from this length on; headlines stay below it."""

_MAX_WRAP_WIDTH, _MIN_WRAP_WIDTH = 100, 45
_MIN_WRAPPED_LINES = 8
"""Mail and terminal dumps wrap at 60 to 80 columns; a page with this many full lines in blocks is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``kind`` is what the page's markup says it is, if there was markup."""

    text: str
    kind: BlockKind | None = None


def split_lines(text: str) -> list[Line]:
    """The non-empty lines of a text dump, paragraphs joined where the dump was wrapped to a width."""
    raw = text.split("\n")
    if _is_wrapped(raw):
        raw = _unwrap(raw)
    return [Line(tidy) for tidy in (" ".join(line.split()) for line in raw) if tidy]


def count_words(text: str) -> int:
    """Words; two characters of a script without spaces count as one."""
    wide = 0 if text.isascii() else len(_WIDE_SCRIPT.findall(text))
    return len(_WORD.findall(text)) if wide < 3 else wide // 2 + len(text.split()) - 1


def ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence or a quotation does."""
    return _SENTENCE_END.search(text[-40:]) is not None


def is_prose(text: str) -> bool:
    """Whether the line reads as running text by its length and its end."""
    words = count_words(text)
    if words < _MIN_PROSE_WORDS:
        return False
    return ends_sentence(text) or words >= _MIN_UNENDED_WORDS


def is_bullet(text: str) -> bool:
    """Whether the line begins with a bullet or a number."""
    return _BULLET.match(text) is not None


def is_breadcrumb(text: str) -> bool:
    """Whether the line is a path of short steps, "Home > World > Europe".

    >>> is_breadcrumb("Home » World » Europe")
    True
    """
    steps = [step for step in _DATE_OR_SOURCE.split(text) if step.strip()]
    return len(steps) >= 3 and all(count_words(step) <= 4 for step in steps[:-1]) and not ends_sentence(text)


def _is_wrapped(raw: list[str]) -> bool:
    pairs = pairwise(raw)
    full = [len(line) for line, after in pairs if line.strip() and after.strip()]
    if len(full) < _MIN_WRAPPED_LINES or len(full) < 0.5 * sum(1 for line in raw if line.strip()):
        return False
    longest = max(len(line) for line in raw)
    return longest <= _MAX_WRAP_WIDTH and median(full) >= max(_MIN_WRAP_WIDTH, 0.75 * longest)


def _unwrap(raw: list[str]) -> list[str]:
    joined: list[str] = []
    longest = max(len(line) for line in raw)
    runs_on = False
    for line in raw:
        if line.strip() and runs_on and not is_bullet(line):
            joined[-1] += f" {line.strip()}"
        else:
            joined.append(line)
        runs_on = bool(line.strip()) and len(line) >= 0.6 * longest
    return joined
