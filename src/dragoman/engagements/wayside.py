"""Wayside: stops of a journey that the words for the journey do not name.

Where the traveller was before ("had come from P", "previously visited R"), whence the journey goes on ("left P for R"),
and where the traveller of a tour met others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import BEGUN, IN_PERSON, Role, Status
from dragoman.engagements.itinerary import Trip, add_legs, add_stop, find_leg, fits_days, is_tour
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import PlaceMention

_GOING = BEGUN | {Status.PLANNED}
# "He had been in P in May", "his first visit since 2019": another journey.
_ANOTHER = re.compile(
    r"(?i)\b(?:last|since|ago|once|first|former(?:ly)?|years?|months?|(?:19|20)\d\d)\b|\bin (?:Jan|Feb|Mar|Apr|May|Jun|Jul|"
    r"Aug|Sep|Oct|Nov|Dec)"
)
_NEAR = 3
"""Sentences between an earlier stop and the journey it belongs to."""


def take_up_earlier(trips: list[Trip], text: str) -> None:
    """Make the earlier stops of a journey that is news part of it."""
    for past in [trip for trip in trips if all(c.historical for c in trip.tellings)]:
        _take_up(past, trips, text)


def _take_up(past: Trip, trips: list[Trip], text: str) -> None:
    """Make an earlier stop ("had come from P", "previously visited R") part of the journey that is news."""
    for trip in trips:
        if trip is past or trip.traveller != past.traveller or not _goes_on(past, trip, text):
            continue
        for candidate in past.tellings:
            candidate.historical = False
            trip.tellings.append(candidate)
            add_legs(trip, candidate)
        trips.remove(past)
        return


def _goes_on(past: Trip, trip: Trip, text: str) -> bool:
    news = [c for c in trip.tellings if not c.historical and c.status in BEGUN]
    if not news or any(_ANOTHER.search(c.tree.sentence.span.of(text)) for c in past.tellings):
        return False
    near = min(abs(c.sentence - told.sentence) for c in past.tellings for told in news)
    if near > _NEAR and not (any(map(is_tour, news)) or len(trip.countries) > 1):
        return False
    return all(fits_days(trip, c) for c in past.tellings)


def add_origins(trips: list[Trip], mentions: Mentions) -> None:
    """Add the stops that a journey goes on from: "left P for R", "arrived from P", "flew from P to R"."""
    for trip in trips:
        for candidate in list(trip.tellings):
            if candidate.historical or candidate.clause.noun or candidate.status not in _GOING:
                continue
            for place in _origins(candidate, mentions):
                abroad = place.country not in {None, trip.country} and place.city is not None
                if abroad and find_leg(trip, place) is None:
                    planned = candidate.status is Status.PLANNED
                    add_stop(trip, place, None, Status.PLANNED if planned else Status.COMPLETED)


def _origins(candidate: Candidate, mentions: Mentions) -> Iterator[PlaceMention]:
    clause, index = candidate.clause, candidate.tree.sentence.index
    at_home = any(
        part.actor.country is None for part in candidate.of(Role.ACTOR)
    )  # nobody knows where that is
    slots = ("from", "~from", "obj") if clause.lemma in _LEAVING and not at_home else ("from", "~from")
    for slot in slots:
        for token in clause.slots.get(slot, ()):
            place = mentions.place_at(index, token)
            if place is not None and place not in candidate.goals:
                yield place


_LEAVING = frozenset({"leave", "depart", "quit", "exit"})


def add_stops_of_meetings(trips: list[Trip], candidates: list[Candidate]) -> None:
    """Where the traveller of a tour met others abroad is a stop of it, though no journey there is told."""
    for trip in trips:
        tour = any(is_tour(c) for c in trip.tellings) or len(trip.countries) > 1
        if not tour or not all(c.status in _GOING and not c.historical for c in trip.tellings):
            continue
        all_ahead = all(c.status is Status.PLANNED for c in trip.tellings)
        for candidate in candidates:
            where = candidate.where
            if candidate.kind not in IN_PERSON or candidate.historical or where is None:
                continue
            own = any(part.actor.key == trip.traveller for part in candidate.parts)
            abroad = where.country not in {None, trip.country}
            ahead = candidate.status is Status.PLANNED
            if candidate.status not in _GOING or (all_ahead and not ahead):
                continue
            leg = find_leg(trip, where)
            if own and abroad and leg is None and fits_days(trip, candidate):
                when = candidate.when if where.city is not None else None
                add_stop(trip, where, when, candidate.status)
