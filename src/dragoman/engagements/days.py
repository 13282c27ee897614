"""Days: which date expression of its sentence tells when a candidate's event is, and what days that means.

A date belongs to the verb it stands beside. One behind "until" or "by" is a deadline, one
inside another clause is that clause's.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.citation import Span
from dragoman.dates import DateSpan
from dragoman.engagements.apart import find_apart, find_length
from dragoman.engagements.calling_off import (
    PLANNING,
    calling_off_verb,
    is_day_given_up,
    is_day_of_calling_off,
    is_perfect,
)
from dragoman.engagements.candidates import Candidate, When, finest
from dragoman.engagements.clauses import Tense, verb_tense
from dragoman.engagements.engagement import ENCOUNTERS, VERBAL, Kind
from dragoman.engagements.occasions import find_occasions, speaking_clauses
from dragoman.engagements.reach import (
    accompanies,
    distance,
    hangs_above,
    hangs_far_above,
    head_of,
    is_held,
    is_of_a_deed,
    is_told_ahead,
    is_told_over,
    nodes_of,
    stands_beside,
    token_at,
)
from dragoman.engagements.said_on import is_day_of_saying, is_only_said_on
from dragoman.engagements.stay_lengths import (
    find_ended_stay,
    find_only_day,
    find_running_stay,
    find_stay_returned_from,
    find_stay_since,
    find_whole_stay,
)
from dragoman.engagements.tree import Tree
from dragoman.mentions import times as day_words
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain, TimeMention
from dragoman.pages.article import BlockKind

# Before a date these say how long or how late, not when.
_NOT_THE_DAY = frozenset(
    [
        "until",
        "till",
        "by",
        "before",
        "after",
        "since",
        "following",
        "ahead of",
        "prior to",
        "beyond",
        "pending",
    ]
)
_TENSES = {
    Tense.PAST: day_words.Tense.PAST,
    Tense.PRESENT: day_words.Tense.PRESENT,
    Tense.FUTURE: day_words.Tense.FUTURE,
}
_EDGES = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes", "eve", "day"})
_FAR = 9
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_when(candidate: Candidate, mentions: Mentions) -> When | None:
    """The days that the candidate's own sentence tells for it."""
    if candidate.kind is Kind.VISIT and candidate.stage == "over":
        return find_ended_stay(candidate, mentions)  # the day told is that of leaving
    if candidate.kind is Kind.CONFERENCE and _is_setting(candidate):
        return None  # the day of something on its margins
    is_apart, apart = find_apart(candidate, mentions)
    if is_apart:
        return apart
    if (length := find_length(candidate, mentions)) is not None:
        return length
    told: list[tuple[When, int]] = []
    for _, time, index in _ranked(candidate, mentions):
        if time.anchor == "previous":
            candidate.counted = candidate.counted or time
        if (when := _when(candidate, time, index, mentions)) is not None:
            told.append((when, index))
    told = [one for one in told if not _is_of_what_is_judged(candidate, *one, mentions.day)]
    if told:
        return find_whole_stay(candidate, mentions, *_finest(_to_come(told, candidate, mentions.day)))
    return (
        find_running_stay(candidate, mentions)
        or find_stay_since(candidate, mentions)
        or find_stay_returned_from(candidate, mentions)
        or find_only_day(candidate, mentions)
        or _met_on_visit(candidate, mentions)
        or _when_told(candidate, mentions)
    )


_WHEN = re.compile(r"\s?,?\swhen\b")


def _when_told(candidate: Candidate, mentions: Mentions) -> When | None:
    """The day of "since 1 March, when P closed its border"."""
    tree = candidate.tree
    tokens = tree.sentence.tokens
    of_clause = {word for node in nodes_of(candidate) for word in (node, tokens[node].head) if word >= 0}
    for time in mentions.times_in(tree.sentence.span):
        told = _WHEN.match(mentions.text, time.span.end)
        days = day_words.resolve(time, day_words.Tense.PAST)
        if told is None or days is None or time.names_event or candidate.clause.tense is not Tense.PAST:
            continue
        if any(token.span.end == told.end() and token.head in of_clause for token in tokens):
            return When(days, time.span, time.rule)
    return None


def _when(candidate: Candidate, time: TimeMention, index: int, mentions: Mentions) -> When | None:
    """What an expression means beside a candidate, unless it is the day of calling it off or the one given up."""
    tense = _tense_beside(candidate, index, mentions.day)
    by_name = candidate.clause.tense is Tense.PRESENT and time.rule.startswith("date.")
    # "8 March: P flies to Q" tells a chronicle as well as a programme: the nearest such day.
    days = time.days if by_name and candidate.stage != "planned" else day_words.resolve(time, tense)
    if (
        days is None
        or _is_counted_too_far(time, days, tense, mentions.day)
        or is_day_of_calling_off(candidate, index, days, mentions.day)
        or is_day_given_up(candidate, index)
        or (is_told_over(candidate) and mentions.day is not None and days.start > mentions.day)
    ):
        return None
    return When(days, time.span, time.rule, time.window)


def _is_counted_too_far(
    time: TimeMention, days: DateSpan, tense: day_words.Tense, published: dt.date | None
) -> bool:
    """ "The next morning he was received", on a page of that day: counted from another day than the one printed last."""
    if published is None or tense is not day_words.Tense.PAST:
        return False
    return time.anchor == "previous" and days.start > published


def find_day_beside(candidate: Candidate, time: TimeMention, index: int, mentions: Mentions) -> When | None:
    """The days of an expression in a candidate's sentence that hangs on nothing of it, if it may tell its day."""
    if not _tells_day(candidate.tree, time, index, nodes_of(candidate)):
        return None
    if all(token.tag not in _FINITE for token in candidate.tree.sentence.tokens):
        return None if time.days is None else When(time.days, time.span, time.rule, time.window)
    return _when(candidate, time, index, mentions)


def _is_of_what_is_judged(candidate: Candidate, when: When, index: int, published: dt.date | None) -> bool:
    """ "We condemn the launch of last Thursday": what is done by saying so now has no day of the past."""
    words = candidate.kind in {Kind.STATEMENT, Kind.ACCUSATION, Kind.DEMAND}
    headline = candidate.tree.sentence.block is BlockKind.HEADLINE
    if not words or headline or published is None or candidate.clause.tense is not Tense.PRESENT:
        return False
    if candidate.tree.sentence.tokens[candidate.clause.carrier].tag == "VBG":
        return False  # "Blaming P for the launch, he vowed revenge on Tuesday"
    return when.days.end < published and not is_day_of_saying(candidate, index)


def _met_on_visit(candidate: Candidate, mentions: Mentions) -> When | None:
    """The day of "received today X, who is visiting P": on that day at least the visit is under way."""
    tree, head = candidate.tree, candidate.clause.carrier
    tokens = tree.sentence.tokens
    told = mentions.times_in(tree.sentence.span)
    relative = tokens[head].dep == "acl:relcl" and candidate.clause.tense is Tense.PRESENT
    if candidate.kind is not Kind.VISIT or candidate.stage is not None or not relative or len(told) != 1:
        return None
    days = day_words.resolve(told[0], day_words.Tense.PAST)
    progressive = tokens[head].tag == "VBG" or any(
        tokens[child].tag == "VBZ" for child in tree.of(head, "cop")
    )
    if days is None or days.days != 1 or not progressive or told[0].span.start > tokens[head].span.start:
        return None
    return When(days, told[0].span, "day on the visit")


def _to_come(
    told: list[tuple[When, int]], candidate: Candidate, published: dt.date | None
) -> list[tuple[When, int]]:
    """Of "due last year, will be held on Friday" the days to come, if there are such."""
    if published is None or candidate.clause.tense is not Tense.FUTURE:
        return told
    return [one for one in told if one[0].days.end >= published] or told


def _finest(told: list[tuple[When, int]]) -> tuple[When, int]:
    """The nearest date, or the day that lies in it ("arrived on Tuesday for the second time in January")."""
    days = finest(when for when, _ in told)
    return next(one for one in told if one[0] is days)


def _is_setting(candidate: Candidate) -> bool:
    """Whether a conference is named as that on whose sidelines, or on one of whose days, something else happens."""
    gathering = candidate.conference
    if gathering is None or gathering.sentence != candidate.sentence:
        return False
    before = candidate.tree.sentence.tokens[max(0, gathering.first - 5) : gathering.first]
    return any(token.lemma.lower() in _EDGES for token in before)


def _ranked(candidate: Candidate, mentions: Mentions) -> list[tuple[int, TimeMention, int]]:
    """The date expressions that may be the candidate's, the nearest in the tree first."""
    tree, nodes = candidate.tree, nodes_of(candidate)
    nodes |= speaking_clauses(tree, nodes)
    at = nodes | find_occasions(tree, nodes)
    ranked: list[tuple[int, TimeMention, int]] = []
    for time in mentions.times_in(tree.sentence.span):
        index = token_at(tree, time.span)
        if index is None or time.names_event or not _tells_day(tree, time, index, at):
            continue
        if candidate.kind in VERBAL and is_of_a_deed(tree, index, nodes):
            continue
        steps = distance(tree, index, nodes)
        if steps is None and hangs_above(tree, index, nodes) and _is_of_what_hangs(candidate, time, index):
            steps = _FAR
        if steps is None and stands_beside(tree, index, _first(tree, time), candidate.clause.head):
            steps = 1
        if steps is None and not time.window and hangs_far_above(tree, index, candidate.clause.head):
            steps = _FAR
        if steps is None and candidate.kind in VERBAL and accompanies(tree, candidate.clause.head, index):
            steps = _FAR
        if steps is None and is_day_of_saying(candidate, index):
            steps = _FAR + 1
        if steps is None and (above := _above_infinitive(tree, time, index, mentions.text)) is not None:
            steps = distance(tree, above, nodes)
        if candidate.kind is Kind.VISIT and _is_of_next_stop(candidate, time, mentions):
            continue
        said = is_only_said_on(candidate, index, nodes)
        if steps is not None and not said and not _inside_participle(tree, index, nodes):
            ranked.append((steps, time, index))
    return sorted(ranked, key=lambda one: (one[0], abs(one[1].span.start - candidate.span.start)))


def _is_of_next_stop(candidate: Candidate, time: TimeMention, mentions: Mentions) -> bool:
    """ "on Monday he will be in P, on Tuesday in R": Tuesday is R's."""
    sentence = candidate.tree.sentence
    for place in mentions.places:
        if place.sentence == sentence.index and place.span.start > time.span.end:
            between = mentions.text[time.span.end : place.span.start]
            if between.strip() in {"in", "at", "to"} and place not in candidate.goals:
                return any(
                    other.span.end <= candidate.span.start for other in mentions.times_in(sentence.span)
                )
    return False


_GONE_BY = re.compile(r"(?i)(?:last|yesterday|earlier|the previous)\b|.*\bago$")


def _above_infinitive(tree: Tree, time: TimeMention, index: int, text: str) -> int | None:
    """ "invited the rebels to join the talks last month": what is gone by is not the infinitive's."""
    tokens = tree.sentence.tokens
    verb = tokens[index].head
    if verb < 0 or tokens[verb].tag != "VB" or _GONE_BY.match(time.span.of(text)) is None:
        return None
    to = any(tokens[child].text.lower() == "to" for child in tree.of(verb, "mark"))
    return tokens[verb].head if to and tokens[verb].head >= 0 else None


def _is_of_what_hangs(candidate: Candidate, time: TimeMention, index: int) -> bool:
    """Whether the day of the verb above is the candidate's too.

    Not of a visit it comes after ("left on Friday after a visit") or tells in passing (", on a visit to P, …"), and days
    of a stay are not those of everything told below, nor of the next one ("was in P on 7 and 8 May before flying to R").
    """
    tree, head = candidate.tree, candidate.clause.head
    if candidate.kind is Kind.VISIT and tree.sentence.tokens[head].tag == "VBG":
        marks = {tree.sentence.tokens[child].text.lower() for child in tree.of(head, "mark", "case")}
        return not marks & ({"before", "after"} if time.window else {"after"})
    if candidate.kind is Kind.VISIT and candidate.clause.noun and candidate.clause.light is None:
        between = range(min(head, index), max(head, index))
        passing = any(tree.sentence.tokens[i].text == "," for i in between)
        return tree.case(head) not in {"after", "following"} and not (passing and tree.case(head) == "on")
    return not time.window or candidate.kind is Kind.VISIT


def _first(tree: Tree, time: TimeMention) -> int:
    """The first token of a date."""
    tokens = tree.sentence.tokens
    return next(index for index, token in enumerate(tokens) if time.span.overlaps(token.span))


def _tells_day(tree: Tree, time: TimeMention, index: int, nodes: set[int]) -> bool:
    """Whether an expression can be the day of an event, rather than a deadline or an owner."""
    node = index
    while node >= 0 and node not in nodes and tree.sentence.tokens[node].pos != "VERB":
        if tree.case(node) in _NOT_THE_DAY or (node == index and _owns(tree, index, nodes)):
            return False
        node = tree.sentence.tokens[node].head
    return not (
        tree.case(index) in {"for", "to"} and time.grain in {Grain.YEAR, Grain.MONTH} and not time.window
    )


def _owns(tree: Tree, index: int, nodes: set[int]) -> bool:
    """ "this year's chairman", but "Monday's meeting"."""
    token = tree.sentence.tokens[index]
    return token.dep == "nmod:poss" and token.head not in nodes


def _inside_participle(tree: Tree, index: int, nodes: set[int]) -> bool:
    """ "lift the embargo imposed on P in January": a date right behind a participle below the trigger is its own."""
    tokens = tree.sentence.tokens
    if head_of(tree, index) != tokens[index].head:
        return False
    for verb in range(index - 1, max(nodes), -1):
        token = tokens[verb]
        if is_held(tree, verb, nodes):
            return False
        if token.tag == "VBN" and token.dep.startswith("acl") and not tree.of(verb, "aux", "nsubj"):
            between = range(verb + 1, index)
            return not any(tokens[i].text in {",", ";", "-", "–", "—"} for i in between)
    return False


def _tense_beside(candidate: Candidate, index: int, published: dt.date | None) -> day_words.Tense:
    tree, nodes = candidate.tree, nodes_of(candidate)
    verb = calling_off_verb(candidate)
    own = verb is not None and (tree.sentence.tokens[index].head != verb or is_perfect(tree, verb))
    if own and published is not None:
        return day_words.Tense.FUTURE  # "postponed a visit that was to begin on 5 June"
    if is_day_of_saying(candidate, index):
        return day_words.Tense.PAST  # "will give P a loan, the minister announced on Tuesday"
    above = tree.sentence.tokens[index].head
    planned = above >= 0 and tree.sentence.tokens[above].lemma.lower() in PLANNING
    if tree.case(index) == "for" and (candidate.kind in ENCOUNTERS or planned):
        return day_words.Tense.FUTURE  # "called a meeting for Thursday"
    for node in tree.ancestors(index):
        if node in nodes:
            break
        if tree.sentence.tokens[node].pos == "VERB":
            tense = _TENSES.get(verb_tense(tree, node)[0])
            if tense is day_words.Tense.PAST and not any(above in nodes for above in tree.ancestors(node)):
                return tense  # "voted on Sunday to expel"
            break
    return tense_of(candidate)


def tense_of(candidate: Candidate) -> day_words.Tense:
    """Which way a candidate's clause looks from the publication day."""
    if candidate.stage == "planned":
        return day_words.Tense.FUTURE
    if is_told_ahead(candidate):
        return day_words.Tense.FUTURE
    if is_told_over(candidate):
        return day_words.Tense.PAST  # "is in P after a stop in R on Monday"
    tense = _TENSES.get(candidate.clause.tense)
    headline = candidate.tree.sentence.block is BlockKind.HEADLINE
    if tense is day_words.Tense.PRESENT and candidate.kind in ENCOUNTERS and not headline:
        return day_words.Tense.FUTURE  # "on Sunday he travels to P"
    if tense is not None:
        return tense
    tokens = candidate.tree.sentence.tokens
    head = candidate.clause.carrier
    if tokens[head].tag == "VB" or candidate.clause.modal is not None:
        return day_words.Tense.FUTURE
    return day_words.Tense.PAST


def find_stop_days(candidate: Candidate, mentions: Mentions) -> dict[int, When]:
    """Days told stop by stop ("to P on April 8 and to R on April 9"), by the first token of each stop's place."""
    goals = sorted(candidate.goals, key=lambda place: place.span)
    ends = [*(place.span.start for place in goals[1:]), candidate.tree.sentence.span.end]
    found: dict[int, When] = {}
    last: DateSpan | None = None
    for place, end in zip(goals, ends, strict=True):
        between = mentions.times_in(Span(place.span.end, end))
        days = day_words.resolve(between[0], tense_of(candidate)) if between else None
        if days is not None and last is not None and days.end < last.start:
            days = day_words.resolve(
                between[0], day_words.Tense.FUTURE
            )  # "flew to P on Friday and goes to R on Saturday"
            if (
                days is not None and days.end < last.start
            ):  # "to P on Tuesday and R on Thursday", on a Thursday
                week = dt.timedelta(days=7)
                days = DateSpan(days.start + week, days.end + week, days.precision)
        if days is not None:
            found[place.first] = When(days, between[0].span, between[0].rule, between[0].window)
            last = days
    # A single day behind the last stop is the whole trip's.
    return found if len(found) > 1 or (found and goals[-1].first not in found) else {}
