"""Programme: stops of a trip that a text names without a verb of travel.

"The last stop is Singapore on 13 September", "in Chile on 5 October and in Peru on the 6th", "to be followed by Entebbe
on Tuesday", or the lines of a programme: "28 October: Astana, talks with the President".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.citation import Span
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import When
from dragoman.engagements.engagement import BEGUN, Status
from dragoman.engagements.itinerary import Trip, add_stop, find_leg
from dragoman.mentions import times as day_words
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain, PlaceMention, TimeMention
from dragoman.mentions.times import resolve

# "The first stop is P", "the last leg of the trip will be P", "P, the last stop".
_STOP_IS = re.compile(
    r"\b(?:stop|stopover|leg|destination|port of call|station)s?\b(?:\s(?:of|on|in)\s(?:the|his|her|their|this)\s"
    r"(?:[\w-]+\s)?(?:trip|tour|visit|journey|swing))?\s(?:is|are|was|were|will be|would be|being|includes?|will include|"
    r"in)\s(?:the\s)?(?:city of\s)?$"
)
_IS_STOP = re.compile(
    r"^,?\s(?:which\s(?:is|was|will be)\s)?(?:is\s|was\s|will be\s)?(?:the|his|her|their|its)\s"
    r"(?:first|second|third|fourth|fifth|next|last|final|only)\s(?:stop|leg|destination|station)\b"
)
# "His itinerary includes P", "the minister continues to P", "and end on Thursday in P", "followed by visits to P".
_DAY_WORDS = r"(?:\s(?:on|this|next|later|also|then|today|tomorrow|\w+day|\d{1,2}|[A-Z][a-z]{2,8}|the|trip|tour|visit))"
_ONWARD = re.compile(
    r"(?:\b(?:itinerary|programme|program|trip|tour|journey|swing|agenda)\b"
    r"(?:[^.;]{0,60}\s(?:includes?|covers?|takes? in)|\s(?:including|covering|comprising|spanning|taking in)"
    r"|[^.;]{0,30}\s(?:are|is))|\b(?:has|had|have) been (?:to|in)"
    rf"|\b(?:continu(?:es?|ed|ing)|(?:goes|go|went|moves?|moved|travels?|flies|flew|heads?|headed) on|"
    rf"proceed(?:s|ed)?|"
    rf"(?:follow(?:ed|s)|preceded) by(?: (?:a |an )?(?:\w+ )?(?:visits?|stops?|trips?) (?:to|in))?|"
    rf"ends?|ended|concludes?|concluded|wraps? up|winds up|stops?|stopovers?|expected|due|"
    rf"(?:begin|start)s?(?=[^.;]{{0,24}}\sin\s)|(?:began|started)(?=[^.;]{{0,24}}\sin\s)))"
    rf"{_DAY_WORDS}{{0,4}}(?:\s(?:in|to|at|via|with)){{0,2}}(?:\sthe)?\s$"
)
_HAS_BEEN = re.compile(r"\b(?:has|have|had) (?:already )?been (?:to|in)\b")
# "P and R follow."
_FOLLOWS = re.compile(
    r"^(?:(?:,|\sand|,\sand)\s[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*){0,4}\s(?:will\s)?follow(?:s|ed)?\b"
    r"(?!\s(?:by|from|up|the))"
)
_NEXT = re.compile(r"^(?:,\s|\sand\s|,\sand\s|;\s(?:and\s)?)(?:then\s)?(?:in\s|to\s|on to\s)?(?:the\s)?$")
# What stands before the next stop of a list, and between a stop and its day.
_LINK = re.compile(
    r"(?:,|\band\b|;|\bthen\b|\bby\b|\bin\b|\bto\b|\bat\b|–|-)\s(?:then\s)?(?:in\s|to\s|at\s|the\s)*$"
)
_ON = re.compile(r"^(?:,?\s(?:on|from|for|until|between)?\s?(?:the\s)?|\s\(|,?\s)$")
_SPENDING = re.compile(r"\bspen(?:d|ds|t|ding)\s(?:the\s)?$")
_IN = re.compile(r"\s(?:in|at)\s(?:the\s)?")
_ENTRY = re.compile(r"^\W{0,3}(?:[A-Z][a-z]+day,?\s)?$")
_MARK = re.compile(r"^\s?(?:\([A-Z][a-z]+day\)\s?)?(?:[:–—|-]|,)\s*(?:[A-Z][a-z]+day[,:]?\s)?(?:in\s)?$")
_OFF = frozenset({Status.CANCELLED, Status.PROPOSED})
# "on Thursday in P", "on Friday he will be in P": a stop in a list whose days stand first.
_DAY_FIRST = re.compile(
    r"(?:,?\s(?:he|she|they)\s(?:will be|is|was|arrives|arrived))?\s(?:in|at)\s(?:the\s)?"
)


def add_programme(trips: list[Trip], sentences: Sequence[Span], mentions: Mentions) -> None:
    """Add the stops that sentences beside the tellings of a trip name, with their days."""
    for span in sentences:
        trip = _trip_told_before(trips, span)
        if trip is None:
            continue
        told_here = any(span.covers(telling.span) for telling in trip.tellings)
        last: When | None = None
        for place, time in _stops_in(span, mentions, listed=told_here):
            over = (
                _is_over(trip, span, place)
                or _HAS_BEEN.search(mentions.text, span.start, place.span.start) is not None
            )
            when = _when(time, over=over)
            when = when if over else _in_order(when, last)
            last = when or last
            if place.country != trip.country:
                _add(trip, place, when, over=over)


def _trip_told_before(trips: list[Trip], span: Span) -> Trip | None:
    """The trip whose telling stands last before the end of a sentence."""
    told = [
        (max(starts), index)
        for index, trip in enumerate(trips)
        if not all(c.historical or c.status in _OFF for c in trip.tellings)
        and (starts := [c.span.start for c in trip.tellings if c.span.start < span.end])
    ]
    return trips[max(told)[1]] if told else None


def _stops_in(
    span: Span, mentions: Mentions, *, listed: bool
) -> Iterator[tuple[PlaceMention, TimeMention | None]]:
    """The stops a sentence names, each with the day printed right behind it, or before it in a programme."""
    text = mentions.text
    places = [place for place in mentions.places if span.covers(place.span)]
    days = [time for time in mentions.times_in(span) if time.grain is Grain.DAY and not time.names_event]
    counted, end = 0, -1  # ``end`` of the last stop of a list, with its day
    for place in places:
        before = text[span.start : place.span.start]
        behind = next((t for t in days if _ON.match(text[place.span.end : t.span.start] or "?")), None)
        ahead = next((t for t in days if _MARK.match(text[t.span.end : place.span.start] or "?")), None)
        if ahead is not None and _ENTRY.match(text[span.start : ahead.span.start]):
            yield place, ahead
            return
        within = next((t for t in days if _is_spent(text, span, t, place)), None)
        if within is not None:
            yield place, within
            continue
        first = (
            next((t for t in days if _is_first(text, t, place)), None)
            if listed and places[0] is not place
            else None
        )
        if first is not None:
            yield place, first
            continue
        behind_it = text[place.span.end : span.end]
        within = next((t for t in days if _is_within(text, span, t, place)), None)
        if within is not None:
            yield place, within
            continue
        named = _STOP_IS.search(before) or _IS_STOP.match(behind_it) or _FOLLOWS.match(behind_it)
        goes_on = _ONWARD.search(before) or (end > 0 and _NEXT.match(text[end : place.span.start]))
        in_list = listed and behind is not None and _LINK.search(before) is not None and counted > 0
        counted += listed and behind is not None
        owner = text[place.span.end : place.span.end + 2] in {"'s", "’s"}
        if (named or goes_on or in_list) and not owner:
            end = behind.span.end if behind is not None else place.span.end
            yield place, behind


def _is_first(text: str, time: TimeMention, place: PlaceMention) -> bool:
    return time.span.end < place.span.start and (
        _DAY_FIRST.fullmatch(text[time.span.end : place.span.start]) is not None
    )


def _is_within(text: str, span: Span, time: TimeMention, place: PlaceMention) -> bool:
    """ "In P (9–10 June), she will meet …"."""
    ahead = _AT_FIRST.fullmatch(text[span.start : place.span.start]) is not None
    return ahead and text[place.span.end : time.span.start].strip() == "("


_AT_FIRST = re.compile(r"(?:\W|\d)*In\s(?:the\s)?")


def _is_spent(text: str, span: Span, time: TimeMention, place: PlaceMention) -> bool:
    """ "He will spend Sunday and Monday in P", "after a day in P on Monday"."""
    if time.span.end > place.span.start or not _IN.fullmatch(text[time.span.end : place.span.start]):
        return False
    return _SPENDING.search(text[span.start : time.span.start]) is not None


def _is_over(trip: Trip, sentence: Span, place: PlaceMention) -> bool:
    """Whether a stop lies behind: as what its sentence tells of the trip before it, else as the whole trip."""
    here = [c for c in trip.tellings if sentence.covers(c.span)]
    before = [c for c in here if c.span.start < place.span.start]
    if before:
        return max(before, key=lambda c: c.span.start).status in BEGUN
    return all(c.status in BEGUN if here else c.status is Status.COMPLETED for c in here or trip.tellings)


def _when(time: TimeMention | None, *, over: bool) -> When | None:
    days = resolve(time, day_words.Tense.PAST if over else day_words.Tense.FUTURE) if time else None
    return When(days, time.span, time.rule) if days is not None and time is not None else None


def _in_order(when: When | None, last: When | None) -> When | None:
    """A weekday told behind a later day is that of the week after: "on Thursday in P and on Friday in R", on a Friday."""
    if when is None or last is None or when.days.end >= last.days.start or "weekday" not in when.rule:
        return when
    week = dt.timedelta(days=7)
    days = DateSpan(when.days.start + week, when.days.end + week, when.days.precision)
    return replace(when, days=days)


def _add(trip: Trip, place: PlaceMention, when: When | None, *, over: bool) -> None:
    leg = find_leg(trip, place)
    if leg is None:
        add_stop(trip, place, when, Status.COMPLETED if over else Status.PLANNED)
        return
    if leg.place.city is None and place.city is not None:
        leg.place = place
    leg.when = leg.when or when
