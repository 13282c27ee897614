"""Records as JSON objects and as rows of a table: what the API, `dragoman` in a pipe and a spreadsheet get.

The object has the engagement's fields as `docs/json.md` tells them, and what several reports add: who reports it, which
rule chose each value, which values lost.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from dragoman.codec import to_json
from dragoman.engagements.engagement import Role
from dragoman.exports.reading import engagement_object
from dragoman.exports.telling import Teller
from dragoman.record.record import Record, Report

COLUMNS = (
    "record_id", "kind", "status", "start", "end", "date_precision", "actors", "recipients", "participants", "countries",
    "city", "country", "stops", "topics", "event", "mode", "cameo", "quad_code", "event_scale", "goldstein",
    "confidence", "sources", "main", "historical", "negated", "hypothetical", "part_of", "told", "quote", "url",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEVERAL = "; "


def record_object(record: Record, *, evidence: bool = True) -> dict[str, object]:
    """A record as an object; without ``evidence`` the quotes are left out."""
    eng = engagement_object(record.engagement, record.events)
    told: dict[str, object] = {
        "record_id": record.record_id,
        **{name: value for name, value in eng.items() if name != "engagement_id"},
        "sources": record.sources,
        "reports": [_report(report) for report in record.reports],
        "choices": [
            {"field": choice.field, "rule": choice.rule, "reports": list(choice.reports)}
            for choice in record.choices
        ],
        "dissents": [
            {"field": dissent.field, "value": json.loads(dissent.value), "reports": list(dissent.reports)}
            for dissent in record.dissents
        ],
        "moves": [
            {"published": move.published, "status": move.status, "reports": list(move.reports)}
            for move in record.moves
        ],
    }
    return told if evidence else _bare(told)


def record_line(record: Record, *, evidence: bool = True) -> str:
    """The object as one line of JSON, without the line end."""
    return to_json(record_object(record, evidence=evidence))


def csv_lines(records: Iterable[Record], teller: Teller) -> Iterator[str]:
    """A table with a header, one line per record; no cell is a formula to a spreadsheet."""
    yield _csv(COLUMNS)
    for record in records:
        row = _row(record, teller)
        yield _csv([_cell(row.get(column)) for column in COLUMNS])


def _report(report: Report) -> dict[str, object]:
    return {
        "report_id": report.engagement.engagement_id,
        "article_id": report.article_id,
        "publisher": report.publisher,
        "headline": report.headline,
        "url": report.url,
        "published": None if report.published is None else report.published.isoformat(),
        "copy_of": report.copy_of,
    }


def _bare(value: object) -> dict[str, object]:
    """The object without evidence, at any depth."""

    def strip(part: object) -> object:
        if isinstance(part, dict):
            return {name: strip(one) for name, one in part.items() if name not in ("evidence", "trigger")}
        return [strip(one) for one in part] if isinstance(part, list) else part

    stripped = strip(value)
    return stripped if isinstance(stripped, dict) else {}


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


def _cell(value: object) -> str:
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
