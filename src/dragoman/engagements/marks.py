"""Marks beside a status: negated, hypothetical, and told as background."""

from __future__ import annotations

from dragoman.engagements.calling_off import is_dropped
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import ENCOUNTERS, Kind
from dragoman.engagements.tree import Tree

REPORTING = frozenset(
    "say announce declare tell state confirm report add claim reveal inform note disclose learn show".split()
)
"""Verbs that tell what somebody says."""
_REFUSAL = frozenset("refuse decline reject deny rule".split())
_PAST_ADJECTIVES = frozenset("previous last earlier past prior".split())
_BACKGROUND_WORDS = frozenset(["previously", "formerly", "earlier", "last", "once", "ago", "since"])


def governor_of(candidate: Candidate, head: int) -> int | None:
    """The verb, or the noun of intention, above an act."""
    tokens = candidate.tree.sentence.tokens
    for node in candidate.tree.ancestors(head):
        if tokens[node].pos in {"VERB", "AUX", "ADJ"} or tokens[node].tag.startswith("VB"):
            return node
        if tokens[node].lemma.lower() in {
            "plan",
            "intention",
            "desire",
            "readiness",
            "decision",
            "invitation",
        }:
            return node
    return None


def mark(candidate: Candidate) -> None:
    """Set the marks of a candidate from its clause and what stands above it."""
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    head = clause.carrier
    governor = governor_of(candidate, head)
    lemma = tokens[governor].lemma.lower() if governor is not None else ""
    candidate.negated = (
        (clause.negated and not (candidate.kind in ENCOUNTERS and is_dropped(tree, head)))
        or (lemma in _REFUSAL and tokens[head].dep in {"xcomp", "obj", "ccomp"})
        or (lemma in {"plan", "intention", "desire"} and _is_none(tree, governor))
        or (
            governor is not None
            and tokens[head].dep == "xcomp"
            and lemma in _ATTAINED
            and _is_denied(tree, governor)
        )
    )
    marks = {tokens[child].text.lower() for child in tree.of(head, "mark")}
    candidate.hypothetical = (
        clause.modal in {"could", "might", "may"}
        or bool(marks & {"if", "unless"})
        or (clause.modal == "would" and _is_conditional(tree, head))
    )
    adjectives = {tokens[child].text.lower() for child in tree.of(clause.head, "amod")}
    pluperfect = any(tokens[child].text.lower() in {"had", "'d"} for child in tree.of(head, "aux"))
    reported = tokens[head].dep == "ccomp" and tokens[tokens[head].head].lemma.lower() in REPORTING | _REFUSAL
    pluperfect = pluperfect and not reported  # "said X had expelled …" reports news
    adverbs = {tokens[child].text.lower() for child in tree.of(head, "advmod", "obl")}
    if _is_running_total(tree, head, of_years=candidate.kind is not Kind.AID):
        candidate.historical = True
    if candidate.kind is Kind.ATTACK and not clause.noun and tokens[head].dep == "acl":
        candidate.historical = True  # "citizens abducted by X": what is told of them besides
    if clause.noun and adjectives & _PAST_ADJECTIVES and clause.light is None:
        candidate.historical = True
    if not reported and _is_long_before(tree, head):
        candidate.historical = True
    if pluperfect or (adverbs & _BACKGROUND_WORDS and clause.tense is Tense.PAST):
        candidate.historical = (
            candidate.historical or pluperfect or "previously" in adverbs or "last" in adverbs
        )


def _is_running_total(tree: Tree, head: int, *, of_years: bool) -> bool:
    """ "has committed 4 billion dollars since 2009", "have had relations since 1994": what has gone on for years."""
    tokens = tree.sentence.tokens
    since = [child for child in tree.of(head, "obl") if tree.case(child).startswith("since")]
    dated = any(tokens[node].text.isdigit() for child in since for node in tree.subtree(child))
    if of_years and not dated:
        return False
    helpers = {tokens[child].lemma.lower() for child in tree.of(head, "aux")}
    if "have" not in helpers:
        return False
    if not of_years and ("will" in helpers or _adds_up(tree)):
        return True
    return any(
        tree.case(child).startswith("since") or tokens[child].text.lower() == "since"
        for child in (*tree.of(head, "obl", "advmod", "mark"), *tree.children[head])
    )


_LONG_TIMES = frozenset({"week", "month", "year", "decade"})


def _is_long_before(tree: Tree, head: int) -> bool:
    """ "three weeks after X visited P", "the first talks since 2012, when X met Y": what the news is counted from."""
    tokens = tree.sentence.tokens
    for child in tree.of(head, "mark", "advmod"):
        word, before = tokens[child].text.lower(), tokens[child - 1] if child else None
        if word == "after" and before is not None and before.lemma.lower() in _LONG_TIMES:
            return True
        since = any(token.text.lower() == "since" for token in tokens[max(0, child - _SINCE) : child])
        if word == "when" and since:
            return before is not None and before.text == ","
    return False


_SINCE = 5


_SUMMING = ("as of", "to date", "so far", "thus far", "in total", "a total of")


def _adds_up(tree: Tree) -> bool:
    """ "As of 12 August, P has provided 50 million dollars": what it comes to by then."""
    text = " ".join(token.text.lower() for token in tree.sentence.tokens)
    return any(words in text for words in _SUMMING)


def _is_none(tree: Tree, noun: int | None) -> bool:
    """ "has no plans to visit"."""
    return noun is not None and any(
        tree.sentence.tokens[child].text.lower() == "no" for child in tree.of(noun, "det")
    )


# "did not get to meet", "was not able to visit", "does not plan to meet".
_ATTAINED = frozenset("get manage come go able plan intend want expect agree".split())


def _is_denied(tree: Tree, governor: int) -> bool:
    words = {tree.sentence.tokens[child].text.lower() for child in tree.of(governor, "advmod")}
    return bool(words & {"not", "n't", "n’t", "never"})


def _is_conditional(tree: Tree, head: int) -> bool:
    """ "would meet X only if the prisoners were freed"."""
    tokens = tree.sentence.tokens
    return any(
        tokens[word].text.lower() in {"if", "unless", "should", "were"}
        for clause in tree.of(head, "advcl")
        for word in tree.of(clause, "mark", "advmod")
    )


def is_day_of_report(candidate: Candidate) -> bool:
    """Whether the day of what is still to come is that on which it was said.

    "will fly to P, the palace confirmed on Saturday", "said on Thursday that X would ask Y"; and that on which
    something else was done: "left on Sunday for P, where it will chair …".
    """
    when, clause = candidate.when, candidate.clause
    if when is None or clause.modal not in {"will", "would", "shall", "'ll"}:
        return False
    tokens = candidate.tree.sentence.tokens
    between = (t for t in tokens[clause.carrier :] if t.span.end <= when.span.start)
    if any(token.pos == "VERB" and token.lemma.lower() in REPORTING for token in between):
        return True
    node = next((index for index, token in enumerate(tokens) if token.span.overlaps(when.span)), -1)
    while node >= 0 and tokens[node].pos != "VERB":
        node = tokens[node].head
    above = candidate.tree.ancestors(clause.carrier)
    told = node >= 0 and (tokens[node].lemma.lower() in REPORTING or tokens[node].tag == "VBD")
    return told and node in above


_TAKEN_UP = frozenset(
    "follow build report brief comment focus depend reflect remark touch reply elaborate".split()
)


def is_on_the_way(candidate: Candidate) -> bool:
    """ "X, on a visit to P"; not "the trip follows on X's visit", "briefed him on the visit"."""
    tree, head = candidate.tree, candidate.clause.head
    above = tree.sentence.tokens[head].head
    taken = above >= 0 and tree.sentence.tokens[above].lemma.lower() in _TAKEN_UP
    return tree.case(head) == "on" and not taken


_AFTER = frozenset({"after", "following"})


def is_said_after(candidate: Candidate) -> bool:
    """ "They will go on, he said on Friday after a meeting of A and B": over when it was said, whatever is to come."""
    tree, head = candidate.tree, candidate.clause.head
    tokens = tree.sentence.tokens
    opening = next((child for child in tree.of(head, "case") if tokens[child].text.lower() in _AFTER), None)
    if opening is None:
        return False
    before = next((token for token in reversed(tokens[:opening]) if token.pos == "VERB"), None)
    return before is not None and before.tag == "VBD" and before.lemma.lower() in REPORTING
