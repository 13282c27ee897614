"""What is looked for in the archive, and what is found.

>>> Query(text="blinken paris", kind=("visit",)).is_everything
False
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dragoman.pages.article import Article
from dragoman.record.record import Record

DEFAULT_LIMIT = 50
MAX_LIMIT = 500


class Sort(StrEnum):
    """The order of records found."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Query:
    """Which records; all conditions have to hold, an empty one always does.

    Attributes:
        text: words that all have to stand in the record or its words of evidence; ``"in quotes"`` as a phrase,
            ``word*`` as a beginning.
        person: an id (``per:…``) or words of a name.
        country: ISO alpha-3 codes; every one of them has to take part.
        organization: an id (``org:…``) or words of a name.
        kind, status: one of them.
        since, until: the record's days overlap these; records without a day are left out then.
        publisher: one that reports it.
        code: a PLOVER event (``CONSULT``) or mode (``visit``), or how a CAMEO code begins (``04``).
        place: where it takes place: a city's name, a place id or a country's ISO alpha-3 code.
        main, historical, negated, hypothetical: true or false, if either.
        part_of: the record of the trip or conference it belongs to.
        min_sources: told by so many articles or more.
        deleted: those that an analyst took out, instead of those there are.
    """

    text: str = ""
    person: str | None = None
    country: tuple[str, ...] = ()
    organization: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    publisher: str | None = None
    code: str | None = None
    place: str | None = None
    main: bool | None = None
    historical: bool | None = None
    negated: bool | None = None
    hypothetical: bool | None = None
    part_of: str | None = None
    min_sources: int | None = None
    deleted: bool = False
    sort: Sort = Sort.NEWEST

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked for but an order."""
        return self == Query(sort=self.sort)


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the records found; ``next`` is the cursor of the page after it, ``None`` on the last."""

    records: tuple[Record, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A value the records found have, a name for it, and how many have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The records found, counted: how many, and the most frequent values by name of the condition."""

    total: int
    by: Mapping[str, tuple[Facet, ...]]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with what the archive knows of it."""

    article: Article
    ingested: str
    versions: Mapping[str, str]
    skipped: tuple[str, ...] = ()
    copy_of: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What ``add`` did: nothing if the article was ``known``, else reports saved and records that came or changed."""

    article_id: str
    known: bool
    reports: int = 0
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a record's history. ``detail`` names fields with the value before and after, or records."""

    record_id: str
    made: str
    what: str
    article_id: str | None
    run_no: int | None
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a network; ``count`` are the records the asked-for one shares with it."""

    actor_id: str
    name: str
    country: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Link:
    """What two have to do with each other: records by kind and by quad code (1 to 4), some record ids."""

    left: str
    right: str
    count: int
    kinds: Mapping[str, int]
    quads: Mapping[int, int]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Who deals with one country or person; ``center`` is ``None`` where nobody of the name is known."""

    center: Node | None
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Stats:
    """How much the archive holds."""

    articles: int
    copies: int
    reports: int
    records: int
    decisions: int
    quarantined: int
    first_day: dt.date | None
    last_day: dt.date | None
    last_change: str | None
    location: str


@dataclass(frozen=True, slots=True)
class Run:
    """Something that changes the archive, and when it began."""

    run_no: int
    command: str
    started: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A page that could not be read, why, and how often it was tried."""

    source: str
    reason: str
    tries: int
    seen: str
    page_hash: str
