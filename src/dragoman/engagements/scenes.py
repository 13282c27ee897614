"""Scenes: what speaks for a day, and what against it, as that of an act told without one.

It may be the day of what is told before or after the act, of what it is part of, the day printed last, or that of
publication. What there is to say for each of them is put into words, the features that ``scene_days`` weighs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.citation import Evidence, Span, cite
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.calling_off import is_perfect
from dragoman.engagements.clauses import verb_tense
from dragoman.engagements.engagement import (
    BEGUN,
    CONTACTS,
    ROAMING,
    VERBAL,
    Engagement,
    Kind,
    Role,
)
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document, Sentence
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain, Tense, TimeMention
from dragoman.mentions.times import resolve
from dragoman.pages.article import BlockKind

_WORDS = {
    "earlier": re.compile(
        r"(?i)\b(?:earlier|previous(?:ly)?|already|recent(?:ly)?|repeatedly|often|long|ever|"
        r"over (?:several|many|the past|the last|recent) \w+)\b"
    ),
    "since": re.compile(r"(?i)\b(?:since|until|till|before|ahead of|prior to)\b"),
    "after": re.compile(r"(?i)\b(?:after|following|in response|when|as)\b"),
    "later": re.compile(r"(?i)\b(?:later|then|afterwards|subsequently|next|soon|in turn)\b"),
    "last": re.compile(r"(?i)\b(?:last|ago|once|first|former|in recent|over the past)\b"),
    "years": re.compile(r"(?i)\b(?:years?|months?|weeks?|decades?)\b"),
    "also": re.compile(
        r"(?i)\b(?:also|too|likewise|separately|meanwhile|in addition|for (?:his|her|its) part)\b"
    ),
}
_ELSEWHEN = frozenset({"words earlier", "tense pluperfect", "part of visit", "part of dated conference"})
"""What is told so was on another day, or on any of several, whatever else speaks for one."""
_NEWS = 7
"""News is at most so many days old."""
_MOST_DAYS = 4
_AGES = (("old", 8), ("week", 2), ("yesterday", 1), ("today", 0))
"""How long a day is before publication, at least."""
_SPEAKERS = (Role.ACTOR, Role.PARTICIPANT, Role.RECIPIENT)


@dataclass(frozen=True, slots=True)
class Choice:
    """A day that an act may have, the words that tell it, and what speaks for it and against it."""

    day: DateSpan
    evidence: tuple[Evidence, ...]
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """An engagement, where it is told first, and its one day if it has one."""

    eng: Engagement
    sentence: int
    start: int
    day: DateSpan | None


@dataclass(slots=True)
class Scene:
    """The days of one document, and what is told of each."""

    doc: Document
    mentions: Mentions
    engagements: Sequence[Engagement]
    _starts: list[int] = field(init=False)
    _told: list[_Told] = field(init=False)
    _times: list[tuple[int, TimeMention]] = field(init=False)
    _recent: set[DateSpan] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [sentence.span.start for sentence in self.doc.sentences]
        head = self.doc.article.dateline.span if self.doc.article.dateline is not None else Span(0, 0)
        self._times = [
            (self.sentence_at(time.span.start), time)
            for time in self.mentions.times
            if not head.covers(time.span) and not time.names_event
        ]
        self._recent = set(self._recent_days())
        told = (self._place(eng) for eng in self.engagements)
        self._told = sorted(told, key=lambda one: one.start)

    def choices(self, eng: Engagement) -> list[Choice]:
        """The days that an act may have; its own date, if there is one, is not looked at."""
        told = self._place(eng)
        about = frozenset(self._about(told))
        if about & _ELSEWHEN:
            return []
        dated = [one for one in self._told if one.day is not None and one.eng is not eng]
        days: dict[DateSpan, tuple[Evidence, ...]] = {}
        for day, evidence in self._days(told, dated):
            days.setdefault(day, evidence)
        return [
            Choice(day, evidence, about | frozenset(self._for(told, day, dated)))
            for day, evidence in days.items()
        ]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence at a position of the text."""
        return max(0, bisect_right(self._starts, position) - 1)

    def _place(self, eng: Engagement) -> _Told:
        """Where an engagement is told first, if possible below the headline."""
        span = self._span_of(eng)
        day = eng.date.value if eng.date is not None and _is_day(eng.date.value) else None
        return _Told(eng, self.sentence_at(span.start), span.start, day)

    def _span_of(self, eng: Engagement) -> Span:
        told = [item.span for item in eng.trigger if item.rule != ROAMING] or [
            item.span for item in eng.trigger
        ]
        below = [
            span
            for span in told
            if self.doc.sentences[self.sentence_at(span.start)].block is not BlockKind.HEADLINE
        ]
        return min(below or told)

    def _paragraph(self, sentence: int) -> Span:
        span = self.doc.sentences[sentence].span
        return next((block.span for block in self.doc.article.blocks if block.span.covers(span)), span)

    def _recent_days(self) -> Iterator[DateSpan]:
        published = self.mentions.day
        for _, time in self._times:
            days = time.past or time.days
            if days is None or time.grain is not Grain.DAY or days.days > 1:
                continue
            if published is None or 0 <= (published - days.end).days <= _NEWS:
                yield days

    def _setting(self, eng: Engagement) -> Engagement | None:
        return next((one for one in self.engagements if one.engagement_id == eng.part_of), None)

    def _last_time(self, told: _Told) -> tuple[int, DateSpan, TimeMention] | None:
        """The one day printed last before an act, or in its sentence."""
        found = [
            (at, days, time)
            for at, time in self._times
            if at <= told.sentence and (days := _day_of(time, told.eng)) is not None
        ]
        return found[-1] if found else None

    def _days(self, told: _Told, dated: Sequence[_Told]) -> Iterator[tuple[DateSpan, tuple[Evidence, ...]]]:
        """The days that an act may have, and the words that tell them."""
        text, article_id = self.doc.article.text, self.doc.article.article_id
        last = self._last_time(told)
        own = [time for at, time in self._times if at == told.sentence]
        for time in (*own, *([last[2]] if last is not None else ())):
            if (days := _day_of(time, told.eng)) is not None:
                yield days, (cite(text, article_id, time.span, time.rule),)
        setting = self._setting(told.eng)
        near = [one.eng for one in (*_beside(told, dated), *dated[:1]) if one is not None]
        for other in (*([setting] if setting is not None else ()), *near):
            if other.date is not None and _is_day(other.date.value):
                yield other.date.value, other.date.evidence
        if self.mentions.day is not None:
            dateline = self.doc.article.dateline
            printed = dateline is not None and dateline.day == self.mentions.day
            span = dateline.span if dateline is not None and printed else self._span_of(told.eng)
            yield DateSpan.of_day(self.mentions.day), (cite(text, article_id, span, "day of publication"),)

    def _about(self, told: _Told) -> Iterator[str]:
        """What is to be said of an act, whatever the day."""
        eng, sentence = told.eng, self.doc.sentences[told.sentence]
        text, span, group = self.doc.article.text, self._span_of(told.eng), _group(told.eng.kind)
        tense = _tense(sentence, span)
        yield from ("bias", f"kind {eng.kind}", f"tense {tense}", f"{group} {tense}")
        if eng.hypothetical:
            yield "hypothetical"
        if eng.attributed_to is not None:
            yield "attributed"
        if eng.mode == "summon":
            yield "summons"
        if _is_quoted(text[sentence.span.start : span.start]):
            yield "quoted"
        for name, pattern in _WORDS.items():
            if pattern.search(text, sentence.span.start, sentence.span.end):
                yield f"words {name}"
        if self.mentions.issuers:
            yield from ("released", f"released {group} {tense}")
        yield f"days told {min(len(self._recent), _MOST_DAYS)}"
        setting = self._setting(eng)
        yield f"part of {setting.kind if setting is not None else 'nothing'}"
        if setting is not None and setting.kind is Kind.CONFERENCE and setting.date is not None:
            yield "part of dated conference"  # of one day it would have that already

    def _for(self, told: _Told, day: DateSpan, dated: Sequence[_Told]) -> Iterator[str]:
        """What is to be said for one day."""
        yield from self._beside_publication(_group(told.eng.kind), day)
        for name, other in zip(("before", "after"), _beside(told, dated), strict=True):
            yield from self._beside_other(told, day, name, other)
        if dated and dated[0].day == day:
            yield "day of the first"
        yield from self._beside_times(told, day)
        yield from _beside_setting(self._setting(told.eng), day)
        if self._recent == {day}:
            yield "only day told"
        elif day in self._recent:
            yield "day told"

    def _beside_publication(self, group: str, day: DateSpan) -> Iterator[str]:
        published = self.mentions.day
        if published is None:
            yield "unpublished"
            return
        ago = (published - day.start).days
        age = next((name for name, least in _AGES if ago >= least), "ahead")
        yield from (f"day {age}", f"{group} {age}")
        if ago == 0:
            dateline = self.doc.article.dateline
            printed = dateline is not None and dateline.day == published
            yield "dateline of the day" if printed else "no dateline of the day"
            if self.mentions.issuers:
                yield f"issued {group}"

    def _beside_other(self, told: _Told, day: DateSpan, name: str, other: _Told | None) -> Iterator[str]:
        """What the dated engagement before or after an act says of a day."""
        if other is None:
            yield f"{name} nothing"
            return
        gap = abs(told.sentence - other.sentence)
        near = "same" if gap == 0 else "next" if gap == 1 else "near" if gap <= 3 else "far"
        if other.day != day:
            yield f"{name} another day {near}"
            return
        yield f"{name} {near}"
        if self._paragraph(told.sentence).covers(self.doc.sentences[other.sentence].span):
            yield f"{name} in paragraph"
        if told.eng.ids(Role.ACTOR, Role.PARTICIPANT) & other.eng.ids(*_SPEAKERS):
            yield f"{name} same actor"
        mine, theirs = told.eng.sides(), other.eng.sides()
        yield f"{name} sides {'same' if mine == theirs else 'shared' if mine & theirs else 'other'}"
        if other.eng.status != told.eng.status:
            yield f"{name} other status"
        if other.eng.historical:
            yield f"{name} history"

    def _beside_times(self, told: _Told, day: DateSpan) -> Iterator[str]:
        """What the days printed in the sentence of an act, or before it, say of a day."""
        own = [_day_of(time, told.eng) for at, time in self._times if at == told.sentence]
        if day in own:
            yield "day in sentence"
        elif any(found is not None for found in own):
            yield "other day in sentence"
        elif own:
            yield "vague time in sentence"
        last = self._last_time(told)
        if last is None:
            yield "no day printed before"
            return
        at, found, _ = last
        inside = self._paragraph(told.sentence).covers(self.doc.sentences[at].span)
        where = "in paragraph" if inside else "before"
        yield f"printed {where}" if found == day else f"other printed {where}"


def _beside(told: _Told, dated: Sequence[_Told]) -> tuple[_Told | None, _Told | None]:
    """The dated engagements told last before an act and first after it."""
    before = [one for one in dated if one.start <= told.start]
    after = [one for one in dated if one.start > told.start]
    return before[-1] if before else None, after[0] if after else None


def _beside_setting(setting: Engagement | None, day: DateSpan) -> Iterator[str]:
    if setting is None:
        return
    if setting.date is None:
        yield f"{setting.kind} undated"
    elif setting.date.value == day:
        yield f"{setting.kind} of the day"
    else:
        near = "about the day" if setting.date.value.overlaps(day) else "another day"
        yield f"{setting.kind} {near}"


def _is_day(days: DateSpan) -> bool:
    return days.precision is Precision.DAY and days.days == 1


def _day_of(time: TimeMention, eng: Engagement) -> DateSpan | None:
    """The one day an expression means beside an engagement."""
    if time.grain is not Grain.DAY or time.window:
        return None
    days = resolve(time, Tense.PAST if eng.status in BEGUN else Tense.FUTURE)
    return days if days is not None and _is_day(days) else None


def _tense(sentence: Sentence, span: Span) -> str:
    """How a telling is worded: the tense or modal of its topmost verb, or none."""
    tokens = sentence.tokens
    verbs = [
        index
        for index, token in enumerate(tokens)
        if span.start <= token.span.start < span.end and token.pos == "VERB" and token.dep
    ]
    if not verbs:
        return "none"
    tree = Tree(sentence)
    verb = min(verbs, key=lambda index: (sum(1 for _ in tree.ancestors(index)), index))
    if any(tokens[child].text.lower() == "had" for child in tree.of(verb, "aux")):
        return "pluperfect"
    if is_perfect(tree, verb):
        return "perfect"
    tense, modal = verb_tense(tree, verb)
    return modal or str(tense)


def _is_quoted(before: str) -> bool:
    """Whether the words of a sentence before a telling leave a quotation open."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _group(kind: Kind) -> str:
    if kind in VERBAL:
        return "words"
    return "contact" if kind in CONTACTS else "deed"
