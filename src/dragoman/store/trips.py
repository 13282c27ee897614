"""Trips and contacts in a few columns each, for drawings: a map of five thousand visits needs no evidence.

What is drawn has a day: records without one are left out here, and lists show them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from dragoman.engagements.engagement import Location
from dragoman.store import tables
from dragoman.store.conditions import conditions_of
from dragoman.store.query import Query

MAX_DRAWN = 20_000
"""The newest so many are drawn; more would be one blot."""


@dataclass(frozen=True, slots=True)
class Trip:
    """Who went where and when: the first who takes part, and the stops, else the place."""

    record_id: str
    status: str
    start: dt.date
    end: dt.date
    actor_id: str
    name: str
    stops: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A record as far as a network shows it: its day, its kind and all who take part, as id, name and country."""

    record_id: str
    kind: str
    day: dt.date
    actors: tuple[tuple[str, str, str | None], ...]


def load_trips(connection: Connection, query: Query) -> tuple[Trip, ...]:
    """The records a query asks for as trips, the newest first."""
    records, participants = tables.records.c, tables.participants.c
    wanted = (
        select(records.record_no)
        .where(*conditions_of(connection, query), records.start.is_not(None))
        .order_by(records.start.desc(), records.record_id)
        .limit(MAX_DRAWN)
    ).cte("drawn")
    stops = _stops(connection, select(wanted.c.record_no))
    rows = connection.execute(
        select(
            records.record_no,
            records.record_id,
            records.status,
            records.start,
            records.end,
            participants.actor_id,
            participants.name,
        )
        .join(wanted, wanted.c.record_no == records.record_no)
        .join(participants.record_no.table, participants.record_no == records.record_no)
        .where(participants.position == 0)
        .order_by(records.start.desc(), records.record_id)
    )
    return tuple(Trip(*row[1:], tuple(stops[row.record_no])) for row in rows)


def load_contacts(connection: Connection, query: Query) -> tuple[Contact, ...]:
    """The records a query asks for as contacts, the newest first."""
    records, participants = tables.records.c, tables.participants.c
    wanted = (
        select(records.record_no, records.record_id, records.kind, records.start)
        .where(*conditions_of(connection, query), records.start.is_not(None))
        .order_by(records.start.desc(), records.record_id)
        .limit(MAX_DRAWN)
    ).cte("drawn")
    found: dict[int, tuple[str, str, dt.date]] = {}
    actors: defaultdict[int, list[tuple[str, str, str | None]]] = defaultdict(list)
    rows = connection.execute(
        select(wanted, participants.actor_id, participants.name, participants.country)
        .join(participants.record_no.table, participants.record_no == wanted.c.record_no)
        .order_by(wanted.c.start.desc(), wanted.c.record_id, participants.position)
    )
    for number, record_id, kind, day, actor_id, name, country in rows:
        found[number] = (record_id, kind, day)
        actors[number].append((actor_id, name, country))
    return tuple(Contact(*facts, tuple(actors[number])) for number, facts in found.items())


def _stops(connection: Connection, wanted: Select[tuple[int]]) -> defaultdict[int, list[Location]]:
    """The stops of each record in order; the place of one without stops."""
    table = tables.stops
    found: defaultdict[int, list[Location]] = defaultdict(list)
    places: dict[int, Location] = {}
    rows = connection.execute(
        select(table.c.record_no, table.c.position, table.c.city, table.c.country, table.c.place_id)
        .where(table.c.record_no.in_(wanted))
        .order_by(table.c.record_no, table.c.position)
    )
    for number, position, city, country, place_id in rows:
        if position < 0:
            places[number] = Location(city, country, place_id)
        else:
            found[number].append(Location(city, country, place_id))
    for number, place in places.items():
        found[number] = found[number] or [place]
    return found
