"""Judging: what a clause says of a deed, "called it a provocation", "said the move was illegal", "was disappointed".

The words stand in the lexicon; here is where they have to stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engagements.arms import falls_into_sea
from dragoman.engagements.clauses import Clause
from dragoman.engagements.tree import Tree

AMOUNTING = frozenset({"constitute", "represent", "amount"})
"""Verbs that say what something is: "amounts to a violation"."""
_SELF = frozenset({"i", "we", "he", "she"})
_SPEAKERS = frozenset({"it", "he", "she", "they", "we", "i"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "hardly"})
# What a verdict's own words hang on: "an act of aggression", "grave and unacceptable".
_WITHIN = frozenset({"amod", "nmod", "compound", "conj", "nmod:desc", "obl", "appos"})
_VIEWS = frozenset("position view stance opinion belief conviction".split())
_CALLING = frozenset("call describe brand label term denounce deem consider regard dub deplore view".split())


def is_judged(tree: Tree, clause: Clause, verdicts: frozenset[str]) -> bool:
    """Whether the clause passes one of some verdicts on what it is about, and not on the speaker."""
    for index in _predicates(tree, clause):
        words = set(words_of(tree, index))
        if words & verdicts and not words & _NOT and not _subjects(tree, index) & _SELF:
            return True
    return False


def is_felt(tree: Tree, clause: Clause, feelings: frozenset[str]) -> bool:
    """Whether the clause says how its own speaker feels ("said it was disappointed")."""
    tokens = tree.sentence.tokens
    return any(
        tokens[index].text.lower() in feelings and _subjects(tree, index) & _SPEAKERS
        for index in clause.slots.get("ccomp", ())
    )


def _predicates(tree: Tree, clause: Clause) -> Iterator[int]:
    """What is said to be: behind "is" in the that-clause, or behind the object of "call" and its like."""
    for index in clause.slots.get("ccomp", ()):
        if tree.of(index, "cop"):
            yield index
        if tree.of(index, "expl"):  # "there have been more violations by P"
            yield from tree.of(index, "nsubj")
    for index in clause.slots.get("obj", ()):  # "reiterated its position that the wall is illegal"
        if tree.sentence.tokens[index].lemma.lower() in _VIEWS:
            yield from (node for node in tree.of(index, "acl", "ccomp") if tree.of(node, "cop"))
    if clause.lemma in _CALLING:
        yield from clause.slots.get("xcomp", ())
        yield from clause.slots.get("as", ())
        yield from clause.slots.get("~as", ())
        if told_in_passing(tree, clause) is not None:
            yield from clause.slots.get("obj", ())


def told_in_passing(tree: Tree, clause: Clause) -> int | None:
    """The verb that tells the deed of "in what P called an insult, Q blocked the talks"."""
    tokens = tree.sentence.tokens
    token = tokens[clause.head]
    if clause.noun or clause.lemma not in _CALLING or not token.dep.startswith(("acl", "ccomp")):
        return None
    what = tokens[token.head]
    if what.text.lower() != "what" or what.head < 0 or not what.dep.startswith("obl"):
        return None
    return what.head if tokens[what.head].pos == "VERB" else None


def _subjects(tree: Tree, index: int) -> set[str]:
    return {tree.sentence.tokens[child].text.lower() for child in tree.of(index, "nsubj", "nsubj:pass")}


_AGAINST = frozenset(
    "condemnation fight struggle battle victim rejection opposition target survivor stand".split()
)


def words_of(tree: Tree, index: int) -> Iterator[str]:
    tokens = tree.sentence.tokens
    yield tokens[index].lemma.lower()
    yield tokens[index].text.lower()
    if tokens[index].lemma.lower() in _AGAINST:
        return  # "united in the fight against terrorism", "a victim of aggression"
    for child in tree.children[index]:
        if (
            tokens[child].dep in _WITHIN and tree.case(child) != "against"
        ):  # "a partner in the fight against crime"
            yield from words_of(tree, child)
        elif tokens[child].text.lower() in _NOT:
            yield tokens[child].text.lower()


def is_with_us(tree: Tree, index: int) -> bool:
    """ "said P was a partner in the fight against crime": called one who is against what is wrong."""
    tokens = tree.sentence.tokens
    called = (index, *tree.of(index, "ccomp"))
    below = (at for noun in called if tree.of(noun, "cop") for at in tree.subtree(noun))
    return any(
        tokens[at].lemma.lower() in _AGAINST
        and any(tree.case(c) == "against" and tokens[c].pos != "PROPN" for c in tree.children[at])
        for at in below
    )


_TRYING = frozenset("try seek attempt want continue begin start keep threaten plan aim conspire".split())


_FORCE = (["force"], ["effect"])


def deeds_told(tree: Tree, index: int) -> list[str]:
    """What a that-clause tells of: its verb, and what somebody is said to try or to keep doing."""
    tokens = tree.sentence.tokens
    following = index + 1 < len(tokens) and tokens[index + 1].text.lower() == "into"
    if following and [token.text.lower() for token in tokens[index + 2 : index + 3]] in _FORCE:
        return []  # a treaty enters so, nobody a country
    found = [tokens[index].lemma.lower()]
    if found[0] == "lie" and any(tree.case(child) == "with" for child in tree.of(index, "obl")):
        return []  # "the responsibility lies with P"
    if found[0] in _TRYING:
        found.extend(tokens[child].lemma.lower() for child in tree.of(index, "xcomp"))
    if tree.of(index, "cop") and tree.case(index) == "behind":
        found.append("behind")
    if _is_cleft(tree, index):  # "it was P that resorted to force"
        found.extend(
            tokens[child].lemma.lower() for child in tree.of(index, "acl:relcl", "acl", "ccomp", "advcl")
        )
    return found


def _is_cleft(tree: Tree, index: int) -> bool:
    if tree.sentence.tokens[index].pos != "PROPN" or not tree.of(index, "cop"):
        return False
    return any(tree.sentence.tokens[child].text.lower() == "it" for child in tree.of(index, "nsubj", "expl"))


_MEASURES = frozenset(
    "sanction sanctions measure measures tariff tariffs restriction restrictions package programme program project".split()
)


def tells_of_another(tree: Tree, clause: Clause, misdeeds: frozenset[str]) -> bool:
    """Whether the misdeed is told of somebody else, and not denied ("said it had never …")."""
    tokens = tree.sentence.tokens
    for index in clause.slots.get("ccomp", ()):
        if not misdeeds.intersection(deeds_told(tree, index)):
            continue
        if falls_into_sea(tree, index):
            continue
        if tree.of(index, "aux:pass") and not any(
            tree.case(child) == "by" for child in tree.of(index, "obl")
        ):
            continue  # "said three people had been killed": by whom, it does not say
        subjects = tree.of(index, "nsubj", "nsubj:pass")
        if any(tokens[child].lemma.lower() in _MEASURES for child in subjects):
            continue  # "the sanctions target six banks, P said"
        words = {tokens[child].text.lower() for child in tree.of(index, "nsubj", "nsubj:pass", "advmod")}
        if _is_cleft(tree, index) or not words & (_SPEAKERS | _NOT):
            return True
    return False


_THEIRS = frozenset({"their", "its", "his", "her"})
_RULERS = frozenset({"government", "leader", "leadership", "ruler", "authority", "parliament", "minister"})


def is_their_own(tree: Tree, index: int) -> bool:
    """ "the people of P demand that their government act": of nobody abroad."""
    tokens = tree.sentence.tokens
    return any(
        tokens[subject].lemma.lower() in _RULERS
        and any(tokens[owner].text.lower() in _THEIRS for owner in tree.of(subject, "nmod:poss"))
        for subject in tree.of(index, "nsubj")
    )


_EVILS = frozenset(
    "terrorism extremism violence hatred racism antisemitism war torture corruption slavery".split()
)


def is_of_an_evil(tree: Tree, clause: Clause) -> bool:
    """ "our condemnation of terrorism in all its forms": of nobody's deed."""
    evils = [
        token for token in clause.slots.get("of", ()) if tree.sentence.tokens[token].lemma.lower() in _EVILS
    ]
    return any(not tree.of(token, "det", "nmod:poss", "amod", "acl:relcl") for token in evils)


_HONOURING = frozenset({"tribute", "respect", "homage", "pay"})
_GRAVES = frozenset("mausoleum tomb grave gravesite memorial monument statue cemetery bust shrine".split())


def is_at_a_grave(tree: Tree, clause: Clause) -> bool:
    """ "paid tribute to X at his mausoleum": to the dead."""
    if clause.lemma not in _HONOURING:
        return False
    tokens = tree.sentence.tokens
    honouring = {clause.head, clause.carrier, tokens[clause.carrier].head}
    graves = (index for index, token in enumerate(tokens) if token.lemma.lower() in _GRAVES)
    return any(_hangs_on(tree, grave, honouring) for grave in graves)


_OF_NOUNS = frozenset({"obl", "obj", "nmod", "compound", "appos", "conj"})


def _hangs_on(tree: Tree, index: int, heads: set[int]) -> bool:
    """Whether a noun belongs to one of some words by nouns alone, and to no clause of its own."""
    tokens = tree.sentence.tokens
    while tokens[index].dep.split(":")[0] in _OF_NOUNS:
        index = tokens[index].head
        if index in heads:
            return True
    return False
