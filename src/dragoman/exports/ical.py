"""Records as a calendar (RFC 5545): whole days, no reminders.

Only what has a day precise to the day is an appointment; a month is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dragoman.dates import Precision
from dragoman.engagements.engagement import Engagement, Status
from dragoman.exports.telling import Teller
from dragoman.record.record import Record

_LINE = 75  # bytes of a line, as the RFC has it
_STATUS = {
    Status.PLANNED: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "CANCELLED",
}


def calendar_of(records: Iterable[Record], teller: Teller, *, made: dt.datetime) -> str:
    """The records that have days as one calendar."""
    events = [line for record in records for line in _event(record, teller, made)]
    frame = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Dragoman//EN", *events, "END:VCALENDAR"]
    return "".join(f"{folded}\r\n" for line in frame for folded in _folded(line))


def has_day(eng: Engagement) -> bool:
    """Whether an engagement can stand in a calendar."""
    return eng.date is not None and eng.date.value.precision is Precision.DAY


def _event(record: Record, teller: Teller, made: dt.datetime) -> Iterator[str]:
    eng = record.engagement
    if eng.date is None or not has_day(eng):
        return
    days = eng.date.value
    places = [eng.place.value] if eng.place is not None else [stop.place.value for stop in eng.stops]
    yield "BEGIN:VEVENT"
    yield f"UID:{record.record_id}@dragoman"
    yield f"DTSTAMP:{made.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{days.start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{days.end + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(teller.tell(eng))}"
    if places:
        yield f"LOCATION:{_text('; '.join(teller.place(place) for place in places))}"
    yield f"CATEGORIES:{eng.kind.value.upper()}"
    yield f"STATUS:{_STATUS.get(eng.status, 'CONFIRMED')}"
    yield f"DESCRIPTION:{_text(_sources(record))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _sources(record: Record) -> str:
    return "\n".join(
        " ".join(part for part in (report.publisher, report.headline, report.url) if part)
        for report in record.reports
    )


def _text(value: str) -> str:
    """A value with the signs escaped that mean something in a calendar; other control characters go."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(sign for sign in lines if sign.isprintable())


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes; a character is never cut."""
    piece, size = "", 0
    for sign in line:
        wide = len(sign.encode())
        if size + wide > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + wide
    yield piece
