"""Offices read in articles that the tables do not know, turned into provisional terms once enough sources agree.

Nothing here changes the shipped tables: the result is laid on top of them for one run, every term marked
``provisional`` with the number of sources, and only between the first and the last day it was seen.

>>> import datetime as dt
>>> from dragoman.knowledge.lookup import KnowledgeBase
>>> kb = KnowledgeBase.open()
>>> seen = [
...     ObservedOffice("Foreign Minister", "Mira Vell", "LIE", None, f"art-{day}", paper, 0, 26, dt.date(2027, 3, day))
...     for day, paper in ((1, "A"), (4, "B"), (9, "C"))
... ]
>>> found = gather_terms(seen, kb)
>>> [(term.start.isoformat(), term.end.isoformat(), term.provisional, term.note) for term in found.terms]
[('2027-03-01', '2027-03-09', True, 'read in 3 articles of 3 sources')]
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dragoman.dates import Precision
from dragoman.knowledge.entity import Office, OfficeTitle, Person, Resolution, Term
from dragoman.knowledge.extension import Extension
from dragoman.knowledge.names import fold, telling_tokens
from dragoman.knowledge.people import NamedPerson

#: So many sources have to agree; one is a slip, two may share an agency's text.
MIN_SOURCES = 3

#: Longest stretch without a sighting inside one provisional term.
_LONGEST_SILENCE = dt.timedelta(days=400)

#: A provisional term is worth this much, and a little more with every source, up to the limit.
_CONFIDENCE, _PER_SOURCE, _MOST = 0.4, 0.05, 0.7


@dataclass(frozen=True, slots=True)
class ObservedOffice:
    """A title with a name as one article has them: ``start`` and ``end`` are where, ``day`` the article's."""

    title: str
    name: str
    country: str | None
    org_id: str | None
    article_id: str
    publisher: str | None
    start: int
    end: int
    day: dt.date


class Known(Protocol):
    """What of a knowledge base is asked."""

    def find_office_title(self, text: str) -> OfficeTitle | None:
        """The title in a text."""

    def resolve_person(
        self, name: str, *, role: str | None, country: str | None, org_id: str | None, day: dt.date | None
    ) -> Resolution:
        """Who a name is on a day."""


def gather_terms(
    observed: Iterable[ObservedOffice], kb: Known, *, min_sources: int = MIN_SOURCES
) -> Extension:
    """Provisional people, offices and terms for what ``kb`` does not know and enough sources agree on."""
    groups: defaultdict[tuple[str, str, str], list[ObservedOffice]] = defaultdict(list)
    for sighting in observed:
        key = _key_of(sighting, kb)
        if key is not None:
            groups[key].append(sighting)
    extension = Extension()
    for (place, role, _), sightings in sorted(groups.items()):
        for run in _runs(sorted(sightings, key=lambda sighting: (sighting.day, sighting.article_id))):
            if _count_sources(run) >= min_sources:
                _add(extension, place, role, run)
    return extension


def _key_of(sighting: ObservedOffice, kb: Known) -> tuple[str, str, str] | None:
    """Place, role and family name of what is new; ``None`` for what is known, vague, former or only a surname."""
    place = sighting.org_id or sighting.country
    title = kb.find_office_title(sighting.title)
    if (
        place is None
        or title is None
        or title.qualifier is not None
        or len(telling_tokens(sighting.name)) < 2
    ):
        return None
    answer = kb.resolve_person(
        sighting.name, role=title.role, country=sighting.country, org_id=sighting.org_id, day=sighting.day
    )
    return None if answer.incumbent is not None else (place, title.role, fold(sighting.name))


def _runs(sightings: list[ObservedOffice]) -> list[list[ObservedOffice]]:
    runs: list[list[ObservedOffice]] = []
    for sighting in sightings:
        if runs and sighting.day - runs[-1][-1].day <= _LONGEST_SILENCE:
            runs[-1].append(sighting)
        else:
            runs.append([sighting])
    return runs


def _count_sources(run: list[ObservedOffice]) -> int:
    return len({sighting.publisher or sighting.article_id for sighting in run})


def _add(extension: Extension, place: str, role: str, run: list[ObservedOffice]) -> None:
    first = run[0]
    slug = "-".join(telling_tokens(first.name))
    person_id, office_id = f"per:seen:{slug}", f"office:{place}/{role}"
    person = Person(person_id, first.name, first.name.split()[-1], first.country)
    sources = _count_sources(run)
    extension.people[person_id] = NamedPerson.of(person)
    extension.offices.setdefault(office_id, Office(office_id, first.title, role, first.country, first.org_id))
    extension.terms.append(
        Term(
            person_id,
            office_id,
            first.day,
            run[-1].day,
            Precision.DAY,
            "articles: " + ", ".join(dict.fromkeys(sighting.article_id for sighting in run)),
            round(min(_MOST, _CONFIDENCE + _PER_SOURCE * sources), 2),
            f"read in {len(run)} articles of {sources} sources",
            first.title,
            run[-1].day,
            provisional=True,
        )
    )
