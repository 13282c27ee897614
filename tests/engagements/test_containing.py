"""Nouns that stand for those they contain."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesperson for the Estonian government condemned the Russian attack on Kharkiv.", "EST"),
        ("The spokesman for the Kenyan army condemned the Ethiopian raid on Moyale.", "KEN"),
        ("A spokeswoman for the Foreign Ministry of Peru condemned Ecuador's raid on the embassy.", "PER"),
    ],
)
def test_a_spokesperson_speaks_for_whom_they_are_told_to(text, speaker):
    (eng,) = of_kind(engagements_of(text), Kind.ACCUSATION)
    assert cast(eng)[0][2] == speaker


@pytest.mark.parametrize(
    ("text", "travellers"),
    [
        ("The Baltic states foreign ministers will visit Chisinau on Friday.", ["EST", "LVA", "LTU"]),
        ("The Baltic defence ministers arrived in Tbilisi on Monday.", ["EST", "LVA", "LTU"]),
        ("The Nordic countries' defence ministers will visit Kyiv.", ["DNK", "FIN", "ISL", "NOR", "SWE"]),
    ],
)
def test_the_ministers_of_a_region_travel(text, travellers):
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert [country for role, _, country in cast(visit) if role == "actor"] == travellers


@pytest.mark.parametrize(
    ("text", "lifted"),
    [
        ('The African Union announced "lifting economic sanctions against the Republic of Niger".', "NER"),
        ("The European Union announced lifting restrictions on imports from Georgia.", "GEO"),
        ("Saudi Arabia announced lifting the ban on imports from Lebanon.", "LBN"),
    ],
)
def test_whoever_announces_lifting_lifts(text, lifted):
    (eng,) = of_kind(engagements_of(text), Kind.CONCESSION)
    assert cast(eng)[-1][2] == lifted


def test_gunmen_tied_to_a_group_are_the_groups():
    told = cast(only("Gunmen linked to Islamic State killed four Malian soldiers."))
    assert ("actor", "Islamic State") in [(role, name) for role, name, _ in told]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Biden administration officials met Sergey Lavrov in Geneva on Tuesday.", Kind.MEETING),
        ("Senior Biden administration officials will travel to Kyiv next week.", Kind.VISIT),
    ],
)
def test_an_administration_s_officials_are_not_their_president(text, kind):
    (eng,) = of_kind(engagements_of(text), kind)
    assert ("United States", "USA") in {(name, place) for _, name, place in cast(eng)}
    assert "Joe Biden" not in {name for _, name, _ in cast(eng)}
