"""Places: cities, countries, venues."""

from __future__ import annotations

import pytest

from dragoman.mentions.mention import PlaceMention
from dragoman.mentions.phrases import see
from dragoman.mentions.places import dateline_city, read_places
from dragoman.pages import read_page
from dragoman.pages.draft import compose
from dragoman.pages.html import read_html
from parses import knowledge, named


def read(
    text: str, *names: str, countries: tuple[str, ...] = (), taken: tuple[int, ...] = (), label: str = "LOC"
) -> list[PlaceMention]:
    doc = named(text, *((label, name) for name in names))
    return read_places(see(doc.sentences[0], knowledge()), text, knowledge(), countries, set(taken))


def test_a_city():
    text = "They met in Oslo."
    (place,) = read(text, "Oslo")
    assert (place.city, place.country) == ("Oslo", "NOR")
    assert place.span.of(text) == "Oslo"


def test_a_country_has_no_city():
    (place,) = read("They met in Norway.", "Norway")
    assert (place.city, place.country, place.place_id) == (None, "NOR", "ctry:NOR")


def test_city_and_country_are_one_place():
    text = "They met in Paris, France."
    (place,) = read(text, "Paris", "France")
    assert (place.city, place.country) == ("Paris", "FRA")
    assert place.span.of(text) == "Paris, France"


def test_two_places_in_a_row_stay_two():
    assert [(place.city, place.country) for place in read("In Norway and Oslo.", "Norway", "Oslo")] == [
        (None, "NOR"),
        ("Oslo", "NOR"),
    ]


@pytest.mark.parametrize("country", ["ESP", "VEN"])
def test_the_countries_of_the_article_decide_between_namesakes(country):
    (place,) = read("They met in Valencia.", "Valencia", countries=(country,))
    assert place.country == country


def test_a_country_beside_the_name_outweighs_those_of_the_article():
    (place,) = read("They met in Tripoli, Lebanon.", "Tripoli", "Lebanon", countries=("LBY",))
    assert place.country == "LBN"


@pytest.mark.parametrize("text", ["They signed the Paris Agreement.", "They spoke of the Minsk format."])
def test_a_thing_named_after_a_place_is_no_place(text):
    assert read(text, "Paris", "Minsk") == []


def test_an_unknown_or_unclear_place_is_left_out():
    assert read("They met in Zenda.", "Zenda") == []
    assert read("They met in Springfield.", "Springfield") == []


def test_a_region_is_no_place():
    assert read("They met in the Middle East.", "Middle East") == []


def test_a_word_of_a_name_is_no_place():
    assert read("They met in Paris.", "Paris", taken=(3,)) == []


def test_a_building_is_in_its_city():
    (place,) = read("They met at the Elysee Palace.", "Elysee Palace", label="FAC")
    assert (place.city, place.country) == ("Paris", "FRA")


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("Riga, Latvia", "Riga", "LVA"),
        ("Alexandria, Virginia", "Alexandria", "USA"),
        ("Krün, Germany", None, "DEU"),
        ("Cornwall, United Kingdom", None, "GBR"),
        ("Atlanta, Georgia", "Atlanta", "USA"),
        ("Tbilisi, Georgia", "Tbilisi", "GEO"),
    ],
)
def test_the_place_over_a_transcript(line, city, country):
    article = read_page(
        f"Remarks by the Minister\n\n{line}\n\nMINISTER VELL: Good morning to all of you here."
    )
    place = dateline_city(article, knowledge())
    assert place is not None
    assert (place.city, place.country) == (city, country)
    assert place.span.of(article.text) in line


def test_a_known_room_over_a_transcript_is_in_its_city():
    """Of a room that the tables do not know nothing is guessed."""
    page = (
        "<article><p>{}</p><p>MINISTER VELL: Good morning to all of you here, on this cold day.</p></article>"
    )
    known = compose(read_html(page.format("Oval Office"), headline="Remarks by the Minister"), source="test")
    place = dateline_city(known, knowledge())
    assert place is not None
    assert (place.city, place.country) == ("Washington", "USA")
    other = compose(read_html(page.format("Blue Room"), headline="Remarks by the Minister"), source="test")
    assert dateline_city(other, knowledge()) is None


def test_a_dollar_is_no_place():
    assert read("The grant was worth three million euros (US$3.7m).") == []


@pytest.mark.parametrize(("name", "land"), [("Mazar-i-Sharif", "AFG"), ("Port-au-Prince", "HTI")])
def test_a_name_of_which_the_beginning_is_marked_is_read_to_its_end(name, land):
    text = f"They met in {name} on Monday."
    (place,) = read(text, name.split("-")[0])
    assert (place.country, place.span.of(text)) == (land, name)


def test_what_is_joined_to_a_place_and_is_none_stays_out():
    (place,) = read("A Paris-based group met.", "Paris")
    assert place.country == "FRA"
