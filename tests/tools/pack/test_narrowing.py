from pathlib import Path

import pytest

from tools.pack import gazetteer
from tools.pack.narrowing import narrow

pytestmark = pytest.mark.skipif(not gazetteer.DATA.is_dir(), reason=f"no data at {Path(gazetteer.DATA).name}")
OPEN = "O|NORP|DATE|MONEY|QUANTITY|OFFICE"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("met on Monday", "O O O|DATE"),
        ("the French minister", "O B-NORP O|OFFICE"),
        ("$ 5 million", "O|MONEY|QUANTITY|DATE O|MONEY|QUANTITY|DATE O|MONEY|QUANTITY|DATE"),
        ("minister of Trade", "O|OFFICE O|OFFICE O|OFFICE"),
        ("minister of them", "O|OFFICE O O"),
    ],
)
def test_only_what_a_word_suggests_stays_open(words: str, expected: str) -> None:
    found = narrow(words.split(), [OPEN] * len(words.split()))
    assert [set(tag.split("|")) for tag in found] == [set(tag.split("|")) for tag in expected.split()]


def test_names_and_unknown_words_are_left_alone() -> None:
    assert narrow(["Monday", "Monday"], ["B-ORG", "?"]) == ("B-ORG", "?")
