"""Organisations, armed groups and conferences by name."""

from __future__ import annotations

import pytest

from dragoman.knowledge.entity import OrgKind


@pytest.mark.parametrize(
    ("name", "org_id"),
    [
        ("NATO", "org:nato"),
        ("the EU", "org:eu"),
        ("African Union", "org:au"),
        ("UNESCO", "org:unesco"),
        ("WHO", "org:who"),
        ("Hamas", "org:hamas"),
        ("the Houthis", "org:houthis"),
        ("IAEA", "org:iaea"),
        ("who", None),
        ("Quad", "org:quad"),
        ("the E3", "org:e3"),
        ("P5+1", "org:p5plus1"),
        ("ICTY", "org:icty"),
        ("Alliance of Sahel States", "org:aes-org"),
        ("Ruritanian Front", None),
    ],
)
def test_names(kb, name, org_id):
    found = kb.find_organization(name)
    assert (found and found.org_id) == org_id


def test_kind_country_members_and_seat(kb):
    hamas, nato = kb.organization("org:hamas"), kb.organization("org:nato")
    assert (hamas.kind, hamas.country) == (OrgKind.ARMED_GROUP, "PSE")
    assert "SWE" in nato.members and nato.seat == "Brussels"


@pytest.mark.parametrize(
    ("name", "conference_id"),
    [
        ("Munich Security Conference", "conf:msc"),
        ("G7 summit", "conf:g7-summit"),
        ("COP28", "conf:cop"),
        ("FOCAC", "conf:focac"),
        ("Warsaw Security Forum", "conf:warsaw-sf"),
        ("EU-Central Asia summit", "conf:ca-eu"),
        ("party", None),
    ],
)
def test_conferences(kb, name, conference_id):
    found = kb.find_conference(name)
    assert (found and found.conference_id) == conference_id


def test_how_many_there_are(kb):
    kinds = [organization.kind for organization in kb._organizations.by_id.values()]
    assert kinds.count(OrgKind.ARMED_GROUP) >= 250
    assert len(kinds) - kinds.count(OrgKind.ARMED_GROUP) >= 600


def test_when_it_was(kb):
    unity, union = kb.organization("org:oau"), kb.organization("org:au")
    assert (unity.founded, unity.dissolved, union.founded, union.dissolved) == (1963, 2002, 2002, None)


def test_instruments(kb):
    assert kb.find_instrument("the Iran nuclear deal").name == "Joint Comprehensive Plan of Action"
    assert kb.find_instrument("nut") is None
