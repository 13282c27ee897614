"""Triggering: whether a clause is what a lexicon entry describes (its object, particle, complement, words)."""

from __future__ import annotations

from dragoman.engagements.calling import calls_otherwise, tells_no_call
from dragoman.engagements.clauses import Clause, Tense
from dragoman.engagements.engagement import Kind
from dragoman.engagements.gifts import is_sale
from dragoman.engagements.judging import (
    deeds_told,
    is_at_a_grave,
    is_felt,
    is_judged,
    is_of_an_evil,
    is_their_own,
    tells_of_another,
)
from dragoman.engagements.leaving import is_at_an_end, tells_no_talks
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.needed import agrees_on_a_need, is_barred, is_only_needed, is_wished, yields_alone
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree


def verb_fits(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    tokens = tree.sentence.tokens
    if entry.kind in _DEEDS and is_only_needed(tree, clause.head):
        return False
    barred = entry.kind is Kind.VISIT and is_barred(tree, clause.head)
    if barred or (entry.kind is Kind.EXPULSION and _are_their_own(tree, clause)):
        return False
    if (entry.particle is not None and clause.particle != entry.particle) or not _is_turned(clause, entry):
        return False
    if entry.kind is Kind.MEETING and clause.lemma == "meet" and _meets_a_thing(tree, clause):
        return False
    if clause.lemma in _GETTING.get(entry.kind, ()) and _gets_a_thing(tree, clause):
        return False
    if clause.lemma == "call" and calls_otherwise(tree, clause, entry):
        return False
    if entry.mode == "accept" and any(is_sale(tree, token) for token in clause.slots.get("obj", ())):
        return False
    if clause.lemma == "agree" and (agrees_on_a_need(tree, clause) or yields_alone(tree, clause)):
        return False
    if clause.lemma == "insist" and entry.kind is Kind.DEMAND and not entry.modals and _states(tree, clause):
        return False
    if entry.kind is Kind.DEMAND and any(is_their_own(tree, i) for i in clause.slots.get("ccomp", ())):
        return False
    if entry.objects and not any(_is_object(tree, token, entry) for token in clause.slot("obj")):
        return False
    if entry.not_objects and any(_is_noun(tree, token, entry.not_objects) for token in clause.slot("obj")):
        return False
    if not _has_nouns(tree, clause, entry) or (entry.idioms and not _goes_on(tree, clause, entry)):
        return False
    if entry.future and not (clause.tense is Tense.FUTURE or clause.modal in {"would", "could"}):
        return False
    if (entry.conditional and not _is_conditional(tree)) or not all(map(clause.slots.get, entry.filled)):
        return False
    if entry.infinitive and not _is_told_to(tree, clause):
        return False
    if entry.modals and not _says_what_must_be(tree, clause, entry):
        return False
    if any(clause.slots.get(slot) for slot in entry.without):
        return False
    if entry.complement and not _has_complement(tree, clause):
        return False
    content = (*clause.slots.get("xcomp", ()), *clause.slots.get("ccomp", ()), *clause.slots.get("advcl", ()))
    complements = [lemma for token in content for lemma in deeds_told(tree, token)]
    if entry.not_complements and any(lemma in entry.not_complements for lemma in complements):
        return False
    if entry.xcomps and not any(lemma in entry.xcomps for lemma in complements):
        return False
    if entry.xcomps and entry.kind is Kind.ACCUSATION and not tells_of_another(tree, clause, entry.xcomps):
        return False
    if entry.judges and not is_judged(tree, clause, entry.judges):
        return False
    if entry.feels and not is_felt(tree, clause, entry.feels):
        return False
    if entry.words:
        return _has_words(tree, entry)
    if entry.as_:
        below = {tokens[token].lemma.lower() for token in tree.subtree(clause.head)}
        return bool(below & entry.as_)
    return True


def _is_turned(clause: Clause, entry: Trigger) -> bool:
    """Negated or passive, where the entry asks for it."""
    return entry.negative <= clause.negated and entry.passive <= clause.passive


def _are_their_own(tree: Tree, clause: Clause) -> bool:
    """ "sent its ambassador back to P": the sender's own, who goes and is not thrown out."""
    owners = [owner for token in clause.slots.get("obj", ()) for owner in tree.of(token, "nmod:poss")]
    own = any(tree.sentence.tokens[owner].text.lower() in {"its", "their", "our"} for owner in owners)
    return own and not clause.passive


def _states(tree: Tree, clause: Clause) -> bool:
    """ "insisted that it was P who shot first": as a fact, and not that P shoot."""
    tokens = tree.sentence.tokens
    told = clause.slots.get("ccomp", ())
    finite = {"VBD", "VBZ", "VBP"}
    return any(
        tokens[index].tag in finite
        or any(tokens[child].tag in finite for child in tree.of(index, "cop", "aux"))
        for index in told
    )


_DEEDS = frozenset(
    {Kind.CONCESSION, Kind.AID, Kind.SANCTION, Kind.EXPULSION, Kind.AGREEMENT, Kind.ATTACK, Kind.OTHER}
)
_GROUNDS = frozenset(
    "basis way path ground foundation condition precondition framework hope prospect chance".split()
)


def is_aimed_at(tree: Tree, clause: Clause) -> bool:
    """ "the basis for the final signing of an agreement": what is still to come."""
    node = clause.head if clause.noun and clause.light is None else -1
    while node >= 0 and tree.sentence.tokens[node].dep.startswith("nmod"):
        above = tree.sentence.tokens[node].head
        if tree.case(node) in {"for", "to", "of"} and tree.sentence.tokens[above].lemma.lower() in _GROUNDS:
            return True
        node = above
    return False


_THINGS = frozenset(
    "commitment target goal need demand obligation standard challenge requirement deadline criteria threshold".split()
)


_PRESS = frozenset({"reporter", "journalist", "press", "media", "correspondent", "newsman"})


def _meets_a_thing(tree: Tree, clause: Clause) -> bool:
    """ "meet their commitments", "met the press" are no meetings."""
    met = {tree.sentence.tokens[token].lemma.lower() for token in clause.slots.get("obj", ())}
    return bool(met & (_THINGS | _PRESS))


_SENT = frozenset(
    "call message letter phone telephone invitation report credential credentials copy note cable support aid "
    "assistance award medal order".split()
)


_GETTING = {Kind.MEETING: frozenset({"receive", "host"}), Kind.CONCESSION: frozenset({"hand"})}


def _gets_a_thing(tree: Tree, clause: Clause) -> bool:
    """ "received a phone call" is no reception, "handed over the letter" no release."""
    return any(tree.sentence.tokens[token].lemma.lower() in _SENT for token in clause.slots.get("obj", ()))


def _is_noun(tree: Tree, token: int, wanted: frozenset[str]) -> bool:
    word = tree.sentence.tokens[token]
    return word.lemma.lower() in wanted or word.text.lower() in wanted


def _has_nouns(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    """Whether the slots hold the nouns the entry asks for, and the clause the people."""
    for slot, nouns in (entry.holds or {}).items():
        held = slot_tokens(clause, slot)
        if not any(_lemma_in(tree, token, nouns) for token in held):
            return False
    if not entry.people:
        return True
    head = clause.carrier
    below = [tree.sentence.tokens[index] for index in tree.subtree(head)]
    return any(
        t.lemma.lower() in entry.people or t.text.lower() in entry.people or t.tag == "NNPS" for t in below
    )


def _goes_on(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    """Whether the verb goes on as one of the entry's idioms: "turn down", "take * to task"."""
    following = [token.text.lower() for token in tree.sentence.tokens[clause.head + 1 :]]
    apart = following[:1] not in (["on"], ["upon"])  # "called on X at his home in P" calls nobody in
    for idiom in entry.idioms:
        lemma, *rest = idiom.split()
        if lemma != clause.lemma:
            continue
        if not rest or following[: len(rest)] == rest:
            return True
        if (
            rest[0] == "*"
            and apart
            and any(following[start : start + len(rest) - 1] == rest[1:] for start in range(1, _IDIOM_REACH))
        ):
            return True
    return False


_IDIOM_REACH = 12


_CONDITIONS = frozenset({"if", "unless", "otherwise"})


def _is_conditional(tree: Tree) -> bool:
    """Whether the sentence says on what condition ("unless …", "should they …", "Otherwise …")."""
    tokens = tree.sentence.tokens
    return any(
        token.text.lower() in _CONDITIONS
        or (
            token.text.lower() == "should"
            and token.dep == "aux"
            and token.head > index + 1
            and _inverted(tree, index)
        )
        for index, token in enumerate(tokens)
    )


def _inverted(tree: Tree, index: int) -> bool:
    """ "should the Netherlands restrict": the helper stands before its subject."""
    subjects = tree.of(tree.sentence.tokens[index].head, "nsubj", "nsubj:pass")
    return bool(subjects) and index < subjects[0]


def _is_told_to(tree: Tree, clause: Clause) -> bool:
    """ "told X to leave": somebody, and an infinitive with "to"."""
    for index in (
        *clause.slots.get("xcomp", ()),
        *clause.slots.get("advcl", ()),
        *clause.slots.get("ccomp", ()),
    ):
        marks = {tree.sentence.tokens[child].text.lower() for child in tree.of(index, "mark")}
        wished = clause.lemma in {"want", "expect"} and tree.of(index, "cop")  # "wants X to be happy"
        if "to" in marks and index > clause.head and clause.slots.get("obj") and not wished:
            return True
    return False


_EVERYBODY = frozenset(
    "side party country we both they it world community everyone one there nation people".split()
)


def _says_what_must_be(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    for index in clause.slots.get("ccomp", ()):
        subjects = {
            tree.sentence.tokens[child].lemma.lower() for child in tree.of(index, "nsubj", "nsubj:pass")
        }
        if entry.kind is Kind.DEMAND and subjects & _EVERYBODY:
            continue  # "the two sides should …" is no demand
        own = [*tree.of(index, "aux"), index]
        if any(tree.sentence.tokens[child].lemma.lower() in entry.modals for child in own):
            return True
    return False


_FREED = frozenset({"him", "her", "them"})


def _is_object(tree: Tree, token: int, entry: Trigger) -> bool:
    """One of the nouns the entry asks for; people by nationality count as people ("freed six Americans")."""
    tag, text = tree.sentence.tokens[token].tag, tree.sentence.tokens[token].text
    if entry.mode == "release" and text.lower() in _FREED:
        return True
    nationals = entry.kind in {Kind.CONCESSION, Kind.EXPULSION} and tag == "NNPS" and text[:1].isupper()
    named = tag == "NNP" and (entry.mode == "release" or entry.kind is Kind.EXPULSION)
    return nationals or named or _lemma_in(tree, token, entry.objects)


def _has_complement(tree: Tree, clause: Clause) -> bool:
    """Whether a clause has content after it: an infinitive, a that-clause, or "on"/"to" with a noun."""
    if any(clause.slots.get(slot) for slot in ("xcomp", "ccomp", "advcl", "on", "to", "obj")):
        return True
    return bool(tree.of(clause.head, "acl"))


def noun_fits(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    tokens = tree.sentence.tokens
    if entry.kind in _DEEDS and clause.light is not None and is_only_needed(tree, clause.light):
        return False
    mods = {tokens[token].lemma.lower() for token in clause.slots.get("mod", ())}
    mods |= {tokens[token].text.lower() for token in clause.slots.get("mod", ())}
    if clause.head > 0 and tokens[clause.head - 1].pos in {"ADJ", "NOUN", "PROPN"}:
        mods.add(tokens[clause.head - 1].text.lower())
    if (entry.mods and not mods & entry.mods) or mods & entry.not_mods:
        return False
    if entry.kind is Kind.VISIT and is_barred(tree, clause.head):
        return False
    if clause.lemma == "respect" and tree.case(clause.head) == "with":
        return False  # "declared an emergency with respect to P"
    if is_at_a_grave(tree, clause):
        return False
    if entry.kind is Kind.MEETING and tells_no_talks(tree, clause):
        return False
    if entry.kind is Kind.CALL and tells_no_call(tree, clause):
        return False
    if entry.kind is Kind.AGREEMENT and _tells_no_deal(tree, clause):
        return False
    if entry.kind is Kind.ACCUSATION and is_of_an_evil(tree, clause):
        return False
    if entry.kind is Kind.SANCTION and (_falls(tree, clause) or _follows(clause)):
        return False
    if entry.kind is Kind.ATTACK and tokens[clause.head].pos == "PROPN" and mods & _CODE_NAMES:
        return False  # "Operation Arcade Strike"
    if (entry.words and not _has_words(tree, entry)) or entry.negative > clause.negated:
        return False
    if not _has_nouns(tree, clause, entry):
        return False
    if (clause.lemma in entry.strict or _is_manner(tree, clause)) and clause.light is None:
        return False
    if entry.not_light and clause.light is not None:
        return tokens[clause.light].lemma.lower() not in entry.not_light.get(clause.lemma, frozenset())
    return True


def _tells_no_deal(tree: Tree, clause: Clause) -> bool:
    """ "approved the sale as the largest arms deal", "said the truce was over"."""
    ended = clause.light is None and is_at_an_end(tree, clause)
    as_such = tree.case(clause.head) in {"as", "on"} and not clause.slots.get(
        "with"
    )  # "signed Y on a five-year deal"
    sold = clause.light is not None and is_sale(tree, clause.head)
    return ended or as_such or sold or _is_order(tree, clause) or is_wished(tree, clause)


_CODE_NAMES = frozenset({"operation", "exercise"})


def _falls(tree: Tree, clause: Clause) -> bool:
    """ "P's tariffs will drop to 30 per cent": less of what was imposed before."""
    token = tree.sentence.tokens[clause.head]
    verb = tree.sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return (
        clause.light is None
        and token.dep == "nsubj"
        and verb in {"drop", "fall", "expire", "lapse", "decline"}
    )


def _follows(clause: Clause) -> bool:
    """ "discussed the consequences of P's war": what comes of it, by nobody's decision."""
    return clause.lemma in {"consequence", "consequences", "cost", "costs"} and bool(clause.slots.get("of"))


_ORDERING = frozenset(
    "direct order instruct ban bar authorise authorize allow require declare designate impose defer extend waive".split()
)


def _is_order(tree: Tree, clause: Clause) -> bool:
    """ "signed a memorandum directing the removal of X's residents": by one, and with nobody."""
    tokens = tree.sentence.tokens
    orders = any(
        tokens[child].tag == "VBG" and tokens[child].lemma.lower() in _ORDERING
        for child in tree.of(clause.head, "acl")
    )
    return orders and not clause.slots.get("with") and not clause.slots.get("between")


_TOGETHER = frozenset({"coordination", "consultation", "consultations", "cooperation", "partnership"})


def _is_manner(tree: Tree, clause: Clause) -> bool:
    """ "will favour Asia, in coordination with X": how something else is done."""
    is_adverbial = tree.sentence.tokens[clause.head].dep.startswith("obl") and tree.case(clause.head) == "in"
    return is_adverbial and clause.lemma in _TOGETHER and not tree.of(clause.head, "cop")


def _has_words(tree: Tree, entry: Trigger) -> bool:
    """Whether the sentence holds one of the phrases the entry asks for."""
    text = " ".join(token.text.lower() for token in tree.sentence.tokens)
    return any(words in text for words in entry.words)


def _lemma_in(tree: Tree, token: int, wanted: frozenset[str]) -> bool:
    word = tree.sentence.tokens[token]
    below = [tree.sentence.tokens[child] for child in tree.of(token, "nmod", "compound", "amod", "conj")]
    return any(item.lemma.lower() in wanted or item.text.lower() in wanted for item in (word, *below))
