"""The act network: which words of a sentence tell an act, of which kind, and which mentions around are its sides.

It goes on from the states of the tagger's network, so that it costs little: its own layers look at the sentence and at
those before it together. It knows words and spans, nothing of people or states.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from dragoman.language.document import Sentence
from dragoman.language.packs import ActPack, shipped_act_pack
from dragoman.language.tagging import open_session

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

MOST_BACK = 2
"""How many sentences before its own an act's sides are looked for in."""
_SHORT = (0, 1, 2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class View:
    """What the network makes of some sentences, the last of which it is asked about.

    ``vectors`` has a row per word of all of them, ``starts`` the first row of each; ``kinds`` has a row per word of the
    last, the probabilities of the act pack's kinds.
    """

    vectors: Floats
    starts: tuple[int, ...]
    kinds: Floats


@dataclass(frozen=True, slots=True)
class Spot:
    """Words ``first`` to ``last`` (excluded) of sentence number ``sentence`` of a view, of a type 0 to 7."""

    sentence: int
    first: int
    last: int
    type: int


def distance_of(trigger: int, first: int, last: int) -> int:
    """How far words ``first`` to ``last`` stand from a trigger, in 8 steps before it and 8 behind.

    >>> [distance_of(9, 4, 5), distance_of(9, 10, 12), distance_of(9, 9, 9)]
    [3, 9, 0]
    """
    words = first - trigger if first > trigger else min(0, last - trigger)
    step = next((step for step, most in enumerate(_SHORT) if abs(words) <= most), len(_SHORT))
    return step if words <= 0 else len(_SHORT) + 1 + step


class ActNetwork:
    """Runs the networks of an act pack, on one thread."""

    def __init__(self, pack: ActPack) -> None:
        self.pack = pack
        self._acts = open_session(pack.path, pack.acts)
        self._roles = open_session(pack.path, pack.role_network)
        self._hint = open_session(pack.path, pack.hint)

    def is_worth_a_look(self, sentence: Sentence) -> bool:
        """Whether the states of a sentence hint at an act; most sentences are not worth a look."""
        states = sentence.states
        if states is None:
            return False
        (hint,) = self._hint.run(None, {"states": states.vectors[None], "first": states.first[None]})
        return float(hint[0]) >= self.pack.hint_threshold

    def look(self, sentences: Sequence[Sentence]) -> View:
        """The view of ``sentences``, all of which have states; the last is the one asked about."""
        states = [sent.states for sent in sentences if sent.states is not None]
        lengths = [len(state.vectors) for state in states]
        offsets = (0, *accumulate(lengths))
        first = np.concatenate([state.first + at for state, at in zip(states, offsets, strict=False)])
        back = np.repeat(np.arange(len(states) - 1, -1, -1), lengths)
        feed = {"states": np.concatenate([state.vectors for state in states])[None]}
        feed |= {"back": back[None], "first": first[None]}
        kinds, vectors = self._acts.run(None, feed)
        starts = tuple(accumulate((len(state.first) for state in states[:-1]), initial=0))
        return View(vectors[0], starts, _softmax(kinds[0, starts[-1] :]))

    def roles(self, view: View, trigger: int, kind: int, spots: Sequence[Spot]) -> Floats:
        """The probabilities of the pack's roles, a row per spot, in an act told by a word of the view's last sentence."""
        at, count = view.starts[-1] + trigger, len(spots)
        firsts = np.array([view.starts[spot.sentence] + spot.first for spot in spots])
        lasts = np.array([view.starts[spot.sentence] + spot.last - 1 for spot in spots])
        spans = zip(firsts.tolist(), lasts.tolist(), strict=True)
        (scores,) = self._roles.run(
            None,
            {
                "trigger": np.repeat(view.vectors[at][None], count, axis=0),
                "mention": np.concatenate([view.vectors[firsts], view.vectors[lasts]], axis=1),
                "kind": np.full(count, kind, np.int64),
                "type": np.array([spot.type for spot in spots], np.int64),
                "distance": np.array([distance_of(at, first, last) for first, last in spans], np.int64),
                "back": np.array([len(view.starts) - 1 - spot.sentence for spot in spots], np.int64),
            },
        )
        return _softmax(scores)


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


@functools.cache
def shipped_act_network() -> ActNetwork:
    """The network of the shipped act pack, opened once per process.

    Raises:
        PackError: if the pack is missing or damaged, or speaks another protocol.
    """
    return ActNetwork(shipped_act_pack())
