"""Which sentences can matter, told from their words."""

from __future__ import annotations

from dragoman.engagements.gate import PAGE, SHORT, Gate, GateWeights, page_features, shipped_gate
from dragoman.engagements.lexicon import load_lexicon
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.pipeline import gate_of
from parses import knowledge
from readings import article_of

FILLER = ("Prices of bread rose a little.",) * SHORT


def kept(*paragraphs: str) -> set[int]:
    """The paragraphs, each of one sentence, that go through the network."""
    return set(gate_of(knowledge(), open_tagger()).sentences(segment(article_of(*paragraphs))))


def seen(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The features of a sentence and the sides it names."""
    (one,) = segment(article_of(sentence)).sentences
    return gate_of(knowledge(), open_tagger()).see(one)


def test_what_may_tell_an_act_matters_and_the_weather_does_not():
    assert kept("Poland thanked Norway for its help.", *FILLER) == {0}


def test_where_nothing_is_told_nothing_matters():
    assert kept("The school has new desks for its pupils.", *FILLER) == set()


def test_a_short_page_is_read_whole():
    assert kept(*FILLER) == set(range(SHORT))


def test_a_sentence_matters_more_on_a_page_that_tells_much():
    weights = GateWeights({"snow": 1.0, "thank": 3.0}, (0.0, 1.0, 1.0, 0.0, 0.0, 0.0), 2.2)
    gate = Gate(weights, load_lexicon(), knowledge(), open_tagger().lemmas_of)
    snow = ("Snow fell.",) * SHORT
    assert gate.sentences(segment(article_of("He sat.", *snow))) == set()
    assert gate.sentences(segment(article_of("He gave thanks.", *snow))) == set(range(SHORT + 1))


def test_words_are_seen_in_every_form_they_may_be_of():
    assert {"thank", "thanked"} <= seen("Poland thanked Norway.")[0]


def test_a_new_entry_of_the_lexicon_is_seen_by_its_kind():
    assert "Verb statement" in seen("Poland thanked Norway.")[0]
    assert "Noun visit" in seen("The visit of Poland was short.")[0]


def test_sides_are_seen_once_however_they_are_called():
    features, sides = seen("Polish miners met Poland's minister in Norway.")
    assert sides == {"POL", "NOR"}
    assert {"Sides 2", "Demonym", "Country"} <= features


def test_what_counts_of_a_page():
    first, second = page_features([3.0, 1.0], 7)
    assert dict(zip(PAGE, first, strict=True)) == {
        "bias": 1.0,
        "own": 3.0,
        "best": 2.0,
        "mean": 2.0,
        "sides": 3.0,
        "length": 0.5,
    }
    assert second[1] == 1.0


def test_the_table_has_a_weight_for_all_that_counts():
    weights = shipped_gate()
    assert len(weights.page) == len(PAGE)
    assert weights.features["thank"] > 0 > weights.features["Sides 0"]
