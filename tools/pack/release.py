"""From a checkpoint to a pack file with its manifest."""

from __future__ import annotations

import logging
from pathlib import Path

from tools.pack import corpora
from tools.pack.export import export_networks, load_network, pack_parts, write_pack
from tools.pack.lexicon import build_lemmas
from tools.pack.network import BASE_NAME, BASE_SHA256

log = logging.getLogger(__name__)


def export_pack(checkpoint: Path, build: Path, pack: Path) -> None:
    """Exports, quantizes and writes ``pack``."""
    network, inventory, state = load_network(checkpoint)
    export_networks(network, build)
    treebanks = corpora.read_treebank(corpora.EWT["train"], "ewt") + corpora.read_treebank(
        corpora.GUM["train"], "gum"
    )
    temperatures = {"arc_temperature": 1.0, "name_temperature": 1.0}
    parts = pack_parts(build, inventory, temperatures, build_lemmas(treebanks), quantized=True)
    manifest = {
        "name": pack.stem,
        "language": "en",
        "base": {"name": BASE_NAME, "sha256": BASE_SHA256},
        "training": {"recipe": state["recipe"], "progress": state["progress"]},
    }
    write_pack(pack, parts, manifest)
    log.info("%s: %.1f MB", pack, pack.stat().st_size / 1e6)
