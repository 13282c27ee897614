"""Names known from the shared tables, for labelling text that nobody annotated.

Everything here reads facts from the data folder; nothing is written to the package.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tools.pack.vocabulary import word_list

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

FACILITY_WORDS = frozenset(word_list("facility_words"))
ORGANIZATION_WORDS = frozenset(word_list("organization_words"))
EVENT_WORDS = frozenset(word_list("event_words"))
DEMONYM = re.compile(r"^\w+(?:(?<!st)an|ese|ish|i|ch|ic|ek|ot)$")
OFFICE_START = re.compile(
    r"^(?:Prime Minister|President|Vice President|Minister|Secretary|Chancellor|King|Queen|Governor|Speaker|"
    r"Chief Minister|Foreign Minister|Attorney General|Pope|Emir|Supreme Leader|Secretary-General|Commander|Chairman|"
    r"Mayor|Deputy Prime Minister|Premier|Ambassador|Director)\b"
)


@dataclass(frozen=True, slots=True)
class Country:
    """A state with its usual name, its adjectives and its capital."""

    name: str
    adjectives: tuple[str, ...]
    capital: str


@cache
def countries() -> tuple[Country, ...]:
    """States of the country table, in title case."""
    path = DATA / "kb" / "countryinfo" / "CountryInfo.120116.txt.xz"
    with lzma.open(path, "rt", encoding="utf8", errors="replace") as file:
        text = re.sub(r"<!--.*?-->", "", file.read(), flags=re.DOTALL)
    found = [_country(block) for block in re.findall(r"<Country>(.*?)</Country>", text, re.DOTALL)]
    return tuple(country for country in found if country is not None)


def _country(block: str) -> Country | None:
    def lines(tag: str) -> list[str]:
        match = re.search(rf"<{tag}>(.*?)</{tag}>", block, re.DOTALL)
        body = match.group(1) if match else ""
        cleaned = (re.sub(r"#.*", "", line).replace("_", " ").strip() for line in body.split("\n"))
        return [line.title() if line.isupper() else line for line in cleaned if line]

    name = lines("CountryName")
    if not name:
        return None
    plain = re.sub(r"(?<= )(?:And|The|Of)\b", lambda match: match.group().lower(), name[0])
    adjectives = tuple(word for word in lines("Nationality")[:1] if DEMONYM.search(word))
    return Country(plain, adjectives, next(iter(lines("Capital")), ""))


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples, plural forms included."""
    singular = {
        adjective for country in countries() for adjective in country.adjectives if len(adjective) > 3
    }
    singular |= set(word_list("further_demonyms"))
    return frozenset(singular | {f"{word}s" for word in singular if word[-1] in "nid"})


@cache
def officeholders() -> tuple[tuple[str, str, str], ...]:
    """Person, office, country of heads of state, heads of government and foreign ministers."""
    return tuple(dict.fromkeys(_officeholders()))


def _officeholders() -> Iterator[tuple[str, str, str]]:
    with (DATA / "kb/cia-factbook-executive/terms.csv").open(encoding="utf8") as file:
        for row in csv.DictReader(file):
            yield _person_name(row["name"]), _plain_office(row["office"]), row["country"]
    with (DATA / "kb/every-politician/foreign-ministers-2022-2023.csv").open(encoding="utf8") as file:
        for row in csv.DictReader(file):
            yield row["name"], "Foreign Minister", row["country_label"]
    with (DATA / "kb/every-politician/world-leaders-2021-wikidata.csv").open(encoding="utf8") as file:
        for row in csv.DictReader(file):
            yield row["officeholderLabel"], _plain_office(row["positionLabel"]), row["country"]
    with lzma.open(DATA / "kb/cia-world-leaders-2019/persons.jsonl.xz", "rt", encoding="utf8") as file:
        for line in file:
            yield from _cabinet_member(json.loads(line))


def _cabinet_member(person: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for title in person["titles"]:
        plain = title.replace("&", "and")
        if re.fullmatch(r"[A-Za-z ,-]{4,60}", plain):
            yield _person_name(person["name"]), plain, person["country"][0]


def _plain_office(office: str) -> str:
    return re.sub(r"\s+of (?:the )?[A-Z].*$", "", office).strip()


def _person_name(name: str) -> str:
    words = [word.title() if word.isupper() and len(word) > 2 else word for word in name.split()]
    return " ".join(words).replace("Bin ", "bin ").replace("Al-", "al-")
