"""What the network says of one sentence: tags, tree and names, word by word."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

    def without(self, index: int) -> Analysis:
        """The same of the sentence without a word; what hung on it hangs on its head."""
        heads = np.where(self.heads == index + 1, self.heads[index], self.heads)
        heads = np.delete(np.where(heads > index + 1, heads - 1, heads), index)
        states = self.states and States(self.states.vectors, np.delete(self.states.first, index))
        return Analysis(
            upos=_without(self.upos, index),
            xpos=_without(self.xpos, index),
            heads=heads,
            arc_probabilities=np.delete(self.arc_probabilities, index),
            relations=_without(self.relations, index),
            names=tuple(
                replace(name, first=name.first - (name.first > index), last=name.last - (name.last > index))
                for name in self.names
                if (name.first, name.last) != (index, index + 1)
            ),
            states=states,
        )


def _without(values: tuple[str, ...], index: int) -> tuple[str, ...]:
    return (*values[:index], *values[index + 1 :])
