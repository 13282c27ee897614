"""A user's own tables: terms, organisations and places in CSV, checked row by row, laid on top of the shipped ones.

The header says what a table holds:

    name,title,country,org,start,end,source            terms (country or org; days as 2024, 2024-04 or 2024-04-02)
    name,kind,country,aliases,members,source           organisations (kind as in OrgKind; lists parted by ;)
    name,country,lat,lon,city,aliases,source           places

>>> check_table(["name,country,lat,lon,city,aliases,source", "Hotel Vell,FRA,91,2.3,Paris,,own notes"], "own.csv")
['own.csv, line 2: lat: found 91; a latitude lies between -90 and 90']
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.dates import DateSpan, Precision
from dragoman.errors import TableError
from dragoman.knowledge.entity import Office, Organization, OrgKind, Person, Place, PlaceKind, Term
from dragoman.knowledge.names import fold
from dragoman.knowledge.people import NamedPerson
from dragoman.knowledge.tablefiles import split_list

TERM_HEADER = ("name", "title", "country", "org", "start", "end", "source")
ORGANIZATION_HEADER = ("name", "kind", "country", "aliases", "members", "source")
PLACE_HEADER = ("name", "country", "lat", "lon", "city", "aliases", "source")
_HEADERS = {TERM_HEADER: "terms", ORGANIZATION_HEADER: "organisations", PLACE_HEADER: "places"}

#: Turns a title, country and organisation into a role; gives none for a title it does not know.
RoleFinder = Callable[[str, str], "str | None"]

#: Finds the id of the one known person of a name and country, if there is just one.
PersonFinder = Callable[[str, "str | None"], "str | None"]


@dataclass(slots=True)
class Extension:
    """What a user's tables add."""

    people: dict[str, NamedPerson] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    organizations: dict[str, Organization] = field(default_factory=dict)
    places: list[tuple[str, Place]] = field(default_factory=list)


def read_extension(paths: Iterable[Path], find_role: RoleFinder, find_person: PersonFinder) -> Extension:
    """Read a user's tables.

    Raises:
        TableError: if a file cannot be read or a row does not fit; the message has file, line, field and reason.
    """
    extension = Extension()
    for path in paths:
        lines = _lines_of(path)
        problems = check_table(lines, path.name, find_role)
        if problems:
            raise TableError("\n".join(problems))
        header, *rows = _rows(lines)
        for number, row in enumerate(rows, start=2):
            cells = dict(zip(header, row, strict=True))
            origin = f"{path.name}, line {number}: {cells['source']}"
            _ADDERS[_HEADERS[tuple(header)]](extension, cells, origin, find_role, find_person)
    return extension


def check_file(path: Path, find_role: RoleFinder | None = None) -> list[str]:
    """What is wrong with a user's table; empty if nothing is."""
    return check_table(_lines_of(path), path.name, find_role)


def check_table(lines: list[str], name: str, find_role: RoleFinder | None = None) -> list[str]:
    """What is wrong with the lines of a user's table, each with file, line, field, what was found and what fits."""
    rows = _rows(lines)
    if not rows or tuple(rows[0]) not in _HEADERS:
        known = " | ".join(",".join(header) for header in _HEADERS)
        return [
            f"{name}, line 1: header: found {','.join(rows[0]) if rows else 'nothing'}; accepted are {known}"
        ]
    header = tuple(rows[0])
    problems = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(header):
            problems.append(f"{name}, line {number}: found {len(row)} fields; the header has {len(header)}")
            continue
        cells = dict(zip(header, row, strict=True))
        problems += [
            f"{name}, line {number}: {problem}" for problem in _row_problems(header, cells, find_role)
        ]
    return problems


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: cannot be read: {error}") from error


def _rows(lines: list[str]) -> list[list[str]]:
    return [[cell.strip() for cell in row] for row in csv.reader(lines) if row]


def _row_problems(header: tuple[str, ...], cells: dict[str, str], find_role: RoleFinder | None) -> list[str]:
    problems = [f"{key}: is empty; every row needs it" for key in ("name", "source") if not cells[key]]
    country = cells.get("country", "")
    if country and not (len(country) == 3 and country.isupper()):
        problems.append(f"country: found {country}; write the ISO alpha-3 code, like FRA")
    if header == TERM_HEADER:
        problems += _term_problems(cells, find_role)
    elif header == PLACE_HEADER:
        problems += _coordinate_problems(cells, "lat", 90, "latitude")
        problems += _coordinate_problems(cells, "lon", 180, "longitude")
    elif cells["kind"] not in set(OrgKind):
        problems.append(f"kind: found {cells['kind']}; accepted are {', '.join(OrgKind)}")
    return problems


def _term_problems(cells: dict[str, str], find_role: RoleFinder | None) -> list[str]:
    problems = []
    if bool(cells["country"]) == bool(cells["org"]):
        problems.append("country, org: give one of the two")
    if find_role is not None and find_role(cells["title"], cells["org"] or cells["country"]) is None:
        problems.append(f"title: found {cells['title']}; no known title is in it")
    days = {}
    for key in ("start", "end"):
        try:
            days[key] = DateSpan.parse(cells[key]) if cells[key] else None
        except ValueError:
            problems.append(f"{key}: found {cells[key]}; write a day as 2024, 2024-04 or 2024-04-02")
    start, end = days.get("start"), days.get("end")
    if start is not None and end is not None and end.end < start.start:
        problems.append(f"end: {cells['end']} is before the start, {cells['start']}")
    return problems


def _coordinate_problems(cells: dict[str, str], key: str, limit: int, word: str) -> list[str]:
    try:
        value = float(cells[key])
    except ValueError:
        return [f"{key}: found {cells[key] or 'nothing'}; write degrees, like 48.87"]
    return (
        []
        if abs(value) <= limit
        else [f"{key}: found {cells[key]}; a {word} lies between -{limit} and {limit}"]
    )


def _add_term(
    extension: Extension, cells: dict[str, str], origin: str, find_role: RoleFinder, find_person: PersonFinder
) -> None:
    place = cells["org"] or cells["country"]
    role = find_role(cells["title"], place) or "leader"
    country, org_id = cells["country"] or None, cells["org"] or None
    person_id = find_person(cells["name"], country) or f"per:own:{_slug(cells['name'])}"
    if person_id.startswith("per:own:"):
        person = Person(person_id, cells["name"], cells["name"].split()[-1], country)
        extension.people[person_id] = NamedPerson.of(person)
    office_id = f"office:{place}/{role}"
    extension.offices.setdefault(office_id, Office(office_id, cells["title"], role, country, org_id))
    start, end = _span(cells["start"]), _span(cells["end"])
    precision = start.precision if start is not None else end.precision if end is not None else Precision.DAY
    extension.terms.append(
        Term(
            person_id,
            office_id,
            start.start if start is not None else None,
            end.end if end is not None else None,
            precision,
            origin,
            title=cells["title"],
            seen=dt.date.max if end is None else None,
        )
    )


def _add_organization(
    extension: Extension,
    cells: dict[str, str],
    _origin: str,
    _find_role: RoleFinder,
    _find_person: PersonFinder,
) -> None:
    org_id = f"org:own:{_slug(cells['name'])}"
    extension.organizations[org_id] = Organization(
        org_id,
        cells["name"],
        OrgKind(cells["kind"]),
        cells["country"] or None,
        split_list(cells["members"]),
        aliases=split_list(cells["aliases"]),
    )


def _add_place(
    extension: Extension,
    cells: dict[str, str],
    _origin: str,
    _find_role: RoleFinder,
    _find_person: PersonFinder,
) -> None:
    kind = PlaceKind.VENUE if cells["city"] and cells["city"] != cells["name"] else PlaceKind.CITY
    place = Place(
        f"place:own:{_slug(cells['name'])}",
        cells["name"],
        kind,
        cells["country"] or None,
        float(cells["lat"]),
        float(cells["lon"]),
        city=cells["city"] or None,
    )
    for name in (cells["name"], *split_list(cells["aliases"])):
        extension.places.append((name, place))


_ADDERS = {"terms": _add_term, "organisations": _add_organization, "places": _add_place}


def _span(text: str) -> DateSpan | None:
    return DateSpan.parse(text) if text else None


def _slug(name: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in fold(name)).split())
