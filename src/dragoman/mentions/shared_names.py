"""Names that two bodies share the end of: "the Donetsk and Luhansk People's Republics", "the Qassam and Quds Brigades"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.citation import Span
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import read_body
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight

_RULE = "names that share their end"
_PAIR = re.compile(
    r"""
    \b(?P<one>[A-Z][\w-]+)\ and\ (?P<other>[A-Z][\w-]+)\    # Donetsk and Luhansk
    (?P<end>(?:[A-Z]\w+(?:['’]s)?\ ){0,3}[A-Z]\w+)s\b       # People's Republics
    """,
    re.VERBOSE,
)
_BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP})


def add_shared_names(
    sights: list[Sight], direct: list[list[Mention]], source: str, kb: KnowledgeBase
) -> list[list[Mention]]:
    """The mentions of each sentence, and pairs of bodies in the place of what stood within their names."""
    pairs = list(_pairs(source, kb))
    if not pairs:
        return direct
    added: list[list[Mention]] = []
    for sight, found in zip(sights, direct, strict=True):
        own = [_mention(sight, span, actors) for span, actors in pairs if sight.sentence.span.covers(span)]
        told = [mention for mention in own if mention is not None]
        kept = [m for m in found if not any(mention.span.covers(m.span) for mention in told)]
        added.append(sorted([*kept, *told], key=lambda mention: mention.first))
    return added


def _pairs(source: str, kb: KnowledgeBase) -> Iterator[tuple[Span, tuple[Actor, ...]]]:
    """Where two bodies are told by one end of their names, and which they are."""
    for pair in _PAIR.finditer(source):
        span = Span(pair.start(), pair.end())
        read = [read_body(f"{pair[first]} {pair['end']}", span, kb) for first in ("one", "other")]
        bodies = tuple(actor for actor in read if actor is not None and actor.kind in _BODIES)
        if len(bodies) == len(read):
            yield span, bodies


def _mention(sight: Sight, span: Span, actors: tuple[Actor, ...]) -> Mention | None:
    """The mention of the words at ``span``."""
    inside = [index for index, token in enumerate(sight.sentence.tokens) if span.covers(token.span)]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    return Mention(sight.sentence.index, first, last, span, actors, _RULE, plural=True)
