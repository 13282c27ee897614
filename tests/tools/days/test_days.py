"""What is learned from rows of days that acts may have."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path

from dragoman.citation import Evidence, Span
from dragoman.dates import DateSpan
from dragoman.engagements.scene_days import SceneWeights, shipped_weights
from dragoman.engagements.scenes import Choice
from tools.days.__main__ import table_of
from tools.days.rows import Row, read_rows
from tools.days.train import LEAST, Figures, cross_validate, fit

FIRST, SECOND = (DateSpan.of_day(dt.date(2024, 5, day)) for day in (16, 17))
CITED = (Evidence("a", Span(0, 3), "day", "date.day"),)


def rows(count: int) -> list[Row]:
    """Acts that have the day told in the same sentence, and never that told far away."""
    choices = (
        Choice(FIRST, CITED, frozenset({"bias", "before same"})),
        Choice(SECOND, CITED, frozenset({"bias", "before far"})),
    )
    told = [Row(f"page{number}", choices, FIRST, is_dated=False) for number in range(count)]
    far = [Row(f"other{number}", choices[1:], None, is_dated=False) for number in range(count)]
    return told + far


def test_what_dates_acts_weighs_more_than_what_does_not():
    weights = fit(rows(20), 0.5).weights
    assert weights["before same"] > 1 > 0 > weights["before far"]


def test_rare_features_weigh_nothing():
    few = rows(20)
    few[0] = replace(few[0], choices=(Choice(FIRST, CITED, frozenset({"bias", "seldom"})),))
    assert LEAST > 1
    assert "seldom" not in fit(few, 0.5).weights


def test_pages_are_judged_by_the_weights_of_others():
    assert cross_validate(rows(20), 0.5) == Figures(right=20)
    assert cross_validate(rows(20), 0.999) == Figures(missed=20)


def test_what_is_dated_otherwise_is_learned_from_but_not_counted():
    dated = [replace(row, is_dated=True) for row in rows(20)]
    assert cross_validate(dated, 0.5) == Figures()


def test_the_table_says_what_was_learned():
    written = tomllib.loads(table_of(SceneWeights({"bias": -1.0, "before same": 0.5}, 0.4)))
    assert written == {"threshold": 0.4, "weights": {"bias": -1.0, "before same": 0.5}}


def test_rows_are_read_from_annotated_pages():
    examples = Path(__file__).parents[3] / "examples"
    read = read_rows([examples])
    assert read
    known = set(shipped_weights().weights)
    assert all("bias" in choice.features for row in read for choice in row.choices)
    assert any(choice.features & known for row in read for choice in row.choices)
