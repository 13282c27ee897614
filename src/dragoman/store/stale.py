"""Which articles were read by something else than what is installed now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select

from dragoman.errors import ArchiveError
from dragoman.store import tables
from dragoman.store.archive import Archive
from dragoman.store.dialects import chunks
from dragoman.store.runs import Versions


@dataclass(frozen=True, slots=True)
class Due:
    """An article to be read again, with the profile to read it by."""

    article_id: str
    source: str
    profile: str


def due_articles(
    archive: Archive,
    present: Mapping[str, Versions],
    *,
    articles: Sequence[str] = (),
    everything: bool = False,
    profile: str | None = None,
) -> tuple[Due, ...]:
    """The articles whose reading may differ now, in the order they came.

    Args:
        archive: where they are.
        present: the versions installed, by profile.
        articles: only these, whatever read them.
        everything: also those that the installed versions have read.
        profile: the profile to read by, if not that of before.

    Raises:
        ArchiveError: one of ``articles`` is not there.
    """
    table, versions = tables.articles.c, tables.versions.c
    wanted = select(table.article_id, table.source, tables.versions).outerjoin(
        tables.versions, versions.version_no == table.version_no
    )
    with archive.reading() as connection:
        if articles:
            rows = [
                row
                for some in chunks(list(articles))
                for row in connection.execute(wanted.where(table.article_id.in_(some)))
            ]
        else:
            rows = list(connection.execute(wanted.order_by(table.article_no)))
    missing = sorted(set(articles) - {row.article_id for row in rows})
    if missing:
        raise ArchiveError(f"no article {missing[0]} in {archive.location}")
    default = next(iter(present))
    due = []
    for row in rows:
        by = profile or (row.profile if row.profile in present else default)
        told = {name: getattr(row, name) for name in asdict(present[by])}
        if articles or everything or told != asdict(present[by]):
            due.append(Due(row.article_id, row.source, by))
    return tuple(due)
