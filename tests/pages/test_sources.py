"""Paths to raw pages: folders, packed files, records, refusals."""

from __future__ import annotations

import io
import json
import lzma
import sys
from pathlib import Path

import pytest

from dragoman.pages import RawPage, Refusal, iter_pages, to_article


def test_a_folder_is_read_in_order_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.text", ".hidden.txt", "README.md", "gold.toml", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The ministers met in Oslo.", "utf-8")
    assert [Path(page.source).name for page in iter_pages([str(tmp_path)])] == ["a.html", "b.txt", "c.text"]


def test_records_of_a_packed_file(tmp_path: Path) -> None:
    records = [
        {
            "title": "Talks",
            "html": "<p>The ministers met in Oslo.</p>",
            "url": "https://a.example/1",
            "published": "2024-04-02",
        },
        {"headline": "More talks", "text": "The ministers met in Riga.", "date": "2024-04-03"},
        {"nothing": 1},
    ]
    path = tmp_path / "pages.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records)
        stream.write("not json\n[1]\n")
    first, second, *refused = iter_pages([str(path)])
    assert isinstance(first, RawPage) and isinstance(second, RawPage)
    article = to_article(first)
    assert (article.headline, article.source) == ("Talks", f"{path}#1")
    assert article.published is not None and article.published.origin == "feed"
    assert to_article(second).text == "More talks\n\nThe ministers met in Riga."
    assert all(isinstance(page, Refusal) and "\n" not in page.reason for page in refused)
    assert [page.source for page in refused] == [f"{path}#3", f"{path}#4", f"{path}#5"]


def test_unreadable_ones_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "b.jsonl.xz").write_bytes(b"damaged")
    (tmp_path / "c.txt").write_text("The ministers met in Oslo.", "utf-8")
    found = [*iter_pages([str(tmp_path)]), *iter_pages([str(tmp_path / "missing.txt")])]
    assert [type(page).__name__ for page in found] == ["Refusal", "Refusal", "RawPage", "Refusal"]


@pytest.mark.parametrize(
    ("given", "count"),
    [(b"The ministers met in Oslo.", 1), (b'{"text": "One met."}\n{"text": "Two met."}\n', 2), (b"", 1)],
)
def test_standard_input(given: bytes, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
    pages = list(iter_pages(["-"]))
    assert len(pages) == count and all(isinstance(page, RawPage) for page in pages)
