from pathlib import Path

import pytest

from tools.pack.markup import parse_lines, read_markup, strip_markup

ROOT = Path(__file__).resolve().parents[3]


def test_names_are_words_with_labels() -> None:
    (example,) = parse_lines(["The [LOC United States]’ [OFFICE envoy] [PER Hochstein] left."], "test")
    assert example.words == ("The", "United", "States", "’", "envoy", "Hochstein", "left", ".")
    assert example.names == ("O", "B-LOC", "I-LOC", "O", "B-OFFICE", "B-PER", "O", "O")


def test_comments_and_empty_lines_are_skipped() -> None:
    assert list(parse_lines(["# Readouts", "", "   "], "test")) == []


def test_brackets_that_are_no_names_stay() -> None:
    assert strip_markup("He said [sic] so.") == ("He said [sic] so.", [])


def test_an_unknown_label_is_reported_with_its_line() -> None:
    with pytest.raises(ValueError, match=":2: a bracket is left over"):
        list(parse_lines(["Fine.", "[CITY Paris] waits."], "test"))


@pytest.mark.parametrize("path", ["tools/pack/sentences/train.txt", "tests/language/unseen.txt"])
def test_the_shipped_sentences_parse(path: str) -> None:
    assert len(read_markup(ROOT / path, "test")) >= 200


def test_no_unseen_sentence_is_trained_on() -> None:
    train = {example.words for example in read_markup(ROOT / "tools/pack/sentences/train.txt", "train")}
    unseen = {example.words for example in read_markup(ROOT / "tests/language/unseen.txt", "unseen")}
    assert not train & unseen
