"""Choosing: of all values told of one field, the best supported, by a named rule; the others as dissents.

Sources are counted, not reports: an agency's text and its reprints count once. A vaguer value (a country, a month)
supports the exact one it fits. What is not told counts for nothing, neither for nor against.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from dragoman.citation import Cited, Evidence
from dragoman.codec import to_json
from dragoman.record.clustering import publication_order
from dragoman.record.official import is_official
from dragoman.record.record import Choice, Dissent, Report

V = TypeVar("V")


class Rule(StrEnum):
    """Why a value was taken. The rules are tried in this order; the first that tells the best two values apart decides.

    ``SEEN`` stands apart: the days of a stay of which nobody tells the days, from the first to the last it was seen.
    """

    AGREED = "all agree"
    DONE = "told when done"
    HELD = "held on the day"
    SOURCES = "most sources"
    EXACT = "says most"
    OFFICIAL = "official source"
    LATEST = "latest report"
    ORDER = "first in order"
    SEEN = "seen there"


@dataclass(frozen=True, slots=True)
class Telling(Generic[V]):
    """The value that one report gives a field; ``ahead`` if it goes before values that are not."""

    report: Report
    cited: Cited[V]
    ahead: bool = True

    @property
    def value(self) -> V:
        """The value."""
        return self.cited.value


@dataclass(frozen=True, slots=True)
class Field(Generic[V]):
    """What has to be known of a field to choose its value.

    ``key`` is the same for values that are one, ``fits(vague, exact)`` tells whether the first allows the second,
    ``exactness`` is larger for what says more, ``show`` is the value as JSON has it, ``ahead`` why a telling goes ahead.
    """

    name: str
    key: Callable[[V], Hashable]
    show: Callable[[V], object]
    fits: Callable[[V, V], bool] | None = None
    exactness: Callable[[V], float] | None = None
    ahead: Rule = Rule.DONE


@dataclass(slots=True)
class Ledger:
    """Choices and dissents of one record, as they are made."""

    choices: list[Choice] = field(default_factory=list)
    dissents: list[Dissent] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Standing(Generic[V]):
    """A value with those who tell it or something vaguer that it fits."""

    value: V
    exact: tuple[Telling[V], ...]
    supporters: tuple[Telling[V], ...]
    ranks: tuple[float, ...]
    shown: str


_AFTER_AHEAD = (Rule.SOURCES, Rule.EXACT, Rule.OFFICIAL, Rule.LATEST)


def choose(tellings: Sequence[Telling[V]], of: Field[V], ledger: Ledger) -> Cited[V] | None:
    """The best-supported value with the evidence of all who support it; ``None`` where nobody tells one."""
    if len(tellings) == 1:  # as in most records
        ledger.choices.append(Choice(of.name, Rule.AGREED, (tellings[0].report.report_id,)))
        return tellings[0].cited
    values: dict[Hashable, list[Telling[V]]] = {}
    for telling in tellings:
        values.setdefault(of.key(telling.value), []).append(telling)
    if len(values) <= 1:
        if not values:
            return None
        ledger.choices.append(Choice(of.name, Rule.AGREED, ids_of(tellings)))
        return unite(tellings, tellings)
    best, *others = sorted(
        (_standing(key, values, of) for key in values),
        key=lambda standing: (*(-rank for rank in standing.ranks), standing.shown),
    )
    contrary = [other for other in others if not _fits(of, other.value, best.value)]
    rule = _rule(best, contrary[0], of.ahead) if contrary else Rule.EXACT
    ledger.choices.append(Choice(of.name, rule, ids_of(best.supporters)))
    ledger.dissents += [Dissent(of.name, other.shown, ids_of(other.exact)) for other in contrary]
    return unite(best.exact, best.supporters)


def unite(exact: Sequence[Telling[V]], supporters: Sequence[Telling[V]]) -> Cited[V]:
    """One cited value: the surest telling's, with the evidence of all supporters, those who tell it exactly first."""
    if len(exact) == len(supporters) == 1:
        return exact[0].cited
    surest = max(exact, key=lambda telling: telling.cited.confidence)
    evidence = distinct_evidence(item for telling in (*exact, *supporters) for item in telling.cited.evidence)
    return Cited(surest.value, evidence, surest.cited.confidence, surest.cited.reason)


def distinct_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each piece of evidence once, in the order given."""
    told = tuple(evidence)
    return told if len(told) < 2 else tuple(dict.fromkeys(told))


def ids_of(tellings: Iterable[Telling[V]]) -> tuple[str, ...]:
    """The reports, each once, by publication."""
    reports = sorted((telling.report for telling in tellings), key=publication_order)
    return tuple(dict.fromkeys(report.report_id for report in reports))


def _fits(of: Field[V], vague: V, exact: V) -> bool:
    return of.fits is not None and of.fits(vague, exact)


def _standing(key: Hashable, values: dict[Hashable, list[Telling[V]]], of: Field[V]) -> _Standing[V]:
    exact = values[key]
    value = exact[0].value
    vaguer = [t for other, told in values.items() if other != key for t in told if _fits(of, t.value, value)]
    supporters = (*exact, *vaguer)
    latest = max((t.report.published for t in exact if t.report.published), default=dt.date.min)
    ranks = (
        float(any(telling.ahead for telling in supporters)),
        float(len({telling.report.source for telling in supporters})),
        0.0 if of.exactness is None else of.exactness(value),
        float(any(is_official(t.report.publisher, t.report.url) for t in exact)),
        float(latest.toordinal()),
    )
    return _Standing(value, tuple(exact), supporters, ranks, to_json(of.show(value)))


def _rule(best: _Standing[V], next_best: _Standing[V], ahead: Rule) -> Rule:
    for rank, rule in enumerate((ahead, *_AFTER_AHEAD)):
        if best.ranks[rank] != next_best.ranks[rank]:
            return rule
    return Rule.ORDER
