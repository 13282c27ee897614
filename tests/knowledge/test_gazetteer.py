"""All surface forms in one matcher."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("French Foreign Minister Séjourné", [(0, 0, "demonym"), (1, 2, "office_title")]),
        ("told us about turkey", []),
        ("the US and Türkiye", [(0, 1, "country"), (3, 3, "country")]),
        ("who met the WHO chief", [(3, 4, "office_title")]),
        ("a WHO team", [(1, 1, "organization")]),
        ("Minister for Europe and Foreign Affairs", [(0, 5, "office_title")]),
        ("fighters of Hamas", [(2, 2, "armed_group")]),
        ("at the Munich Security Conference", [(1, 4, "conference")]),
        ("The United Nations Security Council met", [(1, 4, "organization")]),
    ],
)
def test_phrases(kb, text, found):
    matches = kb.gazetteer().match_phrases(text.split())
    assert [(first, last) for first, last, _ in matches] == [(first, last) for first, last, _ in found]
    assert all(kind in kinds for (_, _, kinds), (_, _, kind) in zip(matches, found, strict=True))


def test_it_can_be_read_through(kb):
    gazetteer = kb.gazetteer()
    assert len(dict(gazetteer)) > 3000
    assert gazetteer.kinds_of("Chad") == ("country",)
