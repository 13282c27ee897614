"""Reprints: found by their words, whatever the order, and only within days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.copies import Printed, find_originals, is_copy, likeness, mark_copies, sketch, sketch_of
from reports import told

WIRE = (
    "Armenian Foreign Minister Ararat Mirzoyan met Kazakh Foreign Minister Murat Nurtleu in Yerevan on Monday. The two "
    "ministers talked about rail freight between the Caspian ports and the Armenian network, and about student exchanges. "
    "Officials on both sides called the atmosphere open and businesslike."
)
OWN = (
    "Kazakhstan's top diplomat came to Yerevan for a day. Murat Nurtleu saw his colleague Ararat Mirzoyan on Monday, and "
    "what they spoke of was trains: how freight from the Caspian could reach Armenia, and who would pay for it."
)
DAY = dt.date(2024, 6, 18)


def paper(article_id, text, days=0):
    return Printed(article_id, DAY + dt.timedelta(days), sketch(text))


def test_a_reprint_with_small_changes_is_a_copy():
    cut = "YEREVAN (CPS) - " + WIRE.removesuffix(
        " Officials on both sides called the atmosphere open and businesslike."
    )
    assert is_copy(sketch(WIRE), sketch(cut))
    assert sketch(WIRE).bands & sketch(cut).bands
    assert find_originals([paper("b", cut, 1), paper("a", WIRE)]) == {"b": "a"}


def test_an_account_of_ones_own_is_none():
    assert not is_copy(sketch(WIRE), sketch(OWN))
    assert find_originals([paper("a", WIRE), paper("b", OWN)]) == {}


def test_a_formula_is_no_evidence_of_copying():
    short = "Secretary Blinken met today with Foreign Minister Sikorski."
    assert likeness(sketch(short), sketch(short)) == 0.0
    assert find_originals([paper("a", short), paper("b", short)]) == {}


def test_the_same_text_weeks_later_is_the_boilerplate_of_an_office():
    assert find_originals([paper("a", WIRE), paper("b", WIRE, 14)]) == {}


def test_a_sketch_comes_back_from_its_bytes():
    assert sketch_of(sketch(WIRE).digest) == sketch(WIRE)
    assert len(sketch(WIRE).digest) == 512


def test_reports_of_a_copy_name_their_source():
    first, second = told("a", "meeting", "USA", "POL"), told("b", "meeting", "USA", "POL")
    marked = mark_copies([first, second], {"b": "a"})
    assert [report.source for report in marked] == ["a", "a"]
    assert mark_copies(marked, {}) == (first, second)


@given(st.permutations([("a", 0), ("b", 1), ("c", 1), ("d", 3), ("e", None)]))
def test_the_first_published_is_the_original_in_whatever_order(order):
    papers = [
        replace(paper(name, WIRE), published=None if days is None else DAY + dt.timedelta(days))
        for name, days in order
    ]
    assert find_originals(papers) == dict.fromkeys("bcde", "a")
