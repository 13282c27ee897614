"""Who belonged to an organisation on a day."""

from __future__ import annotations

import datetime as dt

import pytest

day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("org_id", "on", "number", "inside", "outside"),
    [
        ("org:nato", "1998-06-01", 16, "USA", "POL"),
        ("org:nato", "1999-03-12", 19, "POL", "SVK"),
        ("org:nato", "2023-04-04", 31, "FIN", "SWE"),
        ("org:eu", "2003-12-31", 15, "GBR", "POL"),
        ("org:eu", "2013-07-01", 28, "HRV", "SRB"),
        ("org:eu", "2020-02-01", 27, "IRL", "GBR"),
        ("org:un", "2000-01-01", 187, "TON", "CHE"),
        ("org:un", "2026-01-01", 193, "SSD", "TWN"),
        ("org:unsc", "2003-03-20", 15, "AGO", "ITA"),
        ("org:unsc", "2017-06-01", 15, "ITA", "NLD"),
        ("org:unsc", "2026-06-01", 15, "LBR", "KOR"),
        ("org:asean", "1998-01-01", 9, "MMR", "KHM"),
        ("org:brics", "2024-02-01", 9, "IRN", "SAU"),
        ("org:opec", "2018-12-31", 15, "QAT", "IDN"),
        ("org:opec", "2019-01-01", 14, "ECU", "QAT"),
        ("org:au", "2016-12-31", 54, "ESH", "MAR"),
        ("org:ecowas", "2024-12-31", 15, "MLI", "MRT"),
        ("org:ecowas", "2025-01-29", 12, "TGO", "NER"),
        ("org:coe", "2022-03-17", 46, "TUR", "RUS"),
        ("org:g8", "2010-01-01", 8, "RUS", "CHN"),
        ("org:oecd", "1996-12-31", 29, "KOR", "SVK"),
    ],
)
def test_members_on_a_day(kb, org_id, on, number, inside, outside):
    members = {one.member for one in kb.memberships(org_id, day(on)) if one.status.endswith("member")}
    assert (len(members), inside in members, outside in members) == (number, True, False)


def test_suspended_and_back(kb):
    def standing(on):
        return {one.status for one in kb.memberships("org:arableague", day(on)) if one.member == "SYR"}

    assert [standing(on) for on in ("2011-01-01", "2015-01-01", "2024-01-01")] == [
        {"member"},
        {"member", "suspended"},
        {"member"},
    ]


def test_the_organisations_of_a_state(kb):
    found = {one.org_id for one in kb.memberships_of("GBR", day("2021-01-01"))}
    assert {"org:nato", "org:g7", "org:commonwealth"} <= found and "org:eu" not in found
    assert kb.memberships_of("XXX", None) == ()


def test_a_row_says_where_it_is_from_and_how_exact_it_is(kb):
    (row,) = [one for one in kb.memberships("org:un", None) if one.member == "FRA"]
    assert (row.precision.value, row.source.split(":")[0]) == ("year", "curated; unsourced")
