"""The shipped tables: sized, dated, sourced, and free of contradictions nobody noted."""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib

import pytest

from dragoman.errors import TableError
from dragoman.knowledge.absent import EVERY_ROLE
from dragoman.knowledge.countries import PREDECESSOR_COLUMNS
from dragoman.knowledge.officeholders import OFFICE_COLUMNS
from dragoman.knowledge.organizations import CONFERENCE_COLUMNS, INSTRUMENT_COLUMNS, ORGANIZATION_COLUMNS
from dragoman.knowledge.people import PERSON_COLUMNS
from dragoman.knowledge.tablefiles import TABLES, read_rows

LARGEST = 25_000_000
FIRST, LAST = dt.date.min, dt.date.max
COLLECTIVE = {"BIH", "SMR", "AND"}


def test_every_table_is_in_the_manifest_as_it_stands():
    manifest = tomllib.loads((TABLES / "MANIFEST.toml").read_text(encoding="utf-8"))
    files = {path.name: path.read_bytes() for path in TABLES.iterdir() if path.name != "MANIFEST.toml"}
    assert set(manifest) == set(files)
    for name, content in files.items():
        assert manifest[name]["sha256"] == hashlib.sha256(content).hexdigest(), name
        assert all(manifest[name][key] for key in ("source", "licence", "day", "rows", "tool")), name
    assert sum(map(len, files.values())) < LARGEST


def test_every_id_is_resolvable_and_every_row_sourced(kb):
    tables = kb.officeholders
    for term in tables.terms:
        assert kb.person(term.person_id) is not None, term
        assert term.office_id in tables.offices, term
        assert term.source, term
    for office in tables.offices.values():
        assert office.country is None or kb.country(office.country) is not None, office
        assert office.org_id is None or kb.organization(office.org_id) is not None, office


def test_no_term_ends_before_it_starts(kb):
    assert [t for t in kb.officeholders.terms if t.start and t.end and t.end < t.start] == []


@pytest.mark.parametrize(
    "role",
    ["head-of-government", "head-of-state", "foreign-minister", "defence-minister", "secretary-general"],
)
def test_two_holders_at_once_have_a_reason(kb, role):
    tables = kb.officeholders
    unexplained = []
    for office in tables.offices.values():
        if office.role != role or office.country in COLLECTIVE:
            continue
        doubted = {
            term.person_id for term in tables.of_office(office.office_id) if "overlaps" in (term.note or "")
        }
        odds = tables.irregularities(office.office_id)
        unexplained += [odd for odd in odds if odd.kind == "overlap" and doubted.isdisjoint(odd.person_ids)]
    assert unexplained == []


def test_nobody_holds_an_office_a_state_does_not_have(kb):
    for row in kb._absent.rows:
        assert kb.country(row.country) is not None and row.ground, row
        assert row.start is None or row.end is None or row.start <= row.end, row
        if row.role != EVERY_ROLE:
            terms = kb.officeholders.of_office(f"office:{row.country}/{row.role}")
            assert [
                t
                for t in terms
                if (t.start or FIRST) >= (row.start or FIRST) and t.end and t.end <= (row.end or LAST)
            ] == []


def test_members_and_heads_are_known(kb):
    for organization in kb._organizations.by_id.values():
        assert all(kb.country(member) is not None for member in organization.members), organization
        assert organization.country is None or kb.country(organization.country) is not None, organization
        assert organization.parent is None or kb.organization(organization.parent) is not None, organization
        years = (organization.founded, organization.dissolved)
        assert None in years or years[0] <= years[1], organization


def test_memberships_point_at_what_is_there_and_say_where_they_are_from(kb):
    for stay in kb._memberships.stays:
        assert kb.organization(stay.org_id) is not None, stay
        assert kb.country(stay.member) is not None or kb.organization(stay.member) is not None, stay
        assert stay.source and (stay.end is None or stay.start <= stay.end), stay


def test_who_is_suspended_was_a_member(kb):
    for stay in kb._memberships.stays:
        if stay.status == "suspended":
            assert stay.member in kb._memberships.members(stay.org_id, stay.start), stay


def test_conferences_regions_and_states_that_are_no_more_point_at_what_is_there(kb):
    for conference in kb._organizations.conferences.values():
        assert conference.org_id is None or kb.organization(conference.org_id) is not None, conference
    for region, members in kb._countries.regions.items():
        assert members and all(kb.country(member) is not None for member in members), region
    for row in read_rows("predecessors.csv", PREDECESSOR_COLUMNS):
        assert row[4] and all(kb.country(iso3) is not None for iso3 in row[4].split(";")), row


def test_every_id_is_there_once():
    for name, columns in (
        ("organizations.csv", ORGANIZATION_COLUMNS),
        ("conferences.csv", CONFERENCE_COLUMNS),
        ("instruments.csv", INSTRUMENT_COLUMNS),
        ("persons.csv", PERSON_COLUMNS),
        ("offices.csv", OFFICE_COLUMNS),
    ):
        ids = [row[0] for row in read_rows(name, columns)]
        assert len(ids) == len(set(ids)), name


def test_a_missing_or_changed_table_says_so():
    with pytest.raises(TableError, match="the table is missing"):
        read_rows("nowhere.csv", ("a",))
    with pytest.raises(TableError, match="expected iso3"):
        read_rows("countries.csv", ("iso3",))
