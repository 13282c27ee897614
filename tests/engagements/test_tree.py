"""Questions asked of a dependency tree."""

from __future__ import annotations

import pytest

from parses import at, tree_of, words_of
from readings import engagements_of

TREE = tree_of(
    """
    Vell    _      PROPN NNP 3 nsubj
    will    _      AUX   MD  3 aux
    travel  _      VERB  VB  0 root
    from    _      ADP   IN  5 case
    Oslo    _      PROPN NNP 3 obl
    to      _      ADP   IN  7 case
    Riga    _      PROPN NNP 3 obl
    ,       _      PUNCT ,   9 punct
    Vilnius _      PROPN NNP 7 conj
    and     _      CCONJ CC  11 cc
    Minsk   _      PROPN NNP 7 conj
    ahead   _      ADP   IN  15 case
    of      _      ADP   IN  15 case
    the     _      DET   DT  15 det
    summit  _      NOUN  NN  3 obl:tmod
    .       _      PUNCT .   3 punct
    """
)


def test_children_by_relation():
    travel = at(TREE, "travel")
    assert words_of(TREE, TREE.of(travel, "nsubj")) == ["Vell"]
    assert words_of(TREE, TREE.of(travel, "nsubj", "aux")) == ["Vell", "will"]
    assert TREE.of(travel, "obj") == []


def test_a_relation_includes_its_subtypes_but_not_the_other_way():
    travel = at(TREE, "travel")
    assert words_of(TREE, TREE.of(travel, "obl")) == ["Oslo", "Riga", "summit"]
    assert words_of(TREE, TREE.of(travel, "obl:tmod")) == ["summit"]


def test_a_relation_is_no_prefix_of_a_word():
    tree = tree_of("He he PRON PRP 2 nsubjx\nleft leave VERB VBD 0 root")
    assert tree.of(1, "nsubj") == []


def test_everything_below_in_text_order():
    assert words_of(TREE, TREE.subtree(at(TREE, "Riga"))) == ["to", "Riga", ",", "Vilnius", "and", "Minsk"]
    assert TREE.subtree(at(TREE, "travel")) == list(range(len(TREE.sentence.tokens)))


def test_what_is_coordinated():
    assert words_of(TREE, TREE.conjuncts(at(TREE, "Riga"))) == ["Riga", "Vilnius", "Minsk"]
    assert words_of(TREE, TREE.conjuncts(at(TREE, "Oslo"))) == ["Oslo"]


def test_heads_above_nearest_first():
    assert words_of(TREE, list(TREE.ancestors(at(TREE, "Minsk")))) == ["Riga", "travel"]
    assert list(TREE.ancestors(at(TREE, "travel"))) == []


@pytest.mark.parametrize(
    ("word", "case"), [("Oslo", "from"), ("Riga", "to"), ("summit", "ahead of"), ("Minsk", "")]
)
def test_the_preposition_of_a_noun(word, case):
    assert TREE.case(at(TREE, word)) == case


def test_a_list_shares_the_preposition_before_it():
    found = TREE.by_case(at(TREE, "Riga"))
    assert {case: words_of(TREE, tokens) for case, tokens in found.items()} == {
        "to": ["Riga", "Vilnius", "Minsk"]
    }


def test_a_bare_noun_stands_for_a_time():
    tree = tree_of(
        """
        He     he    PRON PRP 2 nsubj
        left   leave VERB VBD 0 root
        Monday _     PROPN NNP 2 obl
        """
    )
    assert tree.by_case(2) == {"time": [2]}


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (
            "Japanese foreign minister visits Papua New Guinea, Cambodia, Laos, Myanmar",
            ["PNG", "KHM", "LAO", "MMR"],
        ),
        ("Kenyan President William Ruto visited South Sudan, Uganda and Rwanda.", ["SSD", "UGA", "RWA"]),
        ("Irish Minister Micheál Martin will visit New Zealand, Fiji and Samoa.", ["NZL", "FJI", "WSM"]),
    ],
)
def test_what_is_listed_behind_a_name_of_several_words_is_listed_with_it(text, stops):
    visits = [eng for eng in engagements_of(text) if eng.kind == "visit"]
    assert {stop.place.value.country for eng in visits for stop in eng.stops} == set(stops)
