"""Items of public corpora: titles, texts and days as they are stored. A packed file goes in, its items come out.

>>> CorpusItem("Talks open", "Aalto met Vell.").text
'Talks open\\n\\nAalto met Vell.'
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_DAY_KEYS = ("published", "date", "date_publish", "dltime")
_DIGEST = 12  # characters that tell one text from another


@dataclass(frozen=True, slots=True)
class CorpusItem:
    """An item as its corpus has it; ``published`` is its day, where the corpus tells one."""

    title: str
    body: str
    published: str | None = None

    @property
    def text(self) -> str:
        """What offsets count: the title, an empty line and the body, or the body alone where there is no title."""
        return f"{self.title}\n\n{self.body}" if self.title else self.body

    @property
    def digest(self) -> str:
        """The beginning of the sha256 of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:_DIGEST]


def read_corpus(path: Path) -> tuple[CorpusItem, ...]:
    """The items of a corpus in its order: JSON lines or XML, packed with xz.

    Raises:
        FileNotFoundError: if it is not there.
    """
    with lzma.open(path, "rt", encoding="utf-8") as packed:
        if ".xml" in path.suffixes:
            articles = ElementTree.fromstring(packed.read())
            return _items({part.tag: part.text or "" for part in article} for article in articles)
        return _items(map(json.loads, packed))


def _items(rows: Iterable[dict[str, str]]) -> tuple[CorpusItem, ...]:
    return tuple(CorpusItem(row.get("title") or "", row["text"], _day(row)) for row in rows)


def _day(row: dict[str, str]) -> str | None:
    stamp = next((row[key] for key in _DAY_KEYS if row.get(key)), None)
    return stamp[:10] if stamp else None
