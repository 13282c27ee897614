"""Reads whole corpora in one process: articles per second, peak memory, and that all evidence is verbatim.

    python benchmarks/throughput.py --limit 200

US State Department and White House releases and Wikinews articles in turn. An article that ends in an exception, or a
quote that differs from the text at its span, is listed and makes the run fail. The last line is one JSON object: data,
command, commit, figures.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import lzma
import resource
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.cli.score import output_of_article
from dragoman.errors import PageError
from dragoman.pages.article import Article
from dragoman.pages.draft import compose
from dragoman.pages.html import read_html
from dragoman.pages.plaintext import read_dump
from dragoman.scoring.output import Output
from reporting import print_summary

CORPORA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "corpora"
_KIBIBYTES_PER_MEBIBYTE = 1024


@dataclass(slots=True)
class Run:
    """What has happened so far."""

    articles: int = 0
    engagements: int = 0
    characters: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)


def rows(folder: str, name: str) -> Iterator[dict[str, Any]]:
    """The objects of a compressed file of JSON lines."""
    with lzma.open(CORPORA / folder / name, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def articles() -> Iterator[Article | str]:
    """The articles of the corpora in turn, so that a limit takes some of each; a refused one is its reason."""
    yield from map(article_of, corpus_rows())


def corpus_rows() -> Iterator[dict[str, Any]]:
    """The stored pages of the corpora in turn."""
    releases = [
        rows(f"{house}-press-2021-2022", "releases.jsonl.xz") for house in ("us-state", "white-house")
    ]
    news = rows("wikinews-en-2019-2020", "articles.jsonl.xz")
    for turn in itertools.zip_longest(*releases, news):
        for row in turn:
            if row is not None:
                yield row


def article_of(row: dict[str, Any]) -> Article | str:
    """The article of a stored page; the reason if it is refused."""
    day = dt.date.fromisoformat(str(row.get("published") or row["date"])[:10])
    try:
        draft = (
            read_html(row["html"], headline=row["title"])
            if "html" in row
            else read_dump(row["text"], headline=row["title"])
        )
        return compose(draft, source=str(row.get("url")), published=day)
    except PageError as error:
        return str(error)


def check(output: Output) -> Iterator[str]:
    """Quotes that are not the text at their span."""
    for eng in output.engagements:
        for quote in eng.quotes():
            if output.article.text[quote.start : quote.end] != quote.quote:
                yield f"{output.article.source}: {quote.quote!r} is not the text at {quote.start}:{quote.end}"


def read_one(article: Article, run: Run) -> None:
    """Reads one article and keeps count."""
    try:
        output = output_of_article(article)
    except Exception:  # noqa: BLE001 - a crash on any page is what this program looks for
        run.faults.append(f"{article.source}:\n{traceback.format_exc(limit=-3)}")
        return
    run.articles += 1
    run.engagements += len(output.engagements)
    run.characters += len(output.article.text)
    run.faults.extend(check(output))


def main() -> None:
    """Reads up to the limit, prints faults, then the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", type=int, help="articles to read; all by default")
    options = parser.parse_args()
    run, spent = Run(), 0.0
    for article in itertools.islice(articles(), options.limit):
        if isinstance(article, str):
            run.refused += 1
            continue
        begun = time.perf_counter()
        read_one(article, run)
        spent += time.perf_counter() - begun
    for fault in run.faults:
        print(fault)
    data = f"US State, White House and Wikinews: {run.articles} articles"
    print_summary("python benchmarks/throughput.py", data, figures_of(run, spent))
    sys.exit(1 if run.faults else 0)


def figures_of(run: Run, spent: float) -> dict[str, object]:
    """Speed, memory and counts; the first article's share includes opening tables and pack."""
    return {
        "articles_per_second": round(run.articles / spent, 2) if spent else None,
        "characters_per_second": round(run.characters / spent) if spent else None,
        "peak_rss_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _KIBIBYTES_PER_MEBIBYTE,
        "engagements": run.engagements,
        "refused": run.refused,
        "faults": len(run.faults),
    }


if __name__ == "__main__":
    main()
