"""Sightings: an official speaks abroad, "Secretary X with Y of Z Television" over the line "Oslo, Norway".

The transcript of remarks is headed with who speaks, and where, on a line of its own. Who speaks in another country is
there on a visit, of which the day of the remarks is one day; how long it lasts is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.citation import hull
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, Part, When
from dragoman.engagements.clauses import noun_clause
from dragoman.engagements.engagement import SEEN, Kind, Role, Status
from dragoman.engagements.roles import is_official, is_person
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document, Sentence
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention
from dragoman.pages.article import Article, BlockKind

# "Remarks by President X", "Opening statement of Minister Y", or the speaker's name at once.
_BY = re.compile(
    r"(?i)^(?:(?:opening|closing|welcome|welcoming|brief|joint|keynote|full|press|transcript|text|the|of|and)[\s:]+)*"
    r"(?:remarks?|statements?|speech|address|interview|toast|comments|availability|avail|conference|lecture|intervention|"
    r"q&a|doorstep|transcript)?\s*(?:to the press|to media|to the media)?\s*(?:by|of|with|from|:)?\s*(?:the\s)?$"
)
# Those who speak from elsewhere, or on the way.
_ELSEWHERE = re.compile(
    r"(?i)\b(?:virtual(?:ly)?|online|video|videoconference|teleconference|telephone|telephonic|phone|call|"
    r"en route|aboard|on board|recorded|written|travels?|trips?|visits?|to (?:visit|travel))\b"
)
# "SECRETARY BLINKEN: Good morning", "QUESTION: …": words as they were spoken.
_TURN = re.compile(r"(?m)^(?:[A-Z][A-Z’'.\-]*\s){0,5}[A-Z][A-Z’'.\-]{2,}(?:\s\([^)]*\))?:\s")
SIGHTING = "headline:remarks abroad"
"""The rule of a visit that only the head of a transcript tells."""
# How much remarks abroad alone prove a visit.
_WEIGHT = 0.65


def find_sightings(
    doc: Document, headline: Sentence | None, mentions: Mentions, told: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The visit of whoever speaks abroad, unless the page tells of a journey there or of a meeting at its head."""
    where, day = mentions.dateline, mentions.day
    if headline is None or where is None or where.country is None or day is None:
        return
    if not _is_transcript(doc.article) or any(
        c.kind is Kind.MEETING and c.sentence == headline.index for c in told
    ):
        return
    speaker = _speaker(doc.article, headline, mentions)
    if speaker is None or speaker[0].country in {None, where.country}:
        return
    actor, mention = speaker
    tree = Tree(headline)
    span = hull([mention.span, where.span])
    candidate = Candidate(
        Kind.VISIT,
        None,
        SIGHTING,
        headline.index,
        mention.span,
        span,
        noun_clause(tree, mention.last - 1, frozenset()),
        tree,
        _WEIGHT,
        [Part(Role.ACTOR, actor, mention)],
        [where],
    )
    candidate.status = Status.ONGOING
    candidate.when = When(DateSpan.of_day(day), where.span, SEEN)
    yield candidate


def _is_transcript(article: Article) -> bool:
    """Whether a page is words as spoken, under a line of its own for the place."""
    line = article.dateline
    alone = line is not None and any(block.span == line.span for block in article.blocks)
    return alone and _TURN.search(article.text) is not None and not _ELSEWHERE.search(article.headline or "")


def _speaker(article: Article, headline: Sentence, mentions: Mentions) -> tuple[Actor, Mention] | None:
    """The official whom the headline names first, as the one who speaks."""
    named = [mention for mention in mentions.actors if mention.sentence == headline.index]
    for mention in sorted(named, key=lambda one: one.span):
        if not _BY.match(article.text[headline.span.start : mention.span.start]):
            return None
        people = [actor for actor in mention.actors if is_person(actor) and is_official(actor)]
        if people:
            return people[0], mention
    return None


def headline_of(doc: Document) -> Sentence | None:
    """The first sentence of the headline, as far as it was tagged."""
    for sentence in doc.sentences:
        if sentence.block is BlockKind.HEADLINE and sentence.tokens and sentence.tokens[0].dep:
            return sentence
    return None
