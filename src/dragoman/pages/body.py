"""Where the running text of a page begins and ends.

>>> lines = [Line("Menu"), Line("The ministers met in Oslo on Monday and agreed to meet again."), Line("Jobs")]
>>> find_body(lines, [Verdict()] * 3)
(1, 2)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.pages.chrome import tail_reason
from dragoman.pages.lines import Line, count_words, ends_sentence, is_bullet, is_prose
from dragoman.pages.printed_days import MONTH_WORD, find_days
from dragoman.pages.verdicts import Verdict

_MAX_PROSE_SCORE = 60
"""Words of one line that count towards the body, so that one long notice does not outweigh an article."""

_SHORT_LINE, _FURNITURE_LINE, _TAIL_LINE, _NOTICE_LINE = -4.0, -1.0, -60.0, -10.0
"""What other lines count in the search for the body. Furniture is nearly neutral: it stands inside articles too."""

_ISOLATED = 0.35
"""What running text between two short lines counts: a teaser's blurb, or a paragraph between two subheadings."""

_NOTICES = frozenset({"cookie notice", "site notice", "copyright", "comments"})

_RESUME_WITHIN = 12
"""Lines of furniture and links over which the search looks for the body's last paragraphs."""

_RESUME_SHARED = 0.2
"""Share of its longer words that a paragraph below a box of links must have in common with the body."""

_TURN = re.compile(r"Q[.:]? |[A-Z][A-Z .’'-]{2,40}: ")
"""A speaker's turn in a transcript, however short."""

_DAYS = re.compile(rf"\d{{1,2}}\s?[-–]\s?\d{{1,2}}\.?\s(?:{MONTH_WORD})\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b(?:\s?(?:[ap]\.?m\.?|hrs?|h))?[\s:–—-]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_WORD = re.compile(r"[^\W_]{4,}")


def find_body(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """First line of the body and the line after its last; the whole page if there is no running text."""
    best, best_span, running, start = 0.0, (0, 0), 0.0, 0
    for i in range(len(lines)):
        if running <= 0:
            running, start = 0.0, i
        running += _score(lines, verdicts, i)
        if running > best:
            best, best_span = running, (start, i + 1)
    if best == 0.0:
        return 0, len(lines)
    first, last = best_span
    while first > 0 and verdicts[first - 1].reason is None and is_prose(lines[first - 1].text):
        first -= 1
    return first, _widen(lines, verdicts, first, last)


def is_entry(text: str) -> bool:
    """Whether the line is an entry of a list, a programme or a transcript: a bullet, a day, a speaker's turn.

    >>> is_entry("19 September: Astana"), is_entry("Q  Yes or no —"), is_entry("Most popular")
    (True, True, False)
    """
    days = find_days(text[:40], with_year=False)
    is_dated = (bool(days) and days[0].span.start <= 12) or _DAYS.match(text) is not None
    return is_dated or is_bullet(text) or _TURN.match(text) is not None


def resumes(lines: Sequence[Line], verdicts: Sequence[Verdict], i: int, topic: frozenset[str]) -> bool:
    """Whether the body goes on at line ``i``, below a box of links, rather than a list of teasers with blurbs."""
    if verdicts[i].reason is not None or not is_prose(lines[i].text) or not ends_sentence(lines[i].text):
        return False
    after = i + 1
    if after < len(lines) and verdicts[after].reason is None and not ends_sentence(lines[after].text):
        return False
    own = long_words(lines[i].text)
    return len(own & topic) >= _RESUME_SHARED * max(len(own), 4)


def long_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, by their length."""
    return frozenset(word.casefold() for word in _LONG_WORD.findall(text))


def _widen(lines: Sequence[Line], verdicts: Sequence[Verdict], first: int, last: int) -> int:
    """The body's end, over short sentences, list entries, and paragraphs below one more box of links."""
    is_list = lines[last - 1].text.endswith(":")
    while last < len(lines) and _runs_on(lines[last], verdicts[last], is_list=is_list):
        last += 1
    last = _over_programme(lines, verdicts, last)
    topic = long_words(" ".join(line.text for line in lines[first:last]))
    for i in range(last, min(last + _RESUME_WITHIN, len(lines))):
        if verdicts[i].reason == "comments" or tail_reason(lines[i].text) == "author biography":
            break
        if resumes(lines, verdicts, i, topic):
            return _widen(lines, verdicts, first, i + 1)
    return last


def _over_programme(lines: Sequence[Line], verdicts: Sequence[Verdict], last: int) -> int:
    """The end of the programme right below the body: days without a year, and what is to happen at which hour.

    Dated lines below an article may be teasers of others; those have the year, or no hours and days of their own.
    """
    end, days = last, 0
    while end < len(lines) and verdicts[end].reason is None and _is_of_programme(lines[end].text):
        days += _CLOCK.match(lines[end].text) is None
        end += 1
    hours = any(_CLOCK.match(line.text) for line in lines[last:end])
    return end if days > 1 and (hours or days == end - last) else last


def _is_of_programme(text: str) -> bool:
    """
    >>> _is_of_programme("Monday, 3 June - Tbilisi"), _is_of_programme("14:00 Talks"), _is_of_programme("3 June 2024 News")
    (True, True, False)
    """
    if _CLOCK.match(text) is not None:
        return True
    return is_entry(text) and not is_bullet(text) and _TURN.match(text) is None and _YEAR.search(text) is None


def _runs_on(line: Line, verdict: Verdict, *, is_list: bool) -> bool:
    """Whether a line just below the body belongs to it: a short sentence, or an entry of the list announced above."""
    if is_list:
        return verdict.reason in (None, "issuer")
    return verdict.reason is None and ends_sentence(line.text)


def _score(lines: Sequence[Line], verdicts: Sequence[Verdict], i: int) -> float:
    text, verdict = lines[i].text, verdicts[i]
    if verdict.reason is not None:
        if tail_reason(text) is not None:
            return _TAIL_LINE
        return _NOTICE_LINE if verdict.reason in _NOTICES else _FURNITURE_LINE
    words = count_words(text)
    if is_prose(text):
        return min(words, _MAX_PROSE_SCORE) * (_ISOLATED if _is_isolated(lines, verdicts, i) else 1.0)
    if ends_sentence(text):
        return words / 2
    return _FURNITURE_LINE if is_entry(text) else _SHORT_LINE


def _is_isolated(lines: Sequence[Line], verdicts: Sequence[Verdict], i: int) -> bool:
    """Whether the line stands between two short lines, as the blurb of a teaser does."""
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    return len(beside) == 2 and all(
        verdicts[j].reason is None and not ends_sentence(lines[j].text) for j in beside
    )
