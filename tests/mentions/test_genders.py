"""Genders of people, by title and given name."""

from __future__ import annotations

import pytest

from dragoman.mentions.genders import could_be, gender_of
from dragoman.mentions.mention import Actor, MentionKind


def person(name: str) -> Actor:
    return Actor(MentionKind.PERSON, name, name, None, None, None)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Donald Trump", "male"),
        ("Angela Merkel", "female"),
        ("Élisabeth Borne", "female"),
        ("King Abdullah II", "male"),
        ("Queen Máxima", "female"),
        ("Sanna Marin", "female"),
    ],
)
def test_title_and_given_name_tell(name, gender):
    assert gender_of(person(name)) == gender


@pytest.mark.parametrize(
    "name",
    ["Andrea Orlando", "Park Geun-hye", "Nikol Pashinyan", "Karen Karapetyan", "Trump", "Narendra Modi"],
)
def test_names_of_both_or_of_neither_list_tell_nothing(name):
    assert gender_of(person(name)) is None
    assert could_be(person(name), "she") and could_be(person(name), "he")


def test_a_pronoun_of_the_other_gender_is_somebody_else():
    assert not could_be(person("Donald Trump"), "her")
    assert not could_be(person("Angela Merkel"), "him")
