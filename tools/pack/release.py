"""From a checkpoint to a pack file: export, temperatures, scores, manifest."""

from __future__ import annotations

import hashlib
import logging
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.language import measure
from dragoman.language.decoding import log_softmax
from dragoman.language.packs import open_pack
from dragoman.language.tagging import PackTagger
from tools.pack import base, corpora, gazetteer
from tools.pack.batches import Inventory
from tools.pack.example import UNKNOWN, Example, allowed
from tools.pack.export import export_networks, load_network, pack_parts, write_pack
from tools.pack.lexicon import build_lemmas
from tools.pack.train import history_of

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
TEMPERATURES = tuple(np.geomspace(0.5, 4.0, 31).tolist())
NO_TEMPERATURES = {"arc_temperature": 1.0, "name_temperature": 1.0}


def export_pack(checkpoint: Path, build: Path, path: Path, *, is_scored: bool) -> None:
    """Writes ``path`` in 8-bit integers, and in ``build`` the same pack in full precision.

    Temperatures are set on GUM's dev part. With ``is_scored`` the scores of the benchmark go into the manifest.
    """
    network, inventory, state = load_network(checkpoint)
    export_networks(network, build)
    treebanks = corpora.read_treebank(corpora.EWT["train"], "ewt") + corpora.read_gum(corpora.GUM["train"])
    lemmas = build_lemmas(treebanks)
    manifest: dict[str, Any] = {
        "name": path.stem,
        "language": "en",
        "licence": "Apache-2.0; trained on data under CC BY-SA 4.0, CC BY 4.0, MIT and CC0, see data",
        "base": {"name": base.NAME, "sha256": base.SHA256},
        "data": describe_sources(),
        "training": history_of(state),
    }
    full = build / f"{path.stem}-fp32.pack"
    _write(full, build, inventory, lemmas, manifest, is_quantized=False)
    temperatures = _write(path, build, inventory, lemmas, manifest, is_quantized=True)
    if is_scored:
        manifest["scores"] = measure(path, full)
        parts = pack_parts(build, inventory, temperatures, lemmas, quantized=True)
        write_pack(path, parts, manifest)
    log.info("%s: %.1f MB, %s", path, path.stat().st_size / 1e6, temperatures)


def _write(
    path: Path,
    build: Path,
    inventory: Inventory,
    lemmas: Mapping[str, Any],
    manifest: Mapping[str, Any],
    *,
    is_quantized: bool,
) -> dict[str, float]:
    """Writes a pack without temperatures, measures them with it, writes it again with them."""
    trial = build / "trial.pack"
    write_pack(trial, pack_parts(build, inventory, NO_TEMPERATURES, lemmas, quantized=is_quantized), manifest)
    temperatures = fit_temperatures(PackTagger(open_pack(trial)), corpora.read_gum(corpora.GUM["dev"]))
    write_pack(path, pack_parts(build, inventory, temperatures, lemmas, quantized=is_quantized), manifest)
    return temperatures


def describe_sources() -> list[dict[str, Any]]:
    """The sources of ``sources.toml`` with the sha256 of each file."""
    listed = tomllib.loads((Path(__file__).parent / "sources.toml").read_text("utf8"))["source"]
    return [
        {key: source[key] for key in ("name", "licence", "use")}
        | {
            "sha256": {
                name: _sha256((ROOT if source.get("own") else gazetteer.DATA) / name)
                for name in source["files"]
            }
        }
        for source in listed
    ]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fit_temperatures(tagger: PackTagger, examples: Sequence[Example]) -> dict[str, float]:
    """The temperatures that make the gold heads and names of ``examples`` likeliest."""
    arcs: list[tuple[np.ndarray, int]] = []
    names: list[tuple[np.ndarray, list[int]]] = []
    for example, scores in zip(examples, tagger.score([e.words for e in examples]), strict=True):
        arcs += [(scores.arcs[word], head) for word, head in enumerate(example.heads or ())]
        names += [
            (scores.names[word], sorted(allowed(tag)))
            for word, tag in enumerate(example.names or ())
            if tag != UNKNOWN
        ]

    def arc_likelihood(temperature: float) -> float:
        return sum(float(log_softmax(row, temperature)[head]) for row, head in arcs)

    def name_likelihood(temperature: float) -> float:
        return sum(float(np.log(np.exp(log_softmax(row, temperature)[right]).sum())) for row, right in names)

    return {
        "arc_temperature": max(TEMPERATURES, key=arc_likelihood),
        "name_temperature": max(TEMPERATURES, key=name_likelihood),
    }
