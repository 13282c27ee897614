"""Said on: days beside a verb of saying, and the acts that are done by telling of them.

"P has expelled two envoys, the ministry said on Friday": announced is done, so Friday is the day of the expulsion.
"X will attend the meeting, the ministry said on Friday": Friday is not the day of the meeting.
"""

from __future__ import annotations

from dragoman.engagements.calling_off import is_perfect
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import Kind
from dragoman.engagements.reach import SAYING, nodes_of
from dragoman.engagements.tree import Tree

# Announced is done (codebook, "aid"): the day somebody said so is the act's day.
DONE_BY_SAYING = frozenset(
    {
        Kind.AID,
        Kind.SANCTION,
        Kind.EXPULSION,
        Kind.CONCESSION,
        Kind.AGREEMENT,
        Kind.STATEMENT,
        Kind.DEMAND,
        Kind.ACCUSATION,
        Kind.THREAT,
    }
)
# These are done even if they are told as still to come ("will close its border, the minister said on Friday").
_DONE_AHEAD = DONE_BY_SAYING - {Kind.AGREEMENT}
_WORDED = frozenset(
    "statement release communique communiqué letter message note post tweet speech address remark briefing interview".split()
)
_FAR = 8
"""Words between a verb of saying and its day."""


def is_day_of_saying(candidate: Candidate, index: int) -> bool:
    """ "P has expelled two envoys, the ministry said on Friday": for acts that are done by telling of them."""
    if _stands_behind(candidate, index):
        return True
    told = candidate.kind is Kind.OTHER and is_perfect(candidate.tree, candidate.clause.carrier)
    if candidate.kind not in DONE_BY_SAYING and candidate.mode != "summon" and not told:
        return False
    tree = candidate.tree
    tokens = tree.sentence.tokens
    if candidate.kind is Kind.ACCUSATION and candidate.clause.noun:
        return False  # "has sent a letter of protest, the ministry said on Friday"
    nodes = {_decision(tree, node) for node in nodes_of(candidate)}
    verb = _telling(tree, index)
    if verb >= 0 and tokens[verb].lemma.lower() in SAYING:
        below = tokens[verb].dep == "parataxis" and tokens[verb].head in nodes
        if below or any(tokens[n].dep in {"ccomp", "parataxis"} and tokens[n].head == verb for n in nodes):
            return True
    return _is_said_behind(candidate, index)


def _stands_behind(candidate: Candidate, index: int) -> bool:
    """ "P must go, X told reporters on Friday": a day right behind the verb of saying, parsed into what is said."""
    tokens = candidate.tree.sentence.tokens
    verb = candidate.clause.carrier
    if tokens[verb].lemma.lower() not in SAYING or not tokens[index].head < verb < index <= verb + _FAR:
        return False
    return all(tokens[i].pos != "VERB" and tokens[i].text not in {",", ";"} for i in range(verb + 1, index))


def _telling(tree: Tree, index: int) -> int:
    """The verb beside which a day stands, that of saying also above "in a statement on Friday"."""
    tokens = tree.sentence.tokens
    above = tokens[index].head
    worded = above >= 0 and tokens[above].lemma.lower() in _WORDED and tokens[above].dep == "obl"
    return tokens[above].head if worded else above


def _decision(tree: Tree, node: int) -> int:
    """ "have decided to expel two envoys": the verb above, where it is said that somebody did so."""
    token = tree.sentence.tokens[node]
    return token.head if token.dep == "xcomp" and token.tag == "VB" and token.head >= 0 else node


def _is_said_behind(candidate: Candidate, index: int) -> bool:
    """ "P has closed its border, the minister announced late on Friday", however the words were parsed."""
    tree, nodes = candidate.tree, nodes_of(candidate)
    tokens = tree.sentence.tokens
    head = candidate.clause.carrier
    told = is_perfect(tree, head) or candidate.clause.tense is Tense.FUTURE
    if not told or tokens[head].dep == "acl:relcl":
        return False
    between = range(max(nodes) + 1, index)
    verb = next((i for i in reversed(between) if tokens[i].pos == "VERB"), None)
    if verb is None or index - verb > _FAR or tokens[verb].lemma.lower() not in SAYING:
        return False
    return any(tokens[i].text == "," for i in range(max(nodes) + 1, verb)) and not any(
        tokens[i].text in {",", ";"} for i in range(verb, index)
    )


def is_only_said_on(candidate: Candidate, index: int, nodes: set[int]) -> bool:
    """ "X will attend the meeting, the ministry said in a statement on Monday": the day of saying, however parsed."""
    if candidate.clause.tense is not Tense.FUTURE or candidate.kind in _DONE_AHEAD:
        return False
    return _is_behind_saying(candidate.tree, index, nodes)


def _is_behind_saying(tree: Tree, index: int, nodes: set[int]) -> bool:
    tokens = tree.sentence.tokens
    above = {verb for node in nodes for verb in (node, *tree.ancestors(node))}
    return any(
        tokens[verb].lemma.lower() in SAYING
        and max(nodes) < verb < index
        and not any(tokens[between].text in {",", ";"} for between in range(verb, index))
        for verb in above
    )
