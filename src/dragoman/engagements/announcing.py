"""Announcing: acts whose day the next words of the same side tell.

"P has accused R of arming rebels. "R fuels this war," its foreign minister said on Tuesday": what is told first without
a day is what was said that Tuesday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.citation import Span
from dragoman.engagements.calling_off import is_perfect
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.clauses import Tense as VerbTense
from dragoman.engagements.engagement import VERBAL, Role, Status
from dragoman.engagements.said_on import DONE_BY_SAYING
from dragoman.language.document import Document, Sentence
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Grain, MentionKind, Tense, TimeMention
from dragoman.mentions.times import resolve
from dragoman.pages.article import BlockKind

_SAID = re.compile(
    r"(?i)\b(?P<verb>said|told|announced|stated|declared|wrote|posted|confirmed)\b(?P<what>[^,;:.!?\n\"“”]{0,70})$"
)
# "said he would meet X on Tuesday": the day of what is said.
_SAID_OF = re.compile(r"(?i)\b(?:that|he|she|it|they|we|will|would|had|has|have|was|were|is|are)\b")
_NEAR = 2
"""Sentences in which the day of an announcement stands."""
_NEWS = 7
"""News is at most so many days old."""


def date_by_announcement(candidates: Sequence[Candidate], doc: Document, mentions: Mentions) -> None:
    """Give undated acts that are done by telling of them the day on which their side is quoted right behind them."""
    for candidate in candidates:
        if candidate.when is None and _may_be_told_again(candidate, mentions):
            candidate.when = _day_told_after(candidate, doc.sentences, mentions)


def _may_be_told_again(candidate: Candidate, mentions: Mentions) -> bool:
    if candidate.kind not in DONE_BY_SAYING or candidate.status is not Status.COMPLETED:
        return False
    if candidate.historical or candidate.negated or candidate.hypothetical or mentions.day is None:
        return False
    sentence = candidate.tree.sentence
    if sentence.block is BlockKind.HEADLINE or mentions.times_in(sentence.span):
        return False
    if is_perfect(candidate.tree, candidate.clause.carrier):
        return True
    return candidate.kind in VERBAL and candidate.clause.tense in {VerbTense.PRESENT, VerbTense.PAST}


def _day_told_after(candidate: Candidate, sentences: Sequence[Sentence], mentions: Mentions) -> When | None:
    actors = [part.actor for part in candidate.of(Role.ACTOR)]
    for sentence in sentences[candidate.sentence + 1 : candidate.sentence + 1 + _NEAR]:
        times = mentions.times_in(sentence.span)
        if times:
            fits = len(times) == 1 and _is_said_by(actors, sentence.span, times[0], mentions)
            return _recent(times[0], mentions) if fits else None
    return None


def _is_said_by(actors: Sequence[Actor], sentence: Span, time: TimeMention, mentions: Mentions) -> bool:
    """Whether a state's minister, or somebody himself, says something on a day: "…," he told reporters on Tuesday."""
    told = _SAID.search(mentions.text, sentence.start, time.span.start)
    if told is None or _SAID_OF.search(told["what"]) is not None:
        return False
    before = [one for one in mentions.actors if sentence.start <= one.span.start < told.start()]
    speaker = max(before, key=lambda one: one.span.end, default=None)
    if speaker is None:
        return False
    if any(actor.kind is MentionKind.PERSON for actor in actors):
        return {actor.key for actor in speaker.actors} == {actor.key for actor in actors}
    return {actor.side for actor in speaker.actors} == {actor.side for actor in actors}


def _recent(time: TimeMention, mentions: Mentions) -> When | None:
    days = resolve(time, Tense.PAST)
    if days is None or days.days > 1 or time.grain is not Grain.DAY or time.names_event:
        return None
    assert mentions.day is not None
    recent = 0 <= (mentions.day - days.end).days <= _NEWS
    return When(days, time.span, "day it was announced on") if recent else None
