"""In whose name a page speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.mentions.home import find_home
from dragoman.mentions.issuers import office_line, read_office
from dragoman.pages import read_page
from dragoman.pages.article import Cut
from parses import knowledge
from readings import article_of, cast, engagements_in, engagements_of


@pytest.mark.parametrize(
    ("byline", "country"),
    [
        ("Ministry of Foreign Affairs of Japan", "JPN"),
        ("UK Foreign, Commonwealth & Development Office", "GBR"),
        ("Prime Minister of Canada", "CAN"),
        ("The Korea Herald", None),
        ("Anna Vell, Ruritania Times", None),
        (None, None),
    ],
)
def test_an_office_in_the_byline_is_its_country(byline, country):
    office = read_office(byline, knowledge())
    assert (office.country if office is not None else None) == country


def test_an_organisations_office_is_the_organisation():
    office = read_office("European External Action Service", knowledge())
    assert office is not None
    assert office.entity_id == "org:eu"


def test_we_is_who_publishes_the_statement():
    page = replace(
        article_of("We urge Iran to free the crew."), byline="Ministry of Foreign Affairs of Japan"
    )
    (demand,) = engagements_in(page)
    assert [place for _, _, place in cast(demand)] == ["JPN", "IRN"]


@pytest.mark.parametrize(
    "headline",
    [
        "Foreign Minister Sergey Lavrov's answers to questions from the press",
        "Statement by Foreign Minister Sergey Lavrov on the arrest of the crew",
    ],
)
def test_i_is_whose_words_the_headline_announces(headline):
    (told,) = engagements_of("We condemn the support of terrorists by Ukraine.", headline=headline)
    assert cast(told)[0] == ("actor", "Sergey Lavrov", "RUS")


@pytest.mark.parametrize(
    ("headline", "actor"),
    [
        ("President Biden Statement on the arrest of the crew", "Joe Biden"),
        ("Statement by NSC Spokesperson Anna Vell on the arrest of the crew", "United States"),
        ("Statement from White House Press Secretary Anna Vell on the crew", "United States"),
        ("Statement by Kenyan Foreign Ministry Spokesperson Anna Vell", "Kenya"),
    ],
)
def test_we_is_whose_statement_it_is_and_whom_a_spokesperson_speaks_for(headline, actor):
    told = engagements_of("We call on Iran to free the crew.", headline=headline)
    assert [cast(eng)[0][:2] for eng in told] == [("actor", actor)]


def test_nobody_is_known_to_speak_through_an_unknown_spokesperson():
    told = engagements_of("We call on Iran to free the crew.", headline="Statement by Spokesperson Anna Vell")
    assert told == ()


def test_i_is_whose_words_the_page_introduces():
    text = (
        "The following statement was made by Foreign Minister Elina Valtonen of Finland in Helsinki on 4 April.\n\n"
        "I urge Iran to free the crew."
    )
    (demand,) = [eng for eng in engagements_of(text) if eng.kind.value == "demand"]
    assert ("actor", "FIN") in [(role, country) for role, _, country in cast(demand)]


def test_we_below_a_letterhead_is_the_state_that_it_names():
    page = replace(
        article_of("We thank Fiji for its help.", headline="Remarks on the cyclone"),
        cut=(
            Cut("REPUBLIC OF THE PHILIPPINES", "page header", 0),
            Cut("DEPARTMENT OF FOREIGN AFFAIRS", "page header", 0),
        ),
    )
    (thanks,) = engagements_in(page)
    assert [place for _, _, place in cast(thanks)] == ["PHL", "FJI"]


def test_we_in_a_release_is_who_its_headline_begins_with():
    page = replace(
        article_of("We call on Libya to open the port.", headline="Malta announces aid for seafarers"),
        cut=(Cut("For Immediate Release", "release header", 0),),
    )
    (demand,) = [eng for eng in engagements_in(page) if eng.kind is Kind.DEMAND]
    assert [place for _, _, place in cast(demand)] == ["MLT", "LBY"]


def test_we_in_a_ministrys_statement_is_the_one_side_that_it_speaks_for():
    told = "The Chilean side has informed its partners. We demand that Bolivia lift the blockade."
    (demand,) = [
        eng
        for eng in engagements_of(told, headline="Foreign Ministry statement on the border")
        if eng.kind is Kind.DEMAND
    ]
    assert [place for _, _, place in cast(demand)] == ["CHL", "BOL"]


def test_a_headline_about_a_ministry_is_no_letterhead():
    assert (
        find_home(article_of("He was there.", headline="Foreign Ministry condemns US sanctions"), knowledge())
        is None
    )


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Republic Of Türkiye Ministry Of Foreign Affairs 16.10.2020", "TUR"),
        ("Ministry of Foreign Affairs of Georgia, 3 May 2021", "GEO"),
        ("Republic of Latvia Ministry of Defence 4/5/2022", "LVA"),
    ],
)
def test_a_letterhead_may_hold_the_day(line, country):
    page = read_page(
        f"No: 17, Press Release on the Raid\n\n{line}\n\nWe strongly condemn the raid by Russia on Izium.\n".encode(),
        source="page.txt",
    )
    (eng,) = [eng for eng in engagements_in(page) if eng.kind is Kind.ACCUSATION]
    assert [place for _, _, place in cast(eng)] == [country, "RUS"]


def test_an_office_and_more_is_no_letterhead():
    assert office_line("The Ministry of Defence said on 3 May 2021 that: nothing happened.") is None


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("We call on Iran to free the crew.", ["USA"]),
        ("We call on Iran to free the crew. It sailed from Oman to Ghana.", []),
    ],
)
def test_a_council_spelled_out_is_washington_s_on_a_page_that_names_no_two_others(text, actors):
    headline = "Statement by National Security Council Spokesperson Anna Vell on the crew"
    told = engagements_of(text, headline=headline)
    assert [country for eng in told for role, _, country in cast(eng) if role == "actor"] == actors


@pytest.mark.parametrize(
    ("url", "actors"), [("https://x.example.ng/1", ["NGA"]), ("https://x.example.gov/1", ["USA"])]
)
def test_a_council_spelled_out_is_washington_s_at_its_home_alone(url, actors):
    headline = "Statement by National Security Council Spokesperson Anna Vell on the crew"
    page = replace(article_of("We call on Iran to free the crew.", headline=headline), url=url)
    told = engagements_in(page)
    assert [country for eng in told for role, _, country in cast(eng) if role == "actor"] == actors
