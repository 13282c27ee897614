"""The reports that are kept, as far as they are needed to compare new ones with."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.record.judgements import Judgement, Sameness
from dragoman.record.matching import blocking_keys
from dragoman.record.record import Report
from dragoman.store import tables
from dragoman.store.dialects import is_among, number_of_key
from dragoman.store.loading import REPORTS, report_of

_REPORTS, _KEYS, _JUDGEMENTS = tables.reports.c, tables.blocking_keys.c, tables.judgements.c
_OF_RECORDS = select(_REPORTS.report_id).where(is_among(_REPORTS.record_id))
_UNDER_KEYS = select(_KEYS.key, _KEYS.report_id).where(is_among(_KEYS.key))
_JUDGED = select(tables.judgements).where(is_among(_JUDGEMENTS.left_id) | is_among(_JUDGEMENTS.right_id))


class KeptReports:
    """Reports by id and by blocking key, each loaded once.

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
        self._load(sorted({one for ids in self._ids_of_key.values() for one in ids} - self._reports.keys()))

    def find(self, keys: frozenset[str]) -> tuple[Report, ...]:
        """The reports under any of the keys."""
        self._look_up([key for key in keys if key not in self._ids_of_key])
        return self.of(report_id for key in keys for report_id in self._ids_of_key[key])

    def of(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """The reports of these ids; unknown ones are left out."""
        wanted = sorted(set(report_ids))
        self._load([report_id for report_id in wanted if report_id not in self._reports])
        return tuple(self._reports[report_id] for report_id in wanted if report_id in self._reports)

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

    def _load(self, report_ids: Sequence[str]) -> None:
        if not report_ids:
            return
        for row in self._connection.execute(REPORTS, {"some": report_ids}):
            self._reports[row.report_id] = report_of(row)
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
