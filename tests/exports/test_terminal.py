"""The table a person reads."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dragoman.exports.telling import Teller
from dragoman.exports.terminal import print_reading
from dragoman.pages.article import Article
from dragoman.pipeline import code_reading
from samples import ARTICLE, ENGAGEMENTS


def printed(reading, *, width=100, colour=False):
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        highlight=False,
        color_system="standard" if colour else None,
    )
    print_reading(console, reading, Teller())
    return out.getvalue()


READING = code_reading(ARTICLE, ENGAGEMENTS, skipped=("one sentence",))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(len(line.rstrip()) for line in printed(READING, width=width).splitlines()) <= width


def test_says_what_a_person_needs():
    text = printed(READING)
    assert text.startswith("Minister Aalto opens Nordic tour in Oslo ")
    for words in (
        "Nordic Press Agency · 2 April 2024 (from the dateline) · nordic.html",
        "● VISIT  under way",
        "Stops: Oslo, NOR (2 April 2024) → ISL",
        "CONSULT/visit · CAMEO 042",
        "According to: a ministry spokesperson",
        "Note: the other side is not named",
        "● DEMAND  done · unsure, 40%",
        "Left out: one sentence",
    ):
        assert words in text


def test_plain_output_marks_words_with_brackets():
    assert "Aalto [met] [Norwegian Prime Minister Kari Dahl]" in printed(READING)


def test_coloured_output_underlines_the_act():
    assert "\x1b[1;4;33mmet\x1b[0m" in printed(READING, colour=True)


def test_parts_are_indented_under_their_trip():
    lines = printed(READING).splitlines()
    assert any(line.startswith("   ● MEETING") for line in lines)
    assert any(line.startswith("      ● STATEMENT") for line in lines)


def test_an_article_without_engagements_says_so():
    text = printed(code_reading(Article("a", "a.txt", "Rain."), ()))
    assert "No engagement found." in text
    assert "undated · a.txt" in text


def test_square_brackets_of_the_text_are_no_markup():
    text = printed(code_reading(Article("a", "[red]a.txt", "Rain.", headline="[bold]Rain"), ()))
    assert "[bold]Rain" in text
    assert "[red]a.txt" in text
