"""`dragoman score GOLD`: how close the reader, or another system's output, comes to annotated pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tagging import Tagger
    from dragoman.pages import Article
    from dragoman.scoring.gold import GoldPage
    from dragoman.scoring.matching import Pairing
    from dragoman.scoring.output import Output


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Output of any system, as `dragoman read --format json` prints it; without it, read now.",
)
@click.option(
    "--faults", is_flag=True, help="List every missed, false or wrong value with a link to its words."
)
@click.option("--json", "as_json", is_flag=True, help="End with all figures as one line of JSON.")
def score(gold: tuple[Path, ...], against: Path | None, faults: bool, as_json: bool) -> None:
    """Score a reader against the annotated pages in GOLD (folders or .toml files).

    The annotations are checked first; a fault there ends the run. The format is told in tests/gold/README.md,
    how engagements are matched and what each figure means in docs/scoring.md.
    """
    from rich.console import Console

    from dragoman.scoring.report import faults_of, figures_of, print_faults, tables_of
    from dragoman.scoring.tally import tally

    try:
        pairings = pair_pages(gold, against)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    console = Console()
    if faults:
        print_faults(console, (fault for pairing in pairings for fault in faults_of(pairing)))
    figures = tally(pairings)
    console.print(tables_of(figures))
    if as_json:
        click.echo(json.dumps(figures_of(figures), ensure_ascii=False))


def pair_pages(gold: tuple[Path, ...], against: Path | None) -> list[Pairing]:
    """The pairing of every gold page with what the reader says about it.

    Raises:
        GoldError: if annotations are faulty, or ``against`` lacks a page.
    """
    from dragoman.errors import GoldError
    from dragoman.scoring.gold import check_page, load_pages
    from dragoman.scoring.matching import pair_up

    pages = load_pages(gold)
    if not pages:
        raise GoldError(
            f"no annotated page in {', '.join(map(str, gold))}: expected NAME.toml beside NAME.txt or .html"
        )
    found = [fault for page in pages for fault in check_page(page)]
    if found:
        raise GoldError("the annotations have faults:\n" + "\n".join(found))
    read = _read_now if against is None else _lookup(against)
    return [pair_up(page, read(page)) for page in pages]


def _lookup(against: Path) -> Callable[[GoldPage], Output]:
    from dragoman.errors import GoldError
    from dragoman.scoring.output import outputs_of

    with against.open(encoding="utf-8") as lines:
        outputs = {Path(output.article.source).name: output for output in outputs_of(lines)}

    def read(page: GoldPage) -> Output:
        if page.path.name not in outputs:
            raise GoldError(f"{against} has no line whose article.source ends in {page.path.name}")
        return outputs[page.path.name]

    return read


def _read_now(page: GoldPage) -> Output:
    return read_output(page.path)


def read_output(page: Path) -> Output:
    """What our own reader, in its precise profile, says about one stored page.

    Raises:
        PageError: if the page cannot be read.
    """
    from dragoman.errors import PageError
    from dragoman.pages import Refusal, iter_pages, to_article

    (raw,) = iter_pages([str(page)])
    if isinstance(raw, Refusal):
        raise PageError(f"{raw.source}: {raw.reason}")
    return output_of_article(to_article(raw))


def output_of_article(article: Article, tagger: Tagger | None = None) -> Output:
    """What our own reader, in its precise profile, says about one article, with a tagger of yours if one is given."""
    from dragoman.exports.reading import reading_line
    from dragoman.pipeline import PROFILES, keep_sure, read, shipped_knowledge
    from dragoman.scoring.output import outputs_of

    reading = keep_sure(read(article, shipped_knowledge(), tagger=tagger), PROFILES["precise"])
    (output,) = outputs_of([reading_line(reading)])
    return output
