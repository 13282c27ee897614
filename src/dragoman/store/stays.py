"""A person's stays abroad from the records of an archive: visits, meetings and conferences, a page at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Connection

from dragoman.engagements.engagement import Kind, Participant
from dragoman.knowledge.names import name_tokens
from dragoman.record.record import Record
from dragoman.record.stays import LONGEST_STAY, Stay, find_stays
from dragoman.store.query import MAX_LIMIT, Query, Sort
from dragoman.store.search import find_page

_TELLING = (Kind.VISIT, Kind.MEETING, Kind.CONFERENCE)


def load_stays(
    connection: Connection, person: str, *, since: dt.date | None, until: dt.date | None
) -> tuple[Stay, ...]:
    """The stays that begin or end in the days asked for."""
    margin = dt.timedelta(LONGEST_STAY)
    query = Query(
        person=person,
        kind=tuple(_TELLING),
        since=None if since is None else since - margin,
        until=None if until is None else until + margin,
        negated=False,
        sort=Sort.OLDEST,
    )
    words = set(name_tokens(person))

    def is_meant(part: Participant) -> bool:
        return part.entity_id == person or (bool(words) and words <= set(name_tokens(part.name.value)))

    return tuple(
        stay
        for stay in find_stays(_records(connection, query), is_meant)
        if (since is None or stay.days.end >= since) and (until is None or stay.days.start <= until)
    )


def _records(connection: Connection, query: Query) -> Iterator[Record]:
    cursor: str | None = None
    while True:
        page = find_page(connection, query, limit=MAX_LIMIT, cursor=cursor)
        yield from page.records
        cursor = page.next
        if cursor is None:
            return
