"""Subjects: who does what a clause tells, where the words say it and the tree does not.

"…," the minister said, accusing B of …; "A spoke in P, and B's C told parliament …"; "A said the deal was dead and warned
B"; "A, speaking in P, thanked B".
"""

from __future__ import annotations

from dragoman.engagements.control import UNDERTAKINGS, deciders_told
from dragoman.engagements.tree import Tree

_REPORTING = frozenset(
    "say tell add write declare announce state note reply tweet remark comment post".split()
)
# What people do by speaking; things that are spoken of do not.
_SPEAKING = frozenset(
    "warn accuse urge condemn criticise criticize thank demand vow appeal pledge promise blame denounce praise "
    "reiterate congratulate".split()
)
_THINGS = frozenset({"it", "there", "this", "that"})
_HOPS = 3


def stated_subject(tree: Tree, index: int) -> tuple[int, ...]:
    """The subject of a verb that has none of its own in the tree, told by the words around it."""
    return (
        _speaker(tree, index)
        or _beside_conjunction(tree, index)
        or _speaker_above(tree, index)
        or _before_aside(tree, index)
        or _behind_conjunction(tree, index)
        or _undertaken(tree, index)
    )


def _undertaken(tree: Tree, index: int) -> tuple[int, ...]:
    """ "welcomes the pledge by A to provide aid": the infinitive hung on the welcoming is A's."""
    tokens = tree.sentence.tokens
    governor = tokens[index].head
    if (tokens[index].tag, tokens[index].dep) != ("VB", "advcl") or governor < 0:
        return ()
    nouns = [noun for noun in tree.of(governor, "obj") if tokens[noun].lemma.lower() in UNDERTAKINGS]
    return deciders_told(tree, nouns[0]) if nouns and governor < nouns[0] < index else ()


def _speaker(tree: Tree, index: int) -> tuple[int, ...]:
    """ "…," A said, accusing B: the participle is the speaker's, not that of what was said."""
    tokens = tree.sentence.tokens
    if tokens[index].tag != "VBG" or index < 2 or tokens[index - 1].text != ",":
        return ()
    at, hops = index - 2, 0
    while at >= 0 and hops < _HOPS:
        if tokens[at].lemma.lower() in _REPORTING and tokens[at].pos == "VERB":
            subjects = tree.of(at, "nsubj")
            return tree.conjuncts(subjects[0]) if subjects else ()
        at, hops = tokens[at].head, hops + 1
    return ()


def _beside_conjunction(tree: Tree, index: int) -> tuple[int, ...]:
    """ "…, and C told parliament": the name between "and" and a verb that the parser listed with other arguments."""
    tokens = tree.sentence.tokens
    if tokens[index].dep != "conj" or tokens[index].tag not in {"VBD", "VBZ", "VBP"} or index < 2:
        return ()
    start = index - 1
    while start > 0 and tokens[start].pos in {"PROPN", "PART", "NOUN", "ADJ"}:
        start -= 1
    heads = [at for at in range(start + 1, index) if not start < tokens[at].head < index]
    named = len(heads) == 1 and tokens[heads[0]].pos == "PROPN" and tokens[heads[0]].dep in {"conj", "dep"}
    return (heads[0],) if named and tokens[start].pos == "CCONJ" else ()


_CONJUNCTIONS = frozenset({"after", "before", "since", "as", "until", "while", "because", "when"})


def _behind_conjunction(tree: Tree, index: int) -> tuple[int, ...]:
    """ "expelled the envoy after A accused B": the parser may read "after A" as a phrase of its own."""
    tokens = tree.sentence.tokens
    before = index - 1
    while before > 0 and tokens[before].pos in {"ADV", "AUX"}:
        before -= 1
    finite = tokens[index].dep == "advcl" and tokens[index].tag in {"VBD", "VBZ", "VBP"}
    named = before > 0 and tokens[before].pos in {"PROPN", "NOUN"} and tree.case(before) in _CONJUNCTIONS
    return tree.conjuncts(before) if finite and named else ()


def _speaker_above(tree: Tree, index: int) -> tuple[int, ...]:
    """ "A said there was no reason and warned B": it is A who warns, not what was said to be."""
    tokens = tree.sentence.tokens
    token = tokens[index]
    if token.dep != "conj" or not _speaks(tree, index):
        return ()
    said = tokens[token.head]
    if said.dep != "ccomp" or tokens[said.head].lemma.lower() not in _REPORTING:
        return ()
    own = tree.of(token.head, "nsubj", "nsubj:pass", "expl")
    if not own or (tokens[own[0]].pos != "NOUN" and tokens[own[0]].text.lower() not in _THINGS):
        return ()
    subjects = tree.of(said.head, "nsubj")
    return tree.conjuncts(subjects[0]) if subjects else ()


def _speaks(tree: Tree, index: int) -> bool:
    lemma = tree.sentence.tokens[index].lemma.lower()
    following = tree.sentence.tokens[index + 1].text.lower() if index + 1 < len(tree.sentence.tokens) else ""
    return lemma in _SPEAKING or (lemma == "call" and following in {"on", "for"})


def _before_aside(tree: Tree, index: int) -> tuple[int, ...]:
    """ "A, speaking in P, thanked B": the name before a participle between commas, hung on the verb as a stray word."""
    tokens = tree.sentence.tokens
    if index < 4 or tokens[index - 1].text != "," or tokens[index].dep in {"acl", "acl:relcl"}:
        return ()
    opening = next((at for at in range(index - 2, 0, -1) if tokens[at].text == ","), None)
    if opening is None or tokens[opening + 1].tag not in {"VBG", "VBN", "IN", "WP"}:
        return ()
    stray = [at for at in tree.of(index, "vocative", "dislocated", "obl:unmarked", "dep") if at < opening]
    named = [at for at in stray if tokens[at].pos == "PROPN"]
    return (named[-1],) if named else ()


def past_relative(tree: Tree, index: int) -> tuple[int, ...]:
    """ "A met B, who had brokered a truce, before flying to P": A flies, whatever verb the parser hung it on."""
    tokens = tree.sentence.tokens
    above = tokens[index].head
    marks = tree.of(index, "mark")
    if (tokens[index].tag, tokens[index].dep) != ("VBG", "advcl") or not marks or above < 0:
        return ()
    aside = tokens[marks[0]].text.lower() in {"before", "after"} and tokens[marks[0] - 1].text == ","
    if not aside or tokens[above].dep != "acl:relcl" or tree.of(tokens[above].head, "cop"):
        return ()
    verb = next((node for node in tree.ancestors(tokens[above].head) if tokens[node].pos == "VERB"), None)
    subjects = tree.of(verb, "nsubj") if verb is not None and verb < above else []
    return tree.conjuncts(subjects[0]) if subjects and subjects[0] != tokens[above].head else ()


_DAYS = frozenset("day morning afternoon evening night week month year hour".split())


def stated_patient(tree: Tree, index: int) -> tuple[int, ...]:
    """ "The visiting ministers were received": the noun before the auxiliaries that the parser hung on another word.

    Of "was earlier in the day received by B" the parser may make a participle of "day", beside "was earlier".
    """
    tokens = tree.sentence.tokens
    above = tokens[index].head
    if tokens[index].dep == "acl" and tokens[above].lemma.lower() in _DAYS and tokens[above].dep == "obl":
        subjects = tree.of(tokens[above].head, "nsubj", "nsubj:pass")
        return tree.conjuncts(subjects[0]) if subjects and tree.of(tokens[above].head, "cop") else ()
    auxiliaries = tree.of(index, "aux", "aux:pass")
    if not auxiliaries or auxiliaries[0] == 0:
        return ()
    before = auxiliaries[0] - 1
    stray = tokens[before].dep in {"nmod:desc", "compound", "nmod", "flat"} and tokens[before].head > index
    return (before,) if stray and tokens[before].pos in {"NOUN", "PROPN"} else ()


def shared_object(tree: Tree, index: int) -> tuple[int, ...]:
    """The object that a verb shares with the one coordinated right behind it: "deplores and firmly opposes the sale"."""
    tokens = tree.sentence.tokens
    for child in tree.of(index, "conj"):
        between = tokens[index + 1 : child]
        joined = any(token.pos == "CCONJ" for token in between)
        near = all(token.pos in {"CCONJ", "ADV", "AUX", "PUNCT"} for token in between)
        objects = tree.of(child, "obj")
        if joined and near and objects and tokens[child].pos == "VERB" and objects[0] > child:
            return _matter(tree, objects[0]) or tree.conjuncts(objects[0])
    return ()


_FELT = frozenset(
    "concern regret rejection condemnation denunciation disappointment dismay alarm outrage".split()
)


def _matter(tree: Tree, index: int) -> tuple[int, ...]:
    """ "condemned and expressed its concern about the remarks": what was condemned is what the concern is about."""
    tokens = tree.sentence.tokens
    felt = [node for node in tree.conjuncts(index) if tokens[node].lemma.lower() in _FELT]
    below = [child for node in felt for child in tree.of(node, "nmod")]
    beside = tree.of(tokens[index].head, "obl") if felt else []
    about = [child for child in (*below, *beside) if tree.case(child) in _ABOUT]
    return tree.conjuncts(about[0]) if about else ()


_ABOUT = frozenset({"about", "over", "at", "of"})
_DETERMINING = frozenset({"DET", "PRON", "PROPN"})


def appraised(tree: Tree, index: int) -> tuple[int, ...]:
    """The object told behind its verdict: "dismissed as unfounded the claims of P", "denounced as reckless P's drills"."""
    tokens = tree.sentence.tokens
    place = index + 2
    if place >= len(tokens) or tokens[index + 1].text.lower() != "as":
        return ()
    while place < len(tokens) and (
        tokens[place].pos in {"ADJ", "ADV", "CCONJ"} or tokens[place].tag in {"VBN", "VBG"}
    ):
        place += 1
    if place in {index + 2, len(tokens)} or tokens[place].pos not in _DETERMINING:
        return ()
    node = place
    while tokens[node].head >= place:
        node = tokens[node].head
    return (node,)


def behind_terms(tree: Tree, index: int) -> tuple[int, ...]:
    """ "condemned in the strongest terms the attack", with the attack hung on the terms."""
    terms = [child for child in tree.of(index, "obl") if tree.sentence.tokens[child].text.lower() == "terms"]
    return tuple(
        found for term in terms for child in tree.of(term, "appos") for found in tree.conjuncts(child)
    )


def share_subjects(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    """ "A will travel to P and meet C, B said": the parser may hang both subjects on "said"; A travels and meets."""
    tokens, listed = tree.sentence.tokens, index
    while tokens[listed].dep == "conj" and not tree.of(listed, "nsubj", "nsubj:pass"):
        listed = tokens[listed].head
    token = tokens[listed]
    own_slot = "obj" if tree.of(index, "aux:pass") else "subj"
    if token.dep == "ccomp" and own_slot not in slots and token.head > index:
        subjects = tree.of(token.head, "nsubj", "nsubj:pass")
        if len(subjects) > 1 and subjects[0] < listed and not tree.of(listed, "nsubj", "nsubj:pass"):
            slots[own_slot] = list(tree.conjuncts(subjects[0]))
    later = [
        child
        for child in tree.of(index, "ccomp")
        if child < index and not tree.of(child, "nsubj", "nsubj:pass")
    ]
    own = tree.of(index, "nsubj")
    if later and len(own) > 1 and own[0] < later[0]:
        lost = set(tree.conjuncts(own[0]))
        slots["subj"] = [found for found in slots.get("subj", []) if found not in lost]
