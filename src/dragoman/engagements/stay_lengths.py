"""Stay lengths: the days of a visit of which the text tells one day and how long it lasts.

"Arrived on Monday for a three-day visit", "left on Friday after a two-day visit", "on the second day of a four-day visit",
"will travel to P on Monday for two days", "arrives on Monday and leaves on Wednesday".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dragoman.citation import Span
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import Kind
from dragoman.engagements.reach import BEGINNING, nodes_of, token_at
from dragoman.mentions import times as day_words
from dragoman.mentions.calendar_words import SMALL_NUMBER, small_number
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain

_SETTING_OUT = frozenset({"embark", "depart", "arrive", "land"})
ENDING = frozenset({"end", "close", "conclude", "wrap", "wind", "wound", "finish", "complete", "cap"})
_NTH_DAY = re.compile(r"(?i)\bday\s")
_LAST_DAY = re.compile(r"(?i)\b(?:last|final|closing) day of (?:an?|the|his|her|their)\b")
_FROM = re.compile(r"(?i)\b(?:from|(?:starting|beginning|commencing)(?: on| from)?)\s(?:the\s)?$")
_IN_DAYS = re.compile(r"(?i)\bdays?\b")
_FOR_DAYS = re.compile(rf"(?i)\b(?:for|spen(?:d|ds|t|ding))\s(?P<n>{SMALL_NUMBER})\sdays\b(?!\sof\b)")
_LEAVING = frozenset({"leave", "depart", "return"})
_LONGEST = 14
"""Days between arriving and leaving of which one sentence tells."""


def find_running_stay(candidate: Candidate, mentions: Mentions) -> When | None:
    """The days of "is in P for the second day of a three-day visit", counted from the publication day."""
    if candidate.kind is not Kind.VISIT or mentions.day is None:
        return None
    sentence = candidate.tree.sentence.span
    told = [(span, days) for span, days in mentions.stays if sentence.covers(span)]
    reached = [(span, days) for span, days in told if _NTH_DAY.search(span.of(mentions.text))]
    whole = [days for span, days in told if (span, days) not in reached]
    last = _LAST_DAY.search(mentions.text, sentence.start, sentence.end)
    if last is not None and len(whole) == 1:
        reached = [(Span(*last.span()), whole[0])]
    if len(reached) != 1 or len(whole) != 1 or reached[0][1] > whole[0]:
        return None
    on = _day_told(candidate, mentions)
    start = (on or mentions.day) - dt.timedelta(days=reached[0][1] - 1)
    days = DateSpan(start, start + dt.timedelta(days=whole[0] - 1))
    rule = "stay counted from the day told" if on is not None else "stay counted from the day of the page"
    return When(days, reached[0][0], rule, True)


def _day_told(candidate: Candidate, mentions: Mentions) -> dt.date | None:
    """The one day that the sentence tells, if it tells one: "on the second day of his visit, on Tuesday"."""
    days = [
        day_words.resolve(time, day_words.Tense.PAST)
        for time in mentions.times_in(candidate.tree.sentence.span)
        if not time.names_event
    ]
    return days[0].start if len(days) == 1 and days[0] is not None and days[0].days == 1 else None


_BEFORE = 20
"""Characters before a day in which "from" or "since" makes it the first."""
_SINCE = re.compile(r"(?i)\b(?:since|(?:that|which) (?:began|started)(?: on)?)\s(?:last\s)?$")
_LASTING = frozenset({Kind.VISIT, Kind.CONFERENCE})


def find_stay_since(candidate: Candidate, mentions: Mentions) -> When | None:
    """The days of "has been in P since Sunday on a three-day visit"."""
    if candidate.kind is not Kind.VISIT or (length := _length_told(candidate, mentions)) is None:
        return None
    for time in mentions.times_in(candidate.tree.sentence.span):
        first = day_words.resolve(time, day_words.Tense.PAST)
        before = mentions.text[max(0, time.span.start - _BEFORE) : time.span.start]
        if first is not None and first.days == 1 and _SINCE.search(before) is not None:
            last = first.start + dt.timedelta(days=length - 1)
            return When(DateSpan(first.start, last), time.span, "stay since a day", True)
    return None


def find_whole_stay(candidate: Candidate, mentions: Mentions, when: When, index: int) -> When:
    """All days of "arrived on Monday for a three-day visit", "wrapped up a two-day visit on Monday"."""
    tokens = candidate.tree.sentence.tokens
    verb = tokens[tokens[index].head].lemma.lower()
    ends = verb in ENDING
    begins = verb in BEGINNING | _SETTING_OUT or _FROM.search(
        mentions.text, max(0, when.span.start - _BEFORE), when.span.start
    )
    if candidate.kind not in _LASTING or not is_one_day(when):
        return when
    sets_out = candidate.stage == "begun" or begins or _is_to_go(candidate, index)
    if not sets_out and not ends:
        return when
    if (length := _length_told(candidate, mentions)) is None:
        return _until_leaving(candidate, mentions, when) if sets_out else when
    if ends:
        days = DateSpan(when.days.start - dt.timedelta(days=length - 1), when.days.end)
    else:
        days = DateSpan(when.days.start, when.days.start + dt.timedelta(days=length - 1))
    return When(days, when.span, when.rule, True)


def lengthen(tellings: Sequence[Candidate], when: When, mentions: Mentions) -> When:
    """All days of a visit of which one telling has the day of arrival, and another how long it lasts."""
    arrival = [one for one in tellings if one.when == when and one.clause.lemma in _SETTING_OUT | BEGINNING]
    lengths = {length for one in tellings if (length := _length_told(one, mentions)) is not None}
    if not is_one_day(when) or not arrival or len(lengths) != 1:
        return when
    last = when.days.start + dt.timedelta(days=lengths.pop() - 1)
    return When(DateSpan(when.days.start, last), when.span, when.rule, True)


def _is_to_go(candidate: Candidate, index: int) -> bool:
    """ "will travel to P on Monday for two days": a day beside the verb of a journey to come is that of setting out."""
    ahead = candidate.clause.tense in {Tense.FUTURE, Tense.PRESENT} and candidate.stage != "over"
    return ahead and candidate.tree.sentence.tokens[index].head in nodes_of(candidate)


def _until_leaving(candidate: Candidate, mentions: Mentions, when: When) -> When:
    """The days of "arrived on Monday and left on Wednesday"."""
    tree = candidate.tree
    tense = day_words.Tense.PAST if candidate.clause.tense is Tense.PAST else day_words.Tense.FUTURE
    also = {verb for node in nodes_of(candidate) for verb in tree.conjuncts(node)}
    for time in mentions.times_in(tree.sentence.span):
        index, days = token_at(tree, time.span), day_words.resolve(time, tense)
        if index is None or days is None or days.days != 1 or time.names_event:
            continue
        verb = tree.sentence.tokens[index].head
        leaves = verb in also and tree.sentence.tokens[verb].lemma.lower() in _LEAVING
        if leaves and 0 < (days.start - when.days.start).days <= _LONGEST:
            return When(DateSpan(when.days.start, days.start), when.span, when.rule, True)
    return when


def find_only_day(candidate: Candidate, mentions: Mentions) -> When | None:
    """The day of "X, who is in P for a one-day visit, met Y on Monday"."""
    sentence = candidate.tree.sentence.span
    lengths = [
        days
        for span, days in mentions.stays
        if sentence.covers(span) and _NTH_DAY.search(span.of(mentions.text)) is None
    ]
    told = [time for time in mentions.times_in(sentence) if not time.names_event]
    if candidate.kind is not Kind.VISIT or lengths != [1] or len(told) != 1:
        return None
    days = day_words.resolve(told[0], day_words.Tense.PAST)
    if days is None or days.days != 1 or told[0].grain is not Grain.DAY:
        return None
    return When(days, told[0].span, "day of a one-day visit")


def find_stay_returned_from(candidate: Candidate, mentions: Mentions) -> When | None:
    """The days of "returned home on Friday after a three-day visit to P"."""
    tree, head = candidate.tree, candidate.clause.head
    if not candidate.clause.noun or tree.case(head) not in {"after", "following"}:
        return None
    above = tree.sentence.tokens[head].head
    returned = above >= 0 and tree.sentence.tokens[above].lemma.lower() in _LEAVING
    return find_ended_stay(candidate, mentions) if candidate.kind is Kind.VISIT and returned else None


def find_ended_stay(candidate: Candidate, mentions: Mentions) -> When | None:
    """The days of "left P on Friday after a three-day visit"."""
    told = [time for time in mentions.times_in(candidate.tree.sentence.span) if not time.names_event]
    length = _length_told(candidate, mentions)
    if length is None or len(told) != 1 or told[0].grain is not Grain.DAY:
        return None
    last = day_words.resolve(told[0], day_words.Tense.PAST)
    if last is None or last.days > 1:
        return None
    days = DateSpan(last.start - dt.timedelta(days=length - 1), last.end)
    return When(days, told[0].span, "last day of a stay", True)


def _length_told(candidate: Candidate, mentions: Mentions) -> int | None:
    """How many days, more than one, the sentence says that the stay lasts."""
    words = [
        (span.of(mentions.text), days)
        for span, days in mentions.stays
        if candidate.tree.sentence.span.covers(span)
    ]
    lengths = [days for told, days in words if _IN_DAYS.search(told) and not _NTH_DAY.search(told)]
    sentence = candidate.tree.sentence.span
    lengths += [
        small_number(found["n"]) for found in _FOR_DAYS.finditer(mentions.text, sentence.start, sentence.end)
    ]
    return lengths[0] if len(lengths) == 1 and lengths[0] > 1 else None


def is_one_day(when: When | None) -> bool:
    """Whether it is told on which day, and not only in which days, month or year."""
    return (
        when is not None and when.days.precision is Precision.DAY and when.days.days == 1 and not when.window
    )
