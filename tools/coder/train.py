"""Softmax regression over sparse features, in numpy alone, and the file that ships.

python -m tools.coder                       # trains, prints what it gets right, writes the shipped model
python -m tools.coder --output other.npz
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.engagements.lexicon import Lexicon, load_lexicon
from dragoman.engagements.tree import Tree
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.ontology.classifying import PROTOCOL, ClassModel, scale
from dragoman.ontology.features import features_of
from dragoman.pages.article import Article
from tools.coder.background import load_background, tells_no_act
from tools.coder.bank import CLASSES, Item, load_items

Floats = npt.NDArray[np.float32]

WEIGHTS = {"written": 1.0, "phrasing": 0.4, "framed": 0.3, "background": 0.03}
"""What an item counts by its origin: frames are many and alike, and background is not looked through."""
LEAST, EPOCHS, BATCH, RATE, DECAY, EVENING = 2, 14, 512, 0.05, 3e-3, 0.5
"""Least items with a feature; passes; batch; first step of Adam; L2; how far rare classes are evened out (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentences as lists of feature rows, with class numbers and weights."""

    features: list[npt.NDArray[np.int64]]
    classes: npt.NDArray[np.int64]
    weights: Floats


def read_features(items: Sequence[Item]) -> list[frozenset[str]]:
    """The features of every item, all of its sentences together."""
    tagger, lexicon = open_tagger(), load_lexicon()
    return [_features(tagger.tag(segment(Article("item", "item", item.text))), lexicon) for item in items]


def _features(doc: Any, lexicon: Lexicon) -> frozenset[str]:
    trees = (Tree(sentence) for sentence in doc.sentences if sentence.tokens and sentence.tokens[0].dep)
    return frozenset().union(*(features_of(tree, lexicon) for tree in trees))


def train(items: Sequence[Item], found: Sequence[frozenset[str]], seed: int = 0) -> ClassModel:
    """A model of all items that are not held out."""
    kept = [(item, features) for item, features in zip(items, found, strict=True) if not item.held_out]
    counts = Counter(feature for _, features in kept for feature in features)
    vocabulary = {
        name: row for row, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST))
    }
    rows = _rows(kept, vocabulary)
    weights, biases = _descend(rows, len(vocabulary), np.random.default_rng(seed))
    return ClassModel({"protocol": PROTOCOL, "classes": CLASSES}, tuple(CLASSES), vocabulary, weights, biases)


def _rows(kept: Sequence[tuple[Item, frozenset[str]]], vocabulary: dict[str, int]) -> Rows:
    classes = np.array([CLASSES.index(item.event) for item, _ in kept])
    weights = np.array([WEIGHTS[item.origin] for item, _ in kept])
    mass = np.bincount(classes, weights, len(CLASSES))
    weights *= (mass.mean() / mass[classes]) ** EVENING
    features = [
        np.array(sorted(vocabulary[name] for name in names if name in vocabulary), dtype=np.int64)
        for _, names in kept
    ]
    return Rows(features, classes, weights.astype(np.float32))


def _descend(rows: Rows, size: int, chance: np.random.Generator) -> tuple[Floats, Floats]:
    """Adam on the weighted cross entropy."""
    weights, biases = np.zeros((size, len(CLASSES)), np.float32), np.zeros(len(CLASSES), np.float32)
    adam = [_Adam(weights), _Adam(biases)]
    for epoch in range(EPOCHS):
        order = chance.permutation(len(rows.features))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            gradients = _gradients(rows, batch, weights, biases)
            for one, gradient in zip(adam, gradients, strict=True):
                one.step(gradient, RATE * (1 - epoch / EPOCHS))
    return weights, biases


def _gradients(
    rows: Rows, batch: npt.NDArray[np.int64], weights: Floats, biases: Floats
) -> tuple[Floats, Floats]:
    owners = np.concatenate([np.full(len(rows.features[item]), at) for at, item in enumerate(batch)])
    columns = np.concatenate([rows.features[item] for item in batch])
    scales = np.array([scale(len(rows.features[item])) for item in batch], np.float32)
    scores = np.zeros((len(batch), len(biases)), np.float32)
    np.add.at(scores, owners, weights[columns])
    scores = scores * scales[:, None] + biases
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(batch)), rows.classes[batch]] -= 1.0
    shares *= (rows.weights[batch] / len(batch))[:, None]
    gradient = 2 * DECAY / len(batch) * weights
    np.add.at(gradient, columns, (shares * scales[:, None])[owners])
    return gradient, shares.sum(axis=0)


class _Adam:
    """Adam's moments of one array, which it changes in place."""

    def __init__(self, values: Floats) -> None:
        self.values, self.count = values, 0
        self.first, self.second = np.zeros_like(values), np.zeros_like(values)

    def step(self, gradient: Floats, rate: float) -> None:
        self.count += 1
        self.first += 0.1 * (gradient - self.first)
        self.second += 0.001 * (gradient * gradient - self.second)
        first, second = self.first / (1 - 0.9**self.count), self.second / (1 - 0.999**self.count)
        self.values -= rate * first / (np.sqrt(second) + 1e-8)


def share_right(model: ClassModel, items: Sequence[Item], found: Sequence[frozenset[str]]) -> float:
    """The share of items whose likeliest class is theirs."""
    right = [
        model.classes[int(model.scores(features).argmax())] == item.event
        for item, features in zip(items, found, strict=True)
    ]
    return round(sum(right) / len(right), 3)


def write_model(model: ClassModel, items: Sequence[Item], scores: dict[str, float], path: Path) -> None:
    """The model and its manifest as one compressed numpy file."""
    text = "\n".join(f"{item.event} {item.text}" for item in items if not item.held_out)
    manifest = {
        **model.manifest,
        "name": path.stem,
        "licence": "Apache-2.0",
        "items": dict(Counter(item.origin for item in items if not item.held_out)),
        "sha256_of_items": hashlib.sha256(text.encode()).hexdigest(),
        "lexicon": load_lexicon().version,
        "right_of_held_out": scores,
    }
    names = sorted(model.features, key=model.features.__getitem__)
    np.savez_compressed(
        path,
        manifest=np.frombuffer(json.dumps(manifest).encode(), np.uint8),
        features=np.frombuffer("\n".join(names).encode(), np.uint8),
        weights=model.weights.astype(np.float16),
        biases=model.biases,
    )


def run(output: Path) -> dict[str, float]:
    """Train, check by what is held out, write."""
    items = [*load_items(), *load_background()]
    found = read_features(items)
    kept = [at for at, item in enumerate(items) if item.origin != "background" or tells_no_act(found[at])]
    items, found = [items[at] for at in kept], [found[at] for at in kept]
    model = train(items, found)
    scores = {}
    for origin in ("written", "phrasing", "background"):
        held = [at for at, item in enumerate(items) if item.held_out and item.origin == origin]
        scores[origin] = share_right(model, [items[at] for at in held], [found[at] for at in held])
    held = [at for at, item in enumerate(items) if item.held_out and item.origin == "written"]
    temperature = honest_temperature(model, [items[at] for at in held], [found[at] for at in held])
    model = replace(model, manifest={**model.manifest, "temperature": temperature})
    write_model(model, items, scores, output)
    return scores


def honest_temperature(model: ClassModel, items: Sequence[Item], found: Sequence[frozenset[str]]) -> float:
    """What to divide the scores by so that written sentences held out are least surprising (cross entropy)."""
    scores = np.stack([model.scores(features) for features in found])
    classes = [model.classes.index(item.event) for item in items]

    def surprise(temperature: float) -> float:
        scaled = scores / temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        logs = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-logs[np.arange(len(classes)), classes].mean())

    return min((step / 20 for step in range(10, 121)), key=surprise)
