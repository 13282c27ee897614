"""Drawings: trips and contacts as columns of numbers, small enough that five thousand visits travel with a page.

Days are counted from 1 January 1970. A place without coordinates is not on the map, its trip is still on the timeline.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.engagements.engagement import Location, Status
from dragoman.exports.telling import Teller
from dragoman.exports.wording import STATUS_WORDS
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.store.trips import Contact, Trip

_EPOCH = dt.date(1970, 1, 1).toordinal()
_LANES = 14
_STATUSES = list(Status)
_DECIMALS = 2  # of a degree: a kilometre is less than a pixel
_SMALL_CIRCLE = 8
MAX_NODES = 150
"""As many can be told apart on a screen."""


def trips_table(trips: Sequence[Trip], kb: KnowledgeBase, teller: Teller) -> dict[str, object]:
    """Trips by column, with the table of places and the lanes of the most frequent travellers."""
    places: dict[Location, int | None] = {}
    spots: list[list[object]] = []
    for trip in trips:
        for stop in trip.stops:
            if stop not in places:
                spot = _spot(stop, kb, teller)
                places[stop] = None if spot is None else len(spots)
                spots += [] if spot is None else [spot]
    counts = Counter(trip.actor_id for trip in trips)
    names = {trip.actor_id: trip.name for trip in trips}
    first = [
        actor_id for actor_id, _ in counts.most_common(_LANES if len(counts) <= _LANES + 1 else _LANES - 1)
    ]
    lanes = [[actor_id, names[actor_id]] for actor_id in first]
    if len(counts) > len(first):
        lanes.append(["", f"{len(counts) - len(first)} others"])
    lane_of = {actor_id: number for number, actor_id in enumerate(first)}
    return {
        "statuses": [str(status) for status in _STATUSES],
        "words": [STATUS_WORDS[status] for status in _STATUSES],
        "places": spots,
        "lanes": lanes,
        "start": [_day(trip.start) for trip in trips],
        "end": [_day(trip.end) for trip in trips],
        "status": [_STATUSES.index(Status(trip.status)) for trip in trips],
        "lane": [lane_of.get(trip.actor_id, len(first)) for trip in trips],
        "stops": [[place for stop in trip.stops if (place := places[stop]) is not None] for trip in trips],
    }


def contacts_table(contacts: Sequence[Contact], centre: str, teller: Teller) -> dict[str, object]:
    """Who met whom on which day, around ``centre``: an actor's id or a country's code."""
    is_country = len(centre) == 3 and centre.isupper()

    def sides(contact: Contact) -> dict[str, str]:
        if is_country:
            return {country: teller.country(country) for _, _, country in contact.actors if country}
        return {actor_id: name for actor_id, name, _ in contact.actors}

    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for contact in contacts:
        for actor_id, name in sides(contact).items():
            counts[actor_id] += 1
            names.setdefault(actor_id, name)
    counts.pop(centre, None)
    kept = [centre, *(actor_id for actor_id, _ in counts.most_common(MAX_NODES - 1))]
    number = {actor_id: place for place, actor_id in enumerate(kept)}
    edges = [
        [*pair, _day(contact.day)]
        for contact in contacts
        for pair in _pairs([number[actor_id] for actor_id in sides(contact) if actor_id in number])
    ]
    return {
        "centre": centre,
        "nodes": [
            [actor_id, names.get(actor_id, actor_id), _family(actor_id, is_country)] for actor_id in kept
        ],
        "edges": edges,
    }


def _pairs(sides: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Everybody with everybody; of a large gathering only with the one in the centre, which is number 0."""
    if len(sides) <= _SMALL_CIRCLE:
        yield from combinations(sorted(sides), 2)
    elif 0 in sides:
        yield from ((0, side) for side in sides if side)


def _spot(stop: Location, kb: KnowledgeBase, teller: Teller) -> list[object] | None:
    """Longitude, latitude, name, country and what to filter by."""
    place = kb.place(stop.place_id) if stop.place_id else None
    if (place is None or place.lat is None) and stop.country:
        place = kb.place(f"ctry:{stop.country}")
    if place is None or place.lat is None or place.lon is None:
        return None
    country = teller.country(stop.country) if stop.country else ""
    named = [stop.city, country] if stop.city else [country, ""]
    return [round(place.lon, _DECIMALS), round(place.lat, _DECIMALS), *named, stop.city or stop.country]


def _day(day: dt.date) -> int:
    return day.toordinal() - _EPOCH


def _family(actor_id: str, is_country: bool) -> str:
    if is_country or actor_id.startswith("ctry:"):
        return "country"
    return "organization" if actor_id.startswith("org:") else "person"
