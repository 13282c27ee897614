"""Contacts and visits that point back at what was told before."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

THANKED = "French President Emmanuel Macron thanked Polish Prime Minister Donald Tusk on Tuesday."


def test_a_phone_call_is_between_those_who_were_told_of():
    (call,) = of_kind(engagements_of(f"{THANKED} The thanks came in a telephone call."), Kind.CALL)
    assert [name for _, name, _ in cast(call)] == ["Emmanuel Macron", "Donald Tusk"]


def test_a_meeting_needs_one_told_before():
    assert of_kind(engagements_of(f"{THANKED} The meeting lasted an hour."), Kind.MEETING) == []
    met = THANKED.replace("thanked", "met")
    (meeting,) = of_kind(engagements_of(f"{met} The meeting lasted an hour."), Kind.MEETING)
    assert [evidence.quote for evidence in meeting.trigger][-1].endswith("meeting")


def test_a_call_for_something_is_none():
    told = engagements_of(f"{THANKED} The call for a ceasefire was repeated.")
    assert of_kind(told, Kind.CALL) == []


def test_a_visit_concluded_is_the_one_told_before():
    text = (
        "French President Emmanuel Macron arrived in Warsaw on Tuesday. He concluded the visit on Wednesday."
    )
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert visit.status is Status.COMPLETED
    assert [evidence.quote for evidence in visit.trigger][-1] == "He concluded the visit"


def test_an_invitation_accepted_later_is_a_planned_visit():
    invited = "Polish Prime Minister Donald Tusk invited French President Emmanuel Macron to Warsaw."
    (visit,) = of_kind(engagements_of(f"{invited} The guest accepted the invitation."), Kind.VISIT)
    assert visit.status is Status.PLANNED


def test_indirect_talks_that_go_on_are_those_told_before():
    shuttled = "Oman's foreign minister shuttled between Saudi and Houthi delegations on Tuesday."
    told = engagements_of(f"{shuttled} The indirect talks will resume on Friday.")
    first, second = of_kind(told, Kind.MEDIATION)
    assert (first.status, second.status) == (Status.COMPLETED, Status.PLANNED)
    assert [cast(first)[i][0] for i in range(3)] == ["mediator", "participant", "participant"]
    assert cast(first) == cast(second)


def test_the_call_may_be_no_telephone_call():
    met = THANKED.replace("thanked", "met")
    assert of_kind(engagements_of(f"{met} The call was a farewell."), Kind.CALL) == []


def test_a_visit_of_nobody_is_dropped():
    assert engagements_of("The visit ended on Tuesday.") == ()


TALKED = "Japanese Prime Minister Fumio Kishida held talks with Chilean President Gabriel Boric in Santiago on Tuesday."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A memorandum on lithium is expected to be concluded before the summer.", Status.PLANNED),
        ("The two sides signed an agreement on fisheries.", Status.COMPLETED),
        ("The two leaders witnessed the signing of six documents.", Status.COMPLETED),
    ],
)
def test_what_is_signed_without_its_authors_is_of_those_who_talked(text, status):
    (agreement,) = of_kind(engagements_of(f"{TALKED} {text}"), Kind.AGREEMENT)
    assert agreement.status is status
    assert {country for _, _, country in cast(agreement)} == {"JPN", "CHL"}


def test_what_would_be_signed_is_nobodys():
    assert of_kind(engagements_of(f"{TALKED} If a deal is reached, prices will fall."), Kind.AGREEMENT) == []
    assert of_kind(engagements_of("The agreement was signed in 1999."), Kind.AGREEMENT) == []


TOURED = "Norwegian Foreign Minister Espen Barth Eide will visit Kenya and Ghana next week."


@pytest.mark.parametrize(
    ("text", "country", "status"),
    [
        ("The first stop is Nairobi.", "KEN", Status.PLANNED),
        ("On the return flight there will be a stopover in Rabat.", "MAR", Status.PLANNED),
        ("A visit to Kigali, announced in February, has been put off.", "RWA", Status.POSTPONED),
    ],
)
def test_a_further_stop_is_the_travellers(text, country, status):
    visits = of_kind(engagements_of(f"{TOURED} {text}"), Kind.VISIT)
    (visit,) = [visit for visit in visits if {stop.place.value.country for stop in visit.stops} >= {country}][
        -1:
    ]
    assert cast(visit)[0][1] == "Espen Barth Eide"
    assert status in {visit.status for visit in visits}


def test_whom_the_traveller_meets_is_told_alone():
    text = f"{TOURED} A meeting with Kenyan President William Ruto is also planned."
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status is Status.PLANNED
    assert {name for _, name, _ in cast(meeting)} == {"Espen Barth Eide", "William Ruto"}


def test_who_flew_in_is_where_it_is_reported_from():
    text = "Havana, 2 April 2024. Colombian President Gustavo Petro flew in for the ceremony."
    assert of_kind(engagements_of(text), Kind.VISIT) == []  # no dateline block, so nowhere is told


HOSTED = "Kenya will host the summit of the East African Community in Nairobi in May."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The summit had been postponed twice.", Status.POSTPONED),
        ("The gathering, which was to open in April, will be rescheduled.", Status.POSTPONED),
    ],
)
def test_the_summit_is_the_one_told_before(text, status):
    conferences = of_kind(engagements_of(f"{HOSTED} {text}"), Kind.CONFERENCE)
    assert all({name for _, name, _ in cast(eng)} >= {"East African Community"} for eng in conferences)
    assert conferences


def test_a_summit_of_nobody_is_none():
    assert engagements_of("The summit had been postponed twice.") == ()


RECEIVED = "Norwegian Foreign Minister Espen Barth Eide arrived in Manila on Tuesday."


@pytest.mark.parametrize(
    "text",
    [
        "The head of the Norwegian delegation was received by President Ferdinand Marcos.",
        "President Ferdinand Marcos hosted a luncheon in honour of the guest.",
        "The visiting minister was received by President Ferdinand Marcos.",
    ],
)
def test_a_guest_is_the_traveller(text):
    (meeting,) = of_kind(engagements_of(f"{RECEIVED} {text}"), Kind.MEETING)
    assert {country for _, _, country in cast(meeting)} == {"NOR", "PHL"}


def test_who_visits_the_country_visits_that_of_the_host():
    text = (
        "Omani Foreign Minister Badr Albusaidi received Serbian Foreign Minister Marko Đurić, who is currently visiting "
        "the Sultanate."
    )
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert cast(visit)[0][1] == "Marko Đurić"
    assert [stop.place.value.country for stop in visit.stops] == ["OMN"]


@pytest.mark.parametrize(
    "text",
    ["Mexico offered to mediate.", "Norway and Mexico acted as guarantors.", "Mexico is to act as mediator."],
)
def test_who_mediates_does_so_between_those_at_odds(text):
    told = engagements_of(f"Venezuela accused Guyana of aggression on Tuesday. {text}")
    (mediation,) = of_kind(told, Kind.MEDIATION)
    assert {("participant", "VEN"), ("participant", "GUY")} <= {
        (role, land) for role, _, land in cast(mediation)
    }


def test_who_offers_to_mediate_between_nobody_does_not():
    assert of_kind(engagements_of("Mexico offered to mediate."), Kind.MEDIATION) == []


def test_the_next_round_is_another_meeting():
    first, second = of_kind(
        engagements_of(f"{TALKED} The next round of talks will open in Tokyo on Friday."), Kind.MEETING
    )
    assert (first.status, second.status) == (Status.COMPLETED, Status.PLANNED)
    assert {country for _, _, country in cast(second)} == {"JPN", "CHL"}


def test_the_talks_put_off_are_those_that_were_to_come():
    text = "Talks between Japan and Chile have been postponed by Tokyo. The talks were to run until Friday."
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status is Status.POSTPONED


@pytest.mark.parametrize("verb", ["lead", "head"])
def test_who_leads_the_delegation_goes_where_it_goes(verb):
    told = "A British delegation will visit Nairobi next week."
    visits = of_kind(
        engagements_of(told, f"Foreign Office Minister Andrew Mitchell will {verb} the delegation."),
        Kind.VISIT,
    )
    assert [[name for role, name, _ in cast(visit) if role == "actor"] for visit in visits] == [
        ["Andrew Mitchell"]
    ]


@pytest.mark.parametrize(
    "told", ["The talks will last two days.", "A Kenyan delegation will visit London next week."]
)
def test_who_leads_a_delegation_of_nobody_known_goes_nowhere(told):
    acts = engagements_of(told, "British Foreign Office Minister Andrew Mitchell will lead the delegation.")
    assert all(name != "Andrew Mitchell" for act in acts for _, name, _ in cast(act))


def test_the_designation_of_a_delegation_is_a_visit_to_come():
    told = (
        "President Joe Biden announced the designation of a presidential delegation to the Republic of Haiti."
    )
    (visit,) = of_kind(engagements_of(told), Kind.VISIT)
    assert (str(visit.status), {place for _, _, place in cast(visit)}) == ("planned", {"USA", "HTI"})
