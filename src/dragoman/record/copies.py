"""Copies: articles that repeat another's text, as agencies' texts are reprinted, so that they count as one source.

A text is sketched (MinHash over runs of words); a store keeps the sketch as bytes and looks candidates up by its band
keys, without reading the texts again.

>>> wire = sketch("Foreign Minister Anna Aalto met her Ruritanian colleague Marr in Oslo on Tuesday. " * 3)
>>> paper = sketch("Foreign Minister Anna Aalto met her Ruritanian colleague Marr in Oslo on Tuesday. " * 3 + "(XYZ)")
>>> bool(wire.bands & paper.bands), is_copy(wire, paper)
(True, True)
"""

from __future__ import annotations

import datetime as dt
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.names import fold, split_words
from dragoman.pages.article import Article
from dragoman.record.record import Report

SHINGLE = 4
"""Words of a run: shorter runs are shared by all readouts, longer ones break at every edit."""
PERMUTATIONS, BANDS = 128, 32
"""Numbers of a sketch, and keys made of them: texts alike by half share a key with 87 % certainty, by 0.7 with 99.9 %."""
COPY_SHARE = 0.6
"""Share of runs two texts have in common from which one is a copy of the other.

Among 681 real readouts those of different encounters share up to 0.51, those published twice at least 0.91; a text cut by a
third, or with every twentieth word changed, keeps 0.6 in 95 of 100 cases.
"""
FEWEST_WORDS = 20
"""Shorter texts are formulas ("The Secretary met today with …") and no evidence of copying."""
COPY_DAYS = 7
"""A text that is alike but published a week or more apart is a boilerplate of its office, not a reprint."""
_SEED = 20231

_ROWS = PERMUTATIONS // BANDS


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text's MinHash as little-endian 32-bit numbers, and the keys it is found by. Empty for very short texts."""

    digest: bytes
    bands: frozenset[str]


def sketch(text: str) -> Sketch:
    """The sketch of an article's text; the same on every machine."""
    words = split_words(fold.__wrapped__(text))  # without a memory: no text comes twice
    if len(words) < FEWEST_WORDS:
        return Sketch(b"", frozenset())
    from rensa import RMinHash

    runs = set(map(" ".join, zip(*(words[first:] for first in range(SHINGLE)), strict=False)))
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(list(runs))
    return sketch_of(_to_bytes(minhash.digest()))


def sketch_of(digest: bytes) -> Sketch:
    """The sketch whose digest was kept."""
    width = 4 * _ROWS
    bands = (f"{band:02}:{digest[band * width : (band + 1) * width].hex()}" for band in range(BANDS))
    return Sketch(digest, frozenset(bands) if digest else frozenset())


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs of words the two texts have in common, estimated."""
    if not one.digest or not other.digest:
        return 0.0
    mine, theirs = memoryview(one.digest).cast("I"), memoryview(other.digest).cast("I")
    return sum(a == b for a, b in zip(mine, theirs, strict=True)) / PERMUTATIONS


def is_copy(one: Sketch, other: Sketch) -> bool:
    """Whether one text repeats the other."""
    return likeness(one, other) >= COPY_SHARE


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as far as copies are concerned: a store can keep it in a row."""

    article_id: str
    published: dt.date | None
    sketch: Sketch


def printed(article: Article) -> Printed:
    """What is kept of an article to find its copies."""
    day = None if article.published is None else article.published.day
    return Printed(article.article_id, day, sketch(article.text))


def find_originals(articles: Iterable[Printed]) -> dict[str, str]:
    """For every copy, the article it repeats: the first published of its likes. Function of the set.

    A store hands over an article and all that share a band with it, directly or through others.
    """
    ordered = sorted({one.article_id: one for one in articles}.values(), key=_age)
    by_band: defaultdict[str, list[int]] = defaultdict(list)
    home = list(range(len(ordered)))
    for index, article in enumerate(ordered):
        near = sorted({other for band in article.sketch.bands for other in by_band[band]})
        homes = {_root(home, other) for other in near if _repeats(article, ordered[other])}
        for one in homes:
            home[max(one, _root(home, index))] = min(one, _root(home, index))
        for band in article.sketch.bands:
            by_band[band].append(index)
    roots = {article.article_id: ordered[_root(home, i)].article_id for i, article in enumerate(ordered)}
    return {article_id: root for article_id, root in roots.items() if root != article_id}


def mark_copies(reports: Iterable[Report], originals: dict[str, str]) -> tuple[Report, ...]:
    """The reports with ``copy_of`` set where their article is a copy."""
    return tuple(replace(report, copy_of=originals.get(report.article_id)) for report in reports)


def _repeats(one: Printed, other: Printed) -> bool:
    days = (one.published, other.published)
    if days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) >= COPY_DAYS:
        return False
    return is_copy(one.sketch, other.sketch)


def _age(article: Printed) -> tuple[bool, str, str]:
    day = article.published
    return day is None, "" if day is None else day.isoformat(), article.article_id


def _root(home: list[int], index: int) -> int:
    while home[index] != index:
        home[index] = home[home[index]]
        index = home[index]
    return index


def _to_bytes(digest: Sequence[int]) -> bytes:
    numbers = array("I", digest)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
