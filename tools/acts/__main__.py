"""Command line: ``python -m tools.acts`` trains the act network on the shipped tagger and writes the act pack."""

from __future__ import annotations

import argparse
import hashlib
import logging
from dataclasses import asdict
from pathlib import Path

import torch

from dragoman.language.packs import DEFAULT_ACT_PACK, DEFAULT_PACK, open_pack
from tools.acts import sources
from tools.acts.export import write_act_pack
from tools.acts.marks import CORPORA, MARKS
from tools.acts.network import ActNetwork, average_with, load_act_pack, load_layers
from tools.acts.train import hint_least, measure, train, train_hint

THRESHOLDS = {"act_threshold": 0.58, "side_threshold": 0.5}
KEPT_BY_HINT = 0.985
"""The share of the sentences with an act that the hint has to keep, on the development pages."""
log = logging.getLogger(__name__)


def main() -> None:
    """Trains, says what is right of the passages held out, and writes the pack."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(prog="python -m tools.acts", description=__doc__)
    parser.add_argument("--output", type=Path, default=DEFAULT_ACT_PACK, help="file to write")
    parser.add_argument(
        "--corpora", type=Path, default=CORPORA, help="folder of the corpora whose sentences are marked"
    )
    parser.add_argument(
        "--start",
        type=Path,
        help="act pack to go on from, whose weights count half in the end; without it, the layers of the tagger",
    )
    parser.add_argument("--rate", type=float, default=1, help="how fast it learns; slower where it goes on")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    read = {name: list(getattr(sources, name)()) for name in ("passages", "phrasings", "pages")}
    read["marks"] = list(sources.marks(arguments.corpora))
    windows = [window for part in read.values() for window in part]
    log.info("%s windows", {name: len(part) for name, part in read.items()})
    torch.manual_seed(arguments.seed)
    network = ActNetwork()
    if arguments.start is None:
        load_layers(network, DEFAULT_PACK)
    else:
        load_act_pack(network, arguments.start)
    begun = {name: value.clone() for name, value in network.state_dict().items()}
    train(network, windows, arguments.epochs, arguments.seed, arguments.rate)
    if arguments.start is not None:
        average_with(network, begun)
    checked = {
        name: asdict(measure(network, read[name], *THRESHOLDS.values())) for name in ("passages", "marks")
    }
    train_hint(network, windows)
    least, looked = hint_least(network, read["pages"], THRESHOLDS["act_threshold"], KEPT_BY_HINT)
    log.info("held out: %s; looked at %.2f of the development pages' sentences", checked, looked)
    pack = open_pack()
    manifest = {
        "name": arguments.output.stem,
        "language": "en",
        "licence": "Apache-2.0; trained on texts written for this project and on marked sentences of public corpora",
        "tagger": pack.name,
        "tagger_sha256": pack.manifest["sha256"]["tagger.onnx"],
        "training": {
            "start": arguments.start.stem if arguments.start is not None else pack.name,
            "epochs": arguments.epochs,
            "rate": arguments.rate,
            "seed": arguments.seed,
            "data": _data(),
        },
        "held_out": {**THRESHOLDS, **checked},
    }
    write_act_pack(network, arguments.output, {**THRESHOLDS, "hint_threshold": least}, manifest)
    log.info("%s: %.1f MB", arguments.output, arguments.output.stat().st_size / 1e6)


def _data() -> dict[str, str]:
    """The sha256 of all files that were learned from, together, by source."""
    folders = {
        "passages": sources.PASSAGES,
        "marks": MARKS,
        "phrasings": sources.PHRASINGS,
        "pages": sources.DEVELOPMENT,
    }
    return {
        name: hashlib.sha256(
            b"".join(p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file())
        ).hexdigest()
        for name, folder in folders.items()
    }


if __name__ == "__main__":
    main()
