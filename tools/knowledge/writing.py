"""Writes the tables and their manifest; the same sources give the same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

from dragoman.knowledge.absent import ABSENT_COLUMNS
from dragoman.knowledge.countries import COUNTRY_COLUMNS, NAME_COLUMNS, PREDECESSOR_COLUMNS, REGION_COLUMNS
from dragoman.knowledge.memberships import MEMBERSHIP_COLUMNS
from dragoman.knowledge.names import name_tokens
from dragoman.knowledge.officeholders import OFFICE_COLUMNS, TERM_COLUMNS
from dragoman.knowledge.organizations import CONFERENCE_COLUMNS, INSTRUMENT_COLUMNS, ORGANIZATION_COLUMNS
from dragoman.knowledge.people import PERSON_COLUMNS
from dragoman.knowledge.titles import TITLE_COLUMNS
from knowledge import countries as geography
from knowledge.assembly import PeopleTables
from knowledge.claims import base_role
from knowledge.identity import Cluster
from knowledge.memberships import membership_rows


def people_tables(tables: PeopleTables) -> dict[str, bytes]:
    """``persons.csv``, ``offices.csv`` and ``terms.csv``."""
    people = sorted(
        [
            person.person_id,
            person.name,
            person.family,
            person.country or "",
            ";".join(person.variants),
            _keys(person),
        ]
        for person in tables.people
    )
    terms = sorted(
        (
            [
                term.person_id,
                term.office_id,
                str(term.claim.start or ""),
                str(term.claim.end or ""),
                term.claim.precision.value,
                term.claim.source,
                f"{term.claim.confidence:g}",
                term.claim.title,
                str(term.claim.seen or ""),
                term.claim.note or "",
            ]
            for term in tables.terms
        ),
        key=lambda row: (row[1], row[2], row[0], row),
    )
    return {
        "persons.csv": to_csv(PERSON_COLUMNS, people),
        "offices.csv": to_csv(OFFICE_COLUMNS, _offices(tables)),
        "terms.csv": to_csv(TERM_COLUMNS, terms),
    }


def _keys(person: Cluster) -> str:
    """All tokens of all names of a person: what the index at run time is made from."""
    return " ".join(
        sorted({token for name in (person.name, *person.variants) for token in name_tokens(name)})
    )


def _offices(tables: PeopleTables) -> list[list[str]]:
    offices: dict[str, list[str]] = {}
    for org_id, role, title in geography.organization_offices():
        offices[f"office:{org_id}/{role}"] = [f"office:{org_id}/{role}", title, role, "", org_id]
    for term in sorted(tables.terms, key=lambda term: (term.claim.start is None, str(term.claim.start))):
        claim = term.claim
        office_id = claim.office_id
        if office_id in offices and (claim.org_id or claim.confidence < 0.7 or not claim.title):
            continue
        role = base_role(claim.role)
        offices[office_id] = [
            office_id,
            claim.title or role.replace("-", " ").capitalize(),
            role,
            claim.country or "",
            claim.org_id or "",
        ]
    return sorted(offices.values())


def geography_tables(cow: dict[str, str], name_rows: list[list[str]]) -> dict[str, bytes]:
    """Countries, names, regions, organisations, conferences and titles."""
    return {
        "countries.csv": to_csv(COUNTRY_COLUMNS, geography.country_rows(cow)),
        "country_names.csv": to_csv(NAME_COLUMNS, name_rows),
        "regions.csv": to_csv(REGION_COLUMNS, geography.region_rows()),
        "organizations.csv": to_csv(ORGANIZATION_COLUMNS, geography.organization_rows()),
        "conferences.csv": to_csv(CONFERENCE_COLUMNS, geography.conference_rows()),
        "instruments.csv": to_csv(INSTRUMENT_COLUMNS, geography.instrument_rows()),
        "memberships.csv": to_csv(MEMBERSHIP_COLUMNS, membership_rows()),
        "absent_offices.csv": to_csv(ABSENT_COLUMNS, geography.absent_rows()),
        "predecessors.csv": to_csv(PREDECESSOR_COLUMNS, geography.predecessor_rows()),
        "titles.csv": to_csv(TITLE_COLUMNS, geography.title_rows()),
    }


def to_csv(columns: tuple[str, ...], rows: list[list[str]]) -> bytes:
    """A CSV table with a header, lines ended by a line feed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()


def manifest(files: dict[str, bytes], described: dict[str, tuple[str, str]], day: str) -> bytes:
    """``MANIFEST.toml``: source, licence, day, rows and digest of each table."""
    lines = ["# Made by tools/build_knowledge.py together with the tables; do not edit."]
    for name in sorted(files):
        source, licence = described[name]
        rows = (
            len(files[name]) // 12
            if name.endswith(".idx")
            else files[name].count(b"\n") - name.endswith(".csv")
        )
        lines += [
            "",
            f'["{name}"]',
            f'source = "{source}"',
            f'licence = "{licence}"',
            f"day = {day}",
            f"rows = {rows}",
            f'sha256 = "{hashlib.sha256(files[name]).hexdigest()}"',
            'tool = "tools/build_knowledge.py"',
        ]
    return ("\n".join(lines) + "\n").encode()


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
