"""Who is called visiting is on a visit."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Albanian Prime Minister Edi Rama held talks with visiting Greek Prime Minister Kyriakos Mitsotakis.",
        "The visiting Greek Prime Minister, Kyriakos Mitsotakis, met Albanian Prime Minister Edi Rama on Tuesday.",
    ],
)
def test_a_visiting_premier_is_on_a_visit(text):
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert visit.status == Status.ONGOING
    assert cast(visit)[0] == ("actor", "Kyriakos Mitsotakis", "GRC")
    assert [stop.place.value.country for stop in visit.stops if stop.place] == ["ALB"]


def test_without_a_host_nobody_visits():
    text = "The visiting Greek Prime Minister, Kyriakos Mitsotakis, laid a wreath."
    assert of_kind(engagements_of(text), Kind.VISIT) == []


@pytest.mark.parametrize("hosting", ["will host", "hosted", "is to welcome"])
def test_who_hosts_a_visit_is_the_host(hosting):
    acts = engagements_of(f"Kenyan President William Ruto {hosting} a state visit by the King of Jordan.")
    (visit,) = of_kind(acts, Kind.VISIT)
    assert [(role, place) for role, _, place in cast(visit)] == [("actor", "JOR"), ("recipient", "KEN")]
