"""What is learned of sentences that tell something."""

from __future__ import annotations

import tomllib

from dragoman.engagements.gate import PAGE, GateWeights
from tools.gate.__main__ import table_of
from tools.gate.rows import see_rows
from tools.gate.train import LEAST, Page, SeenSentence, fit, learn


def sentence(*words: str, tells: bool, names: tuple[str, ...] = ()) -> SeenSentence:
    found = frozenset(words)
    return SeenSentence(found | set(names), found, frozenset(), len(words), tells)


def pages(count: int) -> list[Page]:
    """Pages of a sentence that tells something and two that do not."""
    told, untold = sentence("we", "meet", tells=True, names=("vell",)), sentence("we", "ski", tells=False)
    return [(told, untold, untold) for _ in range(count)]


def test_what_tells_weighs_more_than_what_does_not():
    weights = fit(pages(10 * LEAST))
    assert weights["meet"] > 0 > weights["ski"]


def test_rare_words_and_names_weigh_nothing():
    assert fit(pages(LEAST - 1)).keys() == {"ski", "we"}  # each page has them twice
    assert fit(pages(10 * LEAST)).keys() == {"meet", "ski", "we"}


def test_the_threshold_lets_the_share_through():
    weights, figures = learn(pages(10 * LEAST), 1.0)
    assert len(weights.page) == len(PAGE)
    assert (figures.told, figures.words) == (1.0, 0.333)


def test_the_table_says_what_was_learned():
    written = tomllib.loads(table_of(GateWeights({'"': -0.5, "Sides 0": -1.5}, (1.0,) * len(PAGE), -4.0)))
    assert written == {
        "threshold": -4.0,
        "page": dict.fromkeys(PAGE, 1.0),
        "features": {'"': -0.5, "Sides 0": -1.5},
    }


def test_sentences_are_seen_as_the_gate_sees_them():
    (seen,) = see_rows([("paragraph", True, ["Poland", "thanked", "Norway", "."])])
    assert seen.sides == {"POL", "NOR"}
    assert {"thank", "Sides 2", "Block paragraph", "Place 0"} <= seen.features
    assert "thank" in seen.plain
    assert "poland" not in seen.plain
    assert (seen.words, seen.tells) == (4, True)
