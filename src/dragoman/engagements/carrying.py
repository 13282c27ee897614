"""Carrying: the verb that an event noun leans on: "hold a meeting", "a meeting took place", "talks held in P"."""

from __future__ import annotations

from dragoman.engagements.tree import Tree
from dragoman.language.document import Token

COUNTED = frozenset(
    "round series number set day leg part couple pair package batch tranche wave raft slew session hour week month string "
    "flurry host handful marathon succession "
    "minute".split()
)
"""What is counted in: "three days of talks"."""


def carrying_verb(
    tree: Tree, index: int, light_verbs: frozenset[str], slots: dict[str, list[int]]
) -> int | None:
    """The verb that an event noun with ``slots`` leans on, above it or in a clause that hangs on it."""
    light = _light_verb(tree, index, light_verbs)
    if light is None or _comments(tree.sentence.tokens[light], slots):
        light = _relative_verb(tree, index, light_verbs) or (None if "between" in slots else light)
    return light


def _comments(verb: Token, slots: dict[str, list[int]]) -> bool:
    """ "P welcomes the talks held between A and B": P is not at them."""
    return verb.lemma.lower() == "welcome" and not {"with", "by", "to", "poss"} & set(slots)


_LEANING = frozenset({"in", "on", "to", "into", "for", "of", "with", "by", "at", "as", ""})


def _light_verb(tree: Tree, index: int, light_verbs: frozenset[str]) -> int | None:
    """The verb that an event noun leans on: "hold a meeting", "a meeting took place"."""
    tokens = tree.sentence.tokens
    node, hops = index, 0
    while hops < 3:
        head = tokens[node].head
        if head < 0:
            return None
        relation = tokens[node].dep
        presided = tree.case(node) == "over" and tokens[head].lemma.lower() == "preside"
        if relation.startswith("obl") and not presided and tree.case(node) not in _LEANING:
            return None  # "agreed after talks": the verb does not carry the talks
        if relation == "obl" and tree.case(node) in {"in", "as"} and _has_own_object(tree, head):
            return None  # "made this clear in a conversation", "declared an envoy unwelcome as a measure"
        if relation in {"nsubj", "nsubj:pass"} and tokens[head].lemma.lower() in _AHEAD:
            return next((n for n in tree.of(head, "xcomp") if tokens[n].lemma.lower() in light_verbs), None)
        if is_followed(tree, node):
            return None  # "the accord follows talks between A and B": the talks come first
        if tokens[head].pos == "VERB" and (relation in _CARRIED or (hops and relation == "obl:unmarked")):
            return _raised(tree, head, light_verbs)
        counted = tokens[head].lemma.lower() in COUNTED or tokens[head].pos == "NUM"
        counted = counted or tree.case(node) == "including" or _is_stopped(tree, node, light_verbs)
        if relation != "conj" and not (relation == "nmod" and counted):
            return None
        node, hops = head, hops + 1
    return None


def is_followed(tree: Tree, index: int) -> bool:
    """Whether something is said to follow what token ``index`` tells, which has been then."""
    tokens = tree.sentence.tokens
    token, verb = tokens[index], tokens[tokens[index].head]
    return token.dep == "obj" and verb.lemma.lower() == "follow" and verb.tag != "VB"


_HANDLING = frozenset(
    "renewal extension implementation application ratification processing issuing issuance transport transportation transit "
    "transfer sale delivery supply shipment export import provision operation enforcement execution validity exchange "
    "movement flow payment disbursement purchase".split()
)
_STOPPING = frozenset(
    "suspend halt stop freeze block pause cancel end ban prohibit cease interrupt restrict".split()
)


def _is_stopped(tree: Tree, node: int, light_verbs: frozenset[str]) -> bool:
    """ "suspended the renewal of the agreement", "halt the transport of oil": what is handled is stopped."""
    tokens = tree.sentence.tokens
    handling = tokens[tokens[node].head]
    if tree.case(node) != "of" or handling.lemma.lower() not in _HANDLING or handling.head < 0:
        return False
    verb = tokens[handling.head].lemma.lower()
    return verb in _STOPPING and verb in light_verbs


_CARRIED = frozenset({"obj", "nsubj", "nsubj:outer", "nsubj:pass", "xcomp", "obl", "obl:agent"})
_AHEAD = frozenset({"due", "likely", "certain", "ready", "unlikely"})
_RAISING = frozenset("expect plan schedule hope suppose intend slate set mean".split())


def _raised(tree: Tree, verb: int, light_verbs: frozenset[str]) -> int | None:
    """The light verb, or the one below it: "agreements are expected to be signed"."""
    tokens = tree.sentence.tokens
    if tokens[verb].lemma.lower() in _RAISING:
        below = (child for child in tree.of(verb, "xcomp") if tokens[child].lemma.lower() in light_verbs)
        if (found := next(below, None)) is not None:
            return found
    return verb if tokens[verb].lemma.lower() in light_verbs else None


_HELD = frozenset(
    "chair co-chair attend host co-host hold sign conclude reach open begin start end take convene endorse adopt initial "
    "postpone cancel suspend".split()
)


def _relative_verb(tree: Tree, index: int, light_verbs: frozenset[str]) -> int | None:
    """The verb of a clause that hangs on the noun: "the consultation, which A and B co-chaired", "talks held in P"."""
    tokens = tree.sentence.tokens
    for child in tree.of(index, "acl"):
        token = tokens[child]
        held = token.lemma.lower() in _HELD and token.lemma.lower() in light_verbs
        if held and (token.dep == "acl:relcl" or token.tag == "VBN" or tree.of(child, "nsubj")):
            return child
    return None


def _has_own_object(tree: Tree, index: int) -> bool:
    """Whether a verb says something by itself; "take part in" and "offer itself as" do not."""
    tokens = tree.sentence.tokens
    words = [tokens[child] for child in tree.of(index, "obj")]
    return any(word.lemma.lower() not in _EMPTY and not word.text.lower().endswith(_SELF) for word in words)


_EMPTY = frozenset({"part", "place", "role", "seat"})
_SELF = ("self", "selves")
