"""Agreement between coders: our alpha is Krippendorff's, and it is taken field by field."""

from __future__ import annotations

from dataclasses import replace

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dockets import ANNA, BEN, ruled
from dragoman.record.agreement import agreement, alpha
from dragoman.record.decisions import Verdict

BLIND_ANNA, BLIND_BEN = replace(ANNA, blind=True), replace(BEN, blind=True)
CODERS = ("anna", "ben")


def test_the_worked_example_of_krippendorff():
    """Three coders, fifteen units, gaps: alpha is 0.691 (Krippendorff 2011, section C)."""
    table = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]
    units = [[said for said in unit if said != "*"] for unit in zip(*table, strict=True)]
    assert alpha(units) == pytest.approx(0.691, abs=0.0005)


@given(
    st.lists(
        st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=3, max_size=3), min_size=2, max_size=12
    )
)
def test_it_is_what_the_reference_package_computes(table):
    units = [[value for value in unit if value is not None] for unit in table]
    paired = [value for unit in units if len(unit) > 1 for value in unit]
    assume(len(set(paired)) > 1)
    numbers = np.array(
        [[np.nan if value is None else "abc".index(value) for value in unit] for unit in table]
    ).T
    assume(len(set(numbers[~np.isnan(numbers)])) > 1)
    expected = krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal")
    assert alpha(units) == pytest.approx(expected)


@pytest.mark.parametrize("units", [[], [("a",)], [("a", "a"), ("a", "a")]])
def test_where_nothing_can_be_said(units):
    assert alpha(units) is None


def test_fields_are_compared_record_by_record():
    decisions = {
        "r1": [ruled(Verdict.ACCEPT, "place", by=BLIND_ANNA), ruled(Verdict.ACCEPT, "place", by=BLIND_BEN)],
        "r2": [
            ruled(Verdict.ACCEPT, "place", by=BLIND_ANNA),
            ruled(Verdict.CORRECT, "place", "Turku, FIN", by=BLIND_BEN),
            ruled(Verdict.ACCEPT, "status", by=BLIND_ANNA),
        ],
    }
    rows, differences = agreement(decisions, CODERS)
    (place, everything) = rows
    assert (place.field, place.units, place.agreed, place.share) == ("place", 2, 1, 0.5)
    assert place.alpha == pytest.approx(0.0)
    assert (everything.field, everything.units) == ("all", 2)
    (difference,) = differences
    assert (difference.record_id, difference.field) == ("r2", "place")
    assert difference.held == {"anna": "oslo, nor", "ben": "turku, fin"}


def test_an_acceptance_and_a_correction_to_the_same_agree():
    both = [
        ruled(Verdict.ACCEPT, "place", by=BLIND_ANNA),
        ruled(Verdict.CORRECT, "place", "oslo, NOR", by=BLIND_BEN),
    ]
    rows, differences = agreement({"r": both}, CODERS)
    assert rows[0].agreed == 1
    assert differences == ()


def test_rejections_of_a_field_and_of_a_whole_record():
    both = [
        ruled(Verdict.REJECT, "place", by=BLIND_ANNA),
        ruled(Verdict.ACCEPT, "place", by=BLIND_BEN),
        ruled(Verdict.REJECT, by=BLIND_ANNA),
        ruled(Verdict.ACCEPT, by=BLIND_BEN),
    ]
    _, differences = agreement({"r": both}, CODERS)
    assert {one.field: one.held for one in differences} == {
        "place": {"anna": "–", "ben": "oslo, nor"},
        "record": {"anna": "out", "ben": "in"},
    }


def test_only_the_coders_asked_for_count():
    decisions = {"r": [ruled(Verdict.ACCEPT, "place", by=coder) for coder in (BLIND_ANNA, BLIND_BEN)]}
    assert agreement(decisions, ("anna", "carla")) == ((), ())
