"""A finite verb is never coordinated with an infinitive."""

from __future__ import annotations

from dragoman.language.coordination import hang_higher

TAGS = ["VBD", "PRP", "MD", "VB", "VBD"]


def test_a_finite_verb_hangs_on_the_finite_verb_above_an_infinitive():
    relations = ["root", "nsubj", "aux", "ccomp", "conj"]
    assert hang_higher([0, 4, 4, 1, 4], relations, TAGS) == [0, 4, 4, 1, 1]


def test_what_may_be_coordinated_stays():
    relations = ["root", "nsubj", "aux", "ccomp", "conj"]
    assert hang_higher([0, 4, 4, 1, 4], relations, [*TAGS[:4], "VB"]) == [0, 4, 4, 1, 4]


def test_no_verb_is_hung_on_one_behind_it():
    relations = ["nsubj", "aux", "ccomp", "conj", "root"]
    assert hang_higher([3, 3, 5, 3, 0], relations, ["PRP", "MD", "VB", "VBD", "VBD"]) == [3, 3, 5, 3, 0]
