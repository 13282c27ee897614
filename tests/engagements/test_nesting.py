"""What is part of what, and the places and days handed down."""

from __future__ import annotations

import dataclasses
import datetime as dt

from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.nesting import nest
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge
from samples import AALTO, DAHL, DEMAND, MEETING, PAGE, THANKS, VISIT, engagement, party

TRIP = dataclasses.replace(VISIT, place=PAGE.place("Oslo", "NOR", "Oslo"), stops=VISIT.stops[:1])
MET = dataclasses.replace(MEETING, part_of=None, place=None)


def nested(*engagements):
    return {eng.engagement_id: eng for eng in nest(engagements)}


def test_a_meeting_with_the_host_is_part_of_the_visit():
    assert nested(TRIP, MET)["meeting-1"].part_of == "visit-1"


def test_it_takes_the_place_of_the_visits_only_stop():
    place = nested(TRIP, MET)["meeting-1"].place
    assert place is not None
    assert place.value == TRIP.stops[0].place.value
    assert place.evidence == TRIP.stops[0].place.evidence
    assert place.reason


def test_with_two_stops_in_the_country_only_the_country_is_sure():
    bergen = dataclasses.replace(VISIT.stops[0], place=PAGE.place("Bergen", "NOR", "Oslo"))
    place = nested(dataclasses.replace(TRIP, stops=(TRIP.stops[0], bergen)), MET)["meeting-1"].place
    assert place is not None
    assert (place.value.city, place.value.country) == (None, "NOR")


def test_a_place_of_its_own_stays():
    own = dataclasses.replace(MET, place=PAGE.place("Bergen", "NOR", "Norway"))
    assert nested(TRIP, own)["meeting-1"].place == own.place


def test_a_meeting_elsewhere_is_not_part_of_the_visit():
    elsewhere = dataclasses.replace(MET, place=PAGE.place("Reykjavik", "ISL", "Reykjavik"))
    assert nested(TRIP, elsewhere)["meeting-1"].part_of is None


def test_a_meeting_of_others_is_not_part_of_the_visit():
    others = dataclasses.replace(MET, participants=(DAHL, party(Role.PARTICIPANT, "Karl Marr", "SWE")))
    assert nested(TRIP, others)["meeting-1"].part_of is None


def test_a_meeting_on_another_day_is_not_part_of_the_visit():
    later = dataclasses.replace(MET, date=PAGE.day("2024-04-20", "4 April"))
    assert nested(TRIP, later)["meeting-1"].part_of is None
    within = dataclasses.replace(MET, date=PAGE.day("2024-04-03", "4 April"))
    assert nested(TRIP, within)["meeting-1"].part_of == "visit-1"


def test_old_meetings_are_not_part_of_the_news():
    assert nested(TRIP, dataclasses.replace(MET, historical=True))["meeting-1"].part_of is None


def test_what_happened_is_not_part_of_what_was_called_off():
    off = dataclasses.replace(TRIP, status=Status.CANCELLED)
    assert nested(off, MET)["meeting-1"].part_of is None


def test_a_thank_among_those_who_met_is_part_of_the_meeting():
    thanks = dataclasses.replace(THANKS, part_of=None)
    found = nested(dataclasses.replace(MET, date=PAGE.day("2024-04-03", "4 April")), thanks)["statement-1"]
    assert found.part_of == "meeting-1"
    assert found.date is not None
    assert found.date.value.iso() == ("2024-04-03", "2024-04-03")


def test_an_act_on_somebody_absent_is_not_part_of_the_meeting():
    assert nested(MET, DEMAND)["demand-1"].part_of is None


def test_an_expulsion_is_told_in_no_meeting():
    expulsion = engagement(
        Kind.EXPULSION, AALTO, party(Role.RECIPIENT, "Norway", "NOR", quote="Norway"), trigger=("urged",)
    )
    assert nested(MET, expulsion)["expulsion-1"].part_of is None


def test_nothing_is_added_or_lost():
    engagements = (TRIP, MET, THANKS, DEMAND)
    assert [eng.engagement_id for eng in nest(engagements)] == [eng.engagement_id for eng in engagements]
    assert nest(()) == ()


def test_talks_that_were_held_are_not_part_of_a_conference_that_is_to_come():
    forum = engagement(
        Kind.CONFERENCE, party(Role.PARTICIPANT, AALTO), party(Role.PARTICIPANT, DAHL), status=Status.PLANNED
    )
    assert nested(forum, MET)["meeting-1"].part_of is None


def test_what_delegates_say_and_what_is_asked_of_the_body_is_part_of_its_session():
    text = (
        "Council meets over border\n\nThe United Nations Security Council met on Tuesday over the border. The ambassador of "
        "France, Nicolas de Rivière, urged Rwanda to pull out its soldiers. Congolese Foreign Minister Thérèse Kayikwamba "
        "Wagner asked the Security Council to impose sanctions on Rwanda.\n"
    )
    article = read_page(text, source="page.txt", published=dt.date(2024, 6, 13))
    found = read(article, shipped_knowledge()).engagements
    session = next(eng for eng in found if eng.kind is Kind.CONFERENCE)
    asked = [eng for eng in found if eng.kind is Kind.DEMAND]
    assert [eng.part_of for eng in asked] == [session.engagement_id] * len(asked)
    assert {eng.date.value.iso()[0] for eng in asked if eng.date} == {"2024-06-11"}
