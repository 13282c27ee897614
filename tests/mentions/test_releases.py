"""Whose page it is by what kind of release its headline says it is."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.mentions.releases import releasing_country
from dragoman.mentions.signatures import find_signatory
from parses import knowledge, published
from readings import article_of, cast, engagements_of, of_kind

DAY = "2022-05-20"


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Readout of President Biden's Call with Ilham Aliyev", "The President will travel to Baku."),
        (
            "Statement by Press Secretary Anna Vell",
            "Aboard Air Force One. The President will travel to Baku.",
        ),
        (
            "Background Press Call on the trip",
            "SENIOR ADMINISTRATION OFFICIAL: The President will travel to Baku.",
        ),
        ("Remarks by Vice President Harris before departure", "The President will travel to Baku."),
    ],
)
def test_the_president_of_a_release_is_that_of_who_puts_it_out(headline, text):
    (trip,) = of_kind(engagements_of(text, headline=headline, day=DAY), Kind.VISIT)
    assert cast(trip)[0] == ("actor", "Joe Biden", "USA")


@pytest.mark.parametrize(
    "headline",
    [
        "White House hopes for a deal",
        "Statement by Foreign Minister Anna Vell",
    ],
)
def test_other_headlines_do_not_say_whose_page_it_is(headline):
    page = article_of("The President will travel to Baku.", headline=headline, day=DAY)
    assert releasing_country(page, {}, None) is None
    assert not of_kind(
        engagements_of("The President will travel to Baku.", headline=headline, day=DAY), Kind.VISIT
    )


@pytest.mark.parametrize(
    "headline",
    [
        "Press Conference by Latvian Foreign Minister Baiba Braze",
        "Press Conference by President Volodymyr Zelensky",
        "Press Conference by the NATO Secretary General",
        "Press Briefing on the harvest",
    ],
)
def test_a_guest_who_speaks_of_the_white_house_is_not_washington(headline):
    told = engagements_of(
        "It was a good talk at the White House. The President will travel to Baku.",
        headline=headline,
        day=DAY,
    )
    assert not [part for eng in of_kind(told, Kind.VISIT) for part in cast(eng) if part[1] == "Joe Biden"]


def test_a_name_below_a_report_is_a_topic_and_no_signature():
    text = "The Foreign Minister met Fijian Prime Minister Anna Vell in Suva."
    report = article_of(text, "Topics", "Joe Biden", headline="Grain deal renewed", day=DAY)
    assert releasing_country(report, {}, find_signatory(report, knowledge(), published(DAY).day)) is None
    letter = article_of(f"I am glad. {text}", "JOSEPH R. BIDEN JR.", headline="A letter", day=DAY)
    assert releasing_country(letter, {}, find_signatory(letter, knowledge(), published(DAY).day)) == "USA"


def test_a_president_of_another_name_is_not_that_of_the_release():
    headline = "Statement by President Biden on the arrest"
    told = engagements_of("I call for President Vellinka to be released at once.", headline=headline, day=DAY)
    assert [cast(eng)[1][2] for eng in told] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "I call upon all Irish Americans to celebrate this month.",
        "We honor the service of our Vietnam War veterans.",
        "I am grateful to Rep. Vell and Sen. Scott for their work.",
        "The two sides committed to stay in touch with Israel.",
    ],
)
def test_a_release_for_ones_own_people_tells_of_nothing_abroad(text):
    assert engagements_of(text, headline="Statement by President Biden on the month", day=DAY) == ()
