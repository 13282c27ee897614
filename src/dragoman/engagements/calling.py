"""Calling: which "call" is meant: by telephone, at somebody's, to the ministry, for something."""

from __future__ import annotations

from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Kind
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.tree import Tree


def calls_otherwise(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    """Whether "call" is another than the entry's: of the telephone, at somebody's, to the ministry."""
    if _is_so_called(tree, clause) or (entry.kind is Kind.CALL and _has_particle(tree, clause)):
        return True
    named = entry.mode == "summon" and _is_naming(tree, clause)
    return named or (entry.kind in {Kind.MEETING, Kind.CALL} and _is_asked_to(tree, clause))


def _is_naming(tree: Tree, clause: Clause) -> bool:
    """ "called the famine the worst in decades": by a name, to no ministry."""
    named = (*clause.slots.get("xcomp", ()), *clause.slots.get("parataxis", ()))
    return any(
        tree.sentence.tokens[token].pos in {"ADJ", "NOUN"} and not tree.of(token, "mark") for token in named
    )


def _is_so_called(tree: Tree, clause: Clause) -> bool:
    """ "the so-called republics": nobody calls."""
    return clause.head > 0 and tree.sentence.tokens[clause.head - 1].tag == "HYPH"


def _has_particle(tree: Tree, clause: Clause) -> bool:
    """ "called in", "called for": no telephone call."""
    tokens = tree.sentence.tokens
    following = tokens[clause.head + 1].text.lower() if clause.head + 1 < len(tokens) else ""
    return following in {"in", "for", "on", "off", "up", "upon", "out"}


def _is_asked_to(tree: Tree, clause: Clause) -> bool:
    """ "called on X to reopen the border": no courtesy call."""
    wanted = (*clause.slots.get("xcomp", ()), *clause.slots.get("advcl", ()))
    marks = {
        tree.sentence.tokens[child].text.lower()
        for index in wanted
        if index > clause.head
        for child in tree.of(index, "mark")
    }
    return "to" in marks and clause.slots.get("on") is not None


def tells_no_call(tree: Tree, clause: Clause) -> bool:
    """Whether the noun of a call tells of none: something is called for, credit is a line, it describes a talk."""
    return _is_for_something(tree, clause) or _describes_talk(tree, clause)


_BY_PHONE = frozenset("phone telephone video conference skype zoom telephonic virtual".split())


def _is_for_something(tree: Tree, clause: Clause) -> bool:
    """ "the Council's call for P to act", "our strong call upon P to stop": asked for, on no telephone."""
    behind = [token.text.lower() for token in tree.sentence.tokens[clause.head + 1 :]]
    if behind[:1] in (["lines"], ["network"], ["networks"], ["company"], ["operator"]):
        return True  # "reopens phone lines"
    if clause.lemma == "line" and (behind[:1] == ["of"] or _is_of_credit(tree, clause)):
        return True  # "a line of credit", "a swap line"
    asked = clause.lemma == "call" and behind[:1] in (["on"], ["upon"], ["for"]) and "to" in behind
    told = clause.light is None and clause.slots.get("for") and not clause.slots.get("mod")
    wanted = clause.lemma == "call" and behind[:1] == ["for"] and not _is_by_phone(tree, clause)
    faced = clause.slots.get("with") or clause.slots.get("between")
    return bool(told or wanted or (asked and clause.slots.get("poss"))) and not faced


_CREDIT = frozenset("credit swap loan funding finance financing overdraft".split())


def _is_of_credit(tree: Tree, clause: Clause) -> bool:
    words = {tree.sentence.tokens[token].lemma.lower() for token in clause.slots.get("mod", ())}
    return not words.isdisjoint(_CREDIT)


def _is_by_phone(tree: Tree, clause: Clause) -> bool:
    words = {tree.sentence.tokens[token].lemma.lower() for token in clause.slots.get("mod", ())}
    return not words.isdisjoint(_BY_PHONE)


_SPOKEN = frozenset(
    "call conversation talk discussion consultation exchange conference interview briefing".split()
)


def _describes_talk(tree: Tree, clause: Clause) -> bool:
    """The "telephone" of "telephone conversations": told by the noun behind it."""
    token = tree.sentence.tokens[clause.head]
    return token.dep == "compound" and tree.sentence.tokens[token.head].lemma.lower() in _SPOKEN
