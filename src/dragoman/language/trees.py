"""Head choices to a tree: one root, no cycle, the highest sum of scores.

Taking the best head of every word is a tree in most sentences; only where it is not, the exact maximum
arborescence is searched.

>>> find_tree(np.array([[0.0, 0.0, 0.0], [9.0, 0.0, 5.0], [1.0, 7.0, 0.0]]))
array([0, 0, 1])
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]

_NEVER = -1e9


def find_tree(scores: npt.NDArray[np.floating]) -> Heads:
    """The heads of the best tree over words 1…n; entry 0, the root's, is 0.

    Args:
        scores: (n+1)×(n+1), row the word, column its head; row 0 is not read. Higher is better.
    """
    weights = np.array(scores, np.float64)
    np.fill_diagonal(weights, _NEVER)
    heads: Heads = weights.argmax(axis=1)
    heads[0] = 0
    if is_tree(heads):
        return heads
    heads = _arborescence(weights)
    if is_tree(heads):
        return heads
    # Several roots: taking the whole range of scores off each root arc makes a second one never pay.
    finite = weights[weights > _NEVER / 2]
    weights[1:, 0] -= (finite.max() - finite.min() + 1.0) * len(weights)
    return _arborescence(weights)


def is_tree(heads: npt.NDArray[np.integer]) -> bool:
    """Whether exactly one word hangs on the root (0) and every word reaches it.

    >>> is_tree(np.array([0, 0, 1])), is_tree(np.array([0, 2, 1])), is_tree(np.array([0, 0, 0]))
    (True, False, False)
    """
    if len(heads) > 1 and int((heads[1:] == 0).sum()) != 1:
        return False
    reached = np.asarray(heads)
    # Jumping to the head's head doubles the distance covered, so few rounds reach the root from anywhere.
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    return not reached.any()


def _arborescence(weights: npt.NDArray[np.float64]) -> Heads:
    """Chu and Liu's and Edmonds' algorithm: contract a cycle, solve the smaller problem, open the cycle again."""
    heads: Heads = weights.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = weights[cycle, heads[cycle]]
    # Entering the cycle at a word gains the new arc and loses the cycle's own arc to that word.
    gains = weights[np.ix_(cycle, outside)] - kept[:, None]
    entries = gains.argmax(axis=0)
    leaving = weights[np.ix_(outside, cycle)]
    exits = leaving.argmax(axis=1)
    size = len(outside)
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = weights[np.ix_(outside, outside)]
    smaller[size, :size] = gains.max(axis=0)
    smaller[:size, size] = leaving.max(axis=1)
    np.fill_diagonal(smaller, _NEVER)
    solved = _arborescence(smaller)
    for position in range(1, size):
        head = solved[position]
        heads[outside[position]] = cycle[exits[position]] if head == size else outside[head]
    entered = solved[size]
    heads[cycle[entries[entered]]] = outside[entered]
    return heads


def _find_cycle(heads: Heads) -> Heads | None:
    """The words of one cycle, or None; the root is no cycle."""
    state = np.zeros(len(heads), np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(int(heads[cycle[-1]]))
            return np.array(cycle, np.int64)
        node = start
        while state[node] == start:
            state[node] = -1
            node = int(heads[node])
    return None
