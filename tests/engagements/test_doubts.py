"""What the act network may not take for an act, whatever it says."""

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import verb_clause
from dragoman.engagements.doubts import is_nobodys
from dragoman.engagements.engagement import Kind
from dragoman.engagements.tree import Tree
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from readings import article_of


def told(text: str, word: str, kind: Kind) -> Candidate:
    (sentence,) = open_tagger().tag(segment(article_of(text))).sentences
    tree = Tree(sentence)
    (head,) = [index for index, token in enumerate(sentence.tokens) if token.text == word]
    span = sentence.tokens[head].span
    return Candidate(kind, None, "learned", sentence.index, span, span, verb_clause(tree, head), tree, 0.8)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("NATO guidelines call for twice as much.", "call"),
        ("Swiss law requires the ambassador to register.", "requires"),
        ("The charter demands that members pay.", "demands"),
    ],
)
def test_what_norms_ask_for_nobody_asks(text: str, word: str) -> None:
    assert is_nobodys(told(text, word, Kind.DEMAND), text)


def test_what_a_state_asks_for_it_does() -> None:
    text = "Switzerland requires the ambassador to register."
    assert not is_nobodys(told(text, "requires", Kind.DEMAND), text)
