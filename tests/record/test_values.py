"""Values of fields as JSON, and whether two say the same."""

from __future__ import annotations

import pytest

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Location, OfficeHeld, Role, Status
from dragoman.errors import DecisionError
from dragoman.record.values import (
    TYPES,
    Party,
    same_value,
    settle,
    shape_of,
    split_path,
    value_json,
    value_of,
)

VALUES = [
    ("status", Status.PLANNED),
    ("main", False),
    ("date", DateSpan.parse("2024-04")),
    ("stops[Oslo].date", DateSpan.parse("2024-04-01", "2024-04-05")),
    ("place", Location("Oslo", "NOR", "g:1")),
    ("amount", Amount(20_000_000, "EUR", approximate=True)),
    ("participants[per:Q1].office", OfficeHeld("Prime Minister", None, None, "text", "former")),
    ("participants[per:Q1]", Party(Role.ACTOR, "Aino Aalto", "per:Q1", None, "FIN")),
    ("topics[ice]", "Ice"),
    ("purpose", None),
]


@pytest.mark.parametrize(("path", "value"), VALUES, ids=lambda one: str(one)[:20])
def test_json_there_and_back(path, value):
    assert value_of(path, value_json(value)) == value


def test_dates_are_no_more_exact_than_told():
    assert value_json(DateSpan.parse("2024-04")) == '{"start":"2024-04","end":"2024-04","precision":"month"}'


def test_an_office_may_be_a_mere_title():
    assert value_of("participants[x].office", '"Minister"') == OfficeHeld("Minister", None, None, "decision")


@pytest.mark.parametrize(
    ("path", "json"),
    [
        ("date", '{"start":"soon"}'),
        ("date", '{"end":"2024"}'),
        ("status", '"held"'),
        ("place", "[]"),
        ("main", '"yes"'),
    ],
)
def test_json_that_does_not_fit_is_named(path, json):
    with pytest.raises(DecisionError, match=path):
        value_of(path, json)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("date", ("date", None, None)),
        ("participants[per:Q1].office", ("participants", "per:Q1", "office")),
        ("participants[Lee [Jr.]].role", ("participants", "Lee [Jr.]", "role")),
        ("stops[Oslo#2]", ("stops", "Oslo#2", None)),
    ],
)
def test_paths_come_apart(path, parts):
    assert split_path(path) == parts


@pytest.mark.parametrize("path", ["weather", "date[x]", "participants[x].hat", "topics[x].date"])
def test_an_unknown_field_names_the_known(path):
    with pytest.raises(DecisionError, match="participants\\[\\]\\.office"):
        shape_of(path)


def test_every_type_is_that_of_a_field():
    assert all(shape_of(shape.replace("[]", "[x]")) == shape for shape in TYPES)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        (None, "x", False),
        ("Arctic  fisheries", "arctic fisheries", True),
        (Location("Oslo", "NOR", "g:1"), Location("oslo", "NOR", None), True),
        (Location("Oslo", "NOR", None), Location(None, "NOR", None), False),
        (
            OfficeHeld("Minister", "o:1", "minister", "text"),
            OfficeHeld("minister", None, None, "knowledge base"),
            True,
        ),
        (
            OfficeHeld("Minister", None, None, "text", "former"),
            OfficeHeld("Minister", None, None, "text"),
            False,
        ),
        (Party(Role.ACTOR, "Lee", "per:1"), Party(Role.ACTOR, "Lee", "per:2"), False),
        (Party(Role.ACTOR, "Lee", "per:1"), Party(Role.ACTOR, "J. Lee", "per:1"), True),
        (Party(Role.ACTOR, "Lee", None), Party(Role.ACTOR, "Lee", "per:2"), True),
        (DateSpan.parse("2024-04"), DateSpan.parse("2024-04-01", "2024-04-30"), False),
        (True, False, False),
    ],
)
def test_same_value(one, other, same):
    assert same_value(one, other) is same
    assert same_value(other, one) is same


def test_a_correction_without_id_takes_that_of_the_same_place():
    known = Location("Oslo", "NOR", "g:1")
    assert settle(known, Location("Oslo", "NOR", None)) is known
    assert settle(known, Location("Bergen", "NOR", None)).city == "Bergen"
    assert settle(None, known) is known
    assert settle("oslo", "Oslo") == "Oslo"
