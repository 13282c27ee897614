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
from dragoman.record.profile import FAMILIES, Party, Profile, profile_of
from dragoman.record.record import Report

BUCKET = 16
"""Days that share a blocking key; two reports of one event meet in one, as windows are widened by the slack below."""
DAY_SLACK = 1
"""Days by which two told dates of one event may miss each other: time zones, an evening told as the next day."""
MOST_BUCKETS = 8
"""Stretches of days a report is kept under: an event told by its year alone is looked for near its publication."""
MOST_POLES = 8
"""Sides of which pairs are blocking keys; beyond, a gathering is found by its people, name and place."""

THRESHOLD = 3.5
"""Points from which two reports tell one event; set on the open half of the clusters of gold, 2.5 to 5 were tried."""

# Points, set together on the open clusters of gold (tests/gold/clusters); none may be tuned alone.
_PERSON, _MORE_PEOPLE = 2.0, 1.5
_EXTRA_SIDE = -1.0
_SIDE, _MOST_SIDES = 0.8, 3
_AT_ONCE, _FRESH, _FAR_PUBLICATION = (
    1.2,
    7,
    -0.5,
)  # fresh in days: announced longer ahead, it may be the one after
_SAME_DAY, _OVERLAP, _VAGUE_OVERLAP, _NEAR_PUBLICATION, _DAY_OFF = 2.0, 1.5, 0.7, 0.7, 0.0
_SAME_CITY, _SAME_COUNTRY, _OTHER_CITY, _OTHER_COUNTRY = 1.5, 0.7, -1.0, -1.5
_SAME_NAME, _OTHER_NAME = 2.5, -2.0
_OTHER_KIND = -1.5
_SAME_AMOUNT, _OTHER_AMOUNT = 1.5, -0.5
_SAME_ACT, _OTHER_ACT = 0.5, -0.5
_ALL_WORDS, _FEW_WORDS = 2.0, -1.0
_ENOUGH_WORDS = (
    0.1  # share of the shorter telling's words that the other has; below it they tell of other things
)
_DENIAL = -0.5
_TRIP = 0.5
_MULTILATERAL = 3  # sides in common that make a meeting and a conference one


_DIRECTED = frozenset({Kind.VISIT, Kind.SANCTION, Kind.EXPULSION, Kind.ATTACK, Kind.OTHER}) | frozenset(
    kind for kind, family in FAMILIES.items() if family == "speech"
)
"""Kinds that one side does to another: done the other way round, it is another event."""


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


def keys_of(profile: Profile) -> frozenset[str]:
    """The blocking keys of a profile: two sides, or one person, within one stretch of days."""
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
    apart = _apart(left, right)
    if apart is not None:
        return Likeness(0.0, (), apart)
    signs = tuple(_signs(left, right))
    return Likeness(round(sum(sign.points for sign in signs), 3), signs)


def _apart(left: Profile, right: Profile) -> str | None:
    """What makes one event impossible."""
    one, other = left.engagement, right.engagement
    if left.family != right.family:
        return f"a {one.kind} is no {other.kind}"
    if one.hypothetical != other.hypothetical:
        return "one is only supposed"
    if left.window is None or right.window is None:
        return "no time is told"
    if left.window.days.distance(right.window.days) > DAY_SLACK:
        return "the days differ"
    return _kinds_apart(left, right) or _people_apart(left, right)


def _kinds_apart(left: Profile, right: Profile) -> str | None:
    kinds = {left.engagement.kind, right.engagement.kind}
    if kinds == {Kind.VISIT, Kind.CONFERENCE}:
        return "a visit to a conference is not the conference"
    if kinds == {Kind.VISIT, Kind.MEETING} and _shared_people(left, right) < 2:
        return "a visit without those met is not the meeting"
    if kinds == {Kind.MEETING, Kind.CONFERENCE} and not _is_one_gathering(left, right):
        return "a meeting on the margins is not the conference"
    if left.family in {"measure", "other"} and len(kinds) > 1:
        return "the acts differ"
    return None


def _is_one_gathering(left: Profile, right: Profile) -> bool:
    return bool(left.name & right.name) or len(left.sides & right.sides) >= _MULTILATERAL


def _people_apart(left: Profile, right: Profile) -> str | None:
    kinds = {left.engagement.kind, right.engagement.kind}
    if (
        len(kinds) == 1
        and kinds <= _DIRECTED
        and left.actors
        and right.actors
        and not left.actors & right.actors
    ):
        return "others acted"
    if kinds == {Kind.VISIT} and left.countries and right.countries and not left.countries & right.countries:
        return "it goes to another country"
    if left.family in {"encounter", "call"} and Kind.CONFERENCE not in kinds:
        for side in sorted(left.sides & right.sides):
            if _persons_differ(_people_of(left, side), _people_of(right, side)):
                return f"other people came for {side}"
        if kinds != {Kind.VISIT} and _sides_lacking(left, right) and _sides_lacking(right, left):
            return "each has a side that the other lacks"
    if not _shared_people(left, right) and len(left.poles & right.poles) < 2:
        return "too little in common"
    return None


def _sides_lacking(profile: Profile, other: Profile) -> set[str]:
    """Sides of ``profile`` for which nobody stands in ``other``, under whatever flag."""
    return {
        party.side
        for party in profile.parties
        if party.side not in other.sides and not any(party.is_same_person(one) for one in other.parties)
    }


def _people_of(profile: Profile, side: str) -> list[Party]:
    return [party for party in profile.parties if party.side == side and party.person]


def _persons_differ(mine: list[Party], theirs: list[Party]) -> bool:
    return (
        bool(mine) and bool(theirs) and not any(one.is_same_person(other) for one in mine for other in theirs)
    )


def _shared_people(left: Profile, right: Profile) -> int:
    return sum(
        any(one.is_same_person(other) for other in right.parties) for one in left.parties if one.person
    )


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
    extra = _sides_lacking(left, right) | _sides_lacking(right, left)
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
        apart = _publications_apart(left, right)
        if apart > _FRESH:
            return Sign("days", _FAR_PUBLICATION, f"published {apart} days apart")
        if apart <= 1:
            return Sign("days", _AT_ONCE, "published at the same time")
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
    elif left.family not in {"encounter", "call"}:
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
    smaller = min(len(left.words), len(right.words))
    if not smaller:
        return
    share = len(left.words & right.words) / smaller
    if share >= _ENOUGH_WORDS:
        yield Sign("words", round(_ALL_WORDS * share, 3), f"{share:.0%} of the words")
    elif left.family not in {"encounter", "call"}:
        yield Sign("words", _FEW_WORDS, "about something else")
