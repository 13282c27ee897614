"""Which line of a dump is the headline.

>>> lines = ["HomeWorldTalks open in Oslo after...", "Talks open in Oslo after a long night", "By A. Vell"]
>>> find_headline(lines, body_start=3, body="Talks between the ministers began in Oslo.", reasons=[None] * 3)
Headline(index=1, text='Talks open in Oslo after a long night')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.pages.chrome import fold_phrase
from dragoman.pages.lines import count_words, ends_sentence

_MIN_WORDS, _MAX_WORDS = 3, 36
_REACH = 60
"""Lines before the body in which a headline may stand; share bars and galleries lie between."""

_SHARED, _SIGNED, _GLUED_BONUS, _DOUBLED, _DISTANCE = 6.0, 2.0, 4.0, 1.0, 0.08
"""What a headline gains by sharing its words with the body, by a byline or date below it, by standing glued to a
breadcrumb above, by standing twice; and loses per line of distance. Tried by hand on benchmarks/pages.py."""

_DECK_MARGIN, _DECK_SHARED = 3.0, 0.3
"""A line just above the best one is the headline, and the best its deck, if it scores no less than this below and
shares this part of its words with the body."""

_SIGNATURES = frozenset({"byline", "date line", "time stamp", "share bar"})

_LONG_WORD = 4
"""Letters from which a word tells what a text is about."""

_LONGEST_TITLE = 400

_GLUED = 20
"""Characters two lines must share before one counts as the other with something glued to it."""

_SAFE_WORDS = 5
"""Words a line must have before seeing it twice says that it is the headline; menus repeat shorter ones."""

_REPEATED_BEFORE = 150
"""Lines in which a repeated headline is looked for; related stories and comments come later."""

_CAPTION = re.compile(
    r"\((?:left|right|centre|center|L|R|C|file|pictured)\)|\b(?:AP|AFP|Reuters|Getty Images|EPA)\)?$"
)
_GOES_ON = re.compile(r"(?:with|by|between|following|ahead of|on the occasion of)\s")
"""How the second line of a headline goes on: "Joint press point / with the Secretary General and …"."""

_MAX_OPENING = 8
_ADDRESS = re.compile(r"https?://|\bwww\.")
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…)\s*$")
_TITLE_SEPARATOR = re.compile(r"\s+[|–—»·:-]\s+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline and the number of its line."""

    index: int
    text: str


def find_headline(
    lines: Sequence[str], *, body_start: int, body: str, reasons: Sequence[str | None]
) -> Headline | None:
    """The headline among the lines before the body; ``None`` where no line reads like one.

    Args:
        lines: the page's lines.
        body_start: number of the first line of running text.
        body: the opening of the running text, for the words it shares with its headline.
        reasons: per line, why its own words say that it is furniture; ``None`` where they do not.
    """
    first = max(0, body_start - _REACH)
    fit = [i for i in range(first, body_start) if reasons[i] is None and _could_be(lines[i])]
    if not fit:
        return None
    repeats = Counter(fold_phrase(line) for line in lines[:body_start])
    topic = _long_words(body)

    def shared(i: int) -> float:
        own = _long_words(lines[i])
        return len(own & topic) / max(len(own), 3)

    def score(i: int) -> float:
        glued = any(is_glued(lines[j], lines[i]) for j in range(first, body_start) if j != i)
        signed = any(reason in _SIGNATURES for reason in reasons[i + 1 : min(i + 5, body_start)])
        return (
            _SHARED * shared(i)
            + _SIGNED * signed
            + _GLUED_BONUS * glued
            + _DOUBLED * (repeats[fold_phrase(lines[i])] > 1)
            + min(count_words(lines[i]), 8) / 4
            - (1.0 if ends_sentence(lines[i]) else 0.0)
            - _DISTANCE * (body_start - i)
        )

    scores = {i: score(i) for i in fit}
    best = max(fit, key=lambda i: (scores[i], -i))
    above = best - 1
    is_deck = above in scores and count_words(lines[above]) >= _SAFE_WORDS
    is_deck = is_deck and shared(above) >= max(_DECK_SHARED, 0.6 * shared(best))
    chosen = above if is_deck and scores[above] >= scores[best] - _DECK_MARGIN else best
    if chosen > 0 and _GOES_ON.match(lines[chosen]) and 0 < count_words(lines[chosen - 1]) <= _MAX_OPENING:
        return Headline(chosen, f"{lines[chosen - 1]} {lines[chosen]}")
    return Headline(chosen, lines[chosen])


def find_repeated(lines: Sequence[str], reasons: Sequence[str | None], last: int) -> Headline | None:
    """The headline up to line ``last`` that an earlier line shows already, glued to a breadcrumb, if any."""
    for j in range(1, min(last, len(lines), _REPEATED_BEFORE)):
        if reasons[j] is not None or not _SAFE_WORDS <= count_words(lines[j]) <= _MAX_WORDS:
            continue
        if any(is_glued(lines[i], lines[j], at_end=True) for i in range(max(0, j - _REACH), j)):
            return Headline(j, lines[j])
    return None


_TITLED = 0.6
"""Share of its longer words that a line in title case writes with a capital."""

_LONGEST_TITLED = 60
_DATES = frozenset({"date line", "time stamp"})
_NO_END = re.compile(r"\b(?:Jr|Sr|(?:[A-Z]\.)+[A-Z])\.$|[^.!?…][”\"]$")
"""What closes a title as well as a sentence: an abbreviation, a quoted name."""


def find_long_title(lines: Sequence[str], reasons: Sequence[str | None]) -> Headline | None:
    """The first line of a page in title case above its text, however long, where only dates stand above it."""
    first = _first_line(reasons)
    if first is None or first + 1 >= len(lines) or len(lines[first]) > _LONGEST_TITLE:
        return None
    words = [word for word in _WORD.findall(lines[first]) if len(word) >= _LONG_WORD and word.isalpha()]
    capital = sum(word[0].isupper() for word in words)
    if not _SAFE_WORDS <= count_words(lines[first]) <= _LONGEST_TITLED or capital < _TITLED * len(words):
        return None
    ended = ends_sentence(lines[first]) and _NO_END.search(lines[first]) is None
    return None if ended else Headline(first, lines[first])


def find_signed_title(
    lines: Sequence[str], reasons: Sequence[str | None], found: Headline | None
) -> Headline | None:
    """The line above what was found, if that is only its signature: "Canada Day" above "Anna Vell, Secretary of State".

    ``reasons`` here call a line that says who issues a release an ``issuer``.
    """
    first = _first_line(reasons)
    if first is None or found is None or found.index <= first or ends_sentence(lines[first]):
        return found
    signed = all(reason == "issuer" for reason in reasons[first + 1 : found.index + 1])
    return Headline(first, lines[first]) if signed else found


def _first_line(reasons: Sequence[str | None]) -> int | None:
    """The first line that is no furniture, where nothing but dates stands above it."""
    first = next((i for i, reason in enumerate(reasons) if reason not in _DATES), None)
    return first if first is not None and reasons[first] is None else None


def is_glued(line: str, headline: str, *, at_end: bool = False) -> bool:
    """Whether ``line`` is the headline with a breadcrumb or a site name stuck to it, perhaps cut short.

    With ``at_end`` the headline must stand at the line's end, as it does after a breadcrumb.

    >>> is_glued("HomeWorldTalks open in Oslo after...", "Talks open in Oslo after a long night")
    True
    """
    longer, shorter = fold_phrase(line), fold_phrase(headline)
    if longer == shorter or len(shorter) < _GLUED // 2:
        return False
    if len(line) < len(headline) + 80 and (
        longer.endswith(shorter) or (not at_end and longer.startswith(shorter))
    ):
        return True
    if _ELLIPSIS.search(line) is None:
        return False
    longer = fold_phrase(_ELLIPSIS.sub("", line))
    shared = max((n for n in range(_GLUED, len(shorter) + 1) if longer.endswith(shorter[:n])), default=0)
    return shared >= _GLUED


def strip_site(title: str) -> tuple[str, str | None]:
    """A page title without the site's name, and the name.

    >>> strip_site("Talks open in Oslo | The Ruritania Times")
    ('Talks open in Oslo', 'The Ruritania Times')
    """
    title = title[:_LONGEST_TITLE]
    parts = _TITLE_SEPARATOR.split(title)
    if len(parts) < 2 or count_words(parts[-1]) > 5 or count_words(" ".join(parts[:-1])) < 3:
        return title, None
    head = title[: title.rindex(parts[-1])]
    return re.sub(r"\s+[|–—»·:-]\s+$", "", head), parts[-1].strip()


# "- No delegation for a second day": a key point, whatever stands in its list.
_LISTED = re.compile(r"[-–—•*▪►·]\s")


def _could_be(line: str) -> bool:
    return (
        _MIN_WORDS <= count_words(line) <= _MAX_WORDS
        and any(char.isalpha() for char in line)
        and not _CAPTION.search(line)
        and not _ADDRESS.search(line)
        and not _LISTED.match(line)
    )


def _long_words(text: str) -> frozenset[str]:
    return frozenset(
        w.casefold()
        for w in _WORD.findall(text)
        if len(w) >= _LONG_WORD or w[0].isdigit() or ord(w[0]) > 0x3000
    )
