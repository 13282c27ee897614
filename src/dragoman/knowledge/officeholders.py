"""Who held an office on a day, and which offices a person held on a day; gaps and overlaps are told, not hidden.

>>> import datetime as dt
>>> from dragoman.knowledge.lookup import KnowledgeBase
>>> kb = KnowledgeBase.open()
>>> [i.person.name for i in kb.holders("office:FRA/foreign-minister", dt.date(2024, 4, 2))]
['Stéphane Séjourné']
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from dragoman.dates import Precision
from dragoman.knowledge.entity import Office, Term
from dragoman.knowledge.tablefiles import read_rows

OFFICE_COLUMNS = ("office_id", "title", "role", "country", "org_id")
TERM_COLUMNS = (
    "person_id", "office_id", "start", "end", "precision", "source", "confidence", "title", "seen", "note",
)  # fmt: skip

#: Below this a term is not offered as an answer.
MIN_CONFIDENCE = 0.3

#: How long after its last confirmation a term without an end is believed in full, and what a later day is worth.
#: A median foreign minister serves a little over two years.
_FRESH = dt.timedelta(days=500)
_STALE = dt.timedelta(days=1500)


@dataclass(frozen=True, slots=True)
class Irregularity:
    """A gap in an office's terms, or two holders at once; ``days`` is its length."""

    office_id: str
    kind: str
    start: dt.date
    end: dt.date
    person_ids: tuple[str, ...]

    @property
    def days(self) -> int:
        """Length in days, both ends included."""
        return (self.end - self.start).days + 1


class Officeholders:
    """The tables of offices and terms; the terms of an office or person are made from their rows when asked for."""

    def __init__(
        self, offices: dict[str, Office], terms: Iterable[Term], rows: Iterable[list[str]] = ()
    ) -> None:
        self.offices = offices
        self._rows = list(rows)
        self._added = tuple(terms)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All terms."""
        return (*map(read_term, self._rows), *self._added)

    @classmethod
    def open(cls, offices: dict[str, Office] | None = None, terms: Iterable[Term] = ()) -> Officeholders:
        """Read the shipped tables, with a user's or provisional terms on top."""
        known = {
            office_id: Office(office_id, title, role, country or None, org_id or None)
            for office_id, title, role, country, org_id in read_rows("offices.csv", OFFICE_COLUMNS)
        }
        return cls((offices or {}) | known, terms, read_rows("terms.csv", TERM_COLUMNS))

    def of_office(self, office_id: str) -> tuple[Term, ...]:
        """All terms of an office, oldest first."""
        return self._by_office.of(office_id)

    def of_person(self, person_id: str) -> tuple[Term, ...]:
        """All terms of a person, oldest first."""
        return self._by_person.of(person_id)

    def holders(self, office_id: str, day: dt.date | None) -> tuple[Term, ...]:
        """The terms of an office that cover ``day``, surest first; the latest where ``day`` is ``None``."""
        terms = self.of_office(office_id)
        if day is None:
            return terms[-1:]
        return _surest(terms, day)

    def held_by(self, person_id: str, day: dt.date | None) -> tuple[Term, ...]:
        """The terms of a person that cover ``day``, surest first; all of them where ``day`` is ``None``."""
        terms = self.of_person(person_id)
        if day is None:
            return terms
        return _surest(terms, day)

    def find_offices(
        self, role: str, country: str | None, org_id: str | None, bodies: Collection[str] = ()
    ) -> tuple[Office, ...]:
        """The offices with this role, in a country or organisation (or one of its ``bodies``) where one is given."""
        return tuple(
            office
            for office in self._by_role.get(role, ())
            if (country is None or office.country == country)
            and (org_id is None or office.org_id == org_id or office.org_id in bodies)
        )

    def irregularities(self, office_id: str) -> tuple[Irregularity, ...]:
        """Gaps and overlaps between the terms of one office."""
        found: list[Irregularity] = []
        terms = [term for term in self.of_office(office_id) if term.start is not None]
        for before, after in pairwise(terms):
            if after.start is None or before.person_id == after.person_id:
                continue
            end = before.end or dt.date.max
            people = (before.person_id, after.person_id)
            if end >= after.start + dt.timedelta(days=1):
                last = min(end, after.end or end)
                found.append(Irregularity(office_id, "overlap", after.start, last, people))
            elif after.start - end > dt.timedelta(days=1):
                day = dt.timedelta(days=1)
                found.append(Irregularity(office_id, "gap", end + day, after.start - day, people))
        return tuple(found)

    @cached_property
    def _by_office(self) -> _TermIndex:
        added = ((term.office_id, term) for term in self._added)
        return _TermIndex(self._rows, TERM_COLUMNS.index("office_id"), added)

    @cached_property
    def _by_person(self) -> _TermIndex:
        added = ((term.person_id, term) for term in self._added)
        return _TermIndex(self._rows, TERM_COLUMNS.index("person_id"), added)

    @cached_property
    def _by_role(self) -> dict[str, tuple[Office, ...]]:
        groups: defaultdict[str, list[Office]] = defaultdict(list)
        for office in self.offices.values():
            groups[office.role].append(office)
        return {role: tuple(offices) for role, offices in groups.items()}


def at_day(term: Term, day: dt.date) -> Term | None:
    """The term as far as it is to be believed on ``day``; ``None`` if it does not cover it.

    A term with no end loses confidence the longer ago its last confirmation lies.
    """
    if not term.covers(day):
        return None
    if term.end is not None or term.seen is None or day - term.seen <= _FRESH:
        return term
    worth = 0.6 if day - term.seen <= _STALE else 0.3
    confidence = round(term.confidence * worth, 3)
    return replace(term, confidence=confidence) if confidence >= MIN_CONFIDENCE else None


def read_term(row: list[str]) -> Term:
    """A term from the cells of its row, in the order of ``TERM_COLUMNS``."""
    person_id, office_id, start, end, precision, source, confidence, title, seen, note = row
    return Term(
        person_id,
        office_id,
        dt.date.fromisoformat(start) if start else None,
        dt.date.fromisoformat(end) if end else None,
        _PRECISIONS[precision],
        source,
        float(confidence),
        note or None,
        title or None,
        dt.date.fromisoformat(seen) if seen else None,
    )


_PRECISIONS = {precision.value: precision for precision in Precision}


def _surest(terms: tuple[Term, ...], day: dt.date) -> tuple[Term, ...]:
    """Those that cover ``day``, surest first; a doubtful term gives way where a much surer one covers it too."""
    covering = [aged for term in terms if (aged := at_day(term, day)) is not None]
    ranked = sorted(covering, key=lambda term: (-term.confidence, term.start or dt.date.min))
    if not ranked:
        return ()
    best = ranked[0].confidence
    return tuple(term for term in ranked if term.confidence >= best - 0.35)


class _TermIndex:
    """Terms by one of their ids, oldest first."""

    def __init__(self, rows: list[list[str]], column: int, added: Iterable[tuple[str, Term]]) -> None:
        self._rows: defaultdict[str, list[list[str]]] = defaultdict(list)
        self._added: defaultdict[str, list[Term]] = defaultdict(list)
        self._made: dict[str, tuple[Term, ...]] = {}
        for row in rows:
            self._rows[row[column]].append(row)
        for key, term in added:
            self._added[key].append(term)

    def of(self, key: str) -> tuple[Term, ...]:
        """The terms with this id."""
        made = self._made.get(key)
        if made is None:
            terms = [*map(read_term, self._rows.get(key, ())), *self._added.get(key, ())]
            made = self._made[key] = tuple(sorted(terms, key=lambda term: term.start or dt.date.min))
        return made
