"""Sentences with names in brackets, ``[PER Antony Blinken] flew to [LOC Paris].``, to training examples.

A line is a sentence; empty lines and lines that start with ``#`` are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.citation import Span
from dragoman.language.document import NameLabel
from dragoman.language.words import split_words
from tools.pack.example import Example, tag_span

_NAME = re.compile(r"\[(?P<label>" + "|".join(NameLabel) + r") (?P<name>[^\]]+)\]")


def read_markup(path: Path, source: str) -> list[Example]:
    """The sentences of a file. Raises ValueError with file and line where a bracket is left over."""
    return list(parse_lines(path.read_text(encoding="utf8").splitlines(), source, str(path)))


def parse_lines(lines: Iterable[str], source: str, path: str = "<lines>") -> Iterator[Example]:
    """The sentence of every line that has one."""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, spans = strip_markup(line.strip())
        if re.search(r"\[[A-Z]+ ", text):
            raise ValueError(f"{path}:{number}: a bracket is left over in {text!r}")
        yield to_example(text, spans, source)


def strip_markup(line: str) -> tuple[str, list[tuple[Span, NameLabel]]]:
    """The plain text of a line and its names.

    >>> strip_markup("[LOC Paris] waits.")
    ('Paris waits.', [(Span(start=0, end=5), <NameLabel.LOC: 'LOC'>)])
    """
    pieces: list[str] = []
    spans = []
    length = last = 0
    for match in _NAME.finditer(line):
        pieces += [line[last : match.start()], match["name"]]
        start = length + match.start() - last
        length = start + len(match["name"])
        spans.append((Span(start, length), NameLabel(match["label"])))
        last = match.end()
    return "".join([*pieces, line[last:]]), spans


def to_example(text: str, spans: Iterable[tuple[Span, NameLabel]], source: str) -> Example:
    """The words of ``text``, each name certain and everything else certainly no name."""
    words = split_words(text)
    names = ["O"] * len(words)
    for span, label in spans:
        inside = [number for number, word in enumerate(words) if word.overlaps(span)]
        if inside:
            tag_span(names, inside[0], inside[-1] + 1, label.value)
    return Example(source, tuple(word.of(text) for word in words), names=tuple(names))
