"""Words for the search index: folded, split and paired alike in what is stored and what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.words import MAX_SEARCHABLE, Term, parse_search, searchable


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Foreign Minister Şükrü", "foreign minister sukru"),
        ("U.S.-China", "u s china"),
        ("习近平", "习近 近平"),
        ("中", "中"),
        ("G20峰会2023", "g20 峰会 2023"),
        ("", ""),
        ("— …", ""),
    ],
)
def test_searchable(text, words):
    assert searchable(text) == words


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("blinken paris", (Term(("blinken",)), Term(("paris",)))),
        ('"state visit" oslo', (Term(("state", "visit")), Term(("oslo",)))),
        ('"not closed', (Term(("not", "closed")),)),
        ("zelensk*", (Term(("zelensk",), prefix=True),)),
        ("习近平", (Term(("习近", "近平")),)),
        ("AND OR NOT", (Term(("and",)), Term(("or",)), Term(("not",)))),
        ('"" * -', ()),
    ],
)
def test_parse_search(typed, terms):
    assert parse_search(typed) == terms


@given(st.text(max_size=80))
def test_what_is_stored_is_found_word_by_word(text):
    stored = f" {searchable(text)} "
    assert all(
        f" {' '.join(term.words)} " in stored
        for term in parse_search(text.replace('"', " "))
        if not term.prefix
    )


def test_a_very_long_text_is_searchable_up_to_a_limit():
    assert len(searchable("word " * MAX_SEARCHABLE)) <= MAX_SEARCHABLE
