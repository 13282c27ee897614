"""When, where, about what, how much and on whose word."""

from __future__ import annotations

import datetime as dt

from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind
from dragoman.language.document import Document
from parses import document_of, told_in


def told(doc: Document, kind: Kind) -> Candidate:
    (act,) = (act for act in told_in(doc) if act.kind is kind)
    return act


MET = document_of(
    """
    Macron  _    PROPN NNP 2 nsubj PER
    met     meet VERB  VBD 0 root
    Scholz  _    PROPN NNP 2 obj PER
    in      _    ADP   IN  5 case
    Berlin  _    PROPN NNP 2 obl LOC
    on      _    ADP   IN  7 case
    Tuesday _    PROPN NNP 2 obl
    .       _    PUNCT .   2 punct
    """,
    day="2024-04-03",
)


def test_the_day_beside_the_verb():
    act = told(MET, Kind.MEETING)
    assert act.when is not None
    assert act.when.days == DateSpan.of_day(dt.date(2024, 4, 2))
    assert act.when.span.of(MET.article.text) == "Tuesday"


def test_a_weekday_looks_the_way_the_verb_does():
    doc = document_of(
        """
        Macron  _    PROPN NNP 3 nsubj PER
        will    _    AUX   MD  3 aux
        meet    _    VERB  VB  0 root
        Scholz  _    PROPN NNP 3 obj PER
        on      _    ADP   IN  6 case
        Tuesday _    PROPN NNP 3 obl
        """,
        day="2024-04-03",
    )
    act = told(doc, Kind.MEETING)
    assert act.when is not None
    assert act.when.days == DateSpan.of_day(dt.date(2024, 4, 9))


def test_the_place_beside_the_verb():
    act = told(MET, Kind.MEETING)
    assert act.where is not None
    assert act.where.span.of(MET.article.text) == "Berlin"
    assert (act.where.city, act.where.country) == ("Berlin", "DEU")


def test_a_call_has_no_place():
    doc = document_of(
        """
        Macron     _         PROPN NNP 2 nsubj PER
        telephoned telephone VERB  VBD 0 root
        Scholz     _         PROPN NNP 2 obj PER
        in         _         ADP   IN  5 case
        Berlin     _         PROPN NNP 2 obl LOC
        """
    )
    assert told(doc, Kind.CALL).where is None


def test_a_country_that_takes_part_is_no_place():
    doc = document_of(
        """
        France  _    PROPN NNP 2 nsubj LOC
        met     meet VERB  VBD 0 root
        with    _    ADP   IN  4 case
        Germany _    PROPN NNP 2 obl LOC
        """
    )
    assert told(doc, Kind.MEETING).where is None


def test_the_day_of_another_clause_is_not_taken():
    doc = document_of(
        """
        Macron   _     PROPN NNP 2 nsubj PER
        met      meet  VERB  VBD 0 root
        Scholz   _     PROPN NNP 2 obj PER
        ,        _     PUNCT ,   6 punct
        who      _     PRON  WP  6 nsubj
        resigned resign VERB VBD 3 acl:relcl
        in       _     ADP   IN  8 case
        2019     _     NUM   CD  6 obl
        """
    )
    assert told(doc, Kind.MEETING).when is None


def test_a_day_beside_the_journey_counts_for_what_it_is_for():
    doc = document_of(
        """
        Macron  _    PROPN NNP 2 nsubj PER
        flew    fly  VERB  VBD 0 root
        to      _    ADP   IN  4 case
        Berlin  _    PROPN NNP 2 obl LOC
        on      _    ADP   IN  6 case
        Tuesday _    PROPN NNP 2 obl
        to      _    PART  TO  8 mark
        meet    _    VERB  VB  2 advcl
        Scholz  _    PROPN NNP 8 obj PER
        """,
        day="2024-04-03",
    )
    act = told(doc, Kind.MEETING)
    assert act.when is not None
    assert act.when.span.of(doc.article.text) == "Tuesday"


DEMAND = document_of(
    """
    Germany   _        PROPN NNP 2 nsubj LOC
    urged     urge     VERB  VBD 0 root
    Iran      _        PROPN NNP 2 obj LOC
    to        _        PART  TO  5 mark
    free      _        VERB  VB  2 xcomp
    two       _        NUM   CD  7 nummod
    prisoners prisoner NOUN  NNS 5 obj
    .         _        PUNCT .   2 punct
    """
)


def test_content_is_what_is_asked():
    act = told(DEMAND, Kind.DEMAND)
    assert act.content is not None
    assert act.content.of(DEMAND.article.text) == "to free two prisoners"


def test_a_meeting_has_no_content():
    assert told(MET, Kind.MEETING).content is None


def test_what_a_thank_is_for():
    doc = document_of(
        """
        Germany _     PROPN NNP 2 nsubj LOC
        thanked thank VERB  VBD 0 root
        Poland  _     PROPN NNP 2 obj LOC
        for     _     ADP   IN  6 case
        its     _     PRON  PRP$ 6 nmod:poss
        help    _     NOUN  NN  2 obl
        .       _     PUNCT .   2 punct
        """
    )
    act = told(doc, Kind.STATEMENT)
    assert act.content is not None
    assert act.content.of(doc.article.text) == "for its help"


def test_the_sum_of_an_agreement():
    doc = document_of(
        """
        France    _         PROPN NNP 4 nsubj LOC
        and       _         CCONJ CC  3 cc
        Germany   _         PROPN NNP 1 conj LOC
        signed    sign      VERB  VBD 0 root
        an        a         DET   DT  6 det
        agreement _         NOUN  NN  4 obj
        on        _         ADP   IN  10 case
        20        _         NUM   CD  9 compound
        million   _         NUM   CD  10 nummod
        euros     euro      NOUN  NNS 6 nmod
        """
    )
    act = told(doc, Kind.AGREEMENT)
    assert act.amount is not None
    assert (act.amount.value, act.amount.unit) == (20_000_000, "EUR")
    assert act.amount.span.of(doc.article.text) == "20 million euros"


SAID = """
    {who}    _       PROPN NNP 2 nsubj LOC
    said     say     VERB  VBD 0 root
    Germany  _       PROPN NNP 4 nsubj LOC
    expelled expel   VERB  VBD 2 ccomp
    two      _       NUM   CD  7 nummod
    Russian  russian ADJ   JJ  7 amod NORP
    diplomats diplomat NOUN NNS 4 obj
"""


def test_whose_word_it_is():
    doc = document_of(SAID.format(who="Russia"))
    act = told(doc, Kind.EXPULSION)
    assert act.attributed is not None
    actor, span = act.attributed
    assert actor.label == "Russia"
    assert span.of(doc.article.text) == "Russia"


def test_the_actors_own_word_is_no_attribution():
    assert told(document_of(SAID.format(who="Germany")), Kind.EXPULSION).attributed is None


def test_the_papers_own_word_is_no_attribution():
    assert told(MET, Kind.MEETING).attributed is None
