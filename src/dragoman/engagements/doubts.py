"""Doubts: what the act network may not take for an act or a side, whatever it says.

What may be, what somebody says would be, ceremonies, matches, blows by nobody known, places where something is done.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind
from dragoman.engagements.sports import is_match
from dragoman.engagements.tree import Tree
from dragoman.engagements.triggering import is_protocol
from dragoman.mentions.mention import Mention, PlaceMention

_WHERE = frozenset(
    "in at near off outside inside across around over through along within amid throughout".split()
)
_MAYBE = frozenset("cannot could might may can should must ought".split())
_BELOW = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj"})
_CEREMONY = frozenset({"credence", "credentials"})
# Where these stand, the author of a blow is not known, or was an army of long ago.
_AUTHORLESS = frozenset("unknown unidentified unnamed masked battle".split())


def is_possible(tree: Tree, trigger: int) -> bool:
    """Whether it is only told as what may be ("might threaten to leave", "cannot without tearing up")."""
    node, tokens = trigger, tree.sentence.tokens
    while True:
        modals = {tokens[aux].lemma.lower() for aux in tree.of(node, "aux")}
        if modals & _MAYBE or ("would" in modals and tokens[node].dep == "ccomp"):
            return True  # what may be, and what somebody says would be
        if tokens[node].head < 0 or tokens[node].dep.split(":")[0] not in _BELOW:
            return False
        node = tokens[node].head


def is_where(tree: Tree, mention: Mention) -> bool:
    """Whether a mention stands where something happens ("in the Gaza Strip"), and so does not act."""
    return word_before(tree, mention) in _WHERE


def word_before(tree: Tree, mention: Mention | PlaceMention) -> str:
    """The word before a mention in the sentence, an article left out; nothing for those of other sentences."""
    if mention.sentence != tree.sentence.index:
        return ""
    before = [token.text.lower() for token in tree.sentence.tokens[: mention.first]]
    while before and before[-1] in {"the", "a", "an"}:
        before.pop()
    return before[-1] if before else ""


def is_nobodys(candidate: Candidate, text: str) -> bool:
    """Whether it is a match, a ceremony, or a blow by somebody the text does not know."""
    tree = candidate.tree
    if is_match(tree, text) or (candidate.kind is Kind.MEETING and is_protocol(tree, candidate.clause)):
        return True
    words = {token.text.lower() for token in tree.sentence.tokens}
    if candidate.kind is Kind.MEETING and not words.isdisjoint(_CEREMONY):
        return True
    token = tree.sentence.tokens[candidate.clause.head]
    if (
        candidate.kind is Kind.ATTACK
        and candidate.clause.noun
        and token.dep.startswith(("obj", "obl", "nmod"))
    ):
        return True  # what others speak of
    return candidate.kind is Kind.ATTACK and not words.isdisjoint(_AUTHORLESS)
