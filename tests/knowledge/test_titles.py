"""Titles as the press writes them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "role", "qualifier"),
    [
        ("Foreign Minister", "foreign-minister", None),
        ("External Affairs Minister", "foreign-minister", None),
        ("EAM", "foreign-minister", None),
        ("top diplomat", "foreign-minister", None),
        ("Foreign Secretary", "foreign-minister", None),
        ("State Councilor and Foreign Minister", "foreign-minister", None),
        ("Deputy Prime Minister and Foreign Minister", "foreign-minister", None),
        ("Minister for Europe and Foreign Affairs", "foreign-minister", None),
        ("Crown Prince and Prime Minister", "head-of-government", None),
        ("Taoiseach", "head-of-government", None),
        ("Emir", "head-of-state", None),
        ("former Deputy Foreign Minister", "deputy-foreign-minister", "former"),
        ("vice foreign minister", "deputy-foreign-minister", None),
        ("ex-President", "head-of-state", "former"),
        ("President-elect", "head-of-state", "elect"),
        ("acting Secretary of State", "foreign-minister", "acting"),
        ("Director General", "director-general", None),
        ("Minister of Foreign Trade", "trade-minister", None),
        ("Permanent Secretary", "deputy-minister", None),
        ("Chargé d'Affaires a.i.", "charge-d-affaires", None),
        ("Commissioner for Enlargement", "commissioner", None),
        ("Speaker of the Verkhovna Rada", "speaker", None),
        ("FSB Director", "intelligence-chief", None),
        ("Secretary of the National Security and Defense Council", "national-security-adviser", None),
        ("Presidential Office chief", "chief-of-staff", None),
        ("EU Special Representative", "special-envoy", None),
        ("Deputy Interior Minister", "deputy-interior-minister", None),
        ("Migration Minister", "immigration-minister", None),
        ("Minister of Defence and Veterans", "defence-minister", None),
        ("Minister for Water Resources", "environment-minister", None),
    ],
)
def test_roles_and_qualifiers(kb, text, role, qualifier):
    found = kb.find_office_title(text)
    assert (found.role, found.qualifier) == (role, qualifier)


@pytest.mark.parametrize("text", ["grandmother", "", "the talks", "minister said foreign guests"])
def test_no_title(kb, text):
    found = kb.find_office_title(text)
    assert found is None or found.role == "minister"


def test_the_words_matched_are_told(kb):
    assert kb.find_office_title("met Polish Prime Minister Vell").title == "Prime Minister"


def test_one_title_can_mean_different_offices(kb):
    assert kb.office("Chancellor", country="GBR").role == "finance-minister"
    assert kb.office("Chancellor", country="DEU").role == "head-of-government"
    assert kb.office("Secretary of State", country="USA").role == "foreign-minister"
    assert kb.office("Secretary General", org_id="org:nato").office_id == "office:org:nato/secretary-general"


def test_a_chief_executive_heads_a_government_only_where_there_is_one(kb):
    assert kb.find_office_title("Chief Executive").role == "chief-executive-officer"
    assert kb.office("Chief Executive", country="HKG").role == "head-of-government"
