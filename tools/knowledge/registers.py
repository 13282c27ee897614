"""Dated terms from registers: EveryPolitician, REIGN, POCOM, US executive, current leaders, CIA directory of 2019."""

from __future__ import annotations

import csv
import datetime as dt
import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.dates import Precision
from dragoman.knowledge.titles import Titles
from knowledge.claims import Claim, display_name, read_day
from knowledge.countries import CountryFinder

_ROLES = frozenset(
    "head-of-state head-of-government foreign-minister deputy-foreign-minister defence-minister "
    "finance-minister interior-minister "
    "trade-minister energy-minister economy-minister vice-president deputy-head-of-government "
    "europe-minister development-minister "
    "permanent-representative national-security-adviser justice-minister crown-prince intelligence-chief".split()
)

#: The day up to which POCOM was kept, but for the secretaries of 2025, and the end of that administration.
_POCOM_DAY, _ADMINISTRATION_END = dt.date(2020, 9, 1), dt.date(2021, 1, 20)
_SNAPSHOT_2022 = dt.date(2022, 7, 15)


def read_foreign_ministers(path: Path, finder: CountryFinder) -> Iterator[Claim]:
    """EveryPolitician's foreign ministers of 2022-08 to 2023-01."""
    for row in _csv(path):
        country = finder.find(row["country_label"])
        if country is None or not row["name"] or "Constitution" in row["position_label"]:
            continue
        start, precision = read_day(row["start"])
        seen, _ = read_day(row["last_seen"])
        first_seen, _ = read_day(row["first_seen"])
        gone = seen if seen and seen < dt.date(2022, 12, 1) else None
        yield Claim(
            country,
            None,
            "foreign-minister",
            row["position_label"],
            plain(row["name"]),
            start or first_seen,
            gone,
            "every-politician",
            0.85 if start else 0.6,
            precision if start else Precision.YEAR,
            seen=seen,
        )


def read_officeholders(path: Path, country: str, titles: Titles) -> Iterator[Claim]:
    """EveryPolitician's cabinet members of one country in the 21st century."""
    for row in _csv(path):
        title = row["position"].strip()
        role = "head-of-state" if title == "monarch" else titles.role_of_whole(title, country)
        start, first = read_day(row["start"])
        end, last = read_day(row["end"], last=True)
        if role not in _ROLES or start is None or title.startswith(("Head of", "Chief of")):
            continue
        precision = max(first, last, key=list(Precision).index)
        yield Claim(
            country,
            None,
            role,
            title,
            plain(row["person"]),
            start,
            end,
            "every-politician",
            0.9,
            precision,
            seen=end or _SNAPSHOT_2022,
        )


_ORG_POSITIONS = {
    "Secretary-General of the United Nations": ("org:un", "secretary-general"),
    "Deputy Secretary-General of the United Nations": ("org:un", "deputy-secretary-general"),
    "Director-General of the World Trade Organization": ("org:wto", "director-general"),
    "President of the United Nations General Assembly": ("org:unga", "general-assembly-president"),
    "President of the International Court of Justice": ("org:icj", "organisation-president"),
    "president of the Parliamentary Assembly of the Council of Europe": ("org:coe", "parliament-president"),
}


def read_organization_heads(path: Path) -> Iterator[Claim]:
    """EveryPolitician's heads of international organisations."""
    for row in _csv(path):
        office = _ORG_POSITIONS.get(row["position"])
        start, precision = read_day(row["start"])
        end, _ = read_day(row["end"], last=True)
        if office is None or start is None:
            continue
        org_id, role = office
        yield Claim(
            None,
            org_id,
            role,
            row["position"],
            row["person"],
            start,
            end,
            "every-politician",
            0.9,
            precision,
            seen=end or dt.date(2023, 1, 1),
        )


#: An office the hand-written terms have as the leader of the Turkish Cypriots, as the United Nations call it.
_COMMUNITY_LEADER = ("XNC", "head-of-state")


def read_leaders_2021(path: Path, finder: CountryFinder, titles: Titles) -> Iterator[Claim]:
    """EveryPolitician's heads of state and government of 2021, dated to the year."""
    for row in _csv(path):
        country = finder.find(row["country"])
        role = titles.role(row["positionLabel"], country or "")
        start, _ = read_day(row["start_year"])
        end, _ = read_day(row["end_year"], last=True)
        if country is None or start is None or role not in ("head-of-state", "head-of-government"):
            continue
        if (country, role) == _COMMUNITY_LEADER:
            continue
        yield Claim(
            country,
            None,
            role,
            row["positionLabel"],
            plain(row["officeholderLabel"]),
            start,
            end,
            "every-politician",
            0.7,
            Precision.YEAR,
            seen=end or dt.date(2021, 12, 31),
        )


#: What the source has wrong: the King of Saudi Arabia is not his prime minister.
_ERRORS = frozenset((("SA", "head_of_state"),))


def read_current_leaders(path: Path, by_iso2: dict[str, str]) -> Iterator[Claim]:
    """Leaders of 2026 with the day they took office."""
    orgs = {"EU": "org:eu", "AU_AF": "org:au"}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        code = row["country"]["iso_code"]
        start, precision = read_day(row.get("since"))
        country, org_id = by_iso2.get(code), orgs.get(code)
        role = (row.get("role") or "").replace("_", "-")
        if org_id == "org:au":
            role = "chair" if "Commission" in row["title_en"] else "organisation-president"
        elif org_id is not None:
            org_id, role = (
                ("org:ec", "commission-president")
                if "Commission" in row["title_en"]
                else ("org:euco", "council-president")
            )
        if start is None or (country is None and org_id is None) or (code, row["role"]) in _ERRORS:
            continue
        seen, _ = read_day(row["snapshot"])
        yield Claim(
            None if org_id else country,
            org_id,
            role,
            row["title_en"],
            row["name_en"],
            start,
            None,
            "world-leaders-current",
            0.85,
            precision,
            seen=seen,
        )


def read_reign(path: Path, by_cow: dict[int, str]) -> Iterator[Claim]:
    """De facto leaders with month and year; ``leader`` until another source says which office."""
    with lzma.open(path, "rt", encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            country = by_cow.get(int(row["ccode"] or 0))
            end_year = int(row["eyear"] or 2021)
            if country in (None, "USA") or end_year < 1989 or not row["syear"]:
                continue
            start = dt.date(int(row["syear"]), int(row["smonth"] or 1), min(int(row["sdate"] or 1), 28))
            end = dt.date(end_year, int(row["emonth"] or 12), 28) if row["eyear"] else None
            name = re.sub(r"\s*\(.*?\)", "", row["leader"]).strip()
            yield Claim(
                country,
                None,
                "leader",
                "Leader",
                name,
                start,
                end,
                "reign",
                0.7,
                Precision.MONTH,
                seen=end or dt.date(2021, 3, 1),
            )


def read_pocom(path: Path, finder: CountryFinder, titles: Titles) -> Iterator[Claim]:
    """US Secretaries of State, principal officers and chiefs of mission since 1989."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            start, _ = read_day(row.get("started") or row.get("arrived") or row.get("appointed"))
            end, _ = read_day(row.get("ended"))
            if start is None or (end or start).year < 1989:
                continue
            role, title = _pocom_office(row, finder, titles)
            seen = end or max(start, _POCOM_DAY)
            note = None
            if end is None and row["section"] == "positions-principals" and start < _POCOM_DAY:
                end, note = _ADMINISTRATION_END, "end: the change of administration after the source stops"
            if role is not None:
                yield Claim(
                    "USA",
                    None,
                    role,
                    title,
                    row["name"],
                    start,
                    end,
                    "pocom",
                    0.95,
                    seen=seen,
                    note=note,
                )


#: Posts that POCOM has under a name of its own.
_POCOM_POSTS = {
    "antigua-barbuda": "ATG",
    "bosnia-herzegovina": "BIH",
    "congo-democratic-republic": "COD",
    "cote-divoire": "CIV",
    "saint-kitts-nevis": "KNA",
    "saint-vincent-grenadines": "VCT",
}


def _pocom_office(row: dict[str, str], finder: CountryFinder, titles: Titles) -> tuple[str | None, str]:
    if row["section"] == "missions-countries":
        host = _POCOM_POSTS.get(row["office"]) or finder.find(row["office"].replace("-", " "))
        if host is None or host == "USA":
            return None, ""
        kind = "charge-d-affaires" if "charge" in row["role_id"] else "ambassador"
        return f"{kind}-to-{host}", "Ambassador" if kind == "ambassador" else "Chargé d'Affaires"
    if row["section"] == "missions-orgs":
        kind = "charge-d-affaires" if "charge" in row["role_id"] else "permanent-representative"
        return (
            f"{kind}-to-{row['file'].rpartition('/')[2].removesuffix('.xml').removeprefix('representative-').removeprefix('to-')}",
            row["office"],
        )
    slug = row["role_id"]
    if slug == "secretary":
        return "foreign-minister", "Secretary of State"
    if slug == "deputy-secretary":
        return "deputy-foreign-minister", "Deputy Secretary of State"
    found = titles.find(row["office"], "USA")
    family = found.role if found is not None else slug
    return f"{family}:{slug}" if family != slug else slug, row["office"]


def read_directory_2019(path: Path, finder: CountryFinder, titles: Titles) -> Iterator[Claim]:
    """Cabinets as the CIA directory had them in June 2019, as sightings."""
    day = dt.date(2019, 6, 15)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            country = finder.find(row["country"][0]) if row["country"] else None
            name, family = display_name(row["name"])
            for title in row["titles"]:
                role = titles.role(
                    title.replace("Intl.", "International").replace(" & ", " and "), country or ""
                )
                if (
                    country is None
                    or role not in _ROLES
                    or "Former" in title
                    or "Supporting" in title
                    or not name
                ):
                    continue
                yield Claim(
                    country,
                    None,
                    role,
                    title,
                    name,
                    day,
                    day,
                    "cia-world-leaders-2019",
                    0.8,
                    family=family,
                    seen=day,
                    sighting=True,
                )


def plain(name: str) -> str:
    """A name without a realm or a peerage behind it.

    >>> plain("Salman of Saudi Arabia"), plain("John Reid, Baron Reid of Cardowan")
    ('Salman', 'John Reid')
    """
    return re.sub(
        r"(?:, (?:Prince|Baron|Baroness|Lord|Grand Duke|Viscount|Earl)\b.*| of [A-Z][\w ]+)$", "", name
    ).removeprefix("Prince ")


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
