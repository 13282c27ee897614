"""Command line: ``python -m tools.days`` learns the weights of scenes from the annotated pages and writes their table."""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.engagements import scene_days
from dragoman.engagements.scene_days import SceneWeights
from tools.days.rows import read_rows
from tools.days.train import cross_validate, fit

_ROOT = Path(__file__).parents[2]
PAGES = (_ROOT / "tests" / "gold" / "dev", _ROOT / "examples")
TABLE = Path(scene_days.__file__).with_suffix(".toml")
THRESHOLD = 0.45
_HEAD = "# Made by `python -m tools.days`; not edited by hand. What each feature of scenes.py speaks for a day, in log odds."


def main() -> None:
    """Learns, says what is right of pages left out at several thresholds, and writes the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.days", description=__doc__)
    parser.add_argument("--output", type=Path, default=TABLE, help="file to write")
    parser.add_argument(
        "--threshold", type=float, default=THRESHOLD, help="probability from which a day is given"
    )
    arguments = parser.parse_args()
    rows = read_rows(PAGES)
    print(f"{len(rows)} engagements, {sum(row.day is not None for row in rows)} with a day")
    for threshold in (0.3, arguments.threshold, 0.6):
        print(f"from {threshold:.2f}: {cross_validate(rows, threshold)}")
    arguments.output.write_text(table_of(fit(rows, arguments.threshold)), encoding="utf-8")


def table_of(weights: SceneWeights) -> str:
    """The table's file."""
    lines = [f'"{name}" = {weight}' for name, weight in weights.weights.items()]
    return "\n".join([_HEAD, "", f"threshold = {weights.threshold}", "", "[weights]", *lines, ""])


if __name__ == "__main__":
    main()
