"""Name labels for plain text from the tables alone: countries, peoples, dates, sums of money, "President Biden".

Only what is sure is labelled. Other capitalised words may be anything; other words are no names unless they look
like numbers, times or offices.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.citation import Span
from dragoman.language.segment import split_sentences
from tools.pack import gazetteer, silver
from tools.pack.example import UNKNOWN, Example, tag_span
from tools.pack.narrowing import is_surely_no_name, narrow
from tools.pack.vocabulary import word_list

PRESS = tuple(
    gazetteer.DATA / "corpora" / folder / "releases.jsonl.xz"
    for folder in ("us-state-press-2021-2022", "white-house-press-2021-2022")
)
MIN_LINE = 40
"""Characters; shorter lines are addresses and headings."""

MAX_CAPITALISED = 0.5
"""Sentences with a larger share of capitalised words are headlines or lists, where capitals tell nothing."""

_OPEN = "O|NORP|DATE|MONEY|QUANTITY|OFFICE"
_AMBIGUOUS_PLACES = frozenset(word_list("ambiguous_places"))
_MONTHS = frozenset(word_list("months"))
_WEEKDAYS = frozenset(word_list("weekdays"))
_DATE_OPENERS = frozenset({"early", "late", "mid", "last", "next", "this", "past", "-", "–", "to", "and"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_TITLES = tuple(tuple(title.split()) for title in word_list("titles_before_names"))
_MAGNITUDES = frozenset({"million", "billion", "trillion", "thousand"})
_NO_NAMES = (
    gazetteer.ORGANIZATION_WORDS
    | frozenset(word_list("office_words") + word_list("never_names"))
    | frozenset(map(str.casefold, _MONTHS | _WEEKDAYS))
)
"""Words that make capitals after a title something else than a person's name."""

_CURRENCIES = frozenset("$€£")


def label_by_tables(example: Example) -> Example:
    """``example`` with partial labels.

    >>> words = ("He", "met", "President", "Biden", "on", "Monday", ".")
    >>> label_by_tables(Example("press", words)).names
    ('O', 'O', 'B-OFFICE', 'B-PER', 'O', 'B-DATE', 'O')
    """
    words = example.words
    names = [
        UNKNOWN if _is_capitalised(word) and not is_surely_no_name(words, position) else _OPEN
        for position, word in enumerate(words)
    ]
    finders = (_find_place, _find_people, _find_date, _find_money)
    position = 0
    while position < len(words):
        found = next((hit for finder in finders if (hit := finder(words, position))), None)
        if found is not None:
            last, label = found
            tag_span(names, position, last, label)
            position = last
        else:
            position = _tag_titled(words, position, names) or position + 1
    return replace(example, names=narrow(words, names))


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper()


def _at(words: Sequence[str], position: int) -> str:
    return words[position] if 0 <= position < len(words) else "."


def _stands_alone(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is no part of a longer one, such as China Daily or Bank of China."""
    before, after = _at(words, first - 1), _at(words, last)
    if _is_capitalised(after) or after in {"-", "–", "&"} or (_is_capitalised(before) and first > 1):
        return False
    return not (
        before in {"of", "-", "–", "&"} and (before != "of" or _is_capitalised(_at(words, first - 2)))
    )


def _find_place(words: Sequence[str], first: int) -> tuple[int, str] | None:
    for length in range(min(5, len(words) - first), 0, -1):
        name = " ".join(words[first : first + length])
        if name in silver.places() and name not in _AMBIGUOUS_PLACES:
            return (first + length, "LOC") if _stands_alone(words, first, first + length) else None
    return None


def _find_people(words: Sequence[str], first: int) -> tuple[int, str] | None:
    following = _at(words, first + 1)
    is_free = not _is_capitalised(following) or following.casefold() in {
        "foreign",
        "president",
        "prime",
        "minister",
    }
    return (
        (first + 1, "NORP") if words[first] in gazetteer.demonyms() and is_free and following != "-" else None
    )


def _find_date(words: Sequence[str], first: int) -> tuple[int, str] | None:
    if _at(words, first - 1).casefold() in _DATE_OPENERS:
        return None
    text = " ".join(words[first : first + 4])
    months = "|".join(sorted(_MONTHS))
    month = rf"(?:{months})"
    year = r"(?:19|20)\d\d"
    pattern = rf"(?:{month} \d{{1,2}} , {year}|\d{{1,2}} {month} {year}|{month} {year})\b"
    match = re.match(pattern, text)
    if match:
        return first + len(match.group().split()), "DATE"
    if (
        re.match(rf"(?:(?:{months}) \d{{1,2}}|\d{{1,2}} (?:{months}))(?= [a-z.]|$)", text)
        and _at(words, first + 2) != "to"
    ):
        return first + 2, "DATE"
    is_day = words[first] in _WEEKDAYS and not _is_capitalised(_at(words, first + 1))
    is_plain = _at(words, first + 1) not in _PARTS_OF_DAY | {","} and _at(words, first - 1) not in {
        "last",
        "next",
        "this",
    }
    return (first + 1, "DATE") if is_day and is_plain else None


def _find_money(words: Sequence[str], first: int) -> tuple[int, str] | None:
    if words[first] not in _CURRENCIES or not _at(words, first + 1)[:1].isdigit():
        return None
    return first + (3 if _at(words, first + 2) in _MAGNITUDES else 2), "MONEY"


def _tag_titled(words: Sequence[str], first: int, names: list[str]) -> int | None:
    """Labels a title and the one to three capitalised words after it; the position after them."""
    title = next((title for title in _TITLES if tuple(words[first : first + len(title)]) == title), None)
    before = _at(words, first - 1)
    if title is None or (_is_capitalised(before) and first > 1 and before not in gazetteer.demonyms()):
        return None
    start = last = first + len(title)
    while last < len(words) and _is_capitalised(words[last]) and words[last] not in gazetteer.demonyms():
        last += 1
    is_name = 1 <= last - start <= 3 and not {word.casefold() for word in words[start:last]} & _NO_NAMES
    if not is_name or _at(words, last) in {"of", "for", "-", "–", "&", "and"}:
        return None
    tag_span(names, first, start, "OFFICE")
    tag_span(names, start, last, "PER")
    return last


def press_sentences(count: int, seed: int) -> Iterator[Example]:
    """``count`` sentences of press releases with at least one sure name."""
    rng = random.Random(seed)
    lines = [
        line for path in PRESS for text in _texts(path) for line in text.split("\n") if len(line) > MIN_LINE
    ]
    while count > 0:
        line = rng.choice(lines)
        sentence = rng.choice(list(split_sentences(line, Span(0, len(line)))) or [[]])
        words = tuple(span.of(line) for span in sentence)
        capitalised = sum(map(_is_capitalised, words)) / max(len(words), 1)
        example = label_by_tables(Example("press", words))
        if (
            6 <= len(words) <= 80
            and capitalised <= MAX_CAPITALISED
            and any(tag.startswith("B-") for tag in example.names or ())
        ):
            count -= 1
            yield example


def _texts(path: object) -> Iterator[str]:
    with lzma.open(str(path), "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
