"""`dragoman kb`: who held an office on a day, who a name is, where a place is, whether a table fits; the counts."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.knowledge.entity import Incumbent
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
    """Look up who held an office on a day, who a name is, where a place is; check a table of your own; count."""


@kb.command()
@click.argument("office")
@_ON
@_EXTRA
def show(office: str, day: dt.datetime | None, extra: tuple[Path, ...]) -> None:
    """Who held OFFICE ("Foreign Minister of France", "NATO Secretary General"), on a day or over time."""
    base = _open(extra)
    office_id = _office_id(base, office)
    if office_id is None:
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
    from dragoman.knowledge.coverage import states_covered, table_counts

    counts, covered = table_counts(), states_covered()
    if not sys.stdout.isatty():
        click.echo(json.dumps({"rows": counts, "states with a known holder": covered}, ensure_ascii=False))
        return
    for kind, number in counts.items():
        click.echo(f"{number:9,}  {kind}")
    click.echo("\nStates whose holder is known, in the middle of a year:")
    for role, years in covered.items():
        click.echo(f"{role:20} " + "  ".join(f"{year}: {number}" for year, number in years.items()))


def _open(extra: tuple[Path, ...]) -> KnowledgeBase:
    from dragoman.knowledge.lookup import KnowledgeBase

    return KnowledgeBase.open(extra)


def _office_id(base: KnowledgeBase, text: str) -> str | None:
    """The office a phrase means: an id, a title "of" a country or organisation, or one with a demonym before it."""
    if base.office_by_id(text) is not None:
        return text
    title, _, place = text.rpartition(" of ")
    readings = [(title, place)] if title else []
    words = text.split()
    readings += [(" ".join(words[cut:]), " ".join(words[:cut])) for cut in range(1, min(5, len(words)))]
    for title, place in readings:
        country = base.find_country(place) or next(iter(base.demonym_countries(place)), None)
        organization = None if country is not None else base.find_organization(place)
        office = base.office(
            title,
            country=country.iso3 if country is not None else None,
            org_id=organization.org_id if organization is not None else None,
        )
        if office is not None:
            return office.office_id
    return None


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
                f"{term.start or '?'} – {term.end or '':10}  {one.person.name}: {title}, {where}{mark}  [{term.source}]"
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
