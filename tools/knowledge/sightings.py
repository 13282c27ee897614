"""Places sightings: inside a dated term they confirm it, the rest become terms of year precision around what was seen."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace

from dragoman.dates import Precision
from knowledge.built_terms import BuiltTerm, is_single
from knowledge.claims import Claim, coarser

_DAY = dt.timedelta(days=1)

#: How far a sighting is stretched where nobody else is known in the office.
_STRETCH = dt.timedelta(days=365)


def place_sightings(terms: list[BuiltTerm], sightings: list[tuple[str, Claim]]) -> list[BuiltTerm]:
    """Sightings inside a dated term confirm it; the rest become terms of year precision around what was seen."""
    placed = list(terms)
    loose: defaultdict[str, list[Claim]] = defaultdict(list)
    for person_id, claim in sightings:
        home = next(
            (
                n
                for n, term in enumerate(placed)
                if term.person_id == person_id and _covers(term.claim, claim)
            ),
            None,
        )
        if home is None:
            if not any(_contradicts(term, person_id, claim) for term in terms):
                loose[person_id].append(claim)
        else:
            known = placed[home].claim
            seen = max(known.seen or known.start or dt.date.min, claim.start or dt.date.min)
            placed[home] = BuiltTerm(
                person_id, replace(known, seen=seen if known.end is None else known.seen)
            )
    stays = _stays(loose, is_single(sightings[0][1]) if sightings else True)
    fixed = [term.claim for term in placed]
    stretched = [_stretched(person_id, stay, fixed, stays) for person_id, stay in stays]
    return [_closed_by(term, stretched) for term in placed] + stretched


def _contradicts(term: BuiltTerm, person_id: str, sighting: Claim) -> bool:
    """Whether another person verifiably held the office on the day: the sighting then means somebody else."""
    claim, day = term.claim, sighting.start or dt.date.min
    if term.person_id == person_id or not is_single(claim) or (claim.start or dt.date.min) > day:
        return False
    last = claim.end or (dt.date.max if "curated" in claim.source else claim.seen) or claim.start
    return last is not None and day <= last


def _closed_by(term: BuiltTerm, stretched: list[BuiltTerm]) -> BuiltTerm:
    """An open term ends where somebody else was later seen in the office."""
    claim = term.claim
    if claim.end is not None or not is_single(claim) or "curated" in claim.source:
        return term
    later = [
        other.claim.start
        for other in stretched
        if other.person_id != term.person_id and other.claim.start is not None
    ]
    later = [start for start in later if start > (claim.seen or claim.start or dt.date.min)]
    if not later:
        return term
    note = "end: the day before another was first seen in the office"
    return BuiltTerm(
        term.person_id, replace(claim, end=min(later) - _DAY, precision=Precision.YEAR, seen=None, note=note)
    )


def _covers(term: Claim, sighting: Claim) -> bool:
    slack = dt.timedelta(days=45)
    day = sighting.start or dt.date.min
    return (term.start or dt.date.min) <= day + slack and (term.end is None or day <= term.end + slack)


def _stays(loose: dict[str, list[Claim]], single: bool) -> list[tuple[str, list[Claim]]]:
    """Runs of sightings of one person with nobody else in between."""
    events = sorted(
        (
            (claim.start or dt.date.min, person_id, claim)
            for person_id, claims in loose.items()
            for claim in claims
        ),
        key=lambda event: event[:2],
    )
    stays: list[tuple[str, list[Claim]]] = []
    for day, person_id, claim in events:
        known = next((stay for stay in reversed(stays) if stay[0] == person_id), None)
        between = (
            single
            and known is not None
            and any(
                stay[0] != person_id
                and any(known[1][-1].start < (other.start or day) < day for other in stay[1])  # type: ignore[operator]
                for stay in stays
            )
        )
        if known is None or between or day - (known[1][-1].start or day) > dt.timedelta(days=1500):
            stays.append((person_id, [claim]))
        else:
            known[1].append(claim)
    return stays


def _stretched(
    person_id: str, stay: list[Claim], fixed: list[Claim], stays: list[tuple[str, list[Claim]]]
) -> BuiltTerm:
    first, last = stay[0].start, stay[-1].start
    assert first is not None and last is not None
    start, end = first - _STRETCH, last + _STRETCH
    for claim in fixed:
        last_known = claim.end or claim.seen
        if last_known is not None and last_known < first:
            start = max(start, last_known + _DAY)
        if claim.start is not None and claim.start > last:
            end = min(end, claim.start - _DAY)
    for other, seen in stays:
        if other == person_id:
            continue
        before = [c.start for c in seen if c.start is not None and c.start < first]
        after = [c.start for c in seen if c.start is not None and c.start > last]
        if before:
            start = max(start, before[-1] + (first - before[-1]) / 2 + _DAY)
        if after:
            end = min(end, last + (after[0] - last) / 2)
    note = f"seen {first} to {last}, {len(stay)} times" if len(stay) > 1 else f"seen {first}"
    precision = coarser(stay[0].precision, Precision.YEAR)
    confidence = round(min(0.8, 0.55 + 0.05 * len(stay)), 2)
    title = Counter(claim.title for claim in stay).most_common(1)[0][0]
    return BuiltTerm(
        person_id,
        replace(
            stay[0],
            start=min(start, first),
            end=max(end, last),
            seen=last,
            precision=precision,
            confidence=confidence,
            title=title,
            note=note,
            sighting=False,
        ),
    )
