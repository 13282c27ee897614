"""Features: words, their grammar, the lexicon's acts; names only by their part of speech."""

from __future__ import annotations

from dragoman.engagements.lexicon import load_lexicon
from dragoman.engagements.tree import Tree
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.ontology.features import features_of
from dragoman.pages import Article


def _features(text: str) -> frozenset[str]:
    (sentence,) = open_tagger().tag(segment(Article("a", "test", text))).sentences
    return features_of(Tree(sentence), load_lexicon())


def test_words_grammar_and_acts_are_told() -> None:
    found = _features("Kenya threatened to expel 40 diplomats.")
    assert {
        "u:threaten",
        "r:threaten",
        "p:diplomat/NOUN",
        "d:expel>obj>diplomat",
        "k:threat",
    } <= found


def test_names_do_not_count() -> None:
    assert _features("Kenya attacked Chad.") == _features("Peru attacked Laos.")
