"""Record: one event, the articles that report it, what they agree on and where they differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.engagements.engagement import Engagement
from dragoman.ontology.event import CodedEvent


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of an event: what merging works on.

    ``copy_of`` is the article this one repeats (an agency text reprinted), ``None`` for an article of its own. Copies
    count as one source.
    """

    engagement: Engagement
    article_id: str
    publisher: str | None = None
    url: str | None = None
    headline: str | None = None
    published: dt.date | None = None
    copy_of: str | None = None


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
class Record:
    """One event. ``engagement`` has the shape of its sources': its id is the record's, its evidence names articles.

    ``engagement.part_of`` is the record of the trip or conference it belongs to. ``reports`` are in the order of
    publication, then of engagement id. ``sources`` counts articles, copies once.
    """

    record_id: str
    engagement: Engagement
    events: tuple[CodedEvent, ...]
    reports: tuple[Report, ...]
    choices: tuple[Choice, ...] = ()
    dissents: tuple[Dissent, ...] = ()

    @property
    def sources(self) -> int:
        """How many articles tell it independently."""
        return len({report.copy_of or report.article_id for report in self.reports})
