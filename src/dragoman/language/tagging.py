"""Part of speech, lemma, head, relation and name spans: the only file that knows the tagger.

A segmented document comes in, the same document with its tokens tagged and its names found goes out.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from dragoman.citation import Span
from dragoman.errors import PackError
from dragoman.language.analysis import Analysis
from dragoman.language.capitals import without_capitals
from dragoman.language.coordination import hang_higher
from dragoman.language.decoding import LabelledSpan, NameDecoder, log_softmax
from dragoman.language.document import Document, NameSpan, Sentence, States, Token
from dragoman.language.encoding import Encoded, encode
from dragoman.language.lemmas import Lemmatizer
from dragoman.language.misread import find_suspects, is_verb
from dragoman.language.packs import Pack, open_pack, shipped_act_pack
from dragoman.language.trees import find_tree

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

ROOT = "root"
_HEADS = 6  # outputs of the tagger: upos, xpos, names, arcs, dependent, governor
_REMEMBERED = 1 << 15  # words whose dictionary forms are kept


class Tagger(Protocol):
    """Whoever tags documents: our network, or an adapter to somebody else's."""

    def tag(self, doc: Document, only: Collection[int] | None = None) -> Document:
        """``doc`` with the sentences whose index is in ``only`` tagged; all of them if it is None."""
        ...


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
    pack, acts = open_pack(path), shipped_act_pack()
    return PackTagger(pack, acts.states if acts.fits(pack) else b"")


class PackTagger:
    """Runs the networks of a language pack, on one thread; ``states`` of an act pack make it keep what that one reads."""

    def __init__(self, pack: Pack, states: bytes = b"") -> None:
        from tokenizers import Tokenizer

        self.pack = pack
        self._tokenizer = Tokenizer.from_str(pack.tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tagger = open_session(pack.path, pack.tagger + states)
        self._relations = open_session(pack.path, pack.relations)
        self._names = NameDecoder(pack.labels.names)
        self._lemmas = Lemmatizer(pack.lemmas["exceptions"], pack.lemmas["known"])
        self._lemma = functools.lru_cache(maxsize=_REMEMBERED)(self._lemmas.lemma)
        self._possible = functools.lru_cache(maxsize=_REMEMBERED)(self._lemmas.possible)
        self._root = pack.labels.relations.index(ROOT)

    def tag(self, doc: Document, only: Collection[int] | None = None) -> Document:
        """``doc`` with the sentences whose index is in ``only`` tagged; all of them if it is None."""
        doc = without_capitals(doc, only, self._lemmas.has_word)
        chosen = [sent for sent in doc.sentences if sent.tokens and (only is None or sent.index in only)]
        analyses = self.analyse([[token.text for token in sent.tokens] for sent in chosen])
        tagged = {
            sent.index: self._tagged(sent, analysis) for sent, analysis in zip(chosen, analyses, strict=True)
        }
        return replace(doc, sentences=tuple(tagged.get(sent.index, sent) for sent in doc.sentences))

    def score(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        """The raw scores of sentences given as words, for setting temperatures."""
        scores = []
        for encoded in encode(self._tokenizer, sentences):
            _, _, names, arcs, *_ = self._tagger.run(None, _feed(encoded))
            scores.append(Scores(arcs[0, 1:], names[0, 1:]))
        return scores

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """The analyses of sentences given as words, in the same order; verbs that were misread are put right.

        One at a time: the network scales its numbers by all it is given at once, so that beside others a sentence
        could be read differently; and batches padded to the longest sentence are slower on one thread.
        """
        plain = self._analyse(sentences)
        return [self._read_again(words, analysis) for words, analysis in zip(sentences, plain, strict=True)]

    def _analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        encodings = encode(self._tokenizer, sentences)
        outputs = [[out[0] for out in self._tagger.run(None, _feed(encoded))] for encoded in encodings]
        scored = [tuple(out[:_HEADS]) for out in outputs]
        states = [
            States(out[_HEADS], encoded.first[1:]) if out[_HEADS:] else None
            for out, encoded in zip(outputs, encodings, strict=True)
        ]
        trees = [find_tree(arcs) for _, _, _, arcs, _, _ in scored]
        relations = self._relations_of(trees, scored)
        return [self._analysis(*one) for one in zip(scored, trees, relations, states, strict=True)]

    def _read_again(self, words: Sequence[str], before: Analysis) -> Analysis:
        """The analysis of a sentence that seems to have no verb, with the word that is likeliest to be it, if any."""
        found = []
        for suspect in find_suspects(words, before, self._lemmas):
            (after,) = self._analyse([suspect.shown])
            told = suspect.restored(words, after)
            if is_verb(suspect, words, before, told):
                found.append(told)
        return max(found, key=lambda analysis: analysis.certainty, default=before)

    def lemma(self, word: str, pos: str, tag: str) -> str:
        """The dictionary form of ``word`` under a Universal part of speech and a Penn tag."""
        return self._lemma(word, pos, tag)

    def lemmas_of(self, word: str) -> frozenset[str]:
        """Every dictionary form that ``word`` may have."""
        return self._possible(word)

    def _analysis(
        self, scored: tuple[Floats, ...], heads: Ints, relations: Ints, states: States | None
    ) -> Analysis:
        upos, xpos, names, arcs, _, _ = scored
        labels = self.pack.labels
        logs = log_softmax(arcs[1:], labels.arc_temperature)
        told = tuple(labels.relations[i] for i in relations.tolist())
        tags = tuple(labels.xpos[i] for i in xpos[1:].argmax(-1).tolist())
        heads = np.array([0, *hang_higher(heads[1:].tolist(), told, tags)])
        return Analysis(
            upos=tuple(labels.upos[i] for i in upos[1:].argmax(-1).tolist()),
            xpos=tags,
            heads=heads[1:],
            arc_probabilities=np.exp(logs[np.arange(len(heads) - 1), heads[1:]]),
            relations=told,
            names=tuple(self._names.spans(log_softmax(names[1:], labels.name_temperature))),
            states=states,
        )

    def _relations_of(self, trees: Sequence[Ints], scored: Sequence[tuple[Floats, ...]]) -> list[Ints]:
        """The relation of every word to its head, of all sentences at once: this part is in full precision."""
        if not trees:
            return []
        heads = np.concatenate([tree[1:] for tree in trees])
        feed = {
            "dependent": np.concatenate([dependent[1:] for *_, dependent, _ in scored]),
            "governor": np.concatenate(
                [governor[tree[1:]] for (*_, governor), tree in zip(scored, trees, strict=True)]
            ),
        }
        (scores,) = self._relations.run(None, feed)
        scores[:, self._root] = np.where(heads == 0, np.inf, -np.inf)
        ends = np.cumsum([len(tree) - 1 for tree in trees])
        return np.split(scores.argmax(-1), ends[:-1])

    def _tagged(self, sent: Sentence, analysis: Analysis) -> Sentence:
        tokens = tuple(
            Token(
                token.span,
                token.text,
                self._lemma(token.text, pos, tag),
                pos,
                tag,
                head - 1,
                relation,
                probability,
            )
            for token, pos, tag, head, relation, probability in zip(
                sent.tokens,
                analysis.upos,
                analysis.xpos,
                analysis.heads.tolist(),
                analysis.relations,
                analysis.arc_probabilities.tolist(),
                strict=True,
            )
        )
        names = tuple(_name_span(tokens, name) for name in analysis.names)
        return replace(sent, tokens=tokens, names=names, states=analysis.states)


def _name_span(tokens: Sequence[Token], name: LabelledSpan) -> NameSpan:
    span = Span(tokens[name.first].span.start, tokens[name.last - 1].span.end)
    return NameSpan(name.first, name.last, name.label, span, name.probability)


_LEFT_APART = ["SkipLayerNormFusion"]
"""Joined steps of the runtime that are slower than the steps alone and change the numbers."""


def open_session(path: Path, network: bytes) -> Any:
    """An ONNX network on one thread. Raises PackError, naming ``path``, if it cannot be opened."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"], disabled_optimizers=_LEFT_APART
        )
    except RuntimeError as error:
        raise PackError(f"{path}: its network cannot be opened: {error}") from error


def _feed(encoded: Encoded) -> dict[str, Ints]:
    """The network's inputs: ids, mask and case 1×L, first and words 1×W."""
    return {
        "ids": encoded.ids[None],
        "mask": np.ones((1, len(encoded.ids)), np.int64),
        "case": encoded.case[None],
        "first": encoded.first[None],
        "words": np.ones((1, len(encoded.first)), np.int64),
    }
