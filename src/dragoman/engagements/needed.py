"""Needed: deeds that a sentence calls for, refuses or only thinks of, and does not tell as done."""

from __future__ import annotations

from dragoman.engagements.clauses import Clause
from dragoman.engagements.tree import Tree

_NEEDED = frozenset("need necessity importance urgency imperative obligation duty failure".split())
_THOUGHT = frozenset(
    "view position stance opinion idea possibility prospect importance question issue hope".split()
)


_NOT_DONE = frozenset({"refuse", "decline", "fail"})


def is_only_needed(tree: Tree, index: int) -> bool:
    """ "the need for A to withdraw its troops", "its views on lifting sanctions", "refused to let X go": not done."""
    tokens = tree.sentence.tokens
    if _is_asked_as_well(tree, index):
        return True
    while tokens[index].dep == "conj":
        index = tokens[index].head
    token = tokens[index]
    governor = tokens[token.head].lemma.lower() if token.head >= 0 else ""
    if token.dep == "xcomp" and governor in _NOT_DONE:
        return True
    if token.dep == "advcl" and token.tag == "VB" and governor in {"reject", "oppose", *_NOT_DONE}:
        return True  # "rejected an offer to stop arming X"
    if token.tag == "VB" and token.head >= 0 and _is_in_given_time(tree, index):
        return True
    if any(tokens[mark].text.lower() in {"against", "without"} for mark in tree.of(index, "mark")):
        return True  # "voted against lifting the sanctions"
    if token.dep == "xcomp" and tokens[token.head].tag in {"VBZ", "VBP"}:
        return tokens[token.head].lemma.lower() in {"have", "need"}  # "has to recognise X"
    if token.dep != "acl" or token.tag not in {"VB", "VBG"}:
        return False
    return tokens[token.head].lemma.lower() in (_NEEDED if token.tag == "VB" else _NEEDED | _THOUGHT)


_TIMES = frozenset("hour day week month deadline".split())


def _is_in_given_time(tree: Tree, index: int) -> bool:
    """ "gave P a week to free the crew": for P to do."""
    tokens = tree.sentence.tokens
    above = tokens[index].head
    if tokens[index].dep == "acl":
        return tokens[above].lemma.lower() in _TIMES
    return (
        tokens[index].dep == "advcl"
        and tokens[above].lemma.lower() == "give"
        and bool(tree.of(above, "iobj"))
    )


_ASKING = frozenset("urge call ask press exhort implore advise beseech".split())


def _is_asked_as_well(tree: Tree, index: int) -> bool:
    """ "urges P to keep its word, stop arming Q": a further thing asked, which the parser put beside the asking."""
    tokens = tree.sentence.tokens
    if tokens[index].tag != "VB" or tree.of(index, "aux", "nsubj"):
        return False
    node = index
    while tokens[node].dep in {"conj", "parataxis"}:
        node = tokens[node].head
    return tokens[node].tag in {"VBZ", "VBP", "VBD"} and tokens[node].lemma.lower() in _ASKING


_BARRING = frozenset("ban bar prohibit prevent block stop keep exclude forbid preclude".split())


def is_barred(tree: Tree, index: int) -> bool:
    """ "is banned from entering P", "blocked the visit of X to P": kept from doing it."""
    tokens = tree.sentence.tokens
    governor = tokens[index].head
    from_it = any(tokens[mark].text.lower() == "from" for mark in tree.of(index, "mark"))
    kept = from_it or tokens[index].dep == "obj"
    return kept and governor >= 0 and tokens[governor].lemma.lower() in _BARRING


_WISHING = frozenset(
    "call appeal push plead plea hope demand advocate press lobby campaign wish pray".split()
)
_WISHED = frozenset({"demand", "need", "advocate", "urge", "require", "want"})


def is_wished(tree: Tree, clause: Clause) -> bool:
    """ "called for a ceasefire between A and B", "demanded a truce": what somebody wants, and nobody has agreed on."""
    tokens = tree.sentence.tokens
    token = tokens[clause.head]
    if token.head < 0:
        return False
    governor = tokens[token.head].lemma.lower()
    if token.dep == "obj":
        return governor in _WISHED
    return tree.case(clause.head) == "for" and governor in _WISHING | _NEEDED


_YIELDING = frozenset(
    "cut lift ease lower reduce release free withdraw drop waive scrap suspend relax".split()
)


def yields_alone(tree: Tree, clause: Clause) -> bool:
    """ "P agreed to cut its duties" is what P does, and no agreement with anybody."""
    tokens = tree.sentence.tokens
    alone = len(clause.slots.get("subj", ())) == 1 and not clause.slots.get("with")
    singular = alone and tokens[clause.slots["subj"][0]].tag in {"NNP", "NN"}
    return singular and any(
        tokens[token].lemma.lower() in _YIELDING for token in clause.slots.get("xcomp", ())
    )


def agrees_on_a_need(tree: Tree, clause: Clause) -> bool:
    """ "agreed on the need for a ceasefire" is what was said, and no agreement."""
    tokens = tree.sentence.tokens
    return any(
        tokens[token].lemma.lower() in _NEEDED
        for slot in ("on", "about", "upon")
        for token in clause.slots.get(slot, ())
    )
