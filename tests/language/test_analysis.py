import numpy as np

from dragoman.language.analysis import Analysis
from dragoman.language.decoding import LabelledSpan
from dragoman.language.document import NameLabel, States

# "Mali expels the French envoy"
ANALYSIS = Analysis(
    upos=("PROPN", "VERB", "DET", "ADJ", "NOUN"),
    xpos=("NNP", "VBZ", "DT", "JJ", "NN"),
    heads=np.array([2, 0, 5, 5, 2]),
    arc_probabilities=np.array([1.0, 1.0, 0.5, 1.0, 1.0], np.float32),
    relations=("nsubj", "root", "det", "amod", "obj"),
    names=(LabelledSpan(0, 1, NameLabel.LOC, 0.9), LabelledSpan(3, 4, NameLabel.NORP, 0.9)),
    states=States(np.zeros((7, 2), np.float32), np.array([1, 2, 3, 4, 5])),
)


def test_root_and_children() -> None:
    assert (ANALYSIS.root, ANALYSIS.children(1), ANALYSIS.children(4)) == (1, [0, 4], [2, 3])


def test_a_word_is_taken_out() -> None:
    rest = ANALYSIS.without(2)
    assert rest.relations == ("nsubj", "root", "amod", "obj")
    assert rest.heads.tolist() == [2, 0, 4, 2]
    assert [(name.first, name.last) for name in rest.names] == [(0, 1), (2, 3)]
    assert rest.states is not None
    assert rest.states.first.tolist() == [1, 2, 4, 5]
    assert rest.certainty == 0


def test_what_hung_on_it_hangs_on_its_head() -> None:
    assert ANALYSIS.without(4).heads.tolist() == [2, 0, 2, 2]
