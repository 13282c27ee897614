"""Clauses: who does what to whom, where, when, said by whom, read off the dependency tree.

A :class:`Clause` is the frame all finders read. Its slots hold token indexes: ``subj``, ``obj``, ``iobj``, ``poss``
(of an event noun), ``mod`` (adjectives and compounds of an event noun), prepositions by their lemma (``with``, ``to``,
``in``), ``xcomp``, ``ccomp``, ``advcl``. Passives are turned round: the agent is ``subj``, the passive subject ``obj``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dragoman.engagements.arguments import (
    fill_argument,
    fill_noun_argument,
    find_addressee,
    inherit_passive_subject,
    inherit_subject,
    is_reduced_passive,
    lost_object,
    resolve_relative,
)
from dragoman.engagements.carrying import COUNTED, carrying_verb, is_followed
from dragoman.engagements.subjects import share_subjects, shared_object
from dragoman.engagements.tree import Tree, is_negated
from dragoman.language.document import Sentence, Token
from dragoman.pages.article import BlockKind


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
    def carrier(self) -> int:
        """The verb that carries an event noun, else the predicate itself."""
        return self.light if self.light is not None else self.head

    @property
    def token(self) -> Token:
        """The predicate's token."""
        return self.sentence.tokens[self.head]


_FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_PARTICLES = frozenset({"down", "up", "off", "out", "in", "on", "over", "back", "together", "away", "aside"})
# "X, in P, conferred by telephone with Y" is no passive, whatever the parser makes of "by".
_NEVER_PASSIVE = frozenset({"confer", "communicate", "converse", "speak", "talk", "chat", "dine", "huddle"})
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
    against = token.text.lower() == "opposed" and any(tree.case(c) == "to" for c in tree.of(index, "obl"))
    # "A and B condemned and voiced regret over X": past tense, whatever the parser makes of the subject.
    shared = token.tag == "VBD" and not tree.of(index, "aux:pass") and bool(shared_object(tree, index))
    passive = not (against or shared or token.lemma.lower() in _NEVER_PASSIVE) and (
        bool(tree.of(index, "aux:pass", "nsubj:pass", "csubj:pass")) or is_reduced_passive(tree, index)
    )
    slots: dict[str, list[int]] = {}
    for child in tree.children[index]:
        fill_argument(tree, slots, child, passive)
    resolve_relative(tree, index, slots)
    share_subjects(tree, index, slots)
    if "obj" not in slots:
        find_addressee(tree, index, slots)
    if not passive and not slots.keys() & {"obj", "xcomp", "ccomp"}:
        slots.update({"obj": list(found)} if (found := lost_object(tree, index)) else {})
    inherited = "subj" not in slots and not passive and inherit_subject(tree, index, slots)
    if passive and "obj" not in slots:
        inherit_passive_subject(tree, index, slots)
    tense, modal = verb_tense(tree, index)
    particles = [
        sentence.tokens[child].lemma.lower()
        for child in tree.of(index, "compound:prt", "advmod")
        if sentence.tokens[child].lemma.lower() in _PARTICLES
    ]
    return Clause(
        sentence,
        index,
        token.lemma.lower(),
        noun=False,
        slots={name: tuple(dict.fromkeys(found)) for name, found in slots.items()},
        tense=tense,
        particle=particles[0] if particles else None,
        passive=passive,
        negated=is_negated(tree, index),
        modal=modal,
        inherited=inherited,
    )


def noun_clause(tree: Tree, index: int, light_verbs: frozenset[str]) -> Clause:
    """The clause of an event noun ("talks between A and B in Oslo"), with its light verb's arguments if it has one."""
    sentence = tree.sentence
    slots: dict[str, list[int]] = {}
    for child in tree.children[index]:
        fill_noun_argument(tree, slots, child)
    resolve_relative(tree, index, slots)
    light = carrying_verb(tree, index, light_verbs, slots)
    tense, modal, negated, passive = Tense.NONE, None, is_negated(tree, index), False
    if light is not None:
        verb = verb_clause(tree, light)
        passive = verb.passive
        for name, found in verb.slots.items():
            if index in found:
                above = {index, sentence.tokens[index].head}  # what it is listed with is no argument of it
                found = tuple(
                    other for other in found if other not in above and sentence.tokens[other].head != index
                )
            if name in {"ccomp", "advcl"}:
                continue
            slots.setdefault(name, []).extend(found)
        tense, modal, negated = verb.tense, verb.modal, negated or verb.negated
    elif tree.of(index, "cop"):
        tense, modal = _own_tense(tree, index)
    elif sentence.tokens[index].dep == "nsubj" and tree.of(sentence.tokens[index].head, "cop"):
        slots["is"] = [sentence.tokens[index].head]  # "the first stop is P"
        tense, modal = _own_tense(tree, sentence.tokens[index].head)
    elif (host := _host_verb(tree, index)) is not None:
        verb = verb_clause(tree, host)
        tense, modal = verb.tense, verb.modal
        if "between" not in slots:  # "after the talks between A and B, C and D discussed trade"
            slots["host"] = list(verb.slots.get("subj", ()))
        slots["faced"] = _addressees(tree, host, verb)
    elif tree.sentence.tokens[index].dep == "nmod" and tree.case(index) in {"on", "during"}:
        # "Minister X, on an official visit to P": the noun it hangs on travels.
        slots["host"] = [tree.sentence.tokens[index].head]
    elif tree.case(index) in _GROUNDS or is_followed(tree, index):
        tense = (
            Tense.PAST
        )  # "will take measures in response to P's strike", "follows a visit by A": it has been
    elif (governor := next(iter(tree.ancestors(index)), None)) is not None:
        verbs = [
            node for node in (governor, *tree.ancestors(governor)) if sentence.tokens[node].pos == "VERB"
        ]
        if verbs:
            tense, modal = verb_tense(tree, verbs[0])
    return Clause(
        sentence,
        index,
        sentence.tokens[index].lemma.lower(),
        noun=True,
        slots={name: tuple(dict.fromkeys(found)) for name, found in slots.items() if found},
        tense=tense,
        light=light,
        passive=passive,
        negated=negated,
        modal=modal,
    )


_GROUNDS = frozenset({"because of", "in response to", "in retaliation for", "in reply to", "due to"})


def _addressees(tree: Tree, index: int, verb: Clause) -> list[int]:
    """Whom a verb speaks to: "urged X", "said to X", "made clear to X"."""
    found = [token for slot in ("obj", "iobj", "to", "with", "~to") for token in verb.slots.get(slot, ())]
    for complement in tree.of(index, "xcomp"):
        found.extend(child for child in tree.of(complement, "obl") if tree.case(child) == "to")
    return found


_BESIDE = frozenset({"follow", "precede", "accompany", "join"})
_HOSTED = frozenset(
    "host chair co-host co-chair organise organize sponsor convene lead mediate broker".split()
)


def _told_of_subject(tree: Tree, node: int) -> int | None:
    """ "The summit, hosted by X, begins on Friday": the verb of the subject that a participle describes."""
    tokens = tree.sentence.tokens
    token = tokens[node]
    if token.tag != "VBN" or token.dep != "acl" or token.lemma.lower() not in _HOSTED:
        return None
    noun = tokens[token.head]
    subject = noun.dep.startswith("nsubj") and noun.head >= 0 and tokens[noun.head].pos == "VERB"
    return noun.head if subject else None


def verb_tense(tree: Tree, index: int) -> tuple[Tense, str | None]:
    """Tense and modal of a verb; infinitives and participles take them from what governs them."""
    tokens = tree.sentence.tokens
    node = index
    for _ in range(5):
        own, modal = _own_tense(tree, node)
        if (
            tokens[node].tag == "VBN"
            and tokens[node].lemma.lower() in _BESIDE
            and tokens[node].dep == "advcl"
        ):
            node = tokens[node].head  # "will be welcomed, followed by talks"
            continue
        if (verb := _told_of_subject(tree, node)) is not None:
            node = verb
            continue
        if _shares_auxiliary(tree, node):
            node = tokens[node].head  # "will be held and co-chaired by A"
            continue
        if own is not Tense.NONE or modal is not None:
            return own, modal
        head = tokens[node].head
        if head < 0 or tokens[node].dep not in {"conj", "xcomp", "advcl", "ccomp", "acl", "parataxis"}:
            break
        if tokens[node].dep == "acl" and is_record(tree, head):
            return (Tense.FUTURE if verb_tense(tree, head)[0] is Tense.FUTURE else Tense.PAST), None
        if tokens[node].tag == "VB" and tokens[node].dep in {"xcomp", "acl", "advcl"}:
            headed = tree.sentence.block is BlockKind.HEADLINE and tokens[head].dep == "root"
            ahead = headed and tokens[node].dep == "acl" and tokens[head].pos == "PROPN"  # "P to respond to"
            return Tense.FUTURE if ahead else Tense.NONE, None
        node = head
    return Tense.NONE, None


def _shares_auxiliary(tree: Tree, node: int) -> bool:
    """Whether a participle is coordinated with one before it that has the auxiliaries of both."""
    token = tree.sentence.tokens[node]
    if (token.tag, token.dep) != ("VBN", "conj") or tree.of(node, "aux", "aux:pass", "nsubj", "nsubj:pass"):
        return False
    before = tree.sentence.tokens[token.head]
    return (before.tag == "VBN" and bool(tree.of(token.head, "aux:pass"))) or (
        before.tag == "VB" and bool(tree.of(token.head, "mark"))  # "is expected to tour and later hosted"
    )


_RECORDS = frozenset("first second third only last latest sole".split())
_ORDINAL = re.compile(
    r"\d+(st|nd|rd|th)|\w*(fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth)"
)


def is_record(tree: Tree, noun: int) -> bool:
    """Whether an infinitive below ``noun`` tells what was done: "was the first minister to visit P"."""
    tokens = tree.sentence.tokens
    words = {noun, *tree.of(noun, "amod")}
    return any(
        tokens[word].text.lower() in _RECORDS
        or tokens[word].tag == "JJS"
        or _ORDINAL.fullmatch(tokens[word].text.lower()) is not None
        for word in words
    )


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
    due = [token.text.lower() for token in tokens[max(0, index - 2) : index]] == ["due", "to"]
    if (due and tokens[index].tag == "VB") or (marked and any(helper.lemma == "be" for helper in helpers)):
        return Tense.FUTURE, None  # "is to meet", "was to see", "is due to visit"
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
    if tag == "VBN" and (not helpers or any(helper.lemma.lower() == "have" for helper in helpers)):
        return Tense.PAST, None  # "claims to have shot down"
    return Tense.NONE, None


_DURING = frozenset(
    {
        "during",
        "after",
        "in",
        "at",
        "following",
        "before",
        "ahead of",
        "for",
        "on",
        "through",
        "via",
        "besides",
    }
)


def _host_verb(tree: Tree, index: int) -> int | None:
    """The verb whose subject takes part in an event named beside it ("During talks with X, Y said …")."""
    tokens = tree.sentence.tokens
    node = index
    if (
        tokens[node].dep == "nmod"
        and tokens[node].head >= 0
        and tokens[tokens[node].head].lemma.lower() in COUNTED
    ):
        node = tokens[node].head  # "after three days of talks"
    token = tokens[node]
    if token.head < 0 or tokens[token.head].pos != "VERB":
        return None
    if token.dep == "obj" and tokens[token.head].lemma.lower() in _RATING:
        return token.head if any(tree.case(child) == "with" for child in tree.children[node]) else None
    return token.head if token.dep.startswith("obl") and tree.case(node) in _DURING else None


# "described the meeting with X as productive": who was at it says so.
_RATING = frozenset(
    "describe characterise characterize assess rate evaluate term label dub deem qualify".split()
)
