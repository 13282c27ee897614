"""Which stored articles repeat which: a new one is compared with those that share a band with it, and so on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, insert, select, update

from dragoman.record.copies import Printed, find_originals, is_copy, sketch_of
from dragoman.store import tables

_ARTICLES = tables.articles.c


def band_numbers(bands: Iterable[str]) -> list[int]:
    """Bands as 64-bit numbers: a tenth of the room, and a collision is only one more comparison."""
    digests = (hashlib.blake2b(band.encode(), digest_size=8).digest() for band in sorted(bands))
    return [int.from_bytes(digest, "big", signed=True) for digest in digests]


def write_bands(connection: Connection, article_no: int, article: Printed) -> None:
    """Keep the keys by which an article's copies are found."""
    rows = [{"band": band, "article_no": article_no} for band in band_numbers(article.sketch.bands)]
    if rows:
        connection.execute(insert(tables.article_bands), rows)


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
        for other in _sharing(connection, one):
            if other.article_id not in found and is_copy(one.sketch, other.sketch):
                found[other.article_id] = other
                waiting.append(other)
    return found


def _sharing(connection: Connection, article: Printed) -> list[Printed]:
    bands = tables.article_bands.c
    numbers = band_numbers(article.sketch.bands)
    if not numbers:
        return []
    sharing = select(bands.article_no).where(bands.band.in_(numbers))
    rows = connection.execute(
        select(_ARTICLES.article_id, _ARTICLES.published, _ARTICLES.signature).where(
            _ARTICLES.article_no.in_(sharing), _ARTICLES.article_id != article.article_id
        )
    )
    return [Printed(article_id, day, sketch_of(digest or b"")) for article_id, day, digest in rows]
