"""Stand-off marks are read with the text of the corpus they point into."""

import hashlib
import json
import lzma
from pathlib import Path

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages.article import BlockKind
from tools.acts.marks import MARKS, is_held_out, read_items

TITLE, TEXT = "Oslo protests", "Norway summoned the Russian envoy.\nThe weather was mild."
WHOLE = f"{TITLE}\n\n{TEXT}"


def write(folder: Path, text: str = TEXT) -> tuple[Path, Path]:
    corpora, marks = folder / "corpora", folder / "marks"
    for made in (corpora / "wikinews-en-2019-2020", marks):
        made.mkdir(parents=True)
    with lzma.open(corpora / "wikinews-en-2019-2020" / "articles.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"title": TITLE, "text": text}) + "\n")
    start = WHOLE.index("Norway")
    act = {
        "kind": "accusation",
        "status": "completed",
        "triggers": [[start + 7, start + 15]],
        "first": [[start, start + 6]],
        "second": [[start + 16, start + 33]],
    }
    row = {
        "corpus": "wikinews-en-2019-2020",
        "item": 0,
        "sha256": hashlib.sha256(WHOLE.encode()).hexdigest()[:12],
        "sentence": [start, start + 34],
        "acts": [act],
    }
    (marks / "one.jsonl").write_text(json.dumps(row) + "\n")
    return corpora, marks


def test_a_mark_points_at_words_of_its_item(tmp_path: Path) -> None:
    (item,) = read_items(*write(tmp_path))
    text = item.article.text
    (act,) = item.acts
    told = [text[start:end] for start, end in (*act.triggers, *act.first, *act.second)]
    assert (act.kind, told) == (Kind.ACCUSATION, ["summoned", "Norway", "the Russian envoy"])
    assert [block.kind for block in item.article.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    assert item.sentences == {text.index("Norway")}


def test_a_changed_text_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wikinews-en-2019-2020, item 0: not the text that was marked"):
        list(read_items(*write(tmp_path, TEXT + " Later it rained.")))


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    _, marks = write(tmp_path)
    with pytest.raises(FileNotFoundError, match="name its folder with --corpora"):
        list(read_items(tmp_path / "nowhere", marks))


def test_about_an_eighth_of_the_marked_items_is_held_out() -> None:
    items = {
        (row["corpus"], row["item"])
        for path in MARKS.glob("*.jsonl")
        for row in map(json.loads, path.read_text("utf-8").splitlines())
    }
    held = sum(is_held_out(*item) for item in items)
    assert len(items) > 1000 and 0.1 < held / len(items) < 0.15
