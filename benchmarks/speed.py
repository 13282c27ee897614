"""How many articles of about 500 words one core reads a second, with the gate and without, and what the gate loses.

    python benchmarks/speed.py                 # 120 articles, always the same
    python benchmarks/speed.py --limit 1000 --any-length   # up to 1,100 words: what is lost, of more engagements

From the stored page (HTML, or the text of a news article) to coded engagements, in one process on one thread: releases
of the State Department and the White House and Wikinews articles of 350 to 650 words in turn, only those from which the
gate has not learned. Both runs take the same articles one after the other; rates are per 500 words. An engagement is lost
if no engagement of the same kind and participants is read with the gate. The last line is one JSON object: data, command,
commit, figures.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.errors import PageError
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.pages.article import Article
from dragoman.pipeline import Reading, gate_of, read, shipped_knowledge
from reporting import print_summary
from throughput import article_of, corpus_rows

WORDS = 500
SHORTEST, LONGEST = 350, 650
ANY_LENGTH = 1, 1100
HELD_OUT = 4
"""`tools/gate` leaves out every so many-th stored page."""


@dataclass(slots=True)
class Run:
    """The processor time spent and what was read, of one way of reading."""

    seconds: float = 0.0
    words: int = 0
    told: list[Counter[str]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Articles of 500 words per second."""
        return self.words / WORDS / self.seconds


def pages(limit: int, shortest: int = SHORTEST, longest: int = LONGEST) -> Iterator[dict[str, Any]]:
    """Rows of the corpora whose article has so many words."""
    kept = 0
    for row in itertools.islice(corpus_rows(), 0, None, HELD_OUT):
        article = article_of(row)
        if isinstance(article, Article) and shortest <= len(article.text.split()) <= longest:
            yield row
            kept += 1
        if kept == limit:
            return


def told(reading: Reading) -> Counter[str]:
    """The engagements of a reading by kind and who takes part."""
    return Counter(
        f"{eng.kind} " + " ".join(sorted(part.name.value for part in eng.participants))
        for eng in reading.engagements
    )


def read_row(row: dict[str, Any], run: Run, *, gated: bool) -> None:
    """Read one stored page and keep count."""
    start = time.process_time()
    article = article_of(row)
    if not isinstance(article, Article):
        raise PageError(article)
    reading = read(article, gated=gated)
    run.seconds += time.process_time() - start
    run.words += len(article.text.split())
    run.told.append(told(reading))


def skipped(row: dict[str, Any]) -> tuple[int, int, int, int]:
    """Sentences and words of an article, and how many of them the gate leaves out."""
    article = article_of(row)
    assert isinstance(article, Article)
    doc = segment(article)
    kept = gate_of(shipped_knowledge(), open_tagger()).sentences(doc)
    out = [sentence for sentence in doc.sentences if sentence.index not in kept]
    return (
        len(doc.sentences),
        len(out),
        sum(len(sentence.tokens) for sentence in doc.sentences),
        sum(len(sentence.tokens) for sentence in out),
    )


def main() -> None:
    """Read all rows both ways and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", type=int, default=120, help="read at most this many articles")
    parser.add_argument("--any-length", action="store_true", help="shorter and longer articles too")
    arguments = parser.parse_args()
    rows = list(pages(arguments.limit, *(ANY_LENGTH if arguments.any_length else ())))
    gated, whole = Run(), Run()
    read_row(rows[0], Run(), gated=True)  # opens tables and network
    for row in rows:
        read_row(row, gated, gated=True)
        read_row(row, whole, gated=False)
    sentences, sentences_out, words, words_out = (
        sum(counts) for counts in zip(*map(skipped, rows), strict=True)
    )
    wanted = sum(one.total() for one in whole.told)
    lost = sum((one - other).total() for one, other in zip(whole.told, gated.told, strict=True))
    new = sum((other - one).total() for one, other in zip(whole.told, gated.told, strict=True))
    figures = {
        "articles_per_second": round(gated.rate, 1),
        "ungated_articles_per_second": round(whole.rate, 1),
        "ratio": round(gated.rate / whole.rate, 2),
        "sentences_skipped": round(sentences_out / sentences, 3),
        "words_skipped": round(words_out / words, 3),
        "engagements": wanted,
        "lost": round(lost / wanted, 4),
        "only_gated": round(new / wanted, 4),
    }
    for name, value in figures.items():
        print(f"{name:28} {value}")
    print_summary(
        "python benchmarks/speed.py", f"US State, White House and Wikinews: {len(rows)} articles", figures
    )


if __name__ == "__main__":
    main()
