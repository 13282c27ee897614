"""Where names start and stop, and what is no name."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping and his wife, Peng Liyuan, were received by President Paul Kagame and his wife Jeannette Kagame.",
        "Cypriot President Nikos Anastasiades and his spouse Andri Anastasiades met Bulgarian President Rumen Radev.",
        "King Felipe VI of Spain and his daughter Leonor met Italian President Sergio Mattarella.",
    ],
)
def test_the_family_of_those_who_meet_is_no_party(text):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert len(cast(meeting)) == 2


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Irish Minister Helen McEntee TD met French Minister Catherine Colonna.", "Helen McEntee"),
        (
            "British Minister Anne-Marie Trevelyan MP met Kenyan Minister Musalia Mudavadi.",
            "Anne-Marie Trevelyan",
        ),
        ("Irish Tánaiste Micheál Martin TD met Jordanian Foreign Minister Ayman Safadi.", "Micheál Martin"),
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(text, person):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert person in {name for _, name, _ in cast(meeting)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "The Tánaiste Simon Harris flew to Kyiv. The Tánaiste met President Volodymyr Zelensky.",
            "Simon Harris",
        ),
        (
            "The Taoiseach, Leo Varadkar, is in Madrid. The Taoiseach met Prime Minister Pedro Sánchez.",
            "Leo Varadkar",
        ),
        (
            "Tánaiste Micheál Martin is in Amman. The Tánaiste met Minister Ayman Safadi of Jordan.",
            "Micheál Martin",
        ),
    ],
)
def test_an_office_in_another_language_is_no_name(text, person):
    (meeting,) = of_kind(engagements_of(text, day="2023-04-04"), Kind.MEETING)
    assert not {"Tánaiste", "Taoiseach"} & {name for _, name, _ in cast(meeting)}
    assert "IRL" in {country for _, _, country in cast(meeting)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto characterised his talks with Ethiopian Prime Minister Abiy Ahmed as frank.",
        "President Lula described his meeting with President Xi Jinping as frank.",
    ],
)
def test_a_word_in_small_letters_is_nobody(text):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert "frank" not in {name for _, name, _ in cast(meeting)}


def test_storms_are_nobody():
    for text in ("Hurricane Maria hit the Dominican Republic.", "The storm Otto threatened Denmark."):
        assert not engagements_of(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Vice Premier He Lifeng met Irish Minister Helen McEntee in Beijing.", "He Lifeng"),
        (
            "H.E. Lifeng Vell, the Chinese ambassador, met Irish Minister Helen McEntee in Dublin.",
            "Lifeng Vell",
        ),
    ],
)
def test_he_is_a_family_name_before_a_name(text, person):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert (person, "CHN") in {(name, country) for _, name, country in cast(meeting)}


def test_a_name_goes_on_behind_its_particles():
    text = "European Union Commission President Ursula von der Leyen announced a visit to Kyiv later on Wednesday."
    (visit,) = engagements_of(text)
    assert cast(visit)[0][1] == "Ursula von der Leyen"


def test_a_name_ends_where_the_next_sentence_has_run_into_it():
    told = engagements_of(
        "Polish President Karl Marr flew home on Monday.",
        "Swedish Foreign Minister Anna Vell spoke in Oslo on Monday.",
        "Norwegian Prime Minister Jonas Gahr Støre on Monday met with Anna Vell Marr flew in from Warsaw.",
    )
    assert "Anna Vell" in {name for eng in told for _, name, _ in cast(eng)}
    assert not any(name == "Anna Vell Marr" for eng in told for _, name, _ in cast(eng))


def test_a_hyphen_does_not_end_a_name():
    (call,) = of_kind(
        engagements_of(
            "Prime Minister Ahmad Al-Sabah of Kuwait rested. Foreign Minister Al-Yahya called Fuad Hussein, and Yahya's "
            "aides said the Al-Sabah family sent its regards."
        ),
        Kind.CALL,
    )
    assert "Al-" not in {name for _, name, _ in cast(call)}
