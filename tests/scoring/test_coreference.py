"""MUC, B³ and CEAF-e on cases worked out by hand, and the assignment against trying all."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.scoring.coreference import assign, score_groups


def test_what_agrees_scores_one():
    groups = [{1, 2, 3}, {4}, {5, 6}]
    agreed = score_groups(groups, list(reversed(groups)))
    assert (agreed.muc.f1, agreed.b_cubed.f1, agreed.ceaf.f1, agreed.conll) == (1.0, 1.0, 1.0, 1.0)


def test_the_example_of_the_literature():
    """Gold 12345, 67, 89ABC; one answer lumps the large ones, one the small with a large (Bagga and Baldwin 1998)."""
    gold = [set("12345"), set("67"), set("89ABC")]
    large = score_groups(gold, [set("12345") | set("89ABC"), set("67")])
    small = score_groups(gold, [set("12345"), set("67") | set("89ABC")])
    assert (large.muc.precision, small.muc.precision) == (0.9, 0.9)
    assert (large.b_cubed.precision, small.b_cubed.precision) == (0.583, 0.762)
    assert large.b_cubed.recall == small.b_cubed.recall == 1.0


def test_ceaf_aligns_one_to_one():
    agreed = score_groups([{1, 2, 3}], [{1, 2}, {3}])
    assert agreed.ceaf.recall == pytest.approx(2 * 2 / 5)
    assert agreed.ceaf.precision == pytest.approx(2 * 2 / 5 / 2)


def test_what_was_missed_is_a_group_of_its_own():
    assert score_groups([{1, 2}], [{1}]).b_cubed.recall == 0.5
    assert score_groups([{1}], [{1, 2}]).b_cubed.precision == 0.5


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_no_assignment_gains_more(gain):
    columns = assign(gain)
    assert sorted(columns) == list(range(len(gain)))
    best = max(
        sum(gain[row][column] for row, column in enumerate(one)) for one in permutations(range(len(gain)))
    )
    assert sum(gain[row][column] for row, column in enumerate(columns)) == best
