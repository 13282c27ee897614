"""Country, region, organisation, conference and title tables from the curated lists and registry packages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dragoman.knowledge.names import fold
from knowledge.claims import read_day
from knowledge.curated_files import parts, read_lines
from knowledge.memberships import members_on

#: Forms that are also common words, first names, surnames or other places: matched with their case only.
EXACT_FORMS = frozenset(
    "us US U.S. USA UK WHO turkey Turkey Jordan Chad Georgia Mali Niger Guinea Oman Cuba Dominica "
    "Montserrat Jersey "
    "Polish Pole Poles Holland Congo Kiwi Dane Danes Finn Finns Thai Dutch America ROC RMI FSM PNG "
    "NZ N.Z. R.P. "
    "UAE U.A.E. U.K. PRC KSA RSA DPRK ROK DRC BiH BVI SADR FRG USSR Washington Paris London Victoria Sofia "
    "States Emirates England Wales Ireland Malta Bonaire Antigua Nevis Gaza Vatican Lao Swiss "
    "Macedonia Monaco "
    "Pentagon Nordics Baltics Quad Gulf Man English Serb Turk Scot Brit Brits Swede Swedes Stanley "
    "Douglas Hamilton "
    "Kingston Georgetown Lima Nice Bath Reading Chile Togo Benin Tonga Samoa Panama China Japan "
    "Columbia India "
    "Delhi Westminster Whitehall Bonn Carthage Riga Aden Male'".split()
)

#: CAMEO codes that are not the ISO code.
CAMEO_EXCEPTIONS = {"XKX": "KSV", "TLS": "TMP", "FRO": "DNKFRO", "GRL": "DNKGRL", "HKG": "HKG"}
CAMEO_EXCEPTIONS |= dict.fromkeys(("XSL", "XNC", "XTN", "XAB", "XOS"), "")

#: The day whose members are an organisation's members today.
MEMBERS_DAY = dt.date(2026, 11, 1)

#: COW numbers that the source leaves out or has under another name.
_COW_ADDED = {"USA": "2", "GNB": "404", "SRB": "345", "SSD": "626", "BRN": "835", "PNG": "910"}

_ORG_KINDS = {
    "i": "intergovernmental",
    "g": "grouping",
    "n": "non_governmental",
    "m": "ministry",
    "p": "party",
}


def country_rows(cow: dict[str, str]) -> list[list[str]]:
    """``countries.csv``: iso3, name, capital, COW number, CAMEO code, state it belongs to."""
    rows = []
    for iso3, name, capital, *_, part_of in read_lines("countries.txt", 8):
        number = cow.get(iso3) or _COW_ADDED.get(iso3, "")
        rows.append([iso3, name, capital, number, CAMEO_EXCEPTIONS.get(iso3, iso3), part_of])
    return sorted(rows)


def name_rows(foreign: dict[str, set[str]]) -> list[list[str]]:
    """``country_names.csv``: form, kind, target, case; ``foreign`` adds registry names per ISO code."""
    seen: dict[tuple[str, str, str], list[str]] = {}
    for form, kind, target in _names(foreign):
        exact = "exact" if _is_exact(form, kind) else ""
        seen.setdefault((form, kind, target), [form, kind, target, exact])
    return sorted(seen.values())


def _names(foreign: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    taken: set[str] = set()
    rows = read_lines("countries.txt", 8)
    for iso3, name, _, aliases, adjectives, peoples, seats, _ in rows:
        for form in (name, *parts(aliases)):
            taken.add(fold(form))
            yield form, "country", iso3
        for form in (*parts(adjectives), *_peoples(adjectives, peoples)):
            yield form, "demonym", iso3
        for form in parts(seats):
            yield form, "metonym", iso3
    for iso3, *_ in rows:
        for form in sorted(foreign.get(iso3, ())):
            if fold(form) not in taken and len(form) > 3:
                yield form, "country", iso3
    for region_id, names, _ in _regions():
        for form in names:
            yield form, "region", region_id


def _peoples(adjectives: str, peoples: str) -> list[str]:
    if peoples:
        return parts(peoples)
    return [
        f"{word}s"
        for word in parts(adjectives)
        if word[-1] in "nirk" and "." not in word and not word.isupper()
    ]


def _is_exact(form: str, kind: str) -> bool:
    bare = form.removeprefix("the ").removeprefix("The ")
    return form in EXACT_FORMS or bare in EXACT_FORMS or (kind != "region" and len(bare) <= 4)


def _regions() -> Iterator[tuple[str, list[str], list[str]]]:
    for names, members in read_lines("regions.txt", 2):
        forms = parts(names)
        yield f"region:{_slug(forms[0])}", forms, members.split()


def region_rows() -> list[list[str]]:
    """``regions.csv``: region_id, name, members."""
    return sorted([region_id, names[0], ";".join(members)] for region_id, names, members in _regions())


def _organization_years() -> dict[str, tuple[str, str]]:
    """The years in which an organisation began and ended, by key."""
    entries = [part.split() for (line,) in read_lines("organization_years.txt", 1) for part in parts(line)]
    return {key: (first, last[0] if last else "") for key, first, *last in entries}


def organization_rows() -> list[list[str]]:
    """``organizations.csv``: org_id, name, kind, country, members, seat, aliases, parent, founded, dissolved, short."""
    years = _organization_years()
    short = {key: ";".join(parts(names)) for key, names in read_lines("short_names.txt", 2)}
    parents = {body: f"org:{org}" for bodies, org in read_lines("parents.txt", 2) for body in bodies.split()}
    rows = []
    dated = members_on(MEMBERS_DAY)
    for key, name, kind, country, aliases, members, seat, _ in read_lines("organizations.txt", 8):
        places, names = ";".join(_members(key, members, dated)), ";".join(parts(aliases))
        row = [
            f"org:{key.lower()}",
            name,
            _ORG_KINDS[kind],
            country,
            places,
            seat,
            names,
            parents.get(key, ""),
            *years.get(key.lower(), ("", "")),
            short.get(key.lower(), ""),
        ]
        rows.append(row)
    for key, name, countries, aliases in read_lines("armed_groups.txt", 4):
        names = ";".join(parts(aliases))
        rows.append(
            [f"org:{key.lower()}", name, "armed_group", countries.split()[0], "", "", names, *4 * [""]]
        )
    return rows


def _members(key: str, stated: str, dated: dict[str, list[str]]) -> list[str]:
    """Members today: as stated, which what is dated must bear out; what is dated where nothing is stated."""
    known, listed = dated.get(key.lower(), []), stated.split()
    if listed and known and set(listed) != set(known):
        odd = sorted(set(listed) ^ set(known))
        raise SystemExit(f"organizations.txt: {key}: members differ from memberships.txt: {' '.join(odd)}")
    return listed or known


def conference_rows() -> list[list[str]]:
    """``conferences.csv``: conference_id, name, org_id, aliases."""
    return [
        [f"conf:{key}", name, f"org:{org.lower()}" if org else "", ";".join(parts(aliases))]
        for key, name, org, aliases in read_lines("conferences.txt", 4)
    ]


def instrument_rows() -> list[list[str]]:
    """``instruments.csv``: instrument_id, name, aliases."""
    return [
        [f"inst:{key}", name, ";".join(parts(aliases))]
        for key, name, aliases in read_lines("instruments.txt", 3)
    ]


def predecessor_rows() -> list[list[str]]:
    """``predecessors.csv``: name, aliases, start, end, successors."""
    return [
        [name, ";".join(parts(aliases)), start, end, ";".join(successors.split())]
        for name, aliases, start, end, successors in read_lines("predecessors.txt", 5)
    ]


def absent_rows() -> list[list[str]]:
    """``absent_offices.csv``: country, role, start, end, ground."""
    rows = []
    for states, role, stretch, ground in read_lines("absent_offices.txt", 4):
        first, _, last = stretch.partition("~")
        start, end = read_day(first)[0], read_day(last, last=True)[0]
        if (first and start is None) or (last and end is None):
            raise SystemExit(
                f"absent_offices.txt: found {stretch!r}; write 1995-06~2011-10, either end may be empty"
            )
        rows += [[iso3, role, str(start or ""), str(end or ""), ground] for iso3 in states.split()]
    return sorted(rows)


def organization_offices() -> list[tuple[str, str, str]]:
    """Offices of organisations as ``(org_id, role, title)``."""
    offices = []
    for key, *_, heads in read_lines("organizations.txt", 8):
        for head in parts(heads):
            role, _, title = head.partition("=")
            offices.append((f"org:{key.lower()}", head_role(key, role), title))
    return offices


def head_role(org_key: str, role: str) -> str:
    """The role of an organisation's head; presidents of the Union's bodies have roles of their own."""
    own = {
        "ec": "commission-president",
        "euco": "council-president",
        "ep": "parliament-president",
        "unga": "general-assembly-president",
    }
    if role in ("president", "executive-chairman"):
        return own.get(org_key, "organisation-president")
    return {
        "commander": "military-commander",
        "envoy": "special-envoy",
        "special-representative": "special-envoy",
        "special-coordinator": "special-envoy",
        "chief-executive": "chief-executive-officer",
    }.get(role, role)


def title_rows() -> list[list[str]]:
    """``titles.csv``: title, role, scope, kind."""
    rows: dict[tuple[str, str], list[str]] = {}
    for role, scopes, titles in read_lines("titles.txt", 3):
        for scope in scopes.split() or [""]:
            for title in parts(titles):
                rows.setdefault((title, scope), [title, role, scope, "title"])
    for role, phrases in read_lines("portfolios.txt", 2):
        for phrase in parts(phrases):
            rows.setdefault((phrase, "portfolio"), [phrase, role, "", "portfolio"])
    return sorted(rows.values())


def _slug(name: str) -> str:
    return "-".join(fold(name).replace("'", "").split())


#: Names of the sources that are no one's name for the country today.
_SOURCE_NAMES = {
    "china, people's republic of": "CHN",
    "china, republic of": "TWN",
    "korea, south": "KOR",
    "korea, north": "PRK",
    "congo, democratic republic of the": "COD",
    "congo, republic of the": "COG",
    "palestinian authority": "PSE",
    "west bank and gaza": "PSE",
    "gaza strip": "PSE",
    "burma": "MMR",
    "denmark (greenland)": "GRL",
    "gambia, the": "GMB",
    "bahamas, the": "BHS",
    "micronesia, federated states of": "FSM",
    "vatican city": "VAT",
    "holy see (vatican city)": "VAT",
    "yugoslavia": "SRB",
    "serbia and montenegro": "SRB",
    "soviet union": "RUS",
    "czechoslovakia": "CZE",
    "turkey (turkiye)": "TUR",
    "cote d'ivoire": "CIV",
    "united states of america": "USA",
    "republic of ireland": "IRL",
    "saint barthelemy": "FRA",
    "the bahamas": "BHS",
    "people's republic of china": "CHN",
    "kingdom of the netherlands": "NLD",
    "korea, republic of": "KOR",
    "macedonia": "MKD",
    "east timor": "TLS",
    "cabo verde": "CPV",
    "bermuda": "BMU",
}


class CountryFinder:
    """Country names as the sources write them, to ISO codes."""

    def __init__(self, names: list[list[str]]) -> None:
        self._by_name = {fold(form): target for form, kind, target, _ in names if kind == "country"}

    def find(self, name: str) -> str | None:
        """ISO code of a country name."""
        folded = fold(name).strip()
        return _SOURCE_NAMES.get(folded) or self._by_name.get(folded) or self._by_name.get(f"the {folded}")
