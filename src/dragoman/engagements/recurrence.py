"""Recurrence: contacts of people told before that are no further telling of theirs, but another time.

"The two met again in the evening", "a second round is planned for June", "the next day they held trilateral talks with C".
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import AHEAD, CALLED_OFF, Kind, Status
from dragoman.engagements.tree import Tree
from dragoman.engagements.utterances import is_discussion
from dragoman.pages.article import BlockKind

_ANOTHER = frozenset({"next", "another", "second", "third", "further", "fresh", "follow-up"})
_WIDER = frozenset({"trilateral", "three-way", "quadrilateral", "four-way"})
_NARROWER = frozenset({"bilateral", "bilaterally", "tête-à-tête", "tete-a-tete", "one-on-one", "alone"})


def is_another_time(one: Candidate, other: Candidate) -> bool:
    """ "They would soon meet again", "the two also met with X": no further telling of what was told before."""
    headlines = BlockKind.HEADLINE in {one.tree.sentence.block, other.tree.sentence.block}
    if headlines or one.span.start >= other.span.start:
        return False
    words, ahead = _words_beside(other), other.status in AHEAD and one.status not in AHEAD
    if words & _ANOTHER and ahead:
        return True
    if one.sentence == other.sentence or other.recalls or one.status in CALLED_OFF:
        return False  # "the talks were to run until Friday"
    if (
        ahead
        and (other.clause.tense is Tense.FUTURE or other.clause.modal is not None)
        and not is_discussion(one)
    ):
        return True
    if "again" in words and one.sides == other.sides and _is_done(one) and _is_done(other):
        return True
    if one.sides == other.sides:
        return False
    wider = bool(words & _WIDER) and one.sides < other.sides and len(one.sides) > 1
    narrower = bool(words & _NARROWER) and other.sides < one.sides and len(other.sides) > 1
    return "also" in words or wider or narrower


def _is_done(candidate: Candidate) -> bool:
    """Whether a contact is told as news in a clause of its own: not "the two, who met again in May, …"."""
    done = candidate.status is Status.COMPLETED and not candidate.historical and not candidate.clause.negated
    return done and candidate.clause.token.dep != "acl:relcl"


def _words_beside(candidate: Candidate) -> set[str]:
    tree, clause = candidate.tree, candidate.clause
    beside = [token for slot in ("adverb", "mod") for token in clause.slots.get(slot, ())]
    beside += [child for noun in _with_whole(tree, clause.head) for child in tree.of(noun, "det", "amod")]
    return {tree.sentence.tokens[token].text.lower() for token in beside}


def _with_whole(tree: Tree, head: int) -> tuple[int, ...]:
    """A noun, and that of which it is the "of": "the next round of the dialogue"."""
    parent = tree.sentence.tokens[head].head
    return (head, parent) if parent >= 0 and tree.case(head) == "of" else (head,)


_GOING_ON = frozenset("continue conclude end finish wrap close".split())
_NEAR = 3  # days


def goes_on(one: Candidate, other: Candidate) -> bool:
    """ "met on Friday", and then "the talks continued on Saturday": one meeting of two days."""
    if (
        one.kind is not Kind.MEETING
        or other.kind is not Kind.MEETING
        or one.when is None
        or other.when is None
    ):
        return False
    later = max(one, other, key=lambda candidate: candidate.span.start)
    return tells_end(later) and one.when.days.distance(other.when.days) <= _NEAR


def tells_end(candidate: Candidate) -> bool:
    """Whether a contact is told as going on or ending: "they concluded the talks", "talks continued"."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    below = tokens[clause.head].dep in {"nsubj", "obj", "nsubj:pass"}
    verbs = {clause.carrier, tokens[clause.head].head} if below else set()
    return any(tokens[verb].lemma.lower() in _GOING_ON for verb in verbs)
