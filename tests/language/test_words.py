import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.words import WORD, split_words


def words(text: str) -> list[str]:
    return [span.of(text) for span in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Antony J. Blinken", "Antony|J.|Blinken"),
        ("H.E. Dr. Khan", "H.E.|Dr.|Khan"),
        ("at 9 a.m. in St. Petersburg", "at|9|a.m.|in|St.|Petersburg"),
        ("U.S.-led talks", "U.S.|-|led|talks"),
        ("the country's and countries’ don't", "the|country|'s|and|countries|’|do|n't"),
        ("We cannot won’t", "We|can|not|wo|n’t"),
        ("$5.2bn, €500 million, 10%", "$|5.2|bn|,|€|500|million|,|10|%"),
        ("300km on 21st April 1-5", "300|km|on|21st|April|1|-|5"),
        ("Côte d'Ivoire's O'Brien", "Côte|d'Ivoire|'s|O'Brien"),
        ("co-chair of a two-day visit", "co-chair|of|a|two|-|day|visit"),
        ("“Yes,” he said...", "“|Yes|,|”|he|said|..."),
        ("No. 5 said no.", "No.|5|said|no|."),
        ("10:30 on 9/11 2024-04-02", "10:30|on|9/11|2024-04-02"),
        ("see https://x.org/a). a@b.co", "see|https://x.org/a|)|.|a@b.co"),
        ("Séjourné", "Séjourné"),
    ],
)
def test_words_as_the_treebanks_split_them(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


def test_invisible_characters_are_no_words() -> None:
    assert words("a\u200b b\u00ad \ufeff") == ["a", "b"]


def test_the_pattern_matches_no_white_space() -> None:
    assert WORD.search(" \n\t\u00a0") is None


@given(st.text(alphabet=st.sampled_from("aB é’'.,-$5%\n\u200b(U.S)n't"), max_size=60))
def test_words_are_slices_in_order_and_lose_no_letter(text: str) -> None:
    spans = split_words(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    covered = {position for span in spans for position in range(span.start, span.end)}
    assert all(position in covered for position, letter in enumerate(text) if letter.isalnum())


def test_an_initial_glued_to_its_name_is_a_word() -> None:
    assert words("Ministers S.Lavrov and Kh.Battulga met.") == [
        "Ministers", "S.", "Lavrov", "and", "Kh.", "Battulga", "met", ".",
    ]  # fmt: skip
