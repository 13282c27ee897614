"""Gold and output engagements are paired one to one by kind, words, people, place and day."""

import pytest

from dragoman.scoring.fields import Verdict, compare_fields
from scenes import AALTO, GOLD, TEXT, VELL, scene


def test_each_is_paired_with_its_own() -> None:
    marr = {"role": "participant", "name": "Marr", "country": "SWE"}
    pairing = scene(
        TEXT,
        GOLD,
        [
            {"kind": "call", "told": "called", "participants": [AALTO, marr]},
            {"kind": "meeting", "told": "met", "participants": [AALTO, VELL]},
        ],
    )
    assert [(pair.gold, pair.out) for pair in pairing.pairs] == [(0, 1), (1, 0)]


def test_a_sister_kind_pairs_and_a_stranger_does_not() -> None:
    told = {"told": "met", "participants": [AALTO, VELL]}
    assert scene(TEXT, GOLD, [{"kind": "conference", **told}]).found == {0}
    assert scene(TEXT, GOLD, [{"kind": "attack", **told}]).found == frozenset()


def test_an_event_told_twice_is_false_once() -> None:
    twice = [{"kind": "meeting", "told": told, "participants": [AALTO, VELL]} for told in ("met", "Oslo")]
    pairing = scene(TEXT, GOLD, twice)
    assert pairing.known == {0}


def test_other_people_elsewhere_do_not_match() -> None:
    strangers = [{"role": "participant", "name": "Koroma", "country": "SLE"}]
    assert not scene(TEXT, GOLD, [{"kind": "meeting", "told": "wet", "participants": strangers}]).pairs


TOUR = """
[[engagement]]
id = "v1"
kind = "visit"
status = "completed"
quote = "toured Norway and Sweden"
participants = [{ role = "actor", name = "Aalto", country = "FIN" }]
stops = [{ country = "NOR" }, { country = "SWE" }]
"""
TOUR_TEXT = "Aalto toured Norway and Sweden. She was in Sweden on Friday."


def test_legs_of_a_tour_are_no_false_visits() -> None:
    aalto = {"role": "actor", "name": "Aalto", "country": "FIN"}
    visits: list[dict[str, object]] = [
        {"kind": "visit", "told": "toured Norway", "participants": [aalto], "stops": [{"country": "NOR"}]},
        {"kind": "visit", "told": "in Sweden", "participants": [aalto], "stops": [{"country": "SWE"}]},
    ]
    pairing = scene(TOUR_TEXT, TOUR, visits)
    assert len(pairing.pairs) == len(pairing.legs) == 1
    assert pairing.known == {0, 1}


LEG = """
[[engagement]]
id = "v2"
kind = "visit"
status = "completed"
quote = "was in Sweden on Friday"
place = { country = "SWE" }
part_of = "v1"
participants = [{ role = "actor", name = "Aalto", country = "FIN" }]
"""


@pytest.mark.parametrize(
    ("stops", "verdict"),
    [([{"country": "NOR"}, {"country": "SWE"}], Verdict.RIGHT), ([{"country": "SWE"}], Verdict.MISSING)],
)
def test_a_leg_with_the_stops_of_its_tour_is_part_of_it(
    stops: list[dict[str, str]], verdict: Verdict
) -> None:
    aalto = {"role": "actor", "name": "Aalto", "country": "FIN"}
    leg = {
        "kind": "visit",
        "told": "was in Sweden",
        "participants": [aalto],
        "place": {"country": "SWE"},
        "stops": stops,
    }
    pairing = scene(TOUR_TEXT, TOUR + LEG, [leg])
    (pair,) = (pair for pair in pairing.pairs if pairing.page.engagements[pair.gold].id == "v2")
    found = compare_fields(pairing.page.engagements[pair.gold], pairing.output.engagements[pair.out])
    assert [one.verdict for one in found if one.field == "part of"] == [verdict]
