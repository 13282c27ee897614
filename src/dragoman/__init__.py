"""Dragoman reads news pages and press releases into a cited, structured record of diplomacy.

The public names are loaded when first used, so that ``import dragoman`` and ``dragoman --help`` are quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.engagements.engagement import Engagement as Engagement
    from dragoman.knowledge.lookup import KnowledgeBase as KnowledgeBase
    from dragoman.ontology.event import CodedEvent as CodedEvent
    from dragoman.pages import read_page as read_page
    from dragoman.pages.article import Article as Article
    from dragoman.pipeline import Reading as Reading
    from dragoman.pipeline import read as read

_HOMES = {
    "Article": "dragoman.pages.article",
    "CodedEvent": "dragoman.ontology.event",
    "Engagement": "dragoman.engagements.engagement",
    "KnowledgeBase": "dragoman.knowledge.lookup",
    "Reading": "dragoman.pipeline",
    "read": "dragoman.pipeline",
    "read_page": "dragoman.pages",
}

__all__ = ["Article", "CodedEvent", "Engagement", "KnowledgeBase", "Reading", "read", "read_page"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
