"""Meetings behind the headlines of remarks."""

from __future__ import annotations

import datetime as dt

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read

DAY = dt.date(2022, 3, 8)
SPEECH = (
    "MINISTER VELL: Good morning, everyone. It is a pleasure to see so many of you here on this cold day."
)


def meetings(headline: str):
    reading = read(read_page(f"{headline}\n\nTallinn, Estonia\n\n{SPEECH}", published=DAY))
    return [eng for eng in reading.engagements if eng.kind is Kind.MEETING]


def test_who_speak_to_the_press_together_have_met_there_and_then():
    (met,) = meetings(
        "Polish Foreign Minister Anna Vell and Estonian Prime Minister Kaja Kallas at a Press Availability"
    )
    assert {part.country.value for part in met.participants if part.country} == {"POL", "EST"}
    assert met.date is not None
    assert met.date.value.iso() == ("2022-03-08", "2022-03-08")
    assert met.place is not None
    assert (met.place.value.city, met.place.value.country) == ("Tallinn", "EST")


def test_so_have_those_who_speak_after_their_meeting():
    (met,) = meetings(
        "Polish Foreign Minister Anna Vell and Estonian Prime Minister Kaja Kallas After Their Meeting"
    )
    assert met.date is not None
    assert met.date.value.iso() == ("2022-03-08", "2022-03-08")


def test_one_alone_has_met_nobody():
    assert meetings("Polish Foreign Minister Anna Vell at a Press Availability") == []
