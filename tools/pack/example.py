"""One training sentence, and what its partial name labels allow.

A name tag says which labels are possible for a word, so that corpora annotated with different label sets can
train one head: ``B-LOC|B-FAC`` is a place or a facility, ``?`` is anything, ``O|DATE`` is no name or part of a date.

>>> sorted(LABELS[i] for i in allowed("O|NORP"))
['B-NORP', 'I-NORP', 'O']
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman.language.document import NameLabel

LABELS = ("O", *(f"{part}-{name.value}" for name in NameLabel for part in "BI"))
UNKNOWN = "?"
IGNORED = -100
"""Stands for a head or label that is not annotated; losses leave it out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the layers its corpus has; ``heads`` count words from 1, 0 is the root."""

    source: str
    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None


@functools.cache
def allowed(tag: str) -> frozenset[int]:
    """The indices in ``LABELS`` that ``tag`` allows. Raises ValueError for a tag that is not known."""
    if tag == UNKNOWN:
        return frozenset(range(len(LABELS)))
    indices: set[int] = set()
    for part in tag.split("|"):
        wanted = (part,) if part in LABELS else (f"B-{part}", f"I-{part}")
        if wanted[0] not in LABELS:
            raise ValueError(f"{tag!r} has no label {part!r}; labels are {', '.join(LABELS)}")
        indices.update(LABELS.index(label) for label in wanted)
    return frozenset(indices)


def tag_span(names: list[str], first: int, last: int, *labels: str) -> None:
    """Marks words ``first`` to ``last`` (excluded) as one name that has one of ``labels``."""
    for position in range(first, last):
        part = "B" if position == first else "I"
        names[position] = "|".join(f"{part}-{label}" for label in labels)


def write_examples(path: Path, examples: Iterable[Example]) -> int:
    """One JSON object a line; returns how many."""
    count = 0
    with path.open("w", encoding="utf8") as lines:
        for example in examples:
            kept = {key: value for key, value in asdict(example).items() if value is not None}
            lines.write(json.dumps(kept, ensure_ascii=False) + "\n")
            count += 1
    return count


def read_examples(path: Path) -> list[Example]:
    """The sentences that ``write_examples`` wrote."""
    with path.open(encoding="utf8") as lines:
        return [_example(json.loads(line)) for line in lines]


def _example(fields: dict[str, object]) -> Example:
    frozen = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Example(**frozen)  # type: ignore[arg-type]
