"""How well real pages are read: news and releases of six public corpora, annotated here, their words left where they are.

    python -m benchmarks.real_pages
    python -m benchmarks.real_pages --data DATA  # the folder of the corpora, if not ../shared/data

It needs the six corpora that `tests/gold/real/README.md` names, and says which file is missing. The stand-off annotations
are filled with the words of their items in a temporary folder, and these pages are scored as `dragoman score` does. Only
totals are printed: the pages are scored, never read while mending. The last line is one JSON object: data, command,
commit, figures.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.reporting import print_summary
from dragoman.cli.score import pair_pages
from dragoman.scoring.matching import Pairing
from dragoman.scoring.report import figures_of
from dragoman.scoring.tally import tally
from tools.real_gold import CORPORA, DATA, RealGoldError, fill_pages

SHOWN = (
    "main_recall",
    "main_precision",
    "all_recall",
    "all_precision",
    "participants_f1",
    "status",
    "date_exact",
    "place",
    "false_per_distractor_page",
)


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
    print_summary("python -m benchmarks.real_pages", "tests/gold/real", figures)


def _told(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


if __name__ == "__main__":
    main()
