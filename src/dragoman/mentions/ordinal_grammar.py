"""Grammar of bare days of a month: "on the 15th", "the 3rd and 4th", "the 5th of next month"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dragoman.mentions.calendar_readings import (
    Context,
    Reading,
    make_day,
    make_range,
    read_day_of_month,
    read_shift,
)
from dragoman.mentions.calendar_words import day_number
from dragoman.mentions.date_grammar import AND, DASH, GAP, rule
from dragoman.mentions.mention import Grain

_MONTHS_ON = {"last": -1, "this": 0, "next": 1}
_DAY_ORDINAL = r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
_NOT_A_NOUN = (
    r"(?=\s?[.,;:!?)\"”’]|\s+(?:in|at|to|for|as|with|on|by|from|when|where|and|after|before|will|of\s(?:this|next|last|the)"
    r"\smonth)\b|\s*$)"
)


def read_ordinal_day(match: re.Match[str], context: Context) -> Reading | None:
    """On the 15th · the 3rd and 4th."""
    first, last = day_number(match["d1"]), match.groupdict().get("d2")
    end = first if last is None else day_number(last)
    month = _month_of_sentence(match, context)
    if month is not None:
        days = make_range(make_day(month.year, month.month, first), make_day(month.year, month.month, end))
        return Reading(days, "previous", window=last is not None)
    return read_day_of_month(context, first, None if last is None else end)


def _month_of_sentence(match: re.Match[str], context: Context) -> dt.date | None:
    """The month that stands before a bare day in its sentence: "in July …, from the 16th to the 18th"."""
    previous = context.previous
    if previous is None or previous.grain is not Grain.MONTH or previous.window:
        return None
    between = match.string[previous.span.end : match.start()]
    ahead = previous.future or previous.days
    return None if ahead is None or re.search(r"[.;!?]\s|\n\s*\n", between) else ahead.start


def read_day_of_near_month(match: re.Match[str], context: Context) -> Reading | None:
    """The 5th of next month."""
    month = read_shift(context, Grain.MONTH, _MONTHS_ON[match["rel"].lower()])
    if month.days is None:
        return replace(month, grain=Grain.DAY)
    start = month.days.start
    return Reading(make_day(start.year, start.month, day_number(match["d1"])), "published")


ORDINAL_RULES = (
    rule(
        "relative.ordinal-of-month",
        rf"""\b(?i:the){GAP}(?P<d1>{_DAY_ORDINAL}){GAP}of{GAP}(?P<rel>(?i:last|this|next)){GAP}month\b""",
        read_day_of_near_month,
    ),
    rule(
        "relative.ordinals",
        rf"\b(?i:the){GAP}(?P<d1>{_DAY_ORDINAL})(?:{AND}|{DASH})(?:the{GAP})?(?P<d2>{_DAY_ORDINAL}){_NOT_A_NOUN}",
        read_ordinal_day,
    ),
    rule(
        "relative.ordinal",
        rf"\b(?i:on){GAP}(?P<span>the{GAP}(?P<d1>{_DAY_ORDINAL})){_NOT_A_NOUN}",
        read_ordinal_day,
    ),
)
