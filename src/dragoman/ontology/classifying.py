"""Which PLOVER class a sentence tells, by a small linear model trained on sentences of our own (`tools/coder`).

It is asked where no rule reads an engagement: protests, arrests, fighting, and all that happens inside one country.
A released model is never edited: the next number follows it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import PackError

DEFAULT_MODEL = Path(__file__).parent / "packs" / "plover-en-1.npz"
NOTHING = "NONE"
"""The class of sentences that tell no event."""

PROTOCOL = 1


@dataclass(frozen=True, slots=True)
class ClassModel:
    """Weights F×C of features by class and biases C; ``manifest`` tells what it was trained on and how well it did."""

    manifest: Mapping[str, Any]
    classes: tuple[str, ...]
    features: Mapping[str, int]
    weights: npt.NDArray[np.float32]
    biases: npt.NDArray[np.float32]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each class is, at the temperature that makes the shares honest on sentences held out.

        >>> model = open_model()
        >>> round(sum(model.probabilities(["u:meet"]).values()), 3)
        1.0
        """
        scores = self.scores(features) / self.manifest.get("temperature", 1.0)
        powers = np.exp(scores - scores.max())
        return {name: float(share) for name, share in zip(self.classes, powers / powers.sum(), strict=True)}

    def scores(self, features: Iterable[str]) -> npt.NDArray[np.float32]:
        """The sum of the weights of the known features, as if there were as many in every sentence, and the biases."""
        known = [self.features[feature] for feature in features if feature in self.features]
        if not known:
            return self.biases
        total: npt.NDArray[np.float32] = self.weights[known].sum(axis=0) * scale(len(known)) + self.biases
        return total

    def weight(self, feature: str, name: str) -> float:
        """What one feature says for one class; 0 if it was never seen."""
        row = self.features.get(feature)
        return 0.0 if row is None else float(self.weights[row, self.classes.index(name)])


def scale(known: int) -> float:
    """What the weights are multiplied by for ``known`` features, so that long sentences are no surer than short ones."""
    return 3.0 / float(np.sqrt(max(1, known)))


@cache
def open_model(path: Path = DEFAULT_MODEL) -> ClassModel:
    """The model at ``path``, by default the shipped one, opened once per process.

    Raises:
        PackError: if it is missing, damaged or of another protocol.
    """
    try:
        with np.load(path, allow_pickle=False) as parts:
            manifest = json.loads(bytes(parts["manifest"]).decode())
            features = bytes(parts["features"]).decode().split("\n")
            weights, biases = parts["weights"].astype(np.float32), parts["biases"].astype(np.float32)
    except (OSError, KeyError, ValueError) as error:
        raise PackError(f"{path}: no usable class model ({error}); reinstall dragoman") from error
    if manifest.get("protocol") != PROTOCOL:
        raise PackError(
            f"{path}: speaks protocol {manifest.get('protocol')}, not {PROTOCOL}; reinstall dragoman"
        )
    rows = {feature: row for row, feature in enumerate(features)}
    return ClassModel(manifest, tuple(manifest["classes"]), rows, weights, biases)
