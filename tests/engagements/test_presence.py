"""Officials told to be in another country."""

from __future__ import annotations

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Status
from dragoman.engagements.presence import find_presence
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document
from dragoman.language.packs import DEFAULT_PACK
from dragoman.mentions.finding import find_mentions
from parses import document_of, knowledge, told_in
from readings import engagements_of


def present(doc: Document) -> list[Candidate]:
    return list(find_presence(Tree(doc.sentences[0]), find_mentions(doc, knowledge())))


IS_IN = """
    Macron  _    PROPN NNP 4 nsubj PER
    is      be   AUX   VBZ 4 cop
    in      _    ADP   IN  4 case
    {place} _    PROPN NNP 0 root LOC
"""


def test_an_official_who_is_abroad_visits():
    doc = document_of(IS_IN.format(place="Warsaw"))
    (act,) = present(doc)
    assert act.kind is Kind.VISIT
    assert [part.actor.label for part in act.parts] == ["Emmanuel Macron"]
    assert [(place.city, place.country) for place in act.goals] == [("Warsaw", "POL")]


def test_who_is_abroad_today_is_under_way():
    doc = document_of(IS_IN.format(place="Warsaw"))
    assert [(act.kind, act.status) for act in told_in(doc)] == [(Kind.VISIT, Status.ONGOING)]


def test_an_official_who_is_at_home_does_not():
    assert present(document_of(IS_IN.format(place="Paris"))) == []


def test_a_state_is_nowhere():
    assert present(document_of(IS_IN.format(place="Warsaw").replace("Macron", "France"))) == []


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Polish Prime Minister Donald Tusk was due in Oslo on Friday.", Status.PLANNED),
        ("Polish Prime Minister Donald Tusk was back in Oslo on Monday.", Status.COMPLETED),
        ("Polish Prime Minister Donald Tusk, currently in Oslo, opened a school.", Status.ONGOING),
        ("Donald Tusk in Oslo", Status.ONGOING),
        ("Polish leader due in Oslo on Friday", Status.PLANNED),
    ],
)
def test_words_beside_the_place_tell_how_it_stands(text, status):
    told = engagements_of(text) if text.endswith(".") else engagements_of(headline=text)
    assert [(eng.kind, eng.status) for eng in told] == [(Kind.VISIT, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Polish Prime Minister Donald Tusk is in Oslo this week for talks with Norwegian ministers.",
        "Polish Prime Minister Donald Tusk is in Oslo for a meeting with Prime Minister Jonas Gahr Støre.",
    ],
)
def test_who_is_there_for_talks_has_them_ahead(text):
    told = {eng.kind: eng.status for eng in engagements_of(text)}
    assert (told[Kind.VISIT], told[Kind.MEETING]) == (Status.ONGOING, Status.PLANNED)
