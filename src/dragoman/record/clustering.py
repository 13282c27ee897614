"""Clustering: reports of one event together, as a function of the set of reports and judgements, in whatever order.

The likest pair is joined first, then the next, unless something in the two groups makes one event impossible: two
reports of one article, a contradiction, a judgement. Groups reach no further than their matches, so clustering the
reports linked by matches (``linked_to``) gives the same groups as clustering everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.record.judgements import Judgement, Rulings, ground_judgements, settle_judgements
from dragoman.record.matching import compare_profiles, keys_of
from dragoman.record.profile import Profile, profile_of
from dragoman.record.record import Report


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports, by position, that tell one event if nothing forbids it."""

    left: int
    right: int
    score: float


def cluster(
    reports: Iterable[Report], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[Report, ...], ...]:
    """Groups of reports, each of one event; groups in the order of their first report, reports by publication.

    Args:
        reports: of any number of articles; a report given twice counts once.
        judgements: what people decided; those about reports not given are passed over.
    """
    ordered = in_order(reports)
    rulings = settle_judgements(ground_judgements(judgements, ordered))
    profiles = [profile_of(report) for report in ordered]
    groups = _Groups(profiles, rulings)
    for match in sorted(_matches(profiles), key=lambda m: (-m.score, m.left, m.right)):
        groups.join(match.left, match.right)
    return tuple(tuple(ordered[index] for index in sorted(group)) for group in groups.distinct())


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Each report once: by publication, undated last, then by id."""
    reports = tuple(reports)
    if len(reports) == 1:
        return [*reports]
    distinct = {report.report_id: report for report in sorted(reports, key=lambda report: report.article_id)}
    return sorted(distinct.values(), key=publication_order)


def publication_order(report: Report) -> tuple[bool, str, str]:
    """Sorts reports by publication day, undated last, then by id."""
    day = report.published
    return day is None, "" if day is None else day.isoformat(), report.report_id


def linked_to(
    reports: Iterable[Report],
    find: Callable[[Profile], Iterable[Report]],
    judgements: Iterable[Judgement] = (),
    find_judged: Callable[[str], Report | None] = lambda _: None,
) -> tuple[Report, ...]:
    """All reports that clustering could join with ``reports``, directly or through others, and ``reports`` themselves.

    Args:
        reports: those that are new or changed.
        find: the reports kept under any of the blocking keys of a profile; those may be left out that are of other days.
        judgements: what people decided; the reports they name are linked as well.
        find_judged: the report kept under an engagement id or anchor.
    """
    linked = {report.report_id: report for report in reports}
    judged = _judged_together(judgements, find_judged)
    waiting = list(linked.values())
    while waiting:
        report = waiting.pop()
        profile = profile_of(report)
        near = [other for other in find(profile) if other.report_id not in linked]
        near = [other for other in near if compare_profiles(profile, profile_of(other)).is_match]
        near += judged.get(report.report_id, ())
        for other in near:
            if other.report_id not in linked:
                linked[other.report_id] = other
                waiting.append(other)
    return tuple(in_order(linked.values()))


def _judged_together(
    judgements: Iterable[Judgement], find_judged: Callable[[str], Report | None]
) -> dict[str, list[Report]]:
    """For each report that somebody judged, those that it was judged with."""
    judged: defaultdict[str, list[Report]] = defaultdict(list)
    for judgement in judgements:
        left, right = find_judged(judgement.left), find_judged(judgement.right)
        if left is not None and right is not None:
            judged[left.report_id].append(right)
            judged[right.report_id].append(left)
    return judged


def _matches(profiles: Sequence[Profile]) -> Iterator[Match]:
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for key in keys_of(profile):
            blocks[key].append(index)
    pairs = {(one, other) for block in blocks.values() for one in block for other in block if one < other}
    for one, other in pairs:
        if profiles[one].report.article_id == profiles[other].report.article_id:
            continue
        likeness = compare_profiles(profiles[one], profiles[other])
        if likeness.is_match:
            yield Match(one, other, likeness.score)


class _Groups:
    """Groups in the making, by the positions of their reports."""

    def __init__(self, profiles: Sequence[Profile], rulings: Rulings) -> None:
        self._profiles = profiles
        self._rulings = rulings
        self._ids = [profile.report.report_id for profile in profiles]
        places = {report_id: index for index, report_id in enumerate(self._ids)}
        self._group_of: list[set[int]] = []
        for report_id in self._ids:
            self._group_of.append({places[one] for one in rulings.group_of(report_id) if one in places})
        for index, group in enumerate(self._group_of):
            self._group_of[index] = self._group_of[min(group)]

    def distinct(self) -> list[set[int]]:
        """The groups, each once, by their first report."""
        return [group for index, group in enumerate(self._group_of) if min(group) == index]

    def join(self, one: int, other: int) -> None:
        """Joins the groups of two reports unless something forbids it."""
        left, right = self._group_of[one], self._group_of[other]
        if left is right or not self._may_join(left, right):
            return
        left |= right
        for index in right:
            self._group_of[index] = left

    def _may_join(self, left: set[int], right: set[int]) -> bool:
        if self._rulings.is_apart((self._ids[i] for i in left), (self._ids[i] for i in right)):
            return False
        articles = {self._profiles[i].report.article_id for i in left}
        if any(self._profiles[i].report.article_id in articles for i in right):
            return False
        return all(self._fit(ones, others) for ones in self._units(left) for others in self._units(right))

    def _units(self, group: set[int]) -> set[frozenset[int]]:
        """The reports of a group, those that are judged one taken together."""
        judged = (self._rulings.group_of(self._ids[index]) for index in group)
        return {frozenset(index for index in group if self._ids[index] in ids) for ids in judged}

    def _fit(self, ones: frozenset[int], others: frozenset[int]) -> bool:
        """Whether one report of each can tell the same event: a judgement outweighs what the others say."""
        return any(
            compare_profiles(self._profiles[one], self._profiles[other]).apart is None
            for one in ones
            for other in others
        )
