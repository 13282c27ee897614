"""Deeds that are only called for."""

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
