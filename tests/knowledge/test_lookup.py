"""The knowledge base as a whole: opened late, quick, and with a user's tables on top."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.errors import TableError
from dragoman.knowledge.lookup import KnowledgeBase

TERMS = "name,title,country,org,start,end,source\nMira Vell,Foreign Minister,LIE,,2027-01-05,,own notes\n"
PLACES = "name,country,lat,lon,city,aliases,source\nVell Palace,LIE,47.14,9.52,Vaduz,Palais Vell,own notes\n"
ORGANIZATIONS = (
    "name,kind,country,aliases,members,source\nAlpine Table,grouping,,the Table,LIE;CHE,own notes\n"
)


def test_opening_reads_nothing():
    assert set(vars(KnowledgeBase.open())) == {"_extra", "_observed"}


def test_own_tables_are_laid_on_top(tmp_path):
    paths = []
    for name, text in (("terms.csv", TERMS), ("places.csv", PLACES), ("organisations.csv", ORGANIZATIONS)):
        (tmp_path / name).write_text(text)
        paths.append(tmp_path / name)
    kb = KnowledgeBase.open(tuple(paths))
    answer = kb.resolve_person(
        "Vell", role="foreign-minister", country="LIE", org_id=None, day=dt.date(2027, 3, 1)
    )
    assert answer.person.name == "Mira Vell" and "own notes" in answer.incumbent.term.source
    assert kb.resolve_place("Palais Vell").city == "Vaduz"
    assert kb.find_organization("Alpine Table").members == ("LIE", "CHE")
    assert KnowledgeBase.open().find_people("Mira Vell") == ()


def test_a_table_that_does_not_fit_is_refused(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(TERMS.replace("2027-01-05", "soon"))
    with pytest.raises(TableError, match=r"own.csv, line 2: start: found soon; write a day as 2024"):
        KnowledgeBase.open((path,)).find_organization("NATO")
