"""Tours of which the telling names no country, and where they went."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

THURSDAY = dt.date(2024, 6, 13)


def hosts_in(text: str) -> dict[str, Status]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=THURSDAY)
    found = read(article, shipped_knowledge()).engagements
    return {
        eng.place.value.city or eng.place.value.country or "": eng.status
        for eng in found
        if eng.kind is Kind.VISIT and eng.place is not None and not eng.historical
    }


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            (
                "Greek Prime Minister Kyriakos Mitsotakis begins a Gulf tour on Saturday. On Monday he is to hold talks in "
                "Doha with Emir Tamim bin Hamad Al Thani."
            ),
            {"Doha": Status.PLANNED},
        ),
        (
            (
                "Canadian Foreign Minister Mélanie Joly embarks today on a visit to the Western Balkans. Sarajevo is the "
                "first stop, followed by Belgrade on Tuesday."
            ),
            {"Sarajevo": Status.PLANNED, "Belgrade": Status.PLANNED},
        ),
        (
            (
                "Canadian Foreign Minister Mélanie Joly wraps up a swing through Latin America today. She has been to "
                "Mexico City and Bogotá."
            ),
            {"Mexico City": Status.COMPLETED, "Bogotá": Status.COMPLETED},
        ),
    ],
)
def test_where_a_tour_goes_is_told_elsewhere(text: str, hosts: dict[str, Status]):
    assert hosts_in(text) == hosts


@pytest.mark.parametrize(
    "text",
    [
        "Greek Prime Minister Kyriakos Mitsotakis begins a Gulf tour on Saturday.",
        "Canadian Foreign Minister Mélanie Joly began a tour of the northern regions on Monday.",
        "The Emir received Prime Minister Jafar Hassan of Jordan on the occasion of his visit to the country.",
    ],
)
def test_without_a_stop_there_is_no_tour(text: str):
    assert set(hosts_in(text)) <= {"JOR", "QAT"} - {"JOR"}


def test_whence_a_journey_goes_on_is_a_stop_of_it():
    found = hosts_in("Russian Foreign Minister Sergey Lavrov left Caracas for Havana on Wednesday.")
    assert set(found) == {"Havana", "Caracas"}
    assert found["Caracas"] is Status.COMPLETED


def test_home_is_no_stop():
    assert set(hosts_in("Russian Foreign Minister Sergey Lavrov left Moscow for Havana on Wednesday.")) == {
        "Havana"
    }


def test_an_earlier_stop_belongs_to_the_journey_that_is_news():
    found = hosts_in(
        "Iranian Foreign Minister Hossein Amir-Abdollahian flew to Beirut on Wednesday as part of a tour. He had previously "
        "visited Damascus."
    )
    assert set(found) == {"Beirut", "Damascus"}


def test_a_visit_of_years_ago_does_not():
    found = hosts_in(
        "Iranian Foreign Minister Hossein Amir-Abdollahian flew to Beirut on Wednesday. He had last visited Damascus in "
        "2021."
    )
    assert set(found) == {"Beirut"}
