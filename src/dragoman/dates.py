"""Days with the precision the text supports.

>>> DateSpan.parse("2021-11").iso()
('2021-11', '2021-11')
>>> DateSpan.parse("2024-04-01", "2024-04-05").days
5
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How exact a date is; a date never pretends to more than its text says."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_ISO_LENGTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
_PRECISION = {length: precision for precision, length in _ISO_LENGTH.items()}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days from ``start`` to ``end``, both included.

    With month or year precision the span covers the whole month or year.
    """

    start: dt.date
    end: dt.date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"date span ends ({self.end}) before it starts ({self.start})")

    @classmethod
    def of_day(cls, day: dt.date) -> DateSpan:
        """One day."""
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> DateSpan:
        """A whole month."""
        last = calendar.monthrange(year, month)[1]
        return cls(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)

    @classmethod
    def of_year(cls, year: int) -> DateSpan:
        """A whole year."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)

    @classmethod
    def parse(cls, start: str, end: str | None = None) -> DateSpan:
        """From ISO prefixes (``2024``, ``2024-04``, ``2024-04-02``); both of one length.

        Raises:
            ValueError: if a value is no ISO prefix or the two differ in precision.
        """
        first = _parse_prefix(start)
        last = first if end is None else _parse_prefix(end)
        if first.precision is not last.precision:
            raise ValueError(f"{start!r} and {end!r} differ in precision")
        return cls(first.start, last.end, first.precision)

    @property
    def days(self) -> int:
        """How many days the span covers."""
        return (self.end - self.start).days + 1

    def iso(self) -> tuple[str, str]:
        """Start and end as ISO prefixes whose length is the precision."""
        length = _ISO_LENGTH[self.precision]
        return self.start.isoformat()[:length], self.end.isoformat()[:length]

    def overlaps(self, other: DateSpan) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def distance(self, other: DateSpan) -> int:
        """Days between the two spans; 0 where they overlap."""
        if self.overlaps(other):
            return 0
        return (other.start - self.end).days if other.start > self.end else (self.start - other.end).days

    def intersection(self, other: DateSpan) -> DateSpan | None:
        """The days both cover, with the finer of the two precisions."""
        if not self.overlaps(other):
            return None
        finer = self if _ISO_LENGTH[self.precision] >= _ISO_LENGTH[other.precision] else other
        return DateSpan(max(self.start, other.start), min(self.end, other.end), finer.precision)


def _parse_prefix(value: str) -> DateSpan:
    precision = _PRECISION.get(len(value))
    match precision:
        case Precision.DAY:
            return DateSpan.of_day(dt.date.fromisoformat(value))
        case Precision.MONTH:
            year, month = value.split("-")
            return DateSpan.of_month(int(year), int(month))
        case Precision.YEAR:
            return DateSpan.of_year(int(value))
        case None:
            raise ValueError(f"{value!r} is no date: write 2024, 2024-04 or 2024-04-02")
