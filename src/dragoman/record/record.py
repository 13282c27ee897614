"""Record: one event, the articles that report it, what they agree on and where they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.engagements.engagement import Engagement, Status
from dragoman.ontology.event import CodedEvent
from dragoman.pages.article import Article


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of an event: what merging works on.

    ``copy_of`` is the article this one repeats (an agency text reprinted), ``None`` for an article of its own. Copies
    count as one source. ``trip`` is the engagement of the same article that ``engagement.part_of`` names: a meeting told
    without a day or place happened on its trip.
    """

    engagement: Engagement
    article_id: str
    publisher: str | None = None
    url: str | None = None
    headline: str | None = None
    published: dt.date | None = None
    copy_of: str | None = None
    trip: Engagement | None = None

    @property
    def report_id(self) -> str:
        """The engagement's id, by which choices and dissents name the report."""
        return self.engagement.engagement_id

    @property
    def source(self) -> str:
        """The article it comes from in the end: of a copy, the one copied."""
        return self.copy_of or self.article_id


def reports_of(
    article: Article, engagements: Iterable[Engagement], *, copy_of: str | None = None
) -> tuple[Report, ...]:
    """What ``article`` reports, ready for merging."""
    told = {eng.engagement_id: eng for eng in engagements}
    return tuple(
        Report(
            engagement=eng,
            article_id=article.article_id,
            publisher=article.publisher,
            url=article.url,
            headline=article.headline,
            published=None if article.published is None else article.published.day,
            copy_of=copy_of,
            trip=told.get(eng.part_of or ""),
        )
        for eng in told.values()
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Which value a field of the record has, by which rule, and which reports (engagement ids) support it.

    ``field`` is a path as `docs/json.md` names it: ``status``, ``date``, ``place``, ``participants[per:…].office``.
    """

    field: str
    rule: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """A value that lost: the field, the value as JSON (of the same shape as the field's), who reports it."""

    field: str
    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A status as it stood on a day of publication: planned on Monday, completed on Thursday."""

    published: dt.date | None
    status: Status
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an analyst decided on a field (``None``: on the whole record), and holds."""

    field: str | None
    verdict: str
    decision_id: str
    author: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where a ruling meets something its author did not see: the value read now (or another coder's), and the one decided.

    Values are JSON. The ruling stands; the field returns to the review queue.
    """

    field: str | None
    reason: str
    decision_id: str
    read: str
    decided: str


@dataclass(frozen=True, slots=True)
class Review:
    """What analysts decided on a record: the rulings that hold, where they conflict, whether it is to be left out.

    ``machine`` is the event without decisions, ``overruled`` what of it is no longer shown (these dissents are among the
    record's). ``flags`` are the fields somebody flagged, ``None`` for the whole record.
    """

    machine: Engagement
    overruled: tuple[Dissent, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    deleted: bool = False
    flags: tuple[str | None, ...] = ()

    @property
    def decided_by(self) -> tuple[str, ...]:
        """Who decided something that holds."""
        return tuple(sorted({ruling.author for ruling in self.rulings}))


@dataclass(frozen=True, slots=True)
class Record:
    """One event. ``engagement`` has the shape of its sources': its id is the record's, its evidence names articles.

    ``engagement.part_of`` is the record of the trip or conference it belongs to. ``reports`` are in the order of
    publication, then of engagement id. ``sources`` counts articles, copies once. ``moves`` tell how the status went.
    """

    record_id: str
    engagement: Engagement
    events: tuple[CodedEvent, ...]
    reports: tuple[Report, ...]
    choices: tuple[Choice, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    moves: tuple[Move, ...] = ()
    review: Review | None = None

    @property
    def deleted(self) -> bool:
        """Whether an analyst took it out."""
        return self.review is not None and self.review.deleted

    @property
    def sources(self) -> int:
        """How many articles tell it independently."""
        return len({report.source for report in self.reports})
