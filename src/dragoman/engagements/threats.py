"""Threats: acts announced in case something happens, or warned of, are threats and not yet the acts.

"threatened to expel the ambassadors", "will close its border unless …" are read as the expulsion or the sanction first;
"warned X that it would …" as a warning. What makes them threats stands around them.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense, verb_tense
from dragoman.engagements.consequences import RULE, is_foretold_by_another
from dragoman.engagements.days import find_when
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions

_MODES = {
    Kind.SANCTION: "sanction",
    Kind.EXPULSION: "expel",
    Kind.ATTACK: "force",
    Kind.CONCESSION: "unspecified",
    Kind.OTHER: "unspecified",
}
_OFFERS = frozenset({"lift", "release", "access", "return", "apologise"})
_BREAKS = frozenset({"recall_ambassador", "downgrade"})
# Which of two words for one threat says more.
_PLAINNESS: dict[str | None, int] = {
    None: 0,
    "unspecified": 0,
    "sanction": 1,
    "force": 2,
    "expel": 3,
    "ultimatum": 3,
    "relations": 4,
}
_THREATENING = frozenset({"threaten", "warn", "vow", "swear", "caution"})
_READY = frozenset({"prepare", "ready", "reserve", "consider", "willing"})
_CONDITIONS = frozenset({"if", "unless", "otherwise"})
_LATER = frozenset({"will", "would", "shall", "'ll", "’ll", "could", "might", "may"})
_HARM = frozenset(
    "face pay regret suffer bear respond retaliate react reimpose cut suspend withdraw defend strike block veto close "
    "shut impose halt expel target punish stop end freeze destroy attack sever recall answer review deploy seize "
    "ban cancel leave terminate downgrade invade bomb hit intervene follow meet become draw deal provoke trigger".split()
)
_PRICES = frozenset(
    "consequence consequences price response retaliation measure measures countermeasure countermeasures action force "
    "sanctions sanction reprisal reprisals repercussion repercussions responsibility".split()
)


def turn_into_threats(found: list[Candidate], mentions: Mentions) -> None:
    """Make threats of the acts of one sentence that are only threatened, and of warnings that name a consequence.

    What somebody foretells of another side is none.
    """
    for candidate in found:
        if candidate.kind is Kind.THREAT:
            _make(candidate, candidate.mode or "unspecified")
        elif candidate.kind is Kind.CONCESSION and candidate.mode in _OFFERS and not candidate.negated:
            continue  # "will lift the sanctions if …" is an offer
        elif candidate.kind is Kind.SANCTION and _is_vague(candidate):
            _make(candidate, "unspecified")
        elif candidate.kind in _MODES and candidate.of(Role.ACTOR) and _is_threatened(candidate):
            mode = "relations" if candidate.mode in _BREAKS else _MODES[candidate.kind]
            _make(candidate, mode)
        elif (
            candidate.kind is Kind.STATEMENT
            and candidate.mode in {"warn", "express"}
            and _names_price(candidate)
        ):
            _make(candidate, "unspecified")
        elif candidate.mode == "refuse" and candidate.negated and _rules_in_force(candidate):
            _make(candidate, "force")  # "will not rule out force"
    found[:] = [c for c in found if c.kind is not Kind.THREAT or not is_foretold_by_another(c, mentions)]
    _drop_doubles(found)
    for candidate in found:
        if candidate.kind is Kind.THREAT and candidate.when is None:
            candidate.when = find_when(candidate, mentions)  # the day it was said


_VAGUE = frozenset("measure measures countermeasure countermeasures counter-measures step steps".split())


def _is_vague(candidate: Candidate) -> bool:
    """ "will take countermeasures": measures of whatever sort."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    taken = clause.light is not None and tokens[clause.light].lemma.lower() == "take"
    if not (clause.noun and clause.lemma in _VAGUE and taken):
        return False
    above = tokens[clause.carrier].head if tokens[clause.carrier].dep == "xcomp" else clause.carrier
    return Tense.FUTURE in {
        clause.tense,
        verb_tense(candidate.tree, above)[0],
    }  # also "will continue to take"


def _make(candidate: Candidate, mode: str) -> None:
    candidate.kind, candidate.mode, candidate.status = Kind.THREAT, mode, Status.COMPLETED
    candidate.hypothetical = candidate.negated = False
    candidate.weight = max(candidate.weight, 0.65)


def _drop_doubles(found: list[Candidate]) -> None:
    """One threat of a speaker against a side is told once, by the words that say most of what is threatened."""
    kept: list[Candidate] = []
    for candidate in found:
        doubles = (
            place
            for place, earlier in enumerate(kept)
            if earlier.kind is candidate.kind is Kind.THREAT and _is_one(earlier, candidate)
        )
        double = next(doubles, None)
        if double is None:
            kept.append(candidate)
        else:
            told = [kept[double], candidate]
            mode = max((c.mode for c in told), key=lambda mode: _PLAINNESS[mode])
            kept[double] = max(told, key=lambda c: (len(c.sides), c.mode == mode, c.rule == RULE))
            kept[double].mode = mode
    found[:] = kept


def _is_one(one: Candidate, other: Candidate) -> bool:
    """Whether two threats of one sentence have the same speaker and target, as far as each tells them."""
    speakers, others = ({part.side for part in c.of(Role.ACTOR)} for c in (one, other))
    facing, faced = (c.sides - {part.side for part in c.of(Role.ACTOR)} for c in (one, other))
    return speakers == others and (facing == faced or not facing or not faced)


def _is_threatened(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    head = candidate.clause.carrier
    node = head
    while tokens[node].head >= 0 and tokens[node].dep in {
        "xcomp",
        "ccomp",
        "conj",
        "advcl",
        "obj",
        "nmod",
        "obl",
    }:
        if tokens[node].dep == "advcl" and _is_supposed(candidate, node):
            return False
        below, node = node, tokens[node].head
        if tokens[node].lemma.lower() in _THREATENING and not _is_aside(candidate, below):
            return True
    if _is_condition(candidate, head):
        return False
    later = candidate.clause.modal in _LATER or _is_ready(candidate, head)
    return later and candidate.status is not Status.ONGOING and _has_condition(candidate)


def _is_aside(candidate: Candidate, node: int) -> bool:
    """Whether a clause is told beside the one above it; "threatened on Monday to leave" only looks so."""
    tree = candidate.tree
    token = tree.sentence.tokens[node]
    infinitive = token.tag == "VB" and tree.of(node, "mark") and not tree.of(token.head, "obj")
    return token.dep == "advcl" and not infinitive


def _is_condition(candidate: Candidate, head: int) -> bool:
    """Whether the act is itself what is supposed ("if Russia invades")."""
    chain = [head, *candidate.tree.ancestors(head)]
    return any(_is_supposed(candidate, node) for node in chain[:3])


def _is_supposed(candidate: Candidate, node: int) -> bool:
    tree = candidate.tree
    return any(tree.sentence.tokens[m].text.lower() in {"if", "unless"} for m in tree.of(node, "mark"))


def _is_ready(candidate: Candidate, head: int) -> bool:
    """ "is prepared to cut aid", "reserves the right to": the act waits."""
    tokens = candidate.tree.sentence.tokens
    return any(tokens[node].lemma.lower() in _READY for node in candidate.tree.ancestors(head))


def _has_condition(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    return any(token.text.lower() in _CONDITIONS and token.dep in {"mark", "advmod"} for token in tokens)


def _names_price(candidate: Candidate) -> bool:
    """Whether what is said names a consequence: "that it would retaliate", "of consequences", "would pay the price"."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    warns = candidate.mode == "warn"
    slots = candidate.clause.slots
    named = {tokens[index].lemma.lower() for slot in ("of", "about") for index in slots.get(slot, ())}
    if warns and named & _PRICES:
        return True
    for index in (*slots.get("ccomp", ()), *slots.get("parataxis", ())):
        helpers = {tokens[child].text.lower() for child in tree.of(index, "aux")}
        subjects = {node for child in tree.of(index, "nsubj", "csubj") for node in tree.subtree(child)}
        below = {
            tokens[node].lemma.lower()
            for node in tree.subtree(index)
            if node not in subjects and not _is_for_all(tree, node)
        }
        harms = tokens[index].lemma.lower() in _HARM or bool(below & _PRICES)
        if harms and helpers & _LATER and (warns or _has_condition(candidate)):
            return True
        if warns and below & _READY and below & (_HARM | _PRICES):
            return True
    return False


_ALL = frozenset("region world area peace stability security people humanity everybody everyone".split())


def _is_for_all(tree: Tree, node: int) -> bool:
    """ "would have repercussions for the whole region": foretold, and not meant for anybody."""
    behind = [child for child in tree.of(node, "nmod") if tree.case(child) in {"for", "on"}]
    return any(tree.sentence.tokens[child].lemma.lower() in _ALL for child in behind)


_FORCE = frozenset({"force", "strike", "attack", "invasion", "retaliation", "war", "intervention"})


def _rules_in_force(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    return any(tokens[index].lemma.lower() in _FORCE for index in candidate.clause.slots.get("obj", ()))
