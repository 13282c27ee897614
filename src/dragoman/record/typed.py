"""Values as people type and read them.

>>> parse_value("date", "2024-04-01/2024-04-05").days
5
>>> parse_value("place", "Oslo, NOR")
Location(city='Oslo', country='NOR', place_id=None)
>>> in_words(parse_value("amount", "about 300 tonnes"))
'about 300 tonnes'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Kind, Location, OfficeHeld, Role, Status
from dragoman.errors import DecisionError
from dragoman.record.values import Party, Value, type_of, value_of

_COUNTRY = re.compile(r"^[A-Z]{3}$")
_AMOUNT = re.compile(r"^(?P<about>about )?(?P<number>[\d,]+(?:\.\d+)?) (?P<unit>\S.*)$")
_QUALIFIERS = ("former", "acting", "deputy")


def parse_value(path: str, text: str) -> Value:
    """The value of a field as a person types it, or as JSON.

    Raises:
        DecisionError: if the text does not fit; the message says what is expected.
    """
    text, of = text.strip(), type_of(path)
    if not text:
        raise DecisionError(f"{path}: an empty value is a rejection; write {_EXPECTED[of]}")
    value = value_of(path, text) if text.startswith("{") else None
    return _PARSERS[of](text) if value is None else value


def expected_of(path: str) -> str:
    """How the value of a field is typed.

    >>> expected_of("date")
    '2024, 2024-04, 2024-04-02 or 2024-04-01/2024-04-05'
    """
    return _EXPECTED[type_of(path)]


def in_words(value: Value | None) -> str:
    """A value as a person would type it; nothing is a dash.

    >>> in_words(DateSpan.parse("2024-04-01", "2024-04-05"))
    '2024-04-01/2024-04-05'
    """
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case DateSpan():
            start, end = value.iso()
            return start if start == end else f"{start}/{end}"
        case Location():
            return ", ".join(part for part in (value.city, value.country) if part)
        case Amount():
            return f"{'about ' if value.approximate else ''}{value.value:,.10g} {value.unit}"
        case OfficeHeld():
            return value.title if value.qualifier is None else f"{value.qualifier} {value.title}"
        case Party():
            rest = (value.office.title if value.office else None, value.country)
            return ", ".join(part for part in (value.name, *rest) if part)
        case _:
            return str(value)


def _parse_date(text: str) -> DateSpan:
    start, _, end = text.partition("/")
    try:
        return DateSpan.parse(start.strip(), end.strip() or None)
    except ValueError as error:
        raise DecisionError(f"{text!r} is no date: write {_EXPECTED[DateSpan]}") from error


def _parse_place(text: str) -> Location:
    city, _, country = (part.strip() for part in text.rpartition(","))
    if not _COUNTRY.match(country):
        if city:
            raise DecisionError(f"{text!r} is no place: write {_EXPECTED[Location]}")
        return Location(country, None, None)
    return Location(city or None, country, None if city else f"ctry:{country}")


def _parse_amount(text: str) -> Amount:
    found = _AMOUNT.match(text)
    if found is None:
        raise DecisionError(f"{text!r} is no amount: write {_EXPECTED[Amount]}")
    return Amount(float(found["number"].replace(",", "")), found["unit"], found["about"] is not None)


def _parse_office(text: str) -> OfficeHeld:
    qualifier, _, title = text.partition(" ")
    if qualifier.casefold() in _QUALIFIERS and title:
        return OfficeHeld(title, None, None, "decision", qualifier.casefold())
    return OfficeHeld(text, None, None, "decision")


def _parse_bool(text: str) -> bool:
    answers = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}
    if text.casefold() not in answers:
        raise DecisionError(f"{text!r} is neither yes nor no")
    return answers[text.casefold()]


def _one_of(of: type[StrEnum]) -> Callable[[str], Value]:
    def parse(text: str) -> Value:
        try:
            return of(text.casefold().replace(" ", "_"))
        except ValueError as error:
            raise DecisionError(f"{text!r} is none of {', '.join(of)}") from error

    return parse


def _parse_party(text: str) -> Party:
    """A name, or "Name, Office, ISO"; the role is that of the participant corrected, or "participant"."""
    name, *rest = (part.strip() for part in text.split(","))
    country = rest.pop() if rest and _COUNTRY.match(rest[-1]) else None
    return Party(Role.PARTICIPANT, name, None, _parse_office(", ".join(rest)) if any(rest) else None, country)


_PARSERS: Mapping[type, Callable[[str], Value]] = {
    DateSpan: _parse_date,
    Location: _parse_place,
    Amount: _parse_amount,
    OfficeHeld: _parse_office,
    Party: _parse_party,
    Kind: _one_of(Kind),
    Status: _one_of(Status),
    Role: _one_of(Role),
    bool: _parse_bool,
    str: str,
}
_EXPECTED: Mapping[type, str] = {
    DateSpan: "2024, 2024-04, 2024-04-02 or 2024-04-01/2024-04-05",
    Location: "Oslo, NOR or NOR (the country's ISO alpha-3 code)",
    Amount: "20,000,000 EUR or about 300 tonnes",
    OfficeHeld: "Foreign Minister or former Foreign Minister",
    Party: "Aino Aalto, or Aino Aalto, Foreign Minister, FIN",
    Kind: ", ".join(Kind),
    Status: ", ".join(Status),
    Role: ", ".join(Role),
    bool: "yes or no",
    str: "the words",
}
