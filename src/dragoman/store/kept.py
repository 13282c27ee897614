"""The reports that are kept, as far as they are needed to compare new ones with."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.codec import from_json
from dragoman.record.contradiction import may_coincide
from dragoman.record.judgements import Judgement, Sameness
from dragoman.record.matching import blocking_keys, keys_of
from dragoman.record.profile import Outline, Profile, Window, window_of
from dragoman.record.record import Report
from dragoman.store import tables
from dragoman.store.dialects import is_among, number_of_key
from dragoman.store.loading import REPORTS, report_of

_REPORTS, _KEYS, _JUDGEMENTS = tables.reports.c, tables.blocking_keys.c, tables.judgements.c
_OF_RECORDS = select(_REPORTS.report_id).where(is_among(_REPORTS.record_id))
_UNDER_KEYS = select(_KEYS.key, _KEYS.report_id).where(is_among(_KEYS.key))
_JUDGED = select(tables.judgements).where(is_among(_JUDGEMENTS.left_id) | is_among(_JUDGEMENTS.right_id))


class KeptReports:
    """Reports by id and by blocking key, each loaded once, and taken apart when it is wanted.

    ``fresh`` ones are not in the database yet; ``keys`` are their blocking keys, where the caller has them.
    """

    def __init__(
        self,
        connection: Connection,
        fresh: Sequence[Report] = (),
        keys: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._connection = connection
        self._reports = {report.report_id: report for report in fresh}
        self._rows: dict[str, Row[Any]] = {}
        self._outlines: dict[str, tuple[Outline, Window | None]] = {}
        self._ids_of_key: dict[str, set[str]] = {}
        self.record_of: dict[str, str] = {}
        """The record each kept report is part of at present; fresh ones are of none."""
        self.keys = keys or {report.report_id: blocking_keys(report) for report in fresh}
        """The blocking keys of the fresh ones."""
        self.number_of: dict[str, int] = {}
        """The keys seen so far as the database has them."""
        self._look_up(frozenset().union(*self.keys.values()))
        for report_id, its_keys in self.keys.items():
            for key in its_keys:
                self._ids_of_key[key].add(report_id)
        self._load({one for ids in self._ids_of_key.values() for one in ids})

    def find(self, profile: Profile) -> tuple[Report, ...]:
        """The reports under any of the keys of a profile that kind and days allow to be of its event."""
        keys = keys_of(profile)
        self._look_up([key for key in keys if key not in self._ids_of_key])
        under = {report_id for key in keys for report_id in self._ids_of_key[key]}
        self._load(under)
        return self.of(one for one in under if one in self._reports or self._may_coincide(profile, one))

    def of(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """The reports of these ids; unknown ones are left out."""
        wanted = sorted(set(report_ids))
        self._load(wanted)
        for report_id in wanted:
            row = self._rows.pop(report_id, None)
            if row is not None:
                self._reports[report_id] = report_of(row)
        return tuple(self._reports[report_id] for report_id in wanted if report_id in self._reports)

    def _may_coincide(self, profile: Profile, report_id: str) -> bool:
        if report_id not in self._outlines:
            row = self._rows[report_id]
            outline = from_json(row.engagement, Outline)
            trip = None if row.trip is None else from_json(row.trip, Outline)
            self._outlines[report_id] = outline, window_of(outline, trip, row.published)
        return may_coincide(profile, *self._outlines[report_id])

    def beside(self, report_ids: Iterable[str]) -> set[str]:
        """All reports of the records that these are part of."""
        records = {self.record_of[report_id] for report_id in report_ids if report_id in self.record_of}
        if not records:
            return set()
        return set(self._connection.execute(_OF_RECORDS, {"some": sorted(records)}).scalars())

    def judgements_on(self, report_ids: Iterable[str]) -> tuple[Judgement, ...]:
        """What people decided about these reports."""
        rows = self._connection.execute(_JUDGED, {"some": sorted(report_ids)})
        return tuple(judgement_of(row) for row in sorted(rows, key=str))

    def _load(self, report_ids: Iterable[str]) -> None:
        new = sorted({one for one in report_ids if one not in self._reports and one not in self._rows})
        if not new:
            return
        for row in self._connection.execute(REPORTS, {"some": new}):
            self._rows[row.report_id] = row
            self.record_of[row.report_id] = row.record_id

    def _look_up(self, keys: Iterable[str]) -> None:
        found = defaultdict[int, set[str]](set)
        numbers = {key: number_of_key(key) for key in keys}
        self.number_of.update(numbers)
        if not numbers:
            return
        for number, report_id in self._connection.execute(_UNDER_KEYS, {"some": sorted(numbers.values())}):
            found[number].add(report_id)
        self._ids_of_key.update({key: found[number] for key, number in numbers.items()})


def judgement_of(row: Row[Any]) -> Judgement:
    """A row of `judgements`."""
    made = dt.datetime.fromisoformat(row.made)
    return Judgement(row.left_id, row.right_id, Sameness(row.verdict), row.author, made)
