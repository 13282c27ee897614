"""Heads of state and government and ambassadors, from the history of the World Factbook."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from dragoman.knowledge.titles import Titles
from knowledge.claims import Claim, display_name, read_day
from knowledge.countries import CountryFinder

SOURCE = "cia-factbook"

#: The Factbook's FIPS file names where its country name is missing and the two codes differ from ISO's.
FIPS = {
    "ae": "ARE",
    "ct": "CAF",
    "fm": "FSM",
    "uk": "GBR",
    "us": "USA",
    "cf": "COG",
    "cg": "COD",
    "rm": "MHL",
    "vt": "VAT",
    "bf": "BHS",
    "ga": "GMB",
    "rp": "PHL",
    "nl": "NLD",
    "cq": "MNP",
    "fk": "FLK",
    "cw": "COK",
    "io": "IOT",
    "uv": "BFA",
    "ee": "",
    "xx": "",
    "np": "NPL",
    "sf": "ZAF",
    "da": "DNK",
    "ps": "PLW",
    "wa": "NAM",
}

#: Names the source itself corrected later.
_MISPRINTS = frozenset((("ae.json", "MUHAMMAD bin Rashid Al-Nuhayan"), ("gr.json", "Konstantinos TASOULAS")))

_FIELDS = {"chief of state": "head-of-state", "head of government": "head-of-government"}
_RANK = re.compile(
    r"^(?:(?:Sr\.|Lt\.|Maj\.|Brig\.)\s*)?(?:Gen\.|Col\.|Capt\.?|Maj\.?|Dr\.|Sheikh|Sir|Dame|Field "
    r"Marshal|General|Prince|King|"
    r"Emir|Presidents|Premiers|Ministers|Ambassador|Mr\.|Ms\.|Mrs\.)(?:\s+\([Rr]et\.?\))?\s+"
)
_TITLE_IN_NAME = re.compile(
    r"^((?:Co-|Acting |Interim |Caretaker |First |Deputy |Vice |Prime |State |Governor[- ]|High "
    r"|Lieutenant[- ]|"
    r"Federal |Transitional )*(?:Vice "
    r"President|President|Minister|General|Commissioner|Governor|Chancellor|Premier|"
    r"Chair(?:man|person)?|Councilor))\s+"
)
#: What slid from an office into the name: "President of the" | "Swiss Confederation Simonetta …".
_REALM = re.compile(
    r"^(?:(?:Islamic|Swiss|French|Federal|Republic|Confederation|Kingdom|Territorial|Assembly|"
    r"Council|Government|Territory|People's|"
    r"Polynesia|Afghanistan|China|Bahamas|Netherlands|Legislative|State|States|General|Executive|of|"
    r"the|and|Ministers|Presidency|"
    r"Transitional|Sovereign|National|Provincial|Islands)\s+)+"
)
_PROSE = re.compile(r"\b(?:is|was|are|were|after|represented|however|note|following|both|reside|headed)\b")


def read_factbook(path: Path, finder: CountryFinder, titles: Titles) -> Iterator[Claim]:
    """Claims from ``terms.csv``."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
        for row in rows:
            if _is_misprint(row, rows):
                continue
            country = finder.find(row["country"]) or FIPS.get(row["file"].partition(".")[0])
            claim = _claim(row, country, titles) if country else None
            if claim is not None:
                yield claim


def _is_misprint(row: dict[str, str], rows: list[dict[str, str]]) -> bool:
    """A name that newly appears with a start years back, in an office others were shown in meanwhile."""
    since, first = row["since"], row["first_seen"]
    if (
        row["role"] != "head of government"
        or len(since) < 10
        or first < "2017"
        or since[:4] >= str(int(first[:4]) - 2)
    ):
        return False
    return any(
        other["file"] == row["file"]
        and other["role"] == row["role"]
        and other["office"] == row["office"]
        and since < other["since"] < first
        and other["name"].split()[-1:] != row["name"].split()[-1:]
        and SequenceMatcher(None, other["name"], row["name"]).ratio() < 0.5
        for other in rows
    )


def _claim(row: dict[str, str], country: str, titles: Titles) -> Claim | None:
    if (row["file"], row["name"]) in _MISPRINTS:
        return None
    title, name = _title_and_name(row["office"], row["name"])
    role = _role(row["role"], title, country, titles)
    if role is None or not name or _PROSE.search(name) or len(name.split()) > 7:
        return None
    shown, family = display_name(name)
    start, precision = read_day(row["since"])
    if start is None or shown[0].isdigit() or not any(len(word) > 2 for word in shown.split()):
        return None
    seen, _ = read_day(row["last_seen"])
    dropped, _ = read_day(row["end_seen"])
    if row["role"] in ("us ambassador", "ambassador to the us"):
        holder, host = ("USA", country) if row["role"] == "us ambassador" else (country, "USA")
        return _ambassador(holder, host, title, shown, family, start, seen, dropped)
    return Claim(
        country,
        None,
        role,
        title,
        shown,
        start,
        dropped,
        SOURCE,
        0.9,
        precision,
        family,
        seen,
        _end_note(dropped),
    )


def _ambassador(
    holder: str,
    host: str,
    title: str,
    name: str,
    family: str | None,
    start: dt.date,
    seen: dt.date | None,
    dropped: dt.date | None,
) -> Claim:
    kind = "charge-d-affaires" if title.lower().startswith("charg") else "ambassador"
    return Claim(
        holder,
        None,
        f"{kind}-to-{host}",
        "Ambassador" if kind == "ambassador" else "Chargé d'Affaires",
        name,
        start,
        dropped,
        SOURCE,
        0.85,
        family=family,
        seen=seen,
        note=_end_note(dropped),
    )


def _end_note(dropped: dt.date | None) -> str | None:
    return "end: the day the source dropped the name" if dropped else None


def _title_and_name(office: str, name: str) -> tuple[str, str]:
    """The two columns again: words of the office that slid into the name go back."""
    name = (
        name.replace("SAC Chair,", "")
        .replace("Administration Council Chair,", "")
        .replace("Chair,", "")
        .strip()
    )
    office, name = office.strip(), name.partition(",")[0].strip()
    if office.endswith((" and", "Vice", "Prime", "Executive Vice", "Deputy")) or not office:
        match = _TITLE_IN_NAME.match(name) or re.match(r"^(Presidents|Premiers|Ministers)\s+", name)
        if match is not None:
            office = f"{office} {match.group(1).rstrip('s')}".strip()
            name = name[match.end() :]
    if office.endswith((" of", " of the", " the")):
        name = _REALM.sub("", name)
    while (match := _RANK.match(name)) is not None:
        name = name[match.end() :]
    return office.rstrip(","), name


def _role(field: str, title: str, country: str, titles: Titles) -> str | None:
    if field not in _FIELDS:
        return "ambassador"
    own = _FIELDS[field]
    if not title:
        return None
    found = titles.find(title, country)
    if found is None or found.role not in _SENIOR:
        return None
    if found.role in ("head-of-state", "leader"):
        return own
    return found.role


_SENIOR = frozenset(
    "head-of-state head-of-government leader vice-president deputy-head-of-government crown-prince governor-general".split()
)
