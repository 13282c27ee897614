"""Coreference figures: how well groups of mentions agree with gold groups. MUC, B³, CEAF-e and their mean (CoNLL).

Both sides group mentions by any ids. A mention that only one side has counts as a group of its own on the other, so that
what a reader missed costs recall and what it invented costs precision.

>>> gold = [{"a", "b", "c"}, {"d"}]
>>> score_groups(gold, [{"a", "b"}, {"c"}, {"d"}]).b_cubed
Share(recall=0.667, precision=1.0)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

M = TypeVar("M", bound=Hashable)
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Share:
    """Recall and precision; ``f1`` is their harmonic mean."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are."""
        both = self.recall + self.precision
        return round(2 * self.recall * self.precision / both, _DIGITS) if both else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """The three measures, and CoNLL: the mean of their F1."""

    muc: Share
    b_cubed: Share
    ceaf: Share

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return round((self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3, _DIGITS)


def score_groups(gold: Iterable[AbstractSet[M]], given: Iterable[AbstractSet[M]]) -> Agreement:
    """How well the given groups agree with the gold ones."""
    wanted, found = [frozenset(one) for one in gold if one], [frozenset(one) for one in given if one]
    all_wanted, all_found = frozenset().union(*wanted), frozenset().union(*found)
    wanted += [frozenset({one}) for one in all_found - all_wanted]
    found += [frozenset({one}) for one in all_wanted - all_found]
    aligned = _best_alignment(wanted, found)
    return Agreement(
        muc=Share(_muc(wanted, found), _muc(found, wanted)),
        b_cubed=Share(_b_cubed(wanted, found), _b_cubed(found, wanted)),
        ceaf=Share(_ratio(aligned, len(wanted)), _ratio(aligned, len(found))),
    )


def _muc(ones: Sequence[frozenset[M]], others: Sequence[frozenset[M]]) -> float:
    """Links of each group that the others keep; 1 where there are no links to keep."""
    home = {mention: index for index, group in enumerate(others) for mention in group}
    kept = sum(len(group) - len({home[mention] for mention in group}) for group in ones)
    links = sum(len(group) - 1 for group in ones)
    return _ratio(kept, links) if links else 1.0


def _b_cubed(ones: Sequence[frozenset[M]], others: Sequence[frozenset[M]]) -> float:
    """For each mention, the share of its group that stands with it on the other side; the mean."""
    home = {mention: group for group in others for mention in group}
    shares = [len(group & home[mention]) / len(group) for group in ones for mention in group]
    return _ratio(sum(shares), len(shares)) if shares else 1.0


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, _DIGITS) if whole else 1.0


def _best_alignment(ones: Sequence[frozenset[M]], others: Sequence[frozenset[M]]) -> float:
    """The most likeness that a one-to-one alignment of groups can have (CEAF-e: shared over the mean size)."""
    size = max(len(ones), len(others))
    if not size:
        return 0.0
    home = {mention: index for index, group in enumerate(others) for mention in group}
    gain = [[0.0] * size for _ in range(size)]
    for row, group in enumerate(ones):
        for column in {home[mention] for mention in group}:
            other = others[column]
            gain[row][column] = 2 * len(group & other) / (len(group) + len(other))
    return sum(gain[row][column] for row, column in enumerate(assign(gain)))


def assign(gain: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the one-to-one assignment of a square table with the largest sum (Kuhn-Munkres).

    >>> assign([[3.0, 2.0], [3.0, 0.0]])
    [1, 0]
    """
    size = len(gain)
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # rows and columns are counted from 1; 0 is none
    for row in range(1, size + 1):
        row_of[0] = row
        column, way = 0, [0] * (size + 1)
        slack, done = [float("inf")] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            done[column] = True
            at, step, nearest = row_of[column], float("inf"), 0
            for other in range(1, size + 1):
                if done[other]:
                    continue
                cost = -gain[at - 1][other - 1] - rows[at] - columns[other]
                if cost < slack[other]:
                    slack[other], way[other] = cost, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(size + 1):
                if done[other]:
                    rows[row_of[other]] += step
                    columns[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    chosen = [0] * size
    for column in range(1, size + 1):
        chosen[row_of[column] - 1] = column - 1
    return chosen
