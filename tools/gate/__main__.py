"""Command line: ``python -m tools.gate`` learns which sentences can matter and writes the gate's table.

    python -m tools.gate                        # reads the pages whole, which takes a quarter of an hour
    python -m tools.gate --rows rows.jsonl      # keeps what it read there, or takes it from there

It prints how many of the sentences that tell something pass at a threshold, and how many of all words, by the weights of
other pages. What is lost by it of engagements, ``benchmarks/speed.py`` says on pages that it has not learned from.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from dragoman.engagements import gate
from dragoman.engagements.gate import PAGE, GateWeights
from tools.gate.rows import read_rows, see_rows
from tools.gate.train import learn

TABLE = Path(gate.__file__).with_suffix(".toml")
SHARE = 0.999
"""Of sentences that tell something, the share let through. With .9985 more engagements were lost."""
_HEAD = "# Made by `python -m tools.gate`; not edited by hand. What speaks for a sentence, in log odds."


def main() -> None:
    """Learns, says what passes, and writes the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=TABLE, help="file to write")
    parser.add_argument("--rows", type=Path, help="JSON lines of what was read")
    parser.add_argument("--share", type=float, default=SHARE, help="of sentences that tell something")
    arguments = parser.parse_args()
    if arguments.rows is not None and arguments.rows.exists():
        lines = arguments.rows.read_text("utf-8").splitlines()
    else:
        lines = [json.dumps(row) for row in read_rows()]
        if arguments.rows is not None:
            arguments.rows.write_text("\n".join(lines), "utf-8")
    weights, figures = learn([see_rows(json.loads(line)) for line in lines], arguments.share)
    print(f"{len(lines)} pages: {figures}")
    arguments.output.write_text(table_of(weights), encoding="utf-8")


def table_of(weights: GateWeights) -> str:
    """The table's file."""
    page = [f"{name} = {weight}" for name, weight in zip(PAGE, weights.page, strict=True)]
    features = [
        f"{json.dumps(name, ensure_ascii=False)} = {weight}" for name, weight in weights.features.items()
    ]
    return "\n".join(
        [_HEAD, "", f"threshold = {weights.threshold}", "", "[page]", *page, "", "[features]", *features, ""]
    )


if __name__ == "__main__":
    main()
