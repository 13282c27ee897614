import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.trees import find_tree, is_tree


def best_by_trying_all(scores: np.ndarray) -> float:
    words = range(1, len(scores))
    candidates = (np.array([0, *heads]) for heads in itertools.product(range(len(scores)), repeat=len(words)))
    return max(
        sum(scores[word, heads[word]] for word in words)
        for heads in candidates
        if all(heads[word] != word for word in words) and is_tree(heads)
    )


@pytest.mark.parametrize("size", [2, 3, 4, 5])
@pytest.mark.parametrize("seed", range(12))
def test_the_best_tree_is_found(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size))
    heads = find_tree(scores)
    found = sum(scores[word, heads[word]] for word in range(1, size))
    assert is_tree(heads)
    assert found == pytest.approx(best_by_trying_all(scores))


@given(st.integers(2, 40), st.integers(0, 10_000), st.booleans())
def test_whatever_the_scores_it_is_a_tree(size: int, seed: int, is_flat: bool) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(find_tree(np.zeros_like(scores) if is_flat else scores * 10))


def test_two_roots_a_cycle_and_a_lone_word() -> None:
    assert not is_tree(np.array([0, 0, 0]))
    assert not is_tree(np.array([0, 0, 3, 2]))
    assert find_tree(np.zeros((2, 2))).tolist() == [0, 0]
