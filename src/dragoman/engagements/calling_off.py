"""Calling off: contacts that are cancelled or put off, and which day beside them is theirs.

"On Monday postponed a visit that was to begin on 5 June": Monday is the day on which plans changed. What is cancelled
keeps the day it was planned for, what is put off has none until a new one is told.
"""

from __future__ import annotations

import datetime as dt

from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import ENCOUNTERS, Status
from dragoman.engagements.tree import Tree

_CANCEL = frozenset(["cancel", "scrap", "abandon", "axe", "abort", "shelve", "ditch", "nix"])
POSTPONING = frozenset(["postpone", "delay", "reschedule", "defer"])
CALLING_OFF = _CANCEL | POSTPONING
_OFF = {"call": Status.CANCELLED, "put": Status.POSTPONED, "push": Status.POSTPONED}
_TOLD = frozenset({"announce", "confirm", "propose"})
# What was announced before that is history, and its day the only one there is.
_LONG_AGO = dt.timedelta(days=60)
_LATER = frozenset({"push", "put", "move", "set", "shift"})
PLANNING = frozenset(["plan", "schedule", "set", "slate", "expect"])
"""Verbs below a visit or meeting that tell the day it is or was planned for."""


def is_day_of_calling_off(
    candidate: Candidate, index: int, days: DateSpan, published: dt.date | None
) -> bool:
    """ "on Monday postponed his visit", "announced a trip": the day on which plans changed, not that of the event."""
    verb = candidate.tree.sentence.tokens[index].head
    if candidate.kind not in ENCOUNTERS or verb < 0 or published is None or days.start > published:
        return False
    recent = published - days.end < _LONG_AGO
    told = (
        recent
        and candidate.clause.carrier == verb
        and candidate.tree.sentence.tokens[verb].lemma.lower() in _TOLD
    )
    return (told or _calls_off(candidate.tree, verb)) and not is_perfect(candidate.tree, verb)


def is_perfect(tree: Tree, verb: int) -> bool:
    """ "has cancelled a trip on Thursday": the perfect tells no day of its own, so the trip's is told."""
    return any(tree.sentence.tokens[child].lemma.lower() in {"have", "'ve"} for child in tree.of(verb, "aux"))


def is_day_given_up(candidate: Candidate, index: int) -> bool:
    """ "a meeting planned for 28 March has been put off": it is on no day now; what is cancelled keeps its day."""
    tokens = candidate.tree.sentence.tokens
    verb = calling_off_verb(candidate)
    planned = tokens[index].head >= 0 and tokens[tokens[index].head].lemma.lower() in PLANNING
    return planned and verb is not None and tokens[verb].lemma.lower() in POSTPONING | {"put"}


def _calls_off(tree: Tree, verb: int) -> bool:
    tokens = tree.sentence.tokens
    off = any(tokens[child].text.lower() == "off" for child in tree.of(verb, "compound:prt", "advmod"))
    lemma = tokens[verb].lemma.lower()
    return lemma in CALLING_OFF or (off and lemma in {"call", "put"})


def calling_off_verb(candidate: Candidate) -> int | None:
    """The verb that calls a contact off or puts it off, if one does."""
    if candidate.kind not in ENCOUNTERS:
        return None
    clause, tree = candidate.clause, candidate.tree
    head = clause.carrier
    return next((node for node in (head, *tree.ancestors(head)) if _calls_off(tree, node)), None)


def called_off(candidate: Candidate, head: int) -> Status | None:
    """Whether a contact is cancelled or put off: "called off the visit", "cancelled a trip", "the meeting was postponed"."""
    tree = candidate.tree
    tokens = tree.sentence.tokens
    if _is_time_of(
        tree, candidate.clause.head if candidate.conference is None else candidate.conference.last - 1
    ):
        return None
    nodes = [head, *([candidate.clause.head] if candidate.clause.noun else [])]
    for node in [*nodes, *tree.ancestors(head)]:
        lemma = tokens[node].lemma.lower()
        if lemma in _CANCEL or is_dropped(tree, node):
            return Status.CANCELLED
        if lemma in POSTPONING:
            return Status.POSTPONED
        particles = {tokens[child].text.lower() for child in tree.of(node, "compound:prt", "advmod")}
        if lemma in _OFF and "off" in particles:
            return _OFF[lemma]
        if lemma in _LATER and ("back" in particles or _to_another_day(tree, node)):
            return Status.POSTPONED
        if _falls_through(tree, node, particles):
            return Status.CANCELLED
        if lemma in {"pull", "back"} and "out" in particles | {tree.case(head)}:
            return Status.CANCELLED  # "pulled out of a trip to P"
        if lemma == "drop" and tokens[head].dep in {"obj", "nsubj:pass"}:
            return Status.CANCELLED
        if tokens[node].pos == "VERB" and node not in nodes:
            break
    return None


_FAILING = frozenset({"unravel", "unravelled", "unraveled", "collapse", "founder", "falter", "crumble"})
_PLANS = frozenset({"plan", "arrangement", "preparation"})


def _falls_through(tree: Tree, node: int, particles: set[str]) -> bool:
    """ "the planned visit fell through", "plans for a meeting unravelled"; talks that collapse were held."""
    tokens = tree.sentence.tokens
    if tokens[node].lemma.lower() == "fall":
        return "through" in particles | {tokens[child].text.lower() for child in tree.children[node]}
    if tokens[node].lemma.lower() not in _FAILING:
        return False
    return any(tokens[child].lemma.lower() in _PLANS for child in tree.of(node, "nsubj"))


def is_dropped(tree: Tree, verb: int) -> bool:
    """ "will no longer travel", "no longer plans to visit"; who "no longer met" had met before."""
    tokens = tree.sentence.tokens
    auxiliaries = {tokens[child].text.lower() for child in tree.of(verb, "aux")}
    ahead = (
        auxiliaries & {"will", "is", "are", "was", "were", "would"} or tokens[verb].lemma.lower() in PLANNING
    )
    return bool(ahead) and any(
        tokens[child].text.lower() == "longer" and tokens[child - 1].text.lower() == "no"
        for child in tree.of(verb, "advmod")
    )


_TIMES = frozenset(
    {
        "ahead",
        "ahead of",
        "before",
        "after",
        "following",
        "since",
        "until",
        "amid",
        "over",
        "because of",
        "due to",
    }
)


_WHILE = frozenset({"as", "while", "when", "because", "since", "until", "after", "before"})


def _is_time_of(tree: Tree, head: int) -> bool:
    """ "cancelled a visit ahead of the summit", "it was delayed as they negotiated": when, and not what."""
    tokens = tree.sentence.tokens
    for node in (head, *tree.ancestors(head)):
        if tokens[node].dep.startswith(("obl", "nmod")) and tree.case(node) in _TIMES:
            return True
        if tokens[node].dep == "advcl" and any(
            tokens[child].text.lower() in _WHILE for child in tree.of(node, "mark", "advmod")
        ):
            return True
    return False


_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday date week month year autumn spring summer winter".split()
)


def _to_another_day(tree: Tree, verb: int) -> bool:
    """ "moved to May", "shifted to a later date"."""
    tokens = tree.sentence.tokens
    return any(
        tokens[child].lemma.lower() in _CALENDAR and tree.case(child) in {"to", "until", "till"}
        for child in tree.of(verb, "obl")
    )


def is_put_off(candidate: Candidate, head: int) -> bool:
    """ "will be held at a later date", "will meet on another day"."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    return candidate.kind in ENCOUNTERS and any(
        tokens[child].lemma.lower() == "date"
        and any(tokens[word].text.lower() in {"later", "new"} for word in tree.children[child])
        for child in tree.of(head, "obl")
    )
