"""Anchors: what a decision was about, told so that it is found again when a newer version reads the article.

A report is found by its id; else, within its article, by the words that tell it, then by kind, participants and place.
Two reports that were told apart are never taken for one: `find_all` gives each anchor a report of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.citation import Evidence, Span
from dragoman.engagements.engagement import ENCOUNTERS, Engagement, Kind
from dragoman.record.fields import key_of

# What speaks for a report being the anchored one. It takes _LEAST: all words that told it and its kind or a participant, or
# half of the words, its kind and most participants. A sentence often tells two acts with the same words, so kinds that
# are no kin never match.
_WORDS, _KIND, _PARTIES, _PLACE = 3.0, 1.0, 1.0, 0.5
_LEAST = 3.25
_KIN = (
    ENCOUNTERS,
    frozenset({Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT}),
    frozenset({Kind.AGREEMENT, Kind.AID, Kind.CONCESSION, Kind.MEDIATION}),
    frozenset({Kind.SANCTION, Kind.EXPULSION}),
)
"""Kinds a newer version may take for one another."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One article's telling of an event: where it is told, of what kind, with whom and where.

    ``participants`` are pairs of key and name, so that somebody who was only a name is found under an id.
    """

    article_id: str
    report_id: str
    kind: Kind
    span: Span
    quote: str
    participants: tuple[tuple[str, str], ...] = ()
    place: str | None = None


def anchor_of(eng: Engagement) -> Anchor:
    """The anchor of one article's engagement: at the first words that tell it.

    Raises:
        ValueError: if no words tell it; that is an engagement nobody has read.
    """
    if not eng.trigger:
        raise ValueError(f"engagement {eng.engagement_id} has no words that tell it")
    first = min(eng.trigger, key=lambda evidence: evidence.span)
    return Anchor(
        article_id=first.article_id,
        report_id=eng.engagement_id,
        kind=eng.kind,
        span=first.span,
        quote=first.quote,
        participants=tuple((key_of(who), who.name.value) for who in eng.participants),
        place=_place_of(eng),
    )


def find_all(anchors: Iterable[Anchor], engagements: Sequence[Engagement]) -> Mapping[Anchor, Engagement]:
    """The engagement each anchor means, of those now read from the anchors' article; the lost ones are left out.

    Anchors of one former report get the same engagement, those of two reports never do.
    """
    by_id = {eng.engagement_id: eng for eng in engagements}
    wanted = sorted(set(anchors), key=lambda anchor: (anchor.report_id, anchor.span, anchor.quote))
    taken = {anchor.report_id: by_id[anchor.report_id] for anchor in wanted if anchor.report_id in by_id}
    free = [eng for eng in engagements if eng.engagement_id not in taken]
    pairs = sorted(
        (-likeness(anchor, eng), anchor.report_id, eng.engagement_id)
        for anchor in wanted
        if anchor.report_id not in taken
        for eng in free
    )
    used: set[str] = set()
    for score, report_id, engagement_id in pairs:
        if -score >= _LEAST and report_id not in taken and engagement_id not in used:
            taken[report_id] = by_id[engagement_id]
            used.add(engagement_id)
    return {anchor: taken[anchor.report_id] for anchor in wanted if anchor.report_id in taken}


def likeness(anchor: Anchor, eng: Engagement) -> float:
    """How much ``eng`` is what ``anchor`` was about: 0 without words in common, or of a kind that is no kin."""
    if anchor.kind is not eng.kind and not any({anchor.kind, eng.kind} <= kin for kin in _KIN):
        return 0.0
    words = max((_common(anchor, evidence) for evidence in eng.trigger), default=0.0)
    if not words:
        return 0.0
    score = _WORDS * words + _KIND * (anchor.kind is eng.kind)
    known = {name.casefold() for pair in anchor.participants for name in pair}
    if known and eng.participants:
        found = [who for who in eng.participants if {key_of(who), who.name.value.casefold()} & known]
        score += _PARTIES * len(found) / max(len(eng.participants), len(anchor.participants))
    return score + _PLACE * (anchor.place is not None and anchor.place == _place_of(eng))


def relocate(evidence: Evidence, text: str) -> Evidence | None:
    """The evidence at the place nearest to its old one where ``text`` has its words; ``None`` where it has not."""
    if evidence.span.of(text) == evidence.quote:
        return evidence
    span = nearest(text, evidence.quote, evidence.span.start)
    return None if span is None else replace(evidence, span=span)


def nearest(text: str, words: str, near: int) -> Span | None:
    """Where ``words`` stand in ``text``, of several places the nearest to ``near``.

    >>> nearest("Oslo, then Oslo", "Oslo", 9)
    Span(start=11, end=15)
    """
    if not words:
        return None
    before = text.rfind(words, 0, max(near, 0) + len(words))
    after = text.find(words, max(near, 0))
    places = [start for start in (before, after) if start >= 0]
    if not places:
        return None
    start = min(places, key=lambda place: (abs(place - near), place))
    return Span(start, start + len(words))


def _common(anchor: Anchor, evidence: Evidence) -> float:
    """Which share of the words both stretches have in common, from 0 to 1; the same words elsewhere count half."""
    if anchor.article_id == evidence.article_id and anchor.span.overlaps(evidence.span):
        shared = min(anchor.span.end, evidence.span.end) - max(anchor.span.start, evidence.span.start)
        return shared / min(len(anchor.span), len(evidence.span))
    return 0.5 if anchor.quote == evidence.quote else 0.0


def _place_of(eng: Engagement) -> str | None:
    places = [eng.place] if eng.place is not None else [stop.place for stop in eng.stops]
    where = next((place.value for place in places), None)
    return None if where is None else (where.country or where.city)
