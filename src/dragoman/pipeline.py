"""read(article, kb): an article to coded engagements, the project's one path in a dozen lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.engagements.engagement import Engagement
from dragoman.ontology.coding import code_engagement
from dragoman.ontology.event import CodedEvent
from dragoman.pages.article import Article

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article: its engagements and their coded events by engagement id.

    ``skipped`` says in short phrases what was left out and why: "the article is not in English (fr)".
    """

    article: Article
    engagements: tuple[Engagement, ...]
    events: Mapping[str, tuple[CodedEvent, ...]]
    skipped: tuple[str, ...] = ()

    def events_of(self, eng: Engagement) -> tuple[CodedEvent, ...]:
        """The coded events of one of the engagements."""
        return self.events.get(eng.engagement_id, ())


def code_reading(
    article: Article, engagements: tuple[Engagement, ...], *, skipped: tuple[str, ...] = ()
) -> Reading:
    """The engagements of ``article`` with their codes."""
    return Reading(
        article, engagements, {eng.engagement_id: code_engagement(eng) for eng in engagements}, skipped
    )
