"""Candidates become engagements whose every value is cited."""

from __future__ import annotations

from dragoman.engagements.assembly import Assembler
from dragoman.engagements.engagement import Engagement, Kind, Role, Status
from dragoman.engagements.itinerary import gather_trips
from dragoman.engagements.joining import join
from dragoman.language.document import Document
from dragoman.mentions.finding import find_mentions
from parses import VELL_MET_MARR, document_of, knowledge, told_in
from readings import cast, quoted


def assembled(doc: Document) -> list[Engagement]:
    assembler = Assembler(doc, find_mentions(doc, knowledge()), knowledge())
    acts = told_in(doc)
    visits = [eng for trip in gather_trips(acts) for eng in assembler.visits(trip)]
    return visits + [
        assembler.engagement(group) for group in join(a for a in acts if a.kind is not Kind.VISIT)
    ]


def only(*parses: str, headline: bool = False, day: str | None = "2024-04-03") -> Engagement:
    (eng,) = assembled(document_of(*parses, headline=headline, day=day))
    return eng


THEY_MET_IN_OSLO = f"""{VELL_MET_MARR}
    in        _         ADP   IN  13 case
    Oslo      _         PROPN NNP 6 obl LOC
    on        _         ADP   IN  15 case
    Tuesday   _         PROPN NNP 6 obl
    .         _         PUNCT .   6 punct
"""


def test_a_meeting_with_everything_cited():
    eng = only(THEY_MET_IN_OSLO)
    assert eng.kind is Kind.MEETING
    assert cast(eng) == [("participant", "Anna Vell", "POL"), ("participant", "Karl Marr", "NOR")]
    vell = eng.participants[0]
    assert quoted(vell.name) == ["Polish Foreign Minister Anna Vell"]
    assert vell.office is not None
    assert (vell.office.value.title, vell.office.value.role) == ("Foreign Minister", "foreign-minister")
    assert vell.office.value.source == "text"
    assert quoted(vell.office) == ["Foreign Minister"]
    assert quoted(vell.country) != []
    assert quoted(eng.place) == ["Oslo"]
    assert quoted(eng.date) == ["Tuesday"]
    (trigger,) = eng.trigger
    assert trigger.quote.startswith("Polish Foreign Minister Anna Vell met")


def test_an_office_the_tables_know_says_so():
    eng = only(
        """
        German     german   ADJ   JJ  2 amod NORP
        Chancellor _        PROPN NNP 3 nmod:desc OFFICE
        Olaf       _        PROPN NNP 5 nsubj PER
        Scholz     _        PROPN NNP 3 flat PER
        thanked    thank    VERB  VBD 0 root
        Poland     _        PROPN NNP 5 obj LOC
        """
    )
    office = eng.participants[0].office
    assert office is not None
    assert office.value.source == "text and knowledge base"
    assert office.value.office_id is not None


def test_a_name_without_a_title_has_the_tables_office():
    eng = only(
        """
        Scholz  _     PROPN NNP 2 nsubj PER
        thanked thank VERB  VBD 0 root
        Poland  _     PROPN NNP 2 obj LOC
        """
    )
    scholz = eng.participants[0]
    assert scholz.office is not None
    assert (scholz.office.value.role, scholz.office.value.source) == ("head-of-government", "knowledge base")
    assert quoted(scholz.office) == ["Scholz"]
    assert scholz.country is not None
    assert scholz.country.reason


def test_a_state_has_no_office():
    eng = only("Germany _ PROPN NNP 2 nsubj LOC\nthanked thank VERB VBD 0 root\nPoland _ PROPN NNP 2 obj LOC")
    assert [part.office for part in eng.participants] == [None, None]
    assert [part.entity_id for part in eng.participants] == ["ctry:DEU", "ctry:POL"]


THANKED = "Germany _ PROPN NNP 2 nsubj LOC\nthanked thank VERB VBD 0 root\nPoland _ PROPN NNP 2 obj LOC\n. _ PUNCT . 2 punct"
FILLER = "Markets market NOUN NNS 2 nsubj\nrose rise VERB VBD 0 root\n. _ PUNCT . 2 punct"


def test_what_headline_or_lead_tell_is_main():
    assert only(THANKED, FILLER, headline=True).main
    assert only(THANKED, FILLER).main


def test_what_is_told_far_below_is_secondary():
    assert not only(*[FILLER] * 8, THANKED).main


def test_the_trigger_has_a_quote_for_each_telling():
    eng = only(THANKED, THANKED)
    assert [evidence.quote for evidence in eng.trigger] == ["Germany thanked Poland"] * 2
    assert eng.trigger[0].span != eng.trigger[1].span


def test_told_twice_is_surer_but_never_certain():
    once, often = only(THANKED), only(*[THANKED] * 9)
    assert once.confidence < often.confidence < 1


VISITS = """
    Macron  _     PROPN NNP 2 nsubj PER
    visited visit VERB  VBD 0 root
    Poland  _     PROPN NNP 2 obj LOC
    and     _     CCONJ CC  5 cc
    Latvia  _     PROPN NNP 3 conj LOC
"""


def test_a_visit_for_each_host():
    poland, latvia = assembled(document_of(VISITS))
    assert (poland.kind, latvia.kind) == (Kind.VISIT, Kind.VISIT)
    assert [part.name.value for part in poland.participants if part.role is Role.RECIPIENT] == ["Poland"]
    assert [part.name.value for part in latvia.participants if part.role is Role.RECIPIENT] == ["Latvia"]
    assert poland.stops == latvia.stops
    assert [quoted(stop.place) for stop in poland.stops] == [["Poland"], ["Latvia"]]
    assert poland.engagement_id != latvia.engagement_id
    assert poland.trigger == latvia.trigger


def test_a_person_stands_for_the_state():
    eng = only(
        """
        Scholz   _       PROPN NNP 4 nsubj PER
        and      _       CCONJ CC  3 cc
        Germany  _       PROPN NNP 1 conj LOC
        thanked  thank   VERB  VBD 0 root
        Poland   _       PROPN NNP 4 obj LOC
        """
    )
    assert [name for _, name, _ in cast(eng)] == ["Olaf Scholz", "Poland"]


def test_told_as_done_anywhere_is_done():
    planned = "France _ PROPN NNP 3 nsubj LOC\nwill _ AUX MD 3 aux\nmeet _ VERB VB 0 root\nPoland _ PROPN NNP 3 obj LOC"
    done = "France _ PROPN NNP 2 nsubj LOC\nmet meet VERB VBD 0 root\nPoland _ PROPN NNP 2 obj LOC"
    assert only(planned).status is Status.PLANNED
    assert only(planned, done).status is Status.COMPLETED


def test_ids_are_the_articles_own():
    here, there = only(THANKED), only(FILLER, THANKED)
    assert here.engagement_id == only(THANKED).engagement_id
    assert here.engagement_id != there.engagement_id
