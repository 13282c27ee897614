"""Annotations of real pages without their words: stand-off files, and pages made of them. See `tests/gold/real/README.md`.

    python -m tools.real_gold strip FOLDER       # CORPUS-ITEM.txt and .toml in FOLDER to tests/gold/real
    python -m tools.real_gold fill FOLDER        # tests/gold/real to pages in FOLDER, for `dragoman score FOLDER`

`--gold` names another folder of stand-off files, as `tests/gold/real/twice`, what a second annotator wrote.

A stand-off file has the fields of a gold page; whatever repeats words of the page is where they stand in it.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tools.corpus_items import CorpusItem, read_corpus

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT / "tests" / "gold" / "real"
TWICE = REAL / "twice"
ENDING = ".standoff.toml"
DATA = ROOT.parent / "shared" / "data"
CORPORA = {
    "us-state-press-2021-2022": "corpora/us-state-press-2021-2022/releases.jsonl.xz",
    "white-house-press-2021-2022": "corpora/white-house-press-2021-2022/releases.jsonl.xz",
    "wikinews-en-2019-2020": "corpora/wikinews-en-2019-2020/articles.jsonl.xz",
    "geowebnews": "geoparsing/GWN.xml.xz",
    "lgl": "geoparsing/lgl.xml.xz",
    "five-w-one-h": "five-w-one-h/gold.jsonl.xz",
}
_TABLES = ("engagement", "not")
_WORDS = ("headline", "quote", "name")
"""Fields that repeat the page; a name that the page has otherwise stays as it is."""
_LEFT_OUT = frozenset({"topics", "content", "attributed_to"})
_SOURCE = ("corpus", "item", "sha256")

Table = dict[str, Any]


class RealGoldError(Exception):
    """Annotations and corpora do not fit; the message says which, and what to do."""


def strip_pages(folder: Path, target: Path = REAL, data: Path = DATA) -> list[Path]:
    """The annotated pages of ``folder``, named after corpus and item, as stand-off files in ``target``.

    Raises:
        RealGoldError: if a page is not the one of its corpus, or words of its annotations do not stand on it.
    """
    written = []
    for path in sorted(folder.glob("*.toml")):
        corpus, _, number = path.stem.rpartition("-")
        item = _find_item(data, corpus, int(number))
        if path.with_suffix(".txt").read_text("utf-8") != item.text:
            raise RealGoldError(f"{path.stem}: the page beside it is not {corpus}, item {int(number)}")
        table = tomllib.loads(path.read_text("utf-8"))
        source = dict(zip(_SOURCE, (corpus, int(number), item.digest), strict=True))
        stripped = {"page": source | _strip(table["page"], item.text, path.stem)}
        for key in _TABLES:
            stripped[key] = [_strip(row, item.text, path.stem) for row in table.get(key, ())]
        written.append(target / f"{path.stem}{ENDING}")
        written[-1].write_text(to_toml(stripped), "utf-8")
    return written


def fill_pages(folder: Path, source: Path = REAL, data: Path = DATA) -> list[Path]:
    """The stand-off files of ``source`` as pages in ``folder``: a record with title, text and day, and its annotations.

    Raises:
        RealGoldError: if a corpus is not there, or an item is not the text that was annotated.
    """
    written = []
    for path in sorted(source.glob(f"*{ENDING}")):
        table = tomllib.loads(path.read_text("utf-8"))
        corpus, number, digest = (table["page"].pop(key) for key in _SOURCE)
        item = _find_item(data, corpus, number)
        if item.digest != digest:
            raise RealGoldError(
                f"{corpus}, item {number}: not the text that was annotated; get the corpus as it was"
            )
        filled = {"page": _fill(table["page"], item.text)}
        for key in _TABLES:
            filled[key] = [_fill(row, item.text) for row in table.get(key, ())]
        page = folder / f"{path.name.removesuffix(ENDING)}.json"
        record = {"title": item.title, "text": item.body, "published": item.published}
        page.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
        page.with_suffix(".toml").write_text(to_toml(filled), "utf-8")
        written.append(page)
    return written


def _find_item(data: Path, corpus: str, number: int) -> CorpusItem:
    if corpus not in CORPORA:
        raise RealGoldError(f"{corpus!r} is no corpus of these pages: {', '.join(CORPORA)}")
    try:
        return _read_once(data / CORPORA[corpus])[number]
    except FileNotFoundError as error:
        path = data / CORPORA[corpus]
        raise RealGoldError(f"{path} is not there; name the folder of the corpora with --data") from error
    except IndexError as error:
        raise RealGoldError(f"{corpus} has no item {number}; get the corpus as it was") from error


_read_once = cache(read_corpus)


def _strip(row: Table, text: str, name: str) -> Table:
    kept = {key: value for key, value in row.items() if key not in _LEFT_OUT}
    for key in _WORDS:
        if key in kept:
            found = _find(kept[key], text)
            if found is None and key != "name":
                raise RealGoldError(f"{name}: the {key} is not on the page: {kept[key]!r}")
            kept[key] = kept[key] if found is None else found
    return kept


def _find(words: str, text: str) -> list[int] | None:
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return None if found is None else [*found.span()]


def _fill(row: Table, text: str) -> Table:
    return {
        key: text[slice(*value)] if key in _WORDS and isinstance(value, list) else value
        for key, value in row.items()
    }


def to_toml(tables: Table) -> str:
    """A gold page's tables as TOML.

    >>> print(to_toml({"page": {"item": 3}, "not": [{"quote": [4, 9], "why": "a \\"test\\""}]}), end="")
    [page]
    item = 3
    <BLANKLINE>
    [[not]]
    quote = [4, 9]
    why = "a \\"test\\""
    """
    return "\n\n".join(_sections(tables)) + "\n"


def _sections(tables: Table) -> Iterator[str]:
    for key, value in tables.items():
        for row in value if isinstance(value, list) else [value]:
            head = f"[[{key}]]" if isinstance(value, list) else f"[{key}]"
            yield "\n".join([head, *(f"{name} = {_value(one, top=True)}" for name, one in row.items())])


def _value(value: object, *, top: bool = False) -> str:
    """A value on one line; the parties of an engagement on one line each."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        if top and value and isinstance(value[0], dict):
            return "[\n" + "".join(f"  {_value(one)},\n" for one in value) + "]"
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Strips or fills, and says how many pages there are."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.real_gold",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("direction", choices=["strip", "fill"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gold", type=Path, default=REAL, help="folder of the stand-off files")
    parser.add_argument("--data", type=Path, default=DATA, help="folder that the corpora lie in")
    options = parser.parse_args()
    run = strip_pages if options.direction == "strip" else fill_pages
    options.folder.mkdir(parents=True, exist_ok=True)
    try:
        print(f"{len(run(options.folder, options.gold, options.data))} pages")
    except RealGoldError as error:
        parser.exit(1, f"{error}\n")


if __name__ == "__main__":
    main()
