"""`dragoman code PATH…`: PLOVER and CAMEO events of every sentence, as rows for event data."""

from __future__ import annotations

import csv
import datetime as dt
import json
from typing import IO, TYPE_CHECKING

import click

from dragoman.cli.given import published_option
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.ontology.sentences import CodedSentence
    from dragoman.pages import Article, RawPage

COLUMNS = (
    "source",
    "published",
    "start",
    "end",
    "event",
    "quad_code",
    "cameo",
    "actors",
    "recipients",
    "probability",
    "rule",
    "text",
)
LEAST = 0.25


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--output", "-o", type=click.File("w", encoding="utf-8", lazy=True), default="-")
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=LEAST,
    show_default=True,
    help="Leave out what the class model tells with a lower probability.",
)
@published_option
def code(
    paths: tuple[str, ...], form: str, output: IO[str], least: float, published: dt.datetime | None
) -> None:
    """Code every sentence of the pages under PATH in PLOVER and CAMEO: one row an event.

    Where rules read an engagement its codes are given; of other sentences, domestic ones too, a model tells the
    class with its probability, and CAMEO's root. Actors and recipients are ISO alpha-3 codes, IGO for
    organisations, IMG for armed groups of no country. start and end are code points of the article's text.
    """
    from dragoman.cli.read import Intake
    from dragoman.knowledge.lookup import KnowledgeBase
    from dragoman.pages import to_article
    from dragoman.pipeline import code_article

    def open_article(page: RawPage) -> Article:
        return to_article(page, published=published.date() if published else None)

    kb = KnowledgeBase.open()
    intake = Intake(paths, open_article, kb, least=0.0)
    writer = _CsvWriter(output) if form == "csv" else _LineWriter(output)
    try:
        for article in intake.articles():
            writer.write(_rows(article, code_article(article, kb, least=least)))
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if intake.refused:
        click.get_current_context().exit(1)


def _rows(article: Article, coded: Iterable[CodedSentence]) -> list[dict[str, object]]:
    """One row an event; the columns are ``COLUMNS``."""
    day = article.published.day.isoformat() if article.published is not None else ""
    return [
        {
            "source": article.source,
            "published": day,
            "start": one.span.start,
            "end": one.span.end,
            "event": one.event,
            "quad_code": one.quad_code,
            "cameo": one.cameo,
            "actors": [side.code for side in one.actors],
            "recipients": [side.code for side in one.recipients],
            "probability": one.probability,
            "rule": one.rule,
            "text": " ".join(one.span.of(article.text).split()),
        }
        for one in coded
    ]


class _CsvWriter:
    """Rows with a header; several codes in one field are parted by ``;``, and no field is a formula."""

    def __init__(self, out: IO[str]) -> None:
        self._writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        self._writer.writeheader()

    def write(self, rows: list[dict[str, object]]) -> None:
        from dragoman.exports.spreadsheet import cell_of

        for row in rows:
            self._writer.writerow(
                {
                    name: ";".join(value) if isinstance(value, list) else cell_of(value)
                    for name, value in row.items()
                }
            )


class _LineWriter:
    """One JSON object a line."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out

    def write(self, rows: list[dict[str, object]]) -> None:
        for row in rows:
            self._out.write(json.dumps(row, ensure_ascii=False) + "\n")
