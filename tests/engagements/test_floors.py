"""What a candidate must have to be an engagement at all."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def test_who_carries_a_word_has_not_said_it():
    assert (
        engagements_of("The Latvian ambassador said he would send Norway's demands to his government.") == ()
    )


def test_who_conveys_the_word_of_the_own_president_says_it():
    (act,) = engagements_of(
        "Foreign Minister Wang Yi conveyed President Xi Jinping's condolences to Türkiye."
    )
    assert (act.kind, cast(act)[0][2]) == (Kind.STATEMENT, "CHN")
