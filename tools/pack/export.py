"""A checkpoint to a language pack: two ONNX networks in 8-bit integers, vocabulary, labels, lemmas, manifest."""

from __future__ import annotations

import hashlib
import json
import re
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.language.packs import MANIFEST, PROTOCOL
from tools.pack.batches import Inventory
from tools.pack.network import Network, Sizes

OPSET = 17
_ZIP_DAY = (2020, 1, 1, 0, 0, 0)


class _Tagger(nn.Module):
    """The network with its scores as a tuple, as the exporter wants them."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, mask: Tensor, case: Tensor, first: Tensor, words: Tensor
    ) -> tuple[Tensor, ...]:
        scores = self.network(ids, mask, case, first, words)
        return scores.upos, scores.xpos, scores.names, scores.arcs, scores.dependent, scores.governor


class _Relations(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependent: Tensor, governor: Tensor) -> Tensor:
        scores: Tensor = self.network.relation_scores(dependent, governor)
        return scores


def load_network(checkpoint: Path) -> tuple[Network, Inventory, dict[str, Any]]:
    """The trained network of a checkpoint, its labels, and the rest of the checkpoint."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    inventory = Inventory(**{name: tuple(labels) for name, labels in state["inventory"].items()})
    sizes = (inventory.upos, inventory.xpos, inventory.relations, inventory.names)
    network = Network(Sizes(*map(len, sizes)))
    network.load_state_dict(state["network"])
    return network.eval(), inventory, state


def export_networks(network: Network, folder: Path) -> None:
    """Writes ``tagger.onnx`` and ``relations.onnx``, in full precision and (``*.int8.onnx``) quantized."""
    ids = torch.randint(5, 1000, (2, 12))
    first = torch.arange(8).repeat(2, 1)
    ones = torch.ones_like
    inputs = {"ids": ids, "mask": ones(ids), "case": ones(ids), "first": first, "words": ones(first)}
    outputs = ("upos", "xpos", "names", "arcs", "dependent", "governor")
    axes = {name: {0: "sentences", 1: "subwords"} for name in ("ids", "mask", "case")}
    axes |= {name: {0: "sentences", 1: "words"} for name in ("first", "words", *outputs)}
    axes["arcs"][2] = "words"
    export_graph(_Tagger(network), inputs, outputs, axes, folder / "tagger.onnx")
    quantize(folder / "tagger.onnx")
    width = network.sizes.relation
    pairs = {"dependent": torch.zeros(5, width), "governor": torch.zeros(5, width)}
    axes = {name: {0: "arcs"} for name in (*pairs, "relations")}
    export_graph(_Relations(network), pairs, ("relations",), axes, folder / "relations.onnx")
    quantize(folder / "relations.onnx")


def export_graph(
    module: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str], axes: dict[str, Any], path: Path
) -> None:
    """Writes ``module`` to ``path`` in full precision; ``axes`` names the dimensions that vary, by input or output."""
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def quantize(path: Path, narrowed: str = r"/encoder/(?:layers|words)") -> Path:
    """Writes ``*.int8.onnx`` beside ``path``: nodes whose names match in 8-bit integers, the small heads as they are."""
    nodes = onnx.load(str(path)).graph.node
    kept = [node.name for node in nodes if not re.search(narrowed, node.name)]
    quantized = path.with_suffix(".int8.onnx")
    # reduce_range keeps 7 of 8 bits: no saturation on processors without 8-bit dot products, same scores.
    quantize_dynamic(
        str(path),
        str(quantized),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=kept,
    )
    return quantized


def write_pack(path: Path, parts: Mapping[str, bytes], manifest: Mapping[str, Any]) -> None:
    """Writes a pack in one step; the same parts give the same bytes."""
    checksums = {name: hashlib.sha256(blob).hexdigest() for name, blob in parts.items()}
    whole = {"protocol": PROTOCOL, **manifest, "sha256": checksums}
    partial = path.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, blob in {
            MANIFEST: json.dumps(whole, indent=1, ensure_ascii=False).encode(),
            **parts,
        }.items():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, blob)
    partial.replace(path)


def pack_parts(
    folder: Path,
    inventory: Inventory,
    temperatures: Mapping[str, float],
    lemmas: Mapping[str, Any],
    *,
    quantized: bool,
) -> dict[str, bytes]:
    """The parts of a pack from the exported networks in ``folder``."""
    suffix = ".int8.onnx" if quantized else ".onnx"
    labels = {name: list(labels) for name, labels in asdict(inventory).items()} | dict(temperatures)
    return {
        "tagger.onnx": (folder / f"tagger{suffix}").read_bytes(),
        "relations.onnx": (folder / f"relations{suffix}").read_bytes(),
        "tokenizer.json": (folder / "tokenizer.json").read_bytes(),
        "labels.json": json.dumps(labels, ensure_ascii=False).encode(),
        "lemmas.json": json.dumps(lemmas, ensure_ascii=False, sort_keys=True).encode(),
    }
