"""Training sentences to padded tensors.

Shapes: B sentences, L subwords, W words with the root at position 0.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dragoman.language.encoding import Encoded, encode
from tools.pack.example import IGNORED, LABELS, Example, allowed

MAX_WORDS = 128


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels of each head, in the order of its outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...] = LABELS

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Self:
        """All labels the treebank sentences among ``examples`` use, sorted."""

        def seen(layer: str) -> tuple[str, ...]:
            labels = {label for example in examples for label in getattr(example, layer) or ()}
            return tuple(sorted(labels - {""}))

        return cls(seen("upos"), seen("xpos"), seen("relations"))


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs of the network and the labels of every layer; ``IGNORED`` where a layer is missing."""

    ids: Tensor
    mask: Tensor
    case: Tensor
    first: Tensor
    words: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    has_names: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same batch on ``device``."""
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))

    @property
    def word_count(self) -> int:
        """How many words the batch has, roots left out."""
        return int(self.words.sum()) - len(self.words)


def group(encoded: Sequence[Encoded], subwords: int, rng: random.Random | None = None) -> list[list[int]]:
    """Indices of sentences of like length, at most ``subwords`` padded subwords together; shuffled by ``rng``."""

    def length(index: int) -> float:
        return len(encoded[index].ids) + (rng.random() * 4 if rng else 0)

    groups: list[list[int]] = []
    current: list[int] = []
    longest = 0
    for index in sorted(range(len(encoded)), key=length):
        longest = max(longest, len(encoded[index].ids))
        if current and longest * (len(current) + 1) > subwords:
            groups.append(current)
            current, longest = [], len(encoded[index].ids)
        current.append(index)
    if current:
        groups.append(current)
    if rng:
        rng.shuffle(groups)
    return groups


def batches(
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    inventory: Inventory,
    subwords: int,
    rng: random.Random | None = None,
) -> Iterator[Batch]:
    """Every example once; too long ones are left out."""
    short = [example for example in examples if len(example.words) <= MAX_WORDS]
    encoded = encode(tokenizer, [example.words for example in short])
    for indices in group(encoded, subwords, rng):
        yield collate([short[i] for i in indices], [encoded[i] for i in indices], inventory)


def collate(examples: Sequence[Example], encoded: Sequence[Encoded], inventory: Inventory) -> Batch:
    """One padded batch."""
    rows, width = len(examples), max(len(sentence.first) for sentence in encoded)
    layers = {layer: torch.full((rows, width), IGNORED) for layer in ("upos", "xpos", "heads", "relations")}
    names = torch.ones(rows, width, len(LABELS), dtype=torch.bool)
    has_names = torch.zeros(rows, width, dtype=torch.bool)
    for row, example in enumerate(examples):
        end = len(example.words) + 1
        for layer in ("upos", "xpos", "relations"):
            labels = getattr(example, layer)
            if labels is not None:
                order = _positions(getattr(inventory, layer))
                layers[layer][row, 1:end] = torch.tensor([order.get(label, IGNORED) for label in labels])
        if example.heads is not None:
            layers["heads"][row, 1:end] = torch.tensor(example.heads)
        if example.names is not None:
            names[row, 1:end] = torch.tensor(np.stack([_allowed(tag) for tag in example.names]))
            has_names[row, 1:end] = True
    inputs = pad(encoded)
    return Batch(*inputs, **layers, names=names, has_names=has_names)


def pad(encoded: Sequence[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Ids, mask and case B×L, first subwords and word mask B×W."""

    def stack(arrays: list[np.ndarray]) -> Tensor:
        width = max(map(len, arrays))
        return torch.tensor(np.stack([np.pad(array, (0, width - len(array))) for array in arrays]))

    ids = stack([sentence.ids for sentence in encoded])
    mask = stack([np.ones_like(sentence.ids) for sentence in encoded])
    case = stack([sentence.case for sentence in encoded])
    first = stack([sentence.first for sentence in encoded])
    words = stack([np.ones_like(sentence.first) for sentence in encoded])
    return ids, mask, case, first, words


_ORDERS: dict[tuple[str, ...], dict[str, int]] = {}
_ALLOWED: dict[str, np.ndarray] = {}


def _positions(labels: tuple[str, ...]) -> dict[str, int]:
    if labels not in _ORDERS:
        _ORDERS[labels] = {label: number for number, label in enumerate(labels)}
    return _ORDERS[labels]


def _allowed(tag: str) -> np.ndarray:
    if tag not in _ALLOWED:
        mask = np.zeros(len(LABELS), bool)
        mask[sorted(allowed(tag))] = True
        _ALLOWED[tag] = mask
    return _ALLOWED[tag]
