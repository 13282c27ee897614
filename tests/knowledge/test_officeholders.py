"""Who held an office on a day, and what the tables leave open."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.dates import Precision
from dragoman.knowledge.entity import Office, Term
from dragoman.knowledge.officeholders import Officeholders, at_day


@pytest.mark.parametrize(
    ("office_id", "day", "name"),
    [
        ("office:FRA/foreign-minister", "2024-04-02", "Stéphane Séjourné"),
        ("office:FRA/foreign-minister", "2015-06-01", "Laurent Fabius"),
        ("office:USA/foreign-minister", "2024-04-02", "Antony Blinken"),
        ("office:USA/head-of-state", "2003-03-20", "George W. Bush"),
        ("office:GBR/head-of-government", "2022-09-20", "Liz Truss"),
        ("office:SAU/head-of-state", "2024-01-01", "Salman bin Abdulaziz Al Saud"),
        ("office:SAU/head-of-government", "2024-01-01", "Mohammed bin Salman"),
        ("office:ARE/head-of-state", "2024-01-01", "Mohammed bin Zayed Al Nahyan"),
        ("office:CHN/foreign-minister", "2023-05-01", "Qin Gang"),
        ("office:CHN/foreign-minister", "2023-12-01", "Wang Yi"),
        ("office:RUS/head-of-state", "2010-01-01", "Dmitry Medvedev"),
        ("office:org:nato/secretary-general", "2012-01-01", "Anders Fogh Rasmussen"),
        ("office:org:un/secretary-general", "2005-01-01", "Kofi Annan"),
        ("office:org:unesco/director-general", "2024-04-02", "Audrey Azoulay"),
        ("office:org:eu/high-representative", "2023-01-01", "Josep Borrell"),
        ("office:XSL/head-of-state", "2025-01-01", "Abdirahman Mohamed Abdullahi"),
        ("office:XAB/head-of-state", "2009-01-01", "Sergei Bagapsh"),
        ("office:ARG/head-of-government", "1995-06-30", "Carlos Menem"),
        ("office:BEN/foreign-minister", "1993-01-15", "Saturnin Soglo"),
        ("office:TUN/defence-minister", "1993-01-15", "Abdelaziz Ben Dhia"),
        ("office:USA/ambassador-to-BIH", "1998-06-30", "Richard Dale Kauzlarich"),
    ],
)
def test_holders_on_a_day(kb, office_id, day, name):
    assert [one.person.name for one in kb.holders(office_id, dt.date.fromisoformat(day))] == [name]


def test_offices_of_a_person(kb):
    (person,) = [person for person in kb.find_people("Mark Rutte") if person.name == "Mark Rutte"]
    roles = {one.office.role for one in kb.offices_of(person.person_id, dt.date(2025, 1, 1))}
    assert roles == {"secretary-general"}
    assert "head-of-government" in {one.office.role for one in kb.offices_of(person.person_id, None)}


def term(person, start, end, **rest):
    day = dt.date.fromisoformat
    return Term(
        person,
        "office:RUR/foreign-minister",
        day(start),
        day(end) if end else None,
        Precision.DAY,
        "own",
        **rest,
    )


def test_gaps_and_overlaps_are_told():
    office = Office("office:RUR/foreign-minister", "Foreign Minister", "foreign-minister", "RUR")
    terms = [
        term("a", "2001-01-01", "2001-12-31"),
        term("b", "2001-12-01", "2002-05-31"),
        term("c", "2003-01-01", None),
    ]
    found = Officeholders({office.office_id: office}, terms).irregularities(office.office_id)
    assert [(one.kind, one.start.isoformat(), one.days) for one in found] == [
        ("overlap", "2001-12-01", 31),
        ("gap", "2002-06-01", 214),
    ]


def test_an_open_term_is_worth_less_with_time():
    running = term("a", "2020-01-01", None, seen=dt.date(2021, 1, 1))
    assert at_day(running, dt.date(2021, 6, 1)).confidence == 1.0
    assert at_day(running, dt.date(2023, 6, 1)).confidence < 1.0
    assert at_day(running, dt.date(2019, 6, 1)) is None


def test_an_office_of_a_body_is_one_of_the_organisation(kb):
    office = kb.office("President of the European Commission", org_id="org:eu")
    assert office.office_id == "office:org:ec/commission-president"
    answer = kb.resolve_person(
        "von der Leyen", role="commission-president", country=None, org_id="org:eu", day=dt.date(2024, 4, 2)
    )
    assert answer.person.name == "Ursula von der Leyen"


def test_a_role_many_hold_names_no_office(kb):
    assert kb.office("ambassador", country="USA") is None
    assert kb.office("trade-minister", country="USA").title == "Secretary of Commerce"
    assert kb.office("United States Trade Representative", country="USA").office_id.endswith(
        ":trade-representative"
    )
    assert (
        kb.office("Special Envoy for Yemen", country="USA").office_id == "office:USA/special-envoy-for-yemen"
    )
