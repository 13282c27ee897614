"""Deeds that are only called for, and what one side agrees to do."""

from __future__ import annotations

import pytest

from readings import engagements_of


@pytest.mark.parametrize(
    "text",
    [
        "Iran gave Iraq a week to withdraw its troops.",
        "Kenya gave Uganda two days to withdraw its soldiers.",
    ],
)
def test_what_somebody_is_given_time_to_do_is_not_done(text):
    assert [str(eng.kind) for eng in engagements_of(text)] == ["threat"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("China agreed to cut its duties on Canadian oil.", "concession"),
        ("China and Canada agreed to cut duties on oil.", "agreement"),
    ],
)
def test_what_one_side_agrees_to_give_up_is_a_concession_alone(text, kind):
    assert [str(eng.kind) for eng in engagements_of(text)] == [kind]
