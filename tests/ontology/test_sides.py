"""Who does it to whom: subjects and their owners act, those elsewhere are acted on, who says so is neither."""

from __future__ import annotations

import pytest

from dragoman.engagements.lexicon import load_lexicon
from dragoman.engagements.tree import Tree
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from dragoman.ontology.sides import find_sides
from dragoman.pages import Article
from dragoman.pipeline import shipped_knowledge


def _sides(text: str, verb: str) -> tuple[list[str], list[str]]:
    doc = open_tagger().tag(segment(Article("a", "test", text)))
    (sentence,) = doc.sentences
    trigger = next(at for at, token in enumerate(sentence.tokens) if token.text == verb)
    kb = shipped_knowledge()
    actors, recipients = find_sides(Tree(sentence), trigger, find_mentions(doc, kb), kb, load_lexicon())
    return [side.code for side in actors], [side.code for side in recipients]


@pytest.mark.parametrize(
    ("text", "verb", "sides"),
    [
        ("Algerian farmers blocked a road near Oran.", "blocked", (["DZA"], ["DZA"])),
        ("Turkish soldiers attacked Syrian villagers.", "attacked", (["TUR"], ["SYR"])),
        ("Chad massed troops on its border with Libya.", "massed", (["TCD"], ["LBY"])),
        ("Two Malian officers were killed by Burkinabe rebels.", "killed", (["BFA"], ["MLI"])),
        ("Ghana deported forty Liberians, Nigerian officials said.", "deported", (["GHA"], ["LBR"])),
        ("The African Union condemned Sudan.", "condemned", (["IGO"], ["SDN"])),
        ("Shots were heard.", "heard", ([], [])),
    ],
)
def test_sides(text: str, verb: str, sides: tuple[list[str], list[str]]) -> None:
    assert _sides(text, verb) == sides
