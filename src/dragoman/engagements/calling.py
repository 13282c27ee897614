"""Calling: which "call" is meant: by telephone, at somebody's, to the ministry, for something."""

from __future__ import annotations

from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Kind
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.tree import Tree
from dragoman.language.document import NameLabel


def calls_otherwise(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    """Whether "call" is another than the entry's: of the telephone, at somebody's, to the ministry."""
    if _is_so_called(tree, clause) or (entry.kind is Kind.CALL and _has_particle(tree, clause)):
        return True
    named = entry.mode == "summon" and _is_naming(tree, clause)
    visited = clause.slots.get("on") is not None and bool(_wanted(clause)) and not _is_asked(tree, clause)
    if entry.complement:  # "call on somebody to do something"
        return named or visited
    return named or (entry.kind in {Kind.MEETING, Kind.CALL} and _is_asked(tree, clause))


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


def _is_asked(tree: Tree, clause: Clause) -> bool:
    """ "called on X to reopen the border": no courtesy call."""
    return clause.slots.get("on") is not None and any(
        not _is_told_of_them(tree, clause, index)
        and not (_is_errand(tree, index) and _calls_on_somebody(tree, clause))
        for index in _wanted(clause)
    )


def _wanted(clause: Clause) -> list[int]:
    found = (*clause.slots.get("xcomp", ()), *clause.slots.get("advcl", ()))
    return [index for index in found if index > clause.head]


def _is_told_of_them(tree: Tree, clause: Clause, wanted: int) -> bool:
    """ "called on X, who offered a port to Q to ease trade": without a comma, what X offers it for."""
    tokens = tree.sentence.tokens
    return any(
        clause.head < relative < wanted and "," not in {token.text for token in tokens[relative:wanted]}
        for token in clause.slots.get("on", ())
        for relative in tree.of(token, "acl:relcl")
    )


# What somebody comes for: the verb, and what it needs for an object; with none, the verb alone says it.
_ERRANDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("brief", "bid", "greet", "congratulate", "felicitate", "convey"), frozenset()),
    **dict.fromkeys(
        ("deliver", "hand", "present", "handover", "pass"),
        frozenset("letter message invitation greeting credentials copy".split()),
    ),
    **dict.fromkeys(
        ("discuss", "review", "explore", "exchange"),
        frozenset(
            "relation tie cooperation collaboration partnership view matter issue trade investment".split()
        ),
    ),
    "pay": frozenset("respect respects homage".split()),
}


def _is_errand(tree: Tree, index: int) -> bool:
    """ "to hand over a letter", "to brief him": what a caller comes for, and no demand."""
    tokens = tree.sentence.tokens
    needed = _ERRANDS.get(tokens[index].lemma.lower())
    if needed is None:
        return False
    told = {tokens[child].lemma.lower() for child in tree.of(index, "obj")}
    return not needed or not told.isdisjoint(needed)


def _calls_on_somebody(tree: Tree, clause: Clause) -> bool:
    """Whether a person is called on, and not a state or a body."""
    people = [name for name in tree.sentence.names if name.label is NameLabel.PER]
    told = [near for token in clause.slots.get("on", ()) for near in (token, *tree.of(token, "appos"))]
    return any(name.first <= token < name.last for token in told for name in people)


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
