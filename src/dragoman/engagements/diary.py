"""Diary: pages that tell day by day what is to come, under headings that name the day and the place.

"Tuesday, 15 October", "Vilnius", "10:00 Minister Aalto receives the Foreign Minister of Estonia": the heading's day and
city are those of the entries under it, and what is told there in the present is planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.citation import Span
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import CALLED_OFF, Kind, Status
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import PlaceMention
from dragoman.pages.article import Article, Block, BlockKind

_DIARY = re.compile(
    r"(?i)\b(?:agenda|diary|programme|program|schedule|calendar|daybook|week ahead|events|engagements|planner)\b"
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MARKS = re.compile(r"[\s\d:.*•·–—-]*(?<!\d)|[\s*•·–—-]*")
_OPENING = re.compile(r"(?:,?\s\d{1,2}[:.]\d\d)?\s?[:–—-]\s")
_BEHIND_DAY = re.compile(r"\s?[–—:,(-]?\s?")
_DASH = re.compile(r"\s?[–—:-]\s")
_ELSEWHERE = frozenset({Kind.VISIT, Kind.CALL})


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under one heading: its words, its days, the heading itself."""

    span: Span
    days: DateSpan
    heading: Span


@dataclass(frozen=True, slots=True)
class _Day:
    """The days a block begins with; ``is_all`` if nothing else stands in it."""

    span: Span
    days: DateSpan
    is_all: bool


def follow_diary(candidates: Sequence[Candidate], article: Article, mentions: Mentions) -> None:
    """Give what a diary tells the day and place it stands under."""
    sections = _sections(article, mentions)
    if not sections:
        return
    places = list(_places(article.blocks, mentions))
    for candidate in candidates:
        section = next((one for one in sections if one.span.covers(candidate.span)), None)
        if section is None or candidate.historical or candidate.status in CALLED_OFF:
            continue
        _date(candidate, section, mentions)
        where = next((place for span, place in reversed(places) if span.covers(candidate.span)), None)
        if where is not None and candidate.where is None and candidate.kind not in _ELSEWHERE:
            candidate.where = where


def _date(candidate: Candidate, section: _Section, mentions: Mentions) -> None:
    told = candidate.tree.sentence.span
    own = candidate.when is not None or any(
        not section.heading.covers(time.span) for time in mentions.times_in(told)
    )
    if not own and (section.days.days == 1 or candidate.kind is Kind.VISIT):
        candidate.when = When(section.days, section.heading, "day of the programme")
    ahead = mentions.day is not None and section.days.start >= mentions.day
    if ahead and candidate.status is Status.COMPLETED and candidate.clause.tense is not Tense.PAST:
        candidate.status = Status.PLANNED


def _sections(article: Article, mentions: Mentions) -> list[_Section]:
    """The parts of a page under headings that are nothing but a day, and the entries that begin with one.

    One alone counts only under a diary's headline.
    """
    found = [(block, day) for block in article.blocks if (day := _day_of(block, mentions)) is not None]
    if not found or (len(found) < 2 and _DIARY.search(article.headline or "") is None):
        return []
    ends = [*(block.span.start for block, _ in found[1:]), len(article.text)]
    return [
        _Section(Span(block.span.start, end if day.is_all else block.span.end), day.days, day.span)
        for (block, day), end in zip(found, ends, strict=True)
    ]


def _day_of(block: Block, mentions: Mentions) -> _Day | None:
    """The days a block begins with, if it is nothing else or an entry follows ("MONDAY, MAY 20: …")."""
    text = mentions.text
    if block.kind is BlockKind.HEADLINE:
        return None
    start = _end_of(_MARKS, text, block.span.start, block.span)
    end, days = start, []
    for time in mentions.times_in(block.span):
        if _LETTERS.search(text[end : time.span.start]) or time.days is None:
            break
        if time.days.precision is not Precision.DAY:
            break
        end = time.span.end
        days.append(time.days)
    if not days:
        return None
    whole = DateSpan(min(one.start for one in days), max(one.end for one in days))
    is_all = _LETTERS.search(text[end : block.span.end]) is None or _is_place(text, end, block, mentions)
    opens = _OPENING.match(text, end, block.span.end) is not None
    return _Day(Span(start, end), whole, is_all) if is_all or opens else None


def _is_place(text: str, end: int, block: Block, mentions: Mentions) -> bool:
    """Whether nothing but a place stands behind the day of a heading ("Monday, 3 June – Tbilisi")."""
    start = _end_of(_BEHIND_DAY, text, end, block.span)
    return any(
        place.span.start == start and not text[place.span.end : block.span.end].strip(" .:")
        for place in mentions.places
    )


def _end_of(pattern: re.Pattern[str], text: str, start: int, within: Span) -> int:
    found = pattern.match(text, start, within.end)
    return found.end() if found is not None else start


def _places(blocks: Sequence[Block], mentions: Mentions) -> Iterator[tuple[Span, PlaceMention]]:
    """The parts of a page under a line that is nothing but a city, and the entries that begin with one ("ROME – …")."""
    open_place: PlaceMention | None = None
    start = 0
    for block in blocks:
        lead = _leading_place(block, mentions)
        is_day = _day_of(block, mentions) is not None
        if open_place is not None and (is_day or (lead is not None and lead[1])):
            yield Span(start, block.span.start), open_place
            open_place = None
        if lead is not None and lead[1]:
            open_place, start = lead[0], block.span.start
        elif lead is not None:
            yield block.span, lead[0]
    if open_place is not None:
        yield Span(start, len(mentions.text)), open_place


def _leading_place(block: Block, mentions: Mentions) -> tuple[PlaceMention, bool] | None:
    """The city a block begins with, and whether that is all of it."""
    day = _day_of(block, mentions)
    start = _end_of(_MARKS, mentions.text, block.span.start, block.span)
    if day is not None and day.is_all:
        start = _end_of(_BEHIND_DAY, mentions.text, day.span.end, block.span)
    told = mentions.places if mentions.dateline is None else (*mentions.places, mentions.dateline)
    place = next((one for one in told if one.span.start == start), None)
    if place is None or place.span.end > block.span.end:
        return None
    if not mentions.text[place.span.end : block.span.end].strip(" .:"):
        return place, True
    return (place, False) if _DASH.match(mentions.text, place.span.end, block.span.end) else None
