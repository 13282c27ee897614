"""Spots: what the act network is shown of a document: sentences with those before them, and the mentions in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.language.act_network import MOST_BACK, Spot
from dragoman.language.document import Sentence
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import (
    ConferenceMention,
    Mention,
    MentionKind,
    PlaceMention,
    TimeMention,
)

MOST_WORDS = 170
"""Words of a sentence and those before it that are looked at together."""
TYPES = {
    MentionKind.PERSON: 1,
    MentionKind.GOVERNMENT: 2,
    MentionKind.ORGANIZATION: 3,
    MentionKind.ARMED_GROUP: 4,
}
PLACE, CONFERENCE, TIME = 5, 6, 7

AnyMention = Mention | PlaceMention | ConferenceMention | TimeMention


def window_of(tagged: Sequence[Sentence], at: int) -> list[Sentence]:
    """Sentence number ``at`` with the ``MOST_BACK`` before it, as many as ``MOST_WORDS`` allow."""
    window = [tagged[at]]
    size = len(tagged[at].tokens)
    for earlier in reversed(tagged[max(0, at - MOST_BACK) : at]):
        size += len(earlier.tokens)
        if size > MOST_WORDS:
            break
        window.insert(0, earlier)
    return window


def spots_of(sentences: Iterable[Sentence], mentions: Mentions) -> dict[int, list[tuple[Spot, AnyMention]]]:
    """What the network is asked about, by sentence: actors, places, conferences and days. Their sentence is left 0."""
    found: dict[int, list[tuple[Spot, AnyMention]]] = defaultdict(list)
    for actor in mentions.actors:
        spot = Spot(0, actor.first, actor.last, TYPES[actor.actors[0].kind])
        found[actor.sentence].append((spot, actor))
    for place in mentions.places:
        found[place.sentence].append((Spot(0, place.first, place.last, PLACE), place))
    for gathering in mentions.conferences:
        found[gathering.sentence].append((Spot(0, gathering.first, gathering.last, CONFERENCE), gathering))
    for sentence in sentences:
        for time in mentions.times_in(sentence.span):
            words = [i for i, token in enumerate(sentence.tokens) if token.span.overlaps(time.span)]
            if words:
                found[sentence.index].append((Spot(0, words[0], words[-1] + 1, TIME), time))
    return found
