"""Lists of articles: the newest first, by words, by publisher."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.store import tables
from dragoman.store.dialects import holds_words
from dragoman.store.words import parse_search


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list, and how many reports were read from it."""

    article_id: str
    headline: str | None
    publisher: str | None
    published: dt.date | None
    language: str | None
    source: str
    copy_of: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Some articles; ``next`` is the cursor of the page after it."""

    articles: tuple[Listed, ...]
    next: int | None = None


def list_articles(
    connection: Connection, *, text: str, publisher: str | None, limit: int, before: int | None
) -> ArticlePage:
    """Articles in the order they came, newest first, from ``before`` on."""
    table, reports = tables.articles, tables.reports.c
    counted = (
        select(func.count())
        .where(reports.article_no == table.c.article_no)
        .correlate(table)
        .scalar_subquery()
    )
    shown = (table.c.headline, table.c.publisher, table.c.published, table.c.language, table.c.source)
    wanted = select(table.c.article_no, table.c.article_id, *shown, table.c.copy_of, counted).where(
        *_conditions(connection, text, publisher, before)
    )
    rows = connection.execute(wanted.order_by(table.c.article_no.desc()).limit(limit + 1)).all()
    found = tuple(Listed(*row[1:]) for row in rows[:limit])
    return ArticlePage(found, rows[limit - 1][0] if len(rows) > limit else None)


def _conditions(
    connection: Connection, text: str, publisher: str | None, before: int | None
) -> list[ColumnElement[bool]]:
    table = tables.articles
    conditions: list[ColumnElement[bool]] = []
    if terms := parse_search(text):
        conditions.append(holds_words(connection, table, "article_no", terms))
    if publisher:
        conditions.append(func.lower(table.c.publisher) == publisher.lower())
    if before is not None:
        conditions.append(table.c.article_no < before)
    return conditions
