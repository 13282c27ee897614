"""Windows: weekdays told after the days of a journey or a conference to come fall into them.

"She will travel to P and R on 3–7 June. On Monday she meets X": on 3 June, though another Monday comes before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from dragoman.dates import DateSpan, Precision
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.engagement import Kind, Status
from dragoman.engagements.stay_lengths import is_one_day

_WEEK = dt.timedelta(days=7)
_FARTHEST = 60
"""Days between the publication of a text and the window it tells of, at most."""


def fit_weekdays(candidates: Sequence[Candidate], published: dt.date | None) -> None:
    """Move weekdays that were counted from the page into the window told before them."""
    if published is None:
        return
    window: DateSpan | None = None
    for candidate in sorted(candidates, key=lambda c: c.span.start):
        if candidate.status is not Status.PLANNED or candidate.historical:
            continue
        if window is not None:
            candidate.when = _fitted(candidate.when, window)
            for first, when in candidate.stop_days.items():
                candidate.stop_days[first] = _fitted(when, window) or when
        if candidate.kind in {Kind.VISIT, Kind.CONFERENCE} and _is_window(candidate.when, published):
            assert candidate.when is not None
            window = candidate.when.days


def _is_window(when: When | None, published: dt.date) -> bool:
    if when is None or "unit" in when.rule or when.days.precision is not Precision.DAY:
        return False
    ahead = (when.days.start - published).days
    return when.days.days > 1 and 0 < ahead <= _FARTHEST


def _fitted(when: When | None, window: DateSpan) -> When | None:
    """A weekday before a window, as the day of that name in it; anything else as it is."""
    if when is None or "weekday" not in when.rule or not is_one_day(when) or when.days.end >= window.start:
        return when
    day = when.days.start
    while day < window.start:
        day += _WEEK
    return replace(when, days=DateSpan.of_day(day)) if day <= window.end else when
