"""Sightings of officials in the official record: visitors to the United States and those met abroad."""

from __future__ import annotations

import datetime as dt
import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.countries import Countries
from dragoman.knowledge.names import HONORIFICS, fold
from dragoman.knowledge.titles import Titles
from knowledge.claims import Claim
from knowledge.countries import CountryFinder

SOURCE = "official-record"

#: The title runs from its first word to "Minister", "President" …; the name is the capitalised words behind it.
_TITLE_HEADS = (
    r"Minister|President|Premier|Chancellor|Secretary|King|Queen|Emir|Amir|Sultan|Taoiseach|Chairman|"
    r"Chairperson|Prince|"
    r"Secretary[- ]General|Director[- ]General|Governor[- ]General|"
    r"Representative|Commissioner|Pope|Speaker|Ambassador|Envoy|Adviser|Advisor"
)
_NAME_WORD = r"(?:[A-ZÀ-ÝŁŠŽÇÖÜÓŚŞČĐ](?:\.|[\w'’\-]*)|bin|al-[A-Z]\w+|el-[A-Z]\w+|bint|van|von|der|de|da|dos|den|ul|ur)"
_OFFICIAL = re.compile(
    rf"""(?P<title>(?:(?:[A-Z][\w'’.\-]*|and|of|for|the)\s+){{0,7}}?(?:{_TITLE_HEADS})
        (?:\s+(?:of|for|and)\s+(?:the\s+)?[A-Z]\w+(?:(?:,|\s+and|\s+for|\s+of)?\s+[A-Z]\w+){{0,6}}?)?)
        \s+(?!(?:{_TITLE_HEADS})\b)(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}})""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Sighting:
    """An official as one row has them; ``journey`` names the trip the row belongs to."""

    claim: Claim
    journey: str
    stated_country: bool


def read_visitors(
    path: Path, finder: CountryFinder, titles: Titles, *, first_year: int = 1989
) -> Iterator[Sighting]:
    """Visitors: title and name in one string, country given."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = dt.date.fromisoformat(row["start-date"])
            country = finder.find(row["from"][0]["name"]) if len(row["from"]) == 1 else None
            if day.year < first_year or country is None:
                continue
            visitor = re.sub(r"\([^)]*\)", "", row["visitor"].replace("‐", "-")).strip()
            split = split_official(visitor, titles, country)
            if split is not None and "-elect" not in visitor.replace(" ", "").lower():
                title, role, name = split
                yield Sighting(
                    _claim(country, role, title, name, day),
                    f"visit:{country}:{row['start-date'][:7]}:{fold(name)}",
                    True,
                )


def read_met_abroad(
    path: Path, finder: CountryFinder, titles: Titles, countries: Countries, *, first_year: int = 1989
) -> Iterator[Sighting]:
    """Those met on trips, from the remarks; a country before the title wins over the country travelled to."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    journeys = _journeys(rows)
    for row in rows:
        day = dt.date.fromisoformat(row["start-date"])
        host = finder.find(row["country"][0]["name"]) if row["country"] else None
        if day.year < first_year or host is None:
            continue
        for phrase, name in find_officials(row.get("remarks") or ""):
            yield from _met(phrase, name, host, day, journeys[row["id"]], titles, countries)


def find_officials(remarks: str) -> list[tuple[str, str]]:
    """Titles with the names behind them, in the order of the text.

    >>> find_officials("Met with President Hu and Prime Minister Wen.")
    [('President', 'Hu'), ('Prime Minister', 'Wen')]
    """
    return [
        (match.group("title").removeprefix("and "), match.group("name").rstrip(".'’"))
        for match in _OFFICIAL.finditer(remarks)
    ]


def _met(
    phrase: str, name: str, host: str, day: dt.date, journey: str, titles: Titles, countries: Countries
) -> Iterator[Sighting]:
    if (
        phrase.startswith(("U.S.", "US "))
        or (name.split()[-1] in US_PRINCIPALS and host != "USA")
        or re.search(r"\bformer\b|-elect\b|-designate\b", phrase, re.I)
    ):
        return
    country, rest = _leading_country(phrase, countries)
    found = titles.find(rest, country or host)
    if country is None and found is not None and name.split()[-1] in ABROAD:
        return
    if found is None or found.qualifier in ("former", "elect") or found.role not in SEEN_ROLES:
        return
    name = trim_name(name)
    if len(name) > 2 or name in ("Xi", "Hu", "Li", "Wu", "Su"):
        yield Sighting(
            _claim(country or host, found.role, found.title, name, day), journey, country is not None
        )


def _leading_country(phrase: str, countries: Countries) -> tuple[str | None, str]:
    words = phrase.split()
    for length in (3, 2, 1):
        head = " ".join(words[:length]).removesuffix("'s").removesuffix("’s")
        if len(words) <= length:
            continue
        found = countries.find(head) or next(iter(countries.of_demonym(head)), None)
        if found is not None:
            return found.iso3, " ".join(words[length:])
    return None, phrase


#: Americans met with abroad, who are no officials of the host country.
US_PRINCIPALS = frozenset(
    "Bush Clinton Obama Trump Biden Cheney Gore Quayle Pence Harris Rumsfeld Gates Panetta Hagel "
    "Carter Mattis Cohen Perry Geithner "
    "Paulson Lew Mnuchin Yellen Powell Rice Kerry Pompeo Tillerson Baker Christopher Albright Rubin".split()
)
#: Ends of names that are no names.
ABROAD = frozenset(
    "Council Union Arabia Summit Conference Ministerial Ministers Forum States Nations Affairs Kingdom Process".split()
)

SEEN_ROLES = frozenset(
    "head-of-state head-of-government foreign-minister defence-minister finance-minister "
    "interior-minister crown-prince "
    "deputy-head-of-government vice-president deputy-foreign-minister trade-minister "
    "economy-minister energy-minister "
    "national-security-adviser".split()
)


def split_official(visitor: str, titles: Titles, country: str) -> tuple[str, str, str] | None:
    """A visitor's string as title, role and name, or ``None`` where it names no office we keep.

    >>> split_official("President Jacob Zuma", Titles.open(), "ZAF")
    ('President', 'head-of-state', 'Jacob Zuma')
    """
    words = visitor.split()
    for cut in range(min(len(words) - 1, 12), 0, -1):
        title = " ".join(words[:cut]).rstrip(",")
        role = titles.role_of(
            [fold(word).strip(",.") for word in title.replace("-", " ").replace(",", " ").split()], country
        )
        if role is not None:
            name = trim_name(" ".join(words[cut:]))
            return (title, role, name) if name and role in SEEN_ROLES else None
    return None


def trim_name(name: str) -> str:
    """A name without honorifics in front and words that slid in behind."""
    words = name.replace("’", "'").split(",")[0].split()
    while words and (fold(words[0]).strip(".") in HONORIFICS or words[0] in ("of", "and")):
        words.pop(0)
    for position, word in enumerate(words):
        if (
            word in ABROAD
            or word
            in (
                "and",
                "elect",
                "Attended",
                "Visited",
                "Addressed",
                "Signed",
                "Participated",
                "Held",
                "During",
                "On",
                "Met",
                "Discussed",
                "Also",
                "In",
                "The",
                "At",
            )
            or (position and word.endswith("'s"))
        ):
            return " ".join(words[:position])
    return " ".join(words).rstrip(".")


def _claim(country: str, role: str, title: str, name: str, day: dt.date) -> Claim:
    return Claim(country, None, role, title, name, day, day, SOURCE, 0.7, seen=day, sighting=True)


def _journeys(rows: list[dict[str, str]]) -> dict[str, str]:
    """Rows of one traveller with at most three days between them are one journey."""
    journeys: dict[str, str] = {}
    ordered = sorted(rows, key=lambda row: (row["who"], row["start-date"]))
    current, last_end, who = "", dt.date.min, ""
    for row in ordered:
        start, end = (
            dt.date.fromisoformat(row["start-date"]),
            dt.date.fromisoformat(row["end-date"] or row["start-date"]),
        )
        if row["who"] != who or (start - last_end).days > 3:
            current = f"trip:{row['who']}:{row['start-date']}"
            last_end = end
        who, last_end = row["who"], max(last_end, end)
        journeys[row["id"]] = current
    return journeys
