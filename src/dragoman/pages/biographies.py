"""Where an article ends and its author's biography begins.

>>> lines = ["They met.", "Anna Vell", "Anna Vellhttps://news.example/author/vell",
...          "I am a journalist with years of experience, based in Oslo, covering diplomacy."]
>>> find_biography(lines, 0, 4)
{1: 'author name', 2: 'author biography', 3: 'author biography'}
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.pages.bylines import is_person_name
from dragoman.pages.lines import count_words

_CUE = re.compile(
    r"""
    \b (?: writer | journalist | reporter | correspondent | editor | columnist | author | intern
      | student | graduate[ds]? | researcher
      | freelance[r]? | contributor | blogger | fellow | producer | commentator | analyst | lecturer
        | professor | scholar | alumn[aiu]\w* | covers
      | covering | writes | joined | degree | bachelor(?:['’]s)? | master(?:['’]s)? | ph\.?d
        | university | passion(?:ate)? | award-winning | years\ of\ experience
      | based\ in | currently | holds\ an? | e-?mail | reached\ at | twitter | follow\ (?:him|her|them)
        | his\ work | her\ work | writing | born\ in
      | lives\ in | specializ\w+ | specialis\w+ | studied | think\ tank | my ) \b | @\w
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I am|I'm|I’m|I have|my)\b")
_AUTHOR_LINK = re.compile(
    r"https?://\S{0,80}(?:author|writer|profile|contributor|reporter|people|staff|by)/\S+", re.IGNORECASE
)
_OPENS = re.compile(
    r"""
    (?: about \s (?: the \s )? author s? | the \s (?: writer | author ) s? \s (?: is | are | has | can
      | was ) | (?: The \s )? (?: views | opinions ) \s
      | [A-Z][\w'’.-]+ (?: \s [A-Z][\w'’.-]+ ){0,4} ,? \s (?: is | was | has \s been | joined | covers
        | writes | serves | can \s be \s reached | contributed | reported ) \b )
    """,
    re.VERBOSE,
)
_CREDITS = re.compile(
    r"""
    (?: \(? (?: additional \s )? (?: reporting | writing | editing
      | compiled ) \s (?: and \s \w+ \s )? by \b .{3,260}
      | (?: .{3,80} ) \s (?: contributed \s to | reported \s from | contributed \s reporting ) \b .{0,120} )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_CONTACT = re.compile(
    r"@\w|\b(?:e-?mail|twitter|follow (?:him|her|them)|reached at|the (?:author|writer))\b", re.IGNORECASE
)
"""How to reach the author: what tells a biography without a name above it from one in the news."""

_LAST_SHARE = 0.5
"""A biography begins in this last part of the body's lines."""

_WITH_NAME, _ALONE = 2, 4
"""Cues needed under the author's name, and without it."""

_MOST_AUTHORS = 3
"""A page with more biographies is about the people in them: nominations, obituaries."""


def find_biography(lines: Sequence[str], start: int, end: int) -> dict[int, str]:
    """Line numbers of the author's name and biography in ``lines[start:end]``, with the reason for each."""
    found: dict[int, str] = {}
    for i in range(max(start, int(start + (end - start) * (1 - _LAST_SHARE))), end):
        text = lines[i]
        if _CREDITS.fullmatch(text) and count_words(text) < 45:
            found[i] = "reporting credit"
        elif _is_biography(text, has_name=bool(_names_above(lines, i, start)) or i - 1 in found):
            found.update({j: _reason(lines[j]) for j in _names_above(lines, i, start)})
            found[i] = "author biography"
    people = sum(
        1 for i, reason in found.items() if reason == "author biography" and found.get(i - 1) != reason
    )
    if people > _MOST_AUTHORS:
        return {i: reason for i, reason in found.items() if reason == "reporting credit"}
    return dict(sorted(found.items()))


def _is_biography(text: str, *, has_name: bool) -> bool:
    cues = len({match.group().casefold() for match in _CUE.finditer(text)})
    if has_name and (_FIRST_PERSON.search(text) or _OPENS.match(text) or not text[:1].isupper() or cues >= 4):
        return cues >= _WITH_NAME
    opens = _OPENS.match(text) is not None and _CONTACT.search(text) is not None
    return opens and cues >= _ALONE and count_words(text) < 120


def _names_above(lines: Sequence[str], i: int, start: int) -> list[int]:
    """The name lines directly above a biography: "Anna Vell", "Anna Vellhttps://.../author/vell"."""
    above = []
    for j in range(i - 1, max(start, i - 4), -1):
        if not (is_person_name(lines[j]) or _AUTHOR_LINK.search(lines[j])):
            break
        above.append(j)
    return above


def _reason(line: str) -> str:
    return "author name" if is_person_name(line) else "author biography"
