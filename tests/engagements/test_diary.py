"""Pages that tell day by day what is to come."""

from __future__ import annotations

from dragoman.engagements.engagement import Engagement, Kind, Status
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

HEAD = "Week ahead: diplomacy\n17 May 2024\n\n"


def told_in(page: str) -> tuple[Engagement, ...]:
    return read(read_page(page, source="page.txt"), shipped_knowledge()).engagements


def days_of(page: str) -> dict[Kind, str | None]:
    return {eng.kind: eng.date.value.iso()[0] if eng.date is not None else None for eng in told_in(page)}


def test_entries_have_the_day_and_the_city_they_stand_under():
    page = (
        "Programme of Foreign Minister Espen Barth Eide, week 21\nPublished 17 May 2024\n\n"
        "Foreign Minister Espen Barth Eide of Norway will visit three capitals in Central Europe next week. The main "
        "topic of the journey is support for Ukraine.\n\n"
        "Monday 20 May\nBerlin\nEide meets Foreign Minister Annalena Baerbock.\n\n"
        "Tuesday 21 May\nPrague\nTalks with Foreign Minister Jan Lipavsky.\nEide is received by President Petr Pavel.\n\n"
        "Wednesday 22 May\nVienna\nEide takes part in the meeting of the OSCE Permanent Council.\n"
    )
    meetings = [eng for eng in told_in(page) if eng.kind is Kind.MEETING]
    days = [eng.date.value.iso()[0] for eng in meetings if eng.date is not None]
    cities = [eng.place.value.city for eng in meetings if eng.place is not None]
    assert (days, cities) == (["2024-05-20", "2024-05-21"], ["Berlin", "Prague"])
    assert {eng.status for eng in meetings} == {Status.PLANNED}


def test_entries_that_begin_with_their_day():
    page = (
        f"{HEAD}MONDAY, MAY 20: President Alexander Stubb of Finland receives the President of Latvia, Edgars Rinkevics, "
        "in Helsinki.\n\nWEDNESDAY, MAY 22: President Stubb gives a lecture at the university. In the evening he speaks by "
        "telephone with President Emmanuel Macron of France.\n"
    )
    assert days_of(page) == {Kind.MEETING: "2024-05-20", Kind.CALL: "2024-05-22"}


def test_an_entry_keeps_a_day_of_its_own():
    page = (
        f"{HEAD}Monday, May 20\n- EU foreign ministers meet in Brussels.\n\nTuesday, May 21\n"
        "- Japan's Foreign Minister Yoko Kamikawa prepares for Kathmandu, which she visits on May 23.\n"
    )
    assert days_of(page)[Kind.VISIT] == "2024-05-23"


def test_a_day_alone_dates_nothing_below_it():
    page = (
        "Minister travels\nBy Ria Noll\n17 May 2024\n\nForeign Minister Espen Barth Eide of Norway visited Sweden.\n\n"
        "Monday, May 20\n\nThe weather was fine. He visited Denmark.\n"
    )
    assert set(days_of(page).values()) == {None}
