"""Whom a deed concerns that is told with one side only."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Engagement, Kind
from readings import cast, engagements_of

QUARREL = "Poland expelled four Belarusian diplomats on Tuesday. "


def of_kind(text: str, kind: Kind) -> list[Engagement]:
    return [eng for eng in engagements_of(text) if eng.kind is kind]


def sides(eng: Engagement) -> dict[str, str | None]:
    return {role: country for role, _, country in cast(eng)}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("Minsk downgraded relations to the lowest level.", Kind.SANCTION),
        ("Belarus recalled its ambassador a day later.", Kind.SANCTION),
        ("Belarus retaliated with tariffs of its own.", Kind.SANCTION),
    ],
)
def test_the_answer_is_meant_for_the_opponent(answer, kind):
    (eng,) = of_kind(QUARREL + answer, kind)
    assert sides(eng) == {"actor": "BLR", "recipient": "POL"}
    assert eng.reason


def test_without_a_quarrel_nobody_is_meant():
    assert (
        of_kind("Poland and Belarus play on Tuesday. Belarus recalled its ambassador.", Kind.SANCTION) == []
    )


def test_of_two_opponents_none_is_meant():
    told = (
        QUARREL + "Lithuania expelled four Belarusian diplomats on Tuesday. Belarus recalled its ambassador."
    )
    assert of_kind(told, Kind.SANCTION) == []


@pytest.mark.parametrize(
    "echo", ["Latvia did the same.", "Latvia followed suit.", "Latvia took the same step."]
)
def test_what_is_done_alike_is_done_to_the_same(echo):
    told = of_kind(QUARREL + echo, Kind.EXPULSION)
    assert [sides(eng) for eng in told] == [
        {"actor": "POL", "recipient": "BLR"},
        {"actor": "LVA", "recipient": "BLR"},
    ]


def test_there_is_nothing_to_do_alike():
    assert engagements_of("It rained in Poland. Latvia did the same.") == ()


@pytest.mark.parametrize("answer", ["Minsk reciprocated.", "Belarus responded in kind."])
def test_what_is_done_in_kind_is_done_to_who_did_it(answer):
    told = of_kind(QUARREL + answer, Kind.EXPULSION)
    assert [sides(eng) for eng in told] == [
        {"actor": "POL", "recipient": "BLR"},
        {"actor": "BLR", "recipient": "POL"},
    ]
