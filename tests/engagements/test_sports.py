"""What counts as a word of sport."""

from __future__ import annotations

import pytest

from dragoman.engagements.sports import is_match
from dragoman.engagements.tree import Tree
from parses import named


@pytest.mark.parametrize(
    ("text", "sport"),
    [
        ("They met on 5-6 April, on 3–4 May and on June 7-8.", False),
        ("They met on 5-6 of April, on 3-4 Sept. and on Dec. 7-8.", False),
        ("It ended 2-1, then 3-0, and 4-4 at last.", True),
    ],
)
def test_days_beside_their_month_are_no_scores(text: str, sport: bool) -> None:
    tree = Tree(named("France met Italy.").sentences[0])
    assert is_match(tree, text) is sport
