"""Reads the hand-written lists in ``tools/knowledge/curated``."""

from __future__ import annotations

from pathlib import Path

CURATED = Path(__file__).with_name("curated")


def read_lines(name: str, fields: int) -> list[list[str]]:
    """The rows of a list: ``|`` between fields, ``#`` before remarks; short rows are filled up."""
    rows = []
    for number, line in enumerate((CURATED / name).read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > fields:
            cells = cells[:fields] if not any(cells[fields:]) else cells
        if len(cells) > fields:
            raise SystemExit(f"{name}, line {number}: has {len(cells)} fields; expected {fields}")
        rows.append(cells + [""] * (fields - len(cells)))
    return rows


def parts(cell: str) -> list[str]:
    """The values of a cell parted by ``;``."""
    return [part.strip() for part in cell.split(";") if part.strip()]
