"""Telling: an engagement as one plain sentence, its people and places in words, for the table and the page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.codec import from_table
from dragoman.engagements.engagement import (
    Engagement,
    Kind,
    Location,
    OfficeHeld,
    Participant,
    Role,
    Status,
    Stop,
)
from dragoman.exports.wording import amount_in_words, day_in_words, listed, when_in_words
from dragoman.knowledge.entity import Country

_OPTIONAL = re.compile(r"<([^<>]*)>")
_UNNAMED = "an unnamed side"


@dataclass(frozen=True, slots=True)
class WithArticle:
    """Countries that take "the", by how their names begin or end."""

    begins: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of `phrases.toml`: per kind and hint the base, past and -ing form."""

    article: WithArticle
    kinds: Mapping[str, Mapping[str, tuple[str, str, str]]]


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells engagements; ``find_country`` gives a country for its ISO alpha-3 code, unknown ones stay codes."""

    find_country: Callable[[str], Country | None] = lambda _: None

    def tell(self, eng: Engagement) -> str:
        """The engagement as one sentence."""
        clauses = [f"{self._subject(eng)} {self._predicate(eng)}", *self._circumstances(eng)]
        sentence = " ".join(clause for clause in clauses if clause)
        return f"{sentence[0].upper()}{sentence[1:]}."

    def party(self, party: Participant) -> str:
        """A participant with office and country: "Foreign Minister Aino Aalto of Finland"."""
        name, office = party.name.value, party.office.value if party.office is not None else None
        plain = self.country(party.country.value) if party.country is not None else None
        if plain is None:
            return name if office is None else _with_office(name, office)
        if name == plain:
            return with_article(plain) if office is None else f"the {office.title} of {with_article(plain)}"
        name = name if office is None else _with_office(name, office)
        return name if plain in name else f"{name} of {with_article(plain)}"

    def parties(self, parties: Iterable[Participant]) -> str:
        """Several participants as a list in words; a state beside its own people stands for its other officials."""
        everyone = tuple(parties)
        named = {party.country.value for party in everyone if party.country is not None and _is_person(party)}
        return listed(
            [
                f"other officials of {self.party(party)}"
                if _is_state(party) and party.country is not None and party.country.value in named
                else self.party(party)
                for party in everyone
            ]
        )

    def country(self, iso3: str) -> str:
        """The name of a country."""
        country = self.find_country(iso3)
        return iso3 if country is None else country.name

    def place(self, where: Location) -> str:
        """A place: "Oslo, Norway"."""
        country = self.country(where.country) if where.country else None
        return ", ".join(part for part in (where.city, country) if part)

    def stop(self, stop: Stop) -> str:
        """A stop with its days: "Oslo, Norway (2 April 2024)"."""
        when = f" ({day_in_words(stop.date.value)})" if stop.date is not None else ""
        return f"{self.place(stop.place.value)}{when}"

    def _subject(self, eng: Engagement) -> str:
        return self.parties(_subjects(eng)) or _UNNAMED

    def _predicate(self, eng: Engagement) -> str:
        base, past, doing = _phrase(eng.kind, eng.mode)
        plural = len(_subjects(eng)) > 1
        be, was = ("are", "were") if plural else ("is", "was")
        verb = {
            Status.PLANNED: f"{be} to {base}",
            Status.ONGOING: f"{be} {doing}",
            Status.COMPLETED: past,
            Status.CANCELLED: f"{was} to {base}",
            Status.POSTPONED: f"{was} to {base}",
            Status.PROPOSED: f"may {base}",
        }[eng.status]
        if eng.negated:
            verb = f"did not {base}" if eng.status is Status.COMPLETED else f"will not {base}"
        elif eng.hypothetical:
            verb = f"might {base}"
        return _fill(verb, self._other_side(eng))

    def _other_side(self, eng: Engagement) -> str:
        others = self.parties(_of_roles(eng, Role.RECIPIENT))
        match eng.kind:
            case Kind.VISIT:
                return self._destination(eng)
            case Kind.CONFERENCE:
                return eng.name.value if eng.name is not None else "a conference"
            case Kind.MEDIATION if not others:
                return self.parties(_of_roles(eng, Role.PARTICIPANT, Role.ACTOR)) if _mediators(eng) else ""
            case _:
                return others

    def _destination(self, eng: Engagement) -> str:
        """Where a visit goes, on which tour, and whom it is to see."""
        own = [eng.place.value] if eng.place is not None else []
        tour = listed(map(with_article, self._countries_of([stop.place.value for stop in eng.stops])))
        where = listed(map(with_article, self._countries_of(own))) or tour
        places = [*own, *(stop.place.value for stop in eng.stops)]
        where = where or listed(dict.fromkeys(place.city for place in places if place.city))
        if tour not in ("", where):
            where = f"{where} on a tour of {tour}"
        hosts = [party for party in _of_roles(eng, Role.RECIPIENT) if not self._is_state(party)]
        if where and hosts:
            return f"{where} to see {self.parties(hosts)}"
        return where or self.parties(_of_roles(eng, Role.RECIPIENT))

    def _countries_of(self, places: Iterable[Location]) -> list[str]:
        return list(dict.fromkeys(self.country(place.country) for place in places if place.country))

    def _is_state(self, party: Participant) -> bool:
        return party.country is not None and party.name.value == self.country(party.country.value)

    def _circumstances(self, eng: Engagement) -> Iterable[str]:
        if eng.place is not None and eng.kind is not Kind.VISIT:
            where = self.place(eng.place.value)
            yield f"in {where}" if where else ""
        if eng.date is not None:
            yield when_in_words(eng.date.value)
        if eng.kind is not Kind.MEDIATION and _mediators(eng):
            yield f"through {self.parties(_mediators(eng))}"
        if eng.amount is not None:
            yield f"({amount_in_words(eng.amount.value)})"


def with_article(country: str) -> str:
    """The name of a country as it stands inside a sentence.

    >>> with_article("United States"), with_article("Peru")
    ('the United States', 'Peru')
    """
    taking = _phrases().article
    return f"the {country}" if country.startswith(taking.begins) or country.endswith(taking.ends) else country


def _subjects(eng: Engagement) -> tuple[Participant, ...]:
    if eng.kind is Kind.MEDIATION and _mediators(eng):
        return _mediators(eng)
    return _of_roles(eng, Role.ACTOR, Role.PARTICIPANT)


def _mediators(eng: Engagement) -> tuple[Participant, ...]:
    return _of_roles(eng, Role.MEDIATOR)


def _is_state(party: Participant) -> bool:
    return party.office is None and party.entity_id is not None and party.entity_id.startswith("ctry:")


def _is_person(party: Participant) -> bool:
    return party.office is not None or (party.entity_id or "").startswith("per:")


def _of_roles(eng: Engagement, *roles: Role) -> tuple[Participant, ...]:
    return tuple(party for party in eng.participants if party.role in roles)


def _with_office(name: str, office: OfficeHeld) -> str:
    if office.qualifier is None:
        return f"{office.title} {name}"
    if office.qualifier.startswith("-"):
        return f"{office.title}{office.qualifier} {name}"
    return f"{office.qualifier} {office.title} {name}"


def _fill(phrase: str, other: str) -> str:
    """The phrase with the other side in its place; what needs one falls away where there is none."""
    kept = _OPTIONAL.sub(r"\1" if other else "", phrase)
    return re.sub(r"\s+", " ", kept.replace("…", f"{other or _UNNAMED} ")).strip()


def _phrase(kind: Kind, mode: str | None) -> tuple[str, str, str]:
    lines = _phrases().kinds[kind]
    return lines.get(mode or "*", lines["*"])


@cache
def _phrases() -> Phrases:
    table = files("dragoman.exports").joinpath("phrases.toml").read_text(encoding="utf-8")
    return from_table(tomllib.loads(table), Phrases)
