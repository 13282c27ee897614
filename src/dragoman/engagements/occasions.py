"""Occasions: the meeting, call, visit or press conference at which a clause says something was done.

"At Tuesday's meeting in Prague, X and Y discussed trade": day and place hang on the occasion, and are those of what X
and Y did there. What was said after talks is said on their day and where they were held.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.citation import Span
from dragoman.engagements.tree import Tree

_AT = frozenset({"at", "during", "in", "on", "after", "following", "over", "within", "alongside"})
_OCCASIONS = frozenset(
    "meeting talk conversation session summit call encounter audience reception lunch dinner breakfast luncheon "
    "ceremony conference briefing availability consultation negotiation discussion appearance address speech interview "
    "dialogue forum round sideline margin occasion debate event gathering banquet".split()
)
_ASIDE = re.compile(r"\b(?:on|at|in) (?:the|its) (?:sidelines?|margins?|fringes?)\b", re.IGNORECASE)
_SPEAKING = frozenset("speak address appear talk comment brief attend visit arrive meet".split())
_DEEP = 3
"""How many occasions may stand in one another ("at a press conference after talks at the margins of …")."""


def find_occasions(tree: Tree, nodes: set[int]) -> set[int]:
    """The tokens of the occasions beside or below the tokens that carry an event."""
    tokens = tree.sentence.tokens
    found: set[int] = set()
    stack = [(child, 1) for node in nodes for child in tree.of(node, "obl", "nmod")]
    while stack:
        index, depth = stack.pop()
        if index in found or depth > _DEEP or not _is_occasion(tree, index):
            continue
        found.add(index)
        stack.extend((child, depth + 1) for child in tree.of(index, "nmod", "obl"))
        stack.extend(
            (child, depth + 1) for child in tree.of(index, "conj") if tokens[child].pos in {"NOUN", "PROPN"}
        )
    return found


def speaking_clauses(tree: Tree, nodes: set[int]) -> set[int]:
    """ "Speaking in Warsaw on Monday, X accused Y", "X, speaking in Warsaw, …": the verbs of what else is done in it."""
    tokens = tree.sentence.tokens
    beside = [
        child for node in nodes for subject in tree.of(node, "nsubj") for child in tree.of(subject, "acl")
    ]
    return {
        child
        for node in nodes
        for child in (*tree.of(node, "advcl"), *beside)
        if tokens[child].tag == "VBG"
        and tokens[child].lemma.lower() in _SPEAKING
        and child < node
        and not tree.of(child, "nsubj", "aux")
    }


def find_asides(text: str, sentences: Sequence[Span]) -> list[int]:
    """Which sentences tell of something on the sidelines of something else."""
    return [index for index, span in enumerate(sentences) if _ASIDE.search(text, span.start, span.end)]


def _is_occasion(tree: Tree, index: int) -> bool:
    return tree.sentence.tokens[index].lemma.lower() in _OCCASIONS and tree.case(index) in _AT
