"""A body by its short name, and who is meant where two would do."""

from __future__ import annotations

import pytest

from dragoman.mentions.finding import find_mentions
from parses import document_of, knowledge


def told_of(name: str) -> str:
    return f"""
        The    the   DET   DT  2 det
        {name} _     PROPN NNP 3 nsubj ORG
        acted  act   VERB  VBD 0 root
        .      _     PUNCT .   3 punct
    """


def short(word: str, following: str = "met meet VERB VBD 0 root") -> str:
    return f"""
        The    the   DET   DT  2 det
        {word} _     PROPN NNP 3 nsubj
        {following}
        .      _     PUNCT .   3 punct
    """


def meant(*parses: str) -> list[str | None]:
    found = find_mentions(document_of(*parses), knowledge())
    return [m.actors[0].entity_id for m in found.actors if m.rule == "short name of a body"]


@pytest.mark.parametrize(
    ("told", "word", "org_id"),
    [
        ("EU", "Council", "org:consilium"),
        ("EU", "Commission", "org:ec"),
        ("NATO", "Alliance", "org:nato"),
        ("IAEA", "Agency", "org:iaea"),
    ],
)
def test_the_body_of_the_organisation_told_of(told, word, org_id):
    assert meant(told_of(told), short(word)) == [org_id]


def test_nobody_where_two_would_do_or_none_is_told_of():
    assert meant(told_of("EU"), told_of("UN"), short("Council")) == []
    assert meant(told_of("UNESCO"), short("Council")) == []


def test_a_longer_name_and_a_common_noun_are_no_short_name():
    assert meant(told_of("EU"), short("Council", "President _ PROPN NNP 0 root")) == []
    assert meant(told_of("EU"), short("council")) == []
