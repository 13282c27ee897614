"""Official sources: whether a government or an international organisation published a report itself.

>>> is_official("Ministry of Foreign Affairs of Ruritania", None), is_official("The Zenda Herald", None)
(True, False)
>>> is_official(None, "https://www.mfa.gov.rt/en/news/1"), is_official(None, "https://government-watch.example/1")
(True, False)
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from dragoman.codec import from_table
from dragoman.knowledge.names import fold


@dataclass(frozen=True, slots=True)
class _Marks:
    host_labels: frozenset[str]
    host_endings: tuple[str, ...]
    publisher_words: tuple[str, ...]


@cache
def _marks() -> _Marks:
    text = files("dragoman.record").joinpath("official.toml").read_text("utf-8")
    return from_table(tomllib.loads(text), _Marks)


@lru_cache(maxsize=4096)
def is_official(publisher: str | None, url: str | None) -> bool:
    """Whether the publisher's name or the address's host is that of a government or international organisation."""
    marks = _marks()
    name = f" {fold(publisher or '')} "
    if any(f" {words} " in name for words in marks.publisher_words):
        return True
    host = (urlsplit(url).hostname or "") if url else ""
    if any(host == ending or host.endswith(f".{ending}") for ending in marks.host_endings):
        return True
    return not marks.host_labels.isdisjoint(
        host.split(".")[1:] if host.startswith("www.") else host.split(".")
    )
