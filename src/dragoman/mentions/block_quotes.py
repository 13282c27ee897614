"""Block quotes: paragraphs in somebody's own words, without quotation marks, behind "the Minister said:".

So releases of ministries in Dublin, London, Canberra and Wellington set what their ministers say. The words go on until a
paragraph tells of the speaker again or introduces somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.knowledge.names import fold
from dragoman.mentions.mention import Actor
from dragoman.pages.article import Article, Block, BlockKind

# What ends in "…, the Taoiseach said:".
_INTRODUCING = re.compile(
    r"(?P<who>[^.!?;:]{1,160}?)\s(?:said|says|stated|commented|added|noted|remarked|concluded|continued)"
    r"(?:\s(?:today|tonight|that|yesterday))?\s?:\s*$"
)
_OPENING_MARKS = ('"', "“", "'", "‘", "«")
_OWN_WORDS = re.compile(r"\b(?:I|we|our|my|us|me)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:said|added|welcomed|noted|concluded|met|will)\b")
_AFTERWORD = re.compile(
    r"(?i)(?:ends?\b|notes?\b|note to|for more|further information|contact|press office|media)"
)

Quote = tuple[int, tuple[Actor, ...] | None]


def find_block_quotes(article: Article, people: Iterable[Actor]) -> tuple[Quote, ...]:
    """Where the text passes to a speaker's own words, and back to the page's (``None``)."""
    return tuple(_quotes(article, list(people)))


def _quotes(article: Article, people: list[Actor]) -> Iterator[Quote]:
    speaking: tuple[Actor, ...] = ()
    for before, block in pairwise(article.blocks):
        text = block.span.of(article.text)
        speaker = _introduced(before.span.of(article.text), people)
        if speaker and block.kind is BlockKind.PARAGRAPH and not text.startswith(_OPENING_MARKS):
            speaking = speaker
            yield block.span.start, speaker
        elif speaking and _ends(block, text, speaking):
            speaking = ()
            yield block.span.start, None


def _introduced(text: str, people: list[Actor]) -> tuple[Actor, ...]:
    """The one person whom a paragraph names last before "said:"."""
    found = _INTRODUCING.search(text) if text.rstrip().endswith(":") else None
    if found is None:
        return ()
    words = fold(found["who"]).replace(",", " ").split()
    named = [(_called_at(actor, words), actor) for actor in people]
    last = max((at for at, _ in named), default=-1)
    speakers = {actor.key: actor for at, actor in named if at == last >= 0}
    if not speakers and _BY_OFFICE.search(found["who"]) is not None:
        return _first_official(people)
    return tuple(speakers.values()) if len(speakers) == 1 else ()


# "the Minister", "the Tánaiste": whom the page has introduced, by whatever office it gave first.
_BY_OFFICE = re.compile(r"\b[Tt]he (?:[A-ZÁÉÍÓÚ][\w’']*\s?)+$")


def _first_official(people: list[Actor]) -> tuple[Actor, ...]:
    """Who is first told of with an office on the page."""
    officials = [actor for actor in people if actor.title is not None and actor.named_at]
    first = min(officials, key=lambda actor: actor.named_at[0].start, default=None)
    return () if first is None else (first,)


def _called_at(actor: Actor, words: list[str]) -> int:
    """Where somebody is named by surname or office for the last time; -1 if nowhere."""
    surname = fold(actor.name or "").split()[-1:]
    title = fold(actor.title.text if actor.title is not None else actor.office_title or "").split()
    ends = [index for index in range(len(words)) if surname and words[index] == surname[0]]
    ends += [
        index + len(title) - 1
        for index in range(len(words))
        if title and words[index : index + len(title)] == title
    ]
    return max(ends, default=-1)


def _ends(block: Block, text: str, speaking: tuple[Actor, ...]) -> bool:
    """Whether a paragraph is the page's again: a heading, notes, or telling of the speaker or of what was said."""
    if block.kind is not BlockKind.PARAGRAPH or _AFTERWORD.match(text) is not None:
        return True
    if _OWN_WORDS.search(text) is not None:
        return text.startswith(_OPENING_MARKS)
    told = fold(text).replace(",", " ").split()
    return _TOLD.search(text) is not None and any(_called_at(actor, told) >= 0 for actor in speaking)
