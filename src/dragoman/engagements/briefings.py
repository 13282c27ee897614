"""Briefings: what a speaker says at a press conference of which the text tells the day is said on that day.

"Speaking at his weekly press conference on Monday, Baqaei stressed that … He also rejected …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.citation import Span
from dragoman.engagements.calling_off import is_perfect
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.clauses import Tense as VerbTense
from dragoman.engagements.engagement import VERBAL, Role
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind, Tense
from dragoman.mentions.times import resolve

_TOLD = re.compile(
    r"\b(?:(?:press|news|media) (?:conference|briefing)|(?:weekly|daily|regular) briefing|told (?:reporters|journalists)|"
    r"briefed (?:reporters|journalists|the press))\b"
)
_END = re.compile(r"[.!?\n]")
_WIDE = 400
"""Characters on either side of it in which its sentence begins and ends."""
# Said elsewhere, or at another time.
_ELSEWHERE = re.compile(
    r"(?i)\b(?:earlier|previously|later|repeatedly|wrote|posted|tweeted|interview|on X|letter|statement|telegram)\b"
)


def date_by_briefing(candidates: Sequence[Candidate], mentions: Mentions) -> None:
    """Give undated words of somebody the day of the press conference that they were said at."""
    told = list(_briefings(mentions))
    if not told:
        return
    for candidate in candidates:
        if candidate.when is not None or candidate.kind not in VERBAL or candidate.historical:
            continue
        sentence = candidate.tree.sentence.span
        if candidate.clause.tense is VerbTense.FUTURE or mentions.times_in(sentence):
            continue
        if is_perfect(candidate.tree, candidate.clause.carrier):
            continue
        if _ELSEWHERE.search(mentions.text, sentence.start, sentence.end) is not None:
            continue
        speaking = {part.actor.key for part in candidate.of(Role.ACTOR)}
        candidate.when = next(
            (when for start, speaker, when in told if speaker in speaking and start <= sentence.start), None
        )


def _briefings(mentions: Mentions) -> Iterator[tuple[int, str, When]]:
    """Where the text tells of a press conference, of whom, and of which day."""
    for match in _TOLD.finditer(mentions.text):
        words = _around(mentions.text, match.start(), match.end())
        days = [
            (days, time)
            for time in mentions.times_in(words)
            if not time.names_event and (days := resolve(time, Tense.PAST)) is not None
        ]
        people = {
            actor.key
            for mention in mentions.actors
            if words.covers(mention.span)
            for actor in mention.actors
            if actor.kind is MentionKind.PERSON
        }
        if len(days) == 1 and days[0][0].days == 1 and len(people) == 1:
            day, time = days[0]
            yield words.start, people.pop(), When(day, time.span, "day of the press conference")


def _around(text: str, start: int, end: int) -> Span:
    """The sentence around some words."""
    first = max((one.end() for one in _END.finditer(text, max(0, start - _WIDE), start)), default=None)
    last = _END.search(text, end, end + _WIDE)
    return Span(
        first if first is not None else max(0, start - _WIDE), last.start() if last is not None else end
    )
