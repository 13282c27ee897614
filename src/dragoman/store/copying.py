"""Which stored articles repeat which: new ones are compared with those that share a band with them, and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from dragoman.record.copies import COPY_SHARE, Printed, find_originals, sketch_of
from dragoman.store import tables
from dragoman.store.dialects import is_among, number_of_key
from dragoman.store.rows import Row

_ARTICLES, _BANDS = tables.articles.c, tables.article_bands.c
_UNDER = select(_BANDS.band, _BANDS.article_no).where(is_among(_BANDS.band))
_PRINTS = select(
    _ARTICLES.article_no, _ARTICLES.article_id, _ARTICLES.published, _ARTICLES.signature, _ARTICLES.copy_of
).where(is_among(_ARTICLES.article_no))
_AGAIN = update(tables.articles).where(_ARTICLES.article_id == bindparam("one"))


@dataclass(frozen=True, slots=True)
class Copies:
    """What settling found: which article is repeated by those for which that changed; the bands of fresh ones, as rows."""

    copy_of: Mapping[str, str | None]
    bands: Sequence[Row]


def settle_copies(connection: Connection, fresh: Mapping[int, Printed]) -> Copies:
    """Say anew which articles around fresh ones are copies, and of which. Of older articles, what changed is written.

    Args:
        connection: a transaction that writes.
        fresh: articles by number that are about to be written, none of them known as a copy yet.
    """
    shelf = _Shelf(connection, fresh)
    bands = shelf.rows()
    changed = dict[str, str | None]()
    settled = set[int]()
    for number in fresh:
        if number not in settled:
            alike = _alike(shelf, number)
            settled |= alike
            if len(alike) > 1:
                changed |= shelf.changes(alike)
    arriving = {one.article_id for one in fresh.values()}
    older = [{"one": one, "copy_of": copied} for one, copied in changed.items() if one not in arriving]
    if older:
        connection.execute(_AGAIN, older)
    return Copies(changed, bands)


def _alike(shelf: _Shelf, number: int) -> set[int]:
    """The article and all that repeat it, directly or through others."""
    found, waiting = {number}, [number]
    while waiting:
        one = waiting.pop()
        near = [other for other in shelf.repeating(one) if other not in found]
        found.update(near)
        waiting += near
    return found


class _Shelf:
    """Articles by number and by band: the fresh ones, and those kept that are asked for."""

    def __init__(self, connection: Connection, fresh: Mapping[int, Printed]) -> None:
        self._connection = connection
        self._prints = dict(fresh)
        self._copy_of: dict[int, str | None] = dict.fromkeys(fresh)
        self._bands: dict[int, list[int]] = {}
        self._under: defaultdict[int, set[int]] = defaultdict(set)
        self._looked_up = set[int]()
        self._look_up({band for number in fresh for band in self._bands_of(number)})
        for number in fresh:
            for band in self._bands_of(number):
                self._under[band].add(number)

    def rows(self) -> list[Row]:
        """The rows of `article_bands` of the articles seen so far, in the order of its index."""
        under = sorted((band, number) for number, bands in self._bands.items() for band in bands)
        return [{"band": band, "article_no": number} for band, number in under]

    def repeating(self, number: int) -> list[int]:
        """The articles that repeat this one; office boilerplate makes candidates by the hundred, so all at once."""
        bands = self._bands_of(number)
        self._look_up(set(bands))
        near = sorted({other for band in bands for other in self._under[band]} - {number})
        if not near:
            return []
        import numpy as np

        self._load([other for other in near if other not in self._prints])
        mine = np.frombuffer(self._prints[number].sketch.digest, "<u4")
        digests = b"".join(self._prints[other].sketch.digest for other in near)
        shares = (np.frombuffer(digests, "<u4").reshape(-1, len(mine)) == mine).mean(axis=1)
        return [other for other, share in zip(near, shares, strict=True) if share >= COPY_SHARE]

    def changes(self, alike: Iterable[int]) -> dict[str, str | None]:
        """For those of these articles that are a copy of another one than they are told to be, which one."""
        prints = {number: self._prints[number] for number in sorted(alike)}
        originals = find_originals(prints.values())
        return {
            one.article_id: originals.get(one.article_id)
            for number, one in prints.items()
            if self._copy_of[number] != originals.get(one.article_id)
        }

    def _bands_of(self, number: int) -> list[int]:
        if number not in self._bands:
            self._bands[number] = sorted(map(number_of_key, self._prints[number].sketch.bands))
        return self._bands[number]

    def _look_up(self, bands: set[int]) -> None:
        new = bands - self._looked_up
        if new:
            for band, number in self._connection.execute(_UNDER, {"some": sorted(new)}):
                self._under[band].add(number)
            self._looked_up |= new

    def _load(self, numbers: Sequence[int]) -> None:
        if not numbers:
            return
        for row in self._connection.execute(_PRINTS, {"some": numbers}):
            self._prints[row.article_no] = Printed(row.article_id, row.published, sketch_of(row.signature))
            self._copy_of[row.article_no] = row.copy_of
