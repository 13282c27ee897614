"""Offices held with another by rule, and chains that name a source."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from knowledge.built_terms import BuiltTerm
from knowledge.chains import curated_claims, read_link
from knowledge.claims import Claim
from knowledge.rules import Rule, apply_rules, read_rules

day = dt.date.fromisoformat


def term(person, role, start, end):
    claim = Claim("RUR", None, role, "President", person, day(start), end and day(end), "own", 0.9)
    return BuiltTerm(person, claim)


def rule(start="1990-01-01", end="9999-12-31"):
    return Rule("RUR", "head-of-government", "head-of-state", day(start), day(end), "no prime minister")


def heads(terms):
    return [
        (t.person_id, str(t.claim.start), str(t.claim.end))
        for t in terms
        if t.claim.role == "head-of-government"
    ]


@pytest.mark.parametrize(
    ("rules", "others", "expected"),
    [
        ([rule()], [], [("a", "1994-01-01", "1999-12-31"), ("b", "2000-01-01", "None")]),
        ([rule("1996-01-01", "1997-12-31")], [], [("a", "1996-01-01", "1997-12-31")]),
        ([], [], []),
        (
            [rule("1994-01-01", "1999-12-31")],
            [("p", "1995-01-01", "1995-12-31")],
            [("p", "1995-01-01", "1995-12-31"), ("a", "1994-01-01", "1994-12-31"), ("a", "1996-01-01", "1999-12-31")],
        ),
        ([rule("1994-01-01", "1999-12-31")], [("a", "1995-01-01", "1997-01-01")], [("a", "1994-01-01", "1999-12-31")]),
    ],
    ids=["all along", "for a while", "no rule", "a prime minister in between", "the holder's own term"],
)  # fmt: skip
def test_the_president_heads_the_government(rules, others, expected):
    states = [
        term("a", "head-of-state", "1994-01-01", "1999-12-31"),
        term("b", "head-of-state", "2000-01-01", None),
    ]
    known = [term(person, "head-of-government", start, end) for person, start, end in others]
    assert heads(apply_rules([*states, *known], rules)) == expected


def test_a_derived_term_says_why():
    (made,) = [
        t
        for t in apply_rules([term("a", "head-of-state", "1994-01-01", None)], [rule()])
        if t.claim.role == "head-of-government"
    ]
    assert made.claim.note == "by rule: no prime minister" and made.claim.confidence == 0.9


def test_every_rule_has_a_ground_and_an_order():
    rules = read_rules()
    assert all(rule.ground and rule.start <= rule.end for rule in rules) and len(rules) > 60


def test_a_line_with_a_source_is_believed_more():
    plain, sourced = read_link("Minister", "Ann Lee@2001"), read_link("Minister", "Ann Lee@2001", "a list")
    assert (plain.source, sourced.source) == ("", "a list")
    claims = curated_claims()
    assert {(claim.note or "").partition(":")[0] for claim in claims} == {"unsourced", "source"}
