"""Hand-made reports for tests of the record: who, what, where, when in one line.

``told("a1", "meeting", "Antony Blinken/USA", "Radosław Sikorski/POL", day="2024-03-21", city="Warsaw/POL")``
"""

from __future__ import annotations

import datetime as dt

from dragoman.citation import Cited, Evidence, Span
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import (
    Amount,
    Engagement,
    Kind,
    Location,
    OfficeHeld,
    Participant,
    Role,
    Status,
    Stop,
    engagement_id_of,
)
from dragoman.record.record import Report

_DIRECTED = {Kind.VISIT, Kind.CALL, Kind.STATEMENT, Kind.DEMAND, Kind.SANCTION, Kind.AID, Kind.ACCUSATION}


def cited(value, article_id: str, words: str, start: int = 0) -> Cited:
    """A value with words that nobody looks up."""
    return Cited(value, (Evidence(article_id, Span(start, start + len(words)), words, "test"),), 0.9)


def party(article_id: str, who: str, role: Role, office: str | None = None) -> Participant:
    """``Name/CCC`` is a person of a country, ``Name/`` one of no country, ``CCC`` a country, ``org:un`` an organisation."""
    name, _, country = who.rpartition("/")
    if not name:
        is_country = not country.startswith("org:")
        return Participant(
            role,
            cited(country, article_id, country),
            f"ctry:{country}" if is_country else country,
            None,
            cited(country, article_id, country) if is_country else None,
        )
    if not country:
        return Participant(
            role, cited(name, article_id, name), "per:" + name.lower().replace(" ", "-"), None, None
        )
    held = None if office is None else cited(OfficeHeld(office, None, None, "text"), article_id, office)
    linked = None if name.startswith("?") else "per:" + name.lower().replace(" ", "-")
    name = name.removeprefix("?")
    return Participant(role, cited(name, article_id, name), linked, held, cited(country, article_id, country))


def told(
    article_id: str,
    kind: str,
    *people: str,
    published: str | None = "2024-03-21",
    day: str | None = None,
    end: str | None = None,
    city: str | None = None,
    status: str = "completed",
    publisher: str | None = None,
    copy_of: str | None = None,
    about: str | None = None,
    name: str | None = None,
    amount: float | None = None,
    stops: tuple[str, ...] = (),
    at: int = 0,
    office: str | None = None,
    trip: Engagement | None = None,
    **more,
) -> Report:
    """A report of ``people`` (the first acts where the kind is directed); ``city`` is ``Warsaw/POL`` or ``/POL``."""
    of_kind = Kind(kind)
    roles = [Role.ACTOR] + [Role.RECIPIENT] * len(people) if of_kind in _DIRECTED else [Role.PARTICIPANT] * 9
    eng = Engagement(
        engagement_id=engagement_id_of(article_id, of_kind, at, at + 5),
        kind=of_kind,
        status=Status(status),
        participants=tuple(
            party(article_id, who, role, office) for who, role in zip(people, roles, strict=False)
        ),
        trigger=(Evidence(article_id, Span(at, at + 4), "said", "test"),),
        date=None if day is None else cited(DateSpan.parse(day, end), article_id, day),
        place=None if city is None else cited(_place(city), article_id, city),
        stops=tuple(Stop(cited(_place(stop), article_id, stop)) for stop in stops),
        content=None if about is None else cited(about, article_id, about),
        name=None if name is None else cited(name, article_id, name),
        amount=None if amount is None else cited(Amount(amount, "EUR"), article_id, str(amount)),
        part_of=None if trip is None else trip.engagement_id,
        **more,
    )
    when = None if published is None else dt.date.fromisoformat(published)
    return Report(eng, article_id, publisher=publisher, published=when, copy_of=copy_of, trip=trip)


def _place(city: str) -> Location:
    town, _, country = city.partition("/")
    return Location(town or None, country or None, None)
