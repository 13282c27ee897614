"""Whether a contact was by telephone or in person."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)
RAMA = "Albanian Prime Minister Edi Rama"
MITSOTAKIS = "Greek Prime Minister Kyriakos Mitsotakis"


def kinds(text: str) -> list[Kind]:
    return [eng.kind for eng in engagements_of(text)]


@pytest.mark.parametrize("how", ["via video link", "by videoconference", "online"])
def test_a_meeting_over_a_wire_is_a_call(how):
    assert kinds(f"{RAMA} held a meeting {how} with {MITSOTAKIS}.") == [Kind.CALL]


def test_a_meeting_about_telephones_is_none():
    assert kinds(f"{RAMA} held a meeting with {MITSOTAKIS} about telephone fraud.") == [Kind.MEETING]


@pytest.mark.parametrize("how", ["one on one", "face to face"])
def test_who_talks_face_to_face_meets(how):
    assert kinds(f"{RAMA} and {MITSOTAKIS} talked {how} for an hour.") == [Kind.MEETING]


def test_who_is_visiting_meets():
    told = kinds(f"{RAMA} discussed the border with the visiting {MITSOTAKIS}.")
    assert sorted(told) == [Kind.MEETING, Kind.VISIT]


def test_conversations_of_somebody_whose_calls_are_told_are_calls():
    told = kinds(
        f"{RAMA} spoke by phone with {MITSOTAKIS}. In separate conversations with Serbian President Aleksandar Vucic "
        "and Montenegrin President Jakov Milatovic, Rama discussed energy."
    )
    assert told == [Kind.CALL, Kind.CALL, Kind.CALL]


def test_the_telephone_of_telephone_conversations_is_no_call_beside_them():
    assert kinds(f"{RAMA} held telephone conversations with {MITSOTAKIS}.") == [Kind.CALL]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Peru and Chile will discuss the border.",
        "Kenya and Uganda are to discuss the price of fuel.",
        "The two sides will exchange views on trade, China and Japan said.",
    ],
)
def test_what_will_be_discussed_is_an_agenda_and_no_word(text):
    assert [eng for eng in engagements_of(text) if eng.kind == "statement"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Malaysia's Anwar Ibrahim and Indonesia's Joko Widodo talked for an hour at the Bogor palace.",
            "meeting",
        ),
        ("Peru's and Chile's foreign ministers spoke on the sidelines of a ceremony in Quito.", "meeting"),
        ("Malaysia's Anwar Ibrahim and Indonesia's Joko Widodo talked for an hour by phone.", "call"),
    ],
)
def test_who_talks_at_a_venue_meets(text, kind):
    assert [eng.kind for eng in engagements_of(text)] == [kind]


@pytest.mark.parametrize(
    "when", ["ahead of their talks in Tirana on Friday", "before their talks in Tirana on Friday"]
)
def test_talks_beside_a_call_are_in_person(when):
    assert sorted(kinds(f"{RAMA} and {MITSOTAKIS} spoke by phone on Monday {when}.")) == [
        Kind.CALL,
        Kind.MEETING,
    ]


def test_with_whom_two_things_are_discussed_stands_behind_the_second():
    told = engagements_of(
        f"{RAMA} has discussed trade and the recent floods with {MITSOTAKIS}.",
        "During the telephone conversation, the sides welcomed the new road.",
    )
    assert [(eng.kind, [p.name.value for p in eng.participants if p.name]) for eng in told] == [
        (Kind.CALL, ["Edi Rama", "Kyriakos Mitsotakis"])
    ]


def test_who_discusses_in_a_city_meets():
    assert kinds(f"{RAMA} and {MITSOTAKIS} discussed gas in Tirana on Monday.") == [Kind.MEETING]
