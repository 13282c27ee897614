import pytest

from tools.pack import gazetteer
from tools.pack.markup import parse_lines
from tools.pack.swapping import swap_names

pytestmark = pytest.mark.skipif(not gazetteer.DATA.is_dir(), reason="the shared data are not here")


def test_names_change_and_labels_stay() -> None:
    original = list(
        parse_lines(["[PER Emmanuel Macron] told [NORP French] aides in [LOC Paris] so."], "test")
    )
    copies = list(swap_names(original, copies=5, seed=1))
    assert len({copy.words for copy in copies}) > 1
    for copy in copies:
        assert len(copy.words) == len(copy.names or ())
        assert [tag for tag in copy.names or () if tag.startswith("B-")] == ["B-PER", "B-NORP", "B-LOC"]


def test_sentences_without_names_are_left_out() -> None:
    assert list(swap_names(parse_lines(["He left."], "test"), copies=3, seed=1)) == []
