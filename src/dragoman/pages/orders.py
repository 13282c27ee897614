"""Orders: which figure of "04/06/2025" is the day, where the page's own words settle it.

Its weekday beside it, the same day in words, or else the weekdays that the first paragraphs tell their news of.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress

from dragoman.pages.printed_days import find_days

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    r"(?i)(?P<aim>\b(?:next|last|by|until|till|every|from|since)\s)?"
    r"\b(?P<name>mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?day)?\b"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_LONGEST_LINE, _LEAD, _LONGEST_TEXT = 110, 700, 20_000
"""Characters of a line that prints the page's day, of two paragraphs, and of a text searched for its days."""


def day_in_order(lines: Iterable[str], body: str) -> dt.date | None:
    """The day of the first line that prints one in figures whose order the words around settle.

    >>> day_in_order(["04/06/2025 - 14:05"], "The two met on Wednesday.")
    datetime.date(2025, 6, 4)
    >>> day_in_order(["Posted: Tue, 04/02/2024"], "The two met.")
    datetime.date(2024, 4, 2)
    >>> day_in_order(["04/06/2025"], "The two met.") is None
    True
    """
    for line in lines:
        printed = _SLASHED.search(line) if len(line) <= _LONGEST_LINE else None
        if printed is not None:
            return _settle(_readings(printed), line, body)
    return None


def _settle(readings: set[dt.date], line: str, body: str) -> dt.date | None:
    named = {(day.month, day.day) for day in find_days(body[:_LONGEST_TEXT], with_year=False)}
    for fitting in (
        {day for day in readings if day.weekday() in _weekdays(line)},
        {day for day in readings if (day.month, day.day) in named},
        {day for day in readings if day.weekday() in _weekdays(body[:_LEAD])},
    ):
        if len(fitting) == 1:
            return fitting.pop()
    return None


def _readings(printed: re.Match[str]) -> set[dt.date]:
    first, second, year = (int(number) for number in printed.groups())
    found = set()
    for month, day in ((first, second), (second, first)):
        with suppress(ValueError):  # there is no month 13
            found.add(dt.date(year, month, day))
    return found


def _weekdays(text: str) -> set[int]:
    """The weekdays that a text tells something of, by their number."""
    return {_NAMES.index(day["name"].lower()) for day in _WEEKDAY.finditer(text) if not day["aim"]}
