"""`dragoman code`: one row an event, as CSV or JSON lines; what cannot be read is named."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.code import COLUMNS

TEXT = (
    "Unrest in Lima\n\nLIMA, 4 April 2024 - Police in Peru arrested forty students on Wednesday. It rained.\n"
)


def test_rows_as_csv(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    result = CliRunner().invoke(main, ["code", str(tmp_path)])
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(StringIO(result.output)))
    assert tuple(rows[0]) == COLUMNS
    (row,) = (row for row in rows if row["event"] == "COERCE")
    assert (row["cameo"], row["quad_code"], row["published"]) == ("17", "4", "2024-04-04")
    assert (row["actors"], row["recipients"]) == ("PER", "")


def test_lines_of_json_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    target = tmp_path / "out.jsonl"
    result = CliRunner().invoke(
        main, ["code", str(tmp_path / "a.txt"), "--format", "jsonl", "-o", str(target)]
    )
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row["event"] for row in rows if row["text"].startswith("Police")] == ["COERCE"]


def test_only_what_is_probable_enough(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    result = CliRunner().invoke(main, ["code", str(tmp_path / "a.txt"), "--least", "1"])
    assert result.output.count("\n") == 1


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = CliRunner().invoke(main, ["code", str(tmp_path)])
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
