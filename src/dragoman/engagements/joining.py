"""Joining: one engagement per real-world event per article, however often it is told (codebook, reading unit).

Headline, lead and body tellings of one meeting become one group; speech without a stated channel joins the meeting or
call it belongs to; of several verbal acts between the same two in one sentence the strongest stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, Part, When
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import CALLED_OFF, CONTACTS, Kind, Role, Status
from dragoman.engagements.recurrence import goes_on, is_another_time, tells_end
from dragoman.engagements.utterances import VERBAL_RANK, is_discussion, is_verdict_again, says_other
from dragoman.mentions.mention import MentionKind
from dragoman.pages.article import BlockKind


@dataclass(slots=True)
class Group:
    """All tellings of one event; the first is the one told first."""

    tellings: list[Candidate] = field(default_factory=list)
    kind: Kind = Kind.OTHER
    mode: str | None = None

    @property
    def lead(self) -> Candidate:
        """The telling that carries most: most parts, then earliest."""
        return max(self.tellings, key=lambda c: (len(c.sides), c.when is not None, c.weight, -c.span.start))

    @property
    def parts(self) -> list[Part]:
        """The parts of all tellings, each actor once, first mention first."""
        told = [part for candidate in self.tellings for part in candidate.parts]
        return list({part.actor.key: part for part in reversed(told)}.values())[::-1]


def join(candidates: Iterable[Candidate]) -> list[Group]:
    """Groups of candidates that tell the same event, in text order."""
    groups: list[Group] = []
    ordered = sorted(candidates, key=lambda c: (is_discussion(c), c.span.start))
    for candidate in ordered:
        home = next((group for group in groups if _is_same(group, candidate)), None)
        if home is not None:
            home.tellings.append(candidate)
        else:
            groups.append(Group([candidate], candidate.kind, candidate.mode))
    groups.sort(key=lambda group: min(c.span.start for c in group.tellings))
    return [group for group in groups if not all(c.dependent for c in group.tellings)]


def _is_same(group: Group, candidate: Candidate) -> bool:
    if not _kinds_join(group, candidate):
        return False
    return any(_could_be_one(telling, candidate) for telling in group.tellings) and not any(
        _contradict(telling, candidate) for telling in group.tellings
    )


def _kinds_join(group: Group, candidate: Candidate) -> bool:
    if group.kind in CONTACTS and is_discussion(candidate):
        return True
    if is_verdict_again(group.tellings, candidate):
        return True
    if group.kind is not candidate.kind:
        return False
    if group.kind is Kind.SANCTION and any(c.sentence == candidate.sentence for c in group.tellings):
        near = (
            c.clause_span.overlaps(candidate.clause_span)
            for c in group.tellings
            if c.sentence == candidate.sentence
        )
        return group.mode == candidate.mode or any(near)
    if group.kind in {Kind.STATEMENT, Kind.OTHER, Kind.CONCESSION, Kind.SANCTION}:
        return group.mode == candidate.mode or _is_from_headline(candidate) != _is_from_headline(
            group.tellings[0]
        )
    return True


def _is_from_headline(candidate: Candidate) -> bool:
    """A headline tells the same act in shorter words than the text."""
    return candidate.tree.sentence.block is BlockKind.HEADLINE


def _contradict(one: Candidate, other: Candidate) -> bool:
    aged = one.historical != other.historical and (one.when is not None or other.when is not None)
    if aged and not _is_late_news(one, other):
        return True
    if one.when is not None and other.when is not None and not one.when.days.overlaps(other.when.days):
        return not _are_edges(one, other) and not goes_on(one, other)
    counted = one.kind is Kind.AID or not (_is_from_headline(one) or _is_from_headline(other))
    if counted and one.amount and other.amount and one.amount.value != other.amount.value:
        return True
    if one.kind in VERBAL_RANK and counted and says_other(one, other):
        return True
    contacts = one.kind in CONTACTS and other.kind in CONTACTS
    if contacts and (_met_others(one, other) or is_another_time(one, other) or is_another_time(other, one)):
        return True
    if contacts and _is_off(one) != _is_off(other) and any(map(_is_some, (one, other))):
        return True
    return one.status in CALLED_OFF and other.status not in CALLED_OFF and other.historical


def _is_late_news(one: Candidate, other: Candidate) -> bool:
    """A headline's act that the next sentence tells first of all, on a day long past: a page put up late."""
    headline, first = sorted((one, other), key=lambda c: c.sentence)
    told = first.tree.sentence.tokens[first.clause.carrier].dep == "root" and first.clause.tense is Tense.PAST
    return (
        _is_from_headline(headline)
        and first.sentence == headline.sentence + 1
        and headline.when is None
        and headline.status is first.status
        and told
        and (not first.clause.noun or first.clause.light is not None)
    )


def _is_off(candidate: Candidate) -> bool:
    return candidate.clause.negated or candidate.status is Status.CANCELLED


def _is_some(candidate: Candidate) -> bool:
    """ "A meeting of A and B never came about": some meeting, not the one told of."""
    tree, clause = candidate.tree, candidate.clause
    indefinite = any(
        tree.sentence.tokens[child].text.lower() in {"a", "an"} for child in tree.of(clause.head, "det")
    )
    return clause.noun and _is_off(candidate) and indefinite and not _is_from_headline(candidate)


_OPENING = frozenset({"open", "begin", "start", "kick", "convene"})
_CLOSING = frozenset({"close", "end", "conclude", "wrap", "finish", "last"})
# A conference lasts at most so many days.
_LONGEST = 15


def _are_edges(one: Candidate, other: Candidate) -> bool:
    """ "The summit kicked off on Sunday" and "closes on Monday": one conference, of which both days are told."""
    if one.kind is not Kind.CONFERENCE or one.when is None or other.when is None:
        return False
    lemmas = {one.clause.lemma, other.clause.lemma}
    near = one.when.days.distance(other.when.days) <= _LONGEST
    return near and bool(lemmas & (_OPENING | _CLOSING))


def from_first_to_last(group: Group) -> When | None:
    """The days of a conference of which the text tells when it opened and when it closed."""
    if group.kind is Kind.MEETING:
        return _with_further_days(group)
    if group.kind is not Kind.CONFERENCE:
        return None
    first = next((c.when for c in group.tellings if c.when and c.clause.lemma in _OPENING), None)
    last = next((c.when for c in group.tellings if c.when and c.clause.lemma in _CLOSING), None)
    if first is None or last is None or not first.days.start < last.days.end:
        return None
    return When(DateSpan(first.days.start, last.days.end, first.days.precision), last.span, last.rule)


def _with_further_days(group: Group) -> When | None:
    """The days of talks that went on or ended on another day than they began."""
    first = min((c.when for c in group.tellings if c.when), key=lambda when: when.days.start, default=None)
    last = max(
        (c.when for c in group.tellings if c.when and tells_end(c)), key=lambda w: w.days.end, default=None
    )
    if first is None or last is None or first.days.end >= last.days.start:
        return None
    return When(DateSpan(first.days.start, last.days.end, last.days.precision), last.span, last.rule)


def _met_others(one: Candidate, other: Candidate) -> bool:
    """Whether each telling has a side, or a person for a side, that the other does not have."""
    sides, others = one.sides, other.sides
    apart = len(sides) > 1 and len(others) > 1 and not (sides <= others or others <= sides)
    return apart or not _people_fit(one, other)


def _could_be_one(one: Candidate, other: Candidate) -> bool:
    if one.kind is Kind.CONFERENCE or other.kind is Kind.CONFERENCE:
        return _same_conference(one, other)
    talking = is_discussion(one) and is_discussion(other)
    if talking or one.kind in CONTACTS or one.kind in {Kind.AGREEMENT, Kind.MEDIATION}:
        return _same_people(one, other)
    actors, others = _sides(one, Role.ACTOR), _sides(other, Role.ACTOR)
    facing, faced = (
        _sides(one, Role.RECIPIENT, Role.PARTICIPANT),
        _sides(other, Role.RECIPIENT, Role.PARTICIPANT),
    )
    if one.kind is Kind.ATTACK:
        return bool(actors & others) and (bool(facing & faced) or not facing or not faced)
    return bool(actors & others) and bool(facing & faced) and _people_fit(one, other)


_UNION = frozenset({"org:consilium", "org:ec", "org:euco", "org:eeas"})


def _sides(candidate: Candidate, *roles: Role) -> set[str]:
    """The sides of some roles; what the Council or the Commission does, the headline says the Union did."""
    sides = {part.side for part in candidate.of(*roles)}
    return {"org:eu" if side in _UNION else side for side in sides} if candidate.kind in _DONE else sides


_DONE = frozenset({Kind.SANCTION, Kind.AID, Kind.CONCESSION})


def _same_people(one: Candidate, other: Candidate) -> bool:
    sides, others = one.sides, other.sides
    if not sides or not others or not (sides <= others or others <= sides):
        return False
    if len(sides & others) < 2 and not (is_discussion(one) or is_discussion(other)):
        return len(sides) == 1 or len(others) == 1
    return _people_fit(one, other)


def _people_fit(one: Candidate, other: Candidate) -> bool:
    """On every side where both name people, they share one."""
    for side in one.sides & other.sides:
        mine = {
            part.actor.key
            for part in one.parts
            if part.side == side and part.actor.kind is MentionKind.PERSON
        }
        theirs = {
            part.actor.key
            for part in other.parts
            if part.side == side and part.actor.kind is MentionKind.PERSON
        }
        if mine and theirs and not mine & theirs:
            return False
    return True


# Two gatherings without a name are one if so many sides are told of both.
_MOST = 3


def _bodies(candidate: Candidate) -> set[str]:
    return {part.side for part in candidate.parts if part.actor.kind is MentionKind.ORGANIZATION}


def _same_conference(one: Candidate, other: Candidate) -> bool:
    if _bodies(one) & _bodies(other):
        return True
    if one.conference is None or other.conference is None:
        return len(one.sides & other.sides) >= _MOST
    if one.conference.organizer is not None and one.conference.organizer == other.conference.organizer:
        return True
    if _is_bare(one.conference.name) and _is_bare(other.conference.name) and one.sides == other.sides:
        return len(one.sides) > 1
    mine, theirs = _naming(one.conference.name), _naming(other.conference.name)
    return bool(mine) and (mine <= theirs or theirs <= mine)


_DESCRIBING = frozenset(
    "the informal extraordinary emergency special annual two-day three-day one-day this".split()
)


def _naming(name: str) -> set[str]:
    """The words of a conference's name that tell it from others."""
    return {word for word in name.casefold().split() if len(word) > 2} - _DESCRIBING


def _is_bare(name: str) -> bool:
    """ "summit", "an extraordinary summit": described, not named."""
    words = name.removeprefix("The ").removeprefix("the ").removeprefix("a ").split()
    return words[-1:] in (["summit"], ["meeting"]) and all(word.islower() for word in words)


def drop_named_gatherings(candidates: list[Candidate]) -> list[Candidate]:
    """The "Meeting" inside the name of a conference that the sentence tells of is no meeting of its own."""
    gatherings = [c.conference.span for c in candidates if c.conference is not None]
    return [
        c
        for c in candidates
        if c.kind is not Kind.MEETING
        or not c.clause.noun
        or not any(span.covers(c.clause.token.span) for span in gatherings)
    ]


def attach_mediators(groups: list[Group]) -> list[Group]:
    """Let brokers of an agreement told in the article take part in it; drop brokers of nothing."""
    kept: list[Group] = []
    for group in groups:
        if group.kind is not Kind.MEDIATION or group.mode != "broker":
            kept.append(group)
            continue
        mediators = [part for part in group.parts if part.role is Role.MEDIATOR]
        parties = {part.side for part in group.parts if part.role is not Role.MEDIATOR}
        home = next(
            (g for g in groups if g.kind is Kind.AGREEMENT and (not parties or parties & _group_sides(g))),
            None,
        )
        if home is not None:
            home.tellings[0].parts.extend(part for part in mediators if part.side not in _group_sides(home))
        elif len(parties) >= 2 or (parties and mediators):
            kept.append(group)
    return kept


def _group_sides(group: Group) -> set[str]:
    return {part.side for part in group.parts}


_BILATERAL = re.compile(
    r"\b(?:joint|mixed|bilateral|binational|intergovernmental|inter-ministerial)\b.*"
    r"\b(?:commission|committee|council|cabinet|consultations?|dialogue)\b|"
    r"\b(?:strategic|defen[cs]e|security|policy|political|economic|military|maritime|cyber|energy|trade|2\+2)"
    r" (?:dialogue|consultations|talks)\b",
    re.IGNORECASE,
)


_REMOTE = re.compile(r"\b(?:virtual|online|video|remote)\b", re.IGNORECASE)


def settle_summits(groups: list[Group]) -> None:
    """A bare "summit" of two or three sides is their meeting, a virtual one a call; a joint commission is a meeting."""
    for group in groups:
        names = {c.conference.name for c in group.tellings if c.conference is not None}
        bare = bool(names) and all(
            _is_bare(name) or name.casefold() == "summit" or _BILATERAL.search(name) for name in names
        )
        bodies = any(part.actor.kind is MentionKind.ORGANIZATION for part in group.parts)
        if group.kind is Kind.CONFERENCE and bare and 2 <= len(_group_sides(group)) <= _MOST and not bodies:
            remote = any(_REMOTE.search(name) for name in names)
            group.kind = Kind.CALL if remote else Kind.MEETING


def join_settled(groups: list[Group]) -> list[Group]:
    """Join calls and meetings that only got their channel from the article with those of the same people."""
    kept: list[Group] = []
    for group in groups:
        home = next((other for other in kept if other.kind is group.kind and _are_one(other, group)), None)
        if group.kind in CONTACTS and home is not None:
            home.tellings.extend(group.tellings)
        else:
            kept.append(group)
    return kept


def _are_one(one: Group, other: Group) -> bool:
    told = (*one.tellings, *other.tellings)
    near = any(_is_from_headline(c) for c in told) or len({c.sentence for c in told}) == 1
    headed = near and any(c.conference is not None for c in told)
    if not headed and not any(is_discussion(c) for c in told):
        return False
    pairs = [(c, d) for c in one.tellings for d in other.tellings]
    return any(_same_people(c, d) for c, d in pairs) and not any(_contradict(c, d) for c, d in pairs)
