"""How much the shipped tables hold: rows of each kind, and for how many states the holder of an office is known.

>>> counts = table_counts()
>>> counts["countries and territories"] > 230, counts["organisations: armed group"] > 200
(True, True)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from dragoman.knowledge.countries import Countries
from dragoman.knowledge.officeholders import Officeholders
from dragoman.knowledge.organizations import Organizations
from dragoman.knowledge.people import PERSON_COLUMNS
from dragoman.knowledge.tablefiles import read_rows, table_path
from dragoman.knowledge.titles import Titles

#: The offices whose coverage is told: every state has one holder at a time, or nearly so.
COVERED_ROLES = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")

#: The years, at their middle, for which coverage is told.
COVERED_YEARS = (1992, 1997, 2002, 2007, 2012, 2017, 2020, 2022, 2024, 2026)


def table_counts() -> dict[str, int]:
    """Rows of each kind in the shipped tables."""
    countries, organizations, titles = Countries.open(), Organizations.open(), Titles.open()
    officeholders = Officeholders.open()
    names = Counter(name.kind for name in countries.names)
    kinds = Counter(organization.kind.value for organization in organizations.by_id.values())
    return {
        "countries and territories": len(countries.by_iso3),
        **{f"country names: {kind}": number for kind, number in sorted(names.items())},
        "regions": len(countries.regions),
        **{f"organisations: {kind.replace('_', ' ')}": number for kind, number in sorted(kinds.items())},
        "conferences": len(organizations.conferences),
        "instruments": len(organizations.instruments),
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
    states = [country.iso3 for country in Countries.open().by_iso3.values() if country.cow is not None]
    return {
        role: {
            year: sum(
                bool(officeholders.holders(f"office:{iso3}/{role}", dt.date(year, 6, 30))) for iso3 in states
            )
            for year in COVERED_YEARS
        }
        for role in COVERED_ROLES
    }
