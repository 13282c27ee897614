"""Which words are one act and which are two."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

FREED = "Norway urged Belarus to free all political prisoners."


@pytest.mark.parametrize(
    ("again", "acts"),
    [
        ("Oslo also called on Minsk to reopen the crossing.", 2),
        ("Norway called on Belarus to free the prisoners before winter.", 1),
    ],
)
def test_a_second_demand_wants_something_else(again, acts):
    assert len(of_kind(engagements_of(FREED, again), Kind.DEMAND)) == acts


def test_what_is_not_ruled_out_is_not_refused():
    assert of_kind(engagements_of("Norway did not rule out talks with Belarus."), Kind.STATEMENT) == []


def test_what_is_asked_is_not_said():
    assert engagements_of("Did Norway urge Belarus to free the prisoners?") == ()
