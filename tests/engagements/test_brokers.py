"""Who stands between two sides."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian-mediated talks between Sudan and Ethiopia ended on Tuesday.",
        "Talks between Sudan and Ethiopia brokered by Egypt ended on Tuesday.",
        "Sudan and Ethiopia held talks through Egyptian mediators on Tuesday.",
        "Under Egyptian mediation, Sudan and Ethiopia held talks on Tuesday.",
    ],
)
def test_brokers_told_beside_the_talks(text):
    roles = {name: role for role, name, _ in cast(only(text))}
    assert roles == {"Egypt": "mediator", "Sudan": "participant", "Ethiopia": "participant"}


def test_one_of_the_two_sides_does_not_mediate():
    text = "Talks between Sudan and Ethiopia through Sudanese intermediaries ended on Tuesday."
    assert {role for eng in engagements_of(text) for role, _, _ in cast(eng)} == {"participant"}


def test_what_only_runs_between_two_places_mediates_nothing():
    assert engagements_of("The ferry shuttled between Tallinn and Helsinki for 40 years.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Slovenia's president Nataša Pirc Musar hosted her Croatian and Austrian counterparts for a trilateral.",
        "Kenya's foreign minister hosted talks with his Ugandan and Tanzanian counterparts in Nairobi.",
    ],
)
def test_who_has_counterparts_come_takes_part(text):
    (meeting,) = engagements_of(text)
    assert [part.role for part in meeting.participants] == ["participant"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Egypt has offered to host talks between Sudan and Ethiopia, its foreign minister said on Tuesday.",
        "Egypt is ready to help begin dialogue between Sudan and Ethiopia.",
    ],
)
def test_who_offers_talks_between_two_others_offers_to_mediate(text):
    eng = only(text)
    assert (eng.kind, eng.status) == ("mediation", "proposed")
    assert {name: role for role, name, _ in cast(eng)} == {
        "Egypt": "mediator",
        "Sudan": "participant",
        "Ethiopia": "participant",
    }


def test_who_offers_talks_of_their_own_mediates_nothing():
    assert only("Sudan and Ethiopia offered to hold talks between their ministers.").kind == "meeting"
