"""Date expressions: the words found and the days they mean."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.citation import Span
from dragoman.dates import DateSpan, Precision
from dragoman.mentions.mention import Grain, TimeMention
from dragoman.mentions.times import Tense, find_durations, find_times, resolve

# A Thursday.
PAGE = dt.date(2024, 3, 14)


def read(text: str, published: dt.date | None = PAGE) -> list[tuple[str, str | None]]:
    """What was found: the words, and the days as ``start`` or ``start/end``."""
    return [(found.span.of(text), shown(found.days)) for found in find_times(text, published=published)]


def shown(days: DateSpan | None) -> str | None:
    """A date span as ISO prefixes."""
    return None if days is None else "/".join(dict.fromkeys(days.iso()))


def only(text: str, published: dt.date | None = PAGE) -> TimeMention:
    """The single expression of ``text``."""
    (time,) = find_times(text, published=published)
    return time


FULL_DATES = [
    ("on April 2nd, 2024, in Oslo", "April 2nd, 2024", "2024-04-02"),
    ("on 2 Apr 2024 in Oslo", "2 Apr 2024", "2024-04-02"),
    ("OSLO, 2 April 2024 (AP)", "2 April 2024", "2024-04-02"),
    ("on Tuesday, 2 April 2024, he", "Tuesday, 2 April 2024", "2024-04-02"),
    ("Monday (May 6, 2024) in Lima", "Monday (May 6, 2024)", "2024-05-06"),
    ("the fifth of January 2021", "fifth of January 2021", "2021-01-05"),
    ("on 05-May-2024", "05-May-2024", "2024-05-05"),
    ("MARCH 3, 2021", "MARCH 3, 2021", "2021-03-03"),
    ("posted 2024-04-02T10:00", "2024-04-02", "2024-04-02"),
    ("updated 2023/09/06.", "2023/09/06", "2023-09-06"),
    ("13/04/2023 18h05", "13/04/2023", "2023-04-13"),
    ("on 04/13/2023 in", "04/13/2023", "2023-04-13"),
    ("on 05/05/2023 in", "05/05/2023", "2023-05-05"),
    ("am 02.04.2024.", "02.04.2024", "2024-04-02"),
    ("MOSCOW, Nov 28 (2022) —", "Nov 28 (2022)", "2022-11-28"),
    ("in November 2021", "November 2021", "2021-11"),
    ("in May of 2021", "May of 2021", "2021-05"),
    ("in 2019.", "2019", "2019"),
    ("in early 2019", "early 2019", "2019"),
    ("in Q1 2024 sales", "Q1 2024", "2024-01/2024-03"),
    ("the first quarter of 2024", "the first quarter of 2024", "2024-01/2024-03"),
    ("the first half of 2024", "the first half of 2024", "2024-01/2024-06"),
    ("late May 2023", "late May 2023", "2023-05"),
]


@pytest.mark.parametrize(("text", "words", "days"), FULL_DATES)
def test_full_dates_need_no_page_date(text: str, words: str, days: str) -> None:
    assert read(text) == [(words, days)]
    assert read(text, published=None) == [(words, days)]
    assert only(text).anchor == "self"


RANGES = [
    ("April 1-5", "April 1-5", "2024-04-01/2024-04-05"),
    ("1–5 April 2024 in Paris", "1–5 April 2024", "2024-04-01/2024-04-05"),
    ("July 30 to August 2 in Lima", "July 30 to August 2", "2024-07-30/2024-08-02"),
    ("will visit from 3 to 6 May.", "from 3 to 6 May", "2024-05-03/2024-05-06"),
    ("between Jan. 3 and 5", "between Jan. 3 and 5", "2024-01-03/2024-01-05"),
    ("9-10/4/2020", "9-10/4/2020", "2020-04-09/2020-04-10"),
    ("4/9-10/2020", "4/9-10/2020", "2020-04-09/2020-04-10"),
    ("May 3-6", "May 3-6", "2024-05-03/2024-05-06"),
    ("May 3 and 4 in Oslo", "May 3 and 4", "2024-05-03/2024-05-04"),
    ("30 June – 2 July", "30 June – 2 July", "2024-06-30/2024-07-02"),
    ("December 28, 2023 - January 3, 2024", "December 28, 2023 - January 3, 2024", "2023-12-28/2024-01-03"),
    ("from Dec. 30 to Jan. 2", "from Dec. 30 to Jan. 2", "2023-12-30/2024-01-02"),
    ("the week of May 6", "the week of May 6", "2024-05-06/2024-05-12"),
    ("on the 3rd and 4th, they", "the 3rd and 4th", "2024-03-03/2024-03-04"),
    ("Monday and Tuesday", "Monday and Tuesday", "2024-03-11/2024-03-12"),
    ("from Tuesday to Wednesday, where", "from Tuesday to Wednesday", "2024-03-12/2024-03-13"),
    ("May 3, 4 and 5", "May 3, 4 and 5", "2024-05-03/2024-05-05"),
    ("on 3, 4 and 5 May in Paris", "3, 4 and 5 May", "2024-05-03/2024-05-05"),
    ("Monday, April 1, to Friday, April 5", "Monday, April 1, to Friday, April 5", "2024-04-01/2024-04-05"),
    ("from March to May 2023", "March to May 2023", "2023-03/2023-05"),
    ("in 2015-2020 they", "2015-2020", "2015/2020"),
]


@pytest.mark.parametrize(("text", "words", "days"), RANGES)
def test_ranges_are_windows(text: str, words: str, days: str) -> None:
    assert read(text) == [(words, days)]
    assert only(text).window


def test_two_days_that_do_not_follow_each_other_are_no_range() -> None:
    assert read("on February 26 and March 4") == [("February 26", "2024-02-26"), ("March 4", "2024-03-04")]
    assert read("on April 30 and May 1") == [("April 30 and May 1", "2024-04-30/2024-05-01")]


def test_two_dates_years_apart_are_no_range() -> None:
    text = "(8 February 1700 – 17 March 1782)"
    assert read(text) == [("8 February 1700", "1700-02-08"), ("17 March 1782", "1782-03-17")]


READINGS = [
    # text, words, default, past, future
    ("on Friday", "Friday", "2024-03-08", "2024-03-08", "2024-03-15"),
    ("on Thursday", "Thursday", "2024-03-14", "2024-03-14", "2024-03-14"),
    ("Friday's meeting", "Friday", "2024-03-08", "2024-03-08", "2024-03-15"),
    ("late on Monday evening", "Monday evening", "2024-03-11", "2024-03-11", "2024-03-18"),
    (
        "over the weekend",
        "the weekend",
        "2024-03-09/2024-03-10",
        "2024-03-09/2024-03-10",
        "2024-03-16/2024-03-17",
    ),
    (
        "this weekend",
        "this weekend",
        "2024-03-16/2024-03-17",
        "2024-03-09/2024-03-10",
        "2024-03-16/2024-03-17",
    ),
    ("on March 5", "March 5", "2024-03-05", "2024-03-05", "2025-03-05"),
    ("on 30 December", "30 December", "2023-12-30", "2023-12-30", "2024-12-30"),
    ("in November", "November", "2023-11", "2023-11", "2024-11"),
    ("mid-March", "mid-March", "2024-03", "2024-03", "2024-03"),
    ("the end of July", "the end of July", "2024-07", "2023-07", "2024-07"),
    ("on the 15th.", "the 15th", "2024-03-15", "2024-02-15", "2024-03-15"),
    ("on February 29", "February 29", "2024-02-29", "2024-02-29", "2028-02-29"),
]


@pytest.mark.parametrize(("text", "words", "days", "past", "future"), READINGS)
def test_tense_decides_between_two_readings(text: str, words: str, days: str, past: str, future: str) -> None:
    time = only(text)
    assert time.span.of(text) == words
    assert (shown(time.days), shown(time.past), shown(time.future)) == (days, past, future)
    assert shown(resolve(time, Tense.PAST)) == past
    assert shown(resolve(time, Tense.FUTURE)) == future
    assert shown(resolve(time, Tense.PRESENT)) == days


RELATIVE = [
    ("today", "today", "2024-03-14"),
    ("met yesterday evening.", "yesterday evening", "2024-03-13"),
    ("tomorrow morning", "tomorrow morning", "2024-03-15"),
    ("tonight", "tonight", "2024-03-14"),
    ("left Apia this morning.", "this morning", "2024-03-14"),
    ("last night", "last night", "2024-03-13"),
    ("the day after tomorrow", "the day after tomorrow", "2024-03-16"),
    ("this week", "this week", "2024-03-11/2024-03-17"),
    ("earlier this week", "earlier this week", "2024-03-11/2024-03-14"),
    ("later this week", "later this week", "2024-03-14/2024-03-17"),
    ("last week", "last week", "2024-03-04/2024-03-10"),
    ("next month", "next month", "2024-04"),
    ("later this month", "later this month", "2024-03"),
    ("last year", "last year", "2023"),
    ("by the end of the year", "the end of the year", "2024"),
    ("in the second half of the year", "the second half of the year", "2024-07/2024-12"),
    ("in the last quarter of this year", "the last quarter of this year", "2024-10/2024-12"),
    ("the end of next year", "the end of next year", "2025"),
    ("last Friday", "last Friday", "2024-03-08"),
    ("last Thursday", "last Thursday", "2024-03-07"),
    ("this Friday", "this Friday", "2024-03-15"),
    ("next Tuesday", "next Tuesday", "2024-03-19"),
    ("on Friday next week", "Friday next week", "2024-03-22"),
    ("on the 5th of next month", "the 5th of next month", "2024-04-05"),
    ("last November", "last November", "2023-11"),
    ("next May", "next May", "2024-05"),
    ("in March last year", "March last year", "2023-03"),
    ("on May 3 next year", "May 3 next year", "2025-05-03"),
    ("two days ago", "two days ago", "2024-03-12"),
    ("a week ago", "a week ago", "2024-03-04/2024-03-10"),
    ("two months ago", "two months ago", "2024-01"),
    ("thirty-five years ago", "thirty-five years ago", "1989"),
    ("two weeks from now", "two weeks from now", "2024-03-25/2024-03-31"),
    ("Wednesday night (13) at the hotel", "Wednesday night (13)", "2024-03-13"),
]


@pytest.mark.parametrize(("text", "words", "days"), RELATIVE)
def test_relative_dates_count_from_the_page(text: str, words: str, days: str) -> None:
    assert read(text) == [(words, days)]
    time = only(text, published=None)
    assert time.days is None
    assert time.reason == "page has no date"


def test_a_length_of_time_is_a_day_only_in_a_clause_about_the_future() -> None:
    time = only("They will meet in three days.")
    assert (time.days, shown(resolve(time, Tense.FUTURE))) == (None, "2024-03-17")
    assert resolve(time, Tense.PAST) is None
    assert read("the first time in three days") == []
    assert read("over the next year and in the last month") == [
        ("the next year", None),
        ("the last month", None),
    ]


def test_a_month_before_a_name_is_a_month() -> None:
    assert read("In February Moscow expelled a consul.") == [("February", "2024-02")]
    assert read("Ties soured when in January Kenya's president stayed away.") == [("January", "2024-01")]
    assert read("They marched in October Revolution Square, and in May Day parades.") == []


def test_a_full_date_before_carries_the_year_of_its_story() -> None:
    page = dt.date(2019, 9, 9)
    text = "The army moved on November 15, 2017. He resigned on November 21. He died in Singapore on Friday."
    assert [days for _, days in read(text, page)] == ["2017-11-15", "2017-11-21", "2019-09-06"]
    # Neither a date near the page's own nor a bare month is taken back.
    text = "The deal was signed on August 20, 2018. They meet on September 12. They met in August."
    assert [days for _, days in read(text, page)] == ["2018-08-20", "2019-09-12", "2019-08"]


def test_a_weekday_settles_the_year() -> None:
    # 2 April was a Tuesday in 2024; said in January 2025, the nearest 2 April would be a Wednesday.
    assert shown(only("on Tuesday, April 2", dt.date(2025, 1, 2)).days) == "2024-04-02"
    time = only("on Sunday, April 2, 2024")
    assert time.reason == "weekday and date disagree"


PREVIOUS = [
    ("He met them on 3 May 2021. The following day he left.", "The following day", "2021-05-04"),
    ("He met them on 3 May 2021 and on the same day left.", "the same day", "2021-05-03"),
    ("On 3 May 2021 they met. A week later, he left.", "A week later", "2021-05-10/2021-05-16"),
    ("On 3 May 2021 they met. Two days later, he left.", "Two days later", "2021-05-05"),
    ("On 3 May 2021 they met. That evening they dined.", "That evening", "2021-05-03"),
    ("On 3 May 2021 they met. Later in the day they dined.", "Later in the day", "2021-05-03"),
    ("In May 2021 they met. That year he left.", "That year", "2021"),
    ("On 8 January 1880 he came and on 3 March he left.", "3 March", "1880-03-03"),
]


@pytest.mark.parametrize(("text", "words", "days"), PREVIOUS)
def test_dates_count_from_the_one_before(text: str, words: str, days: str) -> None:
    assert read(text)[-1] == (words, days)
    assert find_times(text, published=PAGE)[-1].anchor == "previous"


def test_the_following_day_moves_with_the_tense_of_the_day_before() -> None:
    _, following = find_times("They meet on Friday and again the following day.", published=PAGE)
    assert shown(resolve(following, Tense.PAST)) == "2024-03-09"
    assert shown(resolve(following, Tense.FUTURE)) == "2024-03-16"


def test_the_lead_day_stands_in_where_no_date_precedes() -> None:
    text = "The following day she flew to Lima."
    assert only(text).reason == "nothing before it is dated"
    (time,) = find_times(text, published=PAGE, lead_day=dt.date(2024, 3, 12))
    assert shown(time.days) == "2024-03-13"


def test_a_day_after_a_month_stays_empty() -> None:
    _, following = find_times("In May 2021 they met. The following day he left.", published=PAGE)
    assert following.days is None
    assert following.reason == "the date before it is less exact"


EMPTY = [
    ("02/04/2024", "02/04/2024", "2024", "day and month may be either way round"),
    ("the 1990s", "the 1990s", "199", "a decade"),
    ("the 19th century", "the 19th century", "18", "a century"),
    ("the later 1800s", "the later 1800s", "18", "a century"),
    ("this spring", "this spring", "2024-SP", "a season"),
    ("about two weeks ago", "about two weeks ago", None, "only about that long"),
    ("on 31 June", "31 June", "--06-31", "no such day"),
    ("next weekend", "next weekend", None, "'next' may mean this weekend or the one after"),
    ("next Friday", "next Friday", None, "'next' may mean this week's day or next week's"),
]


@pytest.mark.parametrize(("text", "words", "partial", "reason"), EMPTY)
def test_what_cannot_be_known_stays_empty_with_a_reason(
    text: str, words: str, partial: str | None, reason: str
) -> None:
    time = only(text)
    assert (time.span.of(text), time.days, time.partial, time.reason) == (words, None, partial, reason)


def test_a_season_with_its_year_is_as_exact_as_the_year() -> None:
    time = only("in the summer of 2022")
    assert time.days == DateSpan.of_year(2022)
    assert time.days.precision is Precision.YEAR
    assert (time.partial, time.grain) == ("2022-SU", Grain.SEASON)


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("MADRID, 28 June —", "--06-28"),
        ("in March", "--03"),
        ("April 1-5", "--04-01"),
        ("on the 15th.", "---15"),
    ],
)
def test_an_undated_page_keeps_what_the_text_says(text: str, partial: str) -> None:
    time = only(text, published=None)
    assert (time.days, time.partial, time.reason) == (None, partial, "page has no date")


@pytest.mark.parametrize(
    "text",
    [
        "We may march on the second floor; Sun, Sat and Mon rose.",
        "Theresa May and Prime Minister May said they march.",
        "the 11-12 countries, 20-22 leaders and 5-6 people",
        "the 2030 Agenda, Vision 2030 and Resolution 2231",
        "resolutions 242, 338 and 2334; UNSCR 1701",
        "the Act (50 U.S.C. 1622), 22 USC 1701 and section 1940(b) of 10 C.F.R. 2001",
        "the 1967 borders, 9/11, COP28, the G20 and 24/7",
        "at 3 p.m. and 15:30, at 2030 GMT, aged 45",
        "$2000, 2,019 people, 2000 soldiers, +1 202 555 2019",
        "202-555-2019, https://example.org/2024/04/02/news-2019.html",
        "for two days, 60 years, in recent years, Black 1.5.2",
        "a fifth of Mayors; the 20th anniversary; on the 15th meeting",
        "Black Friday, Super Tuesday, the Sunday Times and Good Friday",
        "1,846 or 1720 persons, a 2000-page report, two of 1900 votes",
        "one kingdom in 1230 BC, a city by 2000 BCE, and a pope who died in December of 384",
        "every year, yearly, monthly, biweekly, every Monday, to this day, daytime and birthdays",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the October 7 attack on Israel", "October 7"),
        ("the 7 October 2023 attacks", "7 October 2023"),
        ("the March 14 Alliance", "March 14"),
        ("UNSCR 1701 (2006)", "2006"),
        ("the G20 2023 summit", "2023"),
        ("the 2015 nuclear deal", "2015"),
        ("the 2021 Summit for Democracy", "2021"),
        ("the Vienna Convention of 1961", "1961"),
    ],
)
def test_a_date_that_names_an_event(text: str, words: str) -> None:
    time = only(text)
    assert time.span.of(text) == words
    assert time.names_event


@pytest.mark.parametrize(
    "text", ["in 2015 talks began", "on October 7 attackers", "today's attack", "in 2015."]
)
def test_a_date_that_names_no_event(text: str) -> None:
    assert not only(text).names_event


def test_only_the_asked_part_is_read() -> None:
    text = "On 3 May they met. On 4 May they left."
    (time,) = find_times(text, published=PAGE, within=Span(19, len(text)))
    assert time.span == Span(22, 27)
    assert time.span.of(text) == "4 May"


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("a three-day visit", "three-day", 3),
        ("a 2-day trip", "2-day", 2),
        ("a week-long tour", "a week-long", 7),
        ("two-week mission", "two-week", 14),
        ("on day two of the summit", "day two of", 2),
        ("on the second day of her visit", "second day of", 2),
        ("his four day official visit", "four day", 4),
        ("after three days of talks", "three days of talks", 3),
        ("for two days", None, 0),
        ("60 years", None, 0),
    ],
)
def test_lengths_of_stay(text: str, words: str | None, days: int) -> None:
    found = [(span.of(text), length) for span, length in find_durations(text)]
    assert found == ([] if words is None else [(words, days)])
    assert not [t for t in find_times(text, published=PAGE) if t.days is not None]


_PIECES = st.sampled_from(
    "May March 3 5 - – to and , 2024 the of last next year week day 15th Friday Monday ago later in two . ( ) /"
    " 31 Feb. Dec 1990s earlier Q1 9999 0001 century summer $ million".split()
)


@given(
    st.one_of(
        st.text(), st.lists(_PIECES, max_size=30).map(" ".join), st.lists(_PIECES, max_size=30).map("".join)
    )
)
@settings(max_examples=300, deadline=None)
def test_any_text_reads_without_overlap(text: str) -> None:
    for published in (PAGE, None, dt.date.min, dt.date.max):
        times = find_times(text, published=published)
        assert all(t.span.of(text) and t.span.end <= len(text) for t in times)
        assert all(a.span.end <= b.span.start for a, b in pairwise(times))
        assert all(t.days is not None or t.reason is not None for t in times)
    find_durations(text)


@pytest.mark.parametrize(
    "piece", ["May 3 to ", "3 and 4 ", "the ", "1-", "Monday, ", "2024 ", " \n", "of the week ", "(1"]
)
def test_repetition_does_not_blow_up(piece: str) -> None:
    began = time.perf_counter()
    find_times(piece * (40_000 // len(piece)), published=PAGE)
    # 40 kB; ordinary text takes about 0.02 s.
    assert time.perf_counter() - began < 4


def test_a_programme_put_up_while_it_runs_is_not_of_next_year():
    (span,) = find_times("She will travel from March 4 to 11.", published=dt.date(2022, 3, 10))
    days = resolve(span, Tense.FUTURE)
    assert days is not None and days.iso() == ("2022-03-04", "2022-03-11")
