"""Companies: a firm behind its country's name ("Switzerland's PLANETAIR signed") acts for itself, not for the state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.engagements.tree import Tree
from dragoman.language.document import NameLabel
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention
from dragoman.mentions.name_ends import KIN
from dragoman.mentions.quoting import FIRMS, PRIVATE

_STATE_BODIES = frozenset(
    "ministry government agency navy army parliament fund bank council office department embassy force forces senate "
    "president prime foreign minister court guard air royal national supreme house".split()
)


def is_company(tree: Tree, index: int) -> bool:
    """Whether a name is of nothing that a state has."""
    word = tree.sentence.tokens[index]
    return word.pos == "PROPN" and word.lemma.lower() not in _STATE_BODIES


_LEAGUES = frozenset({"federation", "association", "league"})
"""Of games and trades where they are written small: "the federations of P and Q"."""


def is_firm(tree: Tree, index: int) -> bool:
    """A common noun for who does business on their own account: "the American lobbying firm"."""
    word = tree.sentence.tokens[index]
    if word.text.islower() and word.lemma.lower() in _LEAGUES:
        return True
    return word.lemma.lower() in FIRMS and not any(
        tree.sentence.tokens[c].text.lower() == "aircraft" for c in tree.children[index]
    )


def are_some_people(mentions: Mentions, tree: Tree, index: int) -> bool:
    """ "Peruvians living near the mine", "three Kenyans": people of a country, and not the country."""
    mention = mentions.actor_at(tree.sentence.index, index)
    demonym = mention is not None and mention.rule == "demonym"
    several = demonym and tree.sentence.tokens[index].tag == "NNPS"
    return several and bool(tree.of(index, "acl", "acl:relcl", "nummod", "amod"))


def without_owners(mentions: Mentions, tree: Tree, indexes: Iterable[int]) -> Iterator[int]:
    """The tokens, without those who only say whose a firm is that no table knows, or whose a private person or kin."""
    for index in indexes:
        mention = mentions.actor_at(tree.sentence.index, index)
        if mention is None or not (
            _owns_company(mentions, tree, mention)
            or describes_stranger(tree, mention)
            or _is_of_family(tree, mention)
        ):
            yield index


def _is_of_family(tree: Tree, mention: Mention) -> bool:
    """ "the president's eldest son, NAME": another than the president."""
    tokens = tree.sentence.tokens
    if mention.last >= len(tokens) or tokens[mention.last].tag != "POS":
        return False
    owner = tokens[mention.last].head
    return tokens[owner].dep == "nmod:poss" and tokens[tokens[owner].head].lemma.lower() in KIN


def describes_stranger(tree: Tree, mention: Mention) -> bool:
    """ "the P coach", "a Q arms company": whether a demonym only says whence somebody is who acts for no state."""
    token = tree.sentence.tokens[mention.last - 1]
    described = token.dep in {"compound", "amod"} and token.head >= mention.last
    return described and (
        is_firm(tree, token.head) or tree.sentence.tokens[token.head].lemma.lower() in PRIVATE
    )


def _owns_company(mentions: Mentions, tree: Tree, mention: Mention) -> bool:
    tokens = tree.sentence.tokens
    if mention.rule != "government name" or mention.last + 1 >= len(tokens):
        return False
    owned = tokens[mention.last + 1]
    return (
        tokens[mention.last].text in {"'s", "’s"}
        and is_company(tree, mention.last + 1)
        and mentions.actor_at(mention.sentence, mention.last + 1) is None
        and any(name.label is NameLabel.ORG and name.span.covers(owned.span) for name in tree.sentence.names)
    )
