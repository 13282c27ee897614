"""Which office belongs to which person, as marked names stand in a sentence, and the arcs that follow from it.

Sentences written for the project have names but no trees. Where an office stands before its holder, part of the
tree is certain all the same: the person heads the name, the office hangs on the person, the people or country on
the office. These arcs are taught; the rest of the tree stays open.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.pack.example import IGNORED, UNKNOWN, Example

Name = tuple[int, int, str]
"""First word, last word (excluded), label."""

_Hang = Callable[[int, int, str], None]
"""Takes a word, its head and the relation, all counted from 0."""

HONORIFIC_GAP = 3
"""At most so many words of honorifics stand between an office and its holder: ``H.E. Dr.``"""

_AFTER_APPOSITION = frozenset({",", ".", ";", ")", "of", "to", "for", "and", "—", "–"})
_BREAKS = frozenset({",", "(", ")", ";", ":", "—", "–", "/"})
_MAY_STAND_BETWEEN = frozenset({"the", "a", "an", "his", "her", "its", "’s", "'s"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_OFFICE_HEAD_ENDS = frozenset({"of", "for", "to", "and", "in", ",", "at", "on", "–"})


def gold_names(example: Example) -> set[Name]:
    """The names of an example; a name that may be a place or a facility counts as a place."""
    tags = [tag if tag == UNKNOWN else tag.split("|")[0] for tag in example.names or ()]
    names = set()
    for first, tag in enumerate(tags):
        if tag.startswith("B-"):
            last = first + 1
            while last < len(tags) and tags[last] == f"I-{tag[2:]}":
                last += 1
            names.add((first, last, tag[2:]))
    return names


def office_holders(example: Example) -> list[tuple[Name, Name]]:
    """Pairs of an office and the person it belongs to.

    Either the office stands right before the person (honorifics between them do not matter), or the person is
    followed by a comma and the office, and the office by no other person and no verb.
    """
    names = sorted(gold_names(example))
    pairs = [
        (left, right) for left, right in itertools.pairwise(names) if _stands_before(example, left, right)
    ]
    taken = {office for office, _ in pairs}
    for left, right in itertools.pairwise(names):
        if right not in taken and _is_apposed(example, left, right):
            pairs.append((right, left))
    return pairs


def _stands_before(example: Example, left: Name, right: Name) -> bool:
    between = example.words[left[1] : right[0]]
    kinds = (left[2], right[2])
    return kinds == ("OFFICE", "PER") and len(between) <= HONORIFIC_GAP and not _is_broken(between)


def _is_apposed(example: Example, left: Name, right: Name) -> bool:
    between = example.words[left[1] : right[0]]
    following = (*example.words, ".")[right[1]]
    is_apposed = between[:1] == (",",) and not _is_broken(between[1:]) and following in _AFTER_APPOSITION
    return (left[2], right[2]) == ("PER", "OFFICE") and is_apposed


def _is_broken(between: Sequence[str]) -> bool:
    return any(word in _BREAKS or (word.islower() and word not in _MAY_STAND_BETWEEN) for word in between)


def add_certain_arcs(example: Example) -> Example:
    """``example`` with the arcs of its offices and people, all other arcs left open.

    >>> words = ("French", "Foreign", "Minister", "Jean", "Barrot", "left", ".")
    >>> tags = ("B-NORP", "B-OFFICE", "I-OFFICE", "B-PER", "I-PER", "O", "O")
    >>> arcs = add_certain_arcs(Example("sentences", words, names=tags))
    >>> arcs.heads, arcs.relations
    ((3, 3, 4, -100, 4, -100, -100), ('amod', '', 'nmod:desc', '', 'flat', '', ''))
    """
    heads = [IGNORED] * len(example.words)
    relations = [""] * len(example.words)

    def hang(word: int, head: int, relation: str) -> None:
        heads[word], relations[word] = head + 1, relation

    names = sorted(gold_names(example))
    for first, last, label in names:
        for word in range(first + 1, last) if label == "PER" else ():
            if example.words[word][:1].isalpha():
                hang(word, first, "flat")
    for name in names:
        if name[2] == "OFFICE":
            _hang_inside(example, name, _head_of_office(example, name), hang)
    for office, person in office_holders(example):
        head = _head_of_office(example, office)
        hang(head, person[0], "nmod:desc" if office < person else "appos")
        _hang_owner(example, names, office, head, hang)
    for left, right in itertools.pairwise(names):
        _hang_coordinated(example, left, right, names, hang)
    return replace(example, heads=tuple(heads), relations=tuple(relations))


def _head_of_office(example: Example, office: Name) -> int:
    """The last word before the first preposition: Minister of Minister of Foreign Affairs."""
    for word in range(office[0] + 1, office[1]):
        if example.words[word].casefold() in _OFFICE_HEAD_ENDS:
            return word - 1
    return office[1] - 1


def _hang_inside(example: Example, office: Name, head: int, hang: _Hang) -> None:
    """The word before the head of an office, and the portfolio after it: of, State in Secretary of State."""
    words = example.words
    before = head - 1
    if before > office[0] and words[before] == "-":
        hang(before, before - 1, "punct")
        before -= 1
    if before >= office[0] and words[before].isalpha():
        hang(before, head, "")
    preposition = head + 1
    if preposition + 1 >= office[1] or words[preposition].casefold() not in {"of", "for"}:
        return
    portfolio = preposition + 1
    while portfolio + 1 < office[1] and words[portfolio + 1].casefold() not in _OFFICE_HEAD_ENDS:
        portfolio += 1
    hang(preposition, portfolio, "case")
    hang(portfolio, head, "nmod")
    if portfolio - 1 > preposition and words[portfolio - 1].isalpha():
        hang(portfolio - 1, portfolio, "")


def _hang_owner(example: Example, names: list[Name], office: Name, head: int, hang: _Hang) -> None:
    """The people, country or organization right before an office hangs on it."""
    for first, last, label in names:
        if last == office[0] and label == "NORP" and last - first == 1:
            hang(first, head, "amod")
        elif last == office[0] and label in {"LOC", "ORG"}:
            hang(last - 1, head, "compound")
        elif (
            last + 1 == office[0]
            and label in {"LOC", "ORG"}
            and example.words[last] in _POSSESSIVE
            and last - first == 1
        ):
            hang(first, head, "nmod:poss")
            hang(last, first, "case")


def _hang_coordinated(example: Example, left: Name, right: Name, names: list[Name], hang: _Hang) -> None:
    """Two people joined by "and" at the start of a sentence: the second hangs on the first."""
    if left[2] != "PER" or example.words[left[1] : left[1] + 1] != ("and",):
        return
    is_opening = all(word[:1].isupper() or not word.isalpha() for word in example.words[: left[0]])
    person = next((name for name in names if name[0] >= right[0] and name[2] == "PER"), None)
    between = [name for name in names if person and right[0] <= name[0] < person[0]]
    covered = {word for name in between for word in range(name[0], name[1])}
    if person and is_opening and all(word in covered for word in range(left[1] + 1, person[0])):
        hang(person[0], left[0], "conj")
        hang(left[1], person[0], "cc")
