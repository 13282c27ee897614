"""Leaving: nouns for talks that tell of none, since somebody is called home for them, leaves them or breaks them off."""

from __future__ import annotations

from dragoman.engagements.clauses import Clause
from dragoman.engagements.tree import Tree


def tells_no_talks(tree: Tree, clause: Clause) -> bool:
    """Whether a noun for talks tells of none: an envoy called home for them, talks that are left or broken off."""
    return any(fits(tree, clause) for fits in _TELLING_OF_NONE)


_CALLING_HOME = frozenset({"recall", "withdraw", "summon", "return"})


def _is_called_home(tree: Tree, clause: Clause) -> bool:
    """ "recalled its ambassador for consultations": with the own ministry."""
    tokens = tree.sentence.tokens
    head = tokens[clause.head].head
    called = head >= 0 and any(
        tokens[node].lemma.lower() in _CALLING_HOME for node in (head, *tree.ancestors(head))
    )
    return clause.lemma.startswith("consultation") and called and tree.case(clause.head) == "for"


_BREAKING = frozenset("suspend freeze halt break pause abandon scrap terminate".split())
_PART = frozenset({"participation", "involvement", "presence", "membership"})
_LEAVING = frozenset("withdraw pull walk drop storm exclude bar absent".split())


def _is_left(tree: Tree, clause: Clause) -> bool:
    """ "will withdraw from peace talks with X", "suspended its participation in talks with X": no talks with X."""
    head = tree.sentence.tokens[clause.head].head
    tokens = tree.sentence.tokens
    leaving = head >= 0 and tokens[head].lemma.lower() in _LEAVING
    if leaving and tree.case(clause.head) in {"from", "out of"}:
        return True
    above = tokens[head].head if head >= 0 and tokens[head].lemma.lower() in _PART else -1
    ending = above >= 0 and tokens[above].lemma.lower() in _BREAKING | _LEAVING | {"end", "cancel", "boycott"}
    return ending and tree.case(clause.head) == "in"


def _is_broken_off(tree: Tree, clause: Clause) -> bool:
    """ "A suspends negotiations with B": a measure of A, no talks."""
    light = clause.light
    tokens, subjects = tree.sentence.tokens, clause.slots.get("subj", ())
    alone = len(subjects) == 1 and len(tree.conjuncts(subjects[0])) == 1 and tokens[subjects[0]].tag != "NNS"
    breaking = light is not None and tokens[light].lemma.lower() in _BREAKING
    return breaking and alone and not clause.passive


_RESUMING = frozenset("restart resume revive relaunch rekindle reopen renew reactivate jumpstart".split())
_TOWARD = frozenset({"to", "toward", "towards", "at", "of", "for", "on"})


def _is_to_be_resumed(tree: Tree, clause: Clause) -> bool:
    """ "met to restart the talks between A and B", "a step toward resuming dialogue with P": an aim, no talks yet."""
    tokens = tree.sentence.tokens
    verb = clause.light if clause.light is not None else tokens[clause.head].head
    if verb < 0 or tokens[verb].lemma.lower() not in _RESUMING or tokens[verb].tag not in {"VB", "VBG"}:
        return False
    marks = {tokens[child].text.lower() for child in tree.of(verb, "mark")}
    governor = tokens[verb].head
    planned = tokens[verb].dep == "xcomp" and tokens[governor].lemma.lower() in _WILLING
    return bool(marks & _TOWARD) and not tree.of(verb, "aux", "cop") and not planned


_WILLING = frozenset("agree plan decide expect intend prepare vow pledge set begin".split())
_LONG = frozenset({"month", "year", "week", "decade"})


def _goes_on_for_long(tree: Tree, clause: Clause) -> bool:
    """ "months of talks", "years of negotiations": many meetings, and none of them told."""
    above = tree.sentence.tokens[clause.head].head
    if above < 0 or tree.case(clause.head) != "of" or tree.of(above, "nummod"):
        return False
    return tree.sentence.tokens[above].lemma.lower() in _LONG


def _is_bidden_to(tree: Tree, clause: Clause) -> bool:
    """ "welcomed A to the consultations with B": a welcome, and no meeting with A."""
    tokens = tree.sentence.tokens
    token = tokens[clause.head]
    bidden = token.head >= 0 and tokens[token.head].lemma.lower() in {"welcome", "admit", "refer"}
    return bidden and token.dep.startswith("obl") and tree.case(clause.head) == "to"


_HINDERING = frozenset(
    "disrupt derail sabotage thwart undermine torpedo obstruct foil prevent avoid skip boycott shun snub miss".split()
)


def is_hindered(tree: Tree, clause: Clause) -> bool:
    """ "the refusal of a meeting with P", "derailing the talks with P", "skipped the meeting": unwanted talks."""
    token, tokens = tree.sentence.tokens[clause.head], tree.sentence.tokens
    above = tokens[token.head].lemma.lower() if token.head >= 0 else ""
    refused = above in {"refusal", "avoidance"} and token.dep.startswith("nmod")
    return refused or (above in _HINDERING and token.dep == "obj")


_TELLING_OF_NONE = (
    _is_called_home, _is_left, _is_broken_off, _is_to_be_resumed, _goes_on_for_long, _is_bidden_to, is_hindered,
)  # fmt: skip
_ENDING = frozenset("end collapse expire lapse unravel fail fall break crumble".split())
_OVER = frozenset("over dead finished void null history".split())


def is_at_an_end(tree: Tree, clause: Clause) -> bool:
    """ "the truce with P is over", "the ceasefire has collapsed": nothing that was agreed now."""
    tokens = tree.sentence.tokens
    if any(tokens[token].text.lower() in _OVER for token in clause.slots.get("is", ())):
        return True
    token = tokens[clause.head]
    governor = tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return token.dep == "nsubj" and governor in _ENDING
