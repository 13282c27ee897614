"""Offices held with another by rule: a president without a prime minister also heads the government."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.built_terms import BuiltTerm
from knowledge.claims import read_day
from knowledge.curated_files import parts, read_lines

_DAY = dt.timedelta(days=1)

#: A stretch between two other holders shorter than this is a handover, not a term.
_SHORTEST = dt.timedelta(days=15)


@dataclass(frozen=True)
class Rule:
    """In ``country``, whoever holds ``held_with`` also holds ``role`` from ``start`` to ``end``."""

    country: str
    role: str
    held_with: str
    start: dt.date
    end: dt.date
    ground: str


def read_rules() -> list[Rule]:
    """The rules of ``office_rules.txt``, one per state."""
    rules = []
    for states, role, held_with, years, ground in read_lines("office_rules.txt", 5):
        for stretch in parts(years):
            first, _, last = stretch.partition("~")
            start, end = read_day(first)[0], read_day(last, last=True)[0]
            if start is None or (last and end is None):
                raise SystemExit(f"office_rules.txt: found {stretch!r}; write 1990-01-01 or 1990~1999-05")
            rules += [
                Rule(iso3, role, held_with, start, end or dt.date.max, ground) for iso3 in states.split()
            ]
    return rules


def apply_rules(terms: list[BuiltTerm], rules: list[Rule]) -> list[BuiltTerm]:
    """The terms with those the rules add, in the order of the rules; nobody else's term is touched."""
    by_office: defaultdict[str, list[BuiltTerm]] = defaultdict(list)
    for term in terms:
        by_office[term.office_id].append(term)
    for rule in rules:
        office = f"office:{rule.country}/{rule.role}"
        for term in list(by_office[f"office:{rule.country}/{rule.held_with}"]):
            by_office[office] = [*_derived(term, rule, by_office[office])]
    return [term for office in sorted(by_office) for term in by_office[office]]


def _derived(term: BuiltTerm, rule: Rule, known: list[BuiltTerm]) -> Iterator[BuiltTerm]:
    """The known terms of an office and what ``term`` adds; the holder's own terms within it are made one."""
    claim = term.claim
    start = max(claim.start or rule.start, rule.start)
    end = min(claim.end or dt.date.max, rule.end)
    own = [other for other in known if other.person_id == term.person_id and _is_within(other, rule)]
    own = [other for other in own if _meets(other, start, end)]
    others = [other for other in known if other not in own]
    yield from others
    sources = "+".join(dict.fromkeys(part for one in (term, *own) for part in one.claim.source.split("+")))
    for first, last in _free(start, end, others):
        yield BuiltTerm(
            term.person_id,
            replace(
                claim,
                role=rule.role,
                start=first,
                end=None if last == dt.date.max else last,
                source=sources,
                note=f"by rule: {rule.ground}",
            ),
        )


def _is_within(term: BuiltTerm, rule: Rule) -> bool:
    claim = term.claim
    return (claim.start or rule.start) >= rule.start and (claim.end or dt.date.max) <= rule.end


def _meets(term: BuiltTerm, start: dt.date, end: dt.date) -> bool:
    return (term.claim.start or dt.date.min) <= end and (term.claim.end or dt.date.max) >= start


def _free(start: dt.date, end: dt.date, others: list[BuiltTerm]) -> Iterator[tuple[dt.date, dt.date]]:
    """The stretches from ``start`` to ``end`` in which none of ``others`` holds the office."""
    taken = sorted(
        (other.claim.start or dt.date.min, other.claim.end or dt.date.max)
        for other in others
        if _meets(other, start, end)
    )
    for first, last in taken:
        if first - start >= _SHORTEST:
            yield start, first - _DAY
        if last >= end:
            return
        start = max(start, last + _DAY)
    if end - start >= _SHORTEST:
        yield start, end
