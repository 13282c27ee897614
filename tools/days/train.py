"""Logistic regression over the features of scenes, in numpy alone, and what it gets right of pages left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.engagements.scene_days import SceneWeights
from tools.days.rows import Row

Floats = npt.NDArray[np.float64]

LEAST, DECAY, STEPS = 4, 1.0, 40
"""Least days with a feature; L2, of all weights but the first; steps of Newton's method at most."""
FOLDS = 8
_PLACES, _STILL, _FREE = 3, 1e-6, 1e-4
FIRST = "bias"


def fit(rows: Sequence[Row], threshold: float) -> SceneWeights:
    """How much every feature that is common enough speaks for a day."""
    counts = Counter(name for row in rows for choice in row.choices for name in choice.features)
    names = [FIRST, *sorted(name for name, count in counts.items() if count >= LEAST and name != FIRST)]
    column = {name: index for index, name in enumerate(names)}
    choices = [(choice, choice.day == row.day) for row in rows for choice in row.choices]
    table = np.zeros((len(choices), len(names)))
    for line, (choice, _) in enumerate(choices):
        table[line, [column[name] for name in choice.features if name in column]] = 1
    weights = newton(table, np.array([float(right) for _, right in choices]))
    return SceneWeights(
        {name: round(float(weight), _PLACES) for name, weight in zip(names, weights, strict=True)}, threshold
    )


def newton(table: Floats, right: Floats) -> Floats:
    """The weights of the columns of a table, the first of which is the bias, by Newton's method."""
    weights = np.zeros(table.shape[1])
    decay = np.full(table.shape[1], DECAY)
    decay[0] = _FREE
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + decay * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(decay)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _STILL:
            break
    return weights


@dataclass(frozen=True, slots=True)
class Figures:
    """Of engagements that nothing else dates: days given rightly, wrongly, and where there is none; and days missed."""

    right: int = 0
    wrong: int = 0
    invented: int = 0
    missed: int = 0


def cross_validate(rows: Sequence[Row], threshold: float) -> Figures:
    """What is right of every page by the weights that the others give."""
    pages = sorted({row.page for row in rows})
    np.random.default_rng(1).shuffle(pages)
    fold = {page: index % FOLDS for index, page in enumerate(pages)}
    counted: Counter[str] = Counter()
    for out in range(FOLDS):
        weights = fit([row for row in rows if fold[row.page] != out], threshold)
        left_out = [row for row in rows if fold[row.page] == out and not row.is_dated]
        counted.update(_verdicts(left_out, weights))
    return Figures(**counted)


def _verdicts(rows: Sequence[Row], weights: SceneWeights) -> Iterator[str]:
    for row in rows:
        best = weights.best(row.choices)
        if best is None or best[1] < weights.threshold:
            if row.day is not None:
                yield "missed"
        else:
            yield "invented" if row.day is None else "right" if best[0].day == row.day else "wrong"
