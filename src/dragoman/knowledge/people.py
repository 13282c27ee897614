"""People by full name, variant or family name, whatever the accents, order or transliteration.

>>> people = People.open()
>>> [person.name for person in people.find("Séjourné")]
['Stéphane Séjourné']
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from dragoman.knowledge.entity import Person
from dragoman.knowledge.names import fold, name_tokens, skeleton, telling_tokens
from dragoman.knowledge.tablefiles import read_rows, split_list

PERSON_COLUMNS = ("person_id", "name", "family_name", "country", "variants")


class People:
    """The table of people with an index over the tokens of their names."""

    def __init__(self, rows: dict[str, tuple[Person, tuple[str, ...]]]) -> None:
        self._rows = rows

    @classmethod
    def open(cls, added: dict[str, tuple[Person, tuple[str, ...]]] | None = None) -> People:
        """Read the shipped table, with added people on top."""
        rows = {
            person_id: (Person(person_id, name, family_name, country or None), split_list(variants))
            for person_id, name, family_name, country, variants in read_rows("persons.csv", PERSON_COLUMNS)
        }
        return cls(rows | (added or {}))

    def get(self, person_id: str) -> Person | None:
        """The person with this id."""
        row = self._rows.get(person_id)
        return None if row is None else row[0]

    def names(self, person_id: str) -> tuple[str, ...]:
        """All names a person goes by, the usual one first."""
        person, variants = self._rows[person_id]
        return (person.name, *variants)

    def find(self, name: str) -> tuple[Person, ...]:
        """People of this name, those whose family or full name it is before those who merely share a part of it.

        >>> People.open().find("")
        ()
        """
        tokens = telling_tokens(name) or name_tokens(name)
        if not tokens:
            return ()
        sets = [self._by_token.get(token, frozenset()) for token in tokens]
        found = frozenset.intersection(*sets)
        if not found and len(tokens) > 1:
            found = self._find_loosely(tokens)
        elif not found:
            found = self._by_skeleton.get(skeleton(tokens[0]), frozenset()) if len(tokens[0]) > 4 else found
        ranked = sorted(found, key=lambda person_id: (not self._is_family_name(person_id, name), person_id))
        if len(tokens) == 1 and ranked and self._is_family_name(ranked[0], name):
            ranked = [person_id for person_id in ranked if self._is_family_name(person_id, name)]
        return tuple(self._rows[person_id][0] for person_id in ranked)

    def sharing(self, name: str) -> frozenset[str]:
        """Ids of all people who share any telling part of a name; the widest net, for use with an office."""
        ids: set[str] = set()
        for token in telling_tokens(name) or name_tokens(name):
            ids |= self._by_token.get(token, frozenset()) | self._by_skeleton.get(
                skeleton(token), frozenset()
            )
        return frozenset(ids)

    def _find_loosely(self, tokens: tuple[str, ...]) -> frozenset[str]:
        """All tokens agree, some only as transliterations; else first and last agree and the middle is extra."""
        sets = [
            self._by_token.get(token, frozenset()) | self._by_skeleton.get(skeleton(token), frozenset())
            for token in tokens
        ]
        found = frozenset.intersection(*sets)
        if not found and len(tokens) > 2:
            found = sets[0] & sets[-1]
        return found

    def _is_family_name(self, person_id: str, name: str) -> bool:
        person, variants = self._rows[person_id]
        folded = fold(name)
        if folded in (fold(person.family_name), fold(person.name)) or folded in map(fold, variants):
            return True
        return telling_tokens(name) == telling_tokens(person.family_name)

    @cached_property
    def _by_token(self) -> dict[str, frozenset[str]]:
        index: defaultdict[str, set[str]] = defaultdict(set)
        for person_id, (person, variants) in self._rows.items():
            for name in (person.name, *variants):
                for token in name_tokens(name):
                    index[token].add(person_id)
        return {token: frozenset(ids) for token, ids in index.items()}

    @cached_property
    def _by_skeleton(self) -> dict[str, frozenset[str]]:
        index: defaultdict[str, set[str]] = defaultdict(set)
        for token, ids in self._by_token.items():
            if len(token) > 3:
                index[skeleton(token)] |= ids
        return {key: frozenset(ids) for key, ids in index.items()}
