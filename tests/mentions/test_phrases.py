"""What tables and tagger see at each token of a sentence."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.mentions.phrases import Phrase, Sight, see
from parses import knowledge, named


def sight_of(text: str, *names: tuple[str, str]) -> Sight:
    return see(named(text, *names).sentences[0], knowledge())


def seen(sight: Sight, *labels: str) -> list[str]:
    words = [token.text for token in sight.sentence.tokens]
    return [" ".join(words[phrase.first : phrase.last]) for phrase in sight.of(*labels)]


def test_tables_and_tagger_are_seen_side_by_side():
    sight = sight_of("French Foreign Minister Anna Vell visited Norway.", ("PER", "Anna Vell"))
    assert seen(sight, "demonym") == ["French"]
    assert "Foreign Minister" in seen(sight, "office")
    assert seen(sight, "PER") == ["Anna Vell"]
    assert seen(sight, "country") == ["Norway"]


def test_a_name_the_tagger_doubts_is_left_to_the_tables():
    sentence = named("Vell left Oslo.", ("PER", "Vell")).sentences[0]
    doubted = dataclasses.replace(
        sentence, names=tuple(dataclasses.replace(name, probability=0.1) for name in sentence.names)
    )
    assert seen(see(doubted, knowledge()), "PER") == []


@pytest.mark.parametrize("state", ["Jordan", "Chad", "Israel"])
def test_a_state_is_no_person(state):
    sight = sight_of(f"{state} signed it.", ("PER", state))
    assert seen(sight, "PER") == []
    assert seen(sight, "country") == [state]


def test_a_family_name_is_no_state():
    assert seen(sight_of("Michael Jordan left.", ("PER", "Michael Jordan")), "country") == []


def test_the_country_stands_beside_its_office():
    sight = sight_of("US Secretary of State Antony Blinken left.", ("PER", "Antony Blinken"))
    assert seen(sight, "country", "demonym") == ["US"]
    assert "Secretary of State" in seen(sight, "office")


def test_a_name_with_a_possessive_inside_is_one_phrase():
    sight = sight_of("The People's Republic of China signed it.")
    assert any("Republic of China" in words and "People" in words for words in seen(sight, "country"))


def test_a_name_with_a_possessive_inside_and_one_behind_is_one_phrase():
    sight = sight_of("The Democratic People's Republic of Korea's launch failed.")
    assert [words.split()[-1] for words in seen(sight, "country")] == ["Korea"]
    assert "People" in seen(sight, "country")[0]


def test_the_longest_phrase_wins_on_both_sides():
    sentence = named("the Foreign Minister left").sentences[0]
    sight = Sight(sentence, [Phrase(2, 3, "office"), Phrase(1, 3, "office")])
    assert sight.ending(3, "office") == Phrase(1, 3, "office")
    assert sight.starting(1, "office") == Phrase(1, 3, "office")
    assert sight.starting(1, "country") is None
    assert sight.covering(2, "office") is not None
    assert sight.covering(0, "office") is None


def test_words_past_the_ends_are_empty():
    sight = sight_of("Oslo waits.")
    assert [sight.word(index) for index in (-1, 0, 99)] == ["", "oslo", ""]


def test_text_is_cut_from_the_article():
    text = "He met  Anna   Vell there."
    sight = sight_of(text, ("PER", "Anna   Vell"))
    (phrase,) = sight.of("PER")
    assert sight.text(phrase.first, phrase.last, text) == "Anna   Vell"


def test_a_name_with_a_hyphen_is_found_though_its_words_are_parted():
    sight = sight_of("They met at the High - Level Cooperation Council in Guinea - Bissau.")
    assert seen(sight, "conference") == ["High - Level Cooperation Council"]
    assert seen(sight, "country") == ["Guinea - Bissau"]


def test_a_national_security_council_is_not_the_united_nations():
    assert seen(sight_of("The Security Council met."), "organization") == ["The Security Council"]
    assert seen(sight_of("The National Security Council met."), "organization") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The governor of New Mexico spoke.", ("LOC", "New Mexico")),
        ("Oil reached the Gulf of Mexico coast.", ("LOC", "Gulf of Mexico")),
        (
            "Georgia Bureau of Investigation agents raided the house.",
            ("ORG", "Georgia Bureau of Investigation"),
        ),
    ],
)
def test_a_state_is_not_seen_inside_another_name(text, place):
    assert not seen(sight_of(text, place), "country")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("They met the new Ireland coach.", "Ireland"),
        ("It is a new Britain deal.", "Britain"),
        ("The Georgia power cuts went on.", "Georgia"),
    ],
)
def test_a_small_word_beside_a_state_makes_no_other_name(text, state):
    assert seen(sight_of(text), "country") == [state]


def test_a_house_named_for_a_saint_is_no_state():
    assert seen(sight_of("He toured St Vincent's Hospital."), "country") == []
    assert seen(sight_of("He met St Vincent's prime minister."), "country") == ["St Vincent"]
