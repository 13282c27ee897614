"""Which sentences can matter, told from their words."""

from __future__ import annotations

from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.pipeline import gate_of
from parses import knowledge
from readings import article_of


def kept(*paragraphs: str) -> set[int]:
    """The paragraphs, each of one sentence, that go through the network."""
    return set(gate_of(knowledge(), open_tagger()).sentences(segment(article_of(*paragraphs))))


def test_a_trigger_between_two_sides_matters():
    assert kept("Poland thanked Norway for its help.") == {0}


def test_without_a_trigger_nothing_matters():
    assert kept("Poland and Norway lie on the Baltic Sea and the North Sea.") == set()


def test_a_trigger_among_one_state_alone_does_not_matter():
    assert kept("Poland visited the dentist.", "The Polish river met the Polish sea.") == set()


def test_a_trigger_without_the_words_its_entry_asks_for_does_not_matter():
    assert kept("The Oslo weather cut short a Polish summer.") == set()


def test_who_a_pronoun_points_to_matters_too():
    first, second = (
        "Foreign Minister Anna Vell of Poland was in good spirits.",
        "She thanked Norway for its help.",
    )
    assert kept(first, second) == {0, 1}


def test_who_is_introduced_by_office_elsewhere_matters_too():
    last = "Poland's new foreign minister, Anna Vell, likes skiing."
    snow = ("It snowed all day in the hills.",) * 3
    assert kept("Vell thanked Norway for its help.", *snow, last) == {0, 4}


def test_a_short_page_most_of_which_matters_is_read_whole():
    assert kept("Poland thanked Norway for its help.", "It snowed all day.", "France condemned Iran.") == {
        0,
        1,
        2,
    }


def test_a_headline_matters():
    assert kept("Vell in Oslo for talks with Marr.") == {0}


def test_a_gift_needs_goods_or_a_figure():
    assert kept("Poland provided Norway with a good example.") == set()
    assert kept("Poland provided Norway with tents.") == {0}
    assert kept("Poland provided Norway with fifty of them.") == {0}


def test_an_idiom_needs_its_words_in_a_row():
    assert kept("Poland did the very same for Norway.") == set()
    assert kept("Poland did the same for Norway.") == {0}


def test_a_state_that_is_only_it_matters_with_the_sentence_before():
    first, second = "Norway has a long coast.", "It condemned Iran."
    assert kept(first, second) == {0, 1}


def test_who_speaks_in_capitals_is_introduced_elsewhere():
    snow = ("It snowed all day in the hills.",) * 3
    last = "Anna Vell is a guest today."
    assert kept("DELEGATE VELL: We thank Norway for its help.", *snow, last) == {0, 4}


def test_an_accepted_invitation_points_back():
    snow = ("It snowed all day in the hills.",) * 3
    told = "Poland invited Norway to Gdansk."
    assert kept(told, "The guest accepted the invitation.", *snow) == {0, 1}
