"""Members of organisations with the days they joined and left, from the hand-written list."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from dragoman.dates import Precision
from knowledge.claims import coarser, read_day
from knowledge.curated_files import parts, read_lines
from knowledge.terms import UNSOURCED


@dataclass(frozen=True)
class Stay:
    """One membership as written."""

    org: str
    status: str
    member: str
    start: dt.date
    end: dt.date | None
    precision: Precision
    source: str


def read_stays() -> list[Stay]:
    """All memberships of ``memberships.txt``."""
    stays = [
        stay
        for org, status, groups, source in read_lines("memberships.txt", 4)
        for group in parts(groups)
        for stay in _read_group(org, status, group, source)
    ]
    _check(stays)
    return stays


def _read_group(org: str, status: str, group: str, source: str) -> list[Stay]:
    first, *members = group.split()
    start, exact = read_day(first)
    if start is None or not members:
        raise SystemExit(f"memberships.txt: {org}: found {group!r}; write 2004-05-01 CYP CZE~2020-01-31")
    stays = []
    for entry in members:
        member, _, last = entry.partition("~")
        end, until = read_day(last, last=True)
        if last and end is None:
            raise SystemExit(f"memberships.txt: {org}: found {entry!r}; write CZE~2020-01-31")
        stays.append(Stay(org, status, member, start, end, coarser(exact, until), source))
    return stays


def _check(stays: list[Stay]) -> None:
    """No stay ends before it begins, or overlaps another of the same member and status."""
    told: defaultdict[tuple[str, str, str], list[Stay]] = defaultdict(list)
    for stay in stays:
        told[stay.org, stay.status, stay.member].append(stay)
    for (org, status, member), same in told.items():
        ordered = sorted(same, key=lambda stay: stay.start)
        ends = [stay.end or dt.date.max for stay in ordered]
        late = any(stay.start > end for stay, end in zip(ordered, ends, strict=True))
        if late or any(after.start <= end for after, end in zip(ordered[1:], ends, strict=False)):
            raise SystemExit(f"memberships.txt: {org}: {member} as {status}: days out of order")


def membership_rows() -> list[list[str]]:
    """``memberships.csv``: org_id, member, status, start, end, precision, source."""
    return sorted(
        [
            f"org:{stay.org.lower()}",
            stay.member,
            stay.status,
            str(stay.start),
            str(stay.end or ""),
            stay.precision.value,
            f"curated: {stay.source}" if stay.source else f"curated; {UNSOURCED}",
        ]
        for stay in read_stays()
    )


def members_on(day: dt.date) -> dict[str, list[str]]:
    """The states that are members of each organisation on ``day``, in the order of joining."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for stay in sorted(read_stays(), key=lambda stay: stay.start):
        is_full = stay.status.endswith("member") and not stay.member.startswith("org:")
        if is_full and stay.start <= day and (stay.end is None or day <= stay.end):
            found[stay.org.lower()].append(stay.member)
    return found
