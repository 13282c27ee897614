"""Judging: what a clause says of a deed, "called it a provocation", "said the move was illegal", "was disappointed".

The words stand in the lexicon; here is where they have to stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engagements.clauses import Clause
from dragoman.engagements.tree import Tree

_SELF = frozenset({"i", "we", "he", "she"})
_SPEAKERS = frozenset({"it", "he", "she", "they", "we", "i"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "hardly"})
# What a verdict's own words hang on: "an act of aggression", "grave and unacceptable".
_WITHIN = frozenset({"amod", "nmod", "compound", "conj", "nmod:desc", "obl", "appos"})
_CALLING = frozenset("call describe brand label term denounce deem consider regard dub deplore view".split())


def is_judged(tree: Tree, clause: Clause, verdicts: frozenset[str]) -> bool:
    """Whether the clause passes one of some verdicts on what it is about, and not on the speaker."""
    for index in _predicates(tree, clause):
        words = set(words_of(tree, index))
        if words & verdicts and not words & _NOT and not _subjects(tree, index) & _SELF:
            return True
    return False


def is_felt(tree: Tree, clause: Clause, feelings: frozenset[str]) -> bool:
    """Whether the clause says how its own speaker feels ("said it was disappointed")."""
    tokens = tree.sentence.tokens
    return any(
        tokens[index].text.lower() in feelings and _subjects(tree, index) & _SPEAKERS
        for index in clause.slots.get("ccomp", ())
    )


def _predicates(tree: Tree, clause: Clause) -> Iterator[int]:
    """What is said to be: behind "is" in the that-clause, or behind the object of "call" and its like."""
    for index in clause.slots.get("ccomp", ()):
        if tree.of(index, "cop"):
            yield index
    if clause.lemma in _CALLING:
        yield from clause.slots.get("xcomp", ())
        yield from clause.slots.get("as", ())
        yield from clause.slots.get("~as", ())


def _subjects(tree: Tree, index: int) -> set[str]:
    return {tree.sentence.tokens[child].text.lower() for child in tree.of(index, "nsubj", "nsubj:pass")}


def words_of(tree: Tree, index: int) -> Iterator[str]:
    tokens = tree.sentence.tokens
    yield tokens[index].lemma.lower()
    yield tokens[index].text.lower()
    for child in tree.children[index]:
        if tokens[child].dep in _WITHIN:
            yield from words_of(tree, child)
        elif tokens[child].text.lower() in _NOT:
            yield tokens[child].text.lower()
