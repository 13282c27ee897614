"""Clauses: who does what to whom, where, when, said by whom, read off the dependency tree.

A :class:`Clause` is the frame all finders read. Its slots hold token indexes: ``subj``, ``obj``, ``iobj``, ``poss``
(of an event noun), ``mod`` (adjectives and compounds of an event noun), prepositions by their lemma (``with``, ``to``,
``in``), ``xcomp``, ``ccomp``, ``advcl``. Passives are turned round: the agent is ``subj``, the passive subject ``obj``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.language.document import Sentence, Token


class Tense(StrEnum):
    """When a clause puts its event, seen from the writer."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and its arguments; ``light`` is the verb that carries an event noun ("hold" in "held talks")."""

    sentence: Sentence
    head: int
    lemma: str
    noun: bool
    slots: dict[str, tuple[int, ...]]
    tense: Tense
    governors: tuple[int, ...] = ()
    light: int | None = None
    particle: str | None = None
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    inherited: bool = False

    def slot(self, *names: str) -> tuple[int, ...]:
        """The token indexes in the first of ``names`` that is filled."""
        for name in names:
            if found := self.slots.get(name):
                return found
        return ()

    @property
    def token(self) -> Token:
        """The predicate's token."""
        return self.sentence.tokens[self.head]


@dataclass(slots=True)
class Tree:
    """A sentence's tree with its children listed."""

    sentence: Sentence
    children: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.sentence.tokens]
        for index, token in enumerate(self.sentence.tokens):
            if token.head >= 0:
                self.children[token.head].append(index)

    def of(self, index: int, *relations: str) -> list[int]:
        """Children of a token in one of ``relations`` (subtypes included unless one is named)."""
        return [
            child for child in self.children[index] if _matches(self.sentence.tokens[child].dep, relations)
        ]

    def subtree(self, index: int) -> list[int]:
        """A token and everything below it, in text order."""
        seen = [index]
        for node in seen:
            seen.extend(self.children[node])
        return sorted(seen)

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """A token and all that is coordinated with it."""
        found = [index]
        for node in found:
            found.extend(self.of(node, "conj"))
        return tuple(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        node = self.sentence.tokens[index].head
        while node >= 0:
            yield node
            node = self.sentence.tokens[node].head

    def by_case(self, index: int) -> dict[str, list[int]]:
        """A noun and its conjuncts by preposition ("from A to B and C"); without one of its own it shares the last."""
        found: dict[str, list[int]] = {}
        case = ""
        for token in sorted(self.conjuncts(index)):
            case = self.case(token) or case or self.case(index) or "time"
            found.setdefault(case, []).append(token)
        return found

    def case(self, index: int) -> str:
        """The preposition of a noun, lower case; "on the margins of" keeps its first word and noun."""
        words = [self.sentence.tokens[child].text.lower() for child in self.of(index, "case")]
        whole = " ".join(words)
        return whole if whole in _LONG_PREPOSITIONS else " ".join(words[:1])


_LONG_PREPOSITIONS = frozenset(
    {
        "ahead of",
        "because of",
        "such as",
        "prior to",
        "out of",
        "instead of",
        "along with",
        "together with",
        "as well as",
    }
)


def _matches(relation: str, wanted: tuple[str, ...]) -> bool:
    return any(relation == name or relation.startswith(name + ":") for name in wanted)


_FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_IRREALIS_MODALS = frozenset({"would", "could", "might", "may", "can", "should", "must", "ca", "ought"})


def clause_words(tree: Tree, head: int) -> list[int]:
    """The tokens of a predicate's own clause: everything below it but coordinated and juxtaposed predicates."""
    own = {"conj", "cc", "parataxis", "discourse"}
    kept = [head]
    for child in tree.children[head]:
        if tree.sentence.tokens[child].dep in own and tree.sentence.tokens[child].pos in {
            "VERB",
            "AUX",
            "CCONJ",
        }:
            continue
        kept.extend(tree.subtree(child))
    words = sorted(kept)
    while len(words) > 1 and tree.sentence.tokens[words[-1]].text in {".", ",", ";", ":", "-", "–", "—"}:
        words.pop()
    return words


def verb_clause(tree: Tree, index: int) -> Clause:
    """The clause of a verb."""
    sentence = tree.sentence
    token = sentence.tokens[index]
    passive = bool(tree.of(index, "aux:pass", "nsubj:pass", "csubj:pass")) or _is_reduced_passive(tree, index)
    slots: dict[str, list[int]] = {}
    for child in tree.children[index]:
        _fill(tree, slots, child, passive)
    _resolve_relative(tree, index, slots)
    _share_subjects(tree, index, slots)
    if "obj" not in slots:
        _find_addressee(tree, index, slots)
    inherited = "subj" not in slots and not passive and _inherit_subject(tree, index, slots)
    if passive and "obj" not in slots:
        _inherit_passive_subject(tree, index, slots)
    tense, modal = _tense(tree, index)
    particles = [sentence.tokens[child].lemma.lower() for child in tree.of(index, "compound:prt")]
    return Clause(
        sentence,
        index,
        token.lemma.lower(),
        noun=False,
        slots={name: tuple(dict.fromkeys(found)) for name, found in slots.items()},
        tense=tense,
        governors=tuple(tree.ancestors(index)),
        particle=particles[0] if particles else None,
        passive=passive,
        negated=_is_negated(tree, index),
        modal=modal,
        inherited=inherited,
    )


def noun_clause(tree: Tree, index: int, light_verbs: frozenset[str]) -> Clause:
    """The clause of an event noun ("talks between A and B in Oslo"), with its light verb's arguments if it has one."""
    sentence = tree.sentence
    slots: dict[str, list[int]] = {}
    for child in tree.children[index]:
        _fill_noun(tree, slots, child)
    light = _light_verb(tree, index, light_verbs)
    tense, modal, negated, passive = Tense.NONE, None, _is_negated(tree, index), False
    if light is not None:
        verb = verb_clause(tree, light)
        passive = verb.passive
        for name, found in verb.slots.items():
            if index in found:
                found = tuple(
                    other for other in found if other != index and sentence.tokens[other].head != index
                )
            if name in {"ccomp", "advcl"}:
                continue
            slots.setdefault(name, []).extend(found)
        tense, modal, negated = verb.tense, verb.modal, negated or verb.negated
    elif tree.of(index, "cop"):
        tense, modal = _own_tense(tree, index)
    elif (host := _host_verb(tree, index)) is not None:
        verb = verb_clause(tree, host)
        tense, modal = verb.tense, verb.modal
        if "poss" not in slots and "between" not in slots:
            slots.setdefault("subj", []).extend(verb.slots.get("subj", ()))
    elif tree.sentence.tokens[index].dep == "nmod" and tree.case(index) in {"on", "during"}:
        # "Minister X, on an official visit to P": the noun it hangs on travels.
        slots.setdefault("subj", []).append(tree.sentence.tokens[index].head)
    elif (governor := next(iter(tree.ancestors(index)), None)) is not None:
        verbs = [
            node for node in (governor, *tree.ancestors(governor)) if sentence.tokens[node].pos == "VERB"
        ]
        if verbs:
            tense, modal = _tense(tree, verbs[0])
    return Clause(
        sentence,
        index,
        sentence.tokens[index].lemma.lower(),
        noun=True,
        slots={name: tuple(dict.fromkeys(found)) for name, found in slots.items() if found},
        tense=tense,
        governors=tuple(tree.ancestors(index)),
        light=light,
        passive=passive,
        negated=negated,
        modal=modal,
    )


def _fill(tree: Tree, slots: dict[str, list[int]], child: int, passive: bool) -> None:
    token = tree.sentence.tokens[child]
    relation = token.dep
    if (preposition := _stray_preposition(tree, child)) is not None:
        slots.setdefault(preposition, []).extend(tree.conjuncts(child))
        return
    if relation in {"nsubj", "csubj", "nsubj:outer"}:
        name = "obj" if _is_misread_object(tree, child) else "subj"
    elif relation in {"nsubj:pass", "csubj:pass"}:
        name = "obj"
    elif relation in {"obj", "iobj", "xcomp", "ccomp", "advcl", "parataxis"}:
        name = relation
    elif relation == "obl:agent":
        name = "subj" if passive or tree.case(child) == "by" else "obj"
    elif relation == "obl:unmarked" or relation == "obl:tmod":
        name = "time"
    elif relation == "obl" or relation.startswith("obl:"):
        for case, found in tree.by_case(child).items():
            slot = _bare_slot(tree, child) if case == "time" else case
            slots.setdefault("subj" if passive and slot == "by" else slot, []).extend(found)
        _add_nested(tree, slots, child)
        return
    elif relation == "advmod":
        name = "adverb"
    else:
        return
    if name in {"xcomp", "ccomp", "advcl", "parataxis", "adverb"}:
        slots.setdefault(name, []).append(child)
        return
    slots.setdefault(name, []).extend(tree.conjuncts(child))
    _add_nested(tree, slots, child)


def _share_subjects(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    """ "A will travel to P, B said": the parser may hang both subjects on "said"; A belongs to the travelling."""
    token = tree.sentence.tokens[index]
    if token.dep == "ccomp" and "subj" not in slots and token.head > index:
        subjects = tree.of(token.head, "nsubj", "nsubj:pass")
        if len(subjects) > 1 and subjects[0] < index:
            slots["subj"] = list(tree.conjuncts(subjects[0]))
    later = [
        child
        for child in tree.of(index, "ccomp")
        if child < index and not tree.of(child, "nsubj", "nsubj:pass")
    ]
    own = tree.of(index, "nsubj")
    if later and len(own) > 1 and own[0] < later[0]:
        lost = set(tree.conjuncts(own[0]))
        slots["subj"] = [found for found in slots.get("subj", []) if found not in lost]


def _find_addressee(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    """Whom a verb is directed at where the tree has no object: "urged X to …" read with X as indirect object or subject."""
    if "iobj" in slots:
        slots["obj"] = list(slots["iobj"])
        return
    for clause in slots.get("xcomp", []):
        for subject in tree.of(clause, "nsubj"):
            if subject > index:
                slots["obj"] = list(tree.conjuncts(subject))
                return


def _stray_preposition(tree: Tree, child: int) -> str | None:
    """The preposition before an argument behind its verb that the parser hung elsewhere ("spoke today with the UAE …")."""
    tokens = tree.sentence.tokens
    if child < tokens[child].head or tokens[child].dep not in {"nsubj", "obj", "iobj", "nsubj:pass"}:
        return None
    left = child
    while left > 0 and tokens[left - 1].head == child and tokens[left - 1].pos != "ADP":
        left -= 1
    before = tokens[left - 1] if left > 0 else None
    if before is None or before.pos != "ADP" or before.head == child:
        return None
    word = before.text.lower()
    return word if word in {"with", "to", "from", "for", "on", "against", "in", "at"} else None


def _is_misread_object(tree: Tree, child: int) -> bool:
    """A second "subject" behind the verb is its object ("The Secretary urged both sides")."""
    head = tree.sentence.tokens[child].head
    return child > head and any(other < head for other in tree.of(head, "nsubj"))


def _bare_slot(tree: Tree, child: int) -> str:
    """An oblique without a preposition: the verb's particle is one ("participate in"), a bare name is the object."""
    token = tree.sentence.tokens[child]
    for particle in tree.of(token.head, "compound:prt"):
        if tree.sentence.tokens[particle].text.lower() in {"in", "on", "to", "with", "at", "for"}:
            return tree.sentence.tokens[particle].text.lower()
    return "obj" if token.pos == "PROPN" and not tree.of(token.head, "obj") else "time"


def _add_nested(tree: Tree, slots: dict[str, list[int]], child: int) -> None:
    """Prepositions that the parser hung on an argument instead of the verb ("met X in Paris")."""
    for nested in tree.of(child, "nmod"):
        for case, found in tree.by_case(nested).items():
            if case not in {"time", "of", "'s", "’s", "for"}:
                slots.setdefault(f"~{case}", []).extend(found)


def _fill_noun(tree: Tree, slots: dict[str, list[int]], child: int) -> None:
    relation = tree.sentence.tokens[child].dep
    if relation == "nmod:poss":
        slots.setdefault("poss", []).extend(tree.conjuncts(child))
    elif relation == "amod" or relation.startswith("compound") or relation in {"nmod:desc", "nmod:unmarked"}:
        name = "time" if relation == "nmod:unmarked" else "mod"
        slots.setdefault(name, []).extend(tree.conjuncts(child))
    elif relation in {"nmod", "obl"} or relation.startswith(("nmod:", "obl:")):
        for case, found in tree.by_case(child).items():
            slots.setdefault(case, []).extend(found)
        _add_nested(tree, slots, child)
    elif relation == "nsubj":
        slots.setdefault("subj", []).extend(tree.conjuncts(child))
    elif relation in {"appos", "acl", "acl:relcl"}:
        slots.setdefault(relation, []).append(child)


def _is_reduced_passive(tree: Tree, index: int) -> bool:
    """A bare past participle on a noun or in a headline ("talks hosted by Oman")."""
    token = tree.sentence.tokens[index]
    if token.tag != "VBN" or tree.of(index, "aux", "nsubj"):
        return False
    return token.dep in {"acl", "advcl"} or any(tree.case(child) == "by" for child in tree.of(index, "obl"))


def _inherit_subject(tree: Tree, index: int, slots: dict[str, list[int]]) -> bool:
    """Fill the subject from the governing clause: coordination, control, participles, relative clauses."""
    found = _inherited_subject(tree, index, depth=0)
    if found:
        slots["subj"] = list(found)
    return bool(found)


def _resolve_relative(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    """Put the noun a relative clause hangs on where "who" or "which" stands."""
    token = tree.sentence.tokens[index]
    if token.dep != "acl:relcl" or token.head < 0:
        return
    for name, found in slots.items():
        if len(found) == 1 and tree.sentence.tokens[found[0]].tag in {"WDT", "WP", "IN"}:
            slots[name] = list(tree.conjuncts(token.head))
            return


def _inherited_subject(tree: Tree, index: int, depth: int) -> tuple[int, ...]:
    token = tree.sentence.tokens[index]
    head = token.head
    if head < 0 or depth > 4:
        return ()
    if token.dep in {"acl", "acl:relcl"}:
        return tree.conjuncts(head) if tree.sentence.tokens[head].pos in {"NOUN", "PROPN", "PRON"} else ()
    if token.dep not in {"conj", "xcomp", "advcl", "parataxis", "dep"}:
        return ()
    if token.dep == "xcomp" and (objects := tree.of(head, "obj", "iobj")) and not _is_passive(tree, head):
        return tree.conjuncts(objects[0])
    own = tree.of(head, "nsubj", "nsubj:pass")
    if own:
        return tree.conjuncts(own[0])
    return _inherited_subject(tree, head, depth + 1)


def _inherit_passive_subject(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    token = tree.sentence.tokens[index]
    if token.dep in {"acl", "acl:relcl"} and token.head >= 0:
        slots["obj"] = list(tree.conjuncts(token.head))
    elif token.dep in {"conj", "xcomp", "advcl"} and (found := _inherited_subject(tree, index, depth=0)):
        slots["obj"] = list(found)


def _is_passive(tree: Tree, index: int) -> bool:
    return bool(tree.of(index, "aux:pass", "nsubj:pass"))


def _is_negated(tree: Tree, index: int) -> bool:
    tokens = tree.sentence.tokens
    negators = {"not", "n't", "n’t", "never", "neither", "no", "without"}
    return any(
        tokens[child].text.lower() in negators
        and tokens[child].dep in {"advmod", "det", "cc", "aux", "case", "advmod:neg"}
        for child in tree.children[index]
    )


def _tense(tree: Tree, index: int) -> tuple[Tense, str | None]:
    """Tense and modal of a verb; infinitives and participles take them from what governs them."""
    tokens = tree.sentence.tokens
    node = index
    for _ in range(5):
        own, modal = _own_tense(tree, node)
        if own is not Tense.NONE or modal is not None:
            return own, modal
        head = tokens[node].head
        if head < 0 or tokens[node].dep not in {"conj", "xcomp", "advcl", "ccomp", "acl", "parataxis"}:
            break
        if tokens[node].tag == "VB" and tokens[node].dep in {"xcomp", "acl", "advcl"}:
            return Tense.NONE, None
        node = head
    return Tense.NONE, None


def _own_tense(tree: Tree, index: int) -> tuple[Tense, str | None]:
    tokens = tree.sentence.tokens
    helpers = [tokens[child] for child in tree.of(index, "aux", "cop")]
    for helper in helpers:
        word = helper.text.lower()
        if word in _FUTURE_MODALS:
            return Tense.FUTURE, word
        if word in _IRREALIS_MODALS:
            return Tense.NONE, word
    marked = any(tokens[child].text.lower() == "to" for child in tree.of(index, "mark"))
    if marked and any(helper.lemma.lower() == "be" for helper in helpers):
        return Tense.FUTURE, None  # "is to meet", "was to see"
    tag = tokens[index].tag
    finite = [helper for helper in helpers if helper.tag in {"VBD", "VBZ", "VBP"}]
    if finite:
        if any(helper.lemma.lower() == "have" for helper in finite):
            return Tense.PAST, None
        return (Tense.PAST if finite[0].tag == "VBD" else Tense.PRESENT), None
    if tag == "VBD":
        return Tense.PAST, None
    if tag in {"VBZ", "VBP"}:
        return Tense.PRESENT, None
    if tag == "VBN" and not helpers:
        return Tense.PAST, None
    return Tense.NONE, None


_DURING = frozenset(
    {"during", "after", "in", "at", "following", "before", "ahead of", "for", "on", "through", "via"}
)


def _host_verb(tree: Tree, index: int) -> int | None:
    """The verb whose subject takes part in an event named beside it ("During talks with X, Y said …")."""
    token = tree.sentence.tokens[index]
    if token.head < 0 or not token.dep.startswith("obl") or tree.case(index) not in _DURING:
        return None
    return token.head if tree.sentence.tokens[token.head].pos == "VERB" else None


def _light_verb(tree: Tree, index: int, light_verbs: frozenset[str]) -> int | None:
    """The verb that an event noun leans on: "hold a meeting", "a meeting took place"."""
    tokens = tree.sentence.tokens
    node, hops = index, 0
    while hops < 3:
        head = tokens[node].head
        if head < 0:
            return None
        relation = tokens[node].dep
        if tokens[head].pos == "VERB" and relation in {
            "obj",
            "nsubj",
            "nsubj:pass",
            "xcomp",
            "obl",
            "obl:agent",
        }:
            return head if tokens[head].lemma.lower() in light_verbs else None
        if relation != "conj" and not (relation == "nmod" and tokens[head].lemma.lower() in _CONTAINERS):
            return None
        node, hops = head, hops + 1
    return None


_CONTAINERS = frozenset(
    "round series number set day leg part couple pair package batch tranche wave raft slew session".split()
)
