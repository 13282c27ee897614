"""Apart: days told by how far they are from another in the sentence.

"Two envoys were expelled on Friday, a day after Freedonia had barred a minister" is told of Thursday; "on Friday, after
two days of talks" of Thursday and Friday.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.citation import Span
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.engagement import ENCOUNTERS
from dragoman.mentions import times as day_words
from dragoman.mentions.calendar_words import SMALL_NUMBER, small_number
from dragoman.mentions.finding import Mentions

_APART = re.compile(
    rf"(?i)\b(?:(?P<n>the|{SMALL_NUMBER})\s(?P<unit>day|week)s?|(?:just\s)?(?:hours|minutes|an\shour|one\shour))"
    r"\s(?P<side>after|before)\b"
)
_LONG = re.compile(rf"(?i)\b(?:after|following)\s(?P<n>{SMALL_NUMBER})\sdays\sof\s(?:[a-z-]+\s){{0,2}}$")
_REACH = 40
_CLAUSE = 10
"""Words between "a day after" and the verb of what it stands before."""


def find_apart(candidate: Candidate, mentions: Mentions) -> tuple[bool, When | None]:
    """Whether a candidate is told as so many days before or after something else, and when that was."""
    told = _measured(candidate, mentions.text)
    if told is None:
        return False, None
    anchor = _day_in(mentions, Span(candidate.tree.sentence.span.start, told.start()))
    if anchor is None or (told["unit"] or "").lower() == "week":
        return True, None
    count = _count(told["n"]) if told["n"] else 0
    earlier = told["side"].lower() == "after"  # "on Friday, a day after X": X was on Thursday
    day = anchor.start + dt.timedelta(days=-count if earlier else count)
    return True, When(DateSpan.of_day(day), Span(*told.span()), "days apart")


def _measured(candidate: Candidate, text: str) -> re.Match[str] | None:
    """The "a day after" that stands before a candidate's clause."""
    tokens = candidate.tree.sentence.tokens
    start = candidate.tree.sentence.span.start
    told = next(reversed(list(_APART.finditer(text, start, candidate.span.start))), None)
    if told is None:
        return None
    head = candidate.clause.carrier
    between = [i for i in range(head) if tokens[i].span.start >= told.end()]
    closed = any(tokens[i].text in {",", ";", ":", "."} or tokens[i].pos == "VERB" for i in between)
    return None if closed or len(between) > _CLAUSE else told


def find_length(candidate: Candidate, mentions: Mentions) -> When | None:
    """The days of "on Friday … after two days of talks", which end on the day told."""
    if candidate.kind not in ENCOUNTERS or not candidate.clause.noun:
        return None
    sentence, trigger = candidate.tree.sentence.span, candidate.span
    told = _LONG.search(mentions.text, max(sentence.start, trigger.start - _REACH), trigger.start)
    end = _day_in(mentions, sentence)
    if told is None or end is None:
        return None
    start = end.start - dt.timedelta(days=_count(told["n"]) - 1)
    return When(DateSpan(start, end.end), Span(*told.span()), "days of it")


def _count(word: str) -> int:
    return 1 if word.lower() == "the" else small_number(word)


def _day_in(mentions: Mentions, words: Span) -> DateSpan | None:
    """The only day that some words tell."""
    days = [
        days
        for time in mentions.times_in(words)
        if not time.names_event
        and (days := day_words.resolve(time, day_words.Tense.PAST)) is not None
        and days.precision is Precision.DAY
        and days.days == 1
    ]
    return days[0] if len(days) == 1 else None
