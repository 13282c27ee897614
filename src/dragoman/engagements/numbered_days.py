"""Numbered days: "on the first day", "on the closing day of the visit", counted in what is told to last some days.

"From 3 to 5 May X was in P. On the second day he met Y": Y on the 4th.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dragoman.citation import Span
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.engagement import AHEAD, Kind
from dragoman.mentions.calendar_words import ORDINAL_WORD, day_number
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain, Tense
from dragoman.mentions.times import resolve

_OPENING, _CLOSING = frozenset({"first", "opening"}), frozenset({"last", "final", "closing"})
_NUMBERED = re.compile(
    rf"""(?ix) \b(?:on|during|by) \s (?:the|his|her|their|its) \s (?P<nth>{ORDINAL_WORD}|opening|last|final|closing)
         (?:\s and \s (?:last|final|closing))? \s day \b
         (?! \s of \s (?:\w+\s){{0,2}}? (?:week|month|year|war|strikes?|fighting|protests?|siege|school|Ramadan|spring) )""",
)
# What lasts longer has no numbered days.
_MOST_DAYS = 14
_LASTING = frozenset({Kind.VISIT, Kind.CONFERENCE})


def find_numbered_day(candidate: Candidate, told: Sequence[Candidate], mentions: Mentions) -> When | None:
    """The day that a candidate's sentence counts in the days told before it.

    Args:
        candidate: without a day of its own.
        told: what the text has told before it, in text order.
        mentions: of the text.
    """
    sentence = candidate.tree.sentence.span
    found = _NUMBERED.search(mentions.text, sentence.start, sentence.end)
    if found is None or candidate.kind in _LASTING or candidate.historical:
        return None
    if any(time.grain is Grain.DAY and not time.names_event for time in mentions.times_in(sentence)):
        return None
    if ";" in mentions.text[found.end() : candidate.span.start]:
        return None  # "on the second day X met Y; before that he had seen Z"
    days = _lasting(candidate, told, mentions)
    day = _counted(found["nth"].lower(), days) if days is not None else None
    return When(DateSpan.of_day(day), Span(*found.span()), "day of a stay") if day is not None else None


def _lasting(candidate: Candidate, told: Sequence[Candidate], mentions: Mentions) -> DateSpan | None:
    """The days told last before a candidate's sentence for something that lasts several."""
    sentence = candidate.tree.sentence.span
    tense = Tense.FUTURE if candidate.status in AHEAD else Tense.PAST
    stays = [
        (one.when.span.start, one.when.days)
        for one in told
        if one.kind in _LASTING and one.when is not None and one.span.start <= sentence.end
    ]
    printed = [
        (time.span.start, days)
        for time in mentions.times
        if time.window and time.span.end <= sentence.start and (days := resolve(time, tense)) is not None
    ]
    several = [(at, days) for at, days in (*stays, *printed) if _lasts(days)]
    return max(several, key=lambda one: one[0])[1] if several else None


def _lasts(days: DateSpan) -> bool:
    return days.precision is Precision.DAY and 1 < days.days <= _MOST_DAYS


def _counted(nth: str, days: DateSpan) -> dt.date | None:
    if nth in _CLOSING:
        return days.end
    number = 1 if nth in _OPENING else day_number(nth)
    return days.start + dt.timedelta(days=number - 1) if 0 < number <= days.days else None
