"""Offices told again without a name, and which of the people told of bears them."""

from __future__ import annotations

import pytest

from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from parses import knowledge
from readings import article_of

DAY = "2022-04-05"
CALL = "Deputy Secretary of State Wendy Sherman spoke today with Latvian Deputy Foreign Minister Anna Vell."


def told(*paragraphs: str) -> dict[str, list[str]]:
    """The actor mentions of the last paragraph, with whom they stand for."""
    article = article_of(*paragraphs, day=DAY)
    doc = open_tagger().tag(segment(article))
    last = len(doc.sentences) - 1
    return {
        mention.span.of(article.text): [actor.label for actor in mention.actors]
        for mention in find_mentions(doc, knowledge()).actors
        if mention.sentence == last
    }


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Deputy Secretary thanked Latvia for its help.", "The Deputy Secretary", "Wendy Sherman"),
        ("The Deputy Secretary condemned the attack.", "The Deputy Secretary", "Wendy Sherman"),
        (
            "The Deputy Secretary congratulated the Deputy Foreign Minister.",
            "the Deputy Foreign Minister",
            "Anna Vell",
        ),
    ],
)
def test_a_title_told_again_is_that_of_whoever_is_called_so(text, words, who):
    assert told(CALL, text)[words] == [who]


def test_a_title_that_nobody_is_called_by_stays_open():
    assert "The Under Secretary" not in told(CALL, "The Under Secretary thanked Latvia.")


MEETING = "Secretary of State Antony Blinken met Japanese Foreign Minister Yoshimasa Hayashi in Tokyo."


def test_two_titles_in_one_breath_are_two_people():
    both = told(MEETING, "The Secretary and Foreign Minister condemned the attack.")
    assert list(both.values()) == [["Antony Blinken"], ["Yoshimasa Hayashi"]]


def test_the_title_before_and_is_not_that_of_who_is_named_behind_it():
    both = told(MEETING, "The Secretary and Foreign Minister Hayashi discussed trade.")
    assert both == {"The Secretary": ["Antony Blinken"], "Foreign Minister Hayashi": ["Yoshimasa Hayashi"]}


def test_two_titles_of_one_person_stay_one():
    one = told("Kenya's Prime Minister and Foreign Minister Anna Vell thanked Japan.")
    assert ["Anna Vell"] in one.values()
    assert all("and" not in words or who == ["Anna Vell"] for words, who in one.items())
