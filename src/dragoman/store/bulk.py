"""Readings in bulk: hundreds to a transaction, from wherever they come, also out of another archive.

What is in the archive afterwards is what one `Archive.add` after the other would have made of them.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, select

from dragoman.codec import from_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import ArchiveError, ArchiveFullError, EvidenceError
from dragoman.ontology.event import CodedEvent
from dragoman.pipeline import Reading
from dragoman.store import tables
from dragoman.store.dialects import count_anew, is_among
from dragoman.store.query import Added
from dragoman.store.rows import article_of
from dragoman.store.runs import Versions
from dragoman.store.writing import AT_ONCE, Arrival, prepare

if TYPE_CHECKING:
    from dragoman.store.archive import Archive

BATCH = 1_000
"""Articles of one transaction. Each touches most pages of the indexes: twice as many write little more to the disk."""
MANY = 100
"""Articles from which a thread writes rows while the next ones are made."""
_PATIENCE_SECONDS = 2.0
"""How long a transaction waits to be filled: where readings come slowly, fewer are in hand."""

_TURN_SECONDS = 0.001
_FEW_CYCLES = 10_000
"""Objects in cycles, left behind by a batch, for which looking for them again at once is not worth it: a MB or two."""
_LONGEST_PAUSE = 16
"""Batches; each look takes a twelfth of what a batch takes."""

_ARTICLES, _REPORTS, _PAGES = tables.articles.c, tables.reports.c, tables.pages.c
_NEXT = (
    select(_ARTICLES.article_no, _ARTICLES.article_id, _ARTICLES.facts, _ARTICLES.text)
    .add_columns(_ARTICLES.skipped, _ARTICLES.version_no)
    .where(_ARTICLES.article_no > bindparam("after"))
    .order_by(_ARTICLES.article_no)
    .limit(AT_ONCE)
)
_TOLD = (
    select(_REPORTS.article_no, _REPORTS.engagement, _REPORTS.events)
    .where(is_among(_REPORTS.article_no))
    .order_by(_REPORTS.article_no, _REPORTS.report_id)
)
_READ_FROM = select(_PAGES.article_id, _PAGES.page_hash).where(is_among(_PAGES.article_id))


@dataclass(slots=True)
class Loaded:
    """What was loaded: articles and their reports, how many articles were there already, and why others were refused."""

    articles: int = 0
    reports: int = 0
    known: int = 0
    refused: list[str] = field(default_factory=list)

    def count(self, added: Added) -> None:
        """Count an article."""
        self.known += added.known
        self.articles += not added.known
        self.reports += added.reports


def load(
    archive: Archive,
    arrivals: Iterable[Arrival],
    *,
    run_no: int | None = None,
    tell: Callable[[Loaded], None] = lambda _: None,
) -> Loaded:
    """Save readings, up to `BATCH` articles to a transaction, fewer where they come slowly.

    Args:
        archive: where to.
        arrivals: taken as they are needed.
        run_no: the run this belongs to.
        tell: called after each transaction with what was loaded so far; all of that is saved.

    Raises:
        ArchiveError: the archive cannot be written. What was told is kept.
    """
    waiting = iter(arrivals)
    with ThreadPoolExecutor(1, "commit") as end, _in_short_turns(), _seldom_looking_for_cycles() as look:
        loading = _Loading(archive, run_no, tell, end)
        try:
            while batch := _next(waiting):
                loading.take(batch)
                look()
        finally:
            loading.finish()
    if loading.loaded.articles >= BATCH:
        with archive.writing() as connection:
            count_anew(connection)
    return loading.loaded


class _Loading:
    """Batches into an archive; of a large one the end is written by ``end`` while the next one is prepared."""

    def __init__(
        self, archive: Archive, run_no: int | None, tell: Callable[[Loaded], None], end: Executor
    ) -> None:
        self.loaded = Loaded()
        self._archive = archive
        self._run_no = run_no
        self._tell = tell
        self._end = end
        self._under_way: tuple[Sequence[Arrival], Callable[[], tuple[Added, ...]]] | None = None

    def take(self, batch: Sequence[Arrival]) -> None:
        """Save a batch."""
        if len(batch) < MANY:
            self.finish()
            self._save(batch)
            self._tell(self.loaded)
            return
        ahead = [prepare(one) for one in batch[:AT_ONCE]]
        self.finish()
        try:
            wait = self._archive.begin_adding(batch, ahead, self._end, run_no=self._run_no)
        except ArchiveError as error:
            self._save_parts(batch, error)
            self._tell(self.loaded)
        else:
            self._under_way = batch, wait

    def finish(self) -> None:
        """Wait for the end of the batch that is under way."""
        if self._under_way is None:
            return
        (batch, wait), self._under_way = self._under_way, None
        self._count(batch, wait)
        self._tell(self.loaded)

    def _save(self, batch: Sequence[Arrival]) -> None:
        self._count(batch, lambda: self._archive.add_all(batch, run_no=self._run_no))

    def _count(self, batch: Sequence[Arrival], add: Callable[[], tuple[Added, ...]]) -> None:
        """Count what is added; where a batch is refused, save its parts."""
        try:
            for added in add():
                self.loaded.count(added)
        except ArchiveError as error:
            self._save_parts(batch, error)

    def _save_parts(self, batch: Sequence[Arrival], error: ArchiveError) -> None:
        """Save the halves of a batch that was refused, until only what is to blame is left out."""
        if isinstance(error, ArchiveFullError):
            raise error
        if len(batch) > 1:
            half = len(batch) // 2
            self._save(batch[:half])
            self._save(batch[half:])
        elif isinstance(error, EvidenceError):
            self.loaded.refused.append(str(error))
        else:
            raise error


def _next(waiting: Iterator[Arrival]) -> list[Arrival]:
    """What is there within a moment."""
    batch, until = list[Arrival](), time.monotonic() + _PATIENCE_SECONDS
    for one in waiting:
        batch.append(one)
        if len(batch) >= BATCH or time.monotonic() > until:
            break
    return batch


@contextmanager
def _seldom_looking_for_cycles() -> Iterator[Callable[[], None]]:
    """Readings and records are no cycles; looking for some again and again takes a third of the time.

    What is given looks after each batch for those that came up since, as whoever makes the readings may leave some behind;
    as long as there are next to none it looks half as often each time.
    """
    looked = gc.isenabled()
    until = pause = 1

    def look() -> None:
        nonlocal until, pause
        until -= 1
        if looked and until <= 0:
            found = gc.collect(1)
            until = pause = 1 if found > _FEW_CYCLES else min(2 * pause, _LONGEST_PAUSE)

    gc.disable()
    try:
        yield look
    finally:
        if looked:
            gc.enable()


@contextmanager
def _in_short_turns() -> Iterator[None]:
    """Python's threads take turns of a millisecond: what writes rows often has to wait for one that makes them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _TURN_SECONDS))
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def take_in(archive: Archive, other: Archive, *, tell: Callable[[Loaded], None] = lambda _: None) -> Loaded:
    """Save what another archive has read; doing it twice is doing it once.

    Its records are not copied but merged with those here. What was decided there is not taken in.
    """
    with other.reading() as connection:
        versions = list(connection.execute(select(tables.versions)))
    numbers = {
        row.version_no: archive.version_no(Versions(*(getattr(row, name) for name in Versions.__slots__)))
        for row in versions
    }
    run_no = archive.start_run(f"db load {other.location}")
    loaded = Loaded()

    def told(so_far: Loaded) -> None:
        nonlocal loaded
        loaded = so_far
        tell(so_far)

    try:
        arrivals = (replace(one, version_no=numbers.get(one.version_no or 0)) for one in readings_in(other))
        loaded = load(archive, arrivals, run_no=run_no, tell=told)
    finally:
        archive.finish_run(run_no, {"saved": loaded.articles, "reports": loaded.reports})
    return loaded


def readings_in(archive: Archive) -> Iterator[Arrival]:
    """Everything an archive has read, in the order it came, with its own numbers of versions."""
    after = 0
    while True:
        with archive.reading() as connection:
            found = _after(connection, after)
        if not found:
            return
        after = max(found)
        yield from found.values()


def _after(connection: Connection, after: int) -> Mapping[int, Arrival]:
    """The next articles, by number."""
    rows = connection.execute(_NEXT, {"after": after}).all()
    told: defaultdict[int, list[tuple[Engagement, tuple[CodedEvent, ...]]]] = defaultdict(list)
    for row in connection.execute(_TOLD, {"some": [row.article_no for row in rows]}):
        coded = from_json(row.events, tuple[CodedEvent, ...])
        told[row.article_no].append((from_json(row.engagement, Engagement), coded))
    ids = [row.article_id for row in rows]
    pages = {row.article_id: row.page_hash for row in connection.execute(_READ_FROM, {"some": ids})}
    found = {}
    for row in rows:
        reading = Reading(
            article_of(row.facts, row.text),
            tuple(eng for eng, _ in told[row.article_no]),
            {eng.engagement_id: events for eng, events in told[row.article_no]},
            tuple(from_json(row.skipped, list[str])),
        )
        found[row.article_no] = Arrival(reading, row.version_no, pages.get(row.article_id))
    return found
