"""ingest(paths, archive): pages into an archive, each read once; what cannot be read is noted and the rest goes on.

A page that was read before is recognised by its bytes, so the same command goes on where it was interrupted. Reading
can be spread over processes; saving is one transaction per article, here.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.errors import EvidenceError, PageError
from dragoman.pages import RawPage, Refusal, iter_pages, to_article
from dragoman.pipeline import PROFILES, Reading, keep_sure, read
from dragoman.store.archive import Archive
from dragoman.store.query import Added
from dragoman.store.runs import Fault, present_versions
from dragoman.workers import TRIES, Failed, Lost, answer_of, work_supervised

if TYPE_CHECKING:
    from dragoman.knowledge.lookup import KnowledgeBase

KNOWN, HELD, FOREIGN = "already in the archive", "in quarantine", "not in English"
"""Why a page is passed over."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How pages are read.

    ``published`` and ``publisher`` are taken for those of every page. ``retry`` also tries pages again whose reader
    failed. ``workers`` are processes that read; with 1 reading is done in this one.
    """

    published: dt.date | None = None
    publisher: str | None = None
    profile: str = "precise"
    workers: int = 1
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The page's article has been read from another page."""

    article_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The page is no article; ``reason`` says what to do."""

    reason: str


Answer = Reading | Known | Refused
ReadPage = Callable[[RawPage], Answer]


@dataclass(frozen=True, slots=True)
class Event:
    """What became of one page: saved, passed over (``skipped`` says why), or not read (``fault``)."""

    source: str
    added: Added | None = None
    reading: Reading | None = None
    skipped: str | None = None
    fault: Fault | None = None


@dataclass(slots=True)
class Tally:
    """What a run has counted so far."""

    pages: int = 0
    saved: int = 0
    reports: int = 0
    unread: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def count(self, event: Event) -> None:
        """Count one page."""
        self.pages += 1
        self.saved += event.added is not None and not event.added.known
        self.reports += 0 if event.added is None else event.added.reports
        self.unread += event.fault is not None
        if event.skipped is not None:
            self.skipped[event.skipped] += 1

    @property
    def counts(self) -> dict[str, int]:
        """All numbers by name."""
        return {
            "pages": self.pages,
            "saved": self.saved,
            "reports": self.reports,
            "not read": self.unread,
            **self.skipped,
        }


@dataclass(frozen=True, slots=True)
class OpenReader:
    """Makes the reader of pages in another process, where tables, language pack and archive are opened anew."""

    settings: Settings
    location: str

    def __call__(self) -> ReadPage:
        """The reader; its archive is open as long as the process lives."""
        return page_reader(self.settings, Archive.open(self.location, readonly=True))


def page_reader(settings: Settings, archive: Archive) -> PageReader:
    """The reader of pages, with tables and language pack opened."""
    from dragoman.language.tagging import open_tagger
    from dragoman.pipeline import shipped_knowledge

    open_tagger()
    return PageReader(settings, archive, shipped_knowledge())


@dataclass(frozen=True, slots=True)
class PageReader:
    """A raw page to its reading. The archive is asked before an article is read whose page is new."""

    settings: Settings
    archive: Archive
    kb: KnowledgeBase

    def __call__(self, page: RawPage) -> Answer:
        """Read it, unless it is no article or its article is known."""
        try:
            article = to_article(page, published=self.settings.published, publisher=self.settings.publisher)
        except PageError as error:
            return Refused(str(error))
        if self.archive.has_article(article.article_id):
            return Known(article.article_id)
        return keep_sure(read(article, self.kb), PROFILES[self.settings.profile])


def ingest(
    paths: Sequence[str],
    archive: Archive,
    settings: Settings = Settings(),
    *,
    tell: Callable[[Event], None] = lambda _: None,
    open_reader: Callable[[], ReadPage] | None = None,
    command: str = "ingest",
) -> Tally:
    """Read the pages under ``paths`` into ``archive``.

    Args:
        paths: files, folders, or ``-`` for standard input.
        archive: where to.
        settings: how pages are read.
        tell: called with what became of each page.
        open_reader: makes what reads a page, if it is to be done differently.
        command: what the archive notes as having changed it.

    Raises:
        DragomanError: the archive cannot be written, or tables or language pack are damaged. What was saved before
            is kept, and the same call goes on from there.
    """
    if open_reader is None and settings.workers > 1:
        open_reader = OpenReader(settings, archive.address)
    run = _Ingest(archive, settings, tell, command)
    return run.run(iter_pages(paths), open_reader or (lambda: page_reader(settings, archive)))


def count_pages(paths: Sequence[str]) -> int | None:
    """How many pages there are under ``paths``, without reading them; ``None`` where that cannot be known."""
    return None if "-" in paths else sum(1 for _ in iter_pages(paths))


class _Ingest:
    """One run: its numbers in the archive, and what it has counted."""

    def __init__(
        self, archive: Archive, settings: Settings, tell: Callable[[Event], None], command: str
    ) -> None:
        self._archive = archive
        self._settings = settings
        self._tell_caller = tell
        self._tally = Tally()
        self._version_no = archive.version_no(present_versions(settings.profile))
        self._run_no = archive.start_run(command)

    def run(self, pages: Iterable[RawPage | Refusal], open_reader: Callable[[], ReadPage]) -> Tally:
        """Read, save, count."""
        try:
            for page, answer in self._answers(self._fresh(pages), open_reader):
                self._take(page, answer)
        finally:
            self._archive.finish_run(self._run_no, self._tally.counts)
        return self._tally

    def _answers(
        self, pages: Iterator[RawPage], open_reader: Callable[[], ReadPage]
    ) -> Iterator[tuple[RawPage, Answer | Failed | Lost]]:
        if self._settings.workers > 1:
            yield from work_supervised(open_reader, pages, workers=self._settings.workers)
            return
        read_page: ReadPage | None = None
        for page in pages:
            read_page = read_page or open_reader()
            yield page, answer_of(read_page, page)

    def _fresh(self, pages: Iterable[RawPage | Refusal]) -> Iterator[RawPage]:
        """The pages that were not dealt with before."""
        for page in pages:
            if isinstance(page, Refusal):
                self._note_fault(
                    Fault(page.source, _digest("refused", page.source), f"{page.source}: {page.reason}")
                )
                continue
            state = self._archive.page_state(self._hash_of(page), self._version_no)
            if state.article_id is not None:
                self._tell(Event(page.source, skipped=KNOWN))
            elif state.failures >= TRIES and not self._settings.retry:
                self._tell(Event(page.source, skipped=HELD))
            else:
                yield page

    def _take(self, page: RawPage, answer: Answer | Failed | Lost) -> None:
        page_hash = self._hash_of(page)
        match answer:
            case Reading():
                self._save(page, answer, page_hash)
            case Known(article_id):
                self._archive.note_page(page_hash, page.source, article_id, run_no=self._run_no)
                self._tell(Event(page.source, skipped=KNOWN))
            case Refused(reason):
                self._note_fault(Fault(page.source, page_hash, reason))
            case Failed(reason) | Lost(reason):
                self._note_fault(Fault(page.source, page_hash, f"{page.source}: {reason}", TRIES))

    def _save(self, page: RawPage, reading: Reading, page_hash: str) -> None:
        try:
            added = self._archive.add(
                reading, run_no=self._run_no, version_no=self._version_no, page_hash=page_hash
            )
        except EvidenceError as error:
            self._note_fault(Fault(page.source, page_hash, str(error), TRIES))
            return
        is_foreign = any(FOREIGN in remark for remark in reading.skipped)
        skipped = KNOWN if added.known else FOREIGN if is_foreign else None
        self._tell(Event(page.source, added=added, reading=reading, skipped=skipped))

    def _note_fault(self, fault: Fault) -> None:
        self._archive.quarantine(fault, version_no=self._version_no, run_no=self._run_no)
        self._tell(Event(fault.source, fault=fault))

    def _tell(self, event: Event) -> None:
        self._tally.count(event)
        self._tell_caller(event)

    def _hash_of(self, page: RawPage) -> str:
        """The page by its bytes and by what is said of it beside them."""
        payload = (
            page.payload.encode("utf-8", "surrogatepass") if isinstance(page.payload, str) else page.payload
        )
        told = (page.url, page.published, page.headline, page.publisher, page.byline)
        given = (self._settings.published, self._settings.publisher)
        return _digest(hashlib.sha256(payload).hexdigest(), *told, *given)


def _digest(*parts: object) -> str:
    return hashlib.sha256(
        "\x1f".join("" if part is None else str(part) for part in parts).encode("utf-8", "surrogatepass")
    ).hexdigest()
