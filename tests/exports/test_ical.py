"""Calendars: whole days, folded lines, nothing that could end an entry early."""

from __future__ import annotations

import datetime as dt

from dragoman.exports.ical import _folded, _text, calendar_of
from dragoman.exports.telling import Teller
from dragoman.pages import read_page
from dragoman.pipeline import read
from dragoman.record.record import Record, reports_of

MADE = dt.datetime(2024, 4, 3, 12, tzinfo=dt.UTC)


def test_an_entry_has_days_and_a_sentence():
    reading = read(
        read_page(
            "Visit\n\nParis, 2 April 2024 (XYZ): Norwegian Foreign Minister Espen Barth Eide visited Paris on April 1-2."
        )
    )
    visit = next(eng for eng in reading.engagements if eng.kind == "visit")
    record = Record("r1", visit, (), reports_of(reading.article, [visit]))
    calendar = calendar_of([record], Teller(), made=MADE)
    assert "DTSTART;VALUE=DATE:20240401\r\nDTEND;VALUE=DATE:20240403\r\n" in calendar
    assert "DTSTAMP:20240403T120000Z\r\n" in calendar
    assert calendar.endswith("END:VCALENDAR\r\n")


def test_lines_are_folded_between_characters():
    line = "SUMMARY:" + "ő" * 100
    pieces = list(_folded(line))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


def test_signs_that_mean_something_are_escaped():
    assert _text("a;b,c\\d\r\nEND:VEVENT\x00") == "a\\;b\\,c\\\\d\\nEND:VEVENT"
