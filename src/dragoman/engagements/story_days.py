"""Story days: the one day of which a text tells its news, for meetings and agreements told without a day.

"X met Y in Oslo. They signed an accord, the ministry said on Tuesday": where a text has a single day for all that has
happened, that is the day of what it tells beside it. A release without any day in its words tells of the day it is
dated with.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.citation import Cited, Span, cite
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement, Kind, Status
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain, TimeMention
from dragoman.pages.article import Article

_TOLD_OF_A_DAY = frozenset({Kind.MEETING, Kind.CALL, Kind.AGREEMENT, Kind.AID})
# News is at most so many days old.
_NEWS = 7
# What is told with these was on another day, or nobody says on which.
_OTHER_DAY = re.compile(
    r"\b(?:earlier|previous|previously|already|before|since|recent|recently|later|last|ago|once|first|until|separately|"
    r"in recent|over the past|(?:after|following|over|for) (?:\w+ )?(?:months|weeks|days|years))\b",
    re.IGNORECASE,
)


_LIVE = re.compile(r"(?i)\blive\b|\bas (?:it|they) happen(?:s|ed)\b|\b(?:latest|rolling) (?:news|updates)\b")
_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?=\W|$)")
# So many entries make a running report.
_ENTRIES = 3


def date_by_story(
    engagements: tuple[Engagement, ...], article: Article, mentions: Mentions, sentences: Sequence[Span]
) -> tuple[Engagement, ...]:
    """The engagements with undated news given the one day that the text tells its news of."""
    if mentions.day is None:
        return engagements
    head = article.dateline.span if article.dateline is not None else Span(0, 0)
    times = [time for time in mentions.times if not head.covers(time.span)]
    live = _is_live(article)
    found = _today(article, mentions.day) if live else _told_day(article, times, mentions.day)
    if found is None:
        return engagements
    paragraphs = [block.span for block in article.blocks]
    settings = {eng.engagement_id: eng for eng in engagements}
    return tuple(
        replace(eng, date=found)
        if _is_undated_news(eng, live=live)
        and not _is_of_longer(eng, settings)
        and all(
            _is_plain(article.text, told.span, times, sentences, paragraphs, found.value)
            for told in eng.trigger
        )
        else eng
        for eng in engagements
    )


def _told_day(article: Article, times: Sequence[TimeMention], published: dt.date) -> Cited[DateSpan] | None:
    """The only recent day in the text; where its words tell none at all, that of its dateline."""
    told = [(days, time) for time in times if (days := _recent_day(time, published)) is not None]
    if len({days for days, _ in told}) == 1:
        days, time = told[0]
        evidence = (cite(article.text, article.article_id, time.span, time.rule),)
        return Cited(days, evidence, 0.7, "the one day that the text tells of")
    dated = None if told else _dated_by(article, published)
    if dated is None:
        return None
    evidence = (cite(article.text, article.article_id, dated, "dateline"),)
    return Cited(DateSpan.of_day(published), evidence, 0.6, "the day of the dateline")


def _is_live(article: Article) -> bool:
    """Whether a page is a running report: its headline says so, and its entries begin with the clock."""
    lines = [*article.text.splitlines(), *(cut.text for cut in article.cut)]
    clocks = sum(1 for line in lines if _CLOCK.match(line))
    return clocks >= _ENTRIES and _LIVE.search(article.headline or "") is not None


def _today(article: Article, published: dt.date) -> Cited[DateSpan]:
    """The day of a running report, cited by its headline."""
    evidence = (
        cite(article.text, article.article_id, Span(0, len(article.headline or "")), "running report"),
    )
    return Cited(DateSpan.of_day(published), evidence, 0.8, "a running report tells of its own day")


def _dated_by(article: Article, published: dt.date) -> Span | None:
    """The dateline of a page whose words tell no day."""
    dateline = article.dateline
    return dateline.span if dateline is not None and dateline.day == published else None


def _recent_day(time: TimeMention, published: dt.date) -> DateSpan | None:
    """The day an expression tells, if it is one day of the last week."""
    days = _day(time)
    if time.names_event or time.grain is not Grain.DAY or time.window or days is None or days.days > 1:
        return None
    return days if 0 <= (published - days.end).days <= _NEWS else None


def _day(time: TimeMention) -> DateSpan | None:
    return time.past or time.days


def _is_undated_news(eng: Engagement, *, live: bool) -> bool:
    arrived = live and eng.kind is Kind.VISIT and eng.status is Status.ONGOING
    if eng.date is not None or not (eng.status is Status.COMPLETED or arrived):
        return False
    if eng.kind not in _TOLD_OF_A_DAY and not live:
        return False
    return not (eng.historical or eng.negated or eng.hypothetical)


def _is_of_longer(eng: Engagement, settings: dict[str, Engagement]) -> bool:
    """Whether it was told in something that lasted several days."""
    setting = settings.get(eng.part_of or "")
    return setting is not None and setting.date is not None and setting.date.value.days > 1


def _is_plain(
    text: str,
    told: Span,
    times: Sequence[TimeMention],
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    days: DateSpan,
) -> bool:
    """Whether nothing in its sentence, or before it in its paragraph, tells of another time."""
    sentence = next(span for span in sentences if span.start <= told.start < span.end)
    paragraph = next((span for span in paragraphs if span.covers(sentence)), sentence)
    if _OTHER_DAY.search(sentence.of(text)) is not None or any(sentence.covers(time.span) for time in times):
        return False
    before = [time for time in times if paragraph.start <= time.span.start < sentence.start]
    return not before or _day(before[-1]) == days
