"""Days as pages print them."""

from __future__ import annotations

from dragoman.pages.printed_days import find_days


def test_days_with_stray_punctuation_before_the_year() -> None:
    assert [day.date.isoformat() for day in find_days("11 February ,2022: 09:41 PM | May 22. 2013")] == [
        "2022-02-11",
        "2013-05-22",
    ]
