"""Offices without a country beside them whose words, or the body told of, say whose they are."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from parses import knowledge
from readings import article_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def actors_of(words: str, text: str) -> list[str]:
    """Who the mention that ends with ``words`` stands for."""
    article = article_of(text)
    found = find_mentions(open_tagger().tag(segment(article)), knowledge())
    end = text.index(words) + len(words)
    return [actor.label for m in found.actors if m.span.end == end for actor in m.actors]


@pytest.mark.parametrize(
    ("words", "text", "who"),
    [
        ("The Pope", "The Pope received the Argentine foreign minister on Monday.", "Pope Francis"),
        ("the Taoiseach", "President Macron telephoned the Taoiseach on Sunday evening.", "Leo Varadkar"),
        ("The Secretary of State", "The Secretary of State met Kenyan officials.", "Antony Blinken"),
        (
            "the Federal Chancellor",
            "Slovenia's premier thanked the Federal Chancellor and the people of Austria.",
            "Karl Nehammer",
        ),
        ("the Secretary-General", "Mali asked the Secretary-General for more time.", "António Guterres"),
        (
            "The Secretary-General",
            "NATO will not send troops. The Secretary-General told Ukraine so in Kyiv.",
            "Jens Stoltenberg",
        ),
        ("The High Representative", "The High Representative called Serbia's president.", "Josep Borrell"),
        (
            "the Commission President",
            "Albania's prime minister wrote to the Commission President.",
            "Ursula von der Leyen",
        ),
    ],
)
def test_an_office_that_says_itself_whose_it_is(words, text, who):
    assert actors_of(words, text) == [who]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("the secretary general", "In Mali the secretary general of the ruling party met workers."),
        ("the Federal Chancellor", "Slovenia's premier thanked the Federal Chancellor for his welcome."),
        ("the Secretary of State", "The Holy See said the Secretary of State would travel to Beirut."),
    ],
)
def test_an_office_that_several_may_have_is_nobodys(words, text):
    assert actors_of(words, text) == []


@pytest.mark.parametrize(
    ("words", "text", "who"),
    [
        (
            "the president",
            "The Kenyan presidency said the president would host Somali leaders.",
            "William Ruto",
        ),
        (
            "the minister",
            "The Norwegian foreign ministry announced that the minister had called in the envoy.",
            "Norway",
        ),
    ],
)
def test_an_office_reports_of_its_own_head(words, text, who):
    assert actors_of(words, text) == [who]


def test_a_state_that_reports_of_a_foreign_office_does_not_own_it():
    assert (
        actors_of("the Sultan", "The Malaysian government said the heirs of the Sultan of Sulu lost.") == []
    )
    assert actors_of("the minister", "Norway said the minister was not welcome in Oslo.") == []


def test_the_president_of_a_body_is_no_states():
    text = "Ilham Aliyev thanked the mediators. The European Council president welcomed the deal."
    assert "Ilham Aliyev" not in actors_of("The European Council president", text)


def test_the_secretary_general_of_a_body_no_table_knows_is_not_that_of_the_united_nations():
    text = "The Secretary-General of the Baltic Widget Council met Polish Prime Minister Donald Tusk."
    assert "António Guterres" not in actors_of("The Secretary-General", text)
    assert actors_of("The Secretary-General", "The Secretary-General met Donald Tusk.") == [
        "António Guterres"
    ]
