"""Governments, organisations and armed groups as actors."""

from __future__ import annotations

import pytest

from dragoman.citation import Span
from dragoman.mentions.governments import government, read_body, read_governments
from dragoman.mentions.mention import Mention, MentionKind
from dragoman.mentions.phrases import see
from parses import document_of, knowledge, named
from readings import sides_of


def read(text: str, *names: tuple[str, str], taken: tuple[int, ...] = ()) -> list[Mention]:
    return read_governments(see(named(text, *names).sentences[0], knowledge()), text, knowledge(), set(taken))


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("France said so.", "France", "ctry:FRA"),
        ("French officials said so.", "French officials", "ctry:FRA"),
        ("Iran's government said so.", "Iran's government", "ctry:IRN"),
        ("The Turkish delegation left.", "Turkish delegation", "ctry:TUR"),
        ("Israeli forces left.", "Israeli forces", "ctry:ISR"),
        ("Beijing said so.", "Beijing", "ctry:CHN"),
        ("The Kremlin said so.", "The Kremlin", "ctry:RUS"),
        ("Hamas said so.", "Hamas", "org:hamas"),
        ("NATO said so.", "NATO", "org:nato"),
    ],
)
def test_who_acts_and_where_it_stands(text, words, entity):
    (mention,) = read(text)
    assert mention.span.of(text) == words
    assert [actor.entity_id for actor in mention.actors] == [entity]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("France", MentionKind.GOVERNMENT, "FRA"),
        ("the Kremlin", MentionKind.GOVERNMENT, "RUS"),
        ("European Union", MentionKind.ORGANIZATION, None),
        ("NATO", MentionKind.ORGANIZATION, None),
    ],
)
def test_bodies_by_kind(name, kind, country):
    actor = read_body(name, Span(0, len(name)), knowledge())
    assert actor is not None
    assert (actor.kind, actor.country) == (kind, country)


def test_an_armed_group_is_no_government():
    actor = read_body("Hamas", Span(0, 5), knowledge())
    assert actor is not None
    assert actor.kind is MentionKind.ARMED_GROUP


def test_nobody_known_is_nobody():
    assert read_body("Zenda Rowing Club", Span(0, 17), knowledge()) is None


def test_a_region_stands_for_its_members():
    text = "The Baltic states said so."
    (mention,) = read(text)
    assert mention.plural
    assert {actor.country for actor in mention.actors} == {"EST", "LVA", "LTU"}


def test_tokens_of_a_person_are_not_read_again():
    assert read("France said so.", taken=(0,)) == []


def test_an_adjective_before_an_office_does_not_swallow_the_office():
    text = "The French foreign minister left."
    (mention,) = read(text)
    assert mention.span.of(text) == "French"


def test_words_between_nation_and_side_belong_to_the_side():
    doc = document_of(
        """
        Senior     senior     ADJ   JJ  3 amod
        Norwegian  norwegian  ADJ   JJ  3 amod NORP
        diplomats  diplomat   NOUN  NNS 4 nsubj
        left       leave      VERB  VBD 0 root
        """
    )
    text = doc.article.text
    (mention,) = read_governments(see(doc.sentences[0], knowledge()), text, knowledge(), set())
    assert mention.span.of(text) == "Norwegian diplomats"


def test_an_office_ends_the_words_between():
    doc = document_of(
        """
        Norwegian  norwegian  ADJ   JJ  3 amod NORP
        Prime      _          ADJ   NNP 3 amod OFFICE
        Minister   _          PROPN NNP 4 nsubj OFFICE
        left       leave      VERB  VBD 0 root
        """
    )
    text = doc.article.text
    (mention,) = read_governments(see(doc.sentences[0], knowledge()), text, knowledge(), set())
    assert mention.span.of(text) == "Norwegian"


def test_a_government_says_where_it_was_read():
    actor = government(knowledge(), "NOR", Span(3, 9))
    assert (actor.label, actor.entity_id, actor.country) == ("Norway", "ctry:NOR", "NOR")
    assert actor.named_at == actor.country_at == (Span(3, 9),)


@pytest.mark.parametrize(
    ("words", "text", "side"),
    [
        (
            "Asmara",
            "There will be no talks with Asmara before the summer, the prime minister of Sudan said.",
            "ERI",
        ),
        ("Brussels", "Georgia's premier accused Brussels of bankrolling the opposition.", "org:eu"),
        ("Brussels", "The ban had been demanded by Washington, Brussels and Berlin.", "org:eu"),
        ("Vientiane's envoy", "The draft was handed to Vientiane's envoy on Friday.", "LAO"),
    ],
)
def test_a_capital_stands_for_its_government(words, text, side):
    assert sides_of(words, text) == [side]


def test_a_capital_that_is_visited_is_a_place():
    assert sides_of("Brussels", "Serbia's president visited Brussels on Friday.") == []


def test_a_town_called_otherwise_is_no_capital():
    assert sides_of("Liverpool", "Liverpool condemned the chants.") == []


@pytest.mark.parametrize("text", ["Its foreign office said so.", "The foreign office in Lahore said so."])
def test_a_foreign_office_in_small_letters_is_not_london_s(text):
    assert "GBR" not in sides_of("foreign office", text)


def test_a_city_that_is_struck_does_not_strike():
    assert sides_of("Moscow", "Norway condemned the Moscow concert hall attack.") == []
    assert sides_of("Moscow", "Norway condemned the Moscow attack on Kyiv.") == ["RUS"]


def test_a_region_in_which_somebody_is_the_first_does_not_act():
    assert (
        read("Fiji is the first nation in the Pacific Islands to join.", ("LOC", "Fiji"))[0].actors[0].country
        == "FJI"
    )
    assert not any(mention.plural for mention in read("Oman is the only country in the Gulf to object."))
    assert any(mention.plural for mention in read("She thanked the Pacific Islands."))


@pytest.mark.parametrize("firm", ["Turkish Airlines", "Kenya Airways"])
def test_a_firm_called_after_a_state_is_not_the_state(firm):
    state = firm.split()[0]
    assert sides_of(state, f"{firm} cancelled its flights to Israel.") == []


def test_a_state_s_press_and_its_language_are_not_its_government():
    assert sides_of("Syrian", "Norway's minister left, Syrian state media said.") == []
    assert sides_of("Syrian", "Norway's minister left, Syrian state officials said.") == ["SYR"]
    assert sides_of("Spanish", "The Spanish-speaking nation held a vote.") == []
