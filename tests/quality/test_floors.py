"""The reader's scores on the annotated pages stay at or above their floors; `floors.json` only rises.

    python tests/quality/test_floors.py     # raise the floors that are now exceeded

If pages or annotations changed since the floors were set, that command sets them anew; the commit says why.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.score import pair_pages
from dragoman.scoring.report import figures_of
from dragoman.scoring.tally import tally

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("floors.json")
FOLDERS = {"dev": ROOT / "tests" / "gold" / "dev", "examples": ROOT / "examples"}
# Figures where less is better have a ceiling in the file instead.
CEILINGS = frozenset({"false_per_distractor_page", "dates_invented", "traps_hit"})
# Shares over what was found or given: finding more, and harder, engagements may cost a little of them.
CONDITIONAL = frozenset(
    {"participants_f1", "office", "status", "historical", "date_exact", "dates_invented", "place", "stop"}
    | {"plover_event", "main_precision", "all_precision"}
)
SLACK = 0.03

LIMITED = (
    "main_recall",
    "main_precision",
    "all_recall",
    "all_precision",
    "all_f1",
    "participants_f1",
    "office",
    "status",
    "historical",
    "date_exact",
    "dates_invented",
    "place",
    "stop",
    "plover_event",
    "false_per_distractor_page",
    "traps_hit",
)


def floors() -> dict[str, Any]:
    """Per folder the digest of its gold and the limits."""
    return json.loads(FLOORS.read_text("utf-8"))


def measure(folder: str) -> dict[str, float]:
    """All single figures of the reader on a folder; what was not measured is left out."""
    figures = figures_of(tally(pair_pages((FOLDERS[folder],), None)))
    return {name: float(value) for name, value in figures.items() if isinstance(value, int | float)}


def digest(folder: str) -> str:
    """Changes when any page or annotation of the folder does."""
    state = hashlib.sha256()
    for path in sorted(FOLDERS[folder].iterdir()):
        state.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()[:16]


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
def test_scores_stay_above_their_floors(folder: str) -> None:
    found = measure(folder)
    fallen = [
        f"{name} is {found.get(name)}, its {'ceiling' if name in CEILINGS else 'floor'} {limit}"
        for name, limit in floors()[folder]["figures"].items()
        if is_worse(name, found.get(name), limit)
    ]
    assert not fallen, "\n".join(fallen)


@pytest.mark.parametrize("folder", FOLDERS)
def test_floors_were_set_on_these_pages(folder: str) -> None:
    assert floors()[folder]["gold"] == digest(folder), f"the gold changed: python {Path(__file__).name}"


def is_worse(name: str, found: float | None, limit: float) -> bool:
    """Whether a figure is missing or on the wrong side of its limit by more than its slack."""
    if found is None:
        return True
    slack = SLACK if name in CONDITIONAL else 0.0
    return found > limit + slack if name in CEILINGS else found < limit - slack


def is_better(name: str, found: float, limit: float) -> bool:
    """Whether a figure is past its limit on the right side."""
    return found < limit if name in CEILINGS else found > limit


def raised(kept: dict[str, float], found: dict[str, float]) -> dict[str, float]:
    """The stricter of the kept and the found limits; a figure without a limit yet gets one."""
    limits = dict(kept)
    for name in LIMITED:
        if name in found and (name not in kept or is_better(name, found[name], kept[name])):
            limits[name] = found[name]
    return limits


def test_limits_only_get_stricter() -> None:
    assert raised({"main_recall": 0.8}, {"main_recall": 0.7, "traps_hit": 2.0}) == {
        "main_recall": 0.8,
        "traps_hit": 2.0,
    }
    assert raised({"main_recall": 0.8, "traps_hit": 3.0}, {"main_recall": 0.9, "traps_hit": 2.0}) == {
        "main_recall": 0.9,
        "traps_hit": 2.0,
    }


def raise_floors() -> None:
    """Writes stricter limits; where the gold changed, the limits of today."""
    limits = floors()
    for folder in FOLDERS:
        kept, now = limits.get(folder, {}), digest(folder)
        former = kept.get("figures", {}) if kept.get("gold") == now else {}
        limits[folder] = {"gold": now, "figures": raised(former, measure(folder))}
    FLOORS.write_text(json.dumps(limits, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    raise_floors()
