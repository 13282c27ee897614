"""How much the shipped tables hold: rows of each kind, and for how many states the holder of an office is known.

>>> counts = table_counts()
>>> counts["countries and territories"] > 230, counts["organisations: armed group"] > 200
(True, True)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

from dragoman.knowledge.absent import AbsentOffices
from dragoman.knowledge.countries import Countries
from dragoman.knowledge.memberships import Memberships
from dragoman.knowledge.officeholders import Officeholders
from dragoman.knowledge.organizations import Organizations
from dragoman.knowledge.people import PERSON_COLUMNS
from dragoman.knowledge.tablefiles import read_rows, table_path
from dragoman.knowledge.titles import Titles

#: The offices whose coverage is told: every state has one holder at a time, or nearly so.
COVERED_ROLES = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")

#: The years, at their middle, for which coverage is told.
COVERED_YEARS = (1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020, 2022, 2024, 2026)


def table_counts() -> dict[str, int]:
    """Rows of each kind in the shipped tables."""
    countries, organizations, titles = Countries.open(), Organizations.open(), Titles.open()
    officeholders, memberships = Officeholders.open(), Memberships.open()
    names = Counter(name.kind for name in countries.names)
    kinds = Counter(organization.kind.value for organization in organizations.by_id.values())
    return {
        "countries and territories": len(countries.by_iso3),
        **{f"country names: {kind}": number for kind, number in sorted(names.items())},
        "regions": len(countries.regions),
        **{f"organisations: {kind.replace('_', ' ')}": number for kind, number in sorted(kinds.items())},
        "conferences": len(organizations.conferences),
        "instruments": len(organizations.instruments),
        "memberships": len(memberships.stays),
        "organisations with dated members": len({stay.org_id for stay in memberships.stays}),
        "titles": len(titles.forms),
        "people": len(read_rows("persons.csv", PERSON_COLUMNS)),
        "offices": len(officeholders.offices),
        "terms": len(officeholders.terms),
        **_place_counts(),
    }


def _place_counts() -> dict[str, int]:
    with table_path("places.tsv").open(encoding="utf-8") as lines:
        kinds = Counter(line.split("\t", 3)[2] for line in lines)
    return {f"places: {kind}": number for kind, number in sorted(kinds.items())}


def states_covered() -> dict[str, dict[int, int]]:
    """By role and year, the number of states (those with a Correlates of War number) whose holder is known."""
    officeholders = Officeholders.open()
    return _counted(
        lambda iso3, role, day: bool(officeholders.holders(f"office:{iso3}/{role}", day)),
        AbsentOffices.open(),
    )


def states_concerned() -> dict[str, dict[int, int]]:
    """By role and year, the number of states that are there and have such an office."""
    return _counted(lambda *_: True, AbsentOffices.open())


def _counted(counts: Callable[[str, str, dt.date], bool], absent: AbsentOffices) -> dict[str, dict[int, int]]:
    """By role and year, how many of the states that have the office ``counts`` holds for."""
    states = [country.iso3 for country in Countries.open().by_iso3.values() if country.cow is not None]
    days = {year: dt.date(year, 6, 30) for year in COVERED_YEARS}
    return {
        role: {
            year: sum(absent.find(iso3, role, day) is None and counts(iso3, role, day) for iso3 in states)
            for year, day in days.items()
        }
        for role in COVERED_ROLES
    }
