"""Records as rows of a table, for a spreadsheet.

A cell that a spreadsheet would take for a formula is kept from being one; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from dragoman.engagements.engagement import Role
from dragoman.exports.telling import Teller
from dragoman.record.record import Record

COLUMNS = (
    "record_id", "kind", "status", "start", "end", "date_precision", "actors", "recipients", "participants", "countries",
    "city", "country", "stops", "topics", "event", "mode", "cameo", "quad_code", "event_scale", "goldstein",
    "confidence", "sources", "main", "historical", "negated", "hypothetical", "part_of", "told", "quote", "url",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEVERAL = "; "


def csv_lines(records: Iterable[Record], teller: Teller) -> Iterator[str]:
    """A table with a header, one line per record; no cell is a formula to a spreadsheet."""
    yield _csv(COLUMNS)
    for record in records:
        row = _row(record, teller)
        yield _csv([cell_of(row.get(column)) for column in COLUMNS])


def _row(record: Record, teller: Teller) -> dict[str, object]:
    eng = record.engagement
    place = None if eng.place is None else eng.place.value
    event = record.events[0] if record.events else None
    start, end = (None, None) if eng.date is None else eng.date.value.iso()
    countries = dict.fromkeys(party.country.value for party in eng.participants if party.country is not None)
    return {
        "record_id": record.record_id,
        "kind": eng.kind.value,
        "status": eng.status.value,
        "start": start,
        "end": end,
        "date_precision": None if eng.date is None else eng.date.value.precision.value,
        "actors": _names(record, Role.ACTOR),
        "recipients": _names(record, Role.RECIPIENT),
        "participants": _names(record, Role.PARTICIPANT),
        "countries": _SEVERAL.join(countries),
        "city": None if place is None else place.city,
        "country": None if place is None else place.country,
        "stops": _SEVERAL.join(teller.stop(stop) for stop in eng.stops),
        "topics": _SEVERAL.join(topic.value for topic in eng.topics),
        "event": None if event is None else event.event,
        "mode": None if event is None else _SEVERAL.join(event.mode),
        "cameo": None if event is None else event.cameo,
        "quad_code": None if event is None else event.quad_code,
        "event_scale": None if event is None else event.event_scale,
        "goldstein": None if event is None else event.goldstein,
        "confidence": round(eng.confidence, 3),
        "sources": record.sources,
        **{name: getattr(eng, name) for name in ("main", "historical", "negated", "hypothetical")},
        "part_of": eng.part_of,
        "told": teller.tell(eng),
        "quote": " … ".join(evidence.quote for evidence in eng.trigger),
        "url": next((report.url for report in record.reports if report.url), None),
    }


def _names(record: Record, role: Role) -> str:
    return _SEVERAL.join(party.name.value for party in record.engagement.participants if party.role is role)


def cell_of(value: object) -> str:
    """A value as text; words that a spreadsheet would take for a formula get an apostrophe, numbers do not."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value


def _csv(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
