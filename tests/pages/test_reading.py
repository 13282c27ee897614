"""Whatever the bytes, the page ends as an Article with sound spans or as one clear line of refusal, and soon."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import PageError
from dragoman.pages import Article, read_page
from dragoman.pages.draft import BLOCK_SEPARATOR
from dragoman.pages.verdicts import judge_line

_SECONDS = 5.0
"""The promise; pages at the size limits take half of it on a slow machine."""

PAGE = (
    "<html><head><title>Talks in Riga | Post</title><meta name='date' content='2024-04-02'></head><body>"
    "<nav><a href=/>Home</a></nav><h1>Talks in Riga</h1><p>By Anna Vell</p><p>RIGA, April 2 (XYZ) — "
    "The ministers of Norway and Latvia met in Riga on Tuesday.</p><p style='display:none'>Atlantis</p>"
    "<p>Also Read: More</p></body></html>"
)
DUMP = (
    "HomeWorldTalks in Riga open after long delay\n\nTalks in Riga open after long delay\n\n"
    "Riga, 2 April 2024 (XYZ): Séjourné met his Latvian counterpart in Riga on Tuesday 🇱🇻.\n\nAlso Read: More\n"
)

pieces = st.sampled_from(
    ["Riga, 2 April 2024 (XYZ): ", "By Anna Vell", "\n\n", "\n", " ", "<p>", "</p>", "<html>", "<div style='opacity:0'>",
     "Also Read: ", "é", "🇱🇻", "\u200b", "\u0301", "שלום", "\x00", "\r\n", "Home > World > Asia",
     "The ministers met in Oslo. ",
     "(Photo: AFP)", "Comments", "2024-04-02", "- Advertisement -", "\ud800", "###", "Most Popular"]
)  # fmt: skip


def read_or_refuse(payload: bytes | str) -> Article | None:
    """The article, or ``None`` after one line of refusal."""
    try:
        return read_page(payload)
    except PageError as error:
        assert str(error) and "\n" not in str(error)
        return None


def assert_sound(article: Article) -> None:
    """Blocks are in order, apart, inside the text and cover it; so is the dateline."""
    position = 0
    for block in article.blocks:
        assert block.span.start == position and block.span.end > position
        position = block.span.end + len(BLOCK_SEPARATOR)
    assert position - len(BLOCK_SEPARATOR) == len(article.text)
    if article.headline:
        assert article.text.startswith(article.headline)
    if article.dateline is not None:
        assert any(block.span.covers(article.dateline.span) for block in article.blocks)
    assert all(cut.position <= len(article.blocks) for cut in article.cut)
    article.text.encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400), st.lists(pieces, max_size=40).map("".join)))
def test_any_bytes(payload: bytes | str) -> None:
    article = read_or_refuse(payload)
    if article is not None:
        assert_sound(article)
        assert read_page(payload) == article


@pytest.mark.parametrize(
    "original", [PAGE.encode(), DUMP.encode(), PAGE.encode("utf-16"), DUMP.encode("cp1252", "replace")]
)
def test_mutated_pages(original: bytes) -> None:
    chance = random.Random(7)
    for _ in range(60):
        mutated = bytearray(original[: chance.randrange(1, len(original) + 1)])
        for _ in range(chance.randrange(12)):
            mutated[chance.randrange(len(mutated))] = chance.randrange(256)
        article = read_or_refuse(bytes(mutated))
        if article is not None:
            assert_sound(article)


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("Séjourné met Řehoř in Kraków.".encode("utf-16"), "Séjourné met Řehoř"),
        ("Séjourné met his counterpart in Paris.".encode("cp1252"), "Séjourné"),
        ("Séjourné met his counterpart in Paris.".encode("utf-8-sig"), "Séjourné"),
        (b"\xff" + "Séjourné met his counterpart in Paris. ".encode() * 40, "Séjourné"),
        (
            "<meta charset=iso-8859-2><p>Řehoř met Wałęsa in Kraków.</p>".encode("iso-8859-2"),
            "Řehoř met Wałęsa",
        ),
        (b"They\x00 met.\r\nIt was in\xc2\xa0Riga today.", "It was in Riga today."),
    ],
)
def test_charsets(payload: bytes, words: str) -> None:
    assert words in read_page(payload).text


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(b"a" * 51_000_000, id="51 MB"),
        pytest.param(b"The ministers met. " * 2_600_000, id="49 MB of text"),
        pytest.param(b"<html><body>" + b"<p>The ministers met.</p>" * 1_900_000, id="47 MB of markup"),
        pytest.param(
            b"<html><script>" + b"var a=1;" * 6_000_000 + b"</script><p>They met.</p>", id="48 MB of script"
        ),
        pytest.param(b"1" * 1_900_000, id="digits"),
        pytest.param(b"a " * 950_000, id="one line of words"),
        pytest.param("".join(f"link number {i}\n" for i in range(14_000)).encode(), id="links"),
        pytest.param(
            "".join(f"The {i} ministers met in Oslo on Monday.\n" for i in range(14_000)).encode(), id="lines"
        ),
        pytest.param(random.Random(1).randbytes(1_000_000), id="noise"),
    ],
)
def test_large_input_ends_soon(payload: bytes) -> None:
    start = time.perf_counter()
    read_or_refuse(payload)
    assert time.perf_counter() - start < _SECONDS


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "Aa ", "Aa, ", "By Aa ", "Office of ", "share", "10:", "2 April ", "(AP ", "#a ", "x|"],
)
def test_no_line_takes_long_to_judge(unit: str) -> None:
    for length in (170, 310, 1_190):
        start = time.perf_counter()
        judge_line((unit * length)[:length] + "§")
        assert time.perf_counter() - start < 0.2


def test_a_dateline_without_a_year_that_ends_in_a_hyphen_has_the_year_of_the_page():
    article = read_page(PAGE.replace("April 2 (XYZ) —", "April 2 -"))
    assert article.dateline is not None
    assert article.dateline.day == article.published.day


def test_the_day_of_a_moment_is_the_day_published():
    moment = dt.datetime(2024, 5, 3, 14, 30, tzinfo=dt.UTC)
    article = read_page("Talks open\n\nThe ministers met.", published=moment)
    assert article.published is not None and article.published.day == dt.date(2024, 5, 3)


def test_a_day_in_letters_is_refused_with_what_to_do():
    with pytest.raises(TypeError, match="fromisoformat"):
        read_page("Talks open\n\nThe ministers met.", published="2024-05-03")
