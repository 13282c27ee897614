"""Instruments: what an agreement is called, as the text has it ("memorandum on subsea cables")."""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind
from dragoman.engagements.topics import phrase_span
from dragoman.engagements.tree import Tree

_INSTRUMENTS = frozenset(
    "agreement memorandum protocol treaty declaration accord plan communique communiqué roadmap convention pact charter "
    "statement mou contract compact arrangement framework initiative deal understanding".split()
)
_PLAIN = frozenset({"agreement", "deal", "accord", "statement", "initiative", "framework", "plan"})
# Said of a thing, not part of what it is called.
_NO_NAME = frozenset(
    "new first such other separate final formal landmark historic similar preliminary possible future".split()
)


def find_instrument(candidate: Candidate) -> Span | None:
    """The words that name what was signed or adopted; ``None`` where it is just "an agreement" or several papers."""
    if candidate.kind is not Kind.AGREEMENT:
        return None
    clause, tree = candidate.clause, candidate.tree
    heads = [clause.head] if clause.noun else [*clause.slots.get("obj", ()), *clause.slots.get("subj", ())]
    for head in heads:
        token = tree.sentence.tokens[head]
        if token.lemma.lower() in _INSTRUMENTS and token.tag in {"NN", "NNP"} and not tree.of(head, "nummod"):
            name = _without_place(tree, head, phrase_span(tree, head))
            return name if _says_more(tree, head, name) else None
    return None


def _without_place(tree: Tree, head: int, name: Span) -> Span:
    """ "a memorandum on cables in Riga": where it was signed is not part of its name."""
    tokens = tree.sentence.tokens
    for index in range(head + 2, len(tokens)):
        case = next(iter(tree.of(index, "case")), index)
        placed = tokens[index].pos == "PROPN" and tree.case(index) in {"in", "at"}
        if placed and case > head + 1 and name.covers(tokens[index].span):
            return Span(name.start, tokens[case - 1].span.end)
        if placed and case == head + 1:
            return Span(name.start, tokens[head].span.end)
    return name


def _says_more(tree: Tree, head: int, name: Span) -> bool:
    """Whether the phrase tells which instrument it is."""
    words = [
        token
        for index, token in enumerate(tree.sentence.tokens)
        if name.covers(token.span) and index != head and token.lemma.lower() not in _NO_NAME
    ]
    modified = any(token.pos in {"ADJ", "NOUN", "PROPN"} for token in words)
    return modified or tree.sentence.tokens[head].lemma.lower() not in _PLAIN
