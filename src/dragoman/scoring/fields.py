"""How right the fields of a found engagement are: a pair goes in, verdicts per field come out.

A field that the gold leaves open, topics and the like, gives no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.engagements.engagement import Kind, Role
from dragoman.scoring.gold import GoldDate, GoldEngagement, GoldParty
from dragoman.scoring.matching import is_same_place, match_parties, places_of, stops_of
from dragoman.scoring.names import is_same_office, share_words
from dragoman.scoring.output import OutDate, OutEngagement, OutParty

_TOPIC_SHARE = 0.5  # half of the shorter topic's words: "Ukraine" is found by "support for Ukraine"
_AMOUNT_TOLERANCE = 0.001  # relative; sums are printed rounded
_MUTUAL = frozenset({Kind.MEETING, Kind.CALL, Kind.CONFERENCE, Kind.AGREEMENT})


class Verdict(StrEnum):
    """How one field compares."""

    RIGHT = "right"
    NEAR = "near"
    OVERLAPS = "overlaps"
    WRONG = "wrong"
    MISSING = "missing"
    INVENTED = "invented"
    RIGHTLY_EMPTY = "rightly empty"


@dataclass(frozen=True, slots=True)
class Finding:
    """One compared field: what was wanted and what was given, in words."""

    field: str
    verdict: Verdict
    wanted: str = ""
    given: str = ""


def compare_fields(gold: GoldEngagement, out: OutEngagement) -> tuple[Finding, ...]:
    """The findings for all fields of one pair."""
    return (
        *_told(gold, out),
        *_participants(gold, out),
        *_dates(gold, out),
        *_places(gold, out),
        *_extras(gold, out),
    )


def _equal(field: str, wanted: object, given: object) -> Finding:
    verdict = Verdict.RIGHT if wanted == given else Verdict.WRONG
    return Finding(field, verdict, str(wanted), str(given))


def _told(gold: GoldEngagement, out: OutEngagement) -> Iterator[Finding]:
    yield _equal("kind", str(gold.kind), out.kind)
    yield _equal("status", str(gold.status), out.status)
    for flag in ("historical", "negated", "hypothetical"):
        yield _equal(flag, getattr(gold, flag), getattr(out, flag))
    yield _equal("main", gold.main, out.main)
    if gold.plover is not None and out.events:
        event, _, mode = gold.plover.partition("/")
        yield _equal("plover event", event, out.events[0].event)
        if mode and out.events[0].event == event:
            verdict = Verdict.RIGHT if mode in out.events[0].modes else Verdict.WRONG
            yield Finding("plover mode", verdict, mode, " ".join(out.events[0].modes))


def _participants(gold: GoldEngagement, out: OutEngagement) -> Iterator[Finding]:
    hosts = [
        party for party in out.participants if _is_host(party, gold, out) and not _is_wanted(party, gold)
    ]
    given_parties = tuple(party for party in out.participants if party not in hosts)
    pairs = match_parties(gold.participants, given_parties)
    for g, wanted in enumerate(gold.participants):
        partner = next((given_parties[o] for left, o in pairs if left == g), None)
        if partner is None and _is_host(wanted, gold, out):
            continue
        if partner is None:
            yield Finding("participant", Verdict.MISSING, _label(wanted))
            continue
        yield Finding("participant", Verdict.RIGHT, _label(wanted), _label(partner))
        yield from _party_fields(gold, wanted, partner)
    taken = {o for _, o in pairs}
    for o, extra in enumerate(given_parties):
        if o not in taken:
            yield Finding("participant", Verdict.INVENTED, given=_label(extra))


def _is_host(party: GoldParty | OutParty, gold: GoldEngagement, out: OutEngagement) -> bool:
    """The unnamed host country of a visit: the stops tell it as well, so nobody has to name it as a participant."""
    if gold.kind != Kind.VISIT or party.role != Role.RECIPIENT or party.office is not None:
        return False
    hosts = {country for _, country in (*places_of(gold), *stops_of(gold), *places_of(out), *stops_of(out))}
    return party.country in hosts


def _is_wanted(party: OutParty, gold: GoldEngagement) -> bool:
    return any(
        wanted.country == party.country and wanted.role == Role.RECIPIENT for wanted in gold.participants
    )


def _party_fields(gold: GoldEngagement, wanted: GoldParty, given: OutParty) -> Iterator[Finding]:
    if gold.kind not in _MUTUAL:
        yield _equal("role", str(wanted.role), given.role)
    if wanted.country is not None:
        yield _optional("participant country", wanted.country, given.country, wanted.country == given.country)
    if wanted.office is not None:
        is_same = given.office is not None and is_same_office(wanted.office, given.office)
        yield _optional("office", wanted.office, given.office, is_same)


def _optional(field: str, wanted: str, given: str | None, is_right: bool) -> Finding:
    if given is None:
        return Finding(field, Verdict.MISSING, wanted)
    return Finding(field, Verdict.RIGHT if is_right else Verdict.WRONG, wanted, given)


def _label(party: GoldParty | OutParty) -> str:
    told = [party.name or party.country or "?", party.office, party.country if party.name else None]
    return ", ".join(part for part in told if part)


def compare_dates(field: str, wanted: GoldDate | None, given: OutDate | None) -> Finding:
    """Exact, within a day, overlapping, wrong; missing, invented, or rightly left open."""
    if wanted is None or given is None:
        verdict = {
            (True, True): Verdict.RIGHTLY_EMPTY,
            (True, False): Verdict.INVENTED,
            (False, True): Verdict.MISSING,
        }[wanted is None, given is None]
        return Finding(field, verdict, _days(wanted), _days(given))
    one, other = wanted.span(), given.span()
    if one == other:
        verdict = Verdict.RIGHT
    elif (
        one.precision == other.precision
        and max(abs((one.start - other.start).days), abs((one.end - other.end).days)) <= 1
    ):
        verdict = Verdict.NEAR
    else:
        verdict = Verdict.OVERLAPS if one.overlaps(other) else Verdict.WRONG
    return Finding(field, verdict, _days(wanted), _days(given))


def _days(date: GoldDate | OutDate | None) -> str:
    if date is None:
        return ""
    start, end = date.span().iso()
    return start if start == end else f"{start}/{end}"


def _dates(gold: GoldEngagement, out: OutEngagement) -> Iterator[Finding]:
    # A visit with one stop has one date: it may be told on the visit or on the stop.
    wanted, given = gold.date, out.date
    if gold.kind == Kind.VISIT and given is None and len(out.stops) == 1:
        given = out.stops[0].date
    yield compare_dates("date", wanted, given)


def _places(gold: GoldEngagement, out: OutEngagement) -> Iterator[Finding]:
    wanted, given = places_of(gold), places_of(out)
    if gold.stops and gold.place is None and out.stops:
        given = stops_of(out)
    field = "stop" if gold.kind == Kind.VISIT else "place"
    if not wanted and not given:
        yield Finding(field, Verdict.RIGHTLY_EMPTY)
    taken: set[int] = set()
    for g, place in enumerate(wanted):
        o = next((i for i, other in enumerate(given) if i not in taken and is_same_place(place, other)), None)
        if o is None:
            yield Finding(
                field, Verdict.MISSING if len(given) < len(wanted) else Verdict.WRONG, _where(place)
            )
            continue
        taken.add(o)
        yield from _place_halves(field, place, given[o])
        if gold.stops and out.stops and len(gold.stops) > 1:
            yield _stop_date(gold, out, g, o)
    for o, place in enumerate(given):
        if o not in taken and len(given) > len(wanted):
            yield Finding(field, Verdict.INVENTED, given=_where(place))


def _place_halves(
    field: str, wanted: tuple[str | None, str | None], given: tuple[str | None, str | None]
) -> Iterator[Finding]:
    yield Finding(field, Verdict.RIGHT, _where(wanted), _where(given))
    if wanted[0] is None:
        verdict = Verdict.RIGHTLY_EMPTY if given[0] is None else Verdict.INVENTED
        yield Finding(f"{field} city", verdict, "", given[0] or "")
    else:
        yield _optional(f"{field} city", wanted[0], given[0], True)
    if wanted[1] is not None:
        yield _optional(f"{field} country", wanted[1], given[1], wanted[1] == given[1])


def _stop_date(gold: GoldEngagement, out: OutEngagement, g: int, o: int) -> Finding:
    stop = gold.stops[g]
    wanted = GoldDate(stop.start, stop.end) if stop.start is not None else None
    return compare_dates("stop date", wanted, out.stops[o].date)


def _where(place: tuple[str | None, str | None]) -> str:
    return ", ".join(part for part in place if part)


def _extras(gold: GoldEngagement, out: OutEngagement) -> Iterator[Finding]:
    for topic in gold.topics:
        told = [value.value for value in (*out.topics, *((out.content,) if out.content else ()))]
        found = next((one for one in told if share_words(topic, one) >= _TOPIC_SHARE), None)
        yield Finding("topic", Verdict.MISSING if found is None else Verdict.RIGHT, topic, found or "")
    if gold.amount is not None:
        given = out.amount
        is_right = (
            given is not None
            and abs(given.value - gold.amount.value) <= _AMOUNT_TOLERANCE * gold.amount.value
        )
        yield _optional("amount", f"{gold.amount.value:g}", f"{given.value:g}" if given else None, is_right)
    if gold.name is not None:
        name = out.name if isinstance(out.name, str) or out.name is None else out.name.value
        is_right = name is not None and share_words(gold.name, name) >= _TOPIC_SHARE
        yield _optional("name", gold.name, name, is_right)
    if gold.part_of is not None:
        # A tour told as one visit per country is held together by its stops: no record of the whole to point at.
        joined = out.part_of or (
            "stops" if gold.kind == out.kind == Kind.VISIT and len(out.stops) > 1 else None
        )
        verdict = Verdict.MISSING if joined is None else Verdict.RIGHT
        yield Finding("part of", verdict, gold.part_of, joined or "")
