"""Unclaimed days: the one day of a sentence that no telling in it has taken, however the parser hung it.

"17 October, 16:00: meeting with X", "on Friday, at the close of the talks between P and R, …": a day that is nobody
else's belongs to the nearest act beside it. One inside a relative or participle clause stays with what that clause tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.days import find_day_beside
from dragoman.engagements.engagement import VERBAL
from dragoman.engagements.reach import SAYING, nodes_of, token_at
from dragoman.engagements.said_on import DONE_BY_SAYING
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Grain

_APART = frozenset({"after", "following", "before", "ahead of", "prior to", "since"})
_NEAR = 8
_INSIDE = frozenset({"acl", "acl:relcl", "advcl", "ccomp"})


def claim_days(found: Sequence[Candidate], mentions: Mentions) -> None:
    """Give the one day of a sentence, if no telling has it, to the nearest telling that may have it."""
    if not found or any(_is_dated(c) for c in found if not c.recalls):
        return
    tree = found[0].tree
    times = [time for time in mentions.times_in(tree.sentence.span) if not time.names_event]
    if len(times) != 1 or times[0].grain is not Grain.DAY:
        return
    index = token_at(tree, times[0].span)
    if index is None:
        return
    fitting = [c for c in found if c.tree is tree and _may_have(c, index)]
    if fitting:
        nearest = min(fitting, key=lambda c: abs(c.span.start - times[0].span.start))
        nearest.when = find_day_beside(nearest, times[0], index, mentions)


def _is_dated(candidate: Candidate) -> bool:
    return candidate.when is not None or bool(candidate.stop_days) or candidate.counted is not None


def _may_have(candidate: Candidate, index: int) -> bool:
    if (
        candidate.kind in VERBAL or candidate.stage == "over"
    ):  # words tell of other days more often than of their own
        return False
    tree = candidate.tree
    if candidate.clause.noun and tree.case(candidate.clause.head) in _APART:
        return False
    if candidate.kind not in DONE_BY_SAYING and _is_of_saying(tree, index):
        return False
    inner = _clauses(tree, index)
    further = {clause for node in nodes_of(candidate) for clause in _clauses(tree, node) ^ inner}
    return all(_is_there(tree, clause) for clause in further - inner) and not inner & further


def _is_there(tree: Tree, clause: int) -> bool:
    """ "On Friday the plane stops in P, where X meets Y": what is done where the sentence has come to."""
    return any(tree.sentence.tokens[child].text.lower() == "where" for child in tree.of(clause, "advmod"))


def _is_of_saying(tree: Tree, index: int) -> bool:
    """Whether a day stands by a verb of saying, in the tree or right behind it in the text."""
    tokens = tree.sentence.tokens
    verb = next((node for node in tree.ancestors(index) if tokens[node].pos == "VERB"), None)
    before = next(
        (node for node in reversed(range(max(0, index - _NEAR), index)) if tokens[node].pos == "VERB"), None
    )
    return any(node is not None and tokens[node].lemma.lower() in SAYING for node in (verb, before))


def _clauses(tree: Tree, index: int) -> set[int]:
    """The clauses a token stands in, below the main one."""
    tokens = tree.sentence.tokens
    return {
        node
        for node in (index, *tree.ancestors(index))
        if tokens[node].dep in _INSIDE and tokens[node].pos == "VERB"
    }
