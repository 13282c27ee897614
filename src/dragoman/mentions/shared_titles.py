"""Shared titles: "foreign ministers Anna Vell of P and Bo Marr of Q" are a foreign minister each."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.mentions.people import PersonRead
from dragoman.mentions.phrases import Sight

# "Presidents A and B": each of them is a president.
_PLURAL = re.compile(r"(?i)\b(president|minister|chancellor|ambassador|envoy|leader|chief|king)s$")


def share_titles(sight: Sight, reads: list[PersonRead], source: str) -> list[PersonRead]:
    """The people of a sentence, with a plural title for each of those it is put before."""
    shared: list[PersonRead] = []
    for read in reads:
        shared.append(_sharing_title(sight, read, shared[-1], source) if shared else read)
    return [_singular(read) for read in shared]


def _singular(read: PersonRead) -> PersonRead:
    title = read.title
    if title is None or _PLURAL.search(title.text) is None:
        return read
    return replace(read, title=replace(title, text=_PLURAL.sub(r"\1", title.text)))


def _sharing_title(sight: Sight, read: PersonRead, before: PersonRead, source: str) -> PersonRead:
    """ "foreign ministers A of P, B of Q and C of R": the plural title is each one's."""
    title = before.title
    between = {sight.word(index) for index in range(before.last, read.first)}
    if (
        title is None
        or read.title is not None
        or read.belonging is None
        or not title.span.of(source).endswith("s")
        or title.span.start > before.name_span.start
        or not between <= {",", "and", "&"}
    ):
        return read
    return replace(read, title=title)
