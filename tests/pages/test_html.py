"""Web pages: hidden text, metadata, the main text, hostile markup."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.errors import PageError
from dragoman.pages import Article, read_page

PARAGRAPHS = (
    "<p>The foreign ministers of Norway and Latvia met in Riga on Tuesday and agreed on a joint patrol.</p>"
    "<p>They will meet again in Oslo in May, and both will travel to Kyiv before the summit in July.</p>"
    "<p>“We have never been closer,” the Latvian minister told reporters after the talks had ended.</p>"
)


NIGHT = '<meta property="article:published_time" content="2024-04-03T01:10:00Z">'


def linked(fields: str) -> str:
    """Linked data of an article with these fields."""
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{fields}}}</script>'


def page(body: str = "", head: str = "") -> Article:
    """The article of a page with these additions to a plain one."""
    markup = f"<html lang='en'><head>{head}</head><body><article>{PARAGRAPHS}{body}</article></body></html>"
    return read_page(markup)


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display:none"',
        'style="display : none !important"',
        'style="visibility:hidden"',
        'style="font-size:0"',
        'style="font-size: 0.0px; color:red"',
        'style="opacity:0"',
        'style="opacity: 0.01"',
        'style="position:absolute; left:-9999px"',
        'style="text-indent:-5000px"',
        'style="color:#fff;background-color:#ffffff"',
        'style="color: white"',
        'style="height:0;overflow:hidden"',
        'style="clip:rect(0,0,0,0)"',
        'aria-hidden="true"',
        "hidden",
    ],
)
def test_hidden_text_never_enters_the_article(attributes: str) -> None:
    article = page(f"<p {attributes}>The minister will visit Atlantis on Friday for talks with its king.</p>")
    assert "Atlantis" not in article.text
    assert [cut.reason for cut in article.cut if "Atlantis" in cut.text] == ["hidden text"]


@pytest.mark.parametrize(
    "attributes", ['style="color:#333"', 'style="opacity:0.9"', 'style="font-size:0.9em"']
)
def test_visible_styles_hide_nothing(attributes: str) -> None:
    assert (
        "Tallinn"
        in page(f"<p {attributes}>The minister will then visit Tallinn for two days of talks.</p>").text
    )


def test_scripts_and_comments_are_no_text() -> None:
    article = page(
        "<script>document.write('Atlantis')</script><!-- Atlantis --><style>p{content:'Atlantis'}</style>"
    )
    assert "Atlantis" not in article.text


@pytest.mark.parametrize(
    ("head", "day", "origin"),
    [
        (linked('"datePublished":"2024-04-02T09:00:00+02:00","dateModified":"2024-05-01"'), "2024-04-02", "json-ld"),
        (linked('"datePublished":1712016000000'), "2024-04-02", "json-ld"),
        ('<meta property="article:published_time" content="2024-04-02T10:00:00Z">', "2024-04-02", "meta"),
        ('<link rel="canonical" href="https://news.example/2024/04/02/talks">', "2024-04-02", "url"),
        (NIGHT + '<link rel="canonical" href="https://news.example/2024/04/02/talks">', "2024-04-02", "url"),
        (NIGHT + '<link rel="canonical" href="https://www.state.gov/talks">', "2024-04-02", "meta"),
    ],
)  # fmt: skip
def test_publication_day(head: str, day: str, origin: str) -> None:
    published = page(head=head).published
    assert published is not None
    assert (published.day.isoformat(), published.origin) == (day, origin)


def test_a_page_without_a_date_stays_undated_unless_the_caller_knows() -> None:
    assert page().published is None
    given = read_page(f"<html><body>{PARAGRAPHS}</body></html>", published=dt.date(2024, 4, 2)).published
    assert given is not None and (given.origin, given.confidence) == ("given", 1.0)


def test_metadata() -> None:
    head = (
        "<title>Ministers meet in Riga | The Baltic Post</title><meta property='og:site_name' content='Baltic Post'>"
        "<meta name='author' content='By Anna Vell'><link rel='canonical' href='https://post.example/riga'>"
    )
    article = page("<h1>Ministers meet in Riga</h1>", head)
    assert article.headline == "Ministers meet in Riga"
    assert (article.byline, article.publisher) == ("Anna Vell", "Baltic Post")
    assert (article.url, article.language) == ("https://post.example/riga", "en")


def test_teasers_inside_the_main_text_are_cut() -> None:
    article = page("<p>Also Read: Minister to visit Albania next week</p>")
    assert "Albania" not in article.text
    assert "teaser" in {cut.reason for cut in article.cut}


def test_a_feed_body_is_read_whole() -> None:
    article = read_page(
        "<p>Office of the Spokesperson</p><p>The below is attributable to Spokesperson Ned Price:</p>"
        "<p>The Secretary met today with the Foreign Minister of Latvia.</p><script>var a='Atlantis'</script>"
    )
    assert article.text == "The Secretary met today with the Foreign Minister of Latvia."
    assert article.byline == "Ned Price, Spokesperson"


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 10_000 + PARAGRAPHS,
        "<html><body><p>" + "<b>" * 20_000 + PARAGRAPHS,
        "<html><body>" + PARAGRAPHS + "<script>" * 20_000,
        "<html><body>" + PARAGRAPHS + "<" * 50_000,
        "<html><body><p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">" + PARAGRAPHS,
        "<html><head><script type='application/ld+json'>"
        + "[" * 50_000
        + "</script></head><body>"
        + PARAGRAPHS,
        ("<html><body>" + PARAGRAPHS)[:150],
    ],
    ids=[
        "deep",
        "deep inline",
        "unclosed scripts",
        "angle brackets",
        "attributes",
        "nested data",
        "truncated",
    ],
)
def test_hostile_markup_still_gives_the_text(markup: str) -> None:
    assert "foreign ministers of Norway" in read_page(markup).text


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<p></p>", "<html><body><script>x()</script></body></html>", "<!-- -->"]
)
def test_an_empty_page_is_refused(markup: str) -> None:
    with pytest.raises(PageError, match="no readable"):
        read_page(markup)


def test_too_much_markup_is_refused_on_one_line() -> None:
    with pytest.raises(PageError) as refused:
        read_page("<html><body>" + "<p>word</p>" * 400_000, source="big.html")
    assert str(refused.value).startswith("big.html: has") and "\n" not in str(refused.value)
