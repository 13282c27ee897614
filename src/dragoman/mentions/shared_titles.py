"""Shared titles and countries: "foreign ministers Anna Vell of P and Bo Marr of Q" are a foreign minister each.

And of "P's prime minister A and foreign minister B" both serve P, if nothing says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from dragoman.mentions.belonging import Belonging
from dragoman.mentions.home import is_homeless
from dragoman.mentions.mention import Actor
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
    title, belonging = before.title, read.belonging
    between = {sight.word(index) for index in range(before.last, read.first)}
    if (
        title is None
        or read.title is not None
        or (belonging is None and (belonging := _told_ahead(before)) is None)
        or not title.span.of(source).endswith("s")
        or title.span.start > before.name_span.start
        or not between <= {",", "and", "&"}
    ):
        return read
    return replace(read, title=title, belonging=belonging)


def _told_ahead(before: PersonRead) -> Belonging | None:
    """The state of "Ruritanian deputy ministers A and B": told ahead of the title, it is each one's."""
    told, title = before.belonging, before.title
    return told if told is not None and title is not None and told.span.start < title.span.start else None


_JOINED = frozenset({"and", ", and", "and his", "and her", "as well as", "together with", "along with"})
_DOUBT = 0.75


def share_countries(actors: dict[PersonRead, Actor], source: str) -> dict[PersonRead, Actor]:
    """The actors, those without a country with that of whom they are named beside."""
    settled: dict[Actor, Actor] = {}
    reads = sorted(actors, key=lambda read: (read.sentence, read.name_first))
    for before, read in pairwise(reads):
        actor = actors[read]
        country = _country_ahead(before, read, source)
        if country is not None and is_homeless(actor) and read.belonging is None and actor not in settled:
            settled[actor] = replace(
                actor,
                country=country,
                country_at=(before.belonging.span,) if before.belonging is not None else (),
                confidence=min(actor.confidence, _DOUBT),
                reason="an office without a country: that of the official named before",
            )
    return {read: settled.get(actor, actor) for read, actor in actors.items()} if settled else actors


def _country_ahead(before: PersonRead, read: PersonRead, source: str) -> str | None:
    """The country told ahead of one official, of whom and of the next something is told together."""
    told, title = before.belonging, read.title
    if before.sentence != read.sentence or told is None or told.country is None or title is None:
        return None
    if not told.span.start < before.name_span.start or not before.name_span.end < title.span.start:
        return None
    between = " ".join(source[before.name_span.end : title.span.start].lower().split())
    apart = source[: told.span.start].lower().rstrip().endswith("between")
    return told.country if between in _JOINED and not apart else None
