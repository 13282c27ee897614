"""Grammar of dates written in figures: 2024-04-02, 13/04/2023, 02.04.2024, 9-10/4/2020."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.dates import DateSpan
from dragoman.mentions.calendar_readings import Context, Reading, make_day, make_range, read_fixed
from dragoman.mentions.date_grammar import rule


def read_iso(match: re.Match[str], _: Context) -> Reading | None:
    """2024-04-02 · 2024/4/2: year, month, day."""
    return read_fixed(make_day(int(match["y"]), int(match["m"]), int(match["d"])))


def _full_year(figures: str) -> int:
    # Two figures: POSIX's rule, 69 to 99 are of the last century.
    year = int(figures)
    return year if len(figures) == 4 else year + (1900 if year >= 69 else 2000)


def read_figures(match: re.Match[str], context: Context) -> Reading | None:
    """02/04/2024: which figure is the month must be certain; dots always mean day.month.year."""
    first, second, year = int(match["a"]), int(match["b"]), _full_year(match["y"])
    day_first = make_day(year, second, first)
    month_first = make_day(year, first, second) if match["sep"] != "." else None
    found = {days for days in (day_first, month_first) if days is not None}
    if not found:
        return None
    if len(found) > 1:
        past, future = _only_ones(found, context.published)
        reason = "day and month may be either way round"
        return Reading(None, past=past, future=future, partial=f"{year}", reason=reason)
    return read_fixed(found.pop())


def _only_ones(found: set[DateSpan], published: dt.date | None) -> tuple[DateSpan | None, DateSpan | None]:
    """What has been on 11/03/2025, told on 12 March, can only have been in March: one day behind, one ahead."""
    if published is None:
        return None, None
    past = {days for days in found if days.end <= published}
    future = {days for days in found if days.start >= published}
    return next(iter(past)) if len(past) == 1 else None, next(iter(future)) if len(future) == 1 else None


def read_figure_range(match: re.Match[str], _: Context) -> Reading | None:
    """9-10/4/2020 · 4/9-10/2020: two days of one month."""
    year, month = _full_year(match["y"]), int(match["m"])
    days = make_range(make_day(year, month, int(match["a"])), make_day(year, month, int(match["b"])))
    return None if days is None else read_fixed(days, window=True)


FIGURE_RULES = (
    rule(
        "date.iso",
        r"(?<![\w/.-])(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?=T\d|(?![\w/-]))",
        read_iso,
    ),
    rule(
        "date.figures",
        r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|(?<=/)\d\d)(?![\w/-]|\.\d)",
        read_figures,
    ),
    rule(
        "date.figure-range",
        r"(?<![\w/.-])(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})([/.])(?P<m>\d{1,2})\3(?P<y>\d{4})(?![\w/-])",
        read_figure_range,
    ),
    rule(
        "date.figure-range",
        r"(?<![\w/.-])(?P<m>\d{1,2})/(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})/(?P<y>\d{4})(?![\w/-])",
        read_figure_range,
    ),
)
