"""find_mentions: everything in a document that an engagement may be made of.

The order of stages: what the tables and the tagger see → people → governments and organisations → indirect mentions →
places, conferences, days, amounts.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dragoman.citation import Span
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document
from dragoman.mentions.acronyms import settle_acronyms
from dragoman.mentions.addressees import settle_given_names
from dragoman.mentions.amounts import find_amounts
from dragoman.mentions.conferences import read_conferences
from dragoman.mentions.coreference import Resolver
from dragoman.mentions.departments import add_departments
from dragoman.mentions.diary import owners_of_lines
from dragoman.mentions.governments import government, read_governments, without_private_bodies
from dragoman.mentions.home import find_home, settle_homes, settle_posted, taken_offices
from dragoman.mentions.issuers import find_issuers, speaks_for_home
from dragoman.mentions.joint import tell_members
from dragoman.mentions.linking import link_people
from dragoman.mentions.members import read_members
from dragoman.mentions.mention import (
    Actor,
    AmountMention,
    ConferenceMention,
    Mention,
    MentionKind,
    PlaceMention,
    TimeMention,
)
from dragoman.mentions.own_voice import find_own_voice, own_foreign_office
from dragoman.mentions.people import PersonRead, read_people
from dragoman.mentions.phrases import Sight, see
from dragoman.mentions.places import dateline_city, read_places
from dragoman.mentions.postings import find_posting
from dragoman.mentions.principals import find_principals, settle_principals
from dragoman.mentions.quoting import reporters_ahead
from dragoman.mentions.recalled_names import recall_surnames
from dragoman.mentions.regions import add_leaders
from dragoman.mentions.releases import releasing_country
from dragoman.mentions.serving import settle_service
from dragoman.mentions.shared_names import add_shared_names
from dragoman.mentions.shared_titles import share_countries, share_titles
from dragoman.mentions.short_names import named_organizations
from dragoman.mentions.signatures import find_signatory
from dragoman.mentions.times import find_durations, find_times
from dragoman.mentions.turns import Speech, find_turns
from dragoman.pages.article import Article
from dragoman.pages.printed_days import find_days
from dragoman.pages.published import stamp_of_headline


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one article, by kind; ``actor_at`` finds the one that covers a token.

    ``issuers`` are in whose name the article is published, ``stays`` the lengths of stay told in it, ``voices`` the
    speakers of the sentences that are somebody's own words, ``diary`` whose the subjectless lines of an agenda are.
    """

    actors: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    conferences: tuple[ConferenceMention, ...]
    times: tuple[TimeMention, ...]
    amounts: tuple[AmountMention, ...]
    day: dt.date | None
    issuers: tuple[Actor, ...] = ()
    stays: tuple[tuple[Span, int], ...] = ()
    text: str = ""
    dateline: PlaceMention | None = None
    voices: Mapping[int, tuple[Actor, ...]] = field(default_factory=dict)
    diary: Mapping[int, Mention] = field(default_factory=dict)
    _actor_at: dict[tuple[int, int], Mention] = field(default_factory=dict)
    _place_at: dict[tuple[int, int], PlaceMention] = field(default_factory=dict)
    _conference_at: dict[tuple[int, int], ConferenceMention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _index(self.actors, self._actor_at)
        _index(self.places, self._place_at)
        _index(self.conferences, self._conference_at)

    def actor_at(self, sentence: int, token: int) -> Mention | None:
        """The actor mention that covers a token."""
        return self._actor_at.get((sentence, token))

    def place_at(self, sentence: int, token: int) -> PlaceMention | None:
        """The place mention that covers a token."""
        return self._place_at.get((sentence, token))

    def conference_at(self, sentence: int, token: int) -> ConferenceMention | None:
        """The conference mention that covers a token."""
        return self._conference_at.get((sentence, token))

    def is_in_title(self, place: PlaceMention) -> bool:
        """Whether a gathering's title ends with a place, which it is about: "the Summit on Peace in Ukraine"."""
        conference = self.conference_at(place.sentence, place.first)
        return conference is not None and conference.first < place.first and place.last == conference.last

    def times_in(self, span: Span) -> tuple[TimeMention, ...]:
        """The date expressions inside a span of the text."""
        return tuple(time for time in self.times if span.covers(time.span))

    def amounts_in(self, span: Span) -> tuple[AmountMention, ...]:
        """The amounts inside a span of the text."""
        return tuple(amount for amount in self.amounts if span.covers(amount.span))


M = TypeVar("M", Mention, PlaceMention, ConferenceMention)


def _index(mentions: tuple[M, ...], by_token: dict[tuple[int, int], M]) -> None:
    for mention in mentions:
        for token in range(mention.first, mention.last):
            by_token.setdefault((mention.sentence, token), mention)


def find_mentions(doc: Document, kb: KnowledgeBase) -> Mentions:
    """All mentions of a tagged document."""
    article = doc.article
    source = article.text
    day = _day_of_words(article)
    sights = [see(sentence, kb) for sentence in doc.sentences]
    recall_surnames(sights, kb, day)
    add_leaders(sights)
    reads = [_people(sight, source, kb) for sight in sights]
    linked = link_people([read for found in reads for read in found], kb, day)
    released = releasing_country(article, linked, signatory := find_signatory(article, kb, day))
    home = find_home(article, kb, released)
    taken = taken_offices(released, kb, day)
    actors = settle_homes(share_countries(settle_principals(linked), source), home, taken)
    if home is None:
        actors = settle_posted(actors, find_posting(sights, source, kb))
    named = [_direct(sight, found, actors, source, kb) for sight, found in zip(sights, reads, strict=True)]
    direct = [without_private_bodies(found, kb) for found in settle_acronyms(sights, named)]
    direct = own_foreign_office(article, direct, home, kb)
    direct = add_departments(sights, direct, source, home, kb)
    direct = tell_members(sights, add_shared_names(sights, direct, source, kb))
    country = None if home is None else home.country
    issuers = find_issuers(article, sights, direct, signatory, kb, day, country)
    if not issuers and home is not None and speaks_for_home(article, home.official):
        issuers = (government(kb, home.country, home.span or Span(0, 0)),)
    issuers = issuers or find_own_voice(article, sights, direct, home)
    people = tuple(dict.fromkeys(actors.values()))
    turns = find_turns(article, people, issuers, [mention for mentions in direct for mention in mentions])
    direct = settle_given_names(direct, turns, source)
    bodies, states = named_organizations(direct, source), frozenset(_countries(direct))
    speech = Speech(issuers, turns, reporters_ahead(source, sights, direct))
    resolver = Resolver(source, kb, day, people, speech, bodies, states, home, _armed_group(direct))
    gatherings = [read_conferences(sight, source, kb) for sight in sights]
    resolved = [
        resolver.resolve(sight, mentions, {i for c in conferences for i in range(c.first, c.last)})
        for sight, mentions, conferences in zip(sights, direct, gatherings, strict=True)
    ]
    resolved = settle_service(sights, resolved)
    countries = _countries(resolved)
    places = [
        place
        for sight, mentions in zip(sights, resolved, strict=True)
        for place in read_places(sight, source, kb, countries, _name_tokens(sight, mentions))
    ]
    told = tuple(mention for mentions in resolved for mention in mentions)
    times = find_times(source, published=day, lead_day=article.dateline.day if article.dateline else None)
    return Mentions(
        told,
        tuple(places),
        tuple(conference for conferences in gatherings for conference in conferences),
        times,
        find_amounts(source),
        day,
        issuers,
        find_durations(source),
        source,
        dateline_city(article, kb),
        resolver.voices,
        owners_of_lines(doc.sentences, source, told),
    )


# Words of a day that their headline or dateline prints come out at most so many days later.
_LATE = dt.timedelta(days=3)


def _day_of_words(article: Article) -> dt.date | None:
    """The day on which "today" was said: that of publication, or, shortly before it, that of headline or dateline.

    "Press Briefing – March 2, 2022", "PRAGUE, March 2 (Agency) -".
    """
    if article.published is None:
        return None
    day = article.published.day
    stamp = stamp_of_headline(article.headline or "")
    line = article.dateline.day if article.dateline is not None else None
    printed = find_days(stamp.text)[-1].date if stamp is not None else line
    return printed if printed is not None and day - _LATE <= printed < day else day


def _people(sight: Sight, source: str, kb: KnowledgeBase) -> list[PersonRead]:
    return find_principals(sight, share_titles(sight, read_people(sight, source, kb), source), source)


def _direct(
    sight: Sight, reads: list[PersonRead], actors: dict[PersonRead, Actor], source: str, kb: KnowledgeBase
) -> list[Mention]:
    people: list[Mention] = []
    taken: set[int] = set()
    for read in reads:
        tokens = set(range(read.first, read.last))
        if tokens & taken:
            tokens = set(range(read.name_first, read.name_last)) - taken
        if not tokens:
            continue
        first, last = min(tokens), max(tokens) + 1
        rule = "titled name" if read.title else "name"
        people.append(
            Mention(sight.sentence.index, first, last, sight.span(first, last), (actors[read],), rule)
        )
        taken |= tokens
    members = list(read_members(sight, kb, taken))
    taken |= {index for mention in members for index in range(mention.first, mention.last)}
    return people + members + read_governments(sight, source, kb, taken)


def _armed_group(sentences: list[list[Mention]]) -> Actor | None:
    """The armed group that the article is about: named clearly most often, or, of those named once, first."""
    told = [actor for mentions in sentences for mention in mentions for actor in mention.actors]
    groups = {actor.key: actor for actor in told if actor.kind is MentionKind.ARMED_GROUP}
    counts = Counter(actor.key for actor in told if actor.key in groups).most_common(2)
    if not counts or (len(counts) > 1 and 1 < counts[0][1] < 2 * counts[1][1]):
        return None
    return groups[counts[0][0]]


def _name_tokens(sight: Sight, mentions: list[Mention]) -> set[int]:
    """The tokens of names and titles; the post in "P's ambassador to Q, NAME" is a place all the same."""
    return {
        index
        for mention in mentions
        if mention.rule in {"titled name", "name"}
        for index in range(mention.first, mention.last)
        if index == mention.first or sight.word(index - 1) not in {"to", "in"}
    }


def _countries(sentences: list[list[Mention]]) -> tuple[str, ...]:
    """The countries the article speaks of, most often first."""
    counts: dict[str, int] = {}
    for mentions in sentences:
        for mention in mentions:
            for actor in mention.actors:
                if actor.country is not None:
                    counts[actor.country] = counts.get(actor.country, 0) + 1
    return tuple(sorted(counts, key=lambda iso3: -counts[iso3]))
