"""Every value of an engagement has a path, can be read there and replaced."""

from __future__ import annotations

import pytest

from dragoman.citation import Cited
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Location, OfficeHeld, Role, Status
from dragoman.record.fields import field_at, fields_of, put
from dragoman.record.values import Party, shape_of
from samples import AALTO, DAHL, ENGAGEMENTS, MEETING, THANKS, VISIT

PLACE = Cited(Location("Bergen", "NOR", None), (), 1.0, "corrected by anna")


@pytest.mark.parametrize("eng", ENGAGEMENTS, ids=lambda eng: eng.engagement_id)
def test_every_field_has_a_known_path_of_its_own(eng):
    paths = [field.path for field in fields_of(eng)]
    assert len(paths) == len(set(paths))
    assert all(shape_of(path) for path in paths)


@pytest.mark.parametrize("eng", ENGAGEMENTS, ids=lambda eng: eng.engagement_id)
def test_putting_back_what_is_there_changes_nothing(eng):
    for field in fields_of(eng):
        if field.value is not None:
            cited = Cited(field.value, field.evidence, field.confidence, field.reason)
            assert put(eng, field.path, cited) == eng, field.path


def test_fields_carry_value_words_and_confidence():
    field = field_at(MEETING, "place")
    assert (field.value, field.evidence[0].quote, field.confidence) == (
        Location("Oslo", "NOR", None),
        "Oslo",
        0.9,
    )
    office = field_at(MEETING, "participants[Aino Aalto].office")
    assert office.value.title == "Foreign Minister"
    assert field_at(VISIT, "stops[Oslo].date").value == DateSpan.parse("2024-04-02")
    assert field_at(MEETING, "purpose").value is None
    assert field_at(MEETING, "participants[nobody]") is None


def test_flags_are_told_by_the_trigger():
    assert field_at(MEETING, "status").evidence == MEETING.trigger
    changed = put(MEETING, "status", Cited(Status.PLANNED, ()))
    assert changed.status is Status.PLANNED
    assert put(THANKS, "mode", None).mode is None


def test_a_field_is_replaced_and_emptied():
    assert put(MEETING, "place", PLACE).place == PLACE
    assert put(MEETING, "place", None).place is None


def test_members_are_taken_out_added_and_renamed():
    assert put(MEETING, "participants[Kari Dahl]", None).participants == (AALTO,)
    added = put(
        MEETING, "participants[per:Q9]", Cited(Party(Role.MEDIATOR, "Siv Roos", "per:Q9", None, "SWE"), ())
    )
    assert [who.name.value for who in added.participants] == ["Aino Aalto", "Kari Dahl", "Siv Roos"]
    assert added.participants[2].country.value == "SWE"
    renamed = put(MEETING, "participants[Kari Dahl]", Cited(Party(Role.ACTOR, "Karin Dahl", "per:Q2"), ()))
    assert (renamed.participants[1].name.value, renamed.participants[1].entity_id) == ("Karin Dahl", "per:Q2")
    assert renamed.participants[1].office == DAHL.office, "only name and id are the participant's own"


def test_parts_of_members():
    office = Cited(OfficeHeld("Speaker", None, None, "decision"), ())
    assert put(MEETING, "participants[Kari Dahl].office", office).participants[1].office == office
    assert put(MEETING, "participants[Kari Dahl].country", None).participants[1].country is None
    assert (
        put(MEETING, "participants[Kari Dahl].role", Cited(Role.MEDIATOR, ())).participants[1].role
        is Role.MEDIATOR
    )
    assert put(MEETING, "participants[nobody].office", office) == MEETING


def test_stops_and_topics():
    assert [stop.place.value.city for stop in put(VISIT, "stops[ISL]", PLACE).stops] == ["Oslo", "Bergen"]
    dated = put(VISIT, "stops[ISL].date", Cited(DateSpan.parse("2024-04-04"), ()))
    assert dated.stops[1].date.value == DateSpan.parse("2024-04-04")
    assert put(VISIT, "stops[Oslo]", None).stops == VISIT.stops[1:]
    assert len(put(VISIT, "stops[Bergen]", PLACE).stops) == 3
    assert put(MEETING, "topics[arctic fisheries]", None).topics == ()


def test_the_second_of_one_name_is_numbered():
    twice = put(VISIT, "stops[ISL]", Cited(Location("Oslo", "NOR", None), ()))
    assert [field.path for field in fields_of(twice) if field.path.endswith("]")][-2:] == [
        "stops[Oslo]",
        "stops[Oslo#2]",
    ]
    assert put(twice, "stops[Oslo#2]", None).stops == VISIT.stops[:1]
