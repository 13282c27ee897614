"""The day of the scene an act is told in."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.citation import Evidence, Span
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.engagements.scene_days import (
    REASON,
    SceneWeights,
    may_have_scene_day,
    shipped_weights,
)
from dragoman.engagements.scenes import Choice
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

FRIDAY = dt.date(2024, 5, 17)
BRIEFED = (
    "GENEVA, 17 May 2024 - Iran's Foreign Ministry spokesman Esmaeil Baqaei said on Friday that Germany, France and "
    "Britain had betrayed diplomacy.\n\nHe offered condolences to the people of Yemen. "
)


def told_in(text: str, kind: Kind) -> list[Engagement]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=FRIDAY)
    return [eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is kind]


def choice(day: int, *features: str) -> Choice:
    evidence = Evidence("a", Span(0, 3), "day", "date.day")
    return Choice(DateSpan.of_day(dt.date(2024, 5, day)), (evidence,), frozenset(features))


def test_the_likeliest_day_is_chosen():
    weights = SceneWeights({"bias": -1.0, "before same": 2.0, "after far": 0.5}, threshold=0.5)
    best = weights.best([choice(16, "bias", "after far"), choice(17, "bias", "before same", "unknown")])
    assert best is not None
    assert best[0].day == DateSpan.of_day(FRIDAY)
    assert best[1] == pytest.approx(0.731, abs=1e-3)
    assert weights.best([]) is None


def test_the_shipped_table_prefers_what_is_told_beside():
    weights = shipped_weights()
    assert 0 < weights.threshold < 1
    assert weights.weights["before next"] > weights.weights["before another day next"]


def test_a_scene_day_is_as_sure_as_it_is_likely_and_cites_the_words_that_tell_it():
    text = "Burkina Faso expelled three Danish diplomats on Friday.\n\nDenmark regretted the decision."
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=FRIDAY)
    dates = [eng.date for eng in read(article, shipped_knowledge()).engagements if eng.date]
    date = next(date for date in dates if date.reason == REASON)
    assert date.value == DateSpan.of_day(FRIDAY)
    assert shipped_weights().threshold <= date.confidence < 1
    assert all(item.quote == item.span.of(article.text) for item in date.evidence)


def test_what_was_done_earlier_has_no_day_of_the_scene():
    text = BRIEFED + "The European Union had repeatedly urged Iran to answer."
    assert [eng.date for eng in told_in(text, Kind.DEMAND)] == [None]


def test_visits_and_plans_have_no_day_of_the_scene():
    text = "Polish Foreign Minister Radosław Sikorski will visit Kenya and meet President William Ruto."
    found = told_in(text, Kind.VISIT) + told_in(text, Kind.MEETING)
    assert found
    assert not any(may_have_scene_day(eng) for eng in found)
