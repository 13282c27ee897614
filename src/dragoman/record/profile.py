"""Profile: what of a report is compared with other reports, worked out once.

Who takes part and for which country, where, on which days it can have been, and in which words it is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from dragoman.dates import DateSpan, Precision
from dragoman.engagements.engagement import (
    CALLED_OFF,
    CONTACTS,
    Engagement,
    Kind,
    Location,
    Participant,
    Role,
    Status,
    is_seen,
)
from dragoman.knowledge.names import PARTICLES, fold, key_tokens, name_tokens, skeleton
from dragoman.record.record import Report

V = TypeVar("V")

FAMILIES: dict[Kind, str] = {
    Kind.VISIT: "encounter",
    Kind.MEETING: "encounter",
    Kind.CONFERENCE: "encounter",
    Kind.CALL: "call",
    Kind.STATEMENT: "speech",
    Kind.DEMAND: "speech",
    Kind.ACCUSATION: "speech",
    Kind.THREAT: "speech",
    Kind.AGREEMENT: "deal",
    Kind.AID: "deal",
    Kind.CONCESSION: "deal",
    Kind.MEDIATION: "mediation",
    Kind.SANCTION: "measure",
    Kind.EXPULSION: "measure",
    Kind.ATTACK: "attack",
    Kind.OTHER: "other",
}
"""Kinds of one family can be two tellings of one event; a call and a meeting never are."""

# Where no day is told, the publication day stands in: days before and after it on which the event can have been.
# A paper tells what is past within three days and announces at most three weeks ahead; set on the clusters of gold.
_PAST, _AHEAD = 3, 21
_LEAD_TIME: dict[Status, tuple[int, int]] = {
    Status.COMPLETED: (_PAST, 0),
    Status.ONGOING: (_PAST, 1),
    Status.PLANNED: (1, _AHEAD),
    Status.PROPOSED: (1, _AHEAD),
    Status.CANCELLED: (_PAST, _AHEAD),
    Status.POSTPONED: (_PAST, _AHEAD),
}
_SHORTEST_WORD = 4  # letters: shorter words tell no two events apart
_GATHERINGS = frozenset(
    "summit summits forum conferenc session sessions ministerial gathering dialogu round".split()
)
_NAMELESS = "name:"  # a side that is known by a person's name alone
_ENDING = re.compile(r"(?<=...)(?:ings?|ed|es|s|e)$")
_IDLE_WORDS = frozenset(
    "that this with from will have been were they their there about after before over during between would could said "
    "says also into other both which when while what than more most some such only very meeting meetings talks talk visit "
    "visited visits call phone held hold meet meets president minister prime foreign secretary state government ministry "
    "officials official leader leaders country countries counterpart today monday tuesday wednesday thursday friday "
    "saturday sunday week january february march april june july august september october november december".split()
)


MOST_RECENT = 4_096
"""Reports whose profiles are remembered: as many as are put together at once when readings are loaded in bulk."""


@dataclass(frozen=True, slots=True)
class ComparedParty:
    """A participant as it is compared: the country or body it stands for, and the person where one is named."""

    side: str
    role: Role
    person: bool
    entity_id: str | None
    surnames: frozenset[str]

    def is_same_person(self, other: ComparedParty) -> bool:
        """Whether both name one person: the same id, or, where an id is lacking, a surname in common."""
        if not (self.person and other.person):
            return False
        if self.entity_id is not None and other.entity_id is not None:
            return self.entity_id == other.entity_id
        may_be_one = self.side == other.side or not (self.has_side and other.has_side)
        return may_be_one and bool(self.surnames & other.surnames)

    @property
    def has_side(self) -> bool:
        """Whether it is told for whom a person stands."""
        return not self.side.startswith(_NAMELESS)


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which the event can have been; ``told`` if the text has them, else guessed from publication."""

    days: DateSpan
    told: bool

    @property
    def is_exact(self) -> bool:
        """Whether the text tells days, not a month or year."""
        return self.told and self.days.precision is Precision.DAY


@dataclass(frozen=True, slots=True)
class Day:
    """The days of something, without their words."""

    value: DateSpan


@dataclass(frozen=True, slots=True)
class Stay:
    """When a stop is made."""

    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """So much of an engagement as tells of what family and when it is; a fraction of its JSON, read in as much less time."""

    kind: Kind
    status: Status
    historical: bool = False
    hypothetical: bool = False
    date: Day | None = None
    stops: tuple[Stay, ...] = ()


@dataclass(frozen=True, eq=False)
class Profile:
    """A report as it is compared; each part is worked out when it is first asked for, as most pairs differ in their days."""

    report: Report

    @property
    def engagement(self) -> Engagement:
        """The engagement reported."""
        return self.report.engagement

    @property
    def family(self) -> str:
        """Kinds of other families tell other events."""
        return FAMILIES[self.report.engagement.kind]

    @cached_property
    def window(self) -> Window | None:
        """The days on which it can have been; ``None`` where nothing tells."""
        return window_of(self.engagement, self.report.trip, self.report.published)

    @cached_property
    def parties(self) -> tuple[ComparedParty, ...]:
        """Who takes part."""
        return _parties(self.engagement)

    @cached_property
    def sides(self) -> frozenset[str]:
        """The sides that take part."""
        return frozenset(party.side for party in self.parties)

    @cached_property
    def place(self) -> tuple[str | None, str | None] | None:
        """City and country."""
        place = self.engagement.place
        return None if place is None else _place(place.value)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Where it takes place."""
        return _countries(self.engagement)

    @cached_property
    def trip(self) -> frozenset[str]:
        """The countries of the trip it belongs to."""
        return frozenset() if self.report.trip is None else _countries(self.report.trip)

    @cached_property
    def hosts(self) -> tuple[ComparedParty, ...]:
        """Those who met or telephoned when it was said."""
        trip = self.report.trip
        return () if trip is None or trip.kind not in CONTACTS else _parties(trip)

    @cached_property
    def name(self) -> frozenset[str]:
        """The words of its name, those that many gatherings have left out."""
        name = self.engagement.name
        return frozenset() if name is None else _words(name.value) - _GATHERINGS

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell what it is about."""
        return _content_words(self.engagement)

    @cached_property
    def party_words(self) -> frozenset[str]:
        """The words of the names of those who take part."""
        return _party_words(self.engagement)

    @cached_property
    def seen(self) -> bool:
        """Whether its days are those on which a traveller was seen."""
        return is_seen(self.engagement.date)

    @property
    def poles(self) -> frozenset[str]:
        """All sides and the countries where it happens: what a report has in common with others of its event."""
        return self.sides | self.countries


_RECENT: dict[int, Profile] = {}
"""Profiles by the identity of their reports."""


def profile_of(report: Report) -> Profile:
    """What of ``report`` is compared; remembered for the reports of late, which are compared again and again."""
    kept = _RECENT.get(id(report))
    if kept is not None:  # a profile holds its report, so that no other one has its id
        return kept
    if len(_RECENT) >= MOST_RECENT:
        forget_older(_RECENT)
    return _RECENT.setdefault(id(report), Profile(report))


def forget_older(memory: dict[int, V]) -> None:
    """Drop the first half of what is remembered."""
    for key in list(memory)[: len(memory) // 2]:
        del memory[key]


def _parties(eng: Engagement) -> tuple[ComparedParty, ...]:
    return tuple(compared_party(part) for part in eng.participants if part.role is not Role.THIRD_PARTY)


def compared_party(part: Participant) -> ComparedParty:
    """A participant as it is compared."""
    person = part.entity_id is None or part.entity_id.startswith("per:")
    surnames = _surnames(part.name.value)
    if part.country is not None:
        side = part.country.value
    elif part.entity_id is not None and not person:
        side = part.entity_id
    else:
        side = f"{_NAMELESS}{surnames[0]}"
    return ComparedParty(side, part.role, person, part.entity_id, frozenset(surnames if person else ()))


@lru_cache(maxsize=16384)
def _surnames(name: str) -> tuple[str, ...]:
    """The key of the surname, also of one written in two words: Abdel Aati, Abdelatty."""
    tokens = name_tokens(name)
    surname = _key((key_tokens(name) or (fold(name),))[-1])
    if len(tokens) > 1 and tokens[-2] in PARTICLES:
        return surname, _key("".join(tokens[-2:]))
    return (surname,)


def _key(token: str) -> str:
    return skeleton(token) or token


def _place(where: Location) -> tuple[str | None, str | None]:
    return (None if where.city is None else fold(where.city)), where.country


def _countries(eng: Engagement) -> frozenset[str]:
    places = [eng.place, *(stop.place for stop in eng.stops)] if eng.place is None else [eng.place]
    return frozenset(cited.value.country for cited in places if cited is not None and cited.value.country)


def window_of(
    eng: Engagement | Outline, trip: Engagement | Outline | None, day: dt.date | None
) -> Window | None:
    """The days on which an event told on a day can have been; ``None`` where nothing tells."""
    told = _told_days(eng) or (None if trip is None or eng.historical else _told_days(trip))
    if told is not None and day is not None and eng.status in CALLED_OFF and told.start <= day:
        # "was called off on Friday": the day told is that of the news, what it called off lay ahead
        return Window(DateSpan(told.start, max(told.end, day) + dt.timedelta(_AHEAD)), told=False)
    if told is not None:
        return Window(_clip(told, eng, day), told=True)
    if day is None or eng.historical:
        return None
    before, after = _LEAD_TIME[eng.status]
    return Window(DateSpan(day - dt.timedelta(before), day + dt.timedelta(after)), told=False)


def _told_days(eng: Engagement | Outline) -> DateSpan | None:
    if eng.date is not None:
        return eng.date.value
    dates = [stop.date.value for stop in eng.stops if stop.date is not None]
    if not dates:
        return None
    return DateSpan(min(d.start for d in dates), max(d.end for d in dates), dates[0].precision)


def _clip(days: DateSpan, eng: Engagement | Outline, published: dt.date | None) -> DateSpan:
    """A month or year, without the part of it that publication rules out."""
    if published is None or days.precision is Precision.DAY or not days.start < published < days.end:
        return days
    if eng.status is Status.COMPLETED:
        return DateSpan(days.start, published, days.precision)
    if eng.status is Status.PLANNED:
        return DateSpan(published, days.end, days.precision)
    return days


def _content_words(eng: Engagement) -> frozenset[str]:
    """The words that tell what it is about, and names among them."""
    cited = [*eng.topics, eng.content, eng.purpose, eng.name]
    texts = [evidence.quote for evidence in eng.trigger] + [
        value.value for value in cited if value is not None
    ]
    return _words_of(texts)


def _party_words(eng: Engagement) -> frozenset[str]:
    return _words_of(part.name.value for part in eng.participants)


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of several texts; each of them is likely to come again, all together are not."""
    return frozenset().union(*map(_words, texts))


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    told = (word for word in name_tokens(text) if len(word) >= _SHORTEST_WORD and word not in _IDLE_WORDS)
    return frozenset(_ENDING.sub("", word) for word in told)
