"""The archive: the only door to what has been read.

>>> import tempfile
>>> from dragoman.store.query import Query
>>> with tempfile.TemporaryDirectory() as folder, Archive.open(f"{folder}/diplomacy.db") as archive:
...     archive.find(Query(person="Blinken", country=("FRA",))).records
()
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from dragoman.pipeline import Reading
from dragoman.record.record import Record
from dragoman.record.stays import Stay
from dragoman.store import bulk, opening, overview, runs, search, tables
from dragoman.store.backup import back_up, find_faults
from dragoman.store.bulk import Loaded
from dragoman.store.connecting import Database
from dragoman.store.listing import ArticlePage, list_articles
from dragoman.store.loading import load_article, load_records
from dragoman.store.query import (
    DEFAULT_LIMIT,
    Added,
    Change,
    Facets,
    Network,
    Page,
    Quarantined,
    Query,
    Run,
    Sort,
    Stats,
    StoredArticle,
)
from dragoman.store.runs import Fault, PageState, Versions
from dragoman.store.saving import Cause, now
from dragoman.store.trips import Contact, Trip, load_contacts, load_trips
from dragoman.store.writing import Arrival, Prepared, add_readings


def _cause_of(arrivals: Sequence[Arrival], run_no: int | None) -> Cause:
    return Cause(now(), run_no, arrivals[0].article_id if len(arrivals) == 1 else None)


class Archive:
    """Articles, reports and records in one database. Safe to share between threads; every call is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, location: str | Path, *, readonly: bool = False) -> Archive:
        """Open an archive; a file that is not there is made, unless ``readonly``.

        Args:
            location: a file, or ``postgresql://user@host/name``.
            readonly: never write; also opens a file that may not be written.

        Raises:
            ArchiveError: it cannot be opened, or was made by an older or a newer version of Dragoman.
        """
        database = Database(location, readonly=readonly)
        try:
            opening.prepare(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def limit_queries(self, seconds: float) -> None:
        """End every question that takes longer, with an ArchiveError; for archives that others may ask."""
        self._database.limit_queries(seconds)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def location(self) -> str:
        """Where the archive is, without a password."""
        return self._database.name

    @property
    def address(self) -> str:
        """What opens the same archive again, in another process; a password is in it."""
        return self._database.address

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """One transaction for a module of this folder or a decision; ``durable`` survives a power failure."""
        with self._database.writing(durable=durable) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database, to look at."""
        with self._database.reading() as connection:
            yield connection

    # What is saved

    def add(
        self,
        reading: Reading,
        *,
        run_no: int | None = None,
        version_no: int | None = None,
        page_hash: str | None = None,
    ) -> Added:
        """Save a reading and merge what it reports into the records; all of it, or nothing.

        An article that is there already is left as it is.

        Raises:
            ArchiveError: the database refuses, or evidence is not verbatim.
        """
        return self.add_all([Arrival(reading, version_no, page_hash)], run_no=run_no)[0]

    def add_all(self, arrivals: Sequence[Arrival], *, run_no: int | None = None) -> tuple[Added, ...]:
        """Save several readings in one transaction, all or none.

        Raises:
            ArchiveError: the database refuses, or evidence of one of them is not verbatim.
        """
        if not arrivals:
            return ()
        with self._database.writing(much=len(arrivals) >= bulk.MANY) as connection:
            return add_readings(connection, arrivals, _cause_of(arrivals, run_no))

    def begin_adding(
        self,
        arrivals: Sequence[Arrival],
        ahead: Iterable[Prepared],
        end: Executor,
        *,
        run_no: int | None = None,
    ) -> Callable[[], tuple[Added, ...]]:
        """Save several readings as ``add_all`` does, but let ``end`` write the last rows and close the transaction.

        Args:
            arrivals: at least one.
            ahead: those that are prepared.
            end: does that while something else is done here, but nothing is written to this archive.
            run_no: the run this belongs to.

        Returns:
            A function that waits for it. It raises what ``add_all`` does.
        """
        with ExitStack() as open_:
            connection = open_.enter_context(self._database.writing(much=True))
            added = add_readings(connection, arrivals, _cause_of(arrivals, run_no), ahead)
            ended = end.submit(open_.pop_all().close)

        def wait() -> tuple[Added, ...]:
            ended.result()
            return added

        return wait

    def load(self, readings: Iterable[Reading]) -> Loaded:
        """Save many readings, hundreds to a transaction; what is refused is left out and told.

        Raises:
            ArchiveError: the database refuses. Whole transactions before are kept.
        """
        return bulk.load(self, map(Arrival, readings))

    def start_run(self, command: str) -> int:
        """Note that something begins to change the archive; the number of the run."""
        with self._database.writing() as connection:
            return runs.start_run(connection, command)

    def finish_run(self, run_no: int, counts: Mapping[str, int]) -> None:
        """Note that it has ended, and what it counted."""
        with self._database.writing() as connection:
            runs.finish_run(connection, run_no, counts)

    def version_no(self, versions: Versions) -> int:
        """The number these versions have in this archive."""
        with self._database.writing() as connection:
            return runs.number_of(connection, versions)

    def page_state(self, page_hash: str, version_no: int | None = None) -> PageState:
        """What became of a raw page before."""
        with self._database.reading() as connection:
            return runs.look_up_page(connection, page_hash, version_no)

    def note_page(self, page_hash: str, source: str, article_id: str, *, run_no: int | None = None) -> None:
        """Note that a raw page holds an article that is there already."""
        with self._database.writing() as connection:
            runs.note_pages(connection, [runs.ReadPage(page_hash, source, article_id)], run_no)

    def quarantine(self, fault: Fault, *, version_no: int | None = None, run_no: int | None = None) -> None:
        """Note a page that could not be read, and why."""
        with self._database.writing() as connection:
            runs.write_quarantine(connection, fault, version_no, run_no)

    # What is there

    def article(self, article_id: str) -> StoredArticle | None:
        """An article with its text and what the archive knows of it."""
        with self._database.reading() as connection:
            return load_article(connection, article_id)

    def has_article(self, article_id: str) -> bool:
        """Whether the article has been read."""
        articles = tables.articles.c
        with self._database.reading() as connection:
            found = connection.execute(select(articles.article_no).where(articles.article_id == article_id))
            return found.first() is not None

    def record(self, record_id: str) -> Record | None:
        """A record; the id of one that went up in another leads there."""
        return next(iter(self.records((record_id,))), None)

    def records(self, record_ids: tuple[str, ...]) -> tuple[Record, ...]:
        """Several records, in the order asked for."""
        with self._database.reading() as connection:
            current = overview.follow_redirects(connection, record_ids)
            return load_records(connection, list(dict.fromkeys(current)))

    def expand(self, prefix: str, limit: int = 10) -> tuple[str, ...]:
        """The ids of records that begin so, old ones as what became of them."""
        with self._database.reading() as connection:
            return overview.expand(connection, prefix, limit)

    def records_of(self, article_id: str) -> tuple[Record, ...]:
        """The records that an article reports, oldest first."""
        with self._database.reading() as connection:
            return load_records(connection, overview.record_ids_of_article(connection, article_id))

    def find(self, query: Query, *, limit: int = DEFAULT_LIMIT, cursor: str | None = None) -> Page:
        """A page of the records a query asks for; ``cursor`` is the ``next`` of the page before."""
        with self._database.reading() as connection:
            return search.find_page(connection, query, limit=limit, cursor=cursor)

    def count(self, query: Query) -> int:
        """How many records a query asks for."""
        with self._database.reading() as connection:
            return search.count_records(connection, query)

    def facets(self, query: Query) -> Facets:
        """The records a query asks for, counted by ``kind``, ``status``, ``year``, ``country``, ``person``,
        ``organization``, ``place``, ``code`` and ``publisher``, the most frequent of each."""
        with self._database.reading() as connection:
            return search.count_facets(connection, query)

    def timeline(
        self,
        actor: str,
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
        limit: int = DEFAULT_LIMIT,
        cursor: str | None = None,
    ) -> Page:
        """What a person, organisation or country (its name, its id, or ISO alpha-3 code) took part in, oldest first."""
        is_code = len(actor) == 3 and actor.isalpha() and actor.isupper()
        query = Query(
            person=None if is_code else actor,
            country=(actor,) if is_code else (),
            since=since,
            until=until,
            sort=Sort.OLDEST,
        )
        return self.find(query, limit=limit, cursor=cursor)

    def stays(
        self, person: str, *, since: dt.date | None = None, until: dt.date | None = None
    ) -> tuple[Stay, ...]:
        """In which countries a person (words of a name, or an id) was and from when to when, oldest first."""
        from dragoman.store.stays import load_stays

        with self._database.reading() as connection:
            return load_stays(connection, person, since=since, until=until)

    def network(self, center: str, *, since: dt.date | None = None, until: dt.date | None = None) -> Network:
        """Who deals with a country (ISO alpha-3 code) or a person (id or name), and with what."""
        from dragoman.store.network import network_of

        with self._database.reading() as connection:
            return network_of(connection, center, since=since, until=until)

    def trips(self, query: Query) -> tuple[Trip, ...]:
        """What a query asks for in a few columns, for a map and a timeline."""
        with self._database.reading() as connection:
            return load_trips(connection, query)

    def contacts(self, query: Query) -> tuple[Contact, ...]:
        """What a query asks for with its day and all who take part, for a network."""
        with self._database.reading() as connection:
            return load_contacts(connection, query)

    def list_articles(
        self,
        text: str = "",
        *,
        publisher: str | None = None,
        limit: int = DEFAULT_LIMIT,
        before: int | None = None,
    ) -> ArticlePage:
        """Articles that have some words, the last to come first; ``before`` is the ``next`` of the page before."""
        with self._database.reading() as connection:
            return list_articles(connection, text=text, publisher=publisher, limit=limit, before=before)

    def history(self, record_id: str) -> tuple[Change, ...]:
        """What happened to a record, oldest first."""
        with self._database.reading() as connection:
            return overview.load_history(connection, record_id)

    def stats(self) -> Stats:
        """How much there is."""
        with self._database.reading() as connection:
            return overview.count_all(connection, self.location)

    def unfinished_runs(self) -> tuple[Run, ...]:
        """Runs that were killed, or are going on."""
        with self._database.reading() as connection:
            return overview.load_unfinished(connection)

    def unknown_offices(self) -> tuple[str, ...]:
        """Officeholders that enough articles name and the tables do not know, in words."""
        with self._database.reading() as connection:
            return overview.describe_unknown_offices(connection)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the archive, in words; nothing if all its promises hold."""
        with self._database.reading() as connection:
            return tuple(find_faults(connection))

    def back_up(self, target: Path) -> None:
        """Copy an SQLite archive to a new file while others may be writing to it."""
        back_up(self._database, target)

    def quarantined(self) -> tuple[Quarantined, ...]:
        """The pages that could not be read, newest first."""
        with self._database.reading() as connection:
            return overview.load_quarantine(connection)
