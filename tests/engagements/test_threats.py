"""What is announced in case something happens is a threat."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, only


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway threatened to expel Iranian diplomats.", "expel"),
        (
            "Poland will impose sanctions on Belarus if the flights go on, the foreign ministry said.",
            "sanction",
        ),
        ("Mali threatened to break off relations with Algeria.", "relations"),
    ],
)
def test_an_act_that_is_only_threatened_is_a_threat(text, mode):
    threat = only(text)
    assert (threat.kind, threat.mode, threat.status.value) == (Kind.THREAT, mode, "completed")


def test_a_warning_that_names_a_price_is_a_threat():
    threat = only("Turkey warned Greece that it would retaliate.")
    assert threat.kind is Kind.THREAT
    assert [(role, country) for role, _, country in cast(threat)] == [("actor", "TUR"), ("recipient", "GRC")]


def test_a_warning_without_a_price_stays_a_statement():
    assert only("Turkey warned Greece about the storm.").kind is Kind.STATEMENT


def test_ruling_in_force_is_a_threat_and_ruling_in_sanctions_is_none():
    assert only("Russia will not rule out force against Moldova.").kind is Kind.THREAT
    assert Kind.THREAT not in {
        eng.kind for eng in engagements_of("Canada did not rule out sanctions on India.")
    }


def test_what_is_done_without_condition_stays_what_it_is():
    assert only("Poland imposed sanctions on Belarus.").kind is Kind.SANCTION


def test_a_day_between_the_threat_and_what_is_threatened_makes_no_deed_of_it():
    told = engagements_of("Russia threatened on April 3 to slap tariffs on China.")
    assert [eng.kind for eng in told] == [Kind.THREAT]


@pytest.mark.parametrize("text", ["Malta will never invade Luxembourg.", "Russia will not attack Poland."])
def test_what_will_never_be_done_threatens_nobody(text):
    assert not [eng for eng in engagements_of(text) if eng.kind in {Kind.THREAT, Kind.ATTACK}]


def test_what_would_bring_a_threat_about_is_none_itself():
    told = engagements_of("Moscow warned it would respond if NATO deployed missiles in Finland.")
    assert [(eng.kind, eng.hypothetical) for eng in told] == [(Kind.THREAT, False), (Kind.OTHER, True)]
