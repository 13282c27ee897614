"""From claims to terms: one line per person, office and stretch of time, with every doubt noted."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace

from dragoman.dates import Precision
from knowledge.built_terms import BuiltTerm, is_single
from knowledge.claims import Claim
from knowledge.overlaps import settle_overlaps
from knowledge.sightings import place_sightings

_DAY = dt.timedelta(days=1)

#: How the note of a hand-written term begins; it goes when another source bears the term out.
UNSOURCED = "unsourced: written from general knowledge"

#: Two claims about one person in one office are one term if they start this close together.
_SAME_START = dt.timedelta(days=60)

#: A start that only a coarse source gives may be this far off.
_COARSE_START = dt.timedelta(days=400)

#: An end that is only the day a source dropped a name gives way to a successor's start this much earlier.
_LATE_DROP = dt.timedelta(days=1500)


def build_terms(claims: list[Claim], owner: dict[int, str]) -> list[BuiltTerm]:
    """Merge the claims of each person and office, place sightings, then close and part terms of one office."""
    held: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for number, claim in enumerate(_settle_leaders(claims, owner)):
        held[owner[number], claim.office_id].append(claim)
    by_office: defaultdict[str, list[BuiltTerm]] = defaultdict(list)
    sightings: defaultdict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for (person_id, office_id), group in sorted(held.items()):
        dated = [claim for claim in group if not claim.sighting]
        for claim in merge_claims(dated):
            by_office[office_id].append(BuiltTerm(person_id, claim))
        sightings[office_id].extend((person_id, claim) for claim in group if claim.sighting)
    built: list[BuiltTerm] = []
    for office_id in sorted(set(by_office) | set(sightings)):
        terms = _part(_without_outvoted(by_office[office_id]))
        built.extend(settle_overlaps(place_sightings(terms, sightings[office_id])))
    return built


def _settle_leaders(claims: list[Claim], owner: dict[int, str]) -> list[Claim]:
    """Leaders of unstated office get the office another source gives them then, else their country's usual one."""
    offices: defaultdict[str, list[Claim]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.role in ("head-of-state", "head-of-government"):
            offices[owner[number]].append(claim)
    matched: dict[int, str] = {}
    usual: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, claim in enumerate(claims):
        if claim.role == "leader" and claim.source == "reign":
            roles = Counter(
                own.role for own in offices[owner[number]] if own.sighting or _overlap(own, claim)
            )
            usual[claim.country or ""].update(roles)
            if roles:
                matched[number] = roles.most_common(1)[0][0]
    settled: list[Claim] = []
    for number, claim in enumerate(claims):
        common = usual[claim.country or ""].most_common(1)
        role = matched.get(number) or (common[0][0] if common else None)
        is_open = claim.role == "leader" and claim.source == "reign" and role is not None
        settled.append(
            replace(claim, role=role or claim.role, title="", confidence=0.6) if is_open else claim
        )
    return settled


def _overlap(one: Claim, other: Claim) -> bool:
    first = max(one.start or dt.date.min, other.start or dt.date.min)
    last = min(one.end or dt.date.max, other.end or dt.date.max)
    return (last - first).days > 20


def merge_claims(claims: list[Claim]) -> list[Claim]:
    """The claims about one person in one office, those about one stretch of time made one."""
    merged: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: (claim.start or dt.date.min, claim.source)):
        last = merged[-1] if merged else None
        two_curated = (
            last is not None
            and claim.source == "curated"
            and any(known.source == "curated" for known in last)
        )
        if last is not None and not two_curated and any(_is_same_term(known, claim) for known in last):
            last.append(claim)
        else:
            merged.append([claim])
    return [_best_of(group) for group in merged]


def _is_same_term(one: Claim, other: Claim) -> bool:
    if one.start is None or other.start is None:
        return True
    apart = abs(one.start - other.start)
    coarse = Precision.YEAR in (one.precision, other.precision)
    if apart <= (_COARSE_START if coarse else _SAME_START):
        return True
    end = one.end or one.seen
    return (end is not None and other.start <= end + 3 * _DAY and one.source != other.source) or (
        end is not None and other.start <= end + _DAY
    )


def _best_of(group: list[Claim]) -> Claim:
    order = sorted(
        group,
        key=lambda claim: (
            claim.source != "curated",
            -claim.confidence,
            claim.precision is not Precision.DAY,
            claim.source,
        ),
    )
    best = order[0]
    start = best.start
    exact_starts = (
        claim.start for claim in group if claim.start is not None and claim.precision is Precision.DAY
    )
    earliest = min(exact_starts, default=None)
    if (
        start is not None
        and earliest is not None
        and start - earliest > _SAME_START
        and best.source != "curated"
    ):
        start = earliest
    end, end_note = _best_end(order)
    seen = max((claim.seen for claim in group if claim.seen is not None), default=None)
    sources = "+".join(dict.fromkeys(claim.source for claim in order))
    exact = (
        best.precision if len(group) == 1 else min((c.precision for c in order), key=list(Precision).index)
    )
    agree = 0.06 if len({claim.source for claim in group}) > 1 else 0.0
    note = best.note if end_note is None else end_note
    if agree and (note or "").startswith(UNSOURCED):
        note = None
    return replace(
        best,
        start=start,
        end=end,
        seen=seen,
        source=sources,
        precision=exact,
        note=note,
        confidence=round(min(0.99, best.confidence + agree), 2),
    )


def _best_end(order: list[Claim]) -> tuple[dt.date | None, str | None]:
    """The end from the surest source; a later confirmation reopens an end, a dropped name is the weakest end."""
    if order[0].source == "curated" and order[0].end is not None:
        return order[0].end, order[0].note or ""
    stated = [
        claim
        for claim in order
        if claim.end is not None and not (claim.note or "").startswith("end: the day")
    ]
    dropped = [claim for claim in order if claim.end is not None and claim not in stated]
    latest_seen = max(
        (claim.seen for claim in order if claim.seen is not None and claim.end is None), default=dt.date.min
    )
    latest_drop_seen = max((claim.seen for claim in dropped if claim.seen is not None), default=dt.date.min)
    for claim in sorted(stated, key=lambda claim: claim.source != "curated"):
        assert claim.end is not None
        if claim.end + dt.timedelta(days=120) >= max(latest_seen, latest_drop_seen):
            return claim.end, claim.note or ""
    if any(claim.end is None and (claim.seen or dt.date.min) >= latest_drop_seen for claim in order):
        return None, None
    if dropped:
        last = max(dropped, key=lambda claim: claim.end or dt.date.min)
        return last.end, last.note
    return None, None


#: How far a term may stick out of a curated one of somebody else and still count as the same stretch.
_STICK_OUT = dt.timedelta(days=45)


def _without_outvoted(terms: list[BuiltTerm]) -> list[BuiltTerm]:
    """Terms without those that lie inside a curated term of somebody else in an office one person holds."""
    curated = [term for term in terms if "curated" in term.claim.source and term.claim.confidence >= 0.8]
    if not terms or not is_single(terms[0].claim):
        return terms
    return [term for term in terms if not any(_is_inside(term, sure) for sure in curated)]


def _is_inside(term: BuiltTerm, sure: BuiltTerm) -> bool:
    claim, around = term.claim, sure.claim
    if (
        "curated" in claim.source
        or term.person_id == sure.person_id
        or claim.start is None
        or around.start is None
    ):
        return False
    dropped = (claim.note or "").startswith("end: the day the source")
    last = (claim.seen if dropped else None) or claim.end or claim.seen or claim.start
    inside_end = (around.end is None and (around.seen or dt.date.max) >= last) or (
        around.end is not None and last <= around.end + _STICK_OUT
    )
    return claim.start >= around.start - _STICK_OUT and inside_end


def _part(terms: list[BuiltTerm]) -> list[BuiltTerm]:
    """Terms of one office in order: open or late ends close before the successor; what still overlaps is noted."""
    if not terms or not is_single(terms[0].claim):
        return terms
    ordered = sorted(terms, key=lambda term: (term.claim.start or dt.date.min, term.claim.end or dt.date.max))
    parted: list[BuiltTerm] = []
    for position, term in enumerate(ordered):
        after = next((later for later in ordered[position + 1 :] if _can_follow(term, later)), None)
        parted.append(term if after is None else _close_before(term, after))
    return [term for term in parted if not _is_void(term)]


def _can_follow(term: BuiltTerm, later: BuiltTerm) -> bool:
    if later.person_id == term.person_id or later.claim.start is None:
        return False
    return (
        later.claim.start > (term.claim.start or dt.date.min)
        and later.claim.confidence >= term.claim.confidence - 0.3
    )


def _close_before(term: BuiltTerm, after: BuiltTerm) -> BuiltTerm:
    claim, start = term.claim, after.claim.start
    assert start is not None
    if claim.end is not None and claim.end < start:
        return term
    if claim.end is None:
        note = "end: the day before the successor's start"
        return BuiltTerm(term.person_id, replace(claim, end=start - _DAY, seen=None, note=note))
    weak = (claim.note or "").startswith("end: the day the source") and claim.end - start <= _LATE_DROP
    short = claim.end - start <= dt.timedelta(days=45) or claim.precision is not Precision.DAY
    surer = after.claim.confidence >= claim.confidence or "curated" in after.claim.source
    if "curated" in claim.source and "curated" not in after.claim.source:
        short = surer = claim.end - start <= dt.timedelta(days=45)
    if weak or short or surer:
        note = "end: the day before the successor's start"
        return BuiltTerm(term.person_id, replace(claim, end=start - _DAY, note=note))
    return BuiltTerm(term.person_id, replace(claim, note=f"overlaps {after.person_id}: the sources differ"))


def _is_void(term: BuiltTerm) -> bool:
    return term.claim.end is not None and term.claim.start is not None and term.claim.end < term.claim.start
