"""Which words are one act and which are two."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

FREED = "Norway urged Belarus to free all political prisoners."


@pytest.mark.parametrize(
    ("again", "acts"),
    [
        ("Oslo also called on Minsk to reopen the crossing.", 2),
        ("Norway called on Belarus to free the prisoners before winter.", 1),
    ],
)
def test_a_second_demand_wants_something_else(again, acts):
    assert len(of_kind(engagements_of(FREED, again), Kind.DEMAND)) == acts


def test_what_is_not_ruled_out_is_not_refused():
    assert of_kind(engagements_of("Norway did not rule out talks with Belarus."), Kind.STATEMENT) == []


def test_what_is_asked_is_not_said():
    assert engagements_of("Did Norway urge Belarus to free the prisoners?") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Polish ambassador's team is in Minsk, supporting Belarus in the talks.", []),
        ("Norway will hold Belarus accountable for its promises.", []),
        ("Norway held Belarus responsible for the leak.", [Kind.ACCUSATION]),
    ],
)
def test_help_and_promises_in_passing_are_no_words(text, kinds):
    spoken = {Kind.STATEMENT, Kind.ACCUSATION}
    assert [eng.kind for eng in engagements_of(text) if eng.kind in spoken] == kinds


def test_a_summons_is_not_the_protest_told_beside_it():
    told = engagements_of(
        "Norway protested against the arrest of a journalist by Belarus.",
        "Oslo also summoned the Belarusian ambassador.",
    )
    assert [eng.mode for eng in of_kind(told, Kind.ACCUSATION)] == ["condemn", "summon"]


@pytest.mark.parametrize(
    "text",
    [
        '"Russia must withdraw its forces from Ukraine," Irish Prime Minister Simon Harris said.',
        "Kenyan President William Ruto said Sudan must release the two pilots of Chad.",
        "Peru's foreign minister said Ecuador should lift the sanctions on Colombia.",
    ],
)
def test_what_somebody_is_told_to_do_is_not_done(text):
    assert [str(eng.kind) for eng in engagements_of(text)] == ["demand"]


def test_what_happens_otherwise_is_the_same_threat():
    (threat,) = engagements_of(
        "Iran gave Iraq a week to withdraw its soldiers. Otherwise it would strike Iraq, the government said."
    )
    assert str(threat.kind) == "threat"
