"""The last line of every benchmark: one JSON object that tells what was measured, how, and on which commit."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHOWN = (
    "main_recall",
    "main_precision",
    "all_recall",
    "all_precision",
    "participants_f1",
    "status",
    "date_exact",
    "place",
    "false_per_distractor_page",
)
"""The figures of a gold set that are shown."""


def print_summary(command: str, data: object, figures: Mapping[str, object], **more: object) -> None:
    """Prints data, command with the arguments it was given, commit, figures, and ``more``."""
    line = {
        "data": data,
        "command": " ".join([command, *sys.argv[1:]]),
        "commit": _commit(),
        "figures": figures,
        **more,
    }
    print(json.dumps(line, ensure_ascii=False))


def _commit() -> str:
    """The commit that is checked out, short; empty outside a repository."""
    command = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
