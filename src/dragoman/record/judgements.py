"""Judgements: what a person decided about two reports, kept as data beside them.

A judgement is never changed: a later one about the same two takes its place, and ``withdrawn`` takes both away. What
``same`` and ``not same`` together demand is worked out by ``settle_judgements``: the later judgement wins.

>>> import datetime as dt
>>> made = dt.datetime(2024, 4, 2, 12, 0)
>>> rulings = settle_judgements([Judgement("a", "b", Sameness.SAME, "Vell", made),
...                              Judgement("b", "a", Sameness.WITHDRAWN, "Vell", made + dt.timedelta(hours=1))])
>>> rulings.is_same("a", "b")
False
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dragoman.citation import hull
from dragoman.record.profile import FAMILIES
from dragoman.record.record import Report


class Sameness(StrEnum):
    """What is judged of two reports.

    ``unsure`` says that somebody looked and could not tell: the reader's own comparison stands, and nobody need be
    asked again.
    """

    SAME = "same"
    NOT_SAME = "not same"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. ``left`` and ``right`` are engagement ids or anchors (``anchor_of``)."""

    left: str
    right: str
    verdict: Sameness
    author: str
    made: dt.datetime
    why: str | None = None

    @property
    def pair(self) -> frozenset[str]:
        """The two, in no order."""
        return frozenset({self.left, self.right})


def anchor_of(report: Report) -> str:
    """Where a report is told: article, first and last character of the words, family of kinds.

    Ids change when an article is read anew by a better reader; an anchor finds the report again as long as it is told
    in overlapping words.
    """
    words = hull(evidence.span for evidence in report.engagement.trigger)
    return f"{report.article_id}:{words.start}-{words.end}:{FAMILIES[report.engagement.kind]}"


_ANCHOR = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+):(?P<family>[a-z]+)")


def find_anchored(anchor: str, reports: Iterable[Report]) -> Report | None:
    """The report that an anchor or engagement id means, ``None`` if none of ``reports`` is told there."""
    kept = sorted(reports, key=lambda report: report.report_id)
    by_id = next((report for report in kept if report.report_id == anchor), None)
    parts = _ANCHOR.fullmatch(anchor)
    if by_id is not None or parts is None:
        return by_id
    start, end = int(parts["start"]), int(parts["end"])
    near = [
        (min(end, words.end) - max(start, words.start), report)
        for report in kept
        if report.article_id == parts["article"] and FAMILIES[report.engagement.kind] == parts["family"]
        for words in (evidence.span for evidence in report.engagement.trigger)
        if words.start < end and start < words.end
    ]
    return max(near, key=lambda one: one[0])[1] if near else None


def ground_judgements(judgements: Iterable[Judgement], reports: Sequence[Report]) -> tuple[Judgement, ...]:
    """The judgements about ``reports``, by engagement id; those about others are left out."""
    found = []
    for judgement in judgements:
        left, right = find_anchored(judgement.left, reports), find_anchored(judgement.right, reports)
        if left is not None and right is not None and left is not right:
            found.append(replace(judgement, left=left.report_id, right=right.report_id))
    return tuple(found)


@dataclass(slots=True)
class Rulings:
    """What the judgements in force demand: groups forced together, and pairs of reports forced apart."""

    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    apart: set[frozenset[str]] = field(default_factory=set)

    def group_of(self, report_id: str) -> frozenset[str]:
        """All that are judged one with the report, itself included."""
        return self.groups.get(report_id, frozenset({report_id}))

    def is_same(self, one: str, other: str) -> bool:
        """Whether the two are judged one."""
        return other in self.group_of(one)

    def is_apart(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether any of the one group is judged another event than any of the other group."""
        theirs = frozenset(others)
        return any(frozenset({one, other}) in self.apart for one in ones for other in theirs)


def settle_judgements(judgements: Iterable[Judgement]) -> Rulings:
    """The rulings in force. The last judgement about a pair counts; where pairs contradict each other, the later one."""
    latest: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=_when):
        latest[judgement.pair] = judgement
    rulings = Rulings()
    for judgement in sorted(latest.values(), key=_when, reverse=True):
        left, right = rulings.group_of(judgement.left), rulings.group_of(judgement.right)
        if judgement.verdict is Sameness.SAME and not rulings.is_apart(left, right):
            joined = left | right
            rulings.groups.update(dict.fromkeys(joined, joined))
        elif judgement.verdict is Sameness.NOT_SAME and left != right:
            rulings.apart.add(judgement.pair)
    return rulings


def _when(judgement: Judgement) -> tuple[dt.datetime, str, str, str, str]:
    left, right = sorted(judgement.pair) if len(judgement.pair) == 2 else (judgement.left, judgement.right)
    return judgement.made, judgement.verdict, judgement.author, left, right
