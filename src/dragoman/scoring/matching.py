"""Which engagement of a reader's output is which gold engagement: one to one, best likeness first.

The rules are told in `docs/scoring.md`. Gold engagements and output engagements go in, a Pairing comes out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.citation import Span
from dragoman.engagements.engagement import Kind
from dragoman.scoring.gold import GoldEngagement, GoldPage, GoldParty
from dragoman.scoring.names import is_same_city, is_same_name
from dragoman.scoring.output import OutEngagement, OutParty, Output
from dragoman.scoring.spans import locate, overlap, sentence_around

# How alike two kinds are when they differ: coders swap these for one event. Everything unlisted cannot match.
_SISTERS = {
    frozenset(pair): likeness
    for likeness, pairs in {
        0.7: [
            ("meeting", "call"),
            ("meeting", "conference"),
            ("statement", "accusation"),
            ("statement", "demand"),
        ],
        0.6: [
            ("statement", "threat"),
            ("demand", "threat"),
            ("accusation", "demand"),
            ("accusation", "threat"),
        ],
        0.5: [
            ("agreement", "mediation"),
            ("meeting", "mediation"),
            ("agreement", "concession"),
            ("sanction", "expulsion"),
            ("agreement", "aid"),
            ("call", "conference"),
            ("visit", "conference"),
            ("visit", "meeting"),
            ("call", "statement"),
            ("meeting", "statement"),
            ("mediation", "statement"),
            ("mediation", "demand"),
            ("agreement", "statement"),
            ("aid", "statement"),
            ("concession", "statement"),
        ],
    }.items()
    for pair in pairs
}
_OTHER_LIKENESS = 0.5  # `other` is a coder's last resort, so it may stand for any kind

# What each sign weighs in a likeness of at most 1; words and people decide, place and day break ties.
_WORDS, _PEOPLE, _PLACE, _DAY = 0.45, 0.35, 0.1, 0.1
_SAME_SENTENCE = 0.6  # evidence beside the quote, in its sentence, against evidence inside it
_SOME_EVIDENCE = 0.4  # only a participant or another field is cited there
_LEAST = 0.4  # chosen on the example articles: below it pairs are chance neighbours
_LEAST_ELSEWHERE = 0.3  # without shared words, people, place and day together have to give at least this


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold engagement and the output engagement that is it, by index, with their likeness (0 to 1)."""

    gold: int
    out: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """All pairs of one page.

    ``legs`` are visits of one trip that one side tells in one piece and the other in several. They count as
    found and never as false, but their fields are not scored.
    """

    page: GoldPage
    output: Output
    pairs: tuple[Pair, ...]
    legs: tuple[Pair, ...]

    @property
    def found(self) -> frozenset[int]:
        """Indexes of the gold engagements that were found."""
        return frozenset(pair.gold for pair in (*self.pairs, *self.legs))

    @property
    def known(self) -> frozenset[int]:
        """Indexes of the output engagements that are in the gold."""
        return frozenset(pair.out for pair in (*self.pairs, *self.legs))


def pair_up(page: GoldPage, output: Output) -> Pairing:
    """The pairing with the likest pairs first."""
    likes = [
        Pair(g, o, likeness)
        for g, gold in enumerate(page.engagements)
        for o, out in enumerate(output.engagements)
        if (likeness := compare(gold, out, output.article.text)) > 0
    ]
    pairs: list[Pair] = []
    for pair in sorted(likes, key=lambda pair: (-pair.likeness, pair.gold, pair.out)):
        if all(pair.gold != kept.gold and pair.out != kept.out for kept in pairs):
            pairs.append(pair)
    chosen = tuple(sorted(pairs, key=lambda pair: pair.gold))
    return Pairing(page, output, chosen, _legs(page, output, chosen))


def compare(gold: GoldEngagement, out: OutEngagement, text: str) -> float:
    """How alike the two are; 0 where they cannot be the same event."""
    kinds = kind_likeness(gold.kind, out.kind)
    if kinds == 0:
        return 0.0
    words = _words(gold, out, text)
    people = share_parties(gold.participants, out.participants)
    rest = _PEOPLE * people + _PLACE * _place(gold, out) + _DAY * _day(gold, out)
    likeness = kinds * (_WORDS * words + rest)
    floor = _LEAST * kinds if words > 0 else max(_LEAST * kinds, _LEAST_ELSEWHERE)
    return likeness if likeness >= floor and (people > 0 or words == 1) else 0.0


def kind_likeness(gold: str, out: str) -> float:
    """1 for the same kind, less for kinds that are told alike, 0 for others."""
    if gold == out:
        return 1.0
    if Kind.OTHER in (gold, out):
        return _OTHER_LIKENESS
    return _SISTERS.get(frozenset((str(gold), str(out))), 0.0)


def share_parties(gold: Iterable[GoldParty], out: Iterable[OutParty]) -> float:
    """The share of both sides' participants that are the same, 0 to 1 (Dice)."""
    wanted, given = tuple(gold), tuple(out)
    if not wanted or not given:
        return 0.0
    return 2 * len(match_parties(wanted, given)) / (len(wanted) + len(given))


def match_parties(gold: tuple[GoldParty, ...], out: tuple[OutParty, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes of the same participant; named ones are paired first."""
    pairs: list[tuple[int, int]] = []
    for is_same in (_is_same_named, _is_same_side):
        for g, wanted in enumerate(gold):
            for o, given in enumerate(out):
                taken = any(g == kept[0] or o == kept[1] for kept in pairs)
                if not taken and is_same(wanted, given):
                    pairs.append((g, o))
                    break
    return tuple(pairs)


def _is_same_named(gold: GoldParty, out: OutParty) -> bool:
    if gold.name is None or out.name is None:
        return False
    apart = gold.country is not None and out.country is not None and gold.country != out.country
    return not apart and is_same_name(gold.name, out.name)


def _is_same_side(gold: GoldParty, out: OutParty) -> bool:
    """An unnamed side: the same country, whoever the reader resolved it to."""
    return gold.name is None and gold.country is not None and gold.country == out.country


def _words(gold: GoldEngagement, out: OutEngagement, text: str) -> float:
    spans = locate(gold.quote, text)
    if overlap(spans, out.trigger.evidence):
        return 1.0
    sentences = [sentence_around(span, text) for span in spans]
    if overlap(sentences, out.trigger.evidence):
        return _SAME_SENTENCE
    return _SOME_EVIDENCE if overlap(spans, out.quotes()) else 0.0


def _place(gold: GoldEngagement, out: OutEngagement) -> float:
    wanted, given = places_of(gold), places_of(out)
    if not wanted or not given:
        return 0.5 if not wanted and not given else 0.0
    return float(any(is_same_place(one, other) for one in wanted for other in given))


def places_of(eng: GoldEngagement | OutEngagement) -> tuple[tuple[str | None, str | None], ...]:
    """City and country of the place, or of the stops where there is none: a leg of a tour is at its own place."""
    if eng.place is not None:
        return ((eng.place.city, eng.place.country),)
    return stops_of(eng)


def stops_of(eng: GoldEngagement | OutEngagement) -> tuple[tuple[str | None, str | None], ...]:
    """City and country of every stop of the whole trip."""
    return tuple((stop.city, stop.country) for stop in eng.stops)


def is_same_place(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two places agree as far as both are told."""
    if one[0] is not None and other[0] is not None:
        return is_same_city(one[0], other[0])
    return one[1] is not None and one[1] == other[1]


def _day(gold: GoldEngagement, out: OutEngagement) -> float:
    if gold.date is None or out.date is None:
        return 0.5 if gold.date is None and out.date is None else 0.0
    return float(gold.date.span().distance(out.date.span()) <= 1)


def _legs(page: GoldPage, output: Output, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Visits left over on one side that are part of a paired visit on the other."""
    found: list[Pair] = []
    golds, outs = {pair.gold for pair in pairs}, {pair.out for pair in pairs}
    for g, gold in enumerate(page.engagements):
        for o, out in enumerate(output.engagements):
            spare = (g not in golds) != (o not in outs)
            if spare and gold.kind == out.kind == Kind.VISIT and _is_leg(gold, out):
                golds.add(g)
                outs.add(o)
                found.append(Pair(g, o, 1.0))
    return tuple(found)


def _is_leg(gold: GoldEngagement, out: OutEngagement) -> bool:
    if gold.historical != out.historical or not share_parties(gold.participants, out.participants):
        return False
    wanted = {*places_of(gold), *stops_of(gold)}
    given = {*places_of(out), *stops_of(out)}
    return any(is_same_place(one, other) for one in wanted for other in given)


def where(quote: str, output: Output) -> Span | None:
    """The first place of a gold quote in the reader's text, ``None`` if the reader cut it away."""
    spans = locate(quote, output.article.text)
    return spans[0] if spans else None
