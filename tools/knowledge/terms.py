"""From claims to terms: one line per person, office and stretch of time, with every doubt noted."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from dragoman.dates import Precision
from knowledge.claims import Claim, coarser

_DAY = dt.timedelta(days=1)

#: Two claims about one person in one office are one term if they start this close together.
_SAME_START = dt.timedelta(days=60)

#: A start that only a coarse source gives may be this far off.
_COARSE_START = dt.timedelta(days=400)

#: An end that is only the day a source dropped a name gives way to a successor's start this much earlier.
_LATE_DROP = dt.timedelta(days=1500)

#: Offices that several hold at once.
MANY_HOLDERS = ("vice-president", "deputy-", "ambassador", "charge", "special-envoy", "permanent-rep", "intelligence", "assistant-",
                "under-secretary", "adviser", "spokesperson", "royal", "crown-prince", "europe-", "development-", "trade-", "economy-",
                "energy-", "governor-general", "military-", "envoy", "minister:", "special-")  # fmt: skip

#: States whose head of state is more than one person at a time.
COLLECTIVE = frozenset(("BIH", "SMR", "AND"))


@dataclass(frozen=True)
class BuiltTerm:
    """A term as written to ``terms.csv``."""

    person_id: str
    claim: Claim

    @property
    def office_id(self) -> str:
        """The office held."""
        return self.claim.office_id


def is_single(claim: Claim) -> bool:
    """Whether only one person can hold the claim's office at a time."""
    if claim.role == "head-of-state" and claim.country in COLLECTIVE:
        return False
    return not any(part in claim.role for part in MANY_HOLDERS)


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
        built.extend(_place_sightings(terms, sightings[office_id]))
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
            roles = Counter(own.role for own in offices[owner[number]] if own.sighting or _overlap(own, claim))
            usual[claim.country or ""].update(roles)
            if roles:
                matched[number] = roles.most_common(1)[0][0]
    settled: list[Claim] = []
    for number, claim in enumerate(claims):
        common = usual[claim.country or ""].most_common(1)
        role = matched.get(number) or (common[0][0] if common else None)
        is_open = claim.role == "leader" and claim.source == "reign" and role is not None
        settled.append(replace(claim, role=role or claim.role, title="", confidence=0.6) if is_open else claim)
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
        two_curated = last is not None and claim.source == "curated" and any(known.source == "curated" for known in last)
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
    return (
        (end is not None
        and other.start <= end + 3 * _DAY
        and one.source != other.source)
        or (end is not None and other.start <= end + _DAY)
    )


def _best_of(group: list[Claim]) -> Claim:
    order = sorted(
        group, key=lambda claim: (-claim.confidence, claim.precision is not Precision.DAY, claim.source)
    )
    best = order[0]
    start = best.start
    exact_starts = (claim.start for claim in group if claim.start is not None and claim.precision is Precision.DAY)
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
    agree = 0.03 if len({claim.source for claim in group}) > 1 else 0.0
    return replace(
        best, start=start, end=end, seen=seen, source=sources, precision=exact, note=best.note if end_note is None else end_note,
        confidence=round(min(0.99, best.confidence + agree), 2),
    )  # fmt: skip


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
    for claim in stated:
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
    curated = [term for term in terms if "curated" in term.claim.source and term.claim.confidence >= 0.85]
    if not terms or not is_single(terms[0].claim):
        return terms
    return [term for term in terms if not any(_is_inside(term, sure) for sure in curated)]


def _is_inside(term: BuiltTerm, sure: BuiltTerm) -> bool:
    claim, around = term.claim, sure.claim
    if "curated" in claim.source or term.person_id == sure.person_id or claim.start is None or around.start is None:
        return False
    dropped = (claim.note or "").startswith("end: the day the source")
    last = (claim.seen if dropped else None) or claim.end or claim.seen or claim.start
    inside_end = around.end is None and (around.seen or dt.date.max) >= last or (
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
    if weak or short or surer:
        note = "end: the day before the successor's start"
        return BuiltTerm(term.person_id, replace(claim, end=start - _DAY, note=note))
    return BuiltTerm(term.person_id, replace(claim, note=f"overlaps {after.person_id}: the sources differ"))


def _is_void(term: BuiltTerm) -> bool:
    return term.claim.end is not None and term.claim.start is not None and term.claim.end < term.claim.start


#: How far a sighting is stretched where nobody else is known in the office.
_STRETCH = dt.timedelta(days=365)


def _place_sightings(terms: list[BuiltTerm], sightings: list[tuple[str, Claim]]) -> list[BuiltTerm]:
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
    later = [other.claim.start for other in stretched if other.person_id != term.person_id and other.claim.start is not None]
    later = [start for start in later if start > (claim.seen or claim.start or dt.date.min)]
    if not later:
        return term
    note = "end: the day before another was first seen in the office"
    return BuiltTerm(term.person_id, replace(claim, end=min(later) - _DAY, precision=Precision.YEAR, seen=None, note=note))


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
            stay[0], start=min(start, first), end=max(end, last), seen=last, precision=precision, confidence=confidence, title=title,
            note=note, sighting=False,
        ),
    )  # fmt: skip
