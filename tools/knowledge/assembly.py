"""All tables in memory from all sources; what is left out of the official record is the caller's choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.countries import Countries, CountryName
from dragoman.knowledge.entity import Country
from dragoman.knowledge.names import fold
from dragoman.knowledge.tablefiles import split_list
from dragoman.knowledge.titles import Titles, title_key
from knowledge import countries as geography
from knowledge import countryinfo, factbook, official, registers
from knowledge.built_terms import BuiltTerm
from knowledge.chains import curated_claims
from knowledge.claims import Claim
from knowledge.identity import Cluster, cluster_claims
from knowledge.rules import apply_rules, read_rules
from knowledge.terms import build_terms


@dataclass(frozen=True)
class Sources:
    """What was read, before identities are settled."""

    claims: tuple[Claim, ...]
    sightings: tuple[official.Sighting, ...]


@dataclass(frozen=True)
class PeopleTables:
    """People, offices and terms."""

    people: tuple[Cluster, ...]
    terms: tuple[BuiltTerm, ...]


def load_titles() -> Titles:
    """The titles as the curated list has them, before they are written."""
    whole: dict[str, dict[str, str]] = {}
    portfolios = {}
    for title, role, scope, kind in geography.title_rows():
        if kind == "portfolio":
            portfolios[fold(title)] = role
        else:
            whole.setdefault(title_key(title), {})[scope] = role
    return Titles(whole, portfolios, ())


def load_countries(name_rows: list[list[str]]) -> Countries:
    """The country tables as they will be written."""
    known = {iso3: Country(iso3, name) for iso3, name, *_ in geography.country_rows({})}
    names = tuple(CountryName(form, kind, target, case == "exact") for form, kind, target, case in name_rows)
    regions = {region_id: split_list(members) for region_id, _, members in geography.region_rows()}
    return Countries(known, names, regions)


def read_sources(data: Path, name_rows: list[list[str]], by_iso2: dict[str, str]) -> Sources:
    """All claims and sightings of ``shared/data`` and the curated lists."""
    kb, record = data / "kb", data / "official-record"
    titles, finder, known = load_titles(), geography.CountryFinder(name_rows), load_countries(name_rows)
    cow = {
        int(number): iso3
        for iso3, number in countryinfo.read_cow(kb / "countryinfo/CountryInfo.120116.txt.xz").items()
    }
    cow |= {345: "SRB", 347: "XKX", 341: "MNE", 365: "RUS", 255: "DEU", 316: "CZE", 679: "YEM"}
    every = kb / "every-politician"
    claims = [
        *curated_claims(),
        *factbook.read_factbook(kb / "cia-factbook-executive/terms.csv", finder, titles),
        *countryinfo.read_countryinfo(kb / "countryinfo/CountryInfo.120116.txt.xz", titles),
        *registers.read_foreign_ministers(every / "foreign-ministers-2022-2023.csv", finder),
        *registers.read_officeholders(every / "france-officeholders.csv", "FRA", titles),
        *registers.read_officeholders(every / "united-kingdom-officeholders.csv", "GBR", titles),
        *registers.read_organization_heads(every / "international-org-heads.csv"),
        *registers.read_leaders_2021(every / "world-leaders-2021-wikidata.csv", finder, titles),
        *registers.read_current_leaders(kb / "world-leaders-current/leaders.jsonl", by_iso2),
        *registers.read_reign(kb / "reign/leaderlist_3_21.csv.xz", cow),
        *registers.read_pocom(record / "pocom-appointments.jsonl.xz", finder, titles),
        *registers.read_directory_2019(kb / "cia-world-leaders-2019/persons.jsonl.xz", finder, titles),
    ]
    sightings = [
        *official.read_visitors(record / "visits.jsonl.xz", finder, titles),
        *official.read_met_abroad(record / "travels.jsonl.xz", finder, titles, known),
    ]
    return Sources(tuple(claims), tuple(sightings))


def assemble(sources: Sources, keep: Callable[[official.Sighting], bool] = lambda _: True) -> PeopleTables:
    """People and terms from the sources, with the sightings that ``keep`` accepts."""
    sightings = _attributed([sighting for sighting in sources.sightings if keep(sighting)], sources.claims)
    claims = [claim for claim in (*sources.claims, *sightings) if " and " not in claim.name]  # two people
    people, owner = cluster_claims(claims)
    terms = apply_rules(build_terms(claims, owner), read_rules())
    held = {term.person_id for term in terms}
    return PeopleTables(tuple(person for person in people if person.person_id in held), tuple(terms))


def _attributed(sightings: list[official.Sighting], claims: tuple[Claim, ...]) -> list[Claim]:
    """Sightings whose country is told, or whose host country a dated claim or a second journey bears out."""
    told: dict[tuple[str | None, str, str], set[str]] = {}
    for sighting in sightings:
        claim = sighting.claim
        told.setdefault((claim.country, claim.role, fold(claim.name.split()[-1])), set()).add(
            sighting.journey
        )
    known = {(claim.country, fold(claim.name.split()[-1])) for claim in claims if claim.name.split()}
    kept = []
    for sighting in sightings:
        claim = sighting.claim
        last = fold(claim.name.split()[-1])
        if (
            sighting.stated_country
            or (claim.country, last) in known
            or len(told[claim.country, claim.role, last]) > 1
        ):
            kept.append(claim)
    return kept
