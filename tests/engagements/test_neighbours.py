"""Who stands beside a contact's words, where the tree lost them."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "His Highness the Emir Tamim bin Hamad Al Thani received in audience on Tuesday Pakistan's Premier, Shehbaz Sharif.",
        "Prime Minister Shehbaz Sharif of Pakistan was earlier in the day received by Sheikh Tamim bin Hamad Al Thani.",
        "Shehbaz Sharif, who landed in Doha on Monday, was later in the week received by the Emir of Qatar.",
    ],
)
def test_guest_and_host_are_found_around_what_stands_between(text):
    meetings = of_kind(engagements_of(text, day="2024-04-04"), Kind.MEETING)
    assert [{country for _, _, country in cast(meeting)} for meeting in meetings] == [{"QAT", "PAK"}]


def test_an_official_of_a_body_that_no_table_knows_is_a_side():
    text = "Kenyan President William Ruto met the Chairperson of the African Union Commission, Tarik Vellmar."
    (meeting,) = of_kind(engagements_of(text, day="2024-04-04"), Kind.MEETING)
    assert [name for _, name, _ in cast(meeting)] == ["William Ruto", "Tarik Vellmar"]


@pytest.mark.parametrize(
    "text",
    [
        "EU ministers met in Brussels for an agenda that includes a call with Secretary of State Antony Blinken.",
        "African Union leaders met in Accra for a session that follows a visit of President Emmanuel Macron.",
        "ASEAN ministers met in Jakarta for talks that precede a dinner with Secretary of State Antony Blinken.",
    ],
)
def test_who_is_told_of_in_a_relative_clause_was_not_met(text):
    met = [
        {name for _, name, _ in cast(eng)}
        for eng in engagements_of(text)
        if eng.kind in {"meeting", "conference"}
    ]
    assert met
    assert not met[0] & {"Antony Blinken", "Emmanuel Macron"}


@pytest.mark.parametrize(
    "text",
    [
        "At the end of a three-week trip to Jordan, Oman, and Kuwait by Swedish envoy Hans Grundberg, talks went on.",
        "The talks came at the end of a two-day visit to Jordan by Foreign Minister Mélanie Joly of Canada.",
    ],
)
def test_who_travels_is_told_behind_the_places(text):
    visits = of_kind(engagements_of(text, day="2022-04-04"), Kind.VISIT)
    assert len({country for role, _, country in cast(visits[0]) if role == "actor"} & {"SWE", "CAN"}) == 1
    assert "JOR" in {country for _, _, country in cast(visits[0])}


SPEAKS = "SECRETARY BLINKEN: Good morning. {}"


@pytest.mark.parametrize(
    "text",
    [
        "It was a pleasure to meet with Foreign Minister Sergey Lavrov today.",
        "It is an honor to receive Foreign Minister Sergey Lavrov here.",
    ],
)
def test_whose_pleasure_it_is_the_speaker_s(text):
    told = SPEAKS.format(text)
    acts = engagements_of(told, headline="Remarks by Secretary Antony J. Blinken", day="2022-04-04")
    (meeting,) = of_kind(acts, Kind.MEETING)
    assert {name for _, name, _ in cast(meeting)} == {"Antony Blinken", "Sergey Lavrov"}
    assert str(meeting.status) == "completed"


def test_a_pleasure_yet_to_come_is_not_done():
    told = SPEAKS.format("It would be an honor to visit Oslo.")
    (visit,) = of_kind(
        engagements_of(told, headline="Remarks by Secretary Antony J. Blinken", day="2022-04-04"), Kind.VISIT
    )
    assert str(visit.status) == "planned"


def test_nobody_s_pleasure_is_no_meeting():
    text = "It was a pleasure to meet Sergey Lavrov, a visitor wrote."
    assert of_kind(engagements_of(text, day="2022-04-04"), Kind.MEETING) == []


def test_a_pleasure_that_has_been_is_done():
    told = SPEAKS.format("It has been a pleasure to meet with Foreign Minister Sergey Lavrov.")
    (meeting,) = of_kind(
        engagements_of(told, headline="Remarks by Secretary Antony J. Blinken", day="2022-04-04"),
        Kind.MEETING,
    )
    assert str(meeting.status) == "completed"


@pytest.mark.parametrize(
    "text",
    [
        "President Macron will have the honour to meet Chancellor Scholz in Paris.",
        "France will have the honour to host the summit with Germany in Paris.",
    ],
)
def test_an_honour_that_somebody_will_have_is_planned(text):
    assert {str(eng.status) for eng in engagements_of(text)} == {"planned"}


def test_whose_war_was_talked_of_was_not_met():
    text = (
        "Polish National Security Bureau head Jacek Siewiera will meet in Rome with Luigi Mattiolo, diplomatic adviser to "
        "Italian Prime Minister Mario Draghi, to coordinate the response to President Vladimir Putin's war."
    )
    (meeting,) = of_kind(engagements_of(text, day="2022-03-13"), Kind.MEETING)
    assert meeting.countries() == {"POL", "ITA"}


@pytest.mark.parametrize("after", ["After", "Following"])
def test_who_talks_after_a_meeting_between_others_was_not_at_it(after):
    text = (
        f"{after} the meeting between President Andrzej Duda and King Harald V on July 10, Foreign Minister Radosław "
        "Sikorski and Norwegian Foreign Minister Espen Barth Eide discussed wind power."
    )
    (meeting,) = of_kind(engagements_of(text, day="2024-07-16"), Kind.MEETING)
    assert "Sikorski" not in " ".join(part.name.value for part in meeting.participants)


@pytest.mark.parametrize(
    "text",
    [
        "The third round of China-Peru maritime consultations was held in Lima on Tuesday.",
        "The Peru-China joint economic committee took place in Lima on Tuesday.",
    ],
)
def test_a_pair_before_the_noun_meets(text):
    (meeting,) = of_kind(engagements_of(text, day="2024-04-04"), Kind.MEETING)
    assert {country for _, _, country in cast(meeting)} == {"CHN", "PER"}
    assert meeting.place is not None and meeting.place.evidence[0].quote == "Lima"
