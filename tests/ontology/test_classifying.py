"""The class model: it opens, its shares are shares, and a damaged file is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import PackError
from dragoman.ontology.classifying import NOTHING, ClassModel, open_model


def test_the_shipped_model_knows_all_classes_of_plover_and_nothing() -> None:
    model = open_model()
    assert set(model.classes) >= {"PROTEST", "ASSAULT", "CONSULT", "REQUEST", NOTHING}
    assert model.weights.shape == (len(model.features), len(model.classes))
    assert model.manifest["name"] == "plover-en-1"


def test_shares_add_up_and_unknown_features_say_nothing() -> None:
    model = open_model()
    shares = model.probabilities(["u:arrest", "p:arrest/VERB"])
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=lambda name: shares[name]) == "COERCE"
    assert np.array_equal(model.scores(["u:xyzzy"]), model.biases)
    assert model.weight("u:xyzzy", "COERCE") == 0.0


def test_a_damaged_model_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "model.npz"
    broken.write_bytes(b"no zip")
    with pytest.raises(PackError, match="reinstall dragoman"):
        open_model(broken)


def test_a_model_of_another_protocol_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "later.npz"
    np.savez(
        path,
        manifest=np.frombuffer(b'{"protocol": 99, "classes": ["A"]}', np.uint8),
        features=np.frombuffer(b"u:a", np.uint8),
        weights=np.zeros((1, 1)),
        biases=np.zeros(1),
    )
    with pytest.raises(PackError, match="protocol 99"):
        open_model(path)


def test_long_sentences_are_no_surer_than_short_ones() -> None:
    model = ClassModel(
        {}, ("A", "B"), {"a": 0, "b": 1}, np.array([[1, 0], [1, 0]], np.float32), np.zeros(2, np.float32)
    )
    assert model.scores(["a", "b"])[0] == pytest.approx(model.scores(["a"])[0] * 2**0.5)
