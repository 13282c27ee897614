"""Dragoman reads news pages and press releases into a cited, structured record of diplomacy.

The public names are loaded when first used, so that ``import dragoman`` and ``dragoman --help`` are quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.engagements.engagement import Engagement as Engagement
    from dragoman.ingestion import ingest as ingest
    from dragoman.knowledge.lookup import KnowledgeBase as KnowledgeBase
    from dragoman.ontology.event import CodedEvent as CodedEvent
    from dragoman.pages import read_page as read_page
    from dragoman.pages.article import Article as Article
    from dragoman.pipeline import Reading as Reading
    from dragoman.pipeline import read as read
    from dragoman.record.record import Record as Record
    from dragoman.store.archive import Archive as Archive
    from dragoman.store.query import Query as Query

_HOMES = {
    "Archive": "dragoman.store.archive",
    "Article": "dragoman.pages.article",
    "CodedEvent": "dragoman.ontology.event",
    "Engagement": "dragoman.engagements.engagement",
    "KnowledgeBase": "dragoman.knowledge.lookup",
    "Query": "dragoman.store.query",
    "Reading": "dragoman.pipeline",
    "Record": "dragoman.record.record",
    "ingest": "dragoman.ingestion",
    "read": "dragoman.pipeline",
    "read_page": "dragoman.pages",
}

__all__ = [
    "Archive",
    "Article",
    "CodedEvent",
    "Engagement",
    "KnowledgeBase",
    "Query",
    "Reading",
    "Record",
    "ingest",
    "read",
    "read_page",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
