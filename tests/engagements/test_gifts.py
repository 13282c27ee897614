"""Gifts: to whom, how much, and the further gifts that one verb carries."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Engagement, Kind, Status
from readings import cast, engagements_of, only


def gifts(text: str) -> list[tuple[str, set[str], float]]:
    """Who gives, who receives and how much, gift by gift."""
    found = []
    for eng in engagements_of(text):
        if eng.kind is Kind.AID and eng.amount is not None:
            parties = cast(eng)
            giver = next(country for role, _, country in parties if role == "actor")
            receivers = {country for role, _, country in parties if role == "recipient"}
            found.append((giver, receivers, eng.amount.value.value))
    return found


def test_two_sums_for_two_receivers_are_two_gifts():
    told = "Norway pledged 40 million euros for Malawi and 15 million euros for Zambia."
    assert gifts(told) == [("NOR", {"MWI"}, 40_000_000), ("NOR", {"ZMB"}, 15_000_000)]


def test_those_listed_without_a_verb_give_too():
    told = "Japan promised Sudan 20 million dollars, and Canada another 15 million dollars."
    assert gifts(told) == [("JPN", {"SDN"}, 20_000_000), ("CAN", {"SDN"}, 15_000_000)]


def test_a_sum_behind_another_verb_is_no_further_gift():
    told = "Japan gave Sudan 20 million dollars, and Canada welcomed that 15 million dollars had come in."
    assert gifts(told) == [("JPN", {"SDN"}, 20_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Italy has promised seven million euros for the people of Adré in Chad.",
        "Italy is to send two field hospitals to the border town of Adré.",
    ],
)
def test_who_receives_is_read_from_where_they_are(text):
    assert [country for role, _, country in cast(only(text)) if role == "recipient"] == ["TCD"]


def test_a_sum_in_a_slot_of_its_own_is_the_gift():
    told = "President Ruto met President Museveni in Kampala. Kenya raised its aid to $89 million."
    assert gifts(told) == [("KEN", {"UGA"}, 89_000_000)]


def aid_of(text: str) -> Engagement:
    (eng,) = (eng for eng in engagements_of(text) if eng.kind is Kind.AID)
    return eng


def test_a_gift_that_is_weighed_is_proposed():
    aid = aid_of("The European Commission is considering assistance to Moldova of 900 million euros.")
    assert aid.status is Status.PROPOSED


def test_a_humanitarian_gift_to_nobody_named_stays_without_receiver():
    aid = aid_of("Ireland promised 8 million euros in humanitarian aid on Monday.")
    assert [role for role, _, _ in cast(aid)] == ["actor"]
    assert aid.reason == "the text does not say who receives it"


def test_money_spent_at_home_is_no_gift():
    assert engagements_of("Ireland promised 8 million euros for its own farmers on Monday.") == ()


def test_condolences_are_no_gift():
    acts = engagements_of(
        "Ireland offered its condolences to Kenya over the crash of a military plane on Monday."
    )
    assert {eng.kind for eng in acts} == {Kind.STATEMENT}


@pytest.mark.parametrize(
    "text",
    [
        "Beijing announced plans to tax $50 billion in American products.",
        "Japan unveiled a proposal to buy 40 million dollars of Chilean copper.",
        "Berlin pledged five billion euros to the project of a chipmaker in Taiwan.",
        "France promised 2 million euros to the factory near Dakar in Senegal.",
    ],
)
def test_a_sum_that_is_taken_or_paid_to_a_firm_is_no_gift(text):
    assert not gifts(text)


@pytest.mark.parametrize(
    ("text", "giver", "receiver"),
    [
        ("France gave Ukraine $50 million to buy air defence.", "FRA", "UKR"),
        ("France gave Ukraine a $50 million grant to buy air defence.", "FRA", "UKR"),
        ("Germany approved a loan of $20 million to Kenya to import grain.", "DEU", "KEN"),
        ("Germany pledged a 20 million euro fund to Kenya to cut emissions.", "DEU", "KEN"),
    ],
)
def test_what_the_receiver_buys_with_it_leaves_a_gift_a_gift(text, giver, receiver):
    assert {country for _, _, country in cast(aid_of(text))} == {giver, receiver}


@pytest.mark.parametrize(
    "text",
    [
        "Denmark gave Jordan 20 million euros for Syrian refugees.",
        "Denmark delivered ten tonnes of food to Jordan for Syrian refugees.",
    ],
)
def test_for_whose_sake_it_is_given_receives_nothing(text):
    assert {country for role, _, country in cast(only(text)) if role == "recipient"} == {"JOR"}


@pytest.mark.parametrize(
    "text",
    [
        "France ordered a drawdown of its military equipment from Mali.",
        "The United States will draw down its weapons in Qatar.",
    ],
)
def test_what_is_drawn_down_somewhere_is_not_given_there(text):
    assert not [eng for eng in engagements_of(text) if eng.kind == "aid"]
