"""Departments by a word of their name: whose treasury is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.citation import Span
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.pages.article import Dateline
from parses import knowledge
from readings import article_of


def departments(*paragraphs: str, headline: str | None = None) -> list[tuple[str, str | None]]:
    article = article_of(*paragraphs, headline=headline)
    found = find_mentions(open_tagger().tag(segment(article)), knowledge())
    return [
        (mention.span.of(article.text), mention.actors[0].country)
        for mention in found.actors
        if mention.rule == "department by a word"
    ]


def test_the_treasury_is_that_of_the_country_the_article_names_it_with() -> None:
    told = departments(
        "The US Treasury Department listed a Syrian bank.", headline="Treasury sanctions Syrian bank"
    )
    assert told == [("Treasury", "USA")]


def test_its_secretary_tells_whose_it_is() -> None:
    text = "Treasury froze the funds of a Syrian bank, US Treasury Secretary Janet Yellen said."
    assert departments(text) == [("Treasury", "USA")]


def test_nobodys_treasury_is_no_side() -> None:
    assert departments("Treasury froze the funds of a Syrian bank.") == []


def test_bonds_and_officials_are_no_department() -> None:
    text = "The US Treasury Department met Syria's envoys, and Treasury bonds rose."
    assert departments(text) == []


def test_the_state_department_by_its_headline_name() -> None:
    assert departments("State Dept approved a sale to Taiwan.") == [("State Dept", "USA")]


def sides(text: str, url: str | None = None, place: str | None = None) -> list[tuple[str, str | None]]:
    opening = f"{place} - " if place is not None else ""
    dateline = Dateline(Span(0, len(opening)), place, None, None) if place is not None else None
    article = replace(article_of(opening + text), url=url, dateline=dateline)
    found = find_mentions(open_tagger().tag(segment(article)), knowledge())
    told = [mention for mention in found.actors if mention.rule == SIDE_RULE]
    return [(mention.span.of(article.text), mention.actors[0].country) for mention in told]


def test_a_senior_administration_official_is_washington_s() -> None:
    text = "A senior administration official met Oman's envoy in Muscat."
    assert ("senior administration official", "USA") in sides(text)


def test_a_presidential_delegation_is_the_president_s() -> None:
    text = "French President Emmanuel Macron announced a presidential delegation to Kenya."
    assert ("presidential delegation", "FRA") in sides(text)


def test_nobody_s_presidential_delegation_is_no_side() -> None:
    assert sides("A presidential delegation left for Kenya.") == []


@pytest.mark.parametrize(
    ("url", "place", "country"),
    [
        ("https://paper.example.ke/story", None, "KEN"),
        (None, "Washington", "USA"),
        (None, "Nairobi", None),
    ],
)
def test_an_administration_is_that_of_the_home_of_the_page(
    url: str | None, place: str | None, country: str | None
) -> None:
    told = dict(sides("Senior administration officials met Oman's envoy.", url, place))
    assert told.get("Senior administration officials") == country


def test_a_presidential_delegation_is_not_that_of_a_president_it_meets() -> None:
    text = "A presidential delegation met French President Emmanuel Macron in Kenya."
    assert "presidential delegation" not in dict(sides(text))
