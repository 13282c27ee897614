"""Departed: the deeds of the dead are background."""

from __future__ import annotations

import pytest

from readings import engagements_of


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Envoy Maria Aalto dies at 91", "Kwame Nkrumah sent her to Belgrade for the first conference."),
        (
            "A voice for peace",
            "Former Norwegian minister Karl Marr, who has died, was patient. Marr met Chinese Premier Li Peng in Beijing.",
        ),
        (
            "Portrait",
            "Former Norwegian minister Karl Marr passed away on Friday. Marr visited China, and Peru twice.",
        ),
    ],
)
def test_an_obituary_tells_of_the_past(headline, text):
    found = engagements_of(text, headline=headline)
    assert found
    assert all(eng.historical for eng in found)


def test_condolences_are_news():
    found = engagements_of(
        "Former Norwegian Foreign Minister Karl Marr died on Friday. French President Emmanuel Macron expressed his "
        "condolences to Norway on Saturday.",
        headline="Marr dies at 80",
    )
    assert [eng.historical for eng in found] == [False]


def test_an_obituary_tells_a_life():
    acts = engagements_of(
        "Anna Vell, a veteran diplomat, had retired in Oslo. After the war she led talks between Norway and Sweden, and "
        "Norway signed the treaty with Sweden.",
        headline="Former diplomat Anna Vell dies at 84",
    )
    assert all(act.historical for act in acts)


def test_what_a_nominee_did_before_is_background():
    text = (
        "The White House announced its nominees today. "
        "James Okafor received an award for his support to the talks between Ethiopia and Eritrea. "
        "Polish Foreign Minister Radosław Sikorski will meet French Foreign Minister Catherine Colonna next week."
    )
    past, coming = engagements_of(text, headline="President Announces Key Nominees")
    assert past.historical
    assert not coming.historical


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Norway refuses Russia's nominee for ambassador",
            "Norway refused Russia's nominee for ambassador. Norway expelled two Russian diplomats.",
        ),
        (
            "Government names attackers of embassy, recalls envoy",
            "The Norwegian government recalled its ambassador to Iran. Norway expelled two Iranian diplomats.",
        ),
        (
            "Government appoints envoy and expels diplomats",
            "Norway expelled two Russian diplomats.",
        ),
    ],
)
def test_a_word_of_nominees_in_the_headline_makes_no_history_of_news(headline, text):
    found = engagements_of(text, headline=headline)
    assert found
    assert not any(eng.historical for eng in found)
