"""Who does what to whom, with tense, negation and light verbs."""

from __future__ import annotations

import pytest

from dragoman.engagements.clauses import Clause, Tense, clause_words, noun_clause, verb_clause
from dragoman.engagements.tree import Tree
from parses import at, tree_of, words_of

LIGHT = frozenset({"hold", "take", "pay"})


def verb(parse: str, word: str) -> tuple[Tree, Clause]:
    tree = tree_of(parse)
    return tree, verb_clause(tree, at(tree, word))


def noun(parse: str, word: str) -> tuple[Tree, Clause]:
    tree = tree_of(parse)
    return tree, noun_clause(tree, at(tree, word), LIGHT)


def slots(tree: Tree, clause: Clause) -> dict[str, list[str]]:
    return {name: words_of(tree, found) for name, found in clause.slots.items()}


MET = """
    Vell     _       PROPN NNP 2 nsubj
    met      meet    VERB  VBD 0 root
    Marr     _       PROPN NNP 2 obj
    in       _       ADP   IN  5 case
    Oslo     _       PROPN NNP 2 obl
    .        _       PUNCT .   2 punct
"""


def test_an_active_clause():
    tree, clause = verb(MET, "met")
    assert (clause.lemma, clause.noun, clause.tense, clause.passive) == ("meet", False, Tense.PAST, False)
    assert slots(tree, clause) == {"subj": ["Vell"], "obj": ["Marr"], "in": ["Oslo"]}
    assert clause.token.text == "met"
    assert not clause.negated
    assert clause.modal is None


def test_the_first_filled_slot_is_taken():
    tree, clause = verb(MET, "met")
    assert words_of(tree, clause.slot("with", "obj", "subj")) == ["Marr"]
    assert clause.slot("with") == ()


def test_a_passive_clause_is_turned_round():
    tree, clause = verb(
        """
        Vell     _       PROPN NNP 3 nsubj:pass
        was      be      AUX   VBD 3 aux:pass
        received receive VERB  VBN 0 root
        by       _       ADP   IN  5 case
        Marr     _       PROPN NNP 3 obl
        """,
        "received",
    )
    assert clause.passive
    assert slots(tree, clause) == {"obj": ["Vell"], "subj": ["Marr"]}
    assert clause.tense is Tense.PAST


def test_a_participle_with_an_agent_is_turned_round():
    tree, clause = verb(
        """
        talks  talk NOUN  NNS 0 root
        hosted host VERB  VBN 1 acl
        by     _    ADP   IN  4 case
        Oman   _    PROPN NNP 2 obl
        """,
        "hosted",
    )
    assert slots(tree, clause) == {"subj": ["Oman"], "obj": ["talks"]}


TENSES = [
    ("Vell _ PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root", Tense.PAST, None),
    ("Vell _ PROPN NNP 2 nsubj\nmet meet VERB VBZ 0 root", Tense.PRESENT, None),
    ("Vell _ PROPN NNP 3 nsubj\nhas have AUX VBZ 3 aux\nmet meet VERB VBN 0 root", Tense.PAST, None),
    ("Vell _ PROPN NNP 3 nsubj\nhad have AUX VBD 3 aux\nmet meet VERB VBN 0 root", Tense.PAST, None),
    ("Vell _ PROPN NNP 3 nsubj\nis be AUX VBZ 3 aux\nmet meet VERB VBG 0 root", Tense.PRESENT, None),
    ("Vell _ PROPN NNP 3 nsubj\nwill _ AUX MD 3 aux\nmet meet VERB VB 0 root", Tense.FUTURE, "will"),
    (
        "Vell _ PROPN NNP 4 nsubj\nis be AUX VBZ 4 aux\nto _ PART TO 4 mark\nmet meet VERB VB 0 root",
        Tense.FUTURE,
        None,
    ),
    ("Vell _ PROPN NNP 3 nsubj\ncould _ AUX MD 3 aux\nmet meet VERB VB 0 root", Tense.NONE, "could"),
    ("Vell _ PROPN NNP 3 nsubj\nwould _ AUX MD 3 aux\nmet meet VERB VB 0 root", Tense.NONE, "would"),
]


@pytest.mark.parametrize(("parse", "tense", "modal"), TENSES)
def test_tense_and_modal(parse, tense, modal):
    _, clause = verb(parse, "met")
    assert (clause.tense, clause.modal) == (tense, modal)


def test_a_coordinated_infinitive_has_the_tense_of_the_first():
    _, clause = verb(
        """
        Vell _    PROPN NNP 3 nsubj
        will _    AUX   MD  3 aux
        fly  _    VERB  VB  0 root
        and  _    CCONJ CC  5 cc
        meet _    VERB  VB  3 conj
        """,
        "meet",
    )
    assert clause.tense is Tense.FUTURE


@pytest.mark.parametrize(
    ("word", "dep", "negated"),
    [("not", "advmod", True), ("n't", "advmod", True), ("never", "advmod", True), ("soon", "advmod", False)],
)
def test_negation(word, dep, negated):
    _, clause = verb(
        f"""
        Vell   _   PROPN NNP 4 nsubj
        did    do  AUX   VBD 4 aux
        {word} _   PART  RB  4 {dep}
        meet   _   VERB  VB  0 root
        """,
        "meet",
    )
    assert clause.negated is negated


def test_a_negation_elsewhere_does_not_count():
    _, clause = verb(
        """
        Vell  _    PROPN NNP 2 nsubj
        met   meet VERB  VBD 0 root
        Marr  _    PROPN NNP 2 obj
        but   _    CCONJ CC  7 cc
        did   do   AUX   VBD 7 aux
        not   _    PART  RB  7 advmod
        stay  _    VERB  VB  2 conj
        """,
        "met",
    )
    assert not clause.negated


def test_the_particle_of_a_verb():
    _, clause = verb(
        """
        Vell   _    PROPN NNP 2 nsubj
        called call VERB  VBD 0 root
        off    _    ADP   RP  2 compound:prt
        """,
        "called",
    )
    assert clause.particle == "off"


def test_an_inherited_subject_is_marked():
    tree, clause = verb(
        """
        Vell _    PROPN NNP 2 nsubj
        flew fly  VERB  VBD 0 root
        to   _    PART  TO  4 mark
        meet _    VERB  VB  2 advcl
        Marr _    PROPN NNP 4 obj
        """,
        "meet",
    )
    assert clause.inherited
    assert slots(tree, clause) == {"subj": ["Vell"], "obj": ["Marr"]}


HELD = """
    Vell  _    PROPN NNP 3 nsubj
    will  _    AUX   MD  3 aux
    hold  _    VERB  VB  0 root
    talks talk NOUN  NNS 3 obj
    with  _    ADP   IN  6 case
    Marr  _    PROPN NNP 4 nmod
    in    _    ADP   IN  8 case
    Oslo  _    PROPN NNP 3 obl
    .     _    PUNCT .   3 punct
"""


def test_an_event_noun_takes_the_arguments_of_its_light_verb():
    tree, clause = noun(HELD, "talks")
    assert clause.noun
    assert clause.light == at(tree, "hold")
    assert (clause.lemma, clause.tense) == ("talk", Tense.FUTURE)
    found = slots(tree, clause)
    assert (found["with"], found["subj"], found["in"]) == (["Marr"], ["Vell"], ["Oslo"])
    assert "obj" not in found


def test_talks_that_take_place_lean_on_their_verb():
    tree, clause = noun(
        """
        Talks   talk NOUN  NNS 5 nsubj
        between _    ADP   IN  3 case
        Oman    _    PROPN NNP 1 nmod
        have    _    AUX   VBP 5 aux
        taken   take VERB  VBN 0 root
        place   _    NOUN  NN  5 obj
        """,
        "Talks",
    )
    assert clause.light == at(tree, "taken")
    assert words_of(tree, clause.slot("between")) == ["Oman"]
    assert clause.tense is Tense.PAST


def test_another_verb_carries_no_event():
    tree, clause = noun(
        """
        Vell     _      PROPN NNP 2 nsubj
        rejected reject VERB  VBD 0 root
        talks    talk   NOUN  NNS 2 obj
        """,
        "talks",
    )
    assert clause.light is None
    assert "subj" not in slots(tree, clause)


def test_no_talks_were_held():
    _, clause = noun(
        """
        No    no   DET  DT  2 det
        talks talk NOUN NNS 4 nsubj:pass
        were  be   AUX  VBD 4 aux:pass
        held  hold VERB VBN 0 root
        """,
        "talks",
    )
    assert clause.negated


def test_rounds_of_talks_are_talks():
    tree, clause = noun(
        """
        Vell   _     PROPN NNP 2 nsubj
        held   hold  VERB  VBD 0 root
        a      _     DET   DT  4 det
        round  _     NOUN  NN  2 obj
        of     _     ADP   IN  6 case
        talks  talk  NOUN  NNS 4 nmod
        """,
        "talks",
    )
    assert clause.light == at(tree, "held")
    assert words_of(tree, clause.slot("subj")) == ["Vell"]


def test_a_clause_ends_before_what_is_coordinated():
    tree = tree_of(
        """
        Vell    _     PROPN NNP 2 nsubj
        thanked thank VERB  VBD 0 root
        Marr    _     PROPN NNP 2 obj
        for     _     ADP   IN  5 case
        help    _     NOUN  NN  3 nmod
        and     _     CCONJ CC  7 cc
        left    leave VERB  VBD 2 conj
        Oslo    _     PROPN NNP 7 obj
        .       _     PUNCT .   2 punct
        """
    )
    assert words_of(tree, clause_words(tree, at(tree, "thanked"))) == [
        "Vell",
        "thanked",
        "Marr",
        "for",
        "help",
    ]
