"""Visits behind the headlines and places of remarks."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import SEEN, Kind, Status
from dragoman.pages import read_page
from dragoman.pipeline import read

DAY = dt.date(2022, 3, 8)
TURN = "Thank you all for coming out on such a cold day. I want to say how much this work means to me."


def visits(headline: str, place: str, speech: str = f"MINISTER VELL: {TURN}"):
    reading = read(read_page(f"{headline}\n\n{place}\n\n{speech}", published=DAY))
    return [eng for eng in reading.engagements if eng.kind is Kind.VISIT]


@pytest.mark.parametrize(
    "headline",
    [
        "Polish Foreign Minister Anna Vell With Maria Koster of ETV News",
        "Remarks by Polish Foreign Minister Anna Vell to Embassy Staff",
        "Polish Foreign Minister Anna Vell at a Roundtable on Energy Security",
    ],
)
def test_who_speaks_abroad_is_on_a_visit_there(headline):
    (visit,) = visits(headline, "Tallinn, Estonia")
    assert [part.country.value for part in visit.participants if part.country] == ["POL", "EST"]
    assert visit.place is not None
    assert (visit.place.value.city, visit.place.value.country) == ("Tallinn", "EST")
    assert visit.date is not None
    assert visit.date.value.iso() == ("2022-03-08", "2022-03-08")
    assert visit.date.evidence[0].rule == SEEN
    assert "Tallinn" in visit.trigger[0].quote


@pytest.mark.parametrize(
    ("headline", "place"),
    [
        ("Polish Foreign Minister Anna Vell With Maria Koster of TVN News", "Warsaw, Poland"),
        ("Polish Foreign Minister Anna Vell at a Virtual Roundtable on Energy", "Tallinn, Estonia"),
        ("Polish Foreign Minister Anna Vell Remarks to the Press En Route Tallinn", "Tallinn, Estonia"),
        ("Call to Prayer Remembered, by Polish Foreign Minister Anna Vell", "Tallinn, Estonia"),
    ],
)
def test_not_at_home_nor_from_afar(headline, place):
    assert visits(headline, place) == []


def test_a_written_statement_is_no_speech():
    assert (
        visits(
            "Remarks by Polish Foreign Minister Anna Vell on Energy", "Tallinn, Estonia", f"He wrote. {TURN}"
        )
        == []
    )


def test_coming_back_to_a_country_is_to_speak_of_it():
    said = "MINISTER VELL: Coming back to Latvia, I would only add that we have been patient."
    assert visits("Polish Foreign Minister Anna Vell at a Press Availability", "Warsaw, Poland", said) == []


def told(text: str, published: dt.date = DAY):
    reading = read(read_page(text, published=published))
    return {
        eng.place.value.country: eng
        for eng in reading.engagements
        if eng.kind is Kind.VISIT and eng.place is not None
    }


@pytest.mark.parametrize(
    "text",
    [
        "Minister Anna Vell of Poland will travel to Kenya and Rwanda from 13 to 17 March. The tour begins in Nairobi.",
        "The trip of Polish Foreign Minister Anna Vell to Kenya starts in Nairobi on 13 March.",
    ],
)
def test_what_begins_after_the_day_of_the_page_is_planned(text):
    assert told(text)["KEN"].status is Status.PLANNED


def test_a_stop_put_off_is_not_one_of_the_tour():
    found = told(
        "Polish Foreign Minister Anna Vell will travel to Kenya and Rwanda from 13 to 17 March. "
        "A planned stop in Addis Ababa has been put off to the autumn."
    )
    assert found["ETH"].status is Status.POSTPONED
    assert "ETH" not in {stop.place.value.country for stop in found["KEN"].stops}
