"""The act network: layers over the states of a window, a head for what words tell, a head for the role of a mention.

Its layers start as copies of the tagger's layers that stand behind those states. A hint says by the states of a sentence
alone whether it is worth a look. Shapes: B windows, L subwords, W words,
P pairs of trigger and mention.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from dragoman.language.act_network import MOST_BACK
from tools.acts.windows import KINDS, ROLES
from tools.pack.network import FAR_BELOW, HIDDEN, LAYERS, Layer

BELOW = 4
"""Layers of the tagger whose states are read."""
TYPES, DISTANCES = 8, 16
_OWN = "network."
"""What the names of weights begin with in the graphs."""
_WIDTH, _SMALL, _INNER, _HINT, _DROPOUT = 192, 32, 256, 32, 0.25


class ActNetwork(nn.Module):
    """Finds acts in the last sentence of a window, and the roles of mentions in them."""

    def __init__(self) -> None:
        super().__init__()
        self.back = nn.Embedding(MOST_BACK + 1, HIDDEN)
        nn.init.normal_(self.back.weight, std=0.02)
        self.layers = nn.ModuleList(Layer() for _ in range(BELOW, LAYERS))
        self.kind = _head(HIDDEN, len(KINDS))
        self.trigger, self.mention = nn.Linear(HIDDEN, _WIDTH), nn.Linear(2 * HIDDEN, _WIDTH)
        self.kinds, self.types = nn.Embedding(len(KINDS), _SMALL), nn.Embedding(TYPES, _SMALL)
        self.distances, self.sentences = nn.Embedding(DISTANCES, 16), nn.Embedding(MOST_BACK + 1, 16)
        self.role = _head(3 * _WIDTH + 2 * _SMALL + 2 * 16, len(ROLES))
        self.dropout, self.input_dropout = nn.Dropout(_DROPOUT), nn.Dropout(0.1)
        self.hint = nn.Sequential(nn.Linear(HIDDEN, _HINT), nn.GELU(), nn.Linear(_HINT, 1))

    def forward(self, states: Tensor, mask: Tensor, back: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the kinds B×W×K and vectors of the words B×W×384; ``back`` numbers sentences from the last, 0."""
        states = self.input_dropout(states + self.back(back))
        bias = ((1.0 - mask.to(states.dtype)) * FAR_BELOW)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        words = words_of(states, first)
        return self.kind(words), words

    def hints(self, states: Tensor, first: Tensor) -> Tensor:
        """How likely each word tells an act by its own state, B×W, as the logarithm of odds."""
        odds: Tensor = self.hint(words_of(states, first)).squeeze(-1)
        return odds

    def roles(
        self, trigger: Tensor, mention: Tensor, kind: Tensor, type: Tensor, distance: Tensor, back: Tensor
    ) -> Tensor:
        """Scores of the roles P×R from vectors P×384 and (first and last word) P×768, and four numbers each."""
        told, named = self.trigger(self.dropout(trigger)), self.mention(self.dropout(mention))
        known = (self.types(type), self.kinds(kind), self.distances(distance), self.sentences(back))
        scores: Tensor = self.role(torch.cat([told, named, told * named, *known], -1))
        return scores


def words_of(states: Tensor, first: Tensor) -> Tensor:
    """The states of the first subword of each word, B×W×384."""
    return torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))


def _head(size: int, labels: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(size, _INNER), nn.GELU(), nn.Dropout(_DROPOUT), nn.Linear(_INNER, labels))


def load_layers(network: ActNetwork, pack: Path) -> None:
    """Fills the layers from the tagger of a language pack."""
    layers = {}
    for name, value in _weights(pack, "tagger.onnx").items():
        match = re.fullmatch(r"encoder\.layers\.(\d+)\.(.*)", name)
        if match is not None and int(match[1]) >= BELOW:
            layers[f"{int(match[1]) - BELOW}.{match[2]}"] = value
    network.layers.load_state_dict(layers)


def load_act_pack(network: ActNetwork, pack: Path) -> None:
    """Fills the network from an act pack."""
    parts = (_weights(pack, f"{name}.onnx") for name in ("acts", "roles", "hint"))
    network.load_state_dict({name: value for part in parts for name, value in part.items()})


def average_with(network: ActNetwork, weights: Mapping[str, Tensor]) -> None:
    """Takes the mean of the network's weights and others: what goes on from a pack forgets less of it so."""
    own = network.state_dict()
    network.load_state_dict({name: (own[name] + value) / 2 for name, value in weights.items()})


def _weights(pack: Path, part: str) -> dict[str, Tensor]:
    """The weights of a network of a pack by their names; those in 8-bit integers are made real numbers again.

    Matrices have lost their names in the graph and are told by the node that multiplies with them.
    """
    with zipfile.ZipFile(pack) as archive:
        graph = onnx.load_from_string(archive.read(part)).graph
    values = {one.name: np.array(numpy_helper.to_array(one)) for one in graph.initializer}
    found = {name.removeprefix(_OWN): value for name, value in values.items() if name.startswith(_OWN)}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            whole = values[f"{name}_quantized"].astype(np.float32) - values[f"{name}_zero_point"]
            matrix = (whole * values[f"{name}_scale"]).astype(np.float32)
        elif node.op_type == "MatMul" and node.input[1] in values:
            matrix = values[node.input[1]]
        else:
            continue
        found[f"{_module(node.name)}.weight"] = matrix.T
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in found.items()}


def _module(node: str) -> str:
    """The module that a node is of: "kind.0" of "/network/kind/kind.0/MatMul"."""
    path = node.removeprefix("/").removeprefix("network/").split("/")[:-1]
    behind = [*path, ""][1:]
    return ".".join(
        part for part, after in zip(path, behind, strict=True) if not after.startswith(f"{part}.")
    )


def states_output() -> bytes:
    """What is appended to the tagger's bytes to make the states behind layer ``BELOW`` an output."""
    name = f"/network/encoder/layers.{BELOW - 1}/norm/LayerNormalization_output_0"
    model = onnx.ModelProto()
    shape = ["sentences", "subwords", HIDDEN]
    model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    blob: bytes = model.SerializeToString()
    return blob
