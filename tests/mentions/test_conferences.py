"""Gatherings: named ones and described ones."""

from __future__ import annotations

import pytest

from dragoman.mentions.conferences import read_conferences
from dragoman.mentions.mention import ConferenceMention
from dragoman.mentions.phrases import see
from parses import knowledge, named


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
