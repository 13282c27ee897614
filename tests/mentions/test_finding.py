"""Everything an engagement may be made of, found in one document."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dragoman.citation import Span
from dragoman.language.segment import segment
from dragoman.mentions.finding import find_mentions
from dragoman.mentions.issuers import read_speaker
from dragoman.pages import read_page
from parses import document_of, knowledge

PLEDGED = """
    German     german   ADJ   JJ  2 amod NORP
    Chancellor _        PROPN NNP 3 nmod:desc OFFICE
    Olaf       _        PROPN NNP 5 nsubj PER
    Scholz     _        PROPN NNP 3 flat PER
    pledged    pledge   VERB  VBD 0 root
    20         _        NUM   CD  7 compound
    million    _        NUM   CD  8 nummod
    euros      euro     NOUN  NNS 5 obj
    to         _        ADP   IN  10 case
    Jordan     _        PROPN NNP 5 obl LOC
    at         _        ADP   IN  14 case
    the        _        DET   DT  14 det
    G20        _        PROPN NNP 14 compound EVT
    summit     _        NOUN  NN  5 obl EVT
    in         _        ADP   IN  16 case
    Rome       _        PROPN NNP 14 nmod LOC
    on         _        ADP   IN  18 case
    Tuesday    _        PROPN NNP 5 obl
    .          _        PUNCT .   5 punct
"""
DOC = document_of(PLEDGED, day="2024-04-03")
TEXT = DOC.article.text
FOUND = find_mentions(DOC, knowledge())
SENTENCE = DOC.sentences[0]


def index(word: str) -> int:
    return next(index for index, token in enumerate(SENTENCE.tokens) if token.text == word)


def test_who_is_told():
    assert [(mention.span.of(TEXT), mention.actors[0].label) for mention in FOUND.actors][:2] == [
        ("German Chancellor Olaf Scholz", "Olaf Scholz"),
        ("Jordan", "Jordan"),
    ]


def test_where_when_how_much_and_what_gathering():
    assert ("Rome", "ITA") in {(place.city, place.country) for place in FOUND.places}
    assert [time.span.of(TEXT) for time in FOUND.times] == ["Tuesday"]
    assert [(amount.value, amount.unit) for amount in FOUND.amounts] == [(20_000_000, "EUR")]
    assert [conference.name for conference in FOUND.conferences] == ["G20 summit"]


@pytest.mark.parametrize("word", ["German", "Chancellor", "Olaf", "Scholz"])
def test_every_token_of_a_mention_leads_to_it(word):
    mention = FOUND.actor_at(0, index(word))
    assert mention is not None
    assert mention.actors[0].label == "Olaf Scholz"


def test_a_token_outside_leads_nowhere():
    assert FOUND.actor_at(0, index("pledged")) is None
    assert FOUND.actor_at(1, 0) is None
    assert FOUND.place_at(0, index("pledged")) is None
    assert FOUND.conference_at(0, index("pledged")) is None


def test_places_and_conferences_are_found_by_token():
    place, conference = FOUND.place_at(0, index("Rome")), FOUND.conference_at(0, index("summit"))
    assert place is not None
    assert place.city == "Rome"
    assert conference is not None
    assert conference.organizer == "org:g20"


def test_times_and_amounts_inside_a_span():
    start = TEXT.index("on Tuesday")
    assert len(FOUND.times_in(Span(start, len(TEXT)))) == 1
    assert FOUND.times_in(Span(0, start)) == ()
    assert len(FOUND.amounts_in(Span(0, start))) == 1
    assert FOUND.amounts_in(Span(start, len(TEXT))) == ()


def test_the_name_of_a_person_is_no_place():
    assert all("Scholz" not in place.span.of(TEXT) for place in FOUND.places)


def test_the_day_is_the_publication_day():
    assert FOUND.day == dt.date(2024, 4, 3)
    assert find_mentions(document_of(PLEDGED, day=None), knowledge()).day is None


def test_an_empty_document_has_nothing():
    found = find_mentions(document_of(), knowledge())
    assert (found.actors, found.places, found.conferences, found.times, found.amounts) == ((), (), (), (), ())


def test_the_byline_of_an_official_is_a_speaker():
    speaker = read_speaker("Antony J. Blinken, Secretary of State", knowledge(), dt.date(2024, 4, 3))
    assert speaker is not None
    assert (speaker.name, speaker.office_role) == ("Antony Blinken", "foreign-minister")


@pytest.mark.parametrize("byline", [None, "Anna Vell", "Anna Vell, staff writer", "By Reuters, Paris"])
def test_the_byline_of_a_journalist_is_none(byline):
    assert read_speaker(byline, knowledge(), dt.date(2024, 4, 3)) is None


@pytest.mark.parametrize(
    ("headline", "day"),
    [
        ("Department Press Briefing – March 7, 2022", dt.date(2022, 3, 7)),
        ("Public Schedule, March 9, 2022", dt.date(2022, 3, 8)),
        ("Minutes of the session of 14 February 2022", dt.date(2022, 3, 8)),
        ("Minister Vell visits Tallinn", dt.date(2022, 3, 8)),
    ],
)
def test_words_whose_headline_prints_their_day_were_said_on_it(headline, day):
    """Not of a day to come, nor of one long past."""
    page = read_page("The minister is in Riga today.", published=dt.date(2022, 3, 8))
    article = replace(page, headline=headline)
    assert find_mentions(segment(article), knowledge()).day == day
