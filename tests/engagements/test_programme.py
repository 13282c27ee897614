"""Stops that a text names beside the tellings of a trip, with their days."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Engagement, Kind, Status
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge


def visits_in(text: str) -> tuple[Engagement, ...]:
    page = f"Minister on the road\n\n{text}"
    article = read_page(page.encode(), source="page.txt", published=dt.date(2024, 6, 3))
    return tuple(eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is Kind.VISIT)


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (
            "Foreign Minister Hakan Fidan will be in Colombia on June 5, in Chile on June 7 and in Peru on June 8.",
            {"COL": (5, 5), "CHL": (7, 7), "PER": (8, 8)},
        ),
        (
            "Foreign Minister Hakan Fidan arrived in Rome on Monday. The last stop of the tour is Berlin on 6 and 7 June.",
            {"Rome": (3, 3), "Berlin": (6, 7)},
        ),
        (
            "Foreign Minister Hakan Fidan will visit Rome on 4 June, to be followed by Paris on 5 June.",
            {"Rome": (4, 4), "Paris": (5, 5)},
        ),
        (
            (
                "Foreign Minister Hakan Fidan will visit Italy and France this week. He will spend Tuesday and Wednesday in "
                "Rome. The trip ends on Friday in Paris."
            ),
            {"Rome": (4, 5), "Paris": (7, 7)},
        ),
        (
            "On Saturday Foreign Minister Hakan Fidan was in Rome, on Sunday in Paris and on Monday in Berlin.",
            {"Rome": (1, 1), "Paris": (2, 2), "Berlin": (3, 3)},
        ),
        (
            "Foreign Minister Hakan Fidan arrived in Rome on Monday. From there he continues to Paris and Berlin.",
            {"Rome": (3, 3), "Paris": None, "Berlin": None},
        ),
        (
            (
                "Foreign Minister Hakan Fidan will visit Italy and France from 4 to 6 June.\n\n"
                "The programme is as follows:\n\n4 June: Rome, talks with Antonio Tajani\n5-6 June: Paris, a forum"
            ),
            {"Rome": (4, 4), "Paris": (5, 6)},
        ),
        (
            "Foreign Minister Hakan Fidan will be in Paris June 5-6. He goes on to Berlin on 7 June.",
            {"Paris": (5, 6), "Berlin": (7, 7)},
        ),
    ],
)
def test_stops_and_their_days(text: str, stops: dict[str, tuple[int, int] | None]) -> None:
    (visit, *_) = visits_in(text)
    found = {
        stop.place.value.city or stop.place.value.country: None
        if stop.date is None
        else (stop.date.value.start.day, stop.date.value.end.day)
        for stop in visit.stops
    }
    assert found == stops


def test_a_stay_counted_from_the_arrival():
    visit, before = visits_in(
        "Foreign Minister Hakan Fidan arrived in Riga on Monday for a two-day visit, after a stop in Vilnius on Sunday."
    )
    assert visit.date is not None and visit.date.value.iso() == ("2024-06-03", "2024-06-04")
    assert before.date is not None and before.date.value.iso() == ("2024-06-02", "2024-06-02")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Prime Minister Petr Fiala has postponed a visit to Italy that was planned for 7 June.", None),
        (
            "Prime Minister Petr Fiala has cancelled a visit to Italy that was planned for 7 June.",
            "2024-06-07",
        ),
        ("Prime Minister Petr Fiala has cancelled a visit to Italy on Friday.", "2024-06-07"),
        ("Prime Minister Petr Fiala on Sunday postponed a visit to Italy.", None),
    ],
)
def test_the_day_of_a_visit_called_off(text: str, day: str | None) -> None:
    (visit,) = visits_in(text)
    assert (visit.date.value.iso()[0] if visit.date is not None else None) == day


def test_a_place_owned_or_cancelled_is_no_stop():
    (visit,) = visits_in(
        "Foreign Minister Hakan Fidan arrived in Rome on Monday and met Italy's prime minister there."
    )
    assert [stop.place.value.city for stop in visit.stops] == ["Rome"]


def test_every_country_of_a_programme_is_visited():
    found = visits_in(
        "Foreign Minister Hakan Fidan will be in Colombia on June 5, in Chile on June 7 and in Peru on June 8."
    )
    hosts = [eng.place.value.country for eng in found if eng.place is not None]
    assert hosts == ["COL", "CHL", "PER"]
    assert {eng.status for eng in found} == {Status.PLANNED}
