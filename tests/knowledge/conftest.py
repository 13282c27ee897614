"""Fixtures: `kb`, the shipped knowledge base, opened once."""

from __future__ import annotations

import pytest

from dragoman.knowledge.lookup import KnowledgeBase


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    return KnowledgeBase.open()
