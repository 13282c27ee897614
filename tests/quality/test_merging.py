"""What is brought together on the stories does not fall: `python -m benchmarks.merging` prints the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.pipeline import shipped_knowledge
from dragoman.scoring.stories import load_stories
from dragoman.scoring.trial import agreement, copies_right, fields_right, try_stories

CLUSTERS = Path(__file__).parents[1] / "gold" / "clusters"
# B³ over what the reader finds, and end to end; raise them with the figures.
FLOORS = {"open": (0.97, 0.95), "held": (0.95, 0.92)}


@pytest.mark.parametrize("half", FLOORS)
def test_events_stay_whole_and_apart(half):
    trial = try_stories(load_stories([CLUSTERS / half]), shipped_knowledge())
    found, whole = FLOORS[half]
    assert agreement(trial, found_only=True).b_cubed.f1 >= found
    assert agreement(trial, found_only=False).b_cubed.f1 >= whole
    assert copies_right(trial).f1 == 1.0
    assert min(share.recall for share in fields_right(trial).values()) >= 0.8
