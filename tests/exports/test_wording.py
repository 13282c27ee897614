"""Days, amounts and states in words."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Kind
from dragoman.exports.wording import amount_in_words, day_in_words, flags_of, published_in_words
from dragoman.pages.article import Published
from samples import engagement


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-04-02", None, "2 April 2024"),
        ("2024-03-30", "2024-04-02", "30 March – 2 April 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-04", "2024-05", "April 2024 – May 2024"),
        ("2024", None, "2024"),
        ("2023", "2024", "2023–2024"),
    ],
)
def test_days_are_no_more_precise_than_known(start, end, words):
    assert day_in_words(DateSpan.parse(start, end)) == words


def test_amounts():
    assert amount_in_words(Amount(1.5e9, "USD")) == "1,500,000,000 USD"
    assert amount_in_words(Amount(2.5, "percent")) == "2.5 percent"
    assert amount_in_words(Amount(70_000, "refugee", approximate=True)) == "about 70,000 refugees"
    assert amount_in_words(Amount(1, "ship")) == "1 ship"


def test_flags_are_named_for_people():
    assert flags_of(engagement(Kind.CALL, historical=True, hypothetical=True)) == ("background", "supposed")


def test_the_publication_day_says_where_it_was_found():
    assert published_in_words(Published(dt.date(2024, 4, 2), "visible", 0.7)) == "2 April 2024 (as printed)"
    assert published_in_words(None) == "undated"
