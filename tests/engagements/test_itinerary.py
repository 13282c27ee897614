"""Trips: who travels where, in how many stops and when."""

from __future__ import annotations

from dragoman.engagements.itinerary import Trip, gather_trips
from parses import document_of, told_in


def travel(*tail: str, who: str = "Macron", verb: str = "visited visit", label: str = "PER") -> str:
    rows = "\n".join(tail)
    return f"{who} _ PROPN NNP 2 nsubj {label}\n{verb} VERB VBD 0 root\n{rows}"


POLAND = "Poland _ PROPN NNP 2 obj LOC"
ON_MONDAY = ("on _ ADP IN 5 case", "Monday _ PROPN NNP 2 obl")
IN_2019 = ("in _ ADP IN 5 case", "2019 _ NUM CD 2 obl")
TOUR = (
    POLAND,
    ", _ PUNCT , 5 punct",
    "Latvia _ PROPN NNP 3 conj LOC",
    "and _ CCONJ CC 7 cc",
    "Estonia _ PROPN NNP 3 conj LOC",
)


def trips(*parses: str) -> list[Trip]:
    return gather_trips(told_in(document_of(*parses)))


def stops(trip: Trip) -> list[tuple[str | None, str | None]]:
    return [(leg.place.city, leg.place.country) for leg in trip.legs]


def test_a_tour_is_one_trip_in_the_order_told():
    (trip,) = trips(travel(*TOUR))
    assert trip.country == "FRA"
    assert stops(trip) == [(None, "POL"), (None, "LVA"), (None, "EST")]
    assert trip.countries == ["POL", "LVA", "EST"]


def test_the_days_of_a_tour_belong_to_no_stop():
    (trip,) = trips(travel(*TOUR, "on _ ADP IN 9 case", "Monday _ PROPN NNP 2 obl"))
    assert trip.window is not None
    assert [leg.when for leg in trip.legs] == [None, None, None]


def test_the_day_of_a_single_stop_is_its_own():
    (trip,) = trips(travel(POLAND, *ON_MONDAY))
    (leg,) = trip.legs
    assert leg.when is not None
    assert trip.window is None


def test_a_city_told_later_is_the_same_stop():
    in_warsaw = travel("in _ ADP IN 4 case", "Warsaw _ PROPN NNP 2 obl LOC", verb="arrived arrive")
    (trip,) = trips(travel(POLAND), in_warsaw)
    assert stops(trip) == [("Warsaw", "POL")]
    assert len(trip.tellings) == 2


def test_two_cities_of_a_country_are_two_stops_of_one_visit():
    to = travel("in _ ADP IN 4 case", "Warsaw _ PROPN NNP 2 obl LOC", verb="arrived arrive")
    then = travel("in _ ADP IN 4 case", "Krakow _ PROPN NNP 2 obl LOC", verb="arrived arrive")
    (trip,) = trips(to, then)
    assert [country for _, country in stops(trip)] == ["POL", "POL"]
    assert trip.countries == ["POL"]
    assert len(trip.legs_in("POL")) == 2


def test_another_traveller_is_another_trip():
    assert len(trips(travel(POLAND), travel(POLAND, who="Scholz"))) == 2


def test_a_visit_of_years_ago_is_another_trip():
    assert len(trips(travel(POLAND, *ON_MONDAY), travel(POLAND, *IN_2019))) == 2


def test_the_tellings_of_one_host():
    (trip,) = trips(travel(*TOUR), travel("Latvia _ PROPN NNP 2 obj LOC"))
    assert len(trip.tellings_of("LVA")) == 2
    assert len(trip.tellings_of("EST")) == 1


def test_meetings_are_no_trips():
    assert trips(travel("Scholz _ PROPN NNP 2 obj PER", verb="met meet")) == []
