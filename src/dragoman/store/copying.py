"""Which stored articles repeat which: a new one is compared with those that share a band with it, and so on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select, update

from dragoman.record.copies import COPY_SHARE, Printed, find_originals, sketch_of
from dragoman.store import tables
from dragoman.store.dialects import SOME, insert_into, number_of_key

_ARTICLES, _BANDS = tables.articles.c, tables.article_bands.c
_SHARING = select(_ARTICLES.article_id, _ARTICLES.published, _ARTICLES.signature).where(
    _ARTICLES.article_no.in_(select(_BANDS.article_no).where(_BANDS.band.in_(SOME))),
    _ARTICLES.article_id != bindparam("one"),
)


def write_bands(connection: Connection, article_no: int, article: Printed) -> None:
    """Keep the keys by which an article's copies are found."""
    rows = [{"band": band, "article_no": article_no} for band in map(number_of_key, article.sketch.bands)]
    if rows:
        connection.execute(insert_into(tables.article_bands), rows)


def settle_copies(connection: Connection, article: Printed) -> set[str]:
    """Say anew which articles around this one are copies, and of which; the ids of those for which that changed."""
    alike = _alike(connection, article)
    if len(alike) == 1:
        return set()
    originals = find_originals(alike.values())
    wanted = select(_ARTICLES.article_id, _ARTICLES.copy_of).where(_ARTICLES.article_id.in_(list(alike)))
    changed = {
        article_id: originals.get(article_id)
        for article_id, copy_of in connection.execute(wanted)
        if copy_of != originals.get(article_id)
    }
    if changed:
        connection.execute(
            update(tables.articles).where(_ARTICLES.article_id == bindparam("one")),
            [{"one": article_id, "copy_of": copy_of} for article_id, copy_of in changed.items()],
        )
    return set(changed)


def _alike(connection: Connection, article: Printed) -> dict[str, Printed]:
    """The article and all that repeat it, directly or through others."""
    found = {article.article_id: article}
    waiting = [article]
    while waiting:
        one = waiting.pop()
        for other in _repeating(one, _sharing(connection, one)):
            if other.article_id not in found:
                found[other.article_id] = other
                waiting.append(other)
    return found


_Candidate = tuple[str, dt.date | None, bytes]


def _sharing(connection: Connection, article: Printed) -> list[_Candidate]:
    """The articles that share a band with this one."""
    numbers = [number_of_key(band) for band in article.sketch.bands]
    if not numbers:
        return []
    found = connection.execute(_SHARING, {"some": numbers, "one": article.article_id})
    return [tuple(row) for row in found]


def _repeating(article: Printed, candidates: Sequence[_Candidate]) -> Iterator[Printed]:
    """Of the candidates those that are copies; office boilerplate makes candidates by the hundred, so all at once."""
    if not candidates:
        return
    import numpy as np

    mine = np.frombuffer(article.sketch.digest, "<u4")
    theirs = np.frombuffer(b"".join(digest for _, _, digest in candidates), "<u4").reshape(-1, len(mine))
    near = (theirs == mine).mean(axis=1) >= COPY_SHARE
    for (article_id, day, digest), is_near in zip(candidates, near, strict=True):
        if is_near:
            yield Printed(article_id, day, sketch_of(digest))
