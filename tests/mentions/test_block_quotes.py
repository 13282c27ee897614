"""Paragraphs in somebody's own words without quotation marks."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.mentions.block_quotes import find_block_quotes
from dragoman.mentions.mention import Actor, MentionKind
from dragoman.pages import read_page
from readings import article_of, cast, engagements_in, of_kind

VELL = Actor(MentionKind.PERSON, "Anna Vell", "Anna Vell", None, "NZL", None, office_title="Foreign Minister")
MARR = Actor(MentionKind.PERSON, "Karl Marr", "Karl Marr", None, "NOR", None, office_title="Prime Minister")


def spoken(*paragraphs: str) -> list[tuple[str, str | None]]:
    """The paragraphs at which somebody starts to speak or the page goes on, with who speaks."""
    article = article_of(*paragraphs)
    found = find_block_quotes(article, (VELL, MARR))
    return [
        (article.text[start:].split("\n")[0], speakers[0].name if speakers else None)
        for start, speakers in found
    ]


def test_what_follows_said_is_the_speakers_until_the_page_tells_of_them_again():
    found = spoken(
        "Minister Vell spoke of the raid.",
        "Commenting on it, Ms Vell said:",
        "We condemn the raid.",
        "It must not happen again.",
        "Ms Vell will travel to Oslo.",
    )
    assert found == [("We condemn the raid.", "Anna Vell"), ("Ms Vell will travel to Oslo.", None)]


def test_an_office_introduces_as_a_name_does_and_the_next_speaker_takes_over():
    found = spoken(
        "The Foreign Minister said:", "We agree.", "The Prime Minister added:", "I agree too.", "Ends"
    )
    assert found == [("We agree.", "Anna Vell"), ("I agree too.", "Karl Marr"), ("Ends", None)]


def test_quoted_words_and_lists_are_no_block_quote():
    assert spoken("Ms Vell said:", "“We condemn the raid.”") == []
    assert spoken("The treaty has two parts:", "We set them out below.") == []
    assert spoken("Vell and somebody else said:", "We condemn it.") == [("We condemn it.", "Anna Vell")]


@pytest.mark.parametrize(
    ("page", "speaker"),
    [
        (
            "Foreign Minister Winston Peters spoke today.\n\nMr Peters said:\n\nWe condemn Russia's raid on Odesa.",
            "NZL",
        ),
        (
            "The Taoiseach, Leo Varadkar, spoke.\n\nThe Taoiseach said:\n\nWe condemn Russia's raid on Odesa.",
            "IRL",
        ),
        (
            "Kenyan President William Ruto spoke.\n\nThe President said:\n\nWe condemn Chad's raid on Juba.",
            "KEN",
        ),
    ],
)
def test_we_is_who_is_said_to_speak(page, speaker):
    article = read_page(f"Published: 4 February 2024\n\n{page}\n".encode(), source="page.txt")
    (told,) = of_kind(engagements_in(article), Kind.ACCUSATION)
    assert cast(told)[0][2] == speaker
