"""Who a name with a title is on a day, and when it is left open."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 4, 2)


@pytest.mark.parametrize(
    ("name", "role", "country", "found"),
    [
        ("Séjourné", "foreign-minister", "FRA", "Stéphane Séjourné"),
        ("Netanyahu", "head-of-government", "ISR", "Benjamin Netanyahu"),
        ("Blinken", "foreign-minister", None, "Antony Blinken"),
        ("Antony J. Blinken", None, None, "Antony Blinken"),
        ("Xi", "head-of-state", "CHN", "Xi Jinping"),
        ("Zelenskiy", "head-of-state", "UKR", "Volodymyr Zelenskyy"),
        ("Faisal bin Farhan", "foreign-minister", "SAU", "Faisal bin Farhan Al Saud"),
        ("Fidan", "foreign-minister", "TUR", "Hakan Fidan"),
        ("Hussein", "crown-prince", None, "Hussein bin Abdullah"),
    ],
)
def test_found(kb, name, role, country, found):
    answer = kb.resolve_person(name, role=role, country=country, org_id=None, day=DAY)
    assert answer.person.name == found
    assert answer.incumbent.person == answer.person
    assert answer.reason and answer.confidence > 0.5


def test_the_day_decides(kb):
    def premier(day):
        return kb.resolve_person("Netanyahu", role="head-of-government", country="ISR", org_id=None, day=day)

    assert premier(dt.date(2022, 3, 1)).incumbent is None
    assert premier(dt.date(2023, 3, 1)).incumbent is not None


def test_a_shared_name_is_left_open(kb):
    answer = kb.resolve_person("Kim", role=None, country=None, org_id=None, day=DAY)
    assert answer.incumbent is None and len(answer.candidates) > 1


def test_an_unknown_name_says_who_held_the_office(kb):
    answer = kb.resolve_person("Xqzzyvv", role="foreign-minister", country="FRA", org_id=None, day=DAY)
    assert answer.person is None
    assert [one.person.name for one in answer.candidates] == ["Stéphane Séjourné"]
    assert "in office then" in answer.reason


def test_an_undated_article_is_answered_with_less_confidence(kb):
    dated = kb.resolve_person("Kuleba", role="foreign-minister", country="UKR", org_id=None, day=DAY)
    undated = kb.resolve_person("Kuleba", role="foreign-minister", country="UKR", org_id=None, day=None)
    assert undated.person == dated.person and undated.confidence < dated.confidence


def test_a_father_is_not_his_son(kb):
    answer = kb.resolve_person(
        "Hamad bin Isa bin Salman al-Khalifa",
        role="head-of-state",
        country="BHR",
        org_id=None,
        day=dt.date(2004, 11, 29),
    )
    assert answer.person.name == "Hamad bin Isa Al Khalifa"


def test_two_words_of_a_name_of_seven_may_be_anybodys(kb):
    answer = kb.resolve_person("Mohammad Faisal", role="director-general", country=None, org_id=None, day=DAY)
    assert answer.person is None
