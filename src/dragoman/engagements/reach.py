"""Reach: how a day or a place in a sentence is tied to the words that tell an event.

It belongs to the verb it stands beside, or to one below which the event hangs ("arrived on Monday to meet X"); what
stands inside another clause is that clause's.
"""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.calling_off import PLANNING
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.roles import BLOODSHED
from dragoman.engagements.tree import Tree

SAYING = frozenset(
    "say tell state report announce add note confirm claim quote declare write tweet disclose reveal "
    "indicate explain".split()
)
BEGINNING = frozenset(["begin", "start", "commence"])
# "talks, which ran from 6 to 10 March", "a letter dated 6 March": the days are the event's own.
_LASTING = frozenset(["run", "last", "open", "continue", *BEGINNING]) | PLANNING
_HOLDING = frozenset(["hold", "convene", "conduct"])
_DATING = frozenset(["date", "publish", "issue", "release", "post"])
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis"})
_ABOVE = frozenset(
    ["obl", "obl:unmarked", "obl:tmod", "nmod:unmarked", "advmod", "nmod"]
)  # how a date hangs on a verb
_BELOW = frozenset("xcomp obj advcl conj obl nsubj nsubj:pass acl ccomp".split())
_UNTENSED = frozenset(["VB", "VBG", "NN", "NNS", "NNP"])
_CHAIN = 3
"""How many nouns and untensed verbs may hang in one another ("took the step of expelling")."""


def token_at(tree: Tree, span: Span) -> int | None:
    """The topmost token of a span."""
    inside = [index for index, token in enumerate(tree.sentence.tokens) if span.covers(token.span)]
    for index in inside:
        if tree.sentence.tokens[index].head not in inside:
            return index
    return inside[0] if inside else None


def distance(tree: Tree, index: int, nodes: set[int]) -> int | None:
    """How many steps up the tree from a token to one of ``nodes``; ``None`` if another predicate stands between."""
    tokens = tree.sentence.tokens
    steps, node = 0, index
    while node >= 0 and steps < 8:
        if node in nodes:
            return steps
        if node != index and _is_closed(tree, node, nodes):
            return None
        node = head_of(tree, index) if node == index else tokens[node].head
        steps += 1
    return None


def head_of(tree: Tree, index: int) -> int:
    """What a date hangs on: no participle, where words between them hang higher.

    In "agreed to a truce proposed by P after talks in R on Tuesday" the talks are no part of the proposal, so neither is
    Tuesday.
    """
    tokens = tree.sentence.tokens
    head = tokens[index].head
    if head < 0 or tokens[head].dep != "acl" or tokens[head].tag != "VBN":
        return head
    over = (tokens[between].head for between in range(head + 1, index))
    return min((above for above in over if 0 <= above < head), default=head)


def _is_closed(tree: Tree, node: int, nodes: set[int]) -> bool:
    """Whether a clause keeps its days and places to itself."""
    token = tree.sentence.tokens[node]
    if token.lemma.lower() == "worth" and node not in nodes:
        return True  # "a ban on investment, worth 11 billion in 2020"
    if token.dep != "acl:relcl" and (token.pos != "VERB" or token.dep not in _OWN_CLAUSE):
        return False
    if is_held(tree, node, nodes):
        return False
    lemma, below = token.lemma.lower(), token.dep.startswith("acl")
    return not (below and ((lemma in _LASTING and token.head in nodes) or lemma in _DATING))


def is_held(tree: Tree, node: int, nodes: set[int]) -> bool:
    """ "The talks, held in P on Tuesday, ended": what stands beside the participle is told of the event."""
    token = tree.sentence.tokens[node]
    return token.dep == "acl" and token.lemma.lower() in _HOLDING and token.head in nodes


_DEEDS = BLOODSHED | frozenset(
    "incident poisoning launch test election vote referendum invasion crash seizure arrest downing clash encounter".split()
)


def is_of_a_deed(tree: Tree, index: int, nodes: set[int]) -> bool:
    """ "protested over a Dec. 4 incident", "condemned the March 4 poisoning": the day of what is spoken about."""
    tokens = tree.sentence.tokens
    noun = tokens[index].head
    before = index < noun and tokens[index].dep in {
        "compound",
        "nmod:unmarked",
        "nummod",
        "nmod:poss",
        "amod",
    }
    return before and noun not in nodes and tokens[noun].lemma.lower() in _DEEDS


def nodes_of(candidate: Candidate) -> set[int]:
    """The tokens that carry a candidate's event: its trigger, the light verb, the name of the conference."""
    light = candidate.clause.light
    nodes = {candidate.clause.head} if light is None else {candidate.clause.head, light}
    gathering = candidate.conference
    if gathering is not None and gathering.sentence == candidate.sentence:
        nodes |= set(range(gathering.first, gathering.last))
    return nodes


def is_told_over(candidate: Candidate) -> bool:
    """ "After their talks, A and B agreed to meet next week": the talks are over, whatever day stands behind."""
    return candidate.clause.noun and candidate.tree.case(candidate.clause.head) in {"after", "following"}


def is_told_ahead(candidate: Candidate) -> bool:
    """ "spoke by phone ahead of their talks in P on Thursday": the talks are still to come."""
    tree, head = candidate.tree, candidate.clause.head
    return candidate.clause.noun and (hangs_on_ahead(tree, head) or tree.case(head) == "ahead of")


def hangs_on_ahead(tree: Tree, head: int) -> bool:
    """ "ahead of the talks", where the parser hangs the talks on "ahead"."""
    above = tree.sentence.tokens[head].head
    return above >= 0 and tree.sentence.tokens[above].text.lower() == "ahead" and tree.case(head) == "of"


_HOMES = frozenset({"country", "capital", "home", "city", "nation"})


def is_setting_out(tree: Tree, verb: int) -> bool:
    """ "left P to meet X", not "left the summit to meet X", who is there."""
    left = [tree.sentence.tokens[child] for child in tree.of(verb, "obj")]
    at_home = all(token.pos == "PROPN" or token.lemma.lower() in _HOMES for token in left)
    return tree.sentence.tokens[verb].lemma.lower() in {"leave", "depart"} and at_home


def _is_on_another_day(tree: Tree, verb: int, node: int) -> bool:
    """ "left on Monday to meet X", "returned on Friday after meeting X", not "returned on Friday to meet X"."""
    if tree.sentence.tokens[node].dep != "advcl" or tree.sentence.tokens[node].head != verb:
        return False
    marks = {tree.sentence.tokens[child].text.lower() for child in tree.of(node, "mark")}
    back = tree.sentence.tokens[verb].lemma.lower() == "return" and "after" in marks
    return back or is_setting_out(tree, verb)


def hangs_above(tree: Tree, index: int, nodes: set[int]) -> bool:
    """A date or place beside the governing verb counts for what hangs below it ("arrived on Monday to meet X")."""
    tokens = tree.sentence.tokens
    head = _verb_above(tree, index)
    if head < 0 or tokens[index].dep not in _ABOVE:
        return False
    for node in nodes:
        token = tokens[node]
        if _is_on_another_day(tree, head, node):
            return False
        beside = token.dep in _BELOW or (token.dep == "parataxis" and token.pos == "NOUN")
        if beside and token.head == head:
            return tokens[head].lemma.lower() not in SAYING or token.dep != "ccomp"
    return False


def _verb_above(tree: Tree, index: int) -> int:
    """What a date hangs on; "P on April 5 threatened to", hung on its subject, the verb."""
    tokens = tree.sentence.tokens
    head = head_of(tree, index)
    inside = head >= 0 and tokens[head].dep == "nsubj" and head < index < tokens[head].head
    return tokens[head].head if inside and tree.case(index) == "on" else head


def hangs_far_above(tree: Tree, index: int, head: int) -> bool:
    """A date beside the verb at the top of a chain of words without tense ("on Monday took the step of expelling")."""
    tokens = tree.sentence.tokens
    above = _verb_above(tree, index)
    if above < 0 or tokens[index].dep not in _ABOVE or tokens[head].tag not in _UNTENSED:
        return False
    node = head
    for _ in range(_CHAIN):
        if tokens[node].dep not in {"obj", "acl", "xcomp"} or tree.of(node, "nsubj", "aux"):
            return False
        node = tokens[node].head
        if node == above:
            return tokens[node].pos == "VERB" and tokens[node].lemma.lower() not in SAYING
        if node < 0 or tokens[node].tag not in _UNTENSED:
            return False
    return False


def accompanies(tree: Tree, participle: int, index: int) -> bool:
    """ "P, blaming Q for the raid, vowed revenge on Tuesday": what the subject of a dated verb does at the same time."""
    tokens = tree.sentence.tokens
    subject, verb = tokens[participle].head, tokens[index].head
    if tokens[participle].tag != "VBG" or tokens[participle].dep != "acl" or subject < 0 or verb < 0:
        return False
    return (
        tokens[subject].head == verb
        and tokens[subject].dep == "nsubj"
        and tokens[index].dep in _ABOVE
        and tokens[participle - 1].text == ","
    )


def stands_beside(tree: Tree, index: int, first: int, head: int) -> bool:
    """Whether a date is told in the words right before or behind a verb, however they were parsed."""
    return tree.sentence.tokens[head].pos == "VERB" and (head == index + 1 or head == first - 1)
