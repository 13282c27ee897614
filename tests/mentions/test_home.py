"""Officials without a country are those of the dateline."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dragoman.citation import Span
from dragoman.language.packs import DEFAULT_PACK
from dragoman.mentions.home import find_home
from dragoman.pages.article import Dateline
from dragoman.pages.draft import compose
from dragoman.pages.html import read_html
from parses import knowledge
from readings import article_of, cast, engagements_in, sides_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

TEXT = "{place}: Foreign Minister Tarik Vellmar met Polish Prime Minister Donald Tusk on Tuesday."


def countries(place: str, text: str = TEXT) -> list[tuple[str, str | None]]:
    article = article_of(text.format(place=place))
    dateline = Dateline(Span(0, len(place) + 1), place, dt.date(2024, 4, 3), None)
    told = engagements_in(dataclasses.replace(article, dateline=dateline))
    return [(name, country) for eng in told for _, name, country in cast(eng)]


def test_a_minister_without_a_country_is_at_home():
    assert countries("Nairobi") == [("Tarik Vellmar", "KEN"), ("Donald Tusk", "POL")]


def test_where_all_speak_nobody_is_at_home():
    assert ("Tarik Vellmar", None) in countries("Geneva")


def test_whose_country_is_told_keeps_it():
    assert ("Tarik Vellmar", "UGA") in countries("Nairobi", TEXT.replace("Foreign", "Ugandan Foreign"))


def test_a_person_without_an_office_has_no_home():
    assert "KEN" not in {
        country for _, country in countries("Nairobi", TEXT.replace("Foreign Minister ", "Mr "))
    }


BARE = "{office} met Polish Prime Minister Donald Tusk on Tuesday. {office} will travel to Warsaw."


def on_host(url: str, text: str) -> list[tuple[str, str | None]]:
    article = dataclasses.replace(article_of(text), url=url)
    return [(name, country) for eng in engagements_in(article) for _, name, country in cast(eng)]


def test_a_minister_on_a_government_s_own_site_is_that_government_s():
    told = on_host("https://www.mfa.go.ke/news/1", TEXT.format(place="Tuesday"))
    assert ("Tarik Vellmar", "KEN") in told


def test_an_office_alone_on_a_government_s_own_site_is_its_holder():
    told = on_host("https://www.gov.uk/news/1", BARE.format(office="The Prime Minister"))
    assert [country for _, country in told if country != "POL"] == ["GBR", "GBR"]


def test_a_president_on_the_site_of_a_kingdom_is_not_its_king():
    told = on_host("https://www.gov.uk/news/1", BARE.format(office="The President"))
    assert "GBR" not in {country for _, country in told}


def test_a_host_sold_to_everybody_is_nobody_s_home():
    told = on_host("https://news.example.io/1", TEXT.format(place="Tuesday"))
    assert ("Tarik Vellmar", None) in told


def test_an_office_alone_is_that_of_the_dateline_s_state():
    text = "The Prime Minister will speak with Polish President Andrzej Duda on Tuesday."
    dateline = Dateline(Span(0, 3), "Ottawa, Canada", dt.date(2024, 4, 3), None)
    told = engagements_in(dataclasses.replace(article_of(text), dateline=dateline))
    assert "CAN" in {country for eng in told for _, _, country in cast(eng)}


def test_a_ministry_below_its_page_is_at_home():
    page = (
        "<article><h1>Minister Anna Vell in Nairobi</h1><p>Nairobi, Kenya</p><p>The Foreign Minister spoke.</p>"
        "</article><footer>{}</footer>"
    )
    signed = compose(
        read_html(page.format("© 2024 Ministry of Foreign Affairs of Latvia. Follow us.")), source="x"
    )
    home = find_home(signed, knowledge())
    assert home is not None
    assert (home.country, home.official) == ("LVA", True)
    other = compose(read_html(page.format("The Baltic Gazette. Follow us.")), source="x")
    home = find_home(other, knowledge())
    assert home is not None
    assert home.country == "KEN"


@pytest.mark.parametrize(
    ("words", "text", "side"),
    [
        (
            "the Ministry of Foreign",
            "VILNIUS – Late on Monday the Ministry of Foreign Affairs handed a note to the Belarusian chargé.",
            "LTU",
        ),
        (
            "The Department of Foreign",
            "DUBLIN – The Department of Foreign Affairs called in a diplomat.",
            "IRL",
        ),
        ("The Foreign Ministry", "ACCRA, 4 April – The Foreign Ministry summoned Togo's envoy.", "GHA"),
        (
            "The Foreign Ministry",
            "OSLO, 4 April – The Foreign Ministry summoned the Russian ambassador.",
            "NOR",
        ),
        ("The Foreign Office", "ISLAMABAD – The Foreign Office handed a note to the Afghan chargé.", "PAK"),
        ("The Foreign Office", "ISLAMABAD – The Foreign Office in London rebuked Pakistan.", "GBR"),
        ("His Highness", "DOHA, QNA – His Highness the Amir thanked the Kenyan president.", "QAT"),
        ("The government", "LUSAKA, 4 April – The government expelled two Rwandan diplomats.", "ZMB"),
        ("The junta", "BAMAKO – The junta accuses Algiers of meddling.", "MLI"),
        ("His Majesty", "THIMPHU – His Majesty received a letter from the Indian president.", "BTN"),
        ("the Sultan", "MUSCAT, ONA – His Majesty the Sultan thanked the Lebanese president.", "OMN"),
    ],
)
def test_an_office_under_a_dateline_is_the_countrys_own(words, text, side):
    assert sides_of(words, text) == [side]


def test_a_ministry_is_not_at_home_where_another_state_has_acted():
    text = "GENEVA – Iran rejected the draft. The Foreign Ministry called it a farce."
    assert "CHE" not in sides_of("The Foreign Ministry", text)
    text = (
        "ANKARA – Greece lodged a protest on Monday. The Foreign Ministry said the jets had crossed the line."
    )
    assert "TUR" not in sides_of("The Foreign Ministry", text)
