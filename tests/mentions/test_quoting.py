"""Whose words stand in quotation marks."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from dragoman.mentions.phrases import see
from dragoman.mentions.quoting import is_quoted, is_strangers
from parses import knowledge
from readings import article_of, cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def test_quotations_end_with_their_paragraph():
    text = 'He said: "Go.\n\nHe went. "Stay," she said.'
    assert is_quoted(text, text.index("Go"))
    assert not is_quoted(text, text.index("went"))
    assert is_quoted(text, text.index("Stay"))
    assert not is_quoted(text, text.index("she"))


def test_words_of_somebody_unknown_are_nobodys():
    before = "Indonesian President Joko Widodo visited Palu on Friday."
    said = '"I express our condolences to Japan," said His Majesty.'
    doc = open_tagger().tag(segment(article_of(before, said)))
    speakers = [mention for mention in find_mentions(doc, knowledge()).actors if mention.rule == "speaker"]
    assert speakers == []


def thanked(*texts: str) -> list[tuple[str, str, str | None]]:
    (eng,) = of_kind(engagements_of(*texts), Kind.STATEMENT)
    return cast(eng)


@pytest.mark.parametrize(
    "text",
    [
        '"We thank Kenya for its help," Somali President Hassan Sheikh Mohamud said.',
        'Somali President Hassan Sheikh Mohamud spoke in Mogadishu. "We thank Kenya for its help."',
        '"We thank Kenya for its help. It came in time," Somali President Hassan Sheikh Mohamud said.',
    ],
)
def test_we_is_who_speaks(text):
    before = "Ethiopian Prime Minister Abiy Ahmed opened a dam on Monday."
    assert thanked(before, text) == [
        ("actor", "Hassan Sheikh Mohamud", "SOM"),
        ("recipient", "Kenya", "KEN"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "France and Italy met. The airline said it thanked Kenya.",
        'Egypt met Morocco on Monday. "We thank Morocco for its welcome," the Egypt coach said.',
    ],
)
def test_what_a_firm_or_a_coach_says_is_no_states_word(text):
    assert not of_kind(engagements_of(text), Kind.STATEMENT)


def test_a_director_of_intelligence_is_a_states_voice():
    text = "Egypt met Morocco on Monday. The US intelligence director said he thanked Kenya."
    doc = open_tagger().tag(segment(article_of(text)))
    sights = [see(sentence, knowledge()) for sentence in doc.sentences]
    assert not any(is_strangers(sight, ()) for sight in sights)
