"""Two people in one office at once: one of them twice under two names, a few days of slack, or a doubt that is noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from difflib import SequenceMatcher

from dragoman.knowledge.names import fold, same_token, telling_tokens
from knowledge.built_terms import BuiltTerm, is_single

_DAY = dt.timedelta(days=1)

#: Sources that date to the month, or to the day a name was dropped, run over by this much.
_SLACK = dt.timedelta(days=60)

#: Names of one office and time this alike are spellings of one name.
_ONE_NAME = 0.6


def settle_overlaps(terms: list[BuiltTerm]) -> list[BuiltTerm]:
    """The terms of one office without double entries, short overlaps cut, longer ones with a note."""
    if not terms or not is_single(terms[0].claim):
        return terms
    ordered = sorted(terms, key=lambda term: (term.claim.start or dt.date.min, -term.claim.confidence))
    kept: list[BuiltTerm] = []
    for term in ordered:
        twin = next((other for other in kept if _overlap(other, term) and _is_twin(other, term)), None)
        if twin is None:
            kept.append(term)
        else:
            better, other = (term, twin) if term.claim.confidence > twin.claim.confidence else (twin, term)
            kept[kept.index(twin)] = _stretched(better, other)
    for position, term in enumerate(kept):
        for later in range(position + 1, len(kept)):
            if _overlap(kept[position], kept[later]) and kept[later].person_id != term.person_id:
                kept[position], kept[later] = _settled(kept[position], kept[later])
    return [term for term in kept if not _is_void(term)]


def _stretched(kept: BuiltTerm, twin: BuiltTerm) -> BuiltTerm:
    """The surer of two entries of one term, from the start that the hand-written one gives if that is earlier."""
    first, start = twin.claim.start, kept.claim.start
    if "curated" not in twin.claim.source or first is None or start is None or first >= start:
        return kept
    sources = "+".join(dict.fromkeys(f"{kept.claim.source}+{twin.claim.source}".split("+")))
    joined = replace(kept.claim, start=first, precision=twin.claim.precision, source=sources)
    return BuiltTerm(kept.person_id, joined)


def _overlap(one: BuiltTerm, other: BuiltTerm) -> bool:
    first = max(one.claim.start or dt.date.min, other.claim.start or dt.date.min)
    last = min(one.claim.end or dt.date.max, other.claim.end or dt.date.max)
    return first <= last


def _is_twin(one: BuiltTerm, other: BuiltTerm) -> bool:
    """Whether two terms are one person's under two names: alike names, one term within the other."""
    if one.person_id == other.person_id:
        return False
    inner, outer = sorted((one, other), key=_length)
    starts = (inner.claim.start or dt.date.min) >= _earlier(outer.claim.start)
    ends = (inner.claim.end or dt.date.max) <= _later(outer.claim.end)
    return starts and ends and _is_one_name(one.claim.name, other.claim.name)


def _is_one_name(one: str, other: str) -> bool:
    first, second = telling_tokens(one), telling_tokens(other)
    short, long = sorted((first, second), key=len)
    if short and all(any(same_token(token, rival) for rival in long) for token in short):
        return True
    return SequenceMatcher(None, fold(one), fold(other)).ratio() >= _ONE_NAME


def _length(term: BuiltTerm) -> dt.timedelta:
    return (term.claim.end or dt.date.max) - (term.claim.start or dt.date.min)


def _earlier(day: dt.date | None) -> dt.date:
    return dt.date.min if day is None or day < dt.date.min + _SLACK else day - _SLACK


def _later(day: dt.date | None) -> dt.date:
    return dt.date.max if day is None or day > dt.date.max - _SLACK else day + _SLACK


def _settled(earlier: BuiltTerm, later: BuiltTerm) -> tuple[BuiltTerm, BuiltTerm]:
    """The earlier term cut where it runs over a little, else both with a note of the doubt."""
    start = later.claim.start
    if start is not None and earlier.claim.end is not None and earlier.claim.end - start <= _SLACK:
        note = "end: the day before the successor's start"
        return BuiltTerm(earlier.person_id, replace(earlier.claim, end=start - _DAY, note=note)), later
    return _noted(earlier, later.person_id), _noted(later, earlier.person_id)


def _noted(term: BuiltTerm, other: str) -> BuiltTerm:
    doubt = f"overlaps {other}: the sources differ"
    note = term.claim.note or ""
    if doubt in note:
        return term
    return BuiltTerm(term.person_id, replace(term.claim, note=f"{note}; {doubt}".strip("; ")))


def _is_void(term: BuiltTerm) -> bool:
    return term.claim.end is not None and term.claim.start is not None and term.claim.end < term.claim.start
