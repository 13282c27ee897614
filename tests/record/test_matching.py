"""Which reports are compared, and what speaks for and against one event."""

from __future__ import annotations

import pytest

from dragoman.record.matching import blocking_keys, compare
from reports import told

BLINKEN, SIKORSKI, DUDA = "Antony Blinken/USA", "Radosław Sikorski/POL", "Andrzej Duda/POL"
MEETING = told("a", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", city="Warsaw/POL")

SAME = {
    "nothing but the people and a publication in time": told(
        "b", "meeting", SIKORSKI, BLINKEN, published="2024-03-22"
    ),
    "one side unnamed": told("b", "meeting", BLINKEN, "POL", day="2024-03-21", city="Warsaw/POL"),
    "countries alone, same day and city": told(
        "b", "meeting", "USA", "POL", day="2024-03-21", city="Warsaw/POL"
    ),
    "a day off": told("b", "meeting", BLINKEN, SIKORSKI, day="2024-03-22"),
    "another city of the country": told(
        "b", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", city="Kraków/POL"
    ),
    "announced the week before": told(
        "b", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", published="2024-03-14", status="planned"
    ),
    "announced without a day": told(
        "b", "meeting", BLINKEN, SIKORSKI, published="2024-03-15", status="planned"
    ),
    "a person without an id": told("b", "meeting", "?Blinken/USA", "?Sikorski/POL", day="2024-03-21"),
    "denied": told("b", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", city="Warsaw/POL", negated=True),
    "told as background": told(
        "b", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", published="2024-06-01", historical=True
    ),
    "told as a visit to those met": told(
        "b", "visit", BLINKEN, SIKORSKI, day="2024-03-21", city="Warsaw/POL"
    ),
}
OTHER = {
    "a call": told("b", "call", BLINKEN, SIKORSKI, day="2024-03-21"),
    "a week later": told("b", "meeting", BLINKEN, SIKORSKI, day="2024-03-28", city="Warsaw/POL"),
    "published long after": told("b", "meeting", BLINKEN, SIKORSKI, published="2024-04-02"),
    "somebody else of the same side": told(
        "b", "meeting", BLINKEN, DUDA, day="2024-03-21", city="Warsaw/POL"
    ),
    "another side": told("b", "meeting", BLINKEN, "Péter Szijjártó/HUN", day="2024-03-21", city="Warsaw/POL"),
    "the visit": told("b", "visit", BLINKEN, "POL", day="2024-03-21", city="Warsaw/POL"),
    "another country": told("b", "meeting", BLINKEN, SIKORSKI, day="2024-03-22", city="Vilnius/LTU"),
    "background without a day": told("b", "meeting", BLINKEN, SIKORSKI, historical=True),
    "announced more than a week ahead without a day or place": told(
        "b", "meeting", BLINKEN, SIKORSKI, published="2024-03-08", status="planned"
    ),
    "somebody else with the same official of a body": told(
        "b", "meeting", BLINKEN, "Jens Stoltenberg/", day="2024-03-21"
    ),
    "only supposed": told("b", "meeting", BLINKEN, SIKORSKI, day="2024-03-21", hypothetical=True),
    "nobody told but one country": told("b", "meeting", "USA", day="2024-03-21"),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_tellings_of_one_event_match_and_share_a_key(other):
    likeness = compare(MEETING, other)
    assert likeness.is_match, likeness
    assert blocking_keys(MEETING) & blocking_keys(other)


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_look_alikes_do_not_match(other):
    assert not compare(MEETING, other).is_match, compare(MEETING, other)


@pytest.mark.parametrize("other", [*SAME.values(), *OTHER.values()])
def test_it_does_not_matter_which_comes_first(other):
    assert compare(MEETING, other).score == compare(other, MEETING).score


def test_a_visit_and_the_return_visit_differ():
    there = told("a", "visit", BLINKEN, "POL", day="2024-03-21", city="Warsaw/POL")
    back = told("b", "visit", SIKORSKI, "USA", day="2024-03-22", city="Washington/USA")
    assert compare(there, back).apart == "others acted"


def test_the_legs_of_a_tour_differ():
    tour = ("Warsaw/POL", "Vilnius/LTU")
    one = told("a", "visit", BLINKEN, "POL", day="2024-03-21", city="Warsaw/POL", stops=tour)
    other = told("b", "visit", BLINKEN, "LTU", day="2024-03-21", city="Vilnius/LTU", stops=tour)
    assert compare(one, other).apart == "it goes to another country"


def test_two_thanks_to_one_country_on_one_day_differ_by_what_they_are_for():
    one = told("a", "statement", BLINKEN, "POL", about="hosting three million refugees", mode="thank")
    same = told("b", "statement", "USA", "POL", about="hosted millions of refugees", mode="thank")
    other = told("c", "statement", BLINKEN, "POL", about="the new liquefied gas terminal", mode="praise")
    assert compare(one, same).is_match
    assert not compare(one, other).is_match


def test_support_voiced_again_a_day_later_is_another_statement():
    told_in = {"mode": "support", "published": "2022-03-10"}
    one = told("a", "statement", BLINKEN, "UKR", about="humanitarian corridors out of Mariupol", **told_in)
    again = told("b", "statement", BLINKEN, "UKR", about="sovereignty and territorial integrity", **told_in)
    assert not compare(one, again).is_match
    dated = [
        told(r.article_id, "statement", BLINKEN, "UKR", day="2022-03-10", **told_in) for r in (one, again)
    ]
    assert compare(*dated).is_match


def test_a_report_of_a_whole_year_is_kept_under_few_keys():
    year = told("a", "agreement", "IDN", "AUS", day="2023", published="2023-11-20")
    november = told("b", "agreement", "IDN", "AUS", day="2023-11-07", published="2023-11-08")
    assert len(blocking_keys(year)) == 8
    assert blocking_keys(year) & blocking_keys(november)


def test_another_number_is_a_disagreement_not_another_event():
    one = told(
        "a", "aid", BLINKEN, "UKR", day="2024-03-21", amount=2e9, about="air defence missiles for Ukraine"
    )
    other = told(
        "b", "aid", "USA", "UKR", day="2024-03-21", amount=2.2e9, about="air defence missiles and shells"
    )
    assert compare(one, other).is_match


def test_what_a_likeness_is_made_of_is_told():
    likeness = compare(MEETING, SAME["a day off"])
    assert {sign.name: sign.words for sign in likeness.signs}["days"] == "a day off"
    assert likeness.score == pytest.approx(sum(sign.points for sign in likeness.signs))
