"""Who signs a text below it."""

from __future__ import annotations

import pytest

from dragoman.mentions.signatures import find_signatory, name_of
from parses import knowledge, published
from readings import article_of, cast, only

DAY = "2022-04-20"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("JOSEPH R. BIDEN JR.", "Joseph R. Biden Jr."),
        ("Yours sincerely, Anna Aalto", "Anna Aalto"),
        ("Anna van der Vell, Minister of Trade", "Anna van der Vell"),
        ("Anna Aalto thanked the guests.", None),
        ("Anna Aalto, who led the talks, went home.", None),
        ("THE WHITE HOUSE,", "The White House"),
        ("5 May 2024", None),
        ("Aalto", None),
    ],
)
def test_a_line_with_nothing_but_a_name_is_a_signature(line, name):
    assert name_of(line) == name


def test_i_in_a_letter_is_who_signs_it():
    eng = only("Dear Sir,", "I thank Fiji for its help.", "Sincerely,", "JOSEPH R. BIDEN JR.", day=DAY)
    assert cast(eng) == [("actor", "Joe Biden", "USA"), ("recipient", "Fiji", "FJI")]


@pytest.mark.parametrize("line", ["Anna Aalto", "THE WHITE HOUSE,", "Joe Biden arrived at noon."])
def test_a_stranger_an_office_and_a_sentence_sign_nothing(line):
    assert find_signatory(article_of("I thank Fiji.", line, day=DAY), knowledge(), published(DAY).day) is None


def test_a_paper_that_sets_a_month_apart_is_addressed_to_nobody_abroad():
    text = "I do hereby proclaim May 2022 as Irish-American Month. I call upon all to thank Ireland."
    assert (
        find_signatory(article_of(text, "JOSEPH R. BIDEN JR.", day=DAY), knowledge(), published(DAY).day)
        is None
    )
