import pytest

from dragoman.language.segment import segment
from dragoman.language.spacy_tagger import SpacyTagger, turn_prepositions
from dragoman.pages.article import Article


def test_prepositions_hang_on_their_noun() -> None:
    # They flew from Paris to Rome
    arcs = [(1, "nsubj"), (-1, "ROOT"), (1, "prep"), (2, "pobj"), (1, "prep"), (4, "pobj")]
    upos = ["PRON", "VERB", "ADP", "PROPN", "ADP", "PROPN"]
    assert turn_prepositions(arcs, upos)[2:] == [(3, "case"), (1, "obl"), (5, "case"), (1, "obl")]


def test_under_a_noun_it_is_nmod() -> None:
    arcs = [(-1, "ROOT"), (0, "prep"), (1, "pobj")]
    assert turn_prepositions(arcs, ["NOUN", "ADP", "PROPN"]) == [(-1, "root"), (2, "case"), (0, "nmod")]


def test_a_spacy_pipeline_can_tag() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed; the adapter is optional")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Paris"}])
    doc = segment(Article("id", "source", "He flew to Paris."))
    (sent,) = SpacyTagger(pipeline).tag(doc).sentences
    assert [(name.first, name.last, name.label) for name in sent.names] == [(3, 4, "LOC")]
