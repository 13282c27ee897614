"""`dragoman kb`: who held an office on a day, who a name is, where a place is, who belongs to what, the counts."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.knowledge.entity import Incumbent, Membership
    from dragoman.knowledge.lookup import KnowledgeBase

_EXTRA = click.option(
    "--extra",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table of your own on top; may be given several times.",
)
_ON = click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day asked about, like 2024-04-02."
)


@click.group()
def kb() -> None:
    """Look up who held an office or belonged to a body on a day, who a name is, where a place is; check; count."""


@kb.command()
@click.argument("office")
@_ON
@_EXTRA
def show(office: str, day: dt.datetime | None, extra: tuple[Path, ...]) -> None:
    """Who held OFFICE ("Foreign Minister of France", "NATO Secretary General"), on a day or over time."""
    base = _open(extra)
    office_id = _office_id(base, office)
    if office_id is None:
        _tell_absent(base, office, day.date() if day is not None else dt.date.today())
        click.echo(
            f"no office like {office!r} in the tables; try a title with a country or organisation", err=True
        )
        raise SystemExit(1)
    if day is not None:
        found = base.holders(office_id, day.date())
    else:
        terms = base.officeholders.of_office(office_id)
        found = tuple(
            one for term in terms for one in base.offices_of(term.person_id, None) if one.term == term
        )
    _print(found, f"{office_id}: nobody known" + (f" on {day.date()}" if day else ""))
    if day is None:
        for odd in base.officeholders.irregularities(office_id):
            click.echo(f"{odd.kind}: {odd.start} to {odd.end} ({', '.join(odd.person_ids)})", err=True)


@kb.command()
@click.argument("name")
@_ON
@_EXTRA
def who(name: str, day: dt.datetime | None, extra: tuple[Path, ...]) -> None:
    """Who NAME is: the people of that name and the offices they held, on a day or over time."""
    base = _open(extra)
    people = base.find_people(name)
    if not people:
        click.echo(f"nobody called {name!r} in the tables", err=True)
        raise SystemExit(1)
    on = None if day is None else day.date()
    for person in people:
        _print(
            base.offices_of(person.person_id, on), f"{person.name} ({person.country or '-'}): no office known"
        )


@kb.command()
@click.argument("name")
@_ON
@_EXTRA
def members(name: str, day: dt.datetime | None, extra: tuple[Path, ...]) -> None:
    """Who belongs to the organisation NAME, or to what the state NAME belongs, on a day or over time."""
    base = _open(extra)
    on = None if day is None else day.date()
    organization, country = base.find_organization(name), base.find_country(name)
    if organization is not None:
        found = base.memberships(organization.org_id, on)
    elif country is not None:
        found = base.memberships_of(country.iso3, on)
    else:
        click.echo(f"no organisation or state called {name!r} in the tables", err=True)
        raise SystemExit(1)
    if not found:
        click.echo(f"{name}: no dated membership known" + (f" on {on}" if on else ""), err=True)
    for stay in found:
        _print_membership(base, stay)


def _print_membership(base: KnowledgeBase, stay: Membership) -> None:
    """A line for a person, a JSON line for a pipe."""
    body, state = base.organization(stay.org_id), base.country(stay.member)
    if sys.stdout.isatty():
        member = state.name if state is not None else stay.member
        click.echo(
            f"{stay.start} – {stay.end or ''!s:10}  {member}: {stay.status}, {body.name if body else stay.org_id}"
        )
        return
    row = {"org_id": stay.org_id, "member": stay.member, "name": state.name if state is not None else None,
           "status": stay.status, "start": str(stay.start), "end": str(stay.end or ""),
           "precision": stay.precision.value, "source": stay.source}  # fmt: skip
    click.echo(json.dumps(row, ensure_ascii=False))


@kb.command()
@click.argument("name")
@click.option("--country", multiple=True, help="ISO alpha-3 code of a country the text names.")
@_EXTRA
def place(name: str, country: tuple[str, ...], extra: tuple[Path, ...]) -> None:
    """Where NAME is: all places of that name, the one chosen marked with *."""
    base = _open(extra)
    chosen = base.resolve_place(name, countries=country)
    places = base.find_places(name)
    if not places:
        click.echo(f"no place called {name!r} in the tables", err=True)
        raise SystemExit(1)
    for found in places:
        row = {"chosen": found == chosen, "place_id": found.place_id, "name": found.name, "kind": found.kind.value,
               "country": found.country, "lat": found.lat, "lon": found.lon, "population": found.population}  # fmt: skip
        if sys.stdout.isatty():
            mark = "*" if found == chosen else " "
            click.echo(
                f"{mark} {found.name}, {found.country or '-'} ({found.kind}) {found.lat} {found.lon} {found.place_id}"
            )
        else:
            click.echo(json.dumps(row, ensure_ascii=False))


@kb.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Check FILE, a table of your own (terms, organisations or places), and say what does not fit."""
    from dragoman.knowledge.extension import check_file
    from dragoman.knowledge.titles import Titles

    problems = check_file(file, Titles.open().role)
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)
    click.echo(f"{file.name}: fits")


@kb.command()
def stats() -> None:
    """How much the shipped tables hold, and for how many states the holder of an office is known."""
    from dragoman.knowledge.coverage import states_concerned, states_covered, table_counts

    counts, covered, concerned = table_counts(), states_covered(), states_concerned()
    if not sys.stdout.isatty():
        told = {
            "rows": counts,
            "states with a known holder": covered,
            "states that have the office": concerned,
        }
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for kind, number in counts.items():
        click.echo(f"{number:9,}  {kind}")
    click.echo("\nStates whose holder is known, in the middle of a year, of those that have the office:")
    for role, years in covered.items():
        shares = (f"{year}: {number}/{concerned[role][year]}" for year, number in years.items())
        click.echo(f"{role:20} " + "  ".join(shares))


def _open(extra: tuple[Path, ...]) -> KnowledgeBase:
    from dragoman.knowledge.lookup import KnowledgeBase

    return KnowledgeBase.open(extra)


def _office_id(base: KnowledgeBase, text: str) -> str | None:
    """The office a phrase means: an id, a title "of" a country or organisation, or one with a demonym before it."""
    if base.office_by_id(text) is not None:
        return text
    for title, country, org_id in _readings(base, text):
        office = base.office(title, country=country, org_id=org_id)
        if office is not None:
            return office.office_id
    return None


def _readings(base: KnowledgeBase, text: str) -> Iterator[tuple[str, str | None, str | None]]:
    """What a phrase may say: a title with a country or an organisation."""
    title, _, place = text.rpartition(" of ")
    parted = [(title, place)] if title else []
    words = text.split()
    parted += [(" ".join(words[cut:]), " ".join(words[:cut])) for cut in range(1, min(5, len(words)))]
    for title, place in parted:
        country = base.find_country(place) or next(iter(base.demonym_countries(place)), None)
        organization = None if country is not None else base.find_organization(place)
        yield (
            title,
            country.iso3 if country is not None else None,
            organization.org_id if organization is not None else None,
        )


def _tell_absent(base: KnowledgeBase, text: str, day: dt.date) -> None:
    """Say why a state has no such office, and stop, where the tables know it."""
    for title, country, _ in _readings(base, text):
        read = base.find_office_title(title)
        absent = base.absent_office(country, read.role, day) if read is not None and country else None
        if absent is not None:
            click.echo(f"{absent.country} has no such office: {absent.ground}", err=True)
            raise SystemExit(1)


def _print(found: tuple[Incumbent, ...], otherwise: str) -> None:
    """A table for a person, JSON lines for a pipe."""
    if not found:
        click.echo(otherwise, err=True)
    for one in found:
        term = one.term
        title = term.title or one.office.title
        where = one.office.country or one.office.org_id
        if sys.stdout.isatty():
            mark = " (provisional)" if term.provisional else ""
            click.echo(
                f"{term.start or '?'} – {term.end or ''!s:10}  {one.person.name}: {title}, {where}{mark}  [{term.source}]"
            )
        else:
            click.echo(
                json.dumps(
                    {"person": one.person.name, "title": title, "country": one.office.country, "org_id": one.office.org_id,
                     "start": str(term.start or ""), "end": str(term.end or ""), "precision": term.precision.value,
                     "source": term.source, "confidence": term.confidence, "provisional": term.provisional,
                     "note": term.note},
                    ensure_ascii=False,
                )
            )  # fmt: skip
