"""`dragoman read PATH…`: pages to a table for a person, JSON lines for a pipe, or one page to look at."""

from __future__ import annotations

import datetime as dt
import sys
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING

import click

from dragoman.cli.given import published_option, source_option
from dragoman.errors import DragomanError, PageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dragoman.knowledge.lookup import KnowledgeBase
    from dragoman.pages import Article, RawPage
    from dragoman.pipeline import Reading


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    help="table: for reading at a terminal; json: one object per article and line, the default in a pipe; "
    "html: one page with the words marked, needs --output.",
)
@click.option(
    "--output",
    "-o",
    type=click.File("w", encoding="utf-8", lazy=True),
    help="Write to this file.",
)
@published_option
@source_option
@click.option(
    "--profile",
    type=click.Choice(["precise", "loose"]),
    default="precise",
    show_default=True,
    help="precise: leave out what is rather unsure; loose: give everything with its confidence.",
)
def read(
    paths: tuple[str, ...],
    form: str | None,
    output: IO[str] | None,
    published: dt.datetime | None,
    source_name: str | None,
    profile: str,
) -> None:
    """Read the pages under PATH (files, folders, or - for standard input) into a record of diplomacy.

    HTML, plain text, JSON lines, and each of these packed with gzip or xz. A page that cannot be read is named on
    standard error, the rest is still read, and the exit status is then 1.
    """
    form = form or ("table" if output is None and sys.stdout.isatty() else "json")
    if form == "html" and output is None:
        raise click.UsageError("--format html needs --output FILE: the page is for a browser")
    from dragoman.knowledge.lookup import KnowledgeBase
    from dragoman.pages import to_article
    from dragoman.pipeline import PROFILES

    def open_article(page: RawPage) -> Article:
        return to_article(page, published=published.date() if published else None, publisher=source_name)

    kb = KnowledgeBase.open()
    intake = Intake(paths, open_article, kb, least=PROFILES[profile])
    try:
        _WRITERS[form](intake, output or _standard_output(), kb)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if intake.refused:
        click.get_current_context().exit(1)


class Intake:
    """The readings of all pages under some paths; names refused ones on standard error and counts them."""

    def __init__(
        self,
        paths: tuple[str, ...],
        open_article: Callable[[RawPage], Article],
        kb: KnowledgeBase,
        *,
        least: float,
    ) -> None:
        self.paths = paths
        self.open_article = open_article
        self.kb = kb
        self.least = least
        self.refused = 0

    def __iter__(self) -> Iterator[Reading]:
        from dragoman.pipeline import keep_sure, read

        for article in self.articles():
            yield keep_sure(read(article, self.kb), self.least)

    def articles(self) -> Iterator[Article]:
        """The articles of all pages that can be read."""
        from dragoman.pages import RawPage, iter_pages

        found = False
        for page in iter_pages(self.paths):
            found = True
            if not isinstance(page, RawPage):
                self._refuse(f"{page.source}: {page.reason}")
                continue
            try:
                article = self.open_article(page)
            except PageError as error:
                self._refuse(str(error))
            else:
                yield article
        if not found:
            self._refuse(f"no page under {' '.join(self.paths)}: expected .html, .txt, .json or .jsonl")

    def _refuse(self, reason: str) -> None:
        self.refused += 1
        click.echo(f"dragoman: {' '.join(reason.split())}", err=True)


def _standard_output() -> IO[str]:
    """Standard output, in UTF-8 whatever the terminal or the pipe says."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def _write_json(readings: Iterable[Reading], out: IO[str], kb: KnowledgeBase) -> None:  # noqa: ARG001
    from dragoman.exports.reading import reading_line

    for reading in readings:
        out.write(reading_line(reading) + "\n")
        out.flush()


def _write_table(readings: Iterable[Reading], out: IO[str], kb: KnowledgeBase) -> None:
    from rich.console import Console

    from dragoman.exports.telling import Teller
    from dragoman.exports.terminal import print_reading

    console, teller = Console(file=out, highlight=False), Teller(kb.country)
    for reading in readings:
        print_reading(console, reading, teller)


def _write_html(readings: Iterable[Reading], out: IO[str], kb: KnowledgeBase) -> None:
    from dragoman.exports.page import page_of
    from dragoman.exports.telling import Teller

    page = page_of(list(readings), Teller(kb.country))
    out.write(page)  # only now is the file opened: a run that fails leaves none behind


_WRITERS: dict[str, Callable[[Iterable[Reading], IO[str], KnowledgeBase], None]] = {
    "json": _write_json,
    "table": _write_table,
    "html": _write_html,
}
