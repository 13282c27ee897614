"""Turns: who speaks where in a transcript ("SECRETARY BLINKEN: …", "QUESTION: …", "Sergey Lavrov: …").

"We" and "I" are the speaker's of the turn. What a journalist or a moderator says of "us" is nobody's act.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dragoman.citation import Span
from dragoman.knowledge.names import fold, skeleton
from dragoman.mentions.block_quotes import find_block_quotes
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.pages.article import Article, BlockKind

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,60}?)(?:\s*\([^)\n]{1,40}\))?:\s")
ASKING = frozenset(
    "question q reporter journalist moderator operator aide participant interviewer host speaker interpreter".split()
)
_ANSWER = frozenset({"answer", "a"})
# With fewer labelled paragraphs a colon is only a colon.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a transcript: where each starts, and who speaks; nobody for journalists."""

    starts: tuple[int, ...] = ()
    speakers: tuple[tuple[Actor, ...] | None, ...] = ()
    asked_at: int | None = None
    """Where the press asks first, if it does: from there on "you" are often those who ask."""

    def at(self, position: int) -> tuple[Actor, ...] | None:
        """Who speaks at a position of the text; ``None`` outside of turns, or if it is not known who."""
        number = bisect_right(self.starts, position) - 1
        return self.speakers[number] if number >= 0 else None

    @property
    def officials(self) -> tuple[Actor, ...]:
        """Everybody known who has a turn of their own."""
        alone = (speaks[0] for speaks in self.speakers if speaks is not None and len(speaks) == 1)
        return tuple({actor.key: actor for actor in alone if actor.kind is MentionKind.PERSON}.values())

    def faced(self, position: int) -> tuple[Actor, ...]:
        """Whom the speaker at a position faces: the one speaker of another side, until the press asks."""
        speaking = self.at(position) or ()
        if len(speaking) != 1 or (self.asked_at is not None and position >= self.asked_at):
            return ()
        others = tuple(actor for actor in self.officials if actor.side != speaking[0].side)
        return others if len(others) == 1 else ()


@dataclass(frozen=True, slots=True)
class Speech:
    """In whose name a page speaks: turn by turn in a transcript, else its issuers."""

    issuers: tuple[Actor, ...] = ()
    turns: Turns = Turns()
    ahead: Mapping[int, tuple[Actor, ...]] = field(default_factory=dict)
    """Who speaks in the sentences of quotations that name their speaker only where they end."""

    def at(self, position: int) -> tuple[Actor, ...]:
        """Who "we" and "I" are at a position outside quotation marks."""
        told = self.turns.at(position)
        return self.issuers if told is None else told


def find_turns(
    article: Article, people: Iterable[Actor], issuers: tuple[Actor, ...], mentions: Sequence[Mention] = ()
) -> Turns:
    """The turns of an article: of a transcript, else what it sets in somebody's own words without quotation marks.

    A spokesperson of a ministry whose country the page does not say speaks for the one the answers speak of most.
    """
    known = [actor for actor in people if actor.kind is MentionKind.PERSON and actor.name]
    found: list[tuple[Span, tuple[Actor, ...] | None]] = []
    for block in article.blocks:
        label = _LABEL.match(article.text, block.span.start, block.span.end)
        if label is None or block.kind is BlockKind.HEADLINE:
            continue
        speaks = _speaker(label["label"], known, issuers)
        if speaks is _NO_TURN and block.span.of(article.text).rstrip().endswith("?"):
            speaks = ()  # a paper or an agency that asks
        if speaks is not _NO_TURN:
            found.append((block.span, speaks))
    if len(found) < _LEAST:
        quotes = find_block_quotes(article, known)
        return Turns(tuple(start for start, _ in quotes), tuple(speaker for _, speaker in quotes))
    speaks_for = issuers or _most_told(article, found, known, mentions)
    if all(speaks == () for _, speaks in found):
        found = _with_answers(article, found)
    asked = (span.start for span, speaks in found if speaks == () and "?" in span.of(article.text))
    return Turns(
        tuple(span.start for span, _ in found),
        tuple(speaks_for if speaks is None or speaks is _SPOKEN_FOR else speaks for _, speaks in found),
        next(asked, None),
    )


def _with_answers(
    article: Article, found: list[tuple[Span, tuple[Actor, ...] | None]]
) -> list[tuple[Span, tuple[Actor, ...] | None]]:
    """The turns of a page that labels its questions alone: what follows a question's paragraph is answered."""
    asked = {span for span, _ in found}
    turns: list[tuple[Span, tuple[Actor, ...] | None]] = []
    for before, block in pairwise(article.blocks):
        if before.span in asked:
            turns.append((before.span, ()))
            turns.extend([(block.span, None)] if block.span not in asked else [])
    return turns or found


def _most_told(
    article: Article,
    found: list[tuple[Span, tuple[Actor, ...] | None]],
    known: list[Actor],
    mentions: Sequence[Mention],
) -> tuple[Actor, ...]:
    """The government that a spokesperson's answers name most often, if it is one by far."""
    speakers = [actor for actor in known if actor.role in SPOKESPEOPLE]
    if not speakers:
        return ()
    own = {actor.country for actor in speakers if actor.country is not None}
    if len(own) == 1:
        return _government_of(own, mentions)
    ends = [span.start for span, _ in found[1:]] + [len(article.text)]
    answers = [
        Span(span.start, end)
        for (span, speaks), end in zip(found, ends, strict=True)
        if speaks is None or speaks is _SPOKEN_FOR
    ]
    told = [
        mention.actors[0]
        for mention in mentions
        if len(mention.actors) == 1
        and mention.actors[0].kind is MentionKind.GOVERNMENT
        and any(answer.covers(mention.span) for answer in answers)
    ]
    counts = Counter(actor.country for actor in told).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return ()
    speaker = next(actor for actor in told if actor.country == counts[0][0])
    return (replace(speaker, confidence=_DOUBT, reason="the country its spokesperson's answers speak of"),)


def _government_of(countries: set[str], mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The government of a country, if the page names it."""
    named = (mention.actors[0] for mention in mentions if len(mention.actors) == 1)
    states = (actor for actor in named if actor.kind is MentionKind.GOVERNMENT)
    return tuple(actor for actor in states if actor.country in countries)[:1]


SPOKESPEOPLE = frozenset({"spokesperson", "press-secretary"})
_OFTEN = 3
_DOUBT = 0.75
# A spokesperson's turn, until it is known for whom.
_SPOKEN_FOR: tuple[Actor, ...] = (Actor(MentionKind.PERSON, "spokesperson", None, None, None, None),)
_NO_TURN: tuple[Actor, ...] = (Actor(MentionKind.PERSON, "", None, None, None, None),)


def _called(words: list[str], known: list[Actor]) -> Actor | None:
    """The one of those known whom a label names last, or in another transcription ("FOREIGN MINISTER TILEUBERDI")."""
    last = words[-1].split("-")[-1]
    for fits in (_is_surname, _is_in_name):
        named = [actor for actor in known if fits(last, fold(actor.name or "").replace("-", " ").split())]
        named = [actor for actor in named if actor.country or actor.serves_body] or named
        if len({actor.key for actor in named}) == 1:
            return named[0]
    return None


def _is_surname(word: str, name: list[str]) -> bool:
    return name[-1:] == [word]


def _is_in_name(word: str, name: list[str]) -> bool:
    return any(skeleton(word) == skeleton(other) for other in name if len(other) >= _TELLING)


_TELLING = 4  # letters


# Offices that no spokesperson of the issuing department holds.
_RULING = frozenset("minister president king queen prince premier chancellor chairperson emir sultan".split())


def _speaker(label: str, known: list[Actor], issuers: tuple[Actor, ...]) -> tuple[Actor, ...] | None:
    """Who a label names: journalists are nobody, a spokesperson is who issues the page; ``_NO_TURN`` if it is none."""
    words = fold(label).replace(".", " ").split()
    if not words:
        return _NO_TURN
    if words[0] in ASKING or words[-1] in ASKING:
        return ()
    named = _called(words, known)
    if named is not None:
        return (named,) if named.role not in SPOKESPEOPLE else _SPOKEN_FOR
    if not _RULING.isdisjoint(words):
        return ()  # another's minister, whom the page names nowhere
    if words[0] in _ANSWER or label.upper() == label:
        return None if words[0] in _ANSWER else issuers
    return _NO_TURN
