"""What speakers demand or condemn in their own words, without a verb of speech."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

SPOKE = "Estonian Prime Minister Kristen Michal spoke in Tallinn on Thursday."


def told(kind: Kind, *texts: str) -> list[list[tuple[str, str | None]]]:
    return [[(role, country) for role, _, country in cast(e)] for e in of_kind(engagements_of(*texts), kind)]


@pytest.mark.parametrize(
    "quotation", ['"Russia must withdraw its ships."', '"Moscow has to end these flights."']
)
def test_a_whole_quotation_is_that_of_who_spoke_before(quotation):
    assert told(Kind.DEMAND, f"{SPOKE} {quotation}") == [[("actor", "EST"), ("recipient", "RUS")]]


@pytest.mark.parametrize(
    "quotation",
    [
        '"Russia must be strong for that," he joked.',
        '"Must Russia leave?"',
        '"Ukraine must win."',
        '"Estonia must spend more."',
    ],
)
def test_what_one_has_to_be_or_win_or_do_at_home_is_no_demand(quotation):
    assert told(Kind.DEMAND, f"{SPOKE} {quotation}") == []


def test_the_paper_demands_nothing():
    assert told(Kind.DEMAND, SPOKE, "Russia must withdraw its ships.") == []


def test_a_verdict_on_somebody_elses_deed_accuses():
    text = f'{SPOKE} "The Russian blockade is a crime."'
    assert told(Kind.ACCUSATION, text) == [[("actor", "EST"), ("recipient", "RUS")]]


def test_what_must_not_be_done_is_demanded_all_the_same():
    page = replace(
        article_of("We have followed the trial. Georgia must not squander what it has won."),
        byline="Ministry of Foreign Affairs of Latvia",
    )
    (demand,) = engagements_in(page)
    assert (demand.kind, demand.status.value, demand.negated) == (Kind.DEMAND, "completed", False)
