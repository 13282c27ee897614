"""Named people with the title and the country told beside the name."""

from __future__ import annotations

import pytest

from dragoman.mentions.people import PersonRead, read_people
from dragoman.mentions.phrases import see
from parses import knowledge, named
from readings import cast, engagements_of


def read(text: str, *people: str) -> list[PersonRead]:
    doc = named(text, *(("PER", person) for person in people))
    return [
        found
        for sentence in doc.sentences
        for found in read_people(see(sentence, knowledge()), text, knowledge())
    ]


def only(text: str, person: str = "Anna Vell") -> PersonRead:
    (found,) = read(text, person)
    return found


TITLED = [
    ("French Foreign Minister Anna Vell left.", "Foreign Minister", "foreign-minister", "FRA", "French"),
    ("Norway's Prime Minister Anna Vell left.", "Prime Minister", "head-of-government", "NOR", "Norway"),
    ("Anna Vell, Norway's foreign minister, left.", "foreign minister", "foreign-minister", "NOR", "Norway"),
    ("Prime Minister Anna Vell of Norway left.", "Prime Minister", "head-of-government", "NOR", "Norway"),
    ("US Secretary of State Anna Vell left.", "Secretary of State", "foreign-minister", "USA", "US"),
    (
        "Polish Deputy Foreign Minister Anna Vell left.",
        "Deputy Foreign Minister",
        "deputy-foreign-minister",
        "POL",
        "Polish",
    ),
]


@pytest.mark.parametrize(("text", "title", "role", "country", "told"), TITLED)
def test_title_and_country_beside_the_name(text, title, role, country, told):
    person = only(text)
    assert person.name == "Anna Vell"
    assert person.name_span.of(text) == "Anna Vell"
    assert person.title is not None
    assert (person.title.text, person.title.role) == (title, role)
    assert person.title.span.of(text) == title
    assert person.belonging is not None
    assert person.belonging.country == country
    assert person.belonging.span.of(text) == told


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Former German Chancellor Anna Vell left.", "former"),
        ("German former Chancellor Anna Vell left.", "former"),
        ("Polish acting Foreign Minister Anna Vell left.", "acting"),
        ("German Chancellor Anna Vell left.", None),
    ],
)
def test_former_and_acting_are_kept_apart_from_the_title(text, qualifier):
    title = only(text).title
    assert title is not None
    assert title.qualifier == qualifier
    assert title.text in {"Chancellor", "Foreign Minister"}


def test_an_office_of_an_organisation_has_no_country():
    text = "NATO Secretary General Anna Vell left."
    person = only(text)
    assert person.title is not None
    assert person.title.role == "secretary-general"
    assert person.belonging is None or person.belonging.country is None


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("H.E. Dr. Anna Vell left.", "H.E. Dr. Anna Vell"),
        ("Chancellor Anna Vell left.", "Chancellor Anna Vell"),
        ("Sir Anna Vell left.", "Sir Anna Vell"),
    ],
)
def test_what_the_tagger_took_along_is_no_part_of_the_name(text, tagged):
    person = only(text, tagged)
    assert person.name == "Anna Vell"
    assert person.name_span.of(text) == "Anna Vell"


def test_a_swallowed_title_is_still_read():
    title = only("Chancellor Anna Vell left.", "Chancellor Anna Vell").title
    assert title is not None
    assert title.role == "head-of-government"


def test_two_titles_are_one_office_told():
    text = "Prime Minister and Minister of Foreign Affairs Anna Vell left."
    title = only(text).title
    assert title is not None
    assert title.span.of(text) == "Prime Minister and Minister of Foreign Affairs"


def test_a_bare_name_has_neither():
    person = only("Anna Vell left.")
    assert person.title is None
    assert person.belonging is None


def test_a_country_in_brackets_is_the_persons():
    belonging = only("Anna Vell (Norway) left.").belonging
    assert belonging is not None
    assert belonging.country == "NOR"


def test_the_title_of_one_is_not_the_title_of_the_next():
    first, second = read("French Foreign Minister Anna Vell met Karl Marr.", "Anna Vell", "Karl Marr")
    assert first.title is not None
    assert second.title is None
    assert second.belonging is None


def test_wide_space_inside_a_name_is_one_space():
    text = "Anna  Vell left."
    assert only(text, "Anna  Vell").name == "Anna Vell"


def test_only_punctuation_is_nobody():
    assert read("- - left.", "- -") == []


def test_the_head_of_a_body_that_belongs_to_a_state_named_behind_a_comma() -> None:
    (meeting,) = engagements_of(
        "The chairman of Sudan's Sovereign Council, Abdel Fattah al-Burhan, met Egyptian Foreign Minister Sameh Shoukry "
        "in Port Sudan on Sunday."
    )
    assert {party.name.value for party in meeting.participants} == {"Abdel Fattah al-Burhan", "Sameh Shoukry"}


@pytest.mark.parametrize("post", ["to Italy", "in Italy", "to the United Nations"])
def test_the_post_of_an_envoy_is_not_his_country(post):
    person = only(f"Norway's ambassador {post}, Anna Vell, left.")
    assert person.title is not None
    assert person.belonging is not None
    assert person.belonging.country == "NOR"


def test_an_office_listed_beside_a_name_in_a_headline_is_anothers():
    acts = engagements_of(
        "UAE Foreign Minister Sheikh Abdullah bin Zayed Al Nahyan met Antony Blinken in Dubai.",
        headline="Abdullah bin Zayed, US Secretary of State discuss ties",
    )
    assert {place for act in acts for _, _, place in cast(act)} == {"ARE", "USA"}


@pytest.mark.parametrize(
    "words",
    [
        "The Vatican's envoy, Cardinal Anna Vell,",
        "Archbishop Anna Vell, the Vatican's foreign minister,",
        "General Anna Vell, the Vatican's self-proclaimed army chief,",
    ],
)
def test_a_rank_leaves_room_for_the_office_beside_it(words):
    found = [
        eng
        for eng in engagements_of(f"{words} met President Alain Berset in Bern on Tuesday.")
        if len(eng.participants) > 1
    ]
    assert [sorted(cast(eng)) for eng in found] == [
        [("participant", "Alain Berset", "CHE"), ("participant", "Anna Vell", "VAT")]
    ]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Turkish EU minister Anna Vell", "TUR"),
        ("Anna Vell, head of the self-proclaimed Donetsk People's Republic,", None),
    ],
)
def test_a_state_before_a_body_is_the_ministers_and_an_armed_group_gives_no_state(words, country):
    told = {
        part
        for eng in engagements_of(f"{words} thanked President Alain Berset on Tuesday.")
        for part in cast(eng)
    }
    assert ("actor", "Anna Vell", country) in told
    assert len([part for part in told if part[0] == "actor"]) == 1


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Saudi crown prince, Trump discuss oil", {"Mohammed bin Salman", "Donald Trump"}),
        ("Turkish president, Putin meet in Sochi", {"Recep Tayyip Erdoğan", "Vladimir Putin"}),
    ],
)
def test_a_headline_s_two_with_a_comma_between_are_not_one(headline, names):
    told = engagements_of("The weather was fine.", headline=headline, day="2020-07-23")
    assert names == {name for eng in told for _, name, _ in cast(eng)}


def test_an_office_before_an_honorific_is_the_next_name_s():
    (meeting,) = engagements_of(
        "Irfaan Ali, Fiji prime minister Dr Sitiveni Rabuka and Barbados prime minister Mia Mottley met on Tuesday."
    )
    assert ("participant", "Irfaan Ali", "GUY") in cast(meeting)


def test_the_state_of_whom_somebody_calls_is_not_the_caller_s():
    (call,) = engagements_of(
        "Mohammed bin Salman bin Abdulaziz Al Saud, Crown Prince and Prime Minister made a phone call today to "
        "President Xi Jinping of the People's Republic of China."
    )
    assert {country for _, _, country in cast(call)} == {"SAU", "CHN"}
