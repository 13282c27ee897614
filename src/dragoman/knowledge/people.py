"""People by full name, variant or family name, whatever the accents, order or transliteration.

>>> people = People.open()
>>> [person.name for person in people.find("Séjourné")]
['Stéphane Séjourné']
>>> [person.name for person in people.find("Zelenskiy")]
['Volodymyr Zelenskyy']
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.knowledge.entity import Person
from dragoman.knowledge.names import fold, key_tokens, name_tokens, same_token, skeleton, telling_tokens
from dragoman.knowledge.tablefiles import read_rows, split_list

PERSON_COLUMNS = ("person_id", "name", "family_name", "country", "variants", "keys")

#: Letters that transliterations swap at the start of a name.
_SOUNDS = {letter: group[0] for group in ("aeiou", "kqcg", "jyz", "vw", "bp", "dt") for letter in group}

#: Words between a son's name and his father's.
_FATHERS = frozenset(("bin", "ibn", "bint"))

#: What tells two rulers of one name apart.
_NUMERALS = frozenset("ii iii iv v vi vii viii ix x xii xiv xvi".split())

#: Shorter tokens are too easily alike to be matched by sound.
_SHORTEST_ALIKE = 5

_REMEMBERED = 4096  # names


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person with other names and the folded tokens of all names."""

    person: Person
    variants: tuple[str, ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, person: Person, variants: tuple[str, ...] = ()) -> NamedPerson:
        """A person with the tokens worked out."""
        tokens = {token for name in (person.name, *variants) for token in name_tokens(name)}
        return cls(person, variants, tuple(sorted(tokens)))


class People:
    """The table of people with an index over the tokens of their names."""

    def __init__(self, rows: dict[str, list[str]], added: dict[str, NamedPerson] | None = None) -> None:
        """Args: rows as in the table, by id; they become people only when asked for."""
        self._rows = rows
        self._known: dict[str, NamedPerson] = dict(added or {})
        self._added = dict(added or {})
        self._skeletons: dict[str, dict[str, list[str]]] = {}
        # An article asks for the same few names again and again, and so does the next one.
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)

    @classmethod
    def open(cls, added: dict[str, NamedPerson] | None = None) -> People:
        """Read the shipped table, with added people on top."""
        return cls({row[0]: row for row in read_rows("persons.csv", PERSON_COLUMNS)}, added)

    def get(self, person_id: str) -> Person | None:
        """The person with this id."""
        if person_id not in self._known and person_id not in self._rows:
            return None
        return self._named(person_id).person

    def names(self, person_id: str) -> tuple[str, ...]:
        """All names a person goes by, the usual one first."""
        named = self._named(person_id)
        return (named.person.name, *named.variants)

    def _named(self, person_id: str) -> NamedPerson:
        known = self._known.get(person_id)
        if known is None:
            _, name, family_name, country, variants, keys = self._rows[person_id]
            person = Person(person_id, name, family_name, country or None)
            known = self._known[person_id] = NamedPerson(person, split_list(variants), tuple(keys.split()))
        return known

    def find(self, name: str) -> tuple[Person, ...]:
        """People of this name; those whose family name it is, if any, instead of those who merely share it.

        >>> People.open().find("")
        ()
        """
        return self._found(name)

    def _find(self, name: str) -> tuple[Person, ...]:
        name = name.strip().removesuffix("'s").removesuffix("’s")
        tokens = key_tokens(name)
        if not tokens:
            return ()
        found = self._having_all(tokens)
        numbered = {
            one for one in found if _NUMERALS.intersection(name_tokens(name)).issubset(self._named(one).keys)
        }
        found = numbered or found
        if len(tokens) > 1:
            found = found or self._alike(tokens)
        elif not found and len(tokens[0]) >= _SHORTEST_ALIKE:
            found = self._sounding_like(tokens[0])
        found = {person_id for person_id in found if self.starts_alike(person_id, name)}
        called = {person_id for person_id in found if self._is_called(person_id, name, tokens)}
        chosen = called if called and len(tokens) == 1 else found
        ranked = sorted(chosen, key=lambda person_id: (person_id not in called, person_id))
        return tuple(self._named(person_id).person for person_id in ranked)

    def starts_alike(self, person_id: str, name: str) -> bool:
        """Whether a name that carries forefathers starts as one of the person's: father and son share the rest."""
        words = name_tokens(name)
        if _FATHERS.isdisjoint(words[1:]):
            return True
        return any(same_token(words[0], name_tokens(known)[0]) for known in self.names(person_id))

    def sharing(self, name: str) -> set[str]:
        """Ids of all who share a telling part of a name, by letter or sound: the widest net, for use with an office."""
        tokens = key_tokens(name)
        return {
            person_id for token in tokens for person_id in self._having(token) | self._sounding_like(token)
        }

    def _having(self, token: str) -> set[str]:
        return set(self._by_token.get(token, ()))

    def _having_all(self, tokens: tuple[str, ...]) -> set[str]:
        return set.intersection(*(self._having(token) for token in tokens))

    def _alike(self, tokens: tuple[str, ...]) -> set[str]:
        """All tokens agree, some only by sound; else the first and last do and what is between is extra."""
        sets = [self._having(token) | self._sounding_like(token) for token in tokens]
        return set.intersection(*sets) or (sets[0] & sets[-1] if len(tokens) > 2 else set())

    def _sounding_like(self, token: str) -> set[str]:
        likely = self._sounding(_SOUNDS.get(token[:1], token[:1])).get(skeleton(token), ())
        near = (other for other in likely if abs(len(other) - len(token)) <= 3)
        return {
            person_id for other in near if same_token(token, other) for person_id in self._by_token[other]
        }

    def _sounding(self, sound: str) -> dict[str, list[str]]:
        """The tokens that start with one sound by their consonants, worked out when first asked for."""
        known = self._skeletons.get(sound)
        if known is None:
            index: defaultdict[str, list[str]] = defaultdict(list)
            for token in self._by_sound.get(sound, ()):
                index[skeleton(token)].append(token)
            known = self._skeletons[sound] = dict(index)
        return known

    def _is_called(self, person_id: str, name: str, tokens: tuple[str, ...]) -> bool:
        row = self._named(person_id)
        folded = fold(name)
        if any(folded == fold(other) for other in (row.person.family_name, row.person.name, *row.variants)):
            return True
        return tokens == telling_tokens(row.person.family_name)

    @cached_property
    def _by_token(self) -> dict[str, list[str]]:
        index: defaultdict[str, list[str]] = defaultdict(list)
        for person_id, row in self._rows.items():
            for key in row[-1].split():
                index[key].append(person_id)
        for person_id, named in self._added.items():
            for key in named.keys:
                index[key].append(person_id)
        return dict(index)

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        index: defaultdict[str, list[str]] = defaultdict(list)
        for token in self._by_token:
            if len(token) > 3:
                index[_SOUNDS.get(token[0], token[0])].append(token)
        return dict(index)
