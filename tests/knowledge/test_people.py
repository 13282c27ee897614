"""People by full name, variant and family name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Séjourné", "Stéphane Séjourné"), ("Sejourne", "Stéphane Séjourné"), ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("JAISHANKAR", "S. Jaishankar"), ("Wang Yi", "Wang Yi"), ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Mohammed bin Salman", "Mohammed bin Salman"),
    ],
)  # fmt: skip
def test_names_and_spellings(kb, name, found):
    assert found in [person.name for person in kb.find_people(name)]


def test_a_family_name_several_share(kb):
    assert len(kb.find_people("Rasmussen")) > 1


def test_nobody(kb):
    assert kb.find_people("Xqzzyvv") == ()
    assert kb.person("per:nobody") is None


def test_a_sovereign_of_several_countries_is_one_person(kb):
    assert [person.country for person in kb.find_people("Charles III")] == ["GBR"]


def test_brothers_are_two_people(kb):
    names = {person.name for person in kb.find_people("Abdulaziz bin Salman")}
    assert names.isdisjoint({person.name for person in kb.find_people("Abdulaziz bin Saud bin Nayef")})


def test_a_number_tells_rulers_apart(kb):
    assert {person.country for person in kb.find_people("Abdullah II")} == {"JOR"}


@pytest.mark.parametrize("name", ["Hassan Sheikh Mohamud", "Wopke Hoekstra", "Luis Lacalle Pou"])
def test_people_of_alike_names_stay_apart(kb, name):
    assert [person.name for person in kb.find_people(name)] == [name]
