"""Itinerary: the stops and days of one trip, gathered across the article, and one visit per host country.

A window told for a whole tour belongs to the trip; a stop has days only from its own words (codebook, decision 3).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.citation import Span
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, When, finest
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.stay_lengths import is_one_day, lengthen
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, MentionKind, PlaceMention
from dragoman.pages.article import BlockKind


@dataclass(slots=True)
class Leg:
    """One stop: its place mentions (best first) and its own days if told; without a telling of its own it is only a stop."""

    place: PlaceMention
    when: When | None = None
    tellings: list[Candidate] = field(default_factory=list)


@dataclass(slots=True)
class Trip:
    """The visits one traveller makes on one journey."""

    traveller: str
    country: str | None
    tellings: list[Candidate] = field(default_factory=list)
    legs: list[Leg] = field(default_factory=list)
    window: When | None = None
    span: When | None = None
    aims: list[Span] = field(default_factory=list)

    @property
    def countries(self) -> list[str]:
        """The host countries in order of first mention."""
        told = (leg.place.country for leg in self.legs if leg.tellings)
        return list(dict.fromkeys(country for country in told if country is not None))

    def has_own_days(self, leg: Leg) -> bool:
        """Whether the days of a stop are its own, and not those of a trip with other stops inside them."""
        return leg.when is not None and not any(
            other is not leg
            and other.when is not None
            and leg.when.days.days > 1
            and leg.when.days.start <= other.when.days.start
            and other.when.days.end <= leg.when.days.end
            for other in self.legs
        )

    def legs_in(self, country: str) -> list[Leg]:
        """The stops in one country."""
        return [leg for leg in self.legs if leg.place.country == country]

    def tellings_of(self, country: str) -> list[Candidate]:
        """The tellings that name a place in one country."""
        return [c for c in self.tellings if any(place.country == country for place in c.goals)]


def gather_trips(candidates: list[Candidate]) -> list[Trip]:
    """The trips that the visit candidates of an article tell."""
    trips: list[Trip] = []
    for candidate in sorted((c for c in candidates if c.kind is Kind.VISIT), key=lambda c: c.span.start):
        trip = next((trip for trip in trips if _joins(trip, candidate)), None)
        if trip is None:
            leader = _leader(candidate)
            trip = Trip(leader.key, leader.country)
            trips.append(trip)
        trip.tellings.append(candidate)
        add_legs(trip, candidate)
    trips = [trip for trip in trips if any(c.roaming or not c.dependent for c in trip.tellings)]
    for trip in trips:
        trip.span = _from_first_to_last(trip)
    return trips


def lengthen_stays(trips: list[Trip], mentions: Mentions) -> list[Trip]:
    """The trips, those of one stop with all their days where another telling says how long they last."""
    for trip in trips:
        if len(trip.legs) == 1 and (when := trip.legs[0].when) is not None:
            trip.legs[0].when = lengthen(trip.legs[0].tellings, when, mentions)
    return trips


def is_tour(candidate: Candidate) -> bool:
    """Whether a visit is told as one of several countries."""
    return candidate.roaming or (candidate.clause.noun and candidate.clause.lemma in TOURS)


def add_stop(trip: Trip, place: PlaceMention, when: When | None, status: Status) -> None:
    """Add a stop that no verb of travel tells, as a journey of whoever is told to travel before it."""
    before = [c for c in trip.tellings if c.span.start <= place.span.start] or trip.tellings[:1]
    told = max(before, key=lambda c: c.span.start)
    telling = replace(
        told,
        rule="stop of a tour",
        sentence=place.sentence,
        span=place.span,
        clause_span=place.span,
        goals=[place],
        stage=None,
        status=status,
        when=when,
        topics=[],
        content=None,
        dependent=False,
        roaming=False,
    )
    trip.legs.append(Leg(place, when, [telling]))
    trip.tellings.append(telling)


_OPENING = frozenset({"begin", "start", "open", "kick"})
_CLOSING = frozenset({"end", "close", "conclude", "wrap", "finish", "complete"})


def _from_first_to_last(trip: Trip) -> When | None:
    """The days of a tour of which the text tells where it began and where it closed."""
    first = _edge(trip, _OPENING)
    last = _edge(trip, _CLOSING)
    if first is None or last is None or not first.days.start < last.days.end:
        return None
    days = DateSpan(first.days.start, last.days.end, first.days.precision)
    return When(days, last.span, last.rule, window=True)


def _edge(trip: Trip, verbs: frozenset[str]) -> When | None:
    for candidate in trip.tellings:
        clause = candidate.clause
        light = clause.sentence.tokens[clause.light].lemma.lower() if clause.light is not None else ""
        if clause.lemma in TOURS and light in verbs and candidate.when is not None:
            return candidate.when
    return None


TOURS = frozenset({"tour", "swing", "trip"})


def fits_days(trip: Trip, candidate: Candidate) -> bool:
    """Whether a candidate's days lie near those of a trip, as far as they are told."""
    days = [c.when.days for c in trip.tellings if c.when is not None]
    days += [leg.when.days for leg in trip.legs if leg.when is not None]
    if candidate.when is None or not days:
        return True
    return any(candidate.when.days.distance(other) <= _LONGEST_GAP for other in days)


# Two dated stops of one journey lie at most so many days apart.
_LONGEST_GAP = 10


def _leader(candidate: Candidate) -> Actor:
    actors = [part.actor for part in candidate.of(Role.ACTOR)]
    people = [actor for actor in actors if actor.kind is MentionKind.PERSON]
    return (people or actors)[0]


def _joins(trip: Trip, candidate: Candidate) -> bool:
    """Same traveller, or one without a name of the same country, going to the same place; days and reality agree."""
    keys = {part.actor.key for part in candidate.of(Role.ACTOR)}
    known = {part.actor.key for c in trip.tellings for part in c.of(Role.ACTOR)}
    places = {place.country for place in candidate.goals}
    unnamed = all(part.actor.kind is not MentionKind.PERSON for part in candidate.of(Role.ACTOR))
    same_side = trip.country is not None and any(
        part.actor.country == trip.country for part in candidate.of(Role.ACTOR)
    )
    unnamed = unnamed or candidate.recalls or _is_headed_by_delegation(trip)
    if not (keys & known or (unnamed and same_side and places & set(trip.countries))):
        return False
    if any(c.historical != candidate.historical for c in trip.tellings):
        return False
    if not places & set(trip.countries) and any(_is_off(c) != _is_off(candidate) for c in trip.tellings):
        return False  # "will travel to P and R; a stop in Q has been put off"
    days = [c.when.days for c in trip.tellings if c.when is not None]
    if candidate.when is not None and days:
        return any(candidate.when.days.distance(other) <= _LONGEST_GAP for other in days)
    return True


def _is_headed_by_delegation(trip: Trip) -> bool:
    """Whether so far only the headline tells of a trip, and of nobody by name: "Senior official travel to P"."""
    return all(
        telling.tree.sentence.block is BlockKind.HEADLINE
        and all(part.actor.kind is not MentionKind.PERSON for part in telling.of(Role.ACTOR))
        for telling in trip.tellings
    )


def _is_off(candidate: Candidate) -> bool:
    return candidate.status in {Status.CANCELLED, Status.POSTPONED}


def add_legs(trip: Trip, candidate: Candidate) -> None:
    """Add the stops that a telling names, with their days."""
    alone = len(candidate.goals) == 1
    for place in candidate.goals:
        leg = find_leg(trip, place)
        if leg is None:
            leg = Leg(place)
            trip.legs.append(leg)
        elif leg.place.city is None and place.city is not None:
            leg.place = place
        leg.tellings.append(candidate)
        if alone:
            leg.when = finest((leg.when, candidate.when))
        leg.when = leg.when or candidate.stop_days.get(place.first)
    if candidate.roaming and (is_one_day(candidate.when) or not candidate.when or not candidate.when.window):
        return  # the day, or the week, of setting out
    if not alone and candidate.when is not None and trip.window is None:
        trip.window = candidate.when


def find_leg(trip: Trip, place: PlaceMention) -> Leg | None:
    """The stop of a trip at a place; the country's own where the text has named no city there yet."""
    for leg in trip.legs:
        if leg.place.country != place.country:
            continue
        if leg.place.city == place.city or leg.place.city is None or place.city is None:
            return leg
    return None
