"""read_document: a tagged document to engagements.

The order of stages: mentions → acts sentence by sentence → circumstances and status → joining and itineraries →
assembly with evidence → what is part of what.
"""

from __future__ import annotations

from dragoman.engagements.acts import find_acts
from dragoman.engagements.assembly import Assembler
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.circumstances import fill_circumstances
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.engagements.itinerary import gather_trips
from dragoman.engagements.joining import drop_weaker_speech, join, settle_channels, settle_discussions
from dragoman.engagements.lexicon import load_lexicon
from dragoman.engagements.nesting import nest
from dragoman.engagements.reciprocity import complete_exchanges
from dragoman.engagements.status import judge
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document
from dragoman.mentions.finding import find_mentions


def read_document(doc: Document, kb: KnowledgeBase) -> tuple[Engagement, ...]:
    """The engagements of a tagged document, in text order."""
    lexicon = load_lexicon()
    mentions = find_mentions(doc, kb)
    source = doc.article.text
    candidates: list[Candidate] = []
    for sentence in doc.sentences:
        found = find_acts(sentence, mentions, lexicon)
        complete_exchanges(found, mentions)
        for candidate in found:
            fill_circumstances(candidate, mentions)
            judge(candidate, mentions.day)
        candidates.extend(drop_weaker_speech(found))
    settle_channels(candidates, source)
    trips = gather_trips(candidates)
    groups = join(c for c in candidates if c.kind is not Kind.VISIT)
    settle_discussions(
        groups, {trip.country: set(trip.countries) for trip in trips if trip.country is not None}
    )
    assembler = Assembler(doc, mentions, kb)
    engagements = [eng for trip in trips for eng in assembler.visits(trip)]
    engagements.extend(assembler.engagement(group) for group in groups)
    return nest(tuple(sorted(engagements, key=lambda eng: eng.trigger[0].span)))
