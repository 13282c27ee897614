"""Timeliness: a status as worded against the days told and the day of publication (codebook, decision 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from dragoman.citation import Span
from dragoman.dates import DateSpan, Precision
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import AHEAD, BEGUN, CALLED_OFF, Engagement, Kind, Role, Status
from dragoman.engagements.marks import is_day_of_report
from dragoman.engagements.reach import nodes_of
from dragoman.mentions.finding import Mentions

# How old, in days, a dated event has to be before it counts as background rather than news (codebook, decision 11).
BACKGROUND_DAYS = 12
# Days of a stay that goes on; "this year" is longer.
_LONG = 60
# What "was under way" this many days before publication is over.
_STILL = 3
_BY_NAME = ("relative.weekday", "date.")
"""Rules of the days and months that are told by their name and may be before or after publication."""


def correct_by_date(candidate: Candidate, published: dt.date | None) -> None:
    """Correct a candidate's status as worded by its days, and mark what is long past as background."""
    if candidate.stage == "begun" and candidate.status is Status.COMPLETED and not candidate.historical:
        fresh = candidate.when is None or published is None or (published - candidate.when.days.end).days <= 1
        if candidate.when is not None and (candidate.when.days.end - candidate.when.days.start).days > _LONG:
            fresh = False  # "on a visit earlier this year"
        candidate.status = Status.ONGOING if fresh else candidate.status
    if candidate.when is None or published is None or candidate.kind is Kind.AID:
        return
    days = candidate.when.days
    if candidate.status is Status.PLANNED and days.end < published and is_day_of_report(candidate):
        candidate.when = None
        return
    if candidate.status is Status.PLANNED and days.end < published:
        candidate.status = Status.COMPLETED
        candidate.reason = "told as future, but its days lie before the publication day"
    if candidate.status in BEGUN and days.start > published:
        candidate.status = Status.PLANNED
    if (
        candidate.status is Status.ONGOING
        and candidate.clause.tense is Tense.PAST
        and candidate.stage is None
        and (published - days.end).days > _STILL
    ):
        candidate.status = Status.COMPLETED
    tense = candidate.clause.tense
    vague = "unit" in candidate.when.rule and tense in {Tense.PAST, Tense.FUTURE}  # "travelled this week"
    if (
        candidate.kind is Kind.VISIT
        and not vague
        and candidate.status in {Status.COMPLETED, Status.PLANNED}
        and days.start < published < days.end
        and days.precision is Precision.DAY
    ):
        candidate.status = Status.ONGOING
    if candidate.status in CALLED_OFF:
        return
    of_last_year = days.precision is Precision.YEAR and days.end < published
    if candidate.status is Status.COMPLETED and (
        of_last_year or (published - days.end).days > BACKGROUND_DAYS
    ):
        candidate.historical = True
    elif candidate.historical and (published - days.end).days <= 3:
        candidate.historical = False


def age_together(found: Sequence[Candidate]) -> None:
    """Leave to history what one string of verbs tells beside a deed long past ("froze the assets and left in 1980")."""
    old = [c for c in found if c.historical and c.when is not None]
    for candidate in found:
        fresh = candidate.status is Status.COMPLETED and candidate.when is None
        if fresh and any(_are_strung(candidate, other) for other in old):
            candidate.historical = True


def _are_strung(one: Candidate, other: Candidate) -> bool:
    """Whether the verbs of two acts of one author are told on one string."""
    first, second = sorted((nodes_of(one), nodes_of(other)), key=min)
    strung = {index for node in first for index in one.tree.conjuncts(node)} & second
    acting = ({part.actor.key for part in c.of(Role.ACTOR, Role.PARTICIPANT)} for c in (one, other))
    return bool(strung) and not set.isdisjoint(*acting)


def look_ahead(engagements: Sequence[Engagement], mentions: Mentions) -> tuple[Engagement, ...]:
    """What is to come, with its day after publication where the words that tell it can mean one before or after."""
    coming = {
        time.span: time.future
        for time in mentions.times
        if time.future is not None and time.rule.startswith(_BY_NAME)
    }
    return tuple(_ahead(eng, coming, mentions.day) for eng in engagements)


def _ahead(eng: Engagement, coming: dict[Span, DateSpan], published: dt.date | None) -> Engagement:
    if eng.status not in AHEAD or eng.date is None or published is None:
        return eng
    told, before = eng.date.evidence[0], eng.date.value
    days = coming.get(told.span)
    if days is None or before.end >= published or before.days != days.days:
        return eng
    if eng.status is Status.PROPOSED and told.rule == _BY_NAME[0]:
        return eng  # "offered on Friday": the day of the offer
    stops = tuple(
        replace(stop, date=replace(stop.date, value=days))
        if stop.date and stop.date.value == before
        else stop
        for stop in eng.stops
    )
    return replace(eng, date=replace(eng.date, value=days), stops=stops)
