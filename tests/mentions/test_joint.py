"""Who speaks in a text of several governments."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.mentions.joint import hands_over
from readings import cast, engagements_of

NORDICS = ["DNK", "ISL", "NOR"]


def sides(text: str, kind: Kind, headline: str = "Joint Statement on the Crew") -> list[list[str | None]]:
    """The countries of those who act in a joint text's engagements of a kind."""
    return [
        sorted(country for role, _, country in cast(eng) if role == "actor" and country is not None)
        for eng in engagements_of(text, headline=headline)
        if eng.kind is kind
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "The text of the following statement was released by the Governments of Norway, Denmark and Iceland.",
        "The following is a statement from the Foreign Ministers of Norway, Denmark, and Iceland.",
        "Norway, the Kingdom of Denmark and Iceland issue the following joint statement.",
        "We, the Foreign Ministers of Norway, Denmark and Iceland, are alarmed.",
        "Representatives of Norway, Denmark and Iceland met in Paris on 28 April.",
    ],
)
def test_we_is_everybody_whom_the_introduction_lists(introduction):
    assert sides(f"{introduction}\n\nWe urge Iran to free the crew.", Kind.DEMAND) == [NORDICS]


def test_the_ministers_of_a_joint_text_are_those_who_issue_it():
    text = (
        "The following joint statement was released by the Governments of Norway, Denmark and Iceland.\n\n"
        "The Foreign Ministers condemned the seizure of the crew by Iran."
    )
    assert sides(text, Kind.ACCUSATION) == [NORDICS]


def test_members_listed_behind_a_bodys_ministers_stand_for_it():
    text = (
        "The text of the following statement was released by the G7 foreign ministers of Canada, France and Japan.\n\n"
        "We urge Iran to free the crew."
    )
    (demand,) = engagements_of(text, headline="G7 Foreign Ministers’ Statement on Iran")
    assert {name for _, name, _ in cast(demand)} == {"Canada", "France", "Japan", "Iran"}


def test_a_body_without_a_list_speaks_for_itself():
    (demand,) = engagements_of(
        "We urge Iran to free the crew.", headline="G7 Foreign Ministers’ Statement on Iran"
    )
    assert cast(demand)[0][1] == "G7"


def test_quoted_doctors_issue_no_statement():
    text = '"We, the nurses of Norway and Denmark, are tired," she said. Iceland urged Iran to free the crew.'
    assert sides(text, Kind.DEMAND, "Nurses speak out") == [["ISL"]]


def test_what_a_joint_text_demands_is_its_news_wherever_it_stands():
    text = (
        "We, the Governments of Norway, Denmark and Iceland, stand together.\n\n"
        "The sea is cold. The winter is long. The crew has been held since March. Nobody was heard.\n\n"
        "We urge Iran to free the crew."
    )
    (demand,) = [
        eng for eng in engagements_of(text, headline="Joint Statement on the Crew") if eng.kind is Kind.DEMAND
    ]
    assert demand.main


@pytest.mark.parametrize(
    ("sentence", "handed"),
    [
        ("The following joint statement was released by the Governments of Norway and Chile.", True),
        ("Norway, Chile and Fiji issued the following joint statement.", True),
        ("Begin Text:", True),
        ("Norway and Chile issued a joint statement on the crew.", False),
        ("The following day Norway expelled two envoys.", False),
    ],
)
def test_a_sentence_that_hands_a_text_over_tells_nothing(sentence, handed):
    assert hands_over(sentence) is handed


def kinds(text: str, headline: str = "Joint Statement on the Crew") -> list[Kind]:
    """The kinds of what a joint text tells."""
    return [eng.kind for eng in engagements_of(text, headline=headline)]


BY_THREE = "The following statement was released by the Governments of Norway, Denmark and Iceland.\n\n"


def test_a_call_upon_somebody_to_do_something_is_no_telephone_call():
    text = (
        "We reiterate our strong call upon Kosovo and Serbia to refrain from any actions that raise tensions."
    )
    assert Kind.CALL not in kinds(BY_THREE + text)


def test_a_telephone_call_for_something_stays_one():
    text = "President Sauli Niinistö of Finland held a phone call with President Vladimir Putin of Russia."
    assert Kind.CALL in kinds(text, "Finland's president speaks to Putin")


def test_what_those_who_met_discussed_is_told_once():
    text = (
        "Today the BRICS leaders – President Luiz Inácio Lula da Silva of Brazil, President Vladimir Putin of Russia, Prime "
        "Minister Narendra Modi of India and President Cyril Ramaphosa of South Africa – convened to speak about the war. "
        "The BRICS leaders discussed the harvest."
    )
    assert kinds(text, "Joint Readout of the BRICS Leaders' Summit") == [Kind.CONFERENCE]
