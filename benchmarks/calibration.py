"""How far the confidence of an engagement can be believed, and what the profiles keep.

    python benchmarks/calibration.py            # the development pages and the examples
    python benchmarks/calibration.py --blind    # figures of the blind pages

An engagement is right if the annotations have it in any form. The expected calibration error is the mean distance
between confidence and share right over ten equal bands, weighted by how many engagements lie in each. Coverage is the
share of the right engagements of the loose profile that a profile keeps. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dragoman.exports.reading import reading_line
from dragoman.pages import read_page
from dragoman.pipeline import PROFILES, read
from dragoman.scoring.gold import load_pages
from dragoman.scoring.matching import pair_up
from dragoman.scoring.output import outputs_of
from dragoman.scoring.tally import false_ones
from reporting import ROOT, print_summary

BANDS = 10


def judged(folders: Sequence[str]) -> list[tuple[float, bool]]:
    """The confidence of every engagement read from the pages, and whether the annotations have it."""
    found: list[tuple[float, bool]] = []
    for page in load_pages(tuple(ROOT / folder for folder in folders)):
        reading = read(read_page(page.path.read_bytes(), source=str(page.path)))
        (output,) = outputs_of([reading_line(reading)])
        false = set(false_ones(pair_up(page, output)))
        found.extend((eng.confidence, number not in false) for number, eng in enumerate(reading.engagements))
    return found


def calibration_error(judgements: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error over equal bands of confidence."""
    error = 0.0
    for band in range(BANDS):
        inside = [one for one in judgements if min(int(one[0] * BANDS), BANDS - 1) == band]
        if inside:
            told = sum(confidence for confidence, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            error += abs(told - true) * len(inside) / len(judgements)
            print(
                f"  {band / BANDS:.1f}-{(band + 1) / BANDS:.1f}  {len(inside):4}  told {told:.2f}  right {true:.2f}"
            )
    return error


def main() -> None:
    """Print the bands, the error and the profiles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--blind", action="store_true", help="measure the blind pages")
    folders = ["tests/gold/blind"] if parser.parse_args().blind else ["tests/gold/dev", "examples"]
    judgements = judged(folders)
    figures: dict[str, object] = {"calibration_error": round(calibration_error(judgements), 3)}
    right = sum(is_right for _, is_right in judgements)
    for name, least in PROFILES.items():
        kept = [is_right for confidence, is_right in judgements if confidence >= least]
        figures[f"{name}_coverage"] = round(sum(kept) / right, 3)
        figures[f"{name}_precision"] = round(sum(kept) / len(kept), 3)
    for name, value in figures.items():
        print(f"{name:20} {value}")
    print_summary("python benchmarks/calibration.py", " ".join(folders), figures, engagements=len(judgements))


if __name__ == "__main__":
    main()
