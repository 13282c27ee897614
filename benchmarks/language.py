"""Scores the language pack: tags and trees, names, offices with their holders, sentence ends, speed, size.

    python -m benchmarks.language                             # the shipped pack
    python -m benchmarks.language --full-precision fp32.pack  # and what 8-bit integers cost

Data: test parts of UD English EWT and of GUM's permissive genres, the third of CrossNER politics' dev part that was
never trained on, and tests/language/unseen.txt, sentences written for this project and never trained on, some of them
with trees (unseen.conllu: parsed by en-news-1, corrected by hand, so they lean towards it). The last
line is one JSON object: data, command, commit, figures.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.reporting import ROOT, print_summary
from dragoman.citation import Span
from dragoman.language.packs import DEFAULT_PACK, open_pack
from dragoman.language.segment import segment, split_sentences
from dragoman.language.tagging import PackTagger
from dragoman.pages.article import Article
from tools.pack import corpora, gazetteer, scoring
from tools.pack.example import Example
from tools.pack.markup import parse_lines

UNSEEN = ROOT / "tests" / "language" / "unseen.txt"
UNSEEN_TREES = UNSEEN.with_suffix(".conllu")
PRESS = gazetteer.DATA / "corpora" / "us-state-press-2021-2022"
MERGED_PLACES = {"FAC": "LOC"}
BARS = {
    "ewt.upos": 96.5,
    "ewt.uas": 90.0,
    "ewt.las": 87.5,
    "gum.las": 87.0,
    "crossner.f1": 0.80,
    "unseen.f1": 0.90,
    "unseen.office_holders_joined": 0.90,
    "valid_trees": 100.0,
    "words_per_cpu_second": 5000,
}
CEILINGS = {"pack_mb": 30.0, "load_seconds": 1.0, "quantization_loss": 0.5}
EN_CORE_WEB_SM = {
    "upos (tag)": 97.2,
    "uas": 91.8,
    "las": 89.9,
    "names f1": 0.846,
    "sentences f1": 0.906,
    "mb": 12,
}
"""As published for spaCy's en_core_web_sm 3.7.1: OntoNotes, another test set, so beside ours, not against it."""


def main() -> int:
    """Prints the table and the JSON line; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=DEFAULT_PACK)
    parser.add_argument("--full-precision", type=Path, help="the same pack before quantization")
    arguments = parser.parse_args()
    if not gazetteer.DATA.is_dir():
        print(f"skipped: no data at {gazetteer.DATA}")
        return 0
    figures = measure(arguments.pack, arguments.full_precision)
    is_met = print_table(figures)
    data = "UD EWT test, GUM permissive test, CrossNER politics held-out third, tests/language/unseen.txt"
    print_summary("python -m benchmarks.language", data, figures, en_core_web_sm_published=EN_CORE_WEB_SM)
    return 0 if is_met else 1


def measure(path: Path, full_precision: Path | None = None) -> dict[str, Any]:
    """All figures of the pack at ``path``, nested by data set."""
    tagger = PackTagger(open_pack(path))
    figures: dict[str, Any] = {"pack": tagger.pack.name, "pack_mb": path.stat().st_size / 1e6}
    treebanks = {
        "ewt": corpora.read_treebank(corpora.EWT["test"], "ewt"),
        "gum": corpora.read_gum(corpora.GUM["test"]),
    }
    for name, examples in treebanks.items():
        figures[name] = asdict(scoring.score_trees(tagger, examples))
    figures["valid_trees"] = min(figures[name]["valid_trees"] for name in treebanks)
    figures["crossner"] = asdict(_crossner(tagger))
    figures["unseen"] = _unseen(tagger)
    figures["unseen_trees"] = _unseen_trees(tagger)
    figures["sentences"] = _splitters()
    figures["words_per_cpu_second"] = _speed(tagger)
    figures["load_seconds"] = _load_seconds(path)
    if full_precision is not None:
        figures |= _quantization(PackTagger(open_pack(full_precision)), treebanks, figures)
    return figures


def _crossner(tagger: PackTagger) -> scoring.NameScores:
    held_out = corpora.crossner_split()[1]
    return scoring.score_names(tagger, held_out, labels=("PER", "ORG", "LOC"), merged=MERGED_PLACES)


def unseen_sections() -> dict[str, list[Example]]:
    """The unseen sentences by the heading they stand under."""
    sections: dict[str, list[Example]] = {}
    heading = ""
    for line in UNSEEN.read_text("utf8").splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        else:
            sections.setdefault(heading, []).extend(parse_lines([line], "unseen", str(UNSEEN)))
    return sections


def _unseen(tagger: PackTagger) -> dict[str, Any]:
    sections = unseen_sections()
    examples = [example for section in sections.values() for example in section]
    scores = asdict(scoring.score_names(tagger, examples))
    right, joined, pairs = scoring.score_office_holders(tagger, examples)
    return scores | {
        "sentences": len(examples),
        "office_holders": pairs,
        "office_holders_spans": right,
        "office_holders_joined": joined,
        "by_section": {name: scoring.score_names(tagger, part).f1 for name, part in sections.items() if part},
    }


def _unseen_trees(tagger: PackTagger) -> dict[str, float]:
    scores = scoring.score_trees(tagger, corpora.read_treebank(UNSEEN_TREES, "unseen"))
    return {"uas": scores.uas, "las": scores.las, "words": scores.words}


def _splitters() -> dict[str, Any]:
    paragraphs = corpora.read_paragraphs(corpora.GUM["dev"]) + corpora.read_paragraphs(corpora.GUM["test"])

    def ours(text: str) -> list[tuple[int, int]]:
        return [(words[0].start, words[-1].end) for words in split_sentences(text, Span(0, len(text)))]

    splitters = {"dragoman": ours} | {name: split for name, split in _FOREIGN.items() if find_spec(name)}
    return {name: scoring.score_splitter(split, paragraphs) for name, split in splitters.items()}


def _blingfire(text: str) -> list[tuple[int, int]]:
    pairs = import_module("blingfire").text_to_sentences_and_offsets(text)[1]
    return [(start, end) for start, end in pairs]


def _sentencex(text: str) -> list[tuple[int, int]]:
    spans, position = [], 0
    for sentence in import_module("sentencex").segment("en", text):
        if sentence.strip():
            start = text.index(sentence.strip(), position)
            position = start + len(sentence.strip())
            spans.append((start, position))
    return spans


_FOREIGN = {"blingfire": _blingfire, "sentencex": _sentencex}
"""Splitters to compare with, where they are installed."""


def press_articles(words: int) -> list[Article]:
    """Press releases of about ``words`` words together."""
    articles: list[Article] = []
    (path,) = PRESS.glob("[!t]*.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            articles.append(Article(str(len(articles)), "press", text))
            words -= len(text.split())
            if words < 0:
                break
    return articles


def _speed(tagger: PackTagger) -> float:
    """Words per second of processor time, from raw text to tagged document."""
    articles = press_articles(30_000)
    tagger.tag(segment(articles[0]))
    start = time.process_time()
    docs = [tagger.tag(segment(article)) for article in articles]
    spent = time.process_time() - start
    return sum(len(sent.tokens) for doc in docs for sent in doc.sentences) / spent


def _load_seconds(path: Path) -> float:
    """Wall clock to open the pack in a fresh process, the best of three."""
    program = (
        "import time; start = time.perf_counter(); from pathlib import Path;"
        "from dragoman.language.tagging import open_tagger;"
        f"open_tagger(Path({str(path)!r})); print(time.perf_counter() - start)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


def _quantization(
    full: PackTagger, treebanks: dict[str, list[Example]], figures: dict[str, Any]
) -> dict[str, Any]:
    """What 8-bit integers lose, in points: the largest drop over all scored figures."""
    precise: dict[str, Any] = {name: asdict(scoring.score_trees(full, ex)) for name, ex in treebanks.items()}
    precise |= {"crossner": asdict(_crossner(full)), "unseen": _unseen(full)}
    drops = {
        f"{name}.{key}": precise[name][key] - figures[name][key]
        for name in treebanks
        for key in ("upos", "uas", "las")
    }
    drops |= {
        f"{name}.f1": 100 * (precise[name]["f1"] - figures[name]["f1"]) for name in ("crossner", "unseen")
    }
    return {"quantization_drops": drops, "quantization_loss": max(drops.values())}


def print_table(figures: dict[str, Any]) -> bool:
    """Shows every figure that has a bar, and some without; whether all bars are met."""
    table = Table("figure", "value", "bar", "met", title=f"Language pack {figures['pack']}")
    flat = dict(_flatten(figures))
    is_all_met = True
    for name, value in flat.items():
        bar = BARS.get(name, CEILINGS.get(name))
        is_met = bar is None or (value >= bar if name in BARS else value <= bar)
        is_all_met &= is_met
        if "by_" not in name and isinstance(value, (int, float)):
            shown = f"{value:.4f}" if abs(value) < 2 else f"{value:,.2f}"
            table.add_row(name, shown, "" if bar is None else f"{bar:g}", "" if bar is None else str(is_met))
    for name, value in EN_CORE_WEB_SM.items():
        table.add_row(f"en_core_web_sm, published: {name}", f"{value:g}", "", "")
    Console(width=100).print(table)
    return is_all_met


def _flatten(figures: dict[str, Any], prefix: str = "") -> Sequence[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for name, value in figures.items():
        flat += _flatten(value, f"{prefix}{name}.") if isinstance(value, dict) else [(prefix + name, value)]
    return flat


if __name__ == "__main__":
    sys.exit(main())
