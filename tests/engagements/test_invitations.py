"""Invitations of people by states are visits of theirs."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

GUEST, HOST = ("actor", "Emmanuel Macron", "FRA"), ("recipient", "Donald Tusk", "POL")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Polish Prime Minister Donald Tusk invited French President Emmanuel Macron to Warsaw.", "proposed"),
        (
            "French President Emmanuel Macron accepted an invitation from Polish Prime Minister Donald Tusk.",
            "planned",
        ),
    ],
)
def test_the_guest_travels_to_the_host(text, status):
    eng = only(text)
    assert (eng.kind, eng.status) == (Kind.VISIT, Status(status))
    assert cast(eng) == [GUEST, HOST]
    assert eng.place is not None
    assert eng.place.value.country == "POL"


def test_an_invitation_to_an_event_is_an_act_of_its_own():
    told = engagements_of("Poland invited French President Emmanuel Macron to the forum.")
    assert of_kind(told, Kind.VISIT) == []
    assert [eng.mode for eng in of_kind(told, Kind.OTHER)] == ["invite"]


def test_an_invitation_withdrawn_is_no_visit():
    told = engagements_of("Poland withdrew its invitation to French President Emmanuel Macron.")
    assert of_kind(told, Kind.VISIT) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("French President Emmanuel Macron has been invited to Warsaw.", "proposed"),
        ("French President Emmanuel Macron was invited to Poland and accepted.", "planned"),
    ],
)
def test_who_is_invited_to_a_place_is_its_states_guest(text, status):
    eng = only(text)
    assert (eng.kind, eng.status) == (Kind.VISIT, Status(status))
    assert [country for _, _, country in cast(eng)] == ["FRA", "POL"]


def test_who_hands_over_an_invitation_brings_it():
    text = "Polish Minister Anna Vell handed French President Emmanuel Macron an invitation from Premier Donald Tusk."
    (visit,) = of_kind(engagements_of(text, day="2024-04-04"), Kind.VISIT)
    assert cast(visit)[0] == GUEST


@pytest.mark.parametrize(
    "text",
    [
        "The Nordic defence ministers will visit Chisinau. They were invited by Moldovan Minister Anatolie Nosatii.",
        "The Baltic foreign ministers arrived in Kyiv on Monday. Ukraine had invited the ministers to the capital.",
        "A Kenyan delegation is visiting Kampala. Uganda invited the delegation.",
    ],
)
def test_an_invitation_that_is_kept_is_the_visit(text):
    told = engagements_of(text)
    assert of_kind(told, Kind.VISIT)
    assert of_kind(told, Kind.OTHER) == []
