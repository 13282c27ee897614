"""reread(archive): articles of an archive read again by the installed version; people's decisions stay.

The articles are read from the text the archive has, so their words keep their places. Reading can be spread over
processes; saving is one transaction per article, here, so a run that is stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import ArchiveError, EvidenceError
from dragoman.pipeline import PROFILES, Reading, keep_sure, read
from dragoman.store.archive import Archive
from dragoman.store.renewing import Renewal, renew
from dragoman.store.runs import present_versions
from dragoman.store.stale import Due, due_articles
from dragoman.workers import Failed, Lost, answer_of, work_supervised

if TYPE_CHECKING:
    from dragoman.knowledge.lookup import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are read again, and how.

    ``articles`` are ids; none are all. ``everything`` reads also those that the installed version has read. ``profile``
    is that with which an article was read before, if not given. ``dry_run`` changes nothing.
    """

    articles: tuple[str, ...] = ()
    everything: bool = False
    profile: str | None = None
    workers: int = 1
    dry_run: bool = False


@dataclass(slots=True)
class Count:
    """What a run has done: articles read and not read, records that came, went or changed, conflicts, reports kept."""

    read: int = 0
    unread: int = 0
    added: int = 0
    gone: int = 0
    changed: int = 0
    conflicts: int = 0
    kept: int = 0

    def add(self, renewal: Renewal) -> None:
        """Count one article."""
        self.read += 1
        self.added += len(renewal.added)
        self.gone += len(renewal.gone)
        self.changed += len(renewal.changed)
        self.conflicts += sum(map(len, renewal.conflicts.values()))
        self.kept += len(renewal.kept)

    @property
    def numbers(self) -> dict[str, int]:
        """All numbers by name."""
        return {
            "articles": self.read,
            "not read": self.unread,
            "added": self.added,
            "gone": self.gone,
            "changed": self.changed,
            "conflicts": self.conflicts,
            "kept": self.kept,
        }


@dataclass(frozen=True, slots=True)
class OpenRereader:
    """Makes what reads an article again, in this process or another one."""

    location: str

    def __call__(self) -> Rereader:
        """The reader; tables and language pack are opened here."""
        from dragoman.language.tagging import open_tagger
        from dragoman.pipeline import shipped_knowledge

        open_tagger()
        return Rereader(Archive.open(self.location, readonly=True), shipped_knowledge())


@dataclass(frozen=True, slots=True)
class Rereader:
    """An article of the archive to its reading."""

    archive: Archive
    kb: KnowledgeBase

    def __call__(self, due: Due) -> Reading:
        """Read it as it was read before, with what is installed now."""
        stored = self.archive.article(due.article_id)
        if stored is None:
            raise ArchiveError(f"no article {due.article_id} in {self.archive.location}")
        return keep_sure(read(stored.article, self.kb), PROFILES[due.profile])


def reread(
    archive: Archive,
    scope: Scope = Scope(),
    *,
    tell: Callable[[Renewal], None] = lambda _: None,
    refuse: Callable[[str], None] = lambda _: None,
    open_reader: Callable[[], Callable[[Due], Reading]] | None = None,
) -> Count:
    """Read articles of ``archive`` again.

    Args:
        archive: whose articles.
        scope: which ones, and how.
        tell: called with what became of each article.
        refuse: called with why an article could not be read; it stays as it was.
        open_reader: makes what reads an article, if it is to be done differently.

    Raises:
        ArchiveError: the archive cannot be written, or an article asked for is not there.
    """
    count = Count()
    run_no = None if scope.dry_run else archive.start_run("reread")
    try:
        for due, answer in _answers(
            _due(archive, scope), scope, open_reader or OpenRereader(archive.address)
        ):
            try:
                renewal = _renew(archive, due, answer, run_no, dry_run=scope.dry_run)
            except EvidenceError as error:
                count.unread += 1
                refuse(str(error))
            else:
                count.add(renewal)
                tell(renewal)
    finally:
        if run_no is not None:
            archive.finish_run(run_no, count.numbers)
    return count


def _due(archive: Archive, scope: Scope) -> Sequence[Due]:
    profiles = (scope.profile,) if scope.profile is not None else tuple(PROFILES)
    present = {profile: present_versions(profile) for profile in profiles}
    return due_articles(
        archive, present, articles=scope.articles, everything=scope.everything, profile=scope.profile
    )


def _answers(
    due: Sequence[Due], scope: Scope, open_reader: Callable[[], Callable[[Due], Reading]]
) -> Iterator[tuple[Due, Reading | Failed | Lost]]:
    if scope.workers > 1 and len(due) > 1:
        yield from work_supervised(open_reader, due, workers=min(scope.workers, len(due)))
    elif due:
        read_again = open_reader()
        for one in due:
            yield one, answer_of(read_again, one)


def _renew(
    archive: Archive, due: Due, answer: Reading | Failed | Lost, run_no: int | None, *, dry_run: bool
) -> Renewal:
    if not isinstance(answer, Reading):
        raise EvidenceError(f"{due.source}: {answer.reason}")
    version_no = None if dry_run else archive.version_no(present_versions(due.profile))
    return renew(archive, answer, version_no=version_no, run_no=run_no, dry_run=dry_run)
