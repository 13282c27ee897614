"""Matching: which reports could tell one event, and how alike two of them are, with the reasons.

``blocking_keys`` are cheap to look up: reports that share none are never compared. ``compare`` adds up what speaks for
and against one event, in points, and says each part in words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import CONTACTS, Amount, Kind
from dragoman.record.contradiction import DAY_SLACK, contradiction, sides_lacking
from dragoman.record.profile import MOST_RECENT, Profile, forget_older, profile_of
from dragoman.record.record import Report

BUCKET = 16
"""Days that share a blocking key; two reports of one event meet in one, as windows are widened by the slack below."""
MOST_BUCKETS = 8
"""Stretches of days a report is kept under: an event told by its year alone is looked for near its publication."""
MOST_POLES = 8
"""Sides of which pairs are blocking keys; beyond, a gathering is found by its people, name and place."""

THRESHOLD = 3.5
"""Points from which two reports tell one event. On the open clusters of gold and real readouts all from 3 to 4 do alike."""

# Points, set together on the open clusters of gold (tests/gold/clusters) and on real readouts of 2021 and 2022 (see
# benchmarks/merging.py); none may be tuned alone.
_PERSON, _MORE_PEOPLE = 2.0, 1.5
_EXTRA_SIDE = -1.0
_SIDE, _MOST_SIDES = 0.8, 3
_SAME_DAY, _OVERLAP, _VAGUE_OVERLAP, _DAY_OFF = 2.0, 1.5, 0.7, 0.0
# Where a day is not told: published at once, within the days that news stays fresh, longer ahead (it may be the one
# after), and days later of an act, as things are said to the same people again and again.
_AT_ONCE, _NEAR_PUBLICATION, _FAR_PUBLICATION, _LATER_ACT = 1.2, 0.7, -0.5, -0.3
_FRESH = 7
_SAME_CITY, _SAME_COUNTRY, _OTHER_CITY, _OTHER_COUNTRY = 1.5, 0.7, -1.0, -1.5
_SAME_NAME, _OTHER_NAME = 2.5, -2.0
_OTHER_KIND = -1.5
_SAME_AMOUNT, _OTHER_AMOUNT = 1.5, -0.5
_SAME_ACT, _OTHER_ACT = 0.5, -0.5
_ALL_WORDS, _FEW_WORDS, _FEW_WORDS_UNDATED = 2.0, -0.5, -1.2
# Share of the shorter telling's words that the other has: below, it is about other things. In what is said to each other,
# some words come every time ("unwavering support").
_ENOUGH_WORDS, _ENOUGH_SAID = 0.1, 0.25
_ENCOUNTERS = frozenset({"encounter", "call"})
_ONE_MODE = frozenset({Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT})  # to urge and to call on are one act
_DOUBT = 0.5  # words added to the shorter telling: one word in common of one is no proof
_DENIAL = -0.5
_TRIP = 0.5


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for (points above 0) or against one event."""

    name: str
    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are. ``apart`` says what makes one event impossible, whatever else agrees."""

    score: float
    signs: tuple[Sign, ...]
    apart: str | None = None

    @property
    def is_match(self) -> bool:
        """Whether the two tell one event."""
        return self.apart is None and self.score >= THRESHOLD


def blocking_keys(report: Report) -> frozenset[str]:
    """Keys of which two reports of one event share at least one; none where nobody or no time is told."""
    return keys_of(profile_of(report))


_RECENT: dict[int, tuple[Profile, frozenset[str]]] = {}
"""Blocking keys by the identity of their profiles."""


def keys_of(profile: Profile) -> frozenset[str]:
    """The blocking keys of a profile: two sides, or one person, within one stretch of days; remembered as profiles are."""
    kept = _RECENT.get(id(profile))
    if kept is not None:
        return kept[1]
    if len(_RECENT) >= MOST_RECENT:
        forget_older(_RECENT)
    return _RECENT.setdefault(id(profile), (profile, _keys_of(profile)))[1]


def _keys_of(profile: Profile) -> frozenset[str]:
    if profile.window is None:
        return frozenset()
    buckets = _buckets(profile.window.days, profile.report.published)
    poles = sorted(profile.poles)[:MOST_POLES]
    subjects = [f"{one}+{other}" for one, other in combinations(poles, 2)]
    subjects += sorted({surname for party in profile.parties for surname in party.surnames})
    subjects += [f"name:{word}" for word in sorted(profile.name)] if profile.family == "encounter" else []
    return frozenset(f"{profile.family}|{subject}|{bucket}" for subject in subjects for bucket in buckets)


def _buckets(days: DateSpan, published: dt.date | None) -> list[int]:
    """The stretches of days that a window touches; of a very long one those nearest to the publication."""
    first = (days.start - dt.timedelta(DAY_SLACK)).toordinal() // BUCKET
    last = (days.end + dt.timedelta(DAY_SLACK)).toordinal() // BUCKET
    home = (published or days.end).toordinal() // BUCKET
    return sorted(range(first, last + 1), key=lambda bucket: (abs(bucket - home), bucket))[:MOST_BUCKETS]


def compare(left: Report, right: Report) -> Likeness:
    """How alike two reports are; the same whichever comes first."""
    return compare_profiles(profile_of(left), profile_of(right))


def compare_profiles(left: Profile, right: Profile) -> Likeness:
    """How alike two profiles are."""
    apart = contradiction(left, right)
    if apart is not None:
        return Likeness(0.0, (), apart)
    signs = tuple(_signs(left, right))
    return Likeness(round(sum(sign.points for sign in signs), 3), signs)


def _signs(left: Profile, right: Profile) -> Iterator[Sign]:
    yield from _people(left, right)
    yield _days(left, right)
    yield from _places(left, right)
    yield from _names(left, right)
    yield from _acts(left, right)
    yield from _about(left, right)
    if left.trip & right.trip:
        yield Sign("trip", _TRIP, f"on a trip to {', '.join(sorted(left.trip & right.trip))}")


def _people(left: Profile, right: Profile) -> Iterator[Sign]:
    shared = [one for one in left.parties if any(one.is_same_person(other) for other in right.parties)]
    if shared:
        points = _PERSON + (_MORE_PEOPLE if len(shared) > 1 else 0.0)
        yield Sign("people", points, f"{len(shared)} people in common")
    sides = (left.sides & right.sides) - {party.side for party in shared}
    extra = sides_lacking(left.parties, right.parties) | sides_lacking(right.parties, left.parties)
    if extra and left.engagement.kind is right.engagement.kind and left.engagement.kind in CONTACTS:
        yield Sign("extra side", _EXTRA_SIDE, f"only one has {', '.join(sorted(extra))}")
    if sides:
        yield Sign("sides", _SIDE * min(len(sides), _MOST_SIDES), f"also {', '.join(sorted(sides))}")


def _days(left: Profile, right: Profile) -> Sign:
    one, other = left.window, right.window
    assert one is not None and other is not None
    if one.days.distance(other.days):
        return Sign("days", _DAY_OFF, "a day off")
    if not (one.told and other.told):
        if any(window.told and not window.is_exact for window in (one, other)):
            return Sign("days", 0.0, "a month or year, and no day")
        apart = _publications_apart(left, right)
        if apart > _FRESH:
            return Sign("days", _FAR_PUBLICATION, f"published {apart} days apart")
        if apart <= 1:
            return Sign("days", _AT_ONCE, "published at the same time")
        if left.family not in _ENCOUNTERS:
            return Sign("days", _LATER_ACT, f"published {apart} days apart")
        return Sign("days", _NEAR_PUBLICATION, "published in time for it")
    if not (one.is_exact and other.is_exact):
        return Sign("days", _VAGUE_OVERLAP, "the told months or years fit")
    if one.days == other.days:
        return Sign("days", _SAME_DAY, "the same days")
    return Sign("days", _OVERLAP, "the told days overlap")


def _publications_apart(left: Profile, right: Profile) -> int:
    """Days between two publications, or between one without a told day and the days that the other tells."""
    one, other = left.window, right.window
    assert one is not None and other is not None
    spans = [
        window.days if window.told or day is None else DateSpan.of_day(day)
        for window, day in ((one, left.report.published), (other, right.report.published))
    ]
    return spans[0].distance(spans[1])


def _places(left: Profile, right: Profile) -> Iterator[Sign]:
    if left.place is None or right.place is None:
        shared = left.countries & right.countries
        if shared:
            yield Sign("place", _SAME_COUNTRY, f"both in {', '.join(sorted(shared))}")
        return
    (city, country), (other_city, other_country) = left.place, right.place
    if country is not None and other_country is not None and country != other_country:
        yield Sign("place", _OTHER_COUNTRY, f"{country} is not {other_country}")
    elif city is not None and other_city is not None:
        points = _SAME_CITY if city == other_city else _OTHER_CITY
        yield Sign("place", points, city if city == other_city else f"{city} is not {other_city}")
    elif country is not None and country == other_country:
        yield Sign("place", _SAME_COUNTRY, f"both in {country}")


def _names(left: Profile, right: Profile) -> Iterator[Sign]:
    if not left.name or not right.name:
        return
    if left.name <= right.name or right.name <= left.name:
        yield Sign("name", _SAME_NAME, "the same name")
    elif not left.name & right.name:
        yield Sign("name", _OTHER_NAME, "another name")


def _acts(left: Profile, right: Profile) -> Iterator[Sign]:
    one, other = left.engagement, right.engagement
    if one.kind is not other.kind:
        yield Sign("kind", _OTHER_KIND, f"{one.kind} and {other.kind}")
    elif left.family not in _ENCOUNTERS and one.kind not in _ONE_MODE:
        same = one.mode == other.mode
        yield Sign("act", _SAME_ACT if same else _OTHER_ACT, "the same act" if same else "another act")
    if one.negated != other.negated:
        yield Sign("denial", _DENIAL, "one says that it did not happen")
    if one.amount is not None and other.amount is not None:
        agree = _is_same_amount(one.amount.value, other.amount.value)
        words = "the same amount" if agree else "another amount"
        yield Sign("amount", _SAME_AMOUNT if agree else _OTHER_AMOUNT, words)


def _is_same_amount(one: Amount, other: Amount) -> bool:
    return one.unit == other.unit and one.value == other.value


def _about(left: Profile, right: Profile) -> Iterator[Sign]:
    compared = left.party_words & right.party_words  # those who take part have been compared as such
    mine, theirs = left.words - compared, right.words - compared
    if not mine or not theirs:
        return
    share = len(mine & theirs) / (min(len(mine), len(theirs)) + _DOUBT)
    if share >= (_ENOUGH_SAID if left.family == "speech" else _ENOUGH_WORDS):
        yield Sign("words", round(_ALL_WORDS * share, 3), f"{share:.0%} of the words")
    elif left.family not in _ENCOUNTERS:
        same_day = left.window is not None and left.window.is_exact and left.window == right.window
        yield Sign("words", _FEW_WORDS if same_day else _FEW_WORDS_UNDATED, "in other words")
