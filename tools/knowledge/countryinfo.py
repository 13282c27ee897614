"""Heads of state and government to 2009 and cabinets of 2003-2011, from CountryInfo."""

from __future__ import annotations

import datetime as dt
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.dates import Precision
from dragoman.knowledge.titles import Titles
from knowledge.claims import Claim

SOURCE = "countryinfo"

#: Codes of the source that are not ISO's.
_CODES = {"TMP": "TLS", "KSV": "XKX", "ROM": "ROU", "ZAR": "COD"}

_BLOCK = re.compile(r"<Country>(.*?)</Country>", re.S)
_CODE = re.compile(r"<CountryCode>(\w{3})")
_COW = re.compile(r"<COW-Numeric>(\d+)<")
_LEADERS = re.compile(r"<Leaders>(.*?)</Leaders>", re.S)
_GOVERNMENT = re.compile(r"<Government>(.*?)</Government>", re.S)
_OFFICE = re.compile(r"^\s*<([^/][^>]*)>")
_LEADER = re.compile(r"^\s*\{?([A-Z][^\s}{\[]*_)\}?(?:\{[^}]*\})*\s*((?:\[>?\d{8}(?:\s*-\s*\d{8})?\]\s*)+)")
_REIGN = re.compile(r"\[(>?)(\d{8})(?:\s*-\s*(\d{8}))?\]")
_CABINET = re.compile(r"^\s*((?:\{[^}]*\})+|\S+)\s+(\[[^#]*\])\s*#\s*(.+)$")
_SPAN = re.compile(r"\[(\w{3})(\w*)\s*(<?)(>?)(\d{8})(?:\s*-\s*(\d{8}))?\]")

#: Earliest year a term must reach; the tables start in 1990.
_FIRST_YEAR = 1988
_HOLDERS = {
    "president": "head-of-state",
    "king": "head-of-state",
    "queen": "head-of-state",
    "emperor": "head-of-state",
    "head of state": "head-of-state",
    "sultan": "head-of-state",
    "emir": "head-of-state",
    "amir": "head-of-state",
    "prime minister": "head-of-government",
    "premier": "head-of-government",
    "chancellor": "head-of-government",
    "chairmen of the council of minister": "head-of-government",
    "federal chancellor": "head-of-government",
    "taoiseach": "head-of-government",
    "supreme leader": "head-of-state",
    "presidents of the government": "head-of-government",
    "grand duke": "head-of-state",
}


def read_cow(path: Path) -> dict[str, str]:
    """COW numbers by ISO code."""
    return {
        _CODES.get(code.group(1), code.group(1)): str(int(cow.group(1)))
        for block in _blocks(path)
        if (code := _CODE.search(block)) and (cow := _COW.search(block)) and int(cow.group(1))
    }


def read_countryinfo(path: Path, titles: Titles) -> Iterator[Claim]:
    """Claims from the leaders and cabinets of all countries."""
    for block in _blocks(path):
        code = _CODE.search(block)
        if code is None:
            continue
        country = _CODES.get(code.group(1), code.group(1))
        leaders, government = _LEADERS.search(block), _GOVERNMENT.search(block)
        if leaders is not None and country != "USA":
            yield from _leaders(country, leaders.group(1))
        if government is not None and country != "USA":
            yield from _cabinet(country, government.group(1), titles)


def _blocks(path: Path) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as source:
        text = source.read()
    return _BLOCK.findall(text[text.index("-->") :])


def _leaders(country: str, text: str) -> Iterator[Claim]:
    role, title = None, ""
    for line in text.splitlines():
        heading = _OFFICE.match(line)
        if heading is not None:
            title = heading.group(1).lower().rstrip("s")
            role = _HOLDERS.get(title)
            if country in ("GBR", "FRA", "NLD", "USA") and title not in (
                "prime minister",
                "president",
                "queen",
                "king",
            ):
                role = None
            continue
        match = _LEADER.match(line)
        if match is None or role is None or line.lstrip().startswith("#"):
            continue
        for still, first, last in _REIGN.findall(match.group(2)):
            start, end = _day(first), _day(last)
            if start is None or (end is not None and end.year < _FIRST_YEAR):
                continue
            seen = dt.date(2009, 1, 1) if still else end
            yield Claim(
                country,
                None,
                role,
                title.title(),
                plain_name(match.group(1)),
                start,
                end,
                SOURCE,
                0.8,
                seen=seen,
            )


def _cabinet(country: str, text: str, titles: Titles) -> Iterator[Claim]:
    """Only people with one span and one title: with several the source does not say which belongs to which."""
    for line in text.splitlines():
        match = _CABINET.match(line)
        if match is None:
            continue
        spans = _SPAN.findall(match.group(2))
        offices = [office.strip() for office in match.group(3).split(" & ")]
        if len(spans) != 1 or len(offices) != 1:
            continue
        role = titles.role_of_whole(offices[0].replace("Min.", "Minister"), country)
        if role not in CABINET_ROLES:
            continue
        _, _, before, after, first, last = spans[0]
        start, end = _day(first), _day(last) if last else None
        if before:
            start, end = dt.date(2003, 1, 1), start
        names = [plain_name(name) for name in re.findall(r"\{([^}]*)\}", match.group(1)) or [match.group(1)]]
        yield Claim(
            country,
            None,
            role,
            offices[0],
            names[0],
            start,
            end,
            SOURCE,
            0.75,
            Precision.MONTH,
            seen=dt.date(2010, 12, 1) if after else end,
            variants=tuple(names[1:]),
            note="in office before the source begins" if before else None,
        )


CABINET_ROLES = frozenset(
    "foreign-minister deputy-foreign-minister defence-minister finance-minister interior-minister "
    "trade-minister energy-minister "
    "vice-president deputy-head-of-government permanent-representative national-security-adviser economy-minister".split()
)


def plain_name(name: str) -> str:
    """``HAMID_KARZAI_`` as ``Hamid Karzai``."""
    words = name.strip("_ ").replace("_", " ").split()
    small = {"bin", "al", "de", "da", "van", "von", "der", "den", "dos", "do", "el", "la", "del"}
    shown = [
        word.lower() if word.lower() in small and index else _capitalise(word)
        for index, word in enumerate(words)
    ]
    return " ".join(shown)


def _capitalise(word: str) -> str:
    if re.fullmatch(r"[IVX]{2,}", word):
        return word
    return (
        re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word.lower()) if len(word) > 1 else word
    )


def _day(digits: str | None) -> dt.date | None:
    if not digits:
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    while day > 27:
        try:
            return dt.date(year, max(month, 1), day)
        except ValueError:
            day -= 1
    return dt.date(year, max(month, 1), max(day, 1))
