"""Gatherings: named ones and described ones."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.conferences import read_conferences
from dragoman.mentions.mention import ConferenceMention
from dragoman.mentions.phrases import see
from parses import knowledge, named
from readings import article_of


def read(text: str, *names: tuple[str, str]) -> list[ConferenceMention]:
    return read_conferences(see(named(text, *names).sentences[0], knowledge()), text, knowledge())


def test_a_gathering_with_a_name_as_an_event():
    text = "They attended the Arctic Fisheries Forum."
    (found,) = read(text, ("EVT", "Arctic Fisheries Forum"))
    assert found.name == found.span.of(text) == "Arctic Fisheries Forum"
    assert found.organizer is None


def test_a_gathering_the_tables_know():
    text = "They attended the Munich Security Conference."
    (found,) = read(text)
    assert found.span.of(text).endswith("Munich Security Conference")


def test_the_body_that_convenes_it():
    text = "They attended the G20 summit."
    (found,) = read(text, ("EVT", "G20 summit"))
    assert (found.name, found.organizer) == ("G20 summit", "org:g20")


def test_a_body_of_an_organisation_makes_a_meeting_a_conference():
    text = "They attended the NATO foreign ministers' meeting."
    (found,) = read(text, ("ORG", "NATO"))
    assert found.name == found.span.of(text) == "NATO foreign ministers' meeting"
    assert found.organizer == "org:nato"


@pytest.mark.parametrize(
    "text",
    [
        "They held a meeting.",
        "They held talks in Oslo.",
        "They joined the talks between France and Germany.",
        "They had a dialogue.",
        "They left Oslo.",
    ],
)
def test_an_ordinary_meeting_is_no_conference(text):
    assert read(text) == []


def test_an_event_of_another_kind_is_no_conference():
    assert read("They attended the World Cup.", ("EVT", "World Cup")) == []


def test_two_gatherings_are_two_in_text_order():
    text = "They attended the G20 summit and the Arctic Fisheries Forum."
    found = read(text, ("EVT", "G20 summit"), ("EVT", "Arctic Fisheries Forum"))
    assert [gathering.name for gathering in found] == ["G20 summit", "Arctic Fisheries Forum"]


@pytest.mark.parametrize(
    ("text", "name", "organizer"),
    [
        ("They joined the APEC Leaders' Retreat.", "APEC Leaders' Retreat", "org:apec"),
        (
            "They joined the Asia-Pacific Economic Cooperation (APEC) Leaders' Retreat.",
            "Asia-Pacific Economic Cooperation (APEC) Leaders' Retreat",
            "org:apec",
        ),
    ],
)
def test_the_gatherings_of_bodies_and_their_organs(text, name, organizer):
    found = read(text)
    assert [(gathering.name, gathering.organizer) for gathering in found] == [(name, organizer)]


def test_a_retreat_of_nobody_known_is_no_conference():
    assert read("They joined the leaders' retreat.") == []


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
def test_the_session_of_a_body_s_organ_has_its_whole_name():
    doc = open_tagger().tag(
        segment(
            article_of("They joined the 65th session of the United Nations Commission on Narcotic Drugs.")
        )
    )
    (found,) = read_conferences(see(doc.sentences[0], knowledge()), doc.article.text, knowledge())
    assert found.name == "65th session of the United Nations Commission on Narcotic Drugs"
    assert found.organizer == "org:un"


def test_what_scholars_trades_and_one_country_hold_is_none():
    for text in ("She opened the national conference.", "They attended a conference of dentists."):
        assert read(text) == []


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "He led the delegation to the Summit on Peace in Ukraine in Switzerland.",
            "Summit on Peace in Ukraine",
        ),
        ("She opened the Conference on Migration in Geneva.", "Conference on Migration"),
        ("She opened the Conference on Syria in Paris.", "Conference on Syria"),
        ("She opened a Conference on peace in Paris.", "Conference"),
    ],
)
def test_a_title_tells_what_the_gathering_is_about(text, name):
    doc = open_tagger().tag(segment(article_of(text)))
    (found,) = read_conferences(see(doc.sentences[0], knowledge()), doc.article.text, knowledge())
    assert found.name == name
