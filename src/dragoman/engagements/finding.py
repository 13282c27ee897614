"""read_document: a tagged document to engagements.

The order of stages: mentions → acts sentence by sentence → circumstances and status → joining and itineraries →
assembly with evidence → what is part of what.
"""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.acts import find_acts
from dragoman.engagements.agenda import find_agenda
from dragoman.engagements.announcing import date_by_announcement
from dragoman.engagements.appearances import find_appearances, settle_appearances
from dragoman.engagements.assembly import Assembler
from dragoman.engagements.authorship import Authored, find_authored
from dragoman.engagements.briefings import date_by_briefing
from dragoman.engagements.brokers import turn_offers
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.channels import settle_channels, settle_discussions, without_mere_agenda
from dragoman.engagements.charges import find_charges
from dragoman.engagements.circumstances import fill_circumstances
from dragoman.engagements.concerning import settle_deferred
from dragoman.engagements.consequences import find_consequences
from dragoman.engagements.context import (
    add_aims,
    continue_topic,
    drop_agreed_measures,
    drop_told_invitations,
    follow_contacts,
    follow_journeys,
    is_only_asked,
    place_by_stay,
    talk_of_acts,
    without_denied_attacks,
)
from dragoman.engagements.departed import Departed, find_departed, leave_to_history
from dragoman.engagements.diary import follow_diary
from dragoman.engagements.domestic import is_to_own_people, without_domestic
from dragoman.engagements.emergencies import find_emergencies
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.engagements.gatherings import drop_doubled_gatherings
from dragoman.engagements.invitations import without_kept_invitations
from dragoman.engagements.itinerary import gather_trips, lengthen_stays
from dragoman.engagements.joining import (
    attach_mediators,
    drop_named_gatherings,
    join,
    join_settled,
    settle_summits,
)
from dragoman.engagements.learned import LearnedReader, is_supposed
from dragoman.engagements.lexicon import Lexicon, load_lexicon
from dragoman.engagements.nesting import nest
from dragoman.engagements.occasions import find_asides
from dragoman.engagements.programme import add_programme
from dragoman.engagements.recalling import recall
from dragoman.engagements.reciprocity import complete_exchanges
from dragoman.engagements.scene_days import date_by_scene
from dragoman.engagements.separating import split_encounters
from dragoman.engagements.sightings import find_sightings, headline_of
from dragoman.engagements.status import judge
from dragoman.engagements.story_days import date_by_story
from dragoman.engagements.surroundings import carry_days, carry_places
from dragoman.engagements.threats import turn_into_threats
from dragoman.engagements.timeliness import age_together, look_ahead
from dragoman.engagements.topics import continued_topic, find_aims
from dragoman.engagements.tree import Tree
from dragoman.engagements.unclaimed import claim_days
from dragoman.engagements.untold import is_untold, is_without_news
from dragoman.engagements.utterances import drop_demanded_deeds, drop_weaker_speech
from dragoman.engagements.visitors import find_visitors
from dragoman.engagements.voiced import find_voiced
from dragoman.engagements.wayside import add_origins, add_stops_of_meetings, take_up_earlier
from dragoman.engagements.windows import fit_weekdays
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document
from dragoman.mentions.finding import Mentions, find_mentions
from dragoman.pages.article import BlockKind


def read_document(
    doc: Document, kb: KnowledgeBase, mentions: Mentions | None = None
) -> tuple[Engagement, ...]:
    """The engagements of a tagged document, in text order; ``mentions`` if they have been found already."""
    if is_without_news(doc.article):
        return ()
    lexicon = load_lexicon()
    mentions = find_mentions(doc, kb) if mentions is None else mentions
    source = doc.article.text
    candidates: list[Candidate] = []
    authored: list[Authored] = []
    aims: list[tuple[str, Span]] = []
    departed = find_departed(doc, mentions)
    learned = LearnedReader(doc, mentions, lexicon)
    heading: Span | None = None  # a section's heading names a topic if its first sentence tells an aim
    for sentence in doc.sentences:
        if not sentence.tokens or not sentence.tokens[0].dep:
            continue  # not tagged
        tree = Tree(sentence)
        candidates.extend(_told_in(tree, mentions, lexicon, departed, learned))
        authored.extend(find_authored(tree, mentions))
        for home, topics in find_agenda(tree, mentions, candidates):
            home.topics.extend(topics)
        found_aims = list(find_aims(tree, mentions))
        aims.extend(found_aims)
        if sentence.block is BlockKind.HEADING:
            heading = sentence.span
        elif heading is not None:
            aims.extend((key, heading) for key in {key for key, _ in found_aims})
            heading = None
        if (topic := continued_topic(tree)) is not None:
            continue_topic(topic, candidates)
    told = recall(candidates, mentions)
    candidates = learned.settle(told, settle_deferred(told, mentions, authored))
    settle_channels(candidates, source)
    follow_diary(candidates, doc.article, mentions)
    _date(candidates, doc, mentions)
    carry_places(candidates, mentions)
    settle_appearances(candidates, mentions)
    candidates.extend(find_sightings(doc, headline_of(doc), mentions, candidates))
    place_by_stay(candidates)
    trips = lengthen_stays(gather_trips(candidates), mentions)
    take_up_earlier(trips, source)
    add_programme(trips, [sentence.span for sentence in doc.sentences], mentions)
    add_origins(trips, mentions)
    add_stops_of_meetings(trips, candidates)
    add_aims(aims, trips)
    groups = attach_mediators(join(split_encounters([c for c in candidates if c.kind is not Kind.VISIT])))
    settle_discussions(
        groups, {trip.country: set(trip.countries) for trip in trips if trip.country is not None}
    )
    settle_summits(groups)
    groups = without_domestic(join_settled(without_mere_agenda(groups)), mentions)
    assembler = Assembler(doc, mentions, kb)
    engagements = [eng for trip in trips for eng in assembler.visits(trip)]
    engagements.extend(assembler.engagement(group) for group in groups)
    engagements = without_kept_invitations(engagements)
    return _settle(tuple(sorted(engagements, key=lambda eng: eng.trigger[0].span)), doc, mentions)


def _date(candidates: list[Candidate], doc: Document, mentions: Mentions) -> None:
    """Give the candidates that no words of their own date the days that the words around them tell."""
    fit_weekdays(candidates, mentions.day)
    carry_days(candidates, mentions)
    date_by_briefing(candidates, mentions)
    date_by_announcement(candidates, doc, mentions)


def _told_in(
    tree: Tree, mentions: Mentions, lexicon: Lexicon, departed: Departed, learned: LearnedReader
) -> list[Candidate]:
    """What one sentence tells, with circumstances and status."""
    found = [c for c in find_acts(tree, mentions, lexicon) if not is_only_asked(c)]
    found.extend(
        (
            *find_voiced(tree, mentions, lexicon),
            *find_consequences(tree, mentions),
            *find_charges(tree, mentions, lexicon),
            *find_emergencies(tree, mentions),
        )
    )
    found.extend(c for c in learned.find(tree, found) if not is_only_asked(c))
    found = [c for c in found if not is_untold(c, mentions) and not is_to_own_people(c, mentions)]
    found.extend(list(find_visitors(tree, found)))
    if not any(candidate.kind is Kind.MEETING for candidate in found):
        found.extend(find_appearances(tree, mentions))
    complete_exchanges(found, mentions)
    for candidate in found:
        fill_circumstances(candidate, mentions)
    claim_days(found, mentions)
    for candidate in found:
        judge(candidate, mentions.day)
        leave_to_history(candidate, departed)
    age_together(found)
    found = [candidate for candidate in found if not is_supposed(candidate)]
    turn_offers(found)
    follow_journeys(found)
    follow_contacts(found)
    found = without_denied_attacks(found)
    talk_of_acts(found)
    turn_into_threats(found, mentions)
    found = drop_demanded_deeds(drop_agreed_measures(drop_told_invitations(found)))
    return drop_doubled_gatherings(drop_named_gatherings(drop_weaker_speech(found)))


def _settle(ordered: tuple[Engagement, ...], doc: Document, mentions: Mentions) -> tuple[Engagement, ...]:
    """The engagements with what they are part of, and the day of the story where they have none."""
    spans = [sentence.span for sentence in doc.sentences]
    asides = find_asides(doc.article.text, spans)
    ordered = look_ahead(ordered, mentions)
    dated = date_by_story(nest(ordered, spans, mentions.day, asides), doc.article, mentions, spans)
    return date_by_scene(dated, doc, mentions)
