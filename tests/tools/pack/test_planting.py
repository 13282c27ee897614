"""Trees of the written sentences: what they must be, and that each finds its sentence."""

import re
from pathlib import Path

import numpy as np
import pytest

from dragoman.language.trees import is_tree
from tools.pack import corpora, prepare
from tools.pack.example import Example

UNSEEN = Path(__file__).parents[2] / "language" / "unseen.conllu"
NAMES_IN_BRACKETS = re.compile(r"\[[A-Z]+ ([^\]]*)\]")


@pytest.mark.parametrize("path", [prepare.TREES, UNSEEN], ids=["train", "unseen"])
def test_every_tree_is_a_tree_with_one_root(path: Path) -> None:
    trees = corpora.read_treebank(path, "sentences")
    assert trees
    for tree in trees:
        assert tree.heads is not None and tree.relations is not None
        assert is_tree(np.array([0, *tree.heads])), " ".join(tree.words)
        assert [head == 0 for head in tree.heads] == [name == "root" for name in tree.relations]


@pytest.mark.parametrize(
    ("trees", "written"), [(prepare.TREES, prepare.SENTENCES), (UNSEEN, UNSEEN.with_suffix(".txt"))]
)
def test_every_tree_stands_for_a_written_sentence(trees: Path, written: Path) -> None:
    lines = {NAMES_IN_BRACKETS.sub(r"\1", line.strip()) for line in written.read_text("utf8").splitlines()}
    texts = [line[9:] for line in trees.read_text("utf8").splitlines() if line.startswith("# text = ")]
    assert len(texts) == len(corpora.read_treebank(trees, "sentences"))
    assert set(texts) <= lines


def test_two_hundred_written_sentences_have_trees() -> None:
    assert len(corpora.read_treebank(prepare.TREES, "sentences")) >= 200


TREE = Example("sentences", ("They", "met"), heads=(2, 0), relations=("nsubj", "root"))


def test_a_tree_replaces_the_arcs_of_its_sentence_and_keeps_the_names() -> None:
    written = Example("sentences", ("They", "met"), heads=(-100, -100), relations=("", ""), names=("O", "O"))
    other = Example("sentences", ("She", "left"), names=("O", "O"))
    planted, untouched = prepare.plant_trees([written, other], [TREE])
    assert (planted.heads, planted.relations, planted.names) == (TREE.heads, TREE.relations, ("O", "O"))
    assert untouched == other


def test_a_tree_without_its_sentence_is_an_error() -> None:
    with pytest.raises(ValueError, match="no written sentence: They met"):
        list(prepare.plant_trees([], [TREE]))
