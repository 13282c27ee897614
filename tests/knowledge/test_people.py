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
