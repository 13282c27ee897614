"""Items of corpora keep their title, text and day, whatever the corpus calls them."""

import json
import lzma
from pathlib import Path

import pytest

from tools.corpus_items import CorpusItem, read_corpus


@pytest.mark.parametrize(
    ("key", "stamp", "day"),
    [
        ("published", "2021-05-28T14:00:00Z", "2021-05-28"),
        ("date", "2020-02-15", "2020-02-15"),
        ("date_publish", "2016-11-09 00:00:00", "2016-11-09"),
        ("url", "2016-11-09", None),
    ],
)
def test_the_day_of_a_line(tmp_path: Path, key: str, stamp: str, day: str | None) -> None:
    path = tmp_path / "news.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"title": "Talks", "text": "Aalto met Vell.", key: stamp}) + "\n")
    assert read_corpus(path) == (CorpusItem("Talks", "Aalto met Vell.", day),)


def test_items_of_xml(tmp_path: Path) -> None:
    path = tmp_path / "news.xml.xz"
    article = "<article><title>Talks</title><text>Aalto &amp; Vell met.</text><dltime>2009-03-30 12:24</dltime></article>"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(f"<articles>{article}<article><title/><text>No title.</text></article></articles>")
    assert read_corpus(path) == (
        CorpusItem("Talks", "Aalto & Vell met.", "2009-03-30"),
        CorpusItem("", "No title."),
    )


def test_the_text_that_offsets_count() -> None:
    assert CorpusItem("Talks", "They met.").text == "Talks\n\nThey met."
    assert CorpusItem("", "They met.").text == "They met."
    assert CorpusItem("Talks", "They met.").digest != CorpusItem("Talks", "They meet.").digest
