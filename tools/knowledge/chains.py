"""The hand-written chains of holders: each office's terms in order, from all ``chains_*.txt`` lists together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.dates import Precision
from knowledge.built_terms import is_single
from knowledge.claims import Claim, coarser, read_day
from knowledge.curated_files import CURATED, parts, read_lines
from knowledge.terms import UNSOURCED

#: Day the hand-written terms were last gone through; an open one is confirmed up to here.
CURATED_DAY = dt.date(2025, 9, 1)

#: What a hand-written term is believed, by how exactly its start is known.
_CONFIDENCE = {Precision.DAY: 0.86, Precision.MONTH: 0.82, Precision.YEAR: 0.7}
_UNSURE = 0.7

#: What a term is believed more where its line names a source.
_SOURCED = 0.06

_DAY = dt.timedelta(days=1)

#: A term that ends in the month or year in which the next begins is cut; one that runs over by more is a slip.
_SLACK = dt.timedelta(days=366)


@dataclass(frozen=True)
class Link:
    """One term of a chain as written: ``name=variant@start~end?``; ``source`` is its line's, where it names one."""

    title: str
    names: tuple[str, ...]
    start: dt.date
    end: dt.date | None
    precision: Precision
    unsure: bool
    source: str = ""


def curated_claims() -> list[Claim]:
    """The hand-written terms of all offices."""
    chains: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    for path in sorted(CURATED.glob("chains_*.txt")):
        for office, title, holders, source in read_lines(path.name, 4):
            place, _, role = office.partition("/")
            chains[place, role or "foreign-minister"].extend(
                read_link(title, part, source) for part in parts(holders)
            )
    return [
        claim
        for (place, role), links in chains.items()
        for claim in _chain(place, role, sorted(links, key=lambda link: link.start))
    ]


def read_link(title: str, text: str, source: str = "") -> Link:
    """A link from its text.

    >>> link = read_link("Minister", "Ann Lee=A. Lee@2001-05~2003-02-01")
    >>> link.names, link.start.isoformat(), link.precision.value
    (('Ann Lee', 'A. Lee'), '2001-05-01', 'month')
    """
    names, _, dates = text.partition("@")
    first, _, last = dates.partition("~")
    start, precision = read_day(first.rstrip("?"))
    end, _ = read_day(last.rstrip("?"), last=True)
    if start is None or (last and end is None):
        raise SystemExit(
            f"chains: {title}: found {text!r}; write name@2001-05-31, with ~2003-02-01 for an end"
        )
    unsure = "?" in dates
    precision = coarser(precision, Precision.MONTH) if unsure else precision
    return Link(title, tuple(names.split("=")), start, end, precision, unsure, source)


def _chain(place: str, role: str, links: list[Link]) -> Iterator[Claim]:
    """The terms of one office: each ends on its stated day, or the day before the next begins."""
    org_id = place if place.startswith("org:") else None
    country = None if org_id else place
    single = is_single(Claim(country, org_id, role, "", "", None, None, "curated", 1.0))
    if single:
        _check_order(f"{place}/{role}", links)
    for link, following in zip(links, [*links[1:], None], strict=True):
        end = link.end
        if following is not None and (single or (end is None and role != "head-of-state")):
            end = min(end or dt.date.max, following.start - _DAY)
        name, *variants = link.names
        yield Claim(
            country,
            org_id,
            role,
            link.title,
            name,
            link.start,
            end,
            "curated",
            _believed(link),
            link.precision,
            seen=end or max(CURATED_DAY, link.start),
            variants=tuple(variants),
            note=(f"source: {link.source}" if link.source else UNSOURCED)
            + ("; month uncertain" if link.unsure else ""),
        )


def _believed(link: Link) -> float:
    own = _UNSURE if link.unsure else _CONFIDENCE[link.precision]
    return round(own + (_SOURCED if link.source else 0.0), 2)


def _check_order(office: str, links: list[Link]) -> None:
    for before, after in pairwise(links):
        if after.start <= before.start:
            raise SystemExit(f"chains: {office}: {before.names[0]} and {after.names[0]} start on one day")
        if before.end is not None and before.end - after.start > _SLACK:
            raise SystemExit(f"chains: {office}: {before.names[0]} ends after {after.names[0]} starts")
