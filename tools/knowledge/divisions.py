"""First-level divisions of all countries: names of GeoNames, placed in the midst of their cities.

A plain name ("Anbar") stands for its division only where nothing else has it; else the division is asked for with
its kind ("Kherson Oblast"), as cities of the name are meant far more often.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.knowledge.names import fold

_ADMIN1 = Path(__file__).with_name("geonames") / "admin1.txt"

_KINDS = (
    *("Oblast", "Province", "Region", "Governorate", "Department", "State", "County", "District"),
    *("Prefecture", "Municipality", "Division", "Republic", "Krai", "Parish", "Voivodeship"),
)

#: What the divisions of a country are called, where its names mostly leave that out.
_USUAL_KIND = {
    "Oblast": "UA RU",
    "Governorate": "IQ SY LB JO EG YE OM TN PS BH KW",
    "Province": "IR AF TR CN VN KH LA TH CU AR NL PG ZA DO CR PA EC MN TM CA CD RW BI ZM IT ES KP KR ID",
    "State": "IN NG US MX BR VE MY SD SS MM AU DE AT",
    "County": "KE HU AL EE RO HR NO SE LT",
    "Prefecture": "JP",
    "Department": "CO BO PY UY GT HN SV NI HT",
    "Voivodeship": "PL",
}

#: Names of directions and the like tell nothing without the kind.
_VAGUE = frozenset(
    "gulf bay valley border metropolitan highlands rivers central centre center northern north southern south "
    "eastern east western west capital coast littoral "
    "maritime lakes unity islands savanes plateaux haut bas nord sud est ouest federal district".split()
)

#: A city of this many people, anywhere, is what a plain name stands for.
_KNOWN_CITY = 15_000


@dataclass(frozen=True)
class _Division:
    code: str
    country: str
    base: str
    kind: str
    stated: str
    point: tuple[float, float]


def division_lines(
    cities: Iterable[dict[str, Any]], iso3: dict[str, str], taken: dict[str, set[str]], others: set[str]
) -> list[str]:
    """Lines of ``places.tsv`` for all divisions but those ``taken``, by country, under another entry.

    Args:
        cities: the GeoNames cities.
        iso3: ISO alpha-2 to alpha-3.
        taken: folded names of the divisions and regions the curated list has, by country.
        others: folded names of countries, regions and venues.
    """
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    known: set[str] = set(others)
    home: defaultdict[str, set[str]] = defaultdict(set)
    for city in cities:
        points[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
        names = {fold(city["name"]), *(fold(name) for name in city["alternatenames"] if name)}
        home[city["countrycode"]] |= names
        if city["population"] >= _KNOWN_CITY:
            known |= names
    divisions = list(_divisions(iso3, points))
    times = Counter(fold(division.base) for division in divisions)
    lines = []
    for division in divisions:
        forms = {fold(division.base), fold(f"{division.base} {division.kind}"), fold(division.stated)}
        if forms & taken.get(division.country, set()):
            continue
        base = fold(division.base)
        plain = times[base] == 1 and base not in known and base not in home[division.code[:2]]
        lines.append(_line(division, plain and not _VAGUE & set(base.replace("-", " ").split())))
    return lines


def _divisions(iso3: dict[str, str], points: dict[str, list[tuple[float, float]]]) -> Iterator[_Division]:
    usual = {country: kind for kind, countries in _USUAL_KIND.items() for country in countries.split()}
    for line in _ADMIN1.read_text(encoding="utf-8").splitlines():
        code, _, stated = line.partition("|")
        where = points.get(code)
        country = iso3.get(code[:2])
        if line.startswith("#") or where is None or country is None:
            continue
        words = stated.split()
        kind = words[-1] if len(words) > 1 and words[-1] in _KINDS else None
        base = " ".join(words[:-1]) if kind else stated
        middle = (_middle([lat for lat, _ in where]), _middle([lon for _, lon in where]))
        yield _Division(code, country, base, kind or usual.get(code[:2], "Region"), stated, middle)


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _line(division: _Division, plain: bool) -> str:
    full = f"{division.base} {division.kind}"
    name = division.base if plain else full
    forms = {fold(full), fold(f"{division.base} region"), fold(f"{division.base} province")}
    if division.stated != division.base:
        forms.add(fold(division.stated))
    lat, lon = division.point
    cells = (
        f"division:{division.code.lower()}",
        name,
        "division",
        division.country,
        f"{lat:.2f}",
        f"{lon:.2f}",
    )
    return "\t".join((*cells, "0", "", "|".join(sorted(forms - {fold(name)}))))
