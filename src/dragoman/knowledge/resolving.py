"""Who "Foreign Minister Séjourné" is in an article of a given day: a person in an office, or a reason why not.

Candidates are people who share the name and hold (or held) an office that fits the title. A name that fits two
people, or a person whose office does not fit the day, is left open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from difflib import SequenceMatcher

from dragoman.knowledge.entity import Incumbent, Office, Person, Resolution, Term
from dragoman.knowledge.names import key_tokens, name_tokens, same_token, telling_tokens
from dragoman.knowledge.officeholders import Officeholders, at_day
from dragoman.knowledge.people import People

#: Roles the press uses for one another: a president may be head of state, of government, or both.
_ALLIED_ROLES: dict[str, tuple[str, ...]] = {
    "head-of-state": ("head-of-government", "crown-prince", "leader", "organisation-president", "council-president"),
    "head-of-government": ("head-of-state", "leader", "crown-prince"),
    "leader": ("head-of-state", "head-of-government"),
    "crown-prince": ("head-of-government",),
    "royal": ("crown-prince", "foreign-minister", "head-of-state", "head-of-government", "defence-minister"),
    "foreign-minister": ("high-representative", "deputy-head-of-government", "head-of-government"),
    "high-representative": ("foreign-minister",),
    "deputy-head-of-government": ("foreign-minister", "defence-minister", "finance-minister", "vice-president"),
    "vice-president": ("head-of-government", "deputy-head-of-government", "commissioner"),
    "minister": ("foreign-minister", "defence-minister", "finance-minister", "interior-minister", "trade-minister"),
    "ambassador": ("permanent-representative", "charge-d-affaires", "special-envoy"),
    "permanent-representative": ("ambassador",),
    "charge-d-affaires": ("ambassador",),
    "special-envoy": ("ambassador", "climate-envoy"),
    "secretary-general": ("director-general",),
    "director-general": ("secretary-general",),
    "chair": ("head-of-state", "organisation-president", "head-of-government"),
    "organisation-president": ("commission-president", "council-president", "chair"),
    "finance-minister": ("economy-minister",),
    "economy-minister": ("finance-minister", "trade-minister"),
    "trade-minister": ("economy-minister",),
    "military-commander": ("head-of-state", "military-chief", "defence-minister"),
    "director": ("intelligence-chief", "director-general"),
}  # fmt: skip

#: How far outside its dated term an office is still offered as a candidate (never as the answer), in days.
_NEARBY = dt.timedelta(days=400)

#: An undated article is read with the terms of about this many years.
_UNDATED_YEARS = dt.timedelta(days=3660)

#: Shorter tokens are too easily alike; a slip in a longer one leaves this share of letters in order.
_SHORTEST_SLIP = 5
_SLIP_RATIO = 0.8

_ALLIED_WORTH = 0.85
_UNDATED_WORTH = 0.7


@dataclass(frozen=True, slots=True)
class Question:
    """What a text says about a person: the name and, where told, role, country or organisation, and day.

    ``bodies`` are the organisation's bodies: the European Commission's president is one of the European Union's.
    """

    name: str
    role: str | None = None
    country: str | None = None
    org_id: str | None = None
    day: dt.date | None = None
    bodies: tuple[str, ...] = ()


# Whoever holds it goes by the given name.
_BY_GIVEN_NAME = "crown-prince"


class Resolver:
    """Answers questions from the tables of people and terms."""

    def __init__(self, people: People, officeholders: Officeholders) -> None:
        self._people = people
        self._officeholders = officeholders

    def resolve(self, question: Question) -> Resolution:
        """The person and office meant, or ``None`` with a reason and the candidates."""
        people = self._people_of(question)
        if not people:
            return self._unknown(question)
        fitting = [pair for person in people for pair in self._fitting(person, question)]
        if len(name_tokens(question.name)) == 1:
            fitting = [pair for pair in fitting if self._is_telling(pair[1], question)]
        if fitting:
            return self._choose(fitting, question)
        return self._unfitting(people, question)

    def _people_of(self, question: Question) -> tuple[Person, ...]:
        people = self._people.find(question.name)
        alone = len(name_tokens(question.name)) == 1
        if alone and question.role == _BY_GIVEN_NAME and question.country is None:
            return self._called_in_office(question) or people
        if question.role is None or (question.country is None and question.org_id is None):
            return people
        if any(self._fitting(person, question) for person in people):
            return people
        sharing = (self._people.get(person_id) for person_id in sorted(self._people.sharing(question.name)))
        return (
            tuple(
                person
                for person in sharing
                if person is not None
                and any(
                    incumbent.office.role == question.role for _, incumbent in self._fitting(person, question)
                )
                and self._is_named(person, question.name)
            )
            or people
        )

    def _called_in_office(self, question: Question) -> tuple[Person, ...]:
        """Those in exactly the office asked for who go by the name, given or family: "Crown Prince Hussein"."""
        sharing = (self._people.get(person_id) for person_id in sorted(self._people.sharing(question.name)))
        asked = name_tokens(question.name)[:1]
        return tuple(
            person
            for person in sharing
            if person is not None
            and any(one.office.role == question.role for _, one in self._fitting(person, question))
            and any(name_tokens(name)[:1] == asked for name in self._people.names(person.person_id))
        )

    def _is_telling(self, incumbent: Incumbent, question: Question) -> bool:
        """Whether one word is enough: it is what the person is called, or the office is exactly the one asked for."""
        if incumbent.office.role == question.role:
            return True
        token = name_tokens(question.name)[0]
        called = (incumbent.person.family_name, *self._people.names(incumbent.person.person_id))
        return any(token in (name_tokens(name)[:1] + name_tokens(name)[-1:]) for name in called)

    def _is_named(self, person: Person, name: str) -> bool:
        """Whether the name is a form of the person's: the same parts, one within the other, or the same family name.

        Only asked about people whose office fits, so that a family name is telling enough.
        """
        if not self._people.starts_alike(person.person_id, name):
            return False
        asked = key_tokens(name)
        family = key_tokens(person.family_name)
        if any(_is_alike(asked[-1], part) for part in family):
            return True
        for known in self._people.names(person.person_id):
            tokens = key_tokens(known)
            short, long = sorted((asked, tokens), key=len)
            if all(any(_is_alike(one, other) for other in long) for one in short):
                return True
        return False

    def _fitting(self, person: Person, question: Question) -> list[tuple[float, Incumbent]]:
        """The person's terms that fit role, place and day, with what each is worth."""
        found = []
        for term in self._officeholders.of_person(person.person_id):
            office = self._officeholders.offices[term.office_id]
            worth = _role_worth(office, question)
            aged = _on_day(term, question.day)
            if worth and aged is not None and _in_place(office, question):
                found.append((worth * aged.confidence, Incumbent(person, office, aged)))
        return sorted(found, key=lambda pair: -pair[0])

    def _choose(self, fitting: list[tuple[float, Incumbent]], question: Question) -> Resolution:
        ranked = sorted(fitting, key=lambda pair: _rank(pair, question))
        worth, best = ranked[0]
        candidates = tuple(incumbent for _, incumbent in ranked)
        rivals = [score for score, incumbent in ranked if incumbent.person != best.person]
        if question.day is None:
            worth *= _UNDATED_WORTH
        if rivals and not self._is_ahead(ranked, question):
            return Resolution(
                None, None, candidates, f"{len(rivals) + 1} people named {question.name} fit", 0.0
            )
        return Resolution(best, best.person, candidates, _reason(best, question), round(worth, 3))

    def _is_ahead(self, ranked: list[tuple[float, Incumbent]], question: Question) -> bool:
        """Whether the best person is clearly ahead: the asked role itself against an allied one, or far surer."""
        worth, best = ranked[0]
        rival, other = next(
            (score, incumbent) for score, incumbent in ranked if incumbent.person != best.person
        )
        own_role = best.office.role == question.role and other.office.role != question.role
        family = telling_tokens(best.person.family_name) == telling_tokens(question.name)
        other_family = telling_tokens(other.person.family_name) == telling_tokens(question.name)
        return own_role or worth >= rival + 0.3 or (family and not other_family)

    def _unknown(self, question: Question) -> Resolution:
        candidates = self._incumbents(question)
        holders = ", ".join(incumbent.person.name for incumbent in candidates)
        reason = f"no {question.name} in the tables" + (f"; in office then: {holders}" if holders else "")
        return Resolution(None, None, candidates, reason, 0.0)

    def _incumbents(self, question: Question) -> tuple[Incumbent, ...]:
        if question.role is None or (question.country is None and question.org_id is None):
            return ()
        found = []
        for office in self._officeholders.find_offices(
            question.role, question.country, question.org_id, question.bodies
        ):
            for term in self._officeholders.holders(office.office_id, question.day):
                person = self._people.get(term.person_id)
                if person is not None:
                    found.append(Incumbent(person, office, term))
        return tuple(found)

    def _unfitting(self, people: tuple[Person, ...], question: Question) -> Resolution:
        """Known by name, but in no fitting office on the day: the person only where one is left."""
        near = tuple(incumbent for person in people for incumbent in self._nearby(person, question))
        alone = people[0] if len(people) == 1 and len(telling_tokens(question.name)) > 1 else None
        if alone is not None and not self._is_called(alone, question.name):
            alone = None
        if alone is None and len({incumbent.person for incumbent in near}) == 1 and len(near) > 0:
            alone = near[0].person if question.role is not None and question.country is not None else None
        reason = f"{len(people)} known as {question.name}, none in a fitting office then"
        return Resolution(None, alone, near, reason, 0.4 if alone is not None else 0.0)

    def _is_called(self, person: Person, name: str) -> bool:
        """Whether a name is at least half of one of the person's: two words of seven may be anybody's."""
        words = 2 * len(name_tokens(name))
        return any(words >= len(name_tokens(known)) for known in self._people.names(person.person_id))

    def _nearby(self, person: Person, question: Question) -> list[Incumbent]:
        found = []
        for term in self._officeholders.of_person(person.person_id):
            office = self._officeholders.offices[term.office_id]
            if _in_place(office, question) and (
                question.day is None or _distance(term, question.day) <= _NEARBY
            ):
                found.append(Incumbent(person, office, term))
        return found


def _is_alike(one: str, other: str) -> bool:
    """Whether two folded tokens are one name in two spellings, or in one with a slip."""
    if same_token(one, other):
        return True
    if min(len(one), len(other)) < _SHORTEST_SLIP or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SLIP_RATIO


_KNOWN_FOR = frozenset({"head-of-state", "head-of-government", "foreign-minister"})


def _rank(pair: tuple[float, Incumbent], question: Question) -> tuple[float, bool, bool, int, str]:
    """Surest first; of a sovereign's several countries the home country first; the office one is known for first."""
    worth, incumbent = pair
    abroad = incumbent.office.country != incumbent.person.country
    lesser = question.role is None and incumbent.office.role not in _KNOWN_FOR
    return -worth, abroad, lesser, _freshness(incumbent.term), incumbent.person.person_id


def _role_worth(office: Office, question: Question) -> float:
    if question.role is None or office.role == question.role:
        return 1.0
    return _ALLIED_WORTH if office.role in _ALLIED_ROLES.get(question.role, ()) else 0.0


def _in_place(office: Office, question: Question) -> bool:
    if question.country is not None and office.country is not None and office.country != question.country:
        return False
    if question.country is not None and office.country is None and question.org_id is None:
        return False
    return question.org_id is None or office.org_id == question.org_id or office.org_id in question.bodies


def _on_day(term: Term, day: dt.date | None) -> Term | None:
    if day is not None:
        return at_day(term, day)
    newest = term.end or term.seen or term.start
    return term if newest is not None and newest >= dt.date.today() - _UNDATED_YEARS else None


def _distance(term: Term, day: dt.date) -> dt.timedelta:
    if term.start is not None and day < term.start:
        return term.start - day
    return day - term.end if term.end is not None and day > term.end else dt.timedelta(0)


def _freshness(term: Term) -> int:
    newest = term.end or dt.date.max
    return -newest.toordinal()


def _reason(incumbent: Incumbent, question: Question) -> str:
    office = incumbent.term.title or incumbent.office.title
    place = incumbent.office.country or incumbent.office.org_id
    when = "the article has no day" if question.day is None else f"on {question.day}"
    return f"{incumbent.person.name} was {office} ({place}) {when}: {incumbent.term.source}"
