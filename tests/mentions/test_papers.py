"""Resolutions, statements and letters that speak for whoever issued them."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, of_kind


@pytest.mark.parametrize(
    ("issued", "told", "author"),
    [
        (
            "The UN Security Council adopted a resolution on Thursday.",
            "The resolution",
            "United Nations Security Council",
        ),
        ("Arab League ministers issued a statement in Cairo.", "The statement", "Arab League"),
        ("A motion was passed by the European Parliament.", "The text", "European Parliament"),
        ("The African Union's communiqué came late on Friday.", "The communiqué", "African Union"),
    ],
)
def test_a_paper_speaks_for_whoever_issued_it(issued, told, author):
    acts = of_kind(engagements_of(issued, f"{told} condemned Israel's settlements."), Kind.ACCUSATION)
    assert {name for act in acts for role, name, _ in cast(act) if role == "actor"} == {author}


@pytest.mark.parametrize(
    "before",
    [
        "The Kenyan government praised the resolution.",
        "The minister has read the resolution.",
    ],
)
def test_who_only_speaks_of_a_paper_has_not_issued_it(before):
    acts = engagements_of(before, "The resolution condemned Israel's settlements.")
    assert not of_kind(acts, Kind.ACCUSATION)


def test_a_paper_orders_for_whoever_signed_it():
    told = engagements_of(
        "I have issued a decree. The decree prohibits the import of coal from Belarus.", "JOSEPH R. BIDEN JR.",
        day="2022-04-20",
    )  # fmt: skip
    assert [cast(eng) for eng in told] == [[("actor", "Joe Biden", "USA"), ("recipient", "Belarus", "BLR")]]


@pytest.mark.parametrize(("signature", "ordered"), [("JOSEPH R. BIDEN JR.", True), ("Anna Vell", False)])
def test_an_order_named_in_the_headline_is_of_who_signs_it(signature, ordered):
    headline = "Order on Prohibiting New Investment in the Russian Federation"
    told = engagements_of("I hereby order as follows.", signature, headline=headline, day="2022-04-20")
    sides = [[country for _, _, country in cast(eng)] for eng in told]
    assert sides == ([["USA", "RUS"]] if ordered else [])
