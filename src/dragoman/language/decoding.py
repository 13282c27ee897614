"""Scores of the name head to name spans with probabilities.

Labels are ``O``, ``B-PER``, ``I-PER`` …; an ``I-`` may only follow a ``B-`` or ``I-`` of the same kind. The best
sequence that obeys this is taken (Viterbi); where the best label of each word already obeys, that is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.language.document import NameLabel

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

_FORBIDDEN = -1e9


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Words ``first`` to ``last`` (excluded) are a name; ``probability`` that exactly these words are."""

    first: int
    last: int
    label: NameLabel
    probability: float


def log_softmax(scores: Floats, temperature: float = 1.0) -> Floats:
    """Log probabilities over the last axis; a temperature above 1 makes them more even."""
    cooled = scores / temperature
    shifted = cooled - cooled.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


class NameDecoder:
    """Decodes the name head; ``labels`` are its outputs in order."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._kinds = [NameLabel(label[2:]) if label != "O" else None for label in labels]
        self._begins = np.array([label.startswith("B-") for label in labels])
        self._inside = np.array([label.startswith("I-") for label in labels])
        kinds = np.array([label[2:] for label in labels])
        may_follow = ~self._inside[None, :] | (kinds[:, None] == kinds[None, :])
        self._moves = np.where(may_follow, 0.0, _FORBIDDEN).astype(np.float32)
        self._inside_of = [
            labels.index(f"I-{kind.value}") if kind is not None else -1 for kind in self._kinds
        ]

    def spans(self, logs: Floats) -> list[LabelledSpan]:
        """The names of one sentence from its words' log probabilities, words×labels."""
        if not len(logs):
            return []
        best: Labels = logs.argmax(axis=1)
        if not best.any():
            return []
        if not self._is_allowed(best):
            best = self._viterbi(logs)
        return self._collect(best, logs)

    def _is_allowed(self, labels: Labels) -> bool:
        return not self._inside[labels[0]] and bool((self._moves[labels[:-1], labels[1:]] == 0).all())

    def _viterbi(self, logs: Floats) -> Labels:
        score = np.where(self._inside, _FORBIDDEN, logs[0])
        back = np.zeros(logs.shape, np.int64)
        for word in range(1, len(logs)):
            options = score[:, None] + self._moves
            back[word] = options.argmax(axis=0)
            score = options.max(axis=0) + logs[word]
        labels = np.zeros(len(logs), np.int64)
        labels[-1] = score.argmax()
        for word in range(len(logs) - 1, 0, -1):
            labels[word - 1] = back[word, labels[word]]
        return labels

    def _collect(self, labels: Labels, logs: Floats) -> list[LabelledSpan]:
        spans = []
        for first in np.flatnonzero(self._begins[labels]):
            kind = self._kinds[labels[first]]
            assert kind is not None
            inside = self._inside_of[labels[first]]
            last = int(first) + 1
            while last < len(labels) and labels[last] == inside:
                last += 1
            log = float(logs[np.arange(first, last), labels[first:last]].sum())
            ends = 1.0 - float(np.exp(logs[last, inside])) if last < len(labels) else 1.0
            spans.append(LabelledSpan(int(first), last, kind, float(np.exp(log)) * ends))
        return spans
