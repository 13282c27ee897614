"""Names that stand for one person, and who that is on the day."""

from __future__ import annotations

import pytest

from dragoman.mentions.linking import fold_name, link_people
from dragoman.mentions.mention import Actor, MentionKind
from dragoman.mentions.people import read_people
from dragoman.mentions.phrases import see
from parses import knowledge, named

NEWS = "2024-04-03"


def linked(text: str, *people: str, day: str | None = NEWS) -> list[Actor]:
    """The actor of every place where one of ``people`` is named, in text order."""
    doc = named(text, *(("PER", person) for person in people), day=day)
    reads = [
        read
        for sentence in doc.sentences
        for read in read_people(see(sentence, knowledge()), text, knowledge())
    ]
    actors = link_people(reads, knowledge(), doc.article.published.day if doc.article.published else None)
    assert set(actors) == set(reads)
    return [actors[read] for read in sorted(reads, key=lambda read: read.name_span)]


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Antony J. Blinken’s", ("antony", "blinken")),
        ("Stéphane Séjourné", ("stephane", "sejourne")),
        ("Wang Yi's", ("wang", "yi")),
        ("Bin-Salman Jr.", ("bin", "salman")),
        ("J.", ()),
    ],
)
def test_names_are_folded(name, folded):
    assert fold_name(name) == folded


def test_a_later_family_name_is_the_person_introduced():
    first, second = linked(
        "Polish Foreign Minister Anna Vell arrived. Then Vell left.", "Anna Vell", " Vell"
    )[:2]
    assert first is second
    assert first.country == "POL"


def test_a_headlines_family_name_is_the_person_introduced_below():
    text = "Marr in Oslo.\nPolish Foreign Minister Karl Marr arrived."
    actors = linked(text, "Marr in"[:4], "Karl Marr")
    assert {actor.name for actor in actors} == {"Karl Marr"}
    assert {actor.country for actor in actors} == {"POL"}


def test_two_people_of_one_family_name_stay_two():
    text = "Polish Foreign Minister Anna Vell met Norwegian Foreign Minister Karl Vell."
    anna, karl = linked(text, "Anna Vell", "Karl Vell")
    assert (anna.name, anna.country) == ("Anna Vell", "POL")
    assert (karl.name, karl.country) == ("Karl Vell", "NOR")
    assert anna.key != karl.key


def test_same_name_of_two_countries_is_two_people():
    text = "Polish envoy Anna Vell met Norwegian envoy Anna Vell."
    first, second = linked(text, "Anna Vell")
    assert {first.country, second.country} == {"POL", "NOR"}


def test_the_office_is_the_one_held_on_the_day():
    (chancellor,) = linked("Scholz arrived.", "Scholz", day="2024-04-03")
    (minister,) = linked("Scholz arrived.", "Scholz", day="2019-04-03")
    assert chancellor.entity_id == minister.entity_id is not None
    assert (chancellor.office_role, minister.office_role) == ("head-of-government", "finance-minister")


def test_nobody_holds_an_office_after_the_term():
    (actor,) = linked("German Chancellor Angela Merkel arrived.", "Angela Merkel", day=NEWS)
    assert actor.office_id is None
    assert actor.title is not None
    assert actor.title.text == "Chancellor"


def test_a_former_office_is_not_held():
    (actor,) = linked("Former German Chancellor Angela Merkel arrived.", "Angela Merkel")
    assert actor.title is not None
    assert actor.title.qualifier == "former"
    assert actor.office_id is None
    assert actor.country == "DEU"


def test_a_name_without_accents_is_found():
    (actor,) = linked("French Foreign Minister Stephane Sejourne arrived.", "Stephane Sejourne")
    assert actor.name == "Stéphane Séjourné"
    assert actor.office_role == "foreign-minister"
    assert actor.country == "FRA"


def test_whom_the_tables_do_not_know_stays_as_told():
    (actor,) = linked("Norwegian Foreign Minister Anna Vell arrived.", "Anna Vell")
    assert actor.kind is MentionKind.PERSON
    assert (actor.name, actor.entity_id, actor.country, actor.office_id) == ("Anna Vell", None, "NOR", None)
    assert actor.title is not None
    assert actor.title.role == "foreign-minister"
    assert actor.reason


def test_an_officeholder_is_surer_than_a_stranger():
    (known,) = linked("German Chancellor Olaf Scholz arrived.", "Olaf Scholz")
    (titled,) = linked("Norwegian Foreign Minister Anna Vell arrived.", "Anna Vell")
    (bare,) = linked("Anna Vell arrived.", "Anna Vell")
    assert known.confidence > titled.confidence > bare.confidence


def test_an_official_of_an_organisation_has_no_country():
    (actor,) = linked("NATO Secretary General Jens Stoltenberg arrived.", "Jens Stoltenberg")
    assert actor.country is None
    assert actor.office_role == "secretary-general"


def test_the_possessive_is_no_part_of_the_name():
    (actor,) = linked("Anna Vell's plane left.", "Anna Vell's")
    assert actor.name == "Anna Vell"


def test_the_name_and_the_country_say_where_they_stand():
    text = "Norwegian Foreign Minister Anna Vell arrived."
    (actor,) = linked(text, "Anna Vell")
    assert [span.of(text) for span in actor.named_at] == ["Anna Vell"]
    assert [span.of(text) for span in actor.country_at] == ["Norwegian"]


def test_without_a_day_no_office_is_guessed_from_the_bare_name():
    (actor,) = linked("Vell arrived.", "Vell", day=None)
    assert actor.office_id is None


def test_a_whole_name_with_its_suffix_is_the_person_the_tables_call_shortly():
    (actor,) = linked("President Joseph R. Biden, Jr. spoke.", "Joseph R. Biden", day="2022-06-20")
    assert (actor.name, actor.country) == ("Joe Biden", "USA")


@pytest.mark.parametrize("name", ["Zelenskiy", "Zelensky", "Zelenskyy"])
def test_a_principal_is_known_by_the_surname_however_it_is_transcribed(name):
    (actor,) = linked(f"{name} spoke.", name, day="2024-04-04")
    assert (actor.name, actor.country) == ("Volodymyr Zelenskyy", "UKR")


def test_the_president_is_not_a_namesake_told_of_beside_him():
    for other in ("Ashley Biden", "First Lady Jill Biden"):
        found = linked(f"{other} read a poem to President Biden.", other.removeprefix("First Lady "), "Biden")
        assert found[-1].name == "Joe Biden"


def test_the_president_elect_is_somebody():
    (found,) = linked("President Elect Trump left.", "Elect Trump", day="2016-11-11")
    assert found.title is not None
    assert (found.name, found.title.qualifier) == ("Trump", "elect")


def test_initials_have_to_be_those_of_whom_the_tables_know():
    (singh,) = linked("India's power minister, R. K. Singh, spoke.", "R. K. Singh")
    assert singh.name == "R. K. Singh"


def test_monsieur_is_no_initial():
    (macron,) = linked("M. Macron spoke in Berlin.", "M. Macron", day="2024-03-20")
    assert macron.name == "Emmanuel Macron"


def test_a_family_name_is_the_head_of_state_before_others_of_the_country():
    (kim,) = linked("Kim signed the treaty.", "Kim", day="2024-06-19")
    assert (kim.name, kim.country) == ("Kim Jong Un", "PRK")


def test_of_two_offices_it_is_the_one_somebody_is_known_for():
    (wang,) = linked("Wang Yi spoke in Astana.", "Wang Yi", day="2024-05-27")
    assert wang.office_role == "foreign-minister"


def test_an_office_is_called_as_it_was_on_the_day():
    (maduro,) = linked("Nicolás Maduro denied it.", "Nicolás Maduro", day="2023-12-01")
    assert maduro.office_title == "President"
