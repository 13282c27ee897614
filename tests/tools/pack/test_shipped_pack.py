"""The shipped pack may not get worse on the sentences that were never trained on."""

import pytest

from benchmarks.language import unseen_sections
from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.tagging import open_tagger
from tools.pack import scoring

NAMES_FLOOR = 0.90
"""Strict F1 over all ten labels; the bar the pack was released under."""

JOINED_FLOOR = 0.90
"""Share of offices that are found, with their holder, and hang on them in the tree."""

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.slow
def test_names_and_offices_of_unseen_sentences() -> None:
    examples = [example for section in unseen_sections().values() for example in section]
    _, joined, pairs = scoring.score_office_holders(open_tagger(), examples)
    assert scoring.score_names(open_tagger(), examples).f1 >= NAMES_FLOOR
    assert joined >= JOINED_FLOOR
    assert pairs >= 90
