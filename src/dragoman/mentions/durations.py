"""How long something lasts, in days: "three-day visit", "day two of the summit".

>>> span, days = find_durations("He ended a three-day visit.")[0]
>>> days
3
"""

from __future__ import annotations

import re

from dragoman.citation import Span
from dragoman.mentions.calendar_words import ORDINAL_WORD, SMALL_NUMBER, day_number, small_number
from dragoman.mentions.trigger_windows import trigger_windows, triggers

_DAYS_PER_UNIT = {"day": 1, "week": 7}
_TRIGGERS = triggers(r"days?\b", r"Days?\b", "week", "Week")
# Characters between "day" and the noun of the stay, at most.
_REACH = 80
_STAY = (
    "visit|trip|tour|stay|stop|stopover|summit|meeting|conference|talks|forum|swing|journey|mission|negotiations|"
    "dialogue|retreat|session|ceasefire|truce|pause|round|event|leg"
)
_DURATION = re.compile(
    rf"""
    (?i: \b (?P<n>{SMALL_NUMBER}) [-‑\s] (?P<unit>day|week) (?:[-‑]long)?
         (?= \s (?:[a-z]+\s){{0,4}}? (?:{_STAY})\b )
       | \b (?P<n2>{SMALL_NUMBER}) - (?P<unit2>day|week) (?:-long)? \b
       | \b (?P<n5>{SMALL_NUMBER}) \s days? \s of \s (?:[a-z]+\s){{0,2}}? (?:{_STAY})\b
       | \b day \s (?P<n3>{SMALL_NUMBER}) \s of \b
       | \b (?P<n4>{ORDINAL_WORD}|\d\d?(?:st|nd|rd|th)) \s (?:and \s (?:final|last) \s)? day \s of \b
    )
    """,
    re.VERBOSE,
)


def find_durations(text: str, within: Span | None = None) -> tuple[tuple[Span, int], ...]:
    """Spans and days of lengths of stay; for "day two of" and "the second day of" the days reached so far.

    A week counts seven days. Times of other lengths ("for two hours", "60 years") are no lengths of stay.
    """
    area = within or Span(0, len(text))
    return tuple(
        (Span(*match.span()), days)
        for window in trigger_windows(_TRIGGERS, text, area, reach=_REACH)
        for match in _DURATION.finditer(text, window.start, window.end)
        if (days := _days(match)) > 0
    )


def _days(match: re.Match[str]) -> int:
    if match["n4"]:
        return day_number(match["n4"])
    if match["n3"]:
        return small_number(match["n3"])
    if match["n5"]:
        return small_number(match["n5"])
    count, unit = (match["n"], match["unit"]) if match["n"] else (match["n2"], match["unit2"])
    return small_number(count) * _DAYS_PER_UNIT[unit.lower()]
