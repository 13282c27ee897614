"""What a date expression can mean: calendar arithmetic around a publication day.

A grammar finds the parts of an expression ("Friday", 5 March, no year); the functions here turn them into a
``Reading`` with a past, a future and a default choice.

>>> page = Context(dt.date(2024, 3, 14))
>>> read_weekday(page, 4).past.iso(), read_weekday(page, 4).future.iso()
(('2024-03-08', '2024-03-08'), ('2024-03-15', '2024-03-15'))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.dates import DateSpan, Precision
from dragoman.mentions.mention import Grain, TimeMention

NO_PAGE_DATE = "page has no date"
NO_SUCH_DAY = "no such day"
OUTSIDE_CALENDAR = "outside the calendar"
# A 29 February recurs within eight years, also across 1900 and 2100.
_YEARS_AROUND = 8
# Writers leave out the year of their own calendar year first of all: said in October, "in April" is half a
# year back, not half a year ahead. Days; 0 to 90 tried on the development half of GUM and the gold articles.
_SAME_YEAR_BONUS = 60
# What is equally far is rather behind than ahead: news tells what happened. Days.
_PAST_BONUS = 10
# A year-less date this near to a full date before it continues its story ("on November 15, 2017 … on November
# 21"), unless it is as near to the publication day. Days.
_STORY_REACH = 45


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    ``previous`` is the last dated expression before it; ``year`` a year that the sentence has already fixed;
    ``story`` a full date of another year earlier in the paragraph.
    """

    published: dt.date | None
    previous: TimeMention | None = None
    lead_day: dt.date | None = None
    year: int | None = None
    story: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The days an expression means, as the fields of ``TimeMention`` describe them."""

    days: DateSpan | None
    anchor: str = "self"
    past: DateSpan | None = None
    future: DateSpan | None = None
    partial: str | None = None
    reason: str | None = None
    window: bool = False
    grain: Grain = Grain.DAY


def make_day(year: int, month: int, day: int) -> DateSpan | None:
    """One day, or ``None`` where the calendar has none (30 February)."""
    try:
        return DateSpan.of_day(dt.date(year, month, day))
    except ValueError:
        return None


def make_month(year: int, month: int) -> DateSpan | None:
    """A whole month, or ``None`` outside the calendar."""
    return DateSpan.of_month(year, month) if dt.MINYEAR <= year <= dt.MAXYEAR else None


def make_year(year: int) -> DateSpan | None:
    """A whole year, or ``None`` outside the calendar."""
    return DateSpan.of_year(year) if dt.MINYEAR <= year <= dt.MAXYEAR else None


def make_range(first: DateSpan | None, last: DateSpan | None) -> DateSpan | None:
    """From the first day of one span to the last day of the other; ``None`` if they run backwards."""
    if first is None or last is None or last.end < first.start:
        return None
    return DateSpan(first.start, last.end, first.precision)


def shift_month(day: dt.date, months: int) -> DateSpan | None:
    """The month that lies ``months`` after the month of ``day``.

    >>> shift_month(dt.date(2024, 1, 31), -1).iso()
    ('2023-12', '2023-12')
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return make_month(year, month + 1)


def shift_year(day: dt.date, years: int) -> DateSpan | None:
    """The year that lies ``years`` after the year of ``day``."""
    return make_year(day.year + years)


def shift_day(day: dt.date, days: int) -> DateSpan | None:
    """The day ``days`` after ``day``; ``None`` outside the calendar."""
    try:
        return DateSpan.of_day(day + dt.timedelta(days=days))
    except OverflowError:
        return None


def shift_week(day: dt.date, weeks: int) -> DateSpan | None:
    """Monday to Sunday of the week ``weeks`` after the week of ``day``."""
    monday = shift_day(day, 7 * weeks - day.weekday())
    return None if monday is None else make_range(monday, shift_day(monday.start, 6))


def shift_weekend(day: dt.date, weeks: int) -> DateSpan | None:
    """Saturday and Sunday of the week ``weeks`` after the week of ``day``."""
    week = shift_week(day, weeks)
    return None if week is None else make_range(shift_day(week.start, 5), shift_day(week.end, 0))


def shift_quarter(day: dt.date, quarters: int) -> DateSpan | None:
    """The calendar quarter ``quarters`` after the quarter of ``day``, with month precision."""
    first = shift_month(day, 3 * quarters - (day.month - 1) % 3)
    return None if first is None else make_range(first, shift_month(first.start, 2))


SHIFTS: dict[Grain, Callable[[dt.date, int], DateSpan | None]] = {
    Grain.DAY: shift_day,
    Grain.WEEK: shift_week,
    Grain.WEEKEND: shift_weekend,
    Grain.MONTH: shift_month,
    Grain.QUARTER: shift_quarter,
    Grain.YEAR: shift_year,
}


def choose(reading: Reading, candidates: list[DateSpan], published: dt.date) -> Reading:
    """Fill past, future and default from ``candidates``.

    The default is the nearest, with some bonus for the publication's own year; the past one on a tie.
    """

    def remoteness(span: DateSpan) -> int:
        own = published.year in (span.start.year, span.end.year)
        bonus = (_SAME_YEAR_BONUS if own else 0) + (_PAST_BONUS if span.start <= published else 0)
        return span.distance(DateSpan.of_day(published)) - bonus

    past = max((c for c in candidates if c.start <= published), key=lambda c: c.start, default=None)
    future = min((c for c in candidates if c.end >= published), key=lambda c: c.start, default=None)
    both = [c for c in (past, future) if c is not None]
    days = min(both, key=remoteness, default=None)
    return replace(reading, days=days, past=past, future=future)


def read_yearless(
    context: Context, make: Callable[[int], DateSpan | None], *, partial: str, weekday: int | None = None
) -> Reading:
    """A date without year: ``make`` gives its days in a year; ``weekday`` narrows the years that fit."""
    if context.year is not None:
        days = make(context.year)
        return Reading(days, "previous", partial=partial, reason=NO_SUCH_DAY if days is None else None)
    if context.published is None:
        return Reading(None, "published", partial=partial, reason=NO_PAGE_DATE)
    year = context.published.year
    years = range(max(dt.MINYEAR, year - _YEARS_AROUND), min(dt.MAXYEAR, year + _YEARS_AROUND) + 1)
    candidates = [days for days in map(make, years) if days is not None]
    reading = _not_a_year_off(
        choose(Reading(None, "published", partial=partial), candidates, context.published), context.published
    )
    told = _continue_story(context, reading.days, make)
    if told is not None:
        return Reading(told, "previous", partial=partial)
    if weekday is not None and reading.days is not None:
        return _agree_with_weekday(reading, candidates, weekday)
    return reading if reading.days is not None else replace(reading, reason=NO_SUCH_DAY)


_STALE, _YEAR_OFF = 7, 300


def _not_a_year_off(reading: Reading, published: dt.date) -> Reading:
    """ "will travel from March 4 to 11" on a page put up on March 10: this March, not that of next year."""
    past, future = reading.past, reading.future
    if past is None or future is None or (future.start - published).days < _YEAR_OFF:
        return reading
    return replace(reading, future=past) if (published - past.end).days <= _STALE else reading


def _continue_story(
    context: Context, nearest: DateSpan | None, make: Callable[[int], DateSpan | None]
) -> DateSpan | None:
    story, page = context.story, context.published
    if story is None or page is None:
        return None
    if nearest is not None and nearest.distance(DateSpan.of_day(page)) <= _STORY_REACH:
        return None
    near = [
        make(year)
        for year in range(max(dt.MINYEAR, story.start.year), min(dt.MAXYEAR, story.end.year + 1) + 1)
    ]
    return next((days for days in near if days is not None and days.distance(story) <= _STORY_REACH), None)


def _agree_with_weekday(reading: Reading, candidates: list[DateSpan], weekday: int) -> Reading:
    """A weekday beside the date settles the year, if one within a year of the nearest fits."""
    nearest = reading.days
    assert nearest is not None
    if nearest.start.weekday() == weekday:
        return replace(reading, past=None, future=None)
    fitting = [
        c for c in candidates if c.start.weekday() == weekday and abs(c.start.year - nearest.start.year) <= 1
    ]
    if len(fitting) == 1:
        return replace(reading, days=fitting[0], past=None, future=None)
    return replace(reading, reason="weekday and date disagree")


def read_fixed(days: DateSpan | None, *, grain: Grain = Grain.DAY, window: bool = False) -> Reading:
    """A date that says all of itself."""
    return Reading(days, grain=grain, window=window, reason=NO_SUCH_DAY if days is None else None)


def read_shift(context: Context, grain: Grain, count: int) -> Reading:
    """The unit ``count`` after the publication day's: yesterday, next month, two weeks ago."""
    if context.published is None:
        return Reading(None, "published", reason=NO_PAGE_DATE, grain=grain)
    return Reading(SHIFTS[grain](context.published, count), "published", grain=grain)


def read_weekday(context: Context, weekday: int) -> Reading:
    """A bare weekday; the default reading is the past one, the publication day included."""
    if context.published is None:
        return Reading(None, "published", reason=NO_PAGE_DATE)
    back = (context.published.weekday() - weekday) % 7
    past = shift_day(context.published, -back)
    future = past if back == 0 else shift_day(context.published, 7 - back)
    return Reading(past, "published", past, future)


def read_weekend(context: Context, *, current: bool) -> Reading:
    """A bare weekend; ``current`` ("this weekend") prefers the one of the running week."""
    if context.published is None:
        return Reading(None, "published", reason=NO_PAGE_DATE, grain=Grain.WEEKEND)
    this, last = shift_weekend(context.published, 0), shift_weekend(context.published, -1)
    past = this if this is not None and this.start <= context.published else last
    return Reading(this if current else past, "published", past, this, grain=Grain.WEEKEND)


def read_day_of_month(context: Context, first: int, last: int | None = None) -> Reading:
    """A bare day of the month, "on the 15th", or two of them, in the month that lies nearest."""
    if context.published is None:
        return Reading(None, "published", partial=f"---{first:02}", reason=NO_PAGE_DATE)
    candidates = []
    for months in (-2, -1, 0, 1, 2):
        month = shift_month(context.published, months)
        if month is not None:
            year, number = month.start.year, month.start.month
            days = make_range(make_day(year, number, first), make_day(year, number, last or first))
            candidates += [days] if days is not None else []
    reading = Reading(None, "published", partial=f"---{first:02}", window=last is not None)
    return choose(reading, candidates, context.published)


def read_after(context: Context, grain: Grain, count: int) -> Reading:
    """The unit ``count`` after the expression before it: the following day, a week later, that year."""
    previous = context.previous
    shift = SHIFTS[grain]
    if previous is None or previous.days is None:
        if context.lead_day is None:
            return Reading(None, "previous", reason="nothing before it is dated", grain=grain)
        return Reading(shift(context.lead_day, count), "previous", grain=grain)
    if _is_coarser(previous.days.precision, grain):
        return Reading(None, "previous", reason="the date before it is less exact", grain=grain)

    def moved(span: DateSpan | None) -> DateSpan | None:
        return None if span is None else shift(span.end if count > 0 else span.start, count)

    return Reading(
        moved(previous.days), "previous", moved(previous.past), moved(previous.future), grain=grain
    )


_RANK = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2}
_GRAIN_RANK = {Grain.DAY: 0, Grain.WEEK: 0, Grain.WEEKEND: 0, Grain.MONTH: 1, Grain.QUARTER: 1, Grain.YEAR: 2}


def _is_coarser(precision: Precision, grain: Grain) -> bool:
    return _RANK[precision] > _GRAIN_RANK[grain]
