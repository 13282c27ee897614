"""Rows for a spreadsheet: one per record, no cell a formula, numbers numbers."""

from __future__ import annotations

import csv
import io

import pytest

from dragoman.exports.spreadsheet import COLUMNS, cell_of, csv_lines
from dragoman.exports.telling import Teller
from dragoman.pages import read_page
from dragoman.pipeline import read
from dragoman.record.record import Record, reports_of


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" @x", "' @x"),
        ("-2", "'-2"),
        (-2.5, "-2.5"),
        ("Oslo", "Oslo"),
        (None, ""),
        (True, "yes"),
    ],
)
def test_no_cell_is_a_formula(value, cell):
    assert cell_of(value) == cell


def test_a_record_is_a_row():
    text = (
        "Talks\n\nOslo, 2 April 2024 (XYZ): Finnish Foreign Minister Elina Valtonen met Norwegian Foreign Minister "
        "Espen Barth Eide in Oslo on Tuesday."
    )
    reading = read(read_page(text))
    (meeting, *_) = reading.engagements
    record = Record("r1", meeting, reading.events_of(meeting), reports_of(reading.article, [meeting]))
    (row,) = csv.DictReader(io.StringIO("".join(csv_lines([record], Teller()))))
    assert tuple(row) == COLUMNS
    assert (row["record_id"], row["kind"], row["start"], row["city"]) == (
        "r1",
        "meeting",
        "2024-04-02",
        "Oslo",
    )
    assert row["countries"] == "FIN; NOR"
