import pytest

from tools.pack.example import LABELS, Example, allowed, read_examples, tag_span, write_examples


def labels(tag: str) -> set[str]:
    return {LABELS[index] for index in allowed(tag)}


def test_partial_labels() -> None:
    assert labels("O") == {"O"}
    assert labels("B-LOC|B-FAC") == {"B-LOC", "B-FAC"}
    assert labels("O|DATE") == {"O", "B-DATE", "I-DATE"}
    assert labels("?") == set(LABELS)
    with pytest.raises(ValueError, match="no label 'CITY'"):
        allowed("CITY")


def test_a_span_is_tagged() -> None:
    names = ["O"] * 4
    tag_span(names, 1, 3, "LOC", "FAC")
    assert names == ["O", "B-LOC|B-FAC", "I-LOC|I-FAC", "O"]


def test_examples_are_written_and_read(tmp_path) -> None:
    examples = [Example("test", ("Paris",), names=("B-LOC",)), Example("test", ("No",), heads=(0,))]
    assert write_examples(tmp_path / "x.jsonl", examples) == 2
    assert read_examples(tmp_path / "x.jsonl") == examples
