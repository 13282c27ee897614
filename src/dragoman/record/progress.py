"""Progress: the status of an event as reports of many days tell it.

The latest day of publication tells, except that what has taken place is not undone by an announcement read later, and a
cancelled event is not planned again by a paper that has not heard of it. What a status was before is no disagreement: it
stands in the moves. A dissent is what cannot be true beside the record's status.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from dragoman.codec import to_json
from dragoman.engagements.engagement import BEGUN, CALLED_OFF, Status
from dragoman.record.choosing import Ledger
from dragoman.record.clustering import publication_order
from dragoman.record.record import Choice, Dissent, Move, Report

# How far each status has come: on one day the further one tells, and later days undo only what is not settled.
_STAGE = {
    Status.PROPOSED: 0,
    Status.PLANNED: 1,
    Status.POSTPONED: 2,
    Status.ONGOING: 3,
    Status.CANCELLED: 4,
    Status.COMPLETED: 5,
}
_SETTLED = frozenset({Status.ONGOING, Status.CANCELLED, Status.COMPLETED})
_RULE = "latest, and not undone"


def settle_status(reports: Sequence[Report], ledger: Ledger) -> Status:
    """The status after all ``reports``, which are in the order of publication."""
    if len(reports) == 1:
        ledger.choices.append(Choice("status", _RULE, (reports[0].report_id,)))
        return reports[0].engagement.status
    status, since = reports[0].engagement.status, reports[0].published
    for day, told in groupby(_dated_first(reports), key=lambda report: report.published):
        newest = max((report.engagement.status for report in told), key=lambda one: _STAGE[one])
        if _moves_on(status, newest):
            status, since = newest, day
    supporters = tuple(report.report_id for report in reports if report.engagement.status is status)
    ledger.choices.append(Choice("status", _RULE, supporters))
    for other in Status:
        against = tuple(r.report_id for r in reports if _contradicts(r, other, status, since))
        if against:
            ledger.dissents.append(Dissent("status", to_json(other), against))
    return status


def moves_of(reports: Sequence[Report]) -> tuple[Move, ...]:
    """The statuses told, day by day, each day's in the order of progress."""
    if len(reports) == 1:
        return (Move(reports[0].published, reports[0].engagement.status, (reports[0].report_id,)),)
    told: dict[tuple[dt.date | None, Status], list[str]] = {}
    for report in sorted(_dated_first(reports), key=lambda r: (_day(r), _STAGE[r.engagement.status])):
        told.setdefault((report.published, report.engagement.status), []).append(report.report_id)
    return tuple(Move(day, status, tuple(ids)) for (day, status), ids in told.items())


def is_done(report: Report) -> bool:
    """Whether the report tells the event as begun or over, not as coming or called off."""
    return report.engagement.status in BEGUN


def _dated_first(reports: Sequence[Report]) -> list[Report]:
    return sorted(reports, key=publication_order)


def _day(report: Report) -> dt.date:
    return report.published or dt.date.max


def _moves_on(status: Status, newest: Status) -> bool:
    if status is Status.COMPLETED or (
        status is Status.ONGOING and newest not in {Status.COMPLETED, Status.CANCELLED}
    ):
        return False
    return newest in _SETTLED or status not in _SETTLED


def _contradicts(report: Report, other: Status, status: Status, since: dt.date | None) -> bool:
    """Whether a report tells ``other``, which cannot be true beside ``status`` or was told after it."""
    if report.engagement.status is not other or other is status:
        return False
    if (other in CALLED_OFF and status in BEGUN) or (other in BEGUN and status in CALLED_OFF):
        return True
    later = report.published is not None and since is not None and report.published > since
    return later and _STAGE[other] < _STAGE[status] and other is not Status.ONGOING
