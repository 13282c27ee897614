"""Sums of money and counted people or goods: the words found, the value and the unit."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.citation import Span
from dragoman.mentions.amounts import find_amounts
from dragoman.mentions.mention import AmountMention


def only(text: str) -> AmountMention:
    """The single amount of ``text``."""
    (amount,) = find_amounts(text)
    return amount


MONEY = [
    ("worth $5.", "$5", 5, "USD"),
    ("US$5 million", "US$5 million", 5e6, "USD"),
    ("A$ 20m in aid", "A$ 20m", 20e6, "AUD"),
    ("USD 5 million", "USD 5 million", 5e6, "USD"),
    ("5 million USD", "5 million USD", 5e6, "USD"),
    ("500 million euros", "500 million euros", 500e6, "EUR"),
    ("a 500-million-euro loan", "500-million-euro", 500e6, "EUR"),
    ("$2.3bn", "$2.3bn", 2.3e9, "USD"),
    ("€ 1.2 billion", "€ 1.2 billion", 1.2e9, "EUR"),
    ("£3m", "£3m", 3e6, "GBP"),
    ("1 trillion yen", "1 trillion yen", 1e12, "JPY"),
    ("one billion dollars", "one billion dollars", 1e9, "USD"),
    ("200 000 euros", "200 000 euros", 200_000, "EUR"),
    ("$1,250,000.50", "$1,250,000.50", 1_250_000.5, "USD"),
    ("500,000 Swiss francs", "500,000 Swiss francs", 500_000, "CHF"),
    ("100 Indian rupees", "100 Indian rupees", 100, "INR"),
    ("₹500 crore", "₹500 crore", 5e9, "INR"),
    ("Rs 500 crore", "Rs 500 crore", 5e9, "rupee"),
    ("Rs. 1,00,000", "Rs. 1,00,000", 100_000, "rupee"),
    ("1.5 lakh crore rupees", "1.5 lakh crore rupees", 1.5e12, "rupee"),
    ("20 million pesos", "20 million pesos", 20e6, "peso"),
    ("50 million Liberian dollars", "50 million Liberian dollars", 50e6, "dollar"),
    ("5 billion won", "5 billion won", 5e9, "KRW"),
    ("half a million dollars", "half a million dollars", 500_000, "USD"),
    ("SBD$40 million", "SBD$40 million", 40e6, "SBD"),
    ("a $50 million grant", "$50 million", 50e6, "USD"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), MONEY)
def test_sums_of_money(text: str, words: str, value: float, unit: str) -> None:
    amount = only(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (words, value, unit)
    assert (amount.approximate, amount.upper, amount.rule) == (False, None, "amount.money")


COUNTED = [
    ("300 tonnes of wheat", "300 tonnes", 300, "tonne"),
    ("70,000 refugees", "70,000 refugees", 70_000, "refugee"),
    ("70,000 Syrian refugees", "70,000 Syrian refugees", 70_000, "refugee"),
    ("50 ambulances", "50 ambulances", 50, "ambulance"),
    ("50 fully equipped ambulances", "50 fully equipped ambulances", 50, "ambulance"),
    ("2.5 million doses of vaccine", "2.5 million doses", 2.5e6, "dose"),
    ("three thousand families", "three thousand families", 3000, "family"),
    ("one hundred and twenty people", "one hundred and twenty people", 120, "person"),
    ("twenty-two children", "twenty-two children", 22, "child"),
    ("two dozen soldiers", "two dozen soldiers", 24, "soldier"),
    ("expelled 60 Russian diplomats", "60 Russian diplomats", 60, "diplomat"),
    ("expelled 23 Russians", "23 Russians", 23, "russian"),
    ("three Senegalese peacekeepers", "three Senegalese peacekeepers", 3, "peacekeeper"),
    ("78 individuals", "78 individuals", 78, "individual"),
    ("10,000 troops", "10,000 troops", 10_000, "troops"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), COUNTED)
def test_counted_people_and_goods(text: str, words: str, value: float, unit: str) -> None:
    amount = only(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (words, value, unit)
    assert (amount.approximate, amount.rule) == (False, "amount.counted")


APPROXIMATE = [
    ("more than 100 people", "more than 100 people", 100, None, "more than"),
    ("up to half a million people", "up to half a million people", 500_000, None, "up to"),
    ("some 300 tonnes", "some 300 tonnes", 300, None, "some"),
    ("nearly $2 billion", "nearly $2 billion", 2e9, None, "nearly"),
    ("as much as €5m", "as much as €5m", 5e6, None, "as much as"),
    ("an estimated 4,000 migrants", "an estimated 4,000 migrants", 4000, None, "an estimated"),
    ("$1-2 billion", "$1-2 billion", 1e9, 2e9, None),
    ("$500 million to $1 billion", "$500 million to $1 billion", 5e8, 1e9, None),
    ("between 20 and 30 tonnes", "between 20 and 30 tonnes", 20, 30, "between"),
    ("2 to 3 million people", "2 to 3 million people", 2e6, 3e6, None),
    ("10,000-20,000 troops", "10,000-20,000 troops", 10_000, 20_000, None),
]


@pytest.mark.parametrize(("text", "words", "value", "upper", "qualifier"), APPROXIMATE)
def test_approximate_amounts(
    text: str, words: str, value: float, upper: float | None, qualifier: str | None
) -> None:
    amount = only(text)
    assert (amount.span.of(text), amount.value) == (words, value)
    assert (amount.upper, amount.qualifier, amount.approximate) == (upper, qualifier, True)


def test_two_sums_are_no_range() -> None:
    text = "It gave $100 million to 200 refugees, and $5 million and 3 tonnes."
    found = [(a.span.of(text), a.value, a.unit) for a in find_amounts(text)]
    assert found == [
        ("$100 million", 1e8, "USD"),
        ("200 refugees", 200, "refugee"),
        ("$5 million", 5e6, "USD"),
        ("3 tonnes", 3, "tonne"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "on 5 May 2024, in 2022 refugees came back",
        "60 percent of refugees, 5% and 20 per cent",
        "the two leaders and one of the people met 20 countries",
        "the G20, the G7 and COVID-19 vaccines",
        "Resolution 2231, the 3rd round and the 20th",
        "he won 5 medals; 30 pounds of flour",
        "a 10-member delegation, aged 45, at 3 p.m.",
        "COP26, COP 26, ALL 5 sides, two out of three Yemenis, Leopard 2 tanks",
        "US-China talks, $ and € alone",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert find_amounts(text) == ()


def test_only_the_asked_part_is_read() -> None:
    text = "It gave $5 million. It gave more than $6 million."
    (amount,) = find_amounts(text, Span(20, len(text)))
    assert (amount.span.of(text), amount.value) == ("more than $6 million", 6e6)


_PIECES = [
    "$",
    "€",
    "5",
    "1,000",
    "000",
    "million",
    "bn",
    "to",
    "-",
    "and",
    "half",
    "a",
    "dozen",
    "refugees",
    "Rs.",
]
_PIECES += [
    "up to",
    "between",
    "2.5",
    "people",
    "lakh",
    "crore",
    "Russians",
    "euros",
    "twenty",
    "one hundred",
    ".",
]
_WORDS = st.lists(st.sampled_from(_PIECES), max_size=30)


@given(st.one_of(st.text(), _WORDS.map(" ".join), _WORDS.map("".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_reads_without_overlap(text: str) -> None:
    amounts = find_amounts(text)
    assert all(a.span.of(text) and a.span.end <= len(text) for a in amounts)
    assert all(one.span.end <= other.span.start for one, other in pairwise(amounts))
    assert all(a.upper is None or a.value < a.upper for a in amounts)


@pytest.mark.parametrize(
    "piece", ["1,000", "one hundred ", "5 million to ", "$", "a ", "12 big red old ", "1 ", "between "]
)
def test_repetition_does_not_blow_up(piece: str) -> None:
    began = time.perf_counter()
    find_amounts(piece * (40_000 // len(piece)))
    # 40 kB; ordinary text takes about 0.02 s.
    assert time.perf_counter() - began < 4
