"""Whom an expression that names nobody points back to: the clearly most prominent of those that fit."""

from __future__ import annotations

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.salience import MAIN_SUBJECT, MODIFIER, OBJECT, Salience, Telling, prominence
from parses import sentence_of

ASKED = """
    Poland   _    PROPN NNP 2 nsubj
    asked    ask  VERB  VBD 0 root
    Kenya    _    PROPN NNP 2 obj
    about    _    ADP   IN  6 case
    Togo     _    PROPN NNP 6 nmod:poss
    policy   _    NOUN  NN  2 obl
    .        _    PUNCT .   2 punct
"""


def state(name: str) -> Actor:
    return Actor(MentionKind.GOVERNMENT, name, name, f"ctry:{name}", name, None)


def told(**points: tuple[int, float]) -> Salience:
    return Salience([Telling(state(name), sentence, worth) for name, (sentence, worth) in points.items()])


def picked(salience: Salience, at: int = 3, **how) -> str | None:
    found = salience.pick(at, lambda actor: True, **how)
    return found.label if found is not None else None


def test_a_subject_counts_more_than_an_object_and_that_more_than_a_possessor():
    sentence = sentence_of(ASKED)
    sight = Sight(sentence, [])
    parts = [
        prominence(sentence, Mention(0, at, at + 1, sight.span(at, at + 1), (), "name")) for at in (0, 2, 4)
    ]
    assert parts == [MAIN_SUBJECT, OBJECT, MODIFIER]


def test_the_subject_is_picked():
    assert picked(told(POL=(2, MAIN_SUBJECT), KEN=(2, OBJECT))) == "POL"


def test_the_nearer_of_two_subjects_is_picked():
    assert picked(told(POL=(1, MAIN_SUBJECT), KEN=(2, MAIN_SUBJECT))) == "KEN"


def test_between_equals_nobody_is():
    assert picked(told(POL=(2, OBJECT), KEN=(2, OBJECT))) is None


def test_who_was_told_long_ago_is_forgotten():
    assert picked(told(POL=(2, MAIN_SUBJECT)), at=9) is None


def test_only_who_fits_can_be_meant():
    salience = told(POL=(2, MAIN_SUBJECT), KEN=(2, OBJECT))
    found = salience.pick(3, lambda actor: actor.label != "POL")
    assert found is not None
    assert found.label == "KEN"


def test_an_expression_may_ask_for_a_part_and_like_some_better():
    salience = told(POL=(2, MAIN_SUBJECT), KEN=(2, OBJECT))
    assert picked(salience, part=OBJECT, liking=lambda actor: 3.0 if actor.label == "KEN" else 1.0) == "KEN"
    assert picked(told(POL=(2, MODIFIER)), part=OBJECT) is None
