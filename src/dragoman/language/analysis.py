"""What the network says of one sentence: tags, tree and names, word by word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.language.decoding import LabelledSpan
from dragoman.language.document import States


@dataclass(frozen=True, slots=True)
class Analysis:
    """One entry per word; heads count words from 1, 0 is the root."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: npt.NDArray[np.int64]
    arc_probabilities: npt.NDArray[np.float32]
    relations: tuple[str, ...]
    names: tuple[LabelledSpan, ...]
    states: States | None = None

    @property
    def root(self) -> int:
        """The word that hangs on nothing."""
        return int(self.heads.argmin())

    def children(self, index: int) -> list[int]:
        """The words that hang on one, in text order."""
        found: list[int] = np.flatnonzero(self.heads == index + 1).tolist()
        return found

    @property
    def certainty(self) -> float:
        """The mean logarithm of the probability of the heads."""
        return float(np.log(self.arc_probabilities).mean())
