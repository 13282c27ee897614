"""Command line: ``python -m tools.coder`` trains the class model and writes it."""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.ontology.classifying import DEFAULT_MODEL
from tools.coder.train import run


def main() -> None:
    """Train and say what is right of the sentences held out."""
    parser = argparse.ArgumentParser(prog="python -m tools.coder", description=__doc__)
    parser.add_argument("--output", type=Path, default=DEFAULT_MODEL, help="file to write")
    for origin, share in run(parser.parse_args().output).items():
        print(f"{origin:10} {share:.3f} right of what is held out")


if __name__ == "__main__":
    main()
