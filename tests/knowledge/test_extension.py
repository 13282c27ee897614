"""A user's tables, checked row by row."""

from __future__ import annotations

import pytest

from dragoman.knowledge.extension import check_table
from dragoman.knowledge.titles import Titles

TERMS = "name,title,country,org,start,end,source"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Mira Vell,Foreign Minister,LIE,,2024-01,2024-05,own", None),
        (",Foreign Minister,LIE,,2024,,own", "name: is empty"),
        (
            "Mira Vell,Foreign Minister,Liechtenstein,,2024,,own",
            "country: found Liechtenstein; write the ISO",
        ),
        ("Mira Vell,Foreign Minister,LIE,org:un,2024,,own", "country, org: give one of the two"),
        ("Mira Vell,Chief Yodeller,LIE,,2024,,own", None),
        ("Mira Vell,Yodeller,LIE,,2024,,own", "title: found Yodeller; no known title"),
        ("Mira Vell,Foreign Minister,LIE,,2024-05,2024-01,own", "end: 2024-01 is before the start"),
        ("Mira Vell,Foreign Minister,LIE", "found 3 fields; the header has 7"),
    ],
)
def test_terms(row, problem):
    problems = check_table([TERMS, row], "own.csv", Titles.open().role)
    assert problems == [] if problem is None else any(problem in one for one in problems)
    assert all(one.startswith("own.csv, line 2: ") for one in problems)


def test_an_unknown_header_says_which_are_known():
    (problem,) = check_table(["person,job"], "own.csv")
    assert problem.startswith("own.csv, line 1: header: found person,job; accepted are name,title")


def test_organisations_have_a_known_kind():
    (problem,) = check_table(["name,kind,country,aliases,members,source", "Table,club,,,,own"], "own.csv")
    assert "kind: found club; accepted are intergovernmental" in problem
