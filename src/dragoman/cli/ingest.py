"""`dragoman ingest PATH…`: pages into the archive, with what was read and what to do next."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from dragoman.cli.archives import DEFAULT_ARCHIVE, archive_option, counted, is_terminal, opened
from dragoman.cli.given import published_option, source_option

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rich.progress import Progress

    from dragoman.ingestion import Event, Tally
    from dragoman.pipeline import Reading
    from dragoman.store.archive import Archive

_MOST_SHOWN = 50
"""Articles that are shown at a terminal; of more, only the numbers."""
_INTERRUPTED = 130


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read."
)
@published_option
@source_option
@click.option(
    "--profile",
    type=click.Choice(["precise", "loose"]),
    default="precise",
    show_default=True,
    help="precise: leave out what is rather unsure; loose: keep everything with its confidence.",
)
@click.option("--retry", is_flag=True, help="Try pages again whose reader failed before.")
@click.option("--quiet", "-q", is_flag=True, help="Print no articles, only the numbers.")
def ingest(
    paths: tuple[str, ...],
    location: str,
    workers: int,
    published: dt.datetime | None,
    source_name: str | None,
    profile: str,
    retry: bool,
    quiet: bool,
) -> None:
    """Read the pages under PATH (files, folders, or - for standard input) into the archive.

    Prints what was read, as `dragoman read` does. Pages that are there already are passed over, so the same command
    goes on where it was interrupted. What cannot be read is noted (`dragoman doctor`), and the exit status is then 1.
    """
    from dragoman.ingestion import Settings
    from dragoman.ingestion import ingest as run

    day = None if published is None else published.date()
    settings = Settings(day, source_name, profile, workers, retry)
    with opened(location, readonly=False) as archive:
        screen = _Screen(paths, quiet=quiet)
        try:
            with screen.bar():
                tally = run(paths, archive, settings, tell=screen.tell, command=" ".join(("ingest", *paths)))
        except KeyboardInterrupt:
            click.echo("\nStopped. What was read is saved; the same command goes on from here.", err=True)
            raise SystemExit(_INTERRUPTED) from None
        screen.close()
        for line in _summary(archive, tally):
            click.echo(line, err=not is_terminal())
    if not tally.pages:
        raise click.ClickException(f"no page under {' '.join(paths)}: expected .html, .txt, .json or .jsonl")
    if tally.unread:
        click.get_current_context().exit(1)


class _Screen:
    """What is shown while pages are read: JSON lines into a pipe; a bar, then the articles, to a person."""

    def __init__(self, paths: tuple[str, ...], *, quiet: bool) -> None:
        self._paths = paths
        self._quiet = quiet
        self._is_pipe = not is_terminal()
        self._kept: list[Reading] = []
        self._shown = 0
        self._progress: Progress | None = None

    def bar(self) -> AbstractContextManager[object]:
        """The bar on standard error, with rate and time left; nothing where nobody is looking."""
        if not sys.stderr.isatty():
            return nullcontext()
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        from dragoman.ingestion import count_pages

        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._progress.add_task("reading", total=count_pages(self._paths), rate="")
        return self._progress

    def tell(self, event: Event) -> None:
        """One page is done."""
        if self._progress is not None:
            task = self._progress.tasks[0]
            self._progress.update(task.id, advance=1, rate=f"{task.speed or 0:.1f} pages/s")
        if event.fault is not None:
            self._say(f"dragoman: {' '.join(event.fault.reason.split())}")
        if event.reading is None or self._quiet:
            return
        self._shown += 1
        if self._is_pipe:
            from dragoman.exports.reading import reading_line

            click.echo(reading_line(event.reading))
        elif self._shown <= _MOST_SHOWN:
            self._kept.append(event.reading)
        else:
            self._kept.clear()

    def _say(self, line: str) -> None:
        if self._progress is None:
            click.echo(line, err=True)
        else:
            self._progress.console.print(line, markup=False, highlight=False)

    def close(self) -> None:
        """Show what was kept for a person."""
        if not self._kept:
            return
        from rich.console import Console

        from dragoman.exports.telling import Teller
        from dragoman.exports.terminal import print_reading
        from dragoman.pipeline import shipped_knowledge

        console, teller = Console(highlight=False), Teller(shipped_knowledge().country)
        for reading in self._kept:
            print_reading(console, reading, teller)


def _summary(archive: Archive, tally: Tally) -> list[str]:
    """What was done, what was passed over and why, what can be done next."""
    stats = archive.stats()
    told = (
        f"{counted(tally.saved, 'article')} read into {archive.location}: {counted(tally.reports, 'report')}"
    )
    lines = [
        f"{told}; it now holds {counted(stats.records, 'record')} from {counted(stats.articles, 'article')}."
    ]
    if tally.skipped:
        reasons = ", ".join(f"{count} {reason}" for reason, count in tally.skipped.most_common())
        lines.append(f"Passed over: {reasons}.")
    if tally.unread:
        lines.append(
            f"Not read: {counted(tally.unread, 'page')}; `dragoman doctor` lists them with the reasons."
        )
    return lines + _next_steps(archive) if stats.records else lines


def _next_steps(archive: Archive) -> list[str]:
    from dragoman.cli import COMMANDS
    from dragoman.store.query import Query, Sort

    given = "" if archive.location == DEFAULT_ARCHIVE else f" --archive {shlex.quote(archive.location)}"
    records = archive.find(Query(sort=Sort.SOURCES, main=True), limit=20).records
    names = [[party.name.value for party in record.engagement.participants] for record in records]
    pair = next((two for two in names if len(two) > 1), names[0] if names else [])
    words = " ".join(name.split()[-1].lower() for name in dict.fromkeys((pair[0], pair[-1])))
    steps = {f'dragoman search "{words}"{given}': "find records by their words"}
    if records:
        steps[f"dragoman show {records[0].record_id[:8]}{given}"] = "one record with its words and sources"
    if "serve" in COMMANDS:
        steps[f"dragoman serve{given.replace(' --archive', '')}"] = "look at all of it in a browser"
    wide = max(map(len, steps))
    return ["Next:", *(f"  {step:{wide}}  {what}" for step, what in steps.items())]
