import itertools

import numpy as np
import pytest

from dragoman.language.decoding import NameDecoder, log_softmax

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def is_allowed(labels: tuple[int, ...]) -> bool:
    before = (0, *labels)
    return all(
        not LABELS[label].startswith("I-") or LABELS[previous][2:] == LABELS[label][2:]
        for previous, label in zip(before, labels, strict=False)
    )


def scores(*rows: tuple[float, ...]) -> np.ndarray:
    return log_softmax(np.array(rows, np.float32))


def test_a_name_that_starts_inside_is_mended() -> None:
    logs = scores((0, 2, 3, 0, 0), (0, 0, 9, 0, 0), (9, 0, 0, 0, 0))
    (name,) = NameDecoder(LABELS).spans(logs)
    assert (name.first, name.last, name.label) == (0, 2, "PER")


def test_neighbours_stay_two_names() -> None:
    logs = scores((0, 9, 0, 0, 0), (0, 9, 0, 0, 0), (0, 0, 0, 9, 0))
    assert [(n.first, n.last, n.label) for n in NameDecoder(LABELS).spans(logs)] == [
        (0, 1, "PER"),
        (1, 2, "PER"),
        (2, 3, "LOC"),
    ]


def test_probability_is_that_of_exactly_these_words() -> None:
    logs = np.log(np.array([[0.1, 0.9, 0, 0, 0], [0.5, 0, 0.5, 0, 0]], np.float32) + 1e-9)
    (name,) = NameDecoder(LABELS).spans(logs)
    assert name.last == 1
    assert name.probability == pytest.approx(0.9 * 0.5, abs=1e-3)


def test_no_words_and_no_names() -> None:
    assert NameDecoder(LABELS).spans(np.zeros((0, 5), np.float32)) == []
    assert NameDecoder(LABELS).spans(scores((9, 0, 0, 0, 0))) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_best_allowed_sequence_is_found(seed: int) -> None:
    logs = log_softmax(np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32) * 2)
    sequences = (labels for labels in itertools.product(range(5), repeat=4) if is_allowed(labels))
    best = max(sequences, key=lambda labels: sum(logs[word, label] for word, label in enumerate(labels)))
    begins = [(word, LABELS[label][2:]) for word, label in enumerate(best) if LABELS[label].startswith("B-")]
    assert [(name.first, name.label.value) for name in NameDecoder(LABELS).spans(logs)] == begins
