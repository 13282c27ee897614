"""Which tokens fill the slots of a clause, also where the parser misplaced them."""

from __future__ import annotations

import pytest

from dragoman.engagements.arguments import (
    fill_argument,
    fill_noun_argument,
    inherit_passive_subject,
    inherit_subject,
    is_reduced_passive,
    resolve_relative,
)
from dragoman.engagements.subjects import share_subjects
from dragoman.engagements.tree import Tree
from parses import at, tree_of, words_of
from readings import cast, engagements_of


def filled(tree: Tree, word: str, *, passive: bool = False, noun: bool = False) -> dict[str, list[str]]:
    """The slots of a word and the words in them."""
    slots: dict[str, list[int]] = {}
    for child in tree.children[at(tree, word)]:
        if noun:
            fill_noun_argument(tree, slots, child)
        else:
            fill_argument(tree, slots, child, passive)
    return {name: words_of(tree, found) for name, found in slots.items()}


def test_subject_object_prepositions_and_complements():
    tree = tree_of(
        """
        Norway   _       PROPN NNP 2 nsubj
        urged    urge    VERB  VBD 0 root
        Iran     _       PROPN NNP 2 obj
        and      _       CCONJ CC  5 cc
        Oman     _       PROPN NNP 3 conj
        in       _       ADP   IN  7 case
        Oslo     _       PROPN NNP 2 obl
        to       _       PART  TO  9 mark
        leave    _       VERB  VB  2 xcomp
        .        _       PUNCT .   2 punct
        """
    )
    assert filled(tree, "urged") == {
        "subj": ["Norway"],
        "obj": ["Iran", "Oman"],
        "in": ["Oslo"],
        "xcomp": ["leave"],
    }


def test_a_passive_is_turned_round():
    tree = tree_of(
        """
        Vell     _       PROPN NNP 3 nsubj:pass
        was      be      AUX   VBD 3 aux:pass
        received receive VERB  VBN 0 root
        by       _       ADP   IN  5 case
        Marr     _       PROPN NNP 3 obl:agent
        """
    )
    assert filled(tree, "received", passive=True) == {"obj": ["Vell"], "subj": ["Marr"]}


def test_a_preposition_hung_on_an_argument_is_marked():
    tree = tree_of(
        """
        Vell _    PROPN NNP 2 nsubj
        met  meet VERB  VBD 0 root
        Marr _    PROPN NNP 2 obj
        in   _    ADP   IN  5 case
        Oslo _    PROPN NNP 3 nmod
        """
    )
    assert filled(tree, "met")["~in"] == ["Oslo"]


def test_a_possessor_is_no_preposition():
    tree = tree_of(
        """
        Vell  _    PROPN NNP 2 nsubj
        met   meet VERB  VBD 0 root
        ministers minister NOUN NNS 2 obj
        of    _    ADP   IN  5 case
        Oman  _    PROPN NNP 3 nmod
        """
    )
    assert filled(tree, "met") == {"subj": ["Vell"], "obj": ["ministers"]}


def test_a_second_subject_behind_the_verb_is_its_object():
    tree = tree_of(
        """
        Vell  _    PROPN NNP 2 nsubj
        urged urge VERB  VBD 0 root
        Iran  _    PROPN NNP 2 nsubj
        """
    )
    assert filled(tree, "urged") == {"subj": ["Vell"], "obj": ["Iran"]}


def test_an_argument_behind_a_stray_preposition_is_no_object():
    tree = tree_of(
        """
        Vell  _     PROPN NNP 2 nsubj
        spoke speak VERB  VBD 0 root
        today _     NOUN  NN  2 obl:tmod
        with  _     ADP   IN  2 case
        Marr  _     PROPN NNP 2 obj
        """
    )
    slots = filled(tree, "spoke")
    assert slots["with"] == ["Marr"]
    assert "obj" not in slots


def test_a_bare_time_is_a_time():
    tree = tree_of(
        """
        Vell _     PROPN NNP 2 nsubj
        left leave VERB  VBD 0 root
        last _     ADJ   JJ  4 amod
        week _     NOUN  NN  2 obl:unmarked
        """
    )
    assert filled(tree, "left")["time"] == ["week"]


def test_slots_of_an_event_noun():
    tree = tree_of(
        """
        Vell    _     PROPN NNP 3 nmod:poss
        's      _     PART  POS 1 case
        talks   talk  NOUN  NNS 0 root
        with    _     ADP   IN  5 case
        Marr    _     PROPN NNP 3 nmod
        in      _     ADP   IN  7 case
        Oslo    _     PROPN NNP 3 nmod
        """
    )
    assert filled(tree, "talks", noun=True) == {"poss": ["Vell"], "with": ["Marr"], "in": ["Oslo"]}


def test_an_adjective_modifies_an_event_noun():
    tree = tree_of("Norwegian norwegian ADJ JJ 2 amod\ntalks talk NOUN NNS 0 root")
    assert filled(tree, "talks", noun=True) == {"mod": ["Norwegian"]}


INHERITED = [
    (
        "coordination",
        """
        Vell     _      PROPN NNP 2 nsubj
        flew     fly    VERB  VBD 0 root
        and      _      CCONJ CC  4 cc
        met      meet   VERB  VBD 2 conj
        Marr     _      PROPN NNP 4 obj
        """,
        ["Vell"],
    ),
    (
        "control",
        """
        Vell     _      PROPN NNP 2 nsubj
        hopes    hope   VERB  VBZ 0 root
        to       _      PART  TO  4 mark
        met      meet   VERB  VB  2 xcomp
        """,
        ["Vell"],
    ),
    (
        "control by the object",
        """
        Norway   _      PROPN NNP 2 nsubj
        urged    urge   VERB  VBD 0 root
        Vell     _      PROPN NNP 2 obj
        to       _      PART  TO  5 mark
        met      meet   VERB  VB  2 xcomp
        """,
        ["Vell"],
    ),
    (
        "relative clause",
        """
        Vell     _      PROPN NNP 0 root
        who      _      PRON  WP  4 mark
        then     _      ADV   RB  4 advmod
        met      meet   VERB  VBD 1 acl:relcl
        """,
        ["Vell"],
    ),
    (
        "both of a pair",
        """
        Vell     _      PROPN NNP 4 nsubj
        and      _      CCONJ CC  3 cc
        Marr     _      PROPN NNP 1 conj
        flew     fly    VERB  VBD 0 root
        and      _      CCONJ CC  6 cc
        met      meet   VERB  VBD 4 conj
        """,
        ["Vell", "Marr"],
    ),
]


@pytest.mark.parametrize(
    ("parse", "subjects"), [row[1:] for row in INHERITED], ids=[row[0] for row in INHERITED]
)
def test_a_missing_subject_is_the_governing_clauses(parse, subjects):
    tree = tree_of(parse)
    slots: dict[str, list[int]] = {}
    assert inherit_subject(tree, at(tree, "met"), slots)
    assert words_of(tree, slots["subj"]) == subjects


def test_no_subject_is_inherited_from_what_is_said_in_a_that_clause():
    tree = tree_of(
        """
        Vell _    PROPN NNP 2 nsubj
        said say  VERB  VBD 0 root
        met  meet VERB  VBD 2 ccomp
        """
    )
    slots: dict[str, list[int]] = {}
    assert not inherit_subject(tree, at(tree, "met"), slots)
    assert slots == {}


def test_the_noun_before_stands_for_who():
    tree = tree_of(
        """
        Vell _    PROPN NNP 0 root
        who  _    PRON  WP  3 nsubj
        met  meet VERB  VBD 1 acl:relcl
        Marr _    PROPN NNP 3 obj
        """
    )
    slots = {"subj": [1], "obj": [3]}
    resolve_relative(tree, at(tree, "met"), slots)
    assert words_of(tree, slots["subj"]) == ["Vell"]
    assert words_of(tree, slots["obj"]) == ["Marr"]


def test_two_subjects_of_said_are_shared_out():
    tree = tree_of(
        """
        Vell   _      PROPN NNP 7 nsubj
        will   _      AUX   MD  3 aux
        travel _      VERB  VB  7 ccomp
        north  _      ADV   RB  3 advmod
        ,      _      PUNCT ,   3 punct
        Marr   _      PROPN NNP 7 nsubj
        said   say    VERB  VBD 0 root
        """
    )
    travel: dict[str, list[int]] = {}
    share_subjects(tree, at(tree, "travel"), travel)
    assert words_of(tree, travel["subj"]) == ["Vell"]
    said = {"subj": tree.of(at(tree, "said"), "nsubj")}
    share_subjects(tree, at(tree, "said"), said)
    assert words_of(tree, said["subj"]) == ["Marr"]


def test_a_participle_with_an_agent_is_a_passive():
    tree = tree_of(
        """
        talks  talk NOUN NNS 0 root
        hosted host VERB VBN 1 acl
        by     _    ADP  IN  4 case
        Oman   _    PROPN NNP 2 obl
        """
    )
    assert is_reduced_passive(tree, at(tree, "hosted"))
    slots: dict[str, list[int]] = {}
    inherit_passive_subject(tree, at(tree, "hosted"), slots)
    assert words_of(tree, slots["obj"]) == ["talks"]


def test_a_perfect_is_no_passive():
    tree = tree_of(
        """
        Oman   _    PROPN NNP 3 nsubj
        has    have AUX   VBZ 3 aux
        hosted host VERB  VBN 0 root
        talks  talk NOUN  NNS 3 obj
        """
    )
    assert not is_reduced_passive(tree, at(tree, "hosted"))


@pytest.mark.parametrize(
    "text",
    [
        "The raid was claimed by the Houthi movement in Yemen.",
        "Responsibility for the attack was claimed by the Hezbollah movement in Lebanon.",
        "The bombing was claimed by the Hamas leadership in Qatar.",
    ],
)
def test_where_those_are_who_claim_an_attack_is_not_whom_they_hit(text):
    told = [engaged for engaged in engagements_of(text) if engaged.kind == "attack"]
    assert {c for eng in told for role, _, c in cast(eng) if role == "recipient"} == set()
