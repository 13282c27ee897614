"""Control: who does what an infinitive or participle below a noun tells.

"X accepted an invitation to visit P", "X signed an order lifting the ban", "X became the first country to recognise Y":
each time the noun is not the one that acts, but X.
"""

from __future__ import annotations

from dragoman.engagements.tree import Tree

UNDERTAKINGS = frozenset(
    "invitation plan decision offer promise intention desire wish readiness pledge proposal step move measure announcement "
    "contract deal".split()
)
"""What somebody means to do: its infinitive is theirs."""
# What somebody signs, issues or passes says what they do.
_INSTRUMENTS = frozenset(
    "order decree law bill act resolution statement communiqué communique letter message telegram cable note post tweet "
    "proclamation document motion directive regulation amendment decision ruling text declaration speech address article "
    "package memorandum executive programme program scheme notice legislation ordinance edict interview report remark "
    "comment petition appeal measure directive draft".split()
)
_DECIDING = frozenset({"vote", "decide", "agree", "move", "go", "help", "manage"})

Controller = tuple[tuple[int, ...], int | None]
"""The tokens that act, or else the verb whose subject has still to be found."""


def controller_of(tree: Tree, index: int) -> Controller | None:
    """Who does what the ``acl`` at ``index`` tells; ``None`` if it is the noun that it hangs on."""
    tokens = tree.sentence.tokens
    noun = tokens[index].head
    if (acting := _speaks_aside(tree, index)) is not None:
        return acting
    if tokens[noun].lemma.lower() in UNDERTAKINGS:
        governor = tokens[noun].head
        if owners := deciders_told(tree, noun):
            return owners, None  # "Brazil's offer to mediate", "the pledge by A and B to provide"
        return (_subjects(tree, governor) if governor >= 0 else ()), None
    if tokens[noun].lemma.lower() == "authority" and tokens[tokens[noun].head].lemma.lower() == "delegate":
        return _subjects(
            tree, tokens[noun].head
        ), None  # "I delegate to you the authority to direct …": I do it
    if tokens[index].tag == "VBG" and tokens[noun].lemma.lower() in _INSTRUMENTS:
        return _author_of(tree, noun)
    if (named := _named_by(tree, noun)) is not None:
        return named, None
    return None


_SPEAKING = frozenset(
    "accuse call urge demand warn condemn blame denounce criticize criticise describe vow threaten reject express reiterate "
    "thank praise order invite decry deplore slam brand label regret welcome".split()
)


def _speaks_aside(tree: Tree, index: int) -> Controller | None:
    """ "P announced sanctions on Q's officials, accusing them of …": P accuses them, wherever the participle was hung."""
    tokens = tree.sentence.tokens
    noun = tokens[index].head
    aside = tokens[index].tag == "VBG" and tokens[index].lemma.lower() in _SPEAKING
    if not aside or tokens[index - 1].text != "," or tokens[noun].dep.startswith("nsubj"):
        return None
    verb = next((node for node in tree.ancestors(noun) if tokens[node].pos == "VERB"), None)
    if verb is None or verb > noun:
        return None
    found = _subjects(tree, verb)
    return found, None if found else verb


def _subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    subjects = tree.of(verb, "nsubj")
    return tree.conjuncts(subjects[0]) if subjects else ()


def _author_of(tree: Tree, noun: int) -> Controller | None:
    """Who signs, issues or passes a text: "X signed an order imposing tariffs", "in a statement condemning Y"."""
    tokens = tree.sentence.tokens
    if owners := authors_told(tree, noun):
        return owners, None
    verb = tokens[noun].head
    while verb >= 0 and tokens[verb].dep == "xcomp" and tokens[tokens[verb].head].lemma.lower() in _DECIDING:
        verb = tokens[verb].head  # "votes to pass a resolution"
    if verb < 0 or tokens[verb].pos != "VERB" or tokens[noun].dep not in {"obj", "obl", "nsubj:pass"}:
        return None
    if tree.of(verb, "aux:pass", "nsubj:pass"):
        agents = [child for child in tree.of(verb, "obl", "obl:agent") if tree.case(child) == "by"]
        return (tree.conjuncts(agents[0]), None) if agents else None
    found = _subjects(tree, verb)
    return found, None if found else verb


def authors_told(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose a text is said to be: "X's letter", "a statement by X and Y", "a note from X"."""
    behind = [child for child in tree.of(noun, "nmod", "obl") if tree.case(child) in {"by", "from"}]
    owners = [*tree.of(noun, "nmod:poss"), *behind]
    return tree.conjuncts(owners[0]) if owners else ()


def deciders_told(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose a decision or plan is said to be, also by a name before it: "the US decision", "the Swedish plan"."""
    tokens = tree.sentence.tokens
    if (owners := authors_told(tree, noun)) or tokens[noun].lemma.lower() == "invitation":
        return owners
    named = [
        child
        for child in tree.of(noun, "compound", "amod")
        if tokens[child].text[:1].isupper() and tokens[child].pos in {"PROPN", "ADJ"} and child > 0
    ]
    return tuple(named[-1:])


def is_text(tree: Tree, noun: int) -> bool:
    """Whether a noun is of those that somebody signs, issues or passes."""
    return tree.sentence.tokens[noun].lemma.lower() in _INSTRUMENTS


def _named_by(tree: Tree, noun: int) -> tuple[int, ...] | None:
    """Who "is the last country to sign", "becomes the first to recognise X" tells of."""
    token = tree.sentence.tokens[noun]
    if tree.of(noun, "cop"):
        return _subjects(tree, noun) or None
    lemma = tree.sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    named = token.dep in {"xcomp", "obj"} and lemma == "become"
    return (_subjects(tree, token.head) or None) if named else None


_JUDGING = frozenset(
    "thank commend praise congratulate applaud laud hail condemn criticize criticise blame".split()
)


def judged_doer(tree: Tree, index: int) -> tuple[int, ...]:
    """Who does what somebody is thanked, blamed or congratulated for ("thanked P for hosting the talks")."""
    tokens = tree.sentence.tokens
    governor = tokens[index].head
    marks = [child for child in tree.of(index, "mark") if tokens[child].text.lower() in {"for", "on"}]
    if marks and governor >= 0 and (punished := _punished(tree, governor)):
        return punished
    if not marks or governor < 0 or tokens[governor].lemma.lower() not in _JUDGING:
        return ()
    misread = [child for child in tree.of(index, "obj") if child < marks[0]]
    found = tree.of(governor, "obj", "iobj") or misread
    return tree.conjuncts(found[0]) if found else ()


_PUNISHING = frozenset("sanction designate blacklist punish penalise penalize fine expel target".split())
_PENALTIES = frozenset("sanction ban restriction embargo freeze measure penalty designation".split())


def _punished(tree: Tree, governor: int) -> tuple[int, ...]:
    """Who does what somebody is sanctioned for ("announced sanctions against P's bank for financing Q")."""
    tokens = tree.sentence.tokens
    node = governor
    if tokens[node].lemma.lower() in _PENALTIES and tokens[node].pos == "NOUN":
        node = tokens[node].head
    objects = tree.of(node, "obj", "nsubj:pass") if node >= 0 else []
    if node >= 0 and objects and tokens[node].lemma.lower() in _PUNISHING:
        return tree.conjuncts(objects[0])
    penalty = next((child for child in objects if tokens[child].lemma.lower() in _PENALTIES), None)
    if penalty is None:
        return ()
    below = [*tree.of(penalty, "nmod"), *tree.of(node, "obl")]
    struck = next((child for child in below if tree.case(child) in {"on", "against"}), penalty)
    return tree.conjuncts(struck)
