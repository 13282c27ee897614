"""Offices told without a name: whose they are."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from parses import knowledge
from readings import article_of, engagements_of


def offices_in(text: str) -> list[tuple[str | None, str | None]]:
    doc = open_tagger().tag(segment(article_of(text)))
    found = find_mentions(doc, knowledge()).actors
    return [(m.actors[0].office_role, m.actors[0].country) for m in found if m.rule == "office"]


@pytest.mark.parametrize(
    "text",
    [
        "Spain said its foreign minister will visit Morocco.",
        "Madrid announced that its foreign minister had met Moroccan officials.",
        "Spain told Morocco on Monday that its foreign minister would come.",
    ],
)
def test_its_minister_is_that_of_the_state_named_before(text: str) -> None:
    assert offices_in(text) == [("foreign-minister", "ESP")]


def test_its_ambassadors_are_many() -> None:
    assert offices_in("Belarus recalled its ambassador.") == []


def test_its_minister_is_nobodys_where_no_state_is_named() -> None:
    assert offices_in("The firm said its finance minister game would be sold in Morocco.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Iranian president met Omani officials.", "Ebrahim Raisi"),
        ("Tehran said its president met Omani officials.", "Ebrahim Raisi"),
        ("Iran's supreme leader met Omani officials.", "Ali Khamenei"),
    ],
)
def test_a_president_need_not_be_head_of_state(text: str, name: str) -> None:
    doc = open_tagger().tag(segment(article_of(text, day=dt.date(2024, 4, 4))))
    found = find_mentions(doc, knowledge()).actors
    assert [m.actors[0].name for m in found if m.rule == "office"] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met the heads of state of Tajikistan and Kyrgyzstan.", ["Emomali Rahmon", "Sadyr Japarov"]),
        ("He met the heads of government of Vietnam and Thailand.", ["Pham Minh Chinh", "Srettha Thavisin"]),
    ],
)
def test_heads_of_several_states(text: str, names: list[str]) -> None:
    doc = open_tagger().tag(segment(article_of(text, day=dt.date(2024, 4, 4))))
    found = [m for m in find_mentions(doc, knowledge()).actors if m.rule == "office of several"]
    assert [actor.name for mention in found for actor in mention.actors] == names


@pytest.mark.parametrize(
    ("office", "title"),
    [
        ("deputy Russian foreign minister", "Deputy foreign minister"),
        ("vice Chinese foreign minister", "Vice foreign minister"),
    ],
)
def test_a_rank_before_the_nationality_is_that_of_the_office(office, title):
    (eng,) = engagements_of(
        f"The {office} met US envoy Daniel Fried in Geneva on Thursday.", day="2024-05-08"
    )
    (part,) = [part for part in eng.participants if part.country.value != "USA"]
    assert (part.name.value in {"Russia", "China"}, part.office.value.title) == (True, title)
