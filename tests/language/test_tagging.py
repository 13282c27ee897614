from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import PackError
from dragoman.language.document import Document, Sentence
from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.language.trees import is_tree
from dragoman.pages.article import Article

needs_pack = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def tagged(*sentences: str) -> Document:
    return open_tagger().tag(segment(Article("id", "source", "\n".join(sentences))))


def names(doc: Document) -> list[tuple[str, str]]:
    return [
        (name.span.of(doc.article.text), name.label.value) for sent in doc.sentences for name in sent.names
    ]


def heads(sent: Sentence) -> Sequence[int]:
    return [0, *(token.head + 1 for token in sent.tokens)]


def dependency(sent: Sentence, word: str) -> tuple[str, str]:
    (token,) = (token for token in sent.tokens if token.text == word)
    return token.dep, sent.tokens[token.head].text


@needs_pack
def test_names_and_offices_of_a_readout() -> None:
    doc = tagged("Secretary of State Antony Blinken met French President Emmanuel Macron in Paris.")
    assert names(doc) == [
        ("Secretary of State", "OFFICE"),
        ("Antony Blinken", "PER"),
        ("French", "NORP"),
        ("President", "OFFICE"),
        ("Emmanuel Macron", "PER"),
        ("Paris", "LOC"),
    ]


@needs_pack
def test_who_met_whom() -> None:
    doc = tagged("Antony Blinken met with Wang Yi in Beijing on Monday.")
    (sent,) = doc.sentences
    (verb,) = (token for token in sent.tokens if token.dep == "root")
    assert (verb.text, verb.lemma, verb.pos, verb.tag, verb.head) == ("met", "meet", "VERB", "VBD", -1)
    assert dependency(sent, "Antony") == ("nsubj", "met")
    assert dependency(sent, "Wang") == ("obl", "met")
    assert dependency(sent, "Beijing") == ("obl", "met")


@needs_pack
def test_only_the_chosen_sentences_are_tagged() -> None:
    doc = segment(Article("id", "source", "He left.\nShe stayed.\nThey wept."))
    first, second, third = open_tagger().tag(doc, only={1}).sentences
    assert (first, third) == (doc.sentences[0], doc.sentences[2])
    assert [token.pos for token in second.tokens] == ["PRON", "VERB", "PUNCT"]


@needs_pack
def test_batches_keep_the_order_and_the_result() -> None:
    texts = ["Paris waits.", "The minister flew to Rome on Tuesday for talks.", "She said nothing.", "No."]
    together = tagged(*texts)
    for sent, text in zip(together.sentences, texts, strict=True):
        (alone,) = tagged(text).sentences
        assert [t.text for t in sent.tokens] == [t.text for t in alone.tokens]
        assert [(t.pos, t.head) for t in sent.tokens] == [(t.pos, t.head) for t in alone.tokens]


@needs_pack
@pytest.mark.parametrize(
    "text",
    ["?", "a a a a a a a a a a a", "$ $ % — … “ ”", "x" * 2000, "Zürich " * 900, "1 2 3 ; 4 5 6 , 7 8 9"],
)
def test_odd_text_gets_a_tree_too(text: str) -> None:
    for sent in tagged(text).sentences:
        assert is_tree(np.array(heads(sent)))
        assert [token.dep == "root" for token in sent.tokens] == [token.head == -1 for token in sent.tokens]
        assert all(0 <= token.probability <= 1 for token in sent.tokens)


@needs_pack
def test_names_do_not_overlap_and_are_slices() -> None:
    doc = tagged(
        "US Secretary of State Antony J. Blinken pledged $5 million to NATO in Kyiv on April 2, 2024."
    )
    (sent,) = doc.sentences
    ends = [name.first for name in sent.names[1:]] + [len(sent.tokens)]
    assert all(name.last <= end for name, end in zip(sent.names, ends, strict=True))
    assert all(name.span.start == sent.tokens[name.first].span.start for name in sent.names)
    assert all(0 < name.probability <= 1 for name in sent.names)


def test_an_empty_document_needs_no_network(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such language pack"):
        open_tagger(tmp_path / "none.pack")
