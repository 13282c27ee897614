"""Surroundings: days and places that a candidate takes from what was told just before it.

"The same day", "in the evening" count from the event told before; verbs on one string share the day of the first; what a
statement says is said on the day it is published; "where he met X" is at the place before the comma.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.citation import Span
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.clauses import Tense as VerbTense
from dragoman.engagements.engagement import AHEAD, Kind, Role, Status
from dragoman.engagements.numbered_days import find_numbered_day
from dragoman.engagements.reach import nodes_of
from dragoman.engagements.stay_lengths import is_one_day
from dragoman.engagements.whereabouts import find_where_reported
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain, PlaceMention, Tense, TimeMention
from dragoman.mentions.times import find_times, resolve
from dragoman.pages.article import BlockKind

_IN_WORDS = frozenset(
    {Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT, Kind.SANCTION, Kind.EXPULSION}
)
_VOICED = frozenset({Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT, Kind.AID})
_PART_OF_DAY = re.compile(
    r"\b(?:[Ii]n the (?:early |late )?|(?:later|earlier) in the )(?:morning|afternoon|evening)\b"
    r"|\b(?:[Aa]t|[Bb]efore|[Aa]round) (?:noon|midday|lunchtime|dusk|dawn)\b"
    r"|\b[Ii]n (?:his|her) (?:nightly|evening|late-night) "
    r"|\b[Oo]ver (?:an? )?(?:[a-z-]+ )?(?:breakfast|lunch|dinner|luncheon|coffee|tea)\b"
)
_SOON = re.compile(
    r"\b(?:[Hh]ours (?:later|earlier|afterwards)|[Ww]ithin (?:hours|(?:the|an) hour|minutes)|[Mm]inutes (?:later|earlier))\b"
    r"|\b(?:[Ll]ater|[Aa]fterwards|[Ss]ubsequently)\b(?! (?:this|that|in|on|next|today|than|stage|date))(?! [A-Z\d])"
    r"|\bfollowed(?= ?[.;])"
)
# Said in the present by a text, these are done by it: "Norway thanks Mexico", "We condemn the attack".
_PERFORMED = frozenset(
    {"thank", "condemn", "welcome", "congratulate", "condole", "praise", "call_on", "urge"}
)
_AGAIN = frozenset({"he", "she", "it", "they"})
# How many sentences "in the evening" reaches back, and how many days old news may be.
_NEAR, _NEWS = 3, 7


def carry_days(candidates: list[Candidate], mentions: Mentions) -> None:
    """Give undated candidates the day that the words around them tell."""
    ordered = sorted(candidates, key=lambda c: c.span.start)
    dated: list[Candidate] = []
    for candidate in ordered:
        if candidate.counted is not None:
            _count_on(candidate, dated, mentions)
        if candidate.when is None:
            candidate.when = (
                find_numbered_day(candidate, ordered, mentions)
                or _shared_day(candidate, dated)
                or _same_day(candidate, dated, mentions)
                or _went_on(candidate, dated, mentions)
            )
        if is_one_day(candidate.when) and not candidate.historical and candidate.stage != "over":
            dated.append(candidate)
    issued = _day_of_issue(mentions)
    if issued is not None:
        for candidate in ordered:
            if candidate.when is None and (mentions.issuers or candidate.mode in _PERFORMED):
                _date_by_issue(candidate, issued)


def _count_on(candidate: Candidate, dated: list[Candidate], mentions: Mentions) -> None:
    """Count "the same day", "a day later" from the event told last instead of the date printed last."""
    time = candidate.counted
    anchor = _anchor(candidate, dated)
    if time is None or anchor is None or _is_dated_before(candidate, time.span, mentions):
        return
    assert anchor.when is not None
    counted = find_times(
        mentions.text, published=mentions.day, within=time.span, lead_day=anchor.when.days.start
    )
    days = counted[0].days if counted else None
    if days is not None:
        candidate.when = When(days, time.span, time.rule)


def _is_dated_before(candidate: Candidate, span: Span, mentions: Mentions) -> bool:
    """Whether the sentence itself has a date to count from."""
    start = candidate.tree.sentence.span.start
    return any(
        time.days is not None and not time.names_event for time in mentions.times_in(Span(start, span.start))
    )


def _anchor(candidate: Candidate, dated: list[Candidate]) -> Candidate | None:
    """The event that the story has reached: the last dated one that looks the same way from today."""
    ahead = candidate.status in AHEAD
    return next((c for c in reversed(dated) if ahead or c.status not in AHEAD), None)


def _shared_day(candidate: Candidate, dated: list[Candidate]) -> When | None:
    """The day of the verb before it on the same string ("expelled two envoys on Friday and closed the border")."""
    tree = candidate.tree
    for other in reversed(dated):
        if other.sentence != candidate.sentence or other.tree is not tree:
            continue
        chain = {index for node in nodes_of(other) for index in tree.conjuncts(node)} - nodes_of(other)
        same = {part.actor.key for part in other.of(Role.ACTOR, Role.PARTICIPANT)} & {
            part.actor.key for part in candidate.of(Role.ACTOR, Role.PARTICIPANT)
        }
        if chain & nodes_of(candidate) and same and other.clause.tense is candidate.clause.tense:
            return other.when
    return None


def _went_on(candidate: Candidate, dated: list[Candidate], mentions: Mentions) -> When | None:
    """The day of "She met X on Monday. She thanked him …": what the same side, by its pronoun, says right after."""
    if candidate.kind not in _VOICED or candidate.historical or candidate.clause.tense is not VerbTense.PAST:
        return None
    tree = candidate.tree
    subject = next(iter(tree.of(candidate.clause.carrier, "nsubj")), None)
    before = dated[-1] if dated else None
    if subject is None or tree.sentence.tokens[subject].lemma.lower() not in _AGAIN or before is None:
        return None
    if not 0 <= candidate.sentence - before.sentence <= 1 or before.kind is Kind.VISIT:
        return None
    if mentions.times_in(tree.sentence.span) or before.status is not candidate.status:
        return None
    same = _acting(before) & _acting(candidate)
    return before.when if same else None


def _acting(candidate: Candidate) -> set[str]:
    return {part.actor.key for part in candidate.of(Role.ACTOR, Role.PARTICIPANT)}


def _same_day(candidate: Candidate, dated: list[Candidate], mentions: Mentions) -> When | None:
    """The day told before for "in the evening"."""
    sentence = candidate.tree.sentence.span
    found = _PART_OF_DAY.search(mentions.text, sentence.start, sentence.end) or _SOON.search(
        mentions.text, sentence.start, sentence.end
    )
    if found is None or any(
        not _is_in_passing(time, mentions.text)
        and (time.span.start < found.start() or _is_day_of_its_own(time, mentions.text))
        for time in mentions.times_in(sentence)
    ):
        return None
    anchor = _anchor(candidate, dated)
    if anchor is not None and anchor.when is not None and candidate.sentence - anchor.sentence <= _NEAR:
        days: DateSpan | None = anchor.when.days
    else:
        days = _day_printed_before(candidate, mentions)
    return When(days, Span(*found.span()), "part of the day told before") if days is not None else None


_DEADLINE = re.compile(r"(?i)\b(?:by|until|till|since|before|after)\s(?:the\s)?$")


def _is_day_of_its_own(time: TimeMention, text: str) -> bool:
    """Whether an expression tells a day, and no year, deadline or start of something long."""
    if time.names_event or time.grain in {Grain.MONTH, Grain.YEAR}:
        return False
    return _DEADLINE.search(text, max(0, time.span.start - 12), time.span.start) is None


# ", whose plane had been delayed on Monday": the day of what is told in passing.
_IN_PASSING = re.compile(r",\s(?:who|whom|whose|which|where|when)\s[^.;!?\n]*$")
_PASSING = 120


def _is_in_passing(time: TimeMention, text: str) -> bool:
    return _IN_PASSING.search(text, max(0, time.span.start - _PASSING), time.span.start) is not None


def _day_printed_before(candidate: Candidate, mentions: Mentions) -> DateSpan | None:
    """The last day in the words before a candidate, if it is no background."""
    end = candidate.tree.sentence.span.start
    ahead = candidate.status in AHEAD
    tense = Tense.FUTURE if ahead else Tense.PAST
    days = [
        days
        for time in mentions.times
        if time.span.end <= end
        and not time.names_event
        and time.grain is Grain.DAY
        and not _is_in_passing(time, mentions.text)
        and (days := resolve(time, tense)) is not None
    ]
    last = days[-1] if days else None
    if last is None or last.days > 1 or mentions.day is None:
        return None
    ago = (mentions.day - last.end).days
    return last if 0 <= (-ago if ahead else ago) <= _NEWS else None


# "The following statement was made by X in P on 5 June", on a page put up on the 6th.
_FOLLOWING = re.compile(
    r"(?i)\b(?:the following|this) (?:\w+ )?(?:statement|remarks|text|message|communiqu[eé]|declaration)\b[^.;\n]{0,40}"
    r"\b(?:was|were) (?:made|issued|released|delivered|given|adopted)\b[^;\n]{0,90}"
)


def _day_of_issue(mentions: Mentions) -> dt.date | None:
    """The day a published statement was made on: that of its introduction, else that of the page."""
    told = _FOLLOWING.search(mentions.text)
    times = mentions.times_in(Span(*told.span())) if told is not None else ()
    days = resolve(times[-1], Tense.PAST) if times else None
    return days.start if days is not None and days.days == 1 else mentions.day


def _date_by_issue(candidate: Candidate, day: dt.date) -> None:
    """What an official says in a published statement is said on the day it is published."""
    headline = candidate.tree.sentence.block is BlockKind.HEADLINE
    if candidate.kind not in _IN_WORDS or candidate.historical or headline:
        return
    if candidate.clause.tense is not VerbTense.PRESENT or candidate.status is not Status.COMPLETED:
        return
    candidate.when = When(DateSpan.of_day(day), candidate.span, "day of the statement")


def carry_places(candidates: list[Candidate], mentions: Mentions) -> None:
    """Give candidates told with "where" or "there" the place before it, others that of the dateline if it shows."""
    for candidate in candidates:
        if candidate.where is None and candidate.kind in {Kind.MEETING, Kind.CONFERENCE, Kind.AGREEMENT}:
            candidate.where = _pointed_at(candidate, mentions)
        if candidate.where is None and candidate.kind not in {Kind.VISIT, Kind.CALL}:
            candidate.where = find_where_reported(candidate, mentions)


def _pointed_at(candidate: Candidate, mentions: Mentions) -> PlaceMention | None:
    tree = candidate.tree
    tokens = tree.sentence.tokens
    for node in nodes_of(candidate):
        for child in tree.of(node, "advmod"):
            word = tokens[child].text.lower()
            if word in {"where", "there"}:
                before = [
                    place
                    for place in mentions.places
                    if place.span.end <= tokens[child].span.start
                    and (place.sentence == tree.sentence.index or (word == "there" and place.city))
                ]
                near = [place for place in before if tree.sentence.index - place.sentence <= 1]
                return near[-1] if near else None
    return None
