"""Meetings without a day of their own take the one day that the text tells of; nothing else does."""

from __future__ import annotations

import datetime as dt

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

LEAD = "Foreign Minister Péter Szijjártó said on Tuesday that Hungary would not send troops.\n\n"
TALKS = "He held talks with his Slovak counterpart, Juraj Blanár, in Bratislava."


def meeting_in(text: str) -> Engagement:
    article = read_page(
        f"Hungary and Slovakia\n\n{text}".encode(), source="page.txt", published=dt.date(2024, 3, 14)
    )
    (eng,) = (eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is Kind.MEETING)
    return eng


def test_the_one_day_told():
    eng = meeting_in(LEAD + TALKS)
    assert eng.date is not None and eng.date.value.start == dt.date(2024, 3, 12)
    assert eng.date.evidence[0].quote == "Tuesday"


def test_several_days_leave_it_open():
    assert meeting_in(LEAD + TALKS + "\n\nHe flew home on Wednesday.").date is None


def test_what_was_earlier_stays_open():
    assert (
        meeting_in(LEAD + "He had previously held talks with Juraj Blanár, the Slovak foreign minister.").date
        is None
    )


def test_a_running_report_is_of_its_own_day():
    entries = "09.12\nForeign Minister Péter Szijjártó has met Juraj Blanár, the Slovak foreign minister, in Bratislava."
    page = f"War live: ministers meet\n12 March 2024\n\n{entries}\n\n10.40\nIt rains.\n\n11.05\nIt has stopped raining now."
    article = read_page(page.encode(), source="page.txt")
    (eng,) = (eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is Kind.MEETING)
    assert eng.date is not None and eng.date.value.start == dt.date(2024, 3, 12)


def test_what_is_done_on_the_first_day_of_a_visit():
    eng = meeting_in(
        "Foreign Minister Péter Szijjártó arrived in Bratislava on Thursday for a three-day visit, after a stop in Vienna "
        "on Wednesday. He met his Slovak counterpart, Juraj Blanár."
    )
    assert eng.date is not None and eng.date.value.iso() == ("2024-03-14", "2024-03-14")
