"""Logistic regression over the features of sentences, then over those of their page, in numpy alone.

Sentences are scored by weights learned from other pages before it is learned what their page adds: scores of what was
learned by heart would be trusted too much.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.engagements.gate import GateWeights, page_features
from tools.days.train import newton

Floats = npt.NDArray[np.float64]

LEAST, DECAY = 20, 30.0
"""Least sentences with a feature; L2."""
FOLDS = 4
_NEWTON, _CONJUGATE = 12, 30  # steps at most
_STILL = 1e-8
_PLACES, _NOTHING = 2, 0.02


@dataclass(frozen=True, slots=True)
class SeenSentence:
    """The features of a sentence, the sides it names, how many words it has, and whether something was read from it.

    ``plain`` are the features of its words in small letters.
    """

    features: frozenset[str]
    plain: frozenset[str]
    sides: frozenset[str]
    words: int
    tells: bool


Page = Sequence[SeenSentence]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of sentences that tell something, the share let through; and the share of all words that is."""

    told: float
    words: float


def learn(pages: Sequence[Page], share: float) -> tuple[GateWeights, Figures]:
    """The weights of all pages, with the threshold at which ``share`` of the sentences that tell something pass.

    The threshold and the figures are those of every page by the weights that the others give.
    """
    folds = np.random.default_rng(1).permutation(len(pages)) % FOLDS
    rows: list[list[tuple[float, ...]]] = [[] for _ in pages]
    for fold in range(FOLDS):
        weights = fit([page for page, its in zip(pages, folds, strict=True) if its != fold])
        for index in np.flatnonzero(folds == fold).tolist():
            rows[index] = _page_rows(pages[index], weights)
    table = np.array([row for page in rows for row in page])
    sentences = [sentence for page in pages for sentence in page]
    tells = np.array([sentence.tells for sentence in sentences])
    of_page = newton(table, tells.astype(float)).round(_PLACES)
    scores = table @ of_page
    threshold = math.floor(float(np.quantile(scores[tells], 1 - share)) * 10**_PLACES) / 10**_PLACES
    words = np.array([sentence.words for sentence in sentences])
    passing = scores >= threshold
    figures = Figures(
        round(float(passing[tells].mean()), 4), round(float(words[passing].sum() / words.sum()), 3)
    )
    return GateWeights(fit(pages), tuple(of_page.tolist()), threshold), figures


def _page_rows(page: Page, weights: Mapping[str, float]) -> list[tuple[float, ...]]:
    scores = [math.fsum(weights.get(name, 0.0) for name in sentence.features) for sentence in page]
    return page_features(scores, len(frozenset().union(*(sentence.sides for sentence in page))))


def fit(pages: Sequence[Page]) -> dict[str, float]:
    """How much every feature that is common enough speaks for a sentence; names have no weight of their own."""
    sentences = [sentence for page in pages for sentence in page]
    common = _common(sentence.features for sentence in sentences)
    plain = _common(sentence.plain for sentence in sentences)
    known = sorted(name for name in common if name in plain or name[:1].isupper())
    column = {name: index for index, name in enumerate(known)}
    found = [[column[name] for name in sorted(one.features) if name in column] for one in sentences]
    owners = np.repeat(np.arange(len(found)), [len(columns) for columns in found])
    columns = np.array([index for columns in found for index in columns], dtype=np.int64)
    right = np.array([float(sentence.tells) for sentence in sentences])
    weights = _descend(_Sparse(owners, columns, len(found), len(column)), right)
    rounded = {name: round(float(weights[index]), _PLACES) for name, index in column.items()}
    return {name: weight for name, weight in rounded.items() if abs(weight) >= _NOTHING}


def _common(found: Iterable[frozenset[str]]) -> set[str]:
    counts = Counter(name for names in found for name in names)
    return {name for name, count in counts.items() if count >= LEAST}


@dataclass(frozen=True, slots=True)
class _Sparse:
    """A table of ones by the row and column of each."""

    owners: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    height: int
    width: int

    def times(self, weights: Floats) -> Floats:
        return np.bincount(self.owners, weights[self.columns], self.height)

    def gather(self, values: Floats) -> Floats:
        return np.bincount(self.columns, values[self.owners], self.width)


def _descend(table: _Sparse, right: Floats) -> Floats:
    """Newton's method; each step is found by conjugate gradients."""
    weights = np.zeros(table.width)
    for _ in range(_NEWTON):
        likely = 1 / (1 + np.exp(-table.times(weights)))
        slope = table.gather(likely - right) + DECAY * weights
        bend = likely * (1 - likely)
        step = _solve(lambda way, bend=bend: table.gather(bend * table.times(way)) + DECAY * way, slope)
        weights -= step
        if np.abs(step).max() < 10**-_PLACES:
            break
    return weights


def _solve(times: Callable[[Floats], Floats], slope: Floats) -> Floats:
    found, rest = np.zeros_like(slope), slope.copy()
    way, size = rest.copy(), float(rest @ rest)
    for _ in range(_CONJUGATE):
        if size < _STILL:
            break
        bent = times(way)
        pace = size / float(way @ bent)
        found += pace * way
        rest -= pace * bent
        size, before = float(rest @ rest), size
        way = rest + size / before * way
    return found
