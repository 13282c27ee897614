"""A story read, merged and scored."""

from __future__ import annotations

import pytest

from dragoman.pipeline import shipped_knowledge
from dragoman.scoring.stories import story_of
from dragoman.scoring.trial import (
    agreement,
    copies_right,
    faults_of,
    field_faults_of,
    fields_right,
    try_stories,
)

STORY = """
about = "Two papers and a reprint"
[[event]]
id = "talks"
kind = "meeting"
status = "completed"
date = "2024-03-21"
place = "Warsaw/POL"
[[event]]
id = "call"
kind = "call"
alone = true
[[article]]
id = "a"
outlet = "Vistula Daily"
published = 2024-03-22
headline = "Blinken in Warsaw"
text = "US Secretary of State Antony Blinken met Polish Foreign Minister Radoslaw Sikorski in Warsaw on Thursday."
[article.tells]
talks = "met Polish Foreign Minister"
[[article]]
id = "b"
outlet = "Baltic Herald"
published = 2024-03-23
headline = "Sikorski and Blinken"
text = "Polish Foreign Minister Radoslaw Sikorski held talks with US Secretary of State Antony Blinken on 21 March."
[article.tells]
talks = "held talks with US Secretary of State"
[[article]]
id = "c"
outlet = "Baltic Herald"
published = 2024-03-23
headline = "A call"
text = "The weather stayed cold; nobody called."
[article.tells]
call = "nobody called"
"""


@pytest.fixture(scope="module")
def trial():
    return try_stories([story_of(STORY)], shipped_knowledge())


def test_groups_are_scored_over_what_was_found_and_over_all(trial):
    assert agreement(trial, found_only=True).b_cubed.f1 == 1.0
    assert [one.event for one in trial.told if one.report_id is None] == ["story/call"]
    assert agreement(trial, found_only=False).b_cubed.recall == 1.0  # an event told once cannot be torn


def test_the_record_is_compared_with_the_event(trial):
    assert {name: share.recall for name, share in fields_right(trial).items()} == {
        "kind": 1.0, "status": 1.0, "date": 1.0, "place": 1.0,
    }  # fmt: skip
    assert list(field_faults_of(trial)) == []


def test_faults_are_told(trial):
    assert list(faults_of(trial)) == ["missed: story/call in story/c: 'nobody called'"]


def test_no_reprint_wanted_and_none_given(trial):
    assert (copies_right(trial).recall, copies_right(trial).precision) == (1.0, 1.0)
