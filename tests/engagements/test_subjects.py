"""Who does what a clause tells, where the words say it and the tree does not."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def actors(text: str, kind: str) -> list[str]:
    told = engagements_in(article_of(text))
    return [name for eng in told if eng.kind == kind for role, name, _ in cast(eng) if role == "actor"]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        (
            '"The rains were kind," Kenyan President Anna Vell said, thanking Poland for its seeds.',
            "statement",
            "Anna Vell",
        ),
        (
            '"No ship was lost," Norwegian Foreign Minister Karl Marr told reporters, accusing Poland of lies.',
            "accusation",
            "Karl Marr",
        ),
        (
            "Kenyan President Anna Vell said there was no reason for the tariffs and accused Poland of bad faith.",
            "accusation",
            "Anna Vell",
        ),
        (
            "Kenyan President Anna Vell, speaking in Warsaw, thanked Poland for its seeds.",
            "statement",
            "Anna Vell",
        ),
        (
            "Norwegian Prime Minister Karl Marr spoke in Oslo, and Spain's Pedro Sánchez accused Poland of bad faith.",
            "accusation",
            "Pedro Sánchez",
        ),
    ],
)
def test_the_subject_is_who_the_words_say(text, kind, actor):
    assert actors(text, kind) == [actor]


def test_to_agree_on_a_need_is_no_agreement():
    text = "Kenyan President Anna Vell and Polish President Jan Kowal agreed on the need for a ceasefire."
    assert not [eng for eng in engagements_in(article_of(text)) if eng.kind == "agreement"]


def test_those_received_are_told_before_the_auxiliary():
    text = (
        "Polish Foreign Minister Anna Vell met Norwegian Foreign Minister Karl Marr in Nairobi on Tuesday. "
        "The visiting ministers were later received by Kenyan President William Ruto."
    )
    told = [cast(eng) for eng in engagements_in(article_of(text)) if eng.kind == "meeting"]
    assert {"Anna Vell", "Karl Marr", "William Ruto"} in [{name for _, name, _ in parts} for parts in told]


def test_to_call_on_somebody_to_act_is_no_visit():
    text = "Kenyan President Anna Vell called on the Polish government to free two sailors."
    assert {eng.kind for eng in engagements_in(article_of(text))} == {"demand"}


def test_what_is_listed_behind_the_announced_is_the_travellers_too():
    text = "Turkish Foreign Minister Hakan Fidan will visit Baghdad on Sunday and meet his Iraqi counterpart, sources said."
    told = engagements_in(article_of(text))
    (meeting,) = [eng for eng in told if eng.kind == "meeting"]
    assert [place for _, _, place in cast(meeting)] == ["TUR", "IRQ"]


@pytest.mark.parametrize(
    ("text", "traveller"),
    [
        (
            "Condoleezza Rice met French President Nicolas Sarkozy, who brokered a truce, before flying to Tbilisi.",
            "Condoleezza Rice",
        ),
        (
            "Angela Merkel received Egypt's Hosni Mubarak, who had asked for help, before travelling to Jerusalem.",
            "Angela Merkel",
        ),
        (
            "Egypt's Hosni Mubarak, who met Ehud Olmert in Jerusalem before flying to Paris, thanked Spain.",
            "Hosni Mubarak",
        ),
    ],
)
def test_who_leaves_behind_an_aside_is_who_came(text, traveller):
    told = engagements_in(article_of(text, day="2008-08-15"))
    visits = [cast(eng) for eng in told if eng.kind == "visit"]
    assert {name for parts in visits for role, name, _ in parts if role == "actor"} == {traveller}
