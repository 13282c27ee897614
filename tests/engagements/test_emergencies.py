"""National emergencies with respect to a state that a paper keeps up or ends."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, only, quoted

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

DAY = "2022-04-20"
SIGNED = "JOSEPH R. BIDEN JR."


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "I have decided to continue the national emergency declared in Order 7 with respect to Mali.",
            "MLI",
        ),
        ("Therefore I am extending for one year the national emergency in relation to Yemen.", "YEM"),
        ("I gave notice that the national emergency concerning acts of Libya is to continue in May.", "LBY"),
    ],
)
def test_a_signed_paper_that_keeps_up_an_emergency_is_a_sanction_of_its_day(text, country):
    eng = only(text, SIGNED, day=DAY)
    assert (eng.kind, eng.status, [land for _, _, land in cast(eng)]) == (
        Kind.SANCTION,
        Status.COMPLETED,
        ["USA", country],
    )
    assert eng.date is not None and eng.date.value is not None and eng.date.value.iso() == (DAY, DAY)


def test_a_paper_that_names_nobody_means_whom_its_headline_names():
    eng = only(
        "For this reason I am continuing for one year the national emergency.",
        SIGNED,
        headline="Notice on the Continuation of the National Emergency with Respect to the Situation in Mali",
        day=DAY,
    )
    assert cast(eng) == [("actor", "Joe Biden", "USA"), ("recipient", "Mali", "MLI")]
    assert quoted(eng.participants[1].name) == ["Mali"]
    assert eng.main


def test_an_emergency_that_is_ended_is_a_concession():
    eng = only("I hereby terminate the national emergency with respect to Burundi.", SIGNED, day=DAY)
    assert (eng.kind, cast(eng)[1][2]) == (Kind.CONCESSION, "BDI")


@pytest.mark.parametrize(
    "text",
    [
        "I am continuing for one year the national emergency concerning the pandemic.",
        "I thank all who bore the national emergency with respect to Libya, declared in 2011 and expanded in 2016.",
        "The Act provides for the automatic termination of a national emergency.",
    ],
)
def test_health_and_what_was_expanded_once_are_none(text):
    assert engagements_of(text, SIGNED, day=DAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "I will not terminate the national emergency with respect to Burundi.",
        "I do not find it necessary to extend the national emergency with respect to Libya.",
        "I refused to terminate the national emergency with respect to Yemen.",
        "I was asked to continue the national emergency with respect to Mali, and I declined.",
    ],
)
def test_what_is_denied_asked_for_or_refused_is_not_decided(text):
    kinds = {eng.kind for eng in engagements_of(text, SIGNED, day=DAY)}
    assert not kinds & {Kind.SANCTION, Kind.CONCESSION}


def test_a_reason_that_is_denied_leaves_the_decision():
    text = "As the crisis has not ended, I am continuing the national emergency with respect to Mali."
    assert Kind.SANCTION in {eng.kind for eng in engagements_of(text, SIGNED, day=DAY)}
