"""Terms of office as bars on a line of years, drawn by the server as SVG: no script is needed to see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.knowledge.entity import Incumbent
from dragoman.knowledge.lookup import KnowledgeBase

_WIDTH, _LEFT, _ROW, _FOOT = 900, 4, 40, 20
_LEAST_WIDE = 3
_SHOWN = 12
COUNTRY_ROLES = ("head-of-state", "head-of-government", "foreign-minister")


@dataclass(frozen=True, slots=True)
class Bar:
    """A term: its words, and where its bar stands."""

    label: str
    when: str
    x: float
    y: float
    width: float
    provisional: bool
    address: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars above an axis of years."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    width: int = _WIDTH
    height: int = 0


def person_chart(person_id: str, kb: KnowledgeBase) -> Chart | None:
    """The offices a person has held."""
    return _chart(kb.offices_of(person_id, None), lambda one: _office_words(one, kb), lambda _: "")


def office_charts(country: str, kb: KnowledgeBase) -> list[tuple[str, Chart]]:
    """Who has held the offices that stand for a state, the last ones."""
    charts = []
    for role in COUNTRY_ROLES:
        office = kb.office(role, country=country)
        held = () if office is None else kb.officeholders.of_office(office.office_id)
        people = [
            Incumbent(person, office, term)
            for term in held
            if office is not None and (person := kb.person(term.person_id)) is not None
        ]
        chart = _chart(people, lambda one: one.person.name, lambda one: f"/people/{one.person.person_id}")
        if office is not None and chart is not None:
            charts.append((office.title, chart))
    return charts


def _chart(
    held: Iterable[Incumbent], words: Callable[[Incumbent], str], address: Callable[[Incumbent], str]
) -> Chart | None:
    """The newest terms that have a beginning, newest on top."""
    dated = [(one, one.term.start, one.term.end) for one in held if one.term.start is not None]
    shown = sorted(dated, key=lambda item: item[1], reverse=True)[:_SHOWN]
    if not shown:
        return None
    today = dt.date.today()
    first = min(start for _, start, _ in shown)
    last = max(end or max(today, start) for _, start, end in shown)
    days = max((last - first).days, 365)

    def x(day: dt.date) -> float:
        return round(_LEFT + (day - first).days / days * (_WIDTH - 2 * _LEFT), 1)

    bars = tuple(
        Bar(
            words(one),
            f"{start.year} – {end.year if end else 'no end known'}",
            x(start),
            number * _ROW,
            max(_LEAST_WIDE, x(end or last) - x(start)),
            one.term.provisional,
            address(one),
        )
        for number, (one, start, end) in enumerate(shown)
    )
    years = last.year - first.year
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100) if years / size <= 9)
    ticks = tuple(
        (x(dt.date(year, 1, 1)), year) for year in range(first.year + 1, last.year + 1) if year % step == 0
    )
    return Chart(bars, ticks, height=len(bars) * _ROW + _FOOT)


def _office_words(one: Incumbent, kb: KnowledgeBase) -> str:
    title = one.term.title or one.office.title
    body: Sequence[str] = []
    if one.office.country:
        country = kb.country(one.office.country)
        body = [country.name if country else one.office.country]
    elif one.office.org_id:
        organization = kb.organization(one.office.org_id)
        body = [organization.name if organization else one.office.org_id]
    return ", ".join([title, *body])
