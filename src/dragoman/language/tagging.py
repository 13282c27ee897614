"""Part of speech, lemma, head, relation and name spans: the only file that knows the tagger.

A segmented document comes in, the same document with its tokens tagged and its names found goes out.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from dragoman.citation import Span
from dragoman.errors import PackError
from dragoman.language.decoding import LabelledSpan, NameDecoder, log_softmax
from dragoman.language.document import Document, NameSpan, Sentence, Token
from dragoman.language.encoding import Encoded, encode
from dragoman.language.lemmas import Lemmatizer
from dragoman.language.packs import Pack, open_pack
from dragoman.language.trees import find_tree

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

BATCH_SUBWORDS = 2_000
"""Padded subwords per call of the network; larger batches are no faster on one thread and need more memory."""

ROOT = "root"


class Tagger(Protocol):
    """Whoever tags documents: our network, or an adapter to somebody else's."""

    def tag(self, doc: Document, only: Collection[int] | None = None) -> Document:
        """``doc`` with the sentences whose index is in ``only`` tagged; all of them if it is None."""
        ...


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the network says of one sentence, one entry per word; heads count words from 1, 0 is the root."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: Ints
    arc_probabilities: Floats
    relations: tuple[str, ...]
    names: tuple[LabelledSpan, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Unnormalized scores of one sentence: arcs words×(words+1), column 0 the root; names words×labels."""

    arcs: Floats
    names: Floats


def open_tagger(path: Path | None = None) -> PackTagger:
    """The tagger of the pack at ``path``, by default the shipped one; opened once per process.

    Raises:
        PackError: if the pack is missing or damaged, or speaks another protocol.
    """
    return _open_cached(path)


@functools.cache
def _open_cached(path: Path | None) -> PackTagger:
    return PackTagger(open_pack(path))


class PackTagger:
    """Runs the networks of a language pack, on one thread."""

    def __init__(self, pack: Pack) -> None:
        from tokenizers import Tokenizer

        self.pack = pack
        self._tokenizer = Tokenizer.from_str(pack.tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tagger = _open_session(pack, pack.tagger)
        self._relations = _open_session(pack, pack.relations)
        self._names = NameDecoder(pack.labels.names)
        self._lemmas = Lemmatizer(pack.lemmas["exceptions"], pack.lemmas["known"])
        self._root = pack.labels.relations.index(ROOT)

    def tag(self, doc: Document, only: Collection[int] | None = None) -> Document:
        """``doc`` with the sentences whose index is in ``only`` tagged; all of them if it is None."""
        chosen = [sent for sent in doc.sentences if sent.tokens and (only is None or sent.index in only)]
        analyses = self.analyse([[token.text for token in sent.tokens] for sent in chosen])
        tagged = {
            sent.index: self._tagged(sent, analysis) for sent, analysis in zip(chosen, analyses, strict=True)
        }
        return replace(doc, sentences=tuple(tagged.get(sent.index, sent) for sent in doc.sentences))

    def score(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        """The raw scores of sentences given as words, for setting temperatures."""
        encoded = encode(self._tokenizer, sentences)
        scores: dict[int, Scores] = {}
        for indices in _batches_by_length(encoded):
            _, _, names, arcs, _, _ = self._tagger.run(None, _feed([encoded[index] for index in indices]))
            for row, index in enumerate(indices):
                words = slice(1, encoded[index].words + 1)
                scores[index] = Scores(arcs[row, words, : encoded[index].words + 1], names[row, words])
        return [scores[index] for index in range(len(sentences))]

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """The analyses of sentences given as words, in the same order."""
        encoded = encode(self._tokenizer, sentences)
        analyses: dict[int, Analysis] = {}
        for indices in _batches_by_length(encoded):
            found = self._analyse_batch([encoded[index] for index in indices])
            analyses.update(zip(indices, found, strict=True))
        return [analyses[index] for index in range(len(sentences))]

    def lemma(self, word: str, pos: str, tag: str) -> str:
        """The dictionary form of ``word`` under a Universal part of speech and a Penn tag."""
        return self._lemmas.lemma(word, pos, tag)

    def _analyse_batch(self, batch: Sequence[Encoded]) -> list[Analysis]:
        upos, xpos, names, arcs, dependent, governor = self._tagger.run(None, _feed(batch))
        labels = self.pack.labels
        name_logs = log_softmax(names, labels.name_temperature)
        trees = [find_tree(arcs[row, : n + 1, : n + 1]) for row, n in enumerate(e.words for e in batch)]
        relations = self._relations_of(trees, dependent, governor)
        analyses = []
        for row, (sentence, heads) in enumerate(zip(batch, trees, strict=True)):
            words = slice(1, sentence.words + 1)
            logs = log_softmax(arcs[row, words, : sentence.words + 1], labels.arc_temperature)
            analyses.append(
                Analysis(
                    upos=tuple(labels.upos[i] for i in upos[row, words].argmax(-1)),
                    xpos=tuple(labels.xpos[i] for i in xpos[row, words].argmax(-1)),
                    heads=heads[1:],
                    arc_probabilities=np.exp(logs[np.arange(sentence.words), heads[1:]]),
                    relations=tuple(labels.relations[i] for i in relations[row]),
                    names=tuple(self._names.spans(name_logs[row, words])),
                )
            )
        return analyses

    def _relations_of(self, trees: Sequence[Ints], dependent: Floats, governor: Floats) -> list[Ints]:
        """The relation of every word to its head; only the root's child is ``root``."""
        heads = np.concatenate([tree[1:] for tree in trees])
        feed = {
            "dependent": np.concatenate([dependent[row, 1 : len(tree)] for row, tree in enumerate(trees)]),
            "governor": np.concatenate([governor[row, tree[1:]] for row, tree in enumerate(trees)]),
        }
        (scores,) = self._relations.run(None, feed)
        scores[:, self._root] = np.where(heads == 0, np.inf, -np.inf)
        ends = np.cumsum([len(tree) - 1 for tree in trees])
        return np.split(scores.argmax(-1), ends[:-1])

    def _tagged(self, sent: Sentence, analysis: Analysis) -> Sentence:
        tokens = tuple(
            replace(
                token,
                lemma=self.lemma(token.text, analysis.upos[i], analysis.xpos[i]),
                pos=analysis.upos[i],
                tag=analysis.xpos[i],
                head=int(analysis.heads[i]) - 1,
                dep=analysis.relations[i],
                probability=float(analysis.arc_probabilities[i]),
            )
            for i, token in enumerate(sent.tokens)
        )
        return replace(sent, tokens=tokens, names=tuple(_name_span(tokens, name) for name in analysis.names))


def _name_span(tokens: Sequence[Token], name: LabelledSpan) -> NameSpan:
    span = Span(tokens[name.first].span.start, tokens[name.last - 1].span.end)
    return NameSpan(name.first, name.last, name.label, span, name.probability)


def _open_session(pack: Pack, network: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except RuntimeError as error:
        raise PackError(f"{pack.path}: its network cannot be opened: {error}") from error


def _batches_by_length(encoded: Sequence[Encoded]) -> Iterator[list[int]]:
    """Indices of sentences of like length, so that little is padded."""
    batch: list[int] = []
    for index in sorted(range(len(encoded)), key=lambda index: len(encoded[index].ids)):
        if batch and len(encoded[index].ids) * (len(batch) + 1) > BATCH_SUBWORDS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _feed(batch: Sequence[Encoded]) -> dict[str, Ints]:
    """The network's inputs: ids, mask and case B×L, first and words B×W."""
    length = max(len(sentence.ids) for sentence in batch)
    width = max(len(sentence.first) for sentence in batch)
    feed = {name: np.zeros((len(batch), length), np.int64) for name in ("ids", "mask", "case")}
    feed |= {name: np.zeros((len(batch), width), np.int64) for name in ("first", "words")}
    for row, sentence in enumerate(batch):
        subwords, words = len(sentence.ids), len(sentence.first)
        feed["ids"][row, :subwords] = sentence.ids
        feed["mask"][row, :subwords] = 1
        feed["case"][row, :subwords] = sentence.case
        feed["first"][row, :words] = sentence.first
        feed["words"][row, :words] = 1
    return feed
