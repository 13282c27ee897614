"""The publication day among stamps that disagree."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.pages.published import Stamp, choose_published, stamp_of_text, stamp_of_url
from dragoman.pages.reading import read_page


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-04-02T23:30:00-05:00", "2024-04-02"),
        ("20240402", "2024-04-02"),
        ("1712016000", "2024-04-02"),
        ("1712016000000", "2024-04-02"),
        ("Tue, 02 Apr 2024 01:15:00 GMT", "2024-04-02"),
        ("2 avril 2024", "2024-04-02"),
        ("02.04.2024", "2024-04-02"),
        ("April 2nd, 2024", "2024-04-02"),
        ("2024年4月2日", "2024-04-02"),
        ("04/02/2024", None),
        ("2024-02-31", None),
        ("99999999999999", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_day_of_one_stamp(text: str, day: str | None) -> None:
    found = choose_published([Stamp(text, "meta")])
    assert (found and found.day.isoformat()) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/04/02/talks", "2024-04-02"),
        ("https://a.example/world/2024/apr/02/talks", "2 apr 2024"),
        ("https://a.example/talks-2024-04-02.html", "2024-04-02"),
        ("https://a.example/article/20240402123", None),
        ("https://a.example/2024/talks", None),
    ],
)
def test_day_of_address(url: str, day: str | None) -> None:
    found = stamp_of_url(url)
    assert (found and found.text) == day


def test_a_modified_stamp_gives_way() -> None:
    stamps = [Stamp("2024-05-01", "modified"), Stamp("2024-04-02", "time element")]
    found = choose_published(stamps)
    assert found is not None and found.day == dt.date(2024, 4, 2)


def test_a_stamp_far_from_the_dateline_gives_way() -> None:
    found = choose_published([Stamp("2024-05-01", "json-ld")], dateline=dt.date(2022, 11, 3))
    assert found is not None and (found.day, found.origin) == (dt.date(2022, 11, 3), "dateline")


def test_agreement_raises_confidence() -> None:
    alone = choose_published([Stamp("2024-04-02", "url")])
    both = choose_published([Stamp("2024-04-02", "url"), Stamp("2 April 2024", "visible")])
    assert alone is not None and both is not None and both.confidence > alone.confidence


@pytest.mark.parametrize(
    ("stamp", "host", "day"),
    [
        ("2022-04-13T00:09:00+00:00", "state.gov", "2022-04-12"),
        ("2022-04-12T19:30:00Z", "mofa.go.jp", "2022-04-13"),
        ("2022-04-13T00:09:00+00:00", "news.example", "2022-04-13"),
        ("2022-04-13T00:09:00+02:00", "state.gov", "2022-04-13"),
    ],
)
def test_universal_time_is_read_where_the_publisher_is(stamp: str, host: str, day: str) -> None:
    found = choose_published([Stamp(stamp, "feed")], host=host)
    assert found is not None and found.day.isoformat() == day


BODY = (
    "The foreign ministers of Norway and Latvia met in Riga and agreed on a joint patrol of the Baltic.\n\n"
    "They will meet again in Oslo in May, and both will travel to Kyiv before the summit of the alliance."
)


@pytest.mark.parametrize(
    "page",
    [
        f"MARCH 14, 2024\nMinisters meet in Riga over patrols\n\n{BODY}",
        f"PRESS RELEASE\nNo. 12/2024\nThursday, 14 March 2024\nMinisters meet in Riga over patrols\n\n{BODY}",
        f"Ministers meet in Riga over patrols (14 March 2024)\n\n{BODY}",
        f"Remarks by Minister Eide on the patrols, Riga, 14 March 2024 (excerpts)\n\n{BODY}",
        f"Ministers meet in Riga over patrols\n\n{BODY}\n\nThis statement was issued in Riga on 14 March 2024.",
        f"Ministers meet in Riga over patrols\n\n{BODY}\n\nSource: https://news.example/2024/03/14/riga.html",
        f"Ministers meet in Riga over patrols\n\nRIGA, March 14 (LETA) - {BODY}\n\n© 2024 LETA",
        f"Ministers meet in Riga over patrols\n\nToday, 14 March 2024, guests came to Riga. {BODY}",
        f"Ministers meet in Riga over patrols\n\nOn 14 March 2024 guests came to Riga. {BODY}",
        f"Ministers meet in Riga over patrols\nMarch 14, 20243:45 PM GMT\n\n{BODY}",
        f"Ministers meet in Riga over patrols\n14-03-2024\n\n{BODY}",
    ],
)
def test_where_pages_print_their_day(page: str) -> None:
    found = read_page(page.encode(), source="page.txt").published
    assert found is not None and found.day == dt.date(2024, 3, 14)


@pytest.mark.parametrize(
    "page",
    [
        f"Minister comments on the parliamentary elections of 14 March 2024\n\n{BODY}",
        f"Ministers meet in Riga over patrols\n\nThe guests will arrive on Thursday, 14 March 2024. {BODY}",
        f"Ministers meet in Riga over patrols\n\nOn 14 March 1974 guests came, and again in 1991. {BODY}",
    ],
)
def test_days_of_something_else(page: str) -> None:
    assert read_page(page.encode(), source="page.txt").published is None


@pytest.mark.parametrize(
    "page",
    [
        f"Ministers meet in Riga over patrols\nRiga, 14 March 2024\n\n{BODY}",
        f"Ministers meet in Riga over patrols\n\n[Riga, 14 March 2024] {BODY}",
        f"Ministers meet in Riga over patrols\n\n**RIGA, 14 March 2024** - {BODY}",
        f"Ministers meet in Riga over patrols\n\nRiga: 14 March 2024 {BODY}",
        f"Ministers meet in Riga over patrols\n\nRiga, Thursday 14 March 2024 - {BODY}",
    ],
)
def test_datelines_on_lines_and_between_marks(page: str) -> None:
    article = read_page(page.encode(), source="page.txt")
    assert article.dateline is not None and article.dateline.day == dt.date(2024, 3, 14)
    assert (article.dateline.place or "").casefold() == "riga"
    assert "riga" in article.dateline.span.of(article.text).casefold()


PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
TITLE = "<h1>Ministers meet in Riga over patrols</h1>"


@pytest.mark.parametrize(
    "page",
    [
        f"<body>{TITLE}<span class='date'>14 March 2024</span>{PARAGRAPHS}</body>",
        f"<body><div>14 March 2024</div>{TITLE}{PARAGRAPHS}</body>",
        f"<body><article>{TITLE}{PARAGRAPHS}</article><footer>Published 14 March 2024</footer></body>",
    ],
)
def test_a_day_in_the_markup_beside_the_article(page: str) -> None:
    found = read_page(f"<html>{page}</html>".encode(), source="page.html").published
    assert found is not None and found.day == dt.date(2024, 3, 14)


@pytest.mark.parametrize(
    "page",
    [
        f"Ministers meet in Riga over patrols\nSpeech delivered on: 14 March 2024 (as it was delivered)\n\n{BODY}",
        f"Ministers meet in Riga over patrols\nPress release · 14 Mar '24\n\n{BODY}",
        f"Ministers meet in Riga over patrols\n14.03.24\n\n{BODY}",
        f"Ministers meet in Riga over patrols\nAnna Vell14 March 2024\n\n{BODY}",
        f"THE RIGA GAZETTE  Vol. 12 No. 74  Thursday March 14, 2024\nMinisters meet in Riga over patrols\n\n{BODY}",
        f"<html><title>Ministers meet - 14 March 2024 - Gazette</title><body><h1>Ministers meet</h1><p>{BODY}</p></html>",
    ],
)
def test_days_printed_in_rarer_places(page: str) -> None:
    found = read_page(page.encode(), source="page").published
    assert found is not None and found.day == dt.date(2024, 3, 14)


def test_a_day_of_the_furniture_far_from_the_days_told_dates_nothing() -> None:
    masthead = "THE RIGA GAZETTE  Vol. 12  Thursday, December 26, 2024 edition"
    page = f"{masthead}\nMinisters meet in Riga\n\nThey met on 3 March. {BODY}"
    assert read_page(page.encode(), source="page.txt").published is None


def test_a_day_with_a_short_year_dates_the_page_whose_text_has_no_other_year():
    told = stamp_of_text("The summit opened on Tuesday (02.04.24) in Oslo.")
    assert told is not None
    assert told.text == "02.04.24"
