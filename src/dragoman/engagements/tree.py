"""Tree: a sentence's dependency tree with its children listed, and the questions the clauses ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.language.document import Sentence
from dragoman.pages.article import BlockKind


@dataclass(slots=True)
class Tree:
    """A sentence's tree with its children listed."""

    sentence: Sentence
    children: list[list[int]] = field(default_factory=list)
    _relations: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.sentence.tokens]
        self._relations = [_names(token.dep) for token in self.sentence.tokens]
        for index, token in enumerate(self.sentence.tokens):
            if token.head >= 0:
                self.children[token.head].append(index)

    def of(self, index: int, *relations: str) -> list[int]:
        """Children of a token in one of ``relations`` (subtypes included unless one is named)."""
        children = self.children[index]
        if not children:
            return []  # most words
        named = self._relations
        return [child for child in children if not named[child].isdisjoint(relations)]

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
            for part in self.of(node, "flat"):  # "visits Papua New Guinea, Laos", hung on "Guinea"
                found.extend(self.of(part, "conj"))
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
        words = [self.sentence.tokens[child].text.lower() for child in self._cases(index)]
        whole = " ".join(words)
        return whole if whole in _LONG_PREPOSITIONS else " ".join(words[:1])

    def _cases(self, index: int) -> list[int]:
        """Its prepositions, also where the parser hung them on its first adjective ("between the Russian and …")."""
        if found := self.of(index, "case"):
            return found
        for child in self.of(index, "amod", "compound"):
            if child < index and (found := [case for case in self.of(child, "case") if case < child]):
                return found
        return []


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


@cache
def _names(relation: str) -> frozenset[str]:
    """What a relation is asked for by: itself, and without its subtypes ("nsubj:pass" is an "nsubj")."""
    parts = relation.split(":")
    return frozenset(":".join(parts[:length]) for length in range(1, len(parts) + 1))


def is_negated(tree: Tree, index: int) -> bool:
    """Whether a word of negation hangs on a predicate or an event noun, "no longer" included."""
    tokens = tree.sentence.tokens
    negators = {"not", "n't", "n’t", "never", "neither", "no", "without"}
    return any(
        (tokens[child].text.lower() in negators or _is_over(tree, child))
        and tokens[child].dep in {"advmod", "det", "cc", "aux", "case", "advmod:neg"}
        for child in tree.children[index]
    )


def _is_over(tree: Tree, adverb: int) -> bool:
    """ "no longer"."""
    tokens = tree.sentence.tokens
    return tokens[adverb].text.lower() == "longer" and tokens[adverb - 1].text.lower() == "no"


def first_listed_infinitive(tree: Tree, head: int) -> int:
    """The infinitive that one without its own "to" is listed with: "is expected to receive a medal and meet X"; in
    headlines without "and": "to hold talks in P, visit Q"."""
    tokens = tree.sentence.tokens
    listed = {"conj", "parataxis"} if tree.sentence.block is BlockKind.HEADLINE else {"conj"}
    while tokens[head].dep in listed and tokens[head].tag == "VB" and not tree.of(head, "mark", "aux"):
        if tokens[tokens[head].head].tag != "VB":
            break
        head = tokens[head].head
    return head
