"""Reads the shipped tables: rows of text, checked against the columns the code expects.

>>> len(read_rows("countries.csv", ("iso3", "name", "capital", "cow", "cameo", "part_of"))) > 200
True
"""

from __future__ import annotations

import csv
from pathlib import Path

from dragoman.errors import TableError

#: Where the tables stand; they are never written to at run time.
TABLES = Path(__file__).with_name("tables")


def table_path(name: str) -> Path:
    """The path of a shipped table.

    Raises:
        TableError: if the table is missing; the message says how to get it back.
    """
    path = TABLES / name
    if not path.is_file():
        raise TableError(
            f"{path}: the table is missing; install the package again or run tools/build_knowledge.py"
        )
    return path


def read_rows(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows of a shipped CSV table, without its header.

    Raises:
        TableError: if the table is missing or its header is not ``columns``.
    """
    with table_path(name).open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        header = next(reader, [])
        if tuple(header) != columns:
            raise TableError(f"{name}: has columns {', '.join(header)}; expected {', '.join(columns)}")
        return list(reader)


def split_list(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by ``;``."""
    return tuple(cell.split(";")) if cell else ()
