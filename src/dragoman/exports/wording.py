"""Wording: days, amounts, codes and states in words, for the table and the page.

>>> day_in_words(DateSpan.parse("2024-04-01", "2024-04-05"))
'1–5 April 2024'
>>> day_in_words(DateSpan.parse("2021-11"))
'November 2021'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.dates import DateSpan, Precision
from dragoman.engagements.engagement import Amount, Engagement, Status
from dragoman.ontology.event import CodedEvent
from dragoman.pages.article import Published

STATUS_WORDS: Mapping[Status, str] = {
    Status.PLANNED: "planned",
    Status.ONGOING: "under way",
    Status.COMPLETED: "done",
    Status.CANCELLED: "cancelled",
    Status.POSTPONED: "postponed",
    Status.PROPOSED: "proposed",
}
_WITHOUT_PLURAL = {"percent", "people", "personnel", "staff", "aircraft", "crew", "military"}
_ORIGIN_WORDS = {
    "given": "as given",
    "json-ld": "from the page's data",
    "meta": "from the page's data",
    "header": "from the head or foot of the page",
    "headline": "from the headline",
    "text": "from the first paragraphs",
    "time element": "from the page's data",
    "modified": "when the page was changed",
    "dateline": "from the dateline",
    "visible": "as printed",
    "url": "from the address",
    "feed": "from the feed",
}


def listed(names: Iterable[str]) -> str:
    """Names as a list in words.

    >>> listed(["Oslo", "Turku", "Vaasa"])
    'Oslo, Turku and Vaasa'
    """
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def day_in_words(days: DateSpan) -> str:
    """The days in words, no more precise than they are known."""
    start, end = days.start, days.end
    if days.precision is Precision.YEAR:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if days.precision is Precision.MONTH:
        same = (start.year, start.month) == (end.year, end.month)
        return f"{start:%B %Y}" if same else f"{start:%B %Y} – {end:%B %Y}"
    if start == end:
        return f"{start.day} {start:%B %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%B %Y}"
    first = f"{start.day} {start:%B}" if start.year == end.year else f"{start.day} {start:%B %Y}"
    return f"{first} – {end.day} {end:%B %Y}"


def when_in_words(days: DateSpan) -> str:
    """The days with their preposition: "on 2 April 2024", "in November 2021"."""
    return f"{'on' if days.precision is Precision.DAY else 'in'} {day_in_words(days)}"


def amount_in_words(amount: Amount) -> str:
    """The amount with its unit.

    >>> amount_in_words(Amount(20_000_000, "EUR", approximate=True))
    'about 20,000,000 EUR'
    """
    number = f"{amount.value:,.2f}".rstrip("0").rstrip(".")
    unit = amount.unit
    if not (unit.isupper() or amount.value == 1 or unit.endswith("s") or unit in _WITHOUT_PLURAL):
        unit = f"{unit}s"
    return f"{'about ' if amount.approximate else ''}{number} {unit}"


def codes_in_words(events: Sequence[CodedEvent]) -> str:
    """The codes of an engagement on one line: "CONSULT/visit · CAMEO 042"."""
    return "; ".join(f"{'/'.join((event.event, *event.mode))} · CAMEO {event.cameo}" for event in events)


def flags_of(eng: Engagement) -> tuple[str, ...]:
    """What a reader must know beside the status: background, denied, only supposed."""
    stated = {"background": eng.historical, "denied": eng.negated, "supposed": eng.hypothetical}
    return tuple(name for name, holds in stated.items() if holds)


def published_in_words(published: Published | None) -> str:
    """The publication day and where it was found."""
    if published is None:
        return "undated"
    origin = _ORIGIN_WORDS.get(published.origin, published.origin)
    return f"{day_in_words(DateSpan.of_day(published.day))} ({origin})"
