"""How well a tagger does: trees on treebanks, names on annotated sentences, how honest its probabilities are.

Words are given as annotated; only the splitter is scored from raw text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.language.analysis import Analysis
from dragoman.language.tagging import PackTagger
from dragoman.language.trees import is_tree
from tools.pack.example import UNKNOWN, Example
from tools.pack.officeholding import Name, gold_names, office_holders

BINS = 10


@dataclass(frozen=True, slots=True)
class TreeScores:
    """Per cent of words: part of speech, head, head and relation without and with its subtype; valid trees."""

    upos: float
    uas: float
    las: float
    las_subtypes: float
    valid_trees: float
    lemmas: float
    arc_ece: float
    words: int


@dataclass(frozen=True, slots=True)
class NameScores:
    """Strict span precision, recall and F1 (0 to 1); ``by_label`` holds F1 and the number of gold names."""

    precision: float
    recall: float
    f1: float
    by_label: dict[str, tuple[float, int]]
    ece: float


def score_trees(tagger: PackTagger, examples: Sequence[Example]) -> TreeScores:
    """Tags and trees of treebank sentences; relations are compared as the shared tasks do, subtypes cut."""
    hits: Counter[str] = Counter()
    confidences: list[float] = []
    outcomes: list[bool] = []
    for example, analysis in zip(examples, analyse(tagger, examples), strict=True):
        heads = np.array(example.heads)
        is_head = analysis.heads == heads
        relations = example.relations or ()
        same = np.array([a == b for a, b in zip(analysis.relations, relations, strict=True)])
        plain = np.array(
            [a.split(":")[0] == b.split(":")[0] for a, b in zip(analysis.relations, relations, strict=True)]
        )
        hits["words"] += len(heads)
        hits["upos"] += sum(a == b for a, b in zip(analysis.upos, example.upos or (), strict=True))
        hits["uas"] += int(is_head.sum())
        hits["las"] += int((is_head & plain).sum())
        hits["las_subtypes"] += int((is_head & same).sum())
        hits["trees"] += is_tree(np.array([0, *analysis.heads]))
        hits["lemmas"] += _right_lemmas(tagger, example, analysis)
        confidences += analysis.arc_probabilities.tolist()
        outcomes += is_head.tolist()
    share = {
        name: 100 * hits[name] / hits["words"] for name in ("upos", "uas", "las", "las_subtypes", "lemmas")
    }
    return TreeScores(
        **share,
        valid_trees=100 * hits["trees"] / len(examples),
        arc_ece=calibration_error(confidences, outcomes),
        words=hits["words"],
    )


def analyse(tagger: PackTagger, examples: Sequence[Example]) -> list[Analysis]:
    """The tagger's analyses of the examples' words."""
    return tagger.analyse([example.words for example in examples])


def _right_lemmas(tagger: PackTagger, example: Example, analysis: Analysis) -> int:
    found = (
        tagger.lemma(word, pos, tag)
        for word, pos, tag in zip(example.words, analysis.upos, analysis.xpos, strict=True)
    )
    return sum(a.casefold() == b.casefold() for a, b in zip(found, example.lemmas or (), strict=True))


def score_names(
    tagger: PackTagger,
    examples: Sequence[Example],
    *,
    labels: Iterable[str] | None = None,
    merged: dict[str, str] | None = None,
) -> NameScores:
    """Strict span scores over ``labels`` (all if None); ``merged`` renames predicted labels before comparing.

    Predictions on words that may be anything (``?``) do not count.
    """
    wanted = None if labels is None else set(labels)
    gold_counts: Counter[str] = Counter()
    found_counts: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    confidences: list[float] = []
    outcomes: list[bool] = []
    for example, analysis in zip(examples, analyse(tagger, examples), strict=True):
        gold = {name for name in gold_names(example) if wanted is None or name[2] in wanted}
        gold_counts.update(name[2] for name in gold)
        for span in analysis.names:
            label = (merged or {}).get(span.label.value, span.label.value)
            if (wanted is not None and label not in wanted) or _is_open(example, span.first, span.last):
                continue
            is_right = (span.first, span.last, label) in gold
            found_counts[label] += 1
            hits[label] += is_right
            confidences.append(span.probability)
            outcomes.append(is_right)
    by_label = {
        label: (_f1(hits[label], found_counts[label], count), count)
        for label, count in gold_counts.most_common()
    }
    total, found, right = gold_counts.total(), found_counts.total(), hits.total()
    return NameScores(
        precision=right / found if found else 0.0,
        recall=right / total if total else 0.0,
        f1=_f1(right, found, total),
        by_label=by_label,
        ece=calibration_error(confidences, outcomes),
    )


def _is_open(example: Example, first: int, last: int) -> bool:
    return UNKNOWN in (example.names or ())[first:last]


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def score_office_holders(tagger: PackTagger, examples: Sequence[Example]) -> tuple[float, float, int]:
    """Of the pairs: the share with both spans right, the share that an arc joins as well, and their number."""
    spans_right = joined = total = 0
    for example, analysis in zip(examples, analyse(tagger, examples), strict=True):
        found = {(span.first, span.last, span.label.value) for span in analysis.names}
        for office, person in office_holders(example):
            total += 1
            if {office, person} <= found:
                spans_right += 1
                joined += _is_joined(analysis.heads, office, person)
    return spans_right / max(total, 1), joined / max(total, 1), total


def _is_joined(heads: npt.NDArray[np.int64], office: Name, person: Name) -> bool:
    """Whether a word of one span hangs on a word of the other."""

    def hangs(left: Name, right: Name) -> bool:
        return any(right[0] <= heads[word] - 1 < right[1] for word in range(left[0], left[1]))

    return hangs(office, person) or hangs(person, office)


def calibration_error(confidences: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Expected calibration error: the mean gap between probability and share right over ten equal bins.

    >>> calibration_error([0.9, 0.9], [True, False])
    0.4
    """
    if not confidences:
        return 0.0
    confidence, outcome = np.array(confidences), np.array(outcomes, float)
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [abs(confidence[bins == b].sum() - outcome[bins == b].sum()) for b in range(BINS)]
    return round(float(sum(gaps)) / len(confidence), 6)


def score_splitter(
    split: Callable[[str], list[tuple[int, int]]], paragraphs: Iterable[Sequence[str]]
) -> dict[str, float]:
    """Precision, recall and F1 of the boundaries inside paragraphs, given as their sentences."""
    right = found = gold = 0
    for sentences in paragraphs:
        expected = set(_ends(sentences))
        predicted = {end for _, end in split(" ".join(sentences))[:-1]}
        right, found, gold = right + len(expected & predicted), found + len(predicted), gold + len(expected)
    return {"precision": right / max(found, 1), "recall": right / max(gold, 1), "f1": _f1(right, found, gold)}


def _ends(sentences: Sequence[str]) -> Iterator[int]:
    position = 0
    for sentence in sentences[:-1]:
        position += len(sentence)
        yield position
        position += 1
