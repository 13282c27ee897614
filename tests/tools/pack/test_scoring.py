from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pytest

from dragoman.language.analysis import Analysis
from dragoman.language.decoding import LabelledSpan
from dragoman.language.document import NameLabel
from dragoman.language.tagging import PackTagger
from tools.pack import scoring
from tools.pack.markup import parse_lines


class Echo:
    """Says what it is told: spans and heads for every sentence."""

    def __init__(self, *names: tuple[int, int, str], heads: Sequence[int] = ()) -> None:
        self._names = tuple(LabelledSpan(first, last, NameLabel(label), 0.8) for first, last, label in names)
        self._heads = np.array(heads)

    def analyse(self, sentences: Sequence[Any]) -> list[Analysis]:
        return [Analysis((), (), self._heads, np.array([]), (), self._names) for _ in sentences]


def tagger(*names: tuple[int, int, str], heads: Sequence[int] = ()) -> PackTagger:
    return cast(PackTagger, Echo(*names, heads=heads))


SENTENCE = tuple(parse_lines(["[OFFICE Secretary] [PER Blinken] left [LOC Paris]."], "test"))


def test_strict_names() -> None:
    scores = scoring.score_names(tagger((1, 2, "PER"), (2, 4, "LOC")), SENTENCE)
    assert (scores.precision, scores.recall) == (1 / 2, 1 / 3)
    assert scores.f1 == pytest.approx(0.4)
    assert scores.by_label == {"OFFICE": (0.0, 1), "PER": (1.0, 1), "LOC": (0.0, 1)}
    assert scores.ece == pytest.approx(0.3)


def test_labels_can_be_chosen_and_merged() -> None:
    scores = scoring.score_names(tagger((3, 4, "FAC")), SENTENCE, labels=["LOC"], merged={"FAC": "LOC"})
    assert scores.f1 == 1.0


def test_an_office_and_its_holder_are_joined_by_an_arc() -> None:
    names = ((0, 1, "OFFICE"), (1, 2, "PER"))
    assert scoring.score_office_holders(tagger(*names, heads=[2, 3, 0, 3, 3]), SENTENCE) == (1.0, 1.0, 1)
    assert scoring.score_office_holders(tagger(*names, heads=[3, 3, 0, 3, 3]), SENTENCE) == (1.0, 0.0, 1)
    assert scoring.score_office_holders(tagger(names[0], heads=[2, 3, 0, 3, 3]), SENTENCE) == (0.0, 0.0, 1)


def test_boundaries_inside_paragraphs() -> None:
    scores = scoring.score_splitter(
        lambda text: [(0, 3), (4, 8), (9, len(text))], [("One", "two three", "four")]
    )
    assert (scores["precision"], scores["recall"], scores["f1"]) == (0.5, 0.5, 0.5)
