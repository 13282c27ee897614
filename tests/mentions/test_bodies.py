"""Bodies told again by a common noun."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from parses import knowledge
from readings import article_of, cast, engagements_in, engagements_of, of_kind


@pytest.mark.parametrize(
    ("before", "text", "actor"),
    [
        (
            "ECOWAS held a session on Sunday.",
            "The bloc condemned Mali.",
            "Economic Community of West African States",
        ),
        ("Saudi Arabia and Yemen are neighbours.", "The kingdom condemned Iran.", "Saudi Arabia"),
        (
            "Ministers of the European Union met.",
            "The Council imposed sanctions on Belarus.",
            "Council of the European Union",
        ),
    ],
)
def test_the_last_that_fits_is_meant(before, text, actor):
    acts = engagements_of(before, text)
    assert actor in {name for eng in acts for role, name, _ in cast(eng) if role == "actor"}


def test_a_regime_is_whom_the_article_is_about():
    acts = engagements_of(
        "The regime must release all prisoners, Norway said.", headline="Belarus: protests go on"
    )
    assert [place for _, _, place in cast(acts[0])] == ["NOR", "BLR"]


def test_nobody_is_meant_where_nothing_fits():
    assert engagements_of("The bloc condemned Mali.") == ()


@pytest.mark.parametrize("pair", ["Biden-Harris", "Biden-\u2060Harris", "Biden–Harris"])
def test_an_administration_of_two_is_the_first_one_s(pair):
    acts = engagements_of(f"The {pair} Administration condemned Belarus.", day="2022-06-20")
    assert [place for _, _, place in cast(acts[0])] == ["USA", "BLR"]


def test_the_ministry_is_the_one_named_before():
    acts = engagements_of(
        "The Russian Foreign Ministry summoned the Canadian ambassador on Monday.",
        "The ministry also demanded that Canada protect the embassy.",
    )
    assert [place for act in acts for role, _, place in cast(act) if role == "actor"] == ["RUS", "RUS"]


@pytest.mark.parametrize(
    "demand",
    [
        "We call on the government to lift the ban.",
        "We urge the government to lift the ban.",
        "We urge the nation's leadership to lift the ban.",
        "We call on all parties to refrain from violence.",
        "We urge the parties to return to talks.",
    ],
)
def test_whom_a_state_calls_on_is_not_its_own_government(demand):
    page = replace(
        article_of("Nigeria has suspended two newspapers.", demand, headline="Newspapers in Nigeria"),
        byline="Ministry of Foreign Affairs of Japan",
    )
    (told,) = of_kind(engagements_in(page), Kind.DEMAND)
    assert [place for _, _, place in cast(told)] == ["JPN", "NGA"]


def test_the_parties_of_two_countries_are_not_one_country_s():
    page = replace(
        article_of("Nigeria and Chad have suspended two newspapers.", "We call on all parties to return."),
        byline="Ministry of Foreign Affairs of Japan",
    )
    assert of_kind(engagements_in(page), Kind.DEMAND) == []


def test_it_is_never_who_says_we():
    page = replace(
        article_of("Nigeria has a new cabinet.", "We support Nigeria as it works for peace."),
        byline="Ministry of Foreign Affairs of Japan",
    )
    doc = open_tagger().tag(segment(page))
    told = [
        m.actors[0].country for m in find_mentions(doc, knowledge()).actors if m.rule == "pronoun for a state"
    ]
    assert told == ["NGA"]
