"""How well real pages are read: news and releases of six public corpora, annotated here, their words left where they are.

    python -m benchmarks.real_pages
    python -m benchmarks.real_pages --data DATA  # the folder of the corpora, if not ../shared/data

It needs the six corpora that `tests/gold/real/README.md` names, and says which file is missing. The stand-off annotations
are filled with the words of their items in a temporary folder, and these pages are scored as `dragoman score` does. Only
totals are printed: the pages are scored, never read while mending. Eight pages were annotated twice: the second annotator's
engagements are scored against the first's as if a reader had given them, quotes as triggers. The last line is one JSON
object: data, command, commit, figures, agreement.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.reporting import SHOWN, print_summary
from dragoman.cli.score import pair_pages
from dragoman.scoring.gold import GoldPage, load_pages
from dragoman.scoring.matching import Pairing, pair_up
from dragoman.scoring.output import (
    OutArticle,
    OutDate,
    OutEngagement,
    OutParty,
    OutPlace,
    Output,
    OutTrigger,
    Quote,
)
from dragoman.scoring.report import figures_of
from dragoman.scoring.spans import locate
from dragoman.scoring.tally import tally
from tools.real_gold import CORPORA, DATA, TWICE, RealGoldError, fill_pages

AGREED = ("main_f1", "all_f1", "participants_f1", "status", "date_exact", "place")


def read_pages(data: Path) -> dict[str, list[Pairing]]:
    """By corpus, the pages with what is read from them."""
    with tempfile.TemporaryDirectory() as folder:
        pages = fill_pages(Path(folder), data=data)
        pairings = pair_pages((Path(folder),), None)
    of_page = {pairing.page.path.name: pairing for pairing in pairings}
    return {
        corpus: [of_page[page.name] for page in pages if page.stem.rpartition("-")[0] == corpus]
        for corpus in CORPORA
    }


def summary_of(pairings: list[Pairing]) -> dict[str, Any]:
    """The figures of some pages, and what they were counted on."""
    found = figures_of(tally(pairings))
    counts = {
        "pages": len(pairings),
        "distractors": sum(pairing.page.is_distractor for pairing in pairings),
        "main": sum(eng.main for pairing in pairings for eng in pairing.page.engagements),
    }
    return counts | {name: found[name] for name in SHOWN}


def agreement(data: Path) -> dict[str, Any]:
    """How far two annotators agree on the pages that both had."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        fill_pages(Path(one), data=data)
        fill_pages(Path(other), TWICE, data)
        first = {page.path.name: page for page in load_pages([Path(one)])}
        pairings = [pair_up(first[page.path.name], _as_output(page)) for page in load_pages([Path(other)])]
    counted = tally(pairings)
    found = figures_of(counted) | {"main_f1": counted.main.f1}
    counts = {"pages": len(pairings), "main": counted.main.right + counted.main.missed}
    return counts | {name: found[name] for name in AGREED}


def _as_output(page: GoldPage) -> Output:
    """A page's annotations as a reader's output."""
    engagements = tuple(
        OutEngagement(
            eng.kind,
            eng.status,
            participants=tuple(
                OutParty(p.role, p.name, office=p.office, country=p.country) for p in eng.participants
            ),
            historical=eng.historical,
            main=eng.main,
            place=OutPlace(eng.place.city, eng.place.country) if eng.place else None,
            date=OutDate(eng.date.start, eng.date.end) if eng.date else None,
            trigger=OutTrigger(tuple(Quote(s.start, s.end) for s in locate(eng.quote, page.text))),
        )
        for eng in page.engagements
    )
    return Output(OutArticle(str(page.path), page.text), engagements)


def main() -> None:
    """Reads everything, prints the table, then the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder that the corpora lie in")
    options = parser.parse_args()
    try:
        by_corpus = {corpus: pages for corpus, pages in read_pages(options.data).items() if pages}
    except RealGoldError as error:
        parser.exit(1, f"{error}\n")
    every = [pairing for pairings in by_corpus.values() for pairing in pairings]
    figures = {name: summary_of(some) for name, some in {**by_corpus, "all": every}.items()}
    table = Table()
    table.add_column(no_wrap=True)
    for name in figures:
        table.add_column(name, justify="right")
    for row in figures["all"]:
        table.add_row(row, *(_told(found[row]) for found in figures.values()))
    Console().print(table)
    agreed = agreement(options.data)
    Console().print("two annotators:", ", ".join(f"{name} {_told(value)}" for name, value in agreed.items()))
    print_summary("python -m benchmarks.real_pages", "tests/gold/real", figures, agreement=agreed)


def _told(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


if __name__ == "__main__":
    main()
