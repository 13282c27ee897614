"""A trained act network to an act pack: two ONNX graphs, the layers in 8-bit integers, labels and a manifest."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from tools.acts.network import ActNetwork, states_output
from tools.acts.windows import KINDS, ROLES
from tools.pack.export import export_graph, quantize, write_pack
from tools.pack.network import HIDDEN


class _Acts(nn.Module):
    """The network of one window, whose subwords are all there."""

    def __init__(self, network: ActNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, back: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        scores: tuple[Tensor, Tensor] = self.network(states, torch.ones_like(back), back, first)
        return scores


class _Roles(nn.Module):
    def __init__(self, network: ActNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, trigger: Tensor, mention: Tensor, kind: Tensor, type: Tensor, distance: Tensor, back: Tensor
    ) -> Tensor:
        return self.network.roles(trigger, mention, kind, type, distance, back)


class _Hint(nn.Module):
    """The best hint of the words of one sentence."""

    def __init__(self, network: ActNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, first: Tensor) -> Tensor:
        return self.network.hints(states, first).amax(-1)


def write_act_pack(
    network: ActNetwork, path: Path, thresholds: Mapping[str, float], manifest: Mapping[str, Any]
) -> None:
    """Writes the act pack of ``network`` to ``path``."""
    network.eval()
    back = torch.zeros(1, 12, dtype=torch.long)
    window = {"states": torch.zeros(1, 12, HIDDEN), "back": back, "first": torch.arange(8)[None]}
    numbers = torch.zeros(3, dtype=torch.long)
    pairs = {"trigger": torch.zeros(3, HIDDEN), "mention": torch.zeros(3, 2 * HIDDEN)}
    pairs |= dict.fromkeys(("kind", "type", "distance", "back"), numbers)
    labels = {"kinds": list(KINDS), "roles": list(ROLES), **thresholds}
    words = {name: {1: "words"} for name in ("first", "kinds", "vectors")}
    subwords = {name: {1: "subwords"} for name in ("states", "back")}
    named = {name: {0: "pairs"} for name in (*pairs, "roles")}
    with tempfile.TemporaryDirectory() as folder:
        acts, roles, hint = (Path(folder) / f"{name}.onnx" for name in ("acts", "roles", "hint"))
        sentence = {name: window[name] for name in ("states", "first")}
        export_graph(_Hint(network), sentence, ("hint",), {**subwords, **words}, hint)
        export_graph(_Acts(network), window, ("kinds", "vectors"), {**subwords, **words}, acts)
        export_graph(_Roles(network), pairs, ("roles",), named, roles)
        parts = {
            "states.onnx": states_output(),
            "acts.onnx": quantize(acts, r"/layers\.").read_bytes(),
            "roles.onnx": roles.read_bytes(),
            "hint.onnx": hint.read_bytes(),
            "labels.json": json.dumps(labels).encode(),
        }
    write_pack(path, parts, manifest)
