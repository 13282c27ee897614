"""Reads all corpora into training sentences, and takes the tokenizer from the base model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer

from tools.pack import corpora, markup, silver, swapping, templates
from tools.pack.example import Example
from tools.pack.gazetting import label_by_tables, press_sentences
from tools.pack.narrowing import narrow
from tools.pack.officeholding import add_certain_arcs

SENTENCES = Path(__file__).parent / "sentences" / "train.txt"
TREES = Path(__file__).parent / "sentences" / "trees.conllu"
TEMPLATE_SENTENCES = 4_000
PRESS_SENTENCES = 4_000
TEMPLATE_SEED = 11
SWAPPED_COPIES = 3


def training_examples() -> Iterator[tuple[str, Sequence[Example]]]:
    """Name and sentences of every source, one after the other."""
    yield "ewt", [label_by_tables(example) for example in corpora.read_treebank(corpora.EWT["train"], "ewt")]
    yield "gum", _narrowed(corpora.read_gum(corpora.GUM["train"]))
    dev = corpora.read_treebank(corpora.EWT["dev"], "uner")
    yield "uner", _narrowed(corpora.read_uner(corpora.UNER_DEV, dev))
    yield "crossner", _narrowed(corpora.crossner_split()[0])
    yield "current-events", _narrowed(silver.current_events())
    yield "press", list(press_sentences(PRESS_SENTENCES, seed=TEMPLATE_SEED))
    filled = templates.filled_templates(TEMPLATE_SENTENCES, seed=TEMPLATE_SEED)
    yield "templates", [add_certain_arcs(example) for example in filled]
    written = [add_certain_arcs(example) for example in markup.read_markup(SENTENCES, "sentences")]
    sentences = list(plant_trees(written, corpora.read_treebank(TREES, "sentences")))
    yield "sentences", sentences
    yield (
        "swapped",
        [
            add_certain_arcs(example)
            for example in swapping.swap_names(sentences, SWAPPED_COPIES, seed=TEMPLATE_SEED)
        ],
    )


def plant_trees(examples: Iterable[Example], trees: Iterable[Example]) -> Iterator[Example]:
    """``examples``, with the whole tree where one of ``trees`` has the same words.

    Raises:
        ValueError: if a tree has the words of no example.
    """
    by_words = {tree.words: tree for tree in trees}
    for example in examples:
        tree = by_words.pop(example.words, None)
        yield replace(example, heads=tree.heads, relations=tree.relations) if tree else example
    for words in by_words:
        raise ValueError(f"a tree stands for no written sentence: {' '.join(words)}")


def _narrowed(examples: Iterable[Example]) -> list[Example]:
    return [
        replace(example, names=narrow(example.words, example.names)) if example.names else example
        for example in examples
    ]


def tokenizer(build: Path) -> Tokenizer:
    """The base model's tokenizer, neither padding nor truncating."""
    read = Tokenizer.from_file(str(build / "tokenizer.json"))
    read.no_padding()
    read.no_truncation()
    return read
