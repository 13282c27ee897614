"""Looking up what is not searched for: ids, history, counts, quarantine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Table, func, select, union

from dragoman.knowledge.observed import ObservedOffice
from dragoman.store import tables
from dragoman.store.query import Change, Quarantined, Run, Stats


def follow_redirects(connection: Connection, record_ids: Sequence[str]) -> list[str]:
    """The ids records have now."""
    redirects = tables.redirects.c
    found = connection.execute(
        select(redirects.old_id, redirects.new_id).where(redirects.old_id.in_(record_ids))
    )
    current = dict(found.all())
    return [current.get(record_id, record_id) for record_id in record_ids]


def expand(connection: Connection, prefix: str, limit: int) -> tuple[str, ...]:
    """The records whose present or old id begins so."""
    records, redirects = tables.records.c, tables.redirects.c
    both = union(
        select(records.record_id).where(records.record_id.startswith(prefix, autoescape=True)),
        select(redirects.new_id).where(redirects.old_id.startswith(prefix, autoescape=True)),
    )
    return tuple(sorted(connection.execute(both.limit(limit)).scalars()))


def record_ids_of_article(connection: Connection, article_id: str) -> list[str]:
    """The records an article reports."""
    reports, articles, records = tables.reports, tables.articles, tables.records
    wanted = (
        select(records.c.record_id)
        .join(reports, reports.c.record_id == records.c.record_id)
        .join(articles, articles.c.article_no == reports.c.article_no)
        .where(articles.c.article_id == article_id)
        .order_by(records.c.sort_day, records.c.record_id)
    )
    return list(dict.fromkeys(connection.execute(wanted).scalars()))


def load_history(connection: Connection, record_id: str) -> tuple[Change, ...]:
    """What happened to a record."""
    table = tables.history
    rows = connection.execute(select(table).where(table.c.record_id == record_id).order_by(table.c.change_no))
    return tuple(
        Change(row.record_id, row.made, row.what, row.article_id, row.run_no, json.loads(row.detail))
        for row in rows
    )


def load_quarantine(connection: Connection) -> tuple[Quarantined, ...]:
    """The pages that could not be read."""
    table = tables.quarantine
    rows = connection.execute(select(table).order_by(table.c.seen.desc(), table.c.source))
    return tuple(Quarantined(row.source, row.reason, row.tries, row.seen, row.page_hash) for row in rows)


def count_all(connection: Connection, location: str) -> Stats:
    """How much there is of everything."""
    records, articles = tables.records.c, tables.articles.c

    def count(table: Table, *conditions: ColumnElement[bool]) -> int:
        counting = select(func.count()).select_from(table).where(*conditions)
        return int(connection.execute(counting).scalar_one())

    first, last, changed = connection.execute(
        select(func.min(records.start), func.max(records.end), func.max(records.changed))
    ).one()
    return Stats(
        articles=count(tables.articles),
        copies=count(tables.articles, articles.copy_of.is_not(None)),
        reports=count(tables.reports),
        records=count(tables.records),
        decisions=count(tables.decisions),
        quarantined=count(tables.quarantine),
        first_day=first,
        last_day=last,
        last_change=changed,
        location=location,
    )


def load_unfinished(connection: Connection) -> tuple[Run, ...]:
    """Runs without an end."""
    table = tables.runs.c
    rows = connection.execute(
        select(table.run_no, table.command, table.started)
        .where(table.finished.is_(None))
        .order_by(table.run_no)
    )
    return tuple(Run(*row) for row in rows)


def describe_unknown_offices(connection: Connection) -> tuple[str, ...]:
    """Offices that articles of enough sources give to people the tables do not know."""
    from dragoman.knowledge.observed import gather_terms
    from dragoman.pipeline import shipped_knowledge

    extension = gather_terms(_observed(connection), shipped_knowledge())
    return tuple(
        f"{extension.people[term.person_id].person.name}, {term.title}: {term.note}, {term.start} to {term.end}"
        for term in extension.terms
    )


def _observed(connection: Connection) -> Iterator[ObservedOffice]:
    """Sightings as `knowledge.observed` takes them; those of undated articles prove no day. Copies are no source."""
    seen, reports, articles = tables.observed_offices.c, tables.reports.c, tables.articles.c
    rows = connection.execute(
        select(
            seen.title, seen.name, seen.country, seen.org_id, articles.article_id, articles.publisher,
            seen.start, seen.end, articles.published,
        )
        .join_from(tables.observed_offices, tables.reports, reports.report_id == seen.report_id)
        .join(tables.articles, articles.article_no == reports.article_no)
        .where(articles.published.is_not(None), articles.copy_of.is_(None))
        .order_by(articles.published, articles.article_id)
    )  # fmt: skip
    yield from (ObservedOffice(*row) for row in rows)
