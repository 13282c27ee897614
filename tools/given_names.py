"""Builds the table of given names by which the reader knows that "she" is not Donald.

    pip install faker==40.54.0 names==0.3.0
    python -m tools.given_names

reads Faker's lists of first names by language (MIT License; those in Latin letters) and the given names of the US census
of 1990 (public domain, through `names`), and writes `src/dragoman/mentions/given_names.toml`. A name that is given to
both anywhere is in neither list, nor is one that somebody of another list bears in the knowledge tables' countries of
family names first, nor those in `DROPPED`, which holders of office bear against the lists.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person
import names

from dragoman.knowledge.names import fold

ROOT = Path(__file__).parent.parent
PERSONS = ROOT / "src/dragoman/knowledge/tables/persons.csv"
TABLE = ROOT / "src/dragoman/mentions/given_names.toml"
FAMILY_NAME_FIRST = frozenset("CHN TWN KOR PRK VNM KHM MMR JPN SGP HKG MAC LAO THA MNG BTN".split())
DROPPED = frozenset(
    "alexus alia alix ally alpha aly amara arun dian essa firuz france hani hedi henny joke josefa kalla karen keli lal "
    "lemma mame marjon mirian mya nana nath nika nikol paulin rana rosie rosny santa siri tiny tui uri wai yassine yuli "
    "yury quentin beverly jocelyn carol leslie lauren commodore baron prince king duke earl count washington".split()
)
USUAL, HARDLY = 20, 0.002
"""How many times as many of one sex make a census name theirs; the share in per cent below which it tells nothing."""
_ATTRIBUTES = ("first_names_{}", "first_romanized_names_{}")


def main() -> None:
    """Writes the table."""
    lists = {sex: set(_faker_names(sex)) for sex in ("male", "female")}
    unclear = _add_census(lists) | DROPPED | _family_names()
    unclear |= lists["male"] & lists["female"]
    head = (
        "# Given names that only men and only women bear, folded (made by tools/given_names.py).\n"
        "# From Faker, MIT License, and the US census of 1990, public domain.\n"
    )
    body = [
        f'{sex} = """\n'
        + "\n".join(textwrap.wrap(" ".join(sorted(found - unclear)), 118, break_on_hyphens=False))
        + '\n"""\n'
        for sex, found in lists.items()
    ]
    TABLE.write_text(head + "\n" + "\n".join(body), "utf-8")


def _faker_names(sex: str) -> Iterator[str]:
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in _ATTRIBUTES:
            for name in getattr(provider, attribute.format(sex), None) or ():
                if re.fullmatch(r"[a-z'-]{2,}", fold(name)):
                    yield fold(name)


def _add_census(lists: dict[str, set[str]]) -> set[str]:
    """Add the census names that are usually of one sex; returns the others."""
    shares: dict[str, dict[str, float]] = {}
    for sex in lists:
        for line in Path(names.FILES[f"first:{sex}"]).read_text("utf-8").splitlines():
            name, share = line.split()[:2]
            shares.setdefault(name.lower(), {})[sex] = float(share)
    unclear = set()
    for name, of in shares.items():
        sex, other = sorted(lists, key=lambda one: -of.get(one, 0.0))
        if of[sex] > USUAL * of.get(other, 0.0) and of[sex] > HARDLY:
            lists[sex].add(name)
        else:
            unclear.add(name)
    return unclear


def _family_names() -> set[str]:
    """The words that names begin with where the family name comes first."""
    with PERSONS.open(encoding="utf-8", newline="") as file:
        people = [row for row in csv.DictReader(file) if row["country"] in FAMILY_NAME_FIRST]
    return {fold(word) for row in people for word in (row["name"].split()[0], row["family_name"])}


if __name__ == "__main__":
    main()
