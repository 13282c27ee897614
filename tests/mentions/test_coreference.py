"""Pronouns, offices without a name, counterparts and groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.language.document import Document
from dragoman.mentions.finding import find_mentions
from dragoman.mentions.mention import Mention
from parses import VELL_MET_MARR, document_of, knowledge

THEY_MET = f"{VELL_MET_MARR}\n. _ PUNCT . 6 punct"
VELL_ARRIVED = """
    Polish    polish    ADJ   JJ  3 amod NORP
    Foreign   _         ADJ   NNP 3 amod OFFICE
    Minister  _         PROPN NNP 4 nmod:desc OFFICE
    Anna      _         PROPN NNP 6 nsubj PER
    Vell      _         PROPN NNP 4 flat PER
    arrived   arrive    VERB  VBD 0 root
    .         _         PUNCT .   6 punct
"""
SHE_LEFT = """
    She  she   PRON  PRP 2 nsubj
    left leave VERB  VBD 0 root
    .    _     PUNCT .   2 punct
"""
THEY_LEFT = """
    They they  PRON  PRP 2 nsubj
    left leave VERB  VBD 0 root
    .    _     PUNCT .   2 punct
"""


def group_left(noun: str) -> str:
    return f"""
        The    the   DET   DT  3 det
        two    _     NUM   CD  3 nummod
        {noun} _     NOUN  NNS 4 nsubj
        left   leave VERB  VBD 0 root
        .      _     PUNCT .   4 punct
    """


def last(doc: Document) -> list[Mention]:
    """The mentions of the last sentence."""
    found = find_mentions(doc, knowledge()).actors
    return [mention for mention in found if mention.sentence == len(doc.sentences) - 1]


def names(mentions: list[Mention]) -> list[tuple[str, ...]]:
    return [tuple(actor.label for actor in mention.actors) for mention in mentions]


def test_words_of_a_sentence_left_untagged_stand_for_nobody():
    doc = document_of(THEY_MET, THEY_LEFT)
    bare = tuple(replace(token, pos="", tag="", dep="", head=-1) for token in doc.sentences[1].tokens)
    left_out = replace(doc, sentences=(doc.sentences[0], replace(doc.sentences[1], tokens=bare)))
    told = [
        {mention.sentence for mention in find_mentions(one, knowledge()).actors} for one in (doc, left_out)
    ]
    assert told == [{0, 1}, {0}]


def test_she_is_the_subject_told_before():
    doc = document_of(THEY_MET, SHE_LEFT)
    (pronoun,) = last(doc)
    assert names([pronoun]) == [("Anna Vell",)]
    assert pronoun.span.of(doc.article.text) == "She"


def test_without_anybody_before_a_pronoun_stays_open():
    assert last(document_of(SHE_LEFT)) == []
    assert last(document_of(THEY_LEFT)) == []
    assert last(document_of(group_left("leaders"))) == []


@pytest.mark.parametrize("noun", ["ministers", "sides", "diplomats"])
def test_the_two_are_those_who_met(noun):
    doc = document_of(THEY_MET, group_left(noun))
    (group,) = last(doc)
    assert names([group]) == [("Anna Vell", "Karl Marr")]
    assert group.span.of(doc.article.text) == f"The two {noun}"
    assert group.plural


def test_they_are_those_who_met():
    (pronoun,) = last(document_of(THEY_MET, THEY_LEFT))
    assert names([pronoun]) == [("Anna Vell", "Karl Marr")]


def test_one_alone_is_no_group():
    assert last(document_of(VELL_ARRIVED, group_left("ministers"))) == []


def test_the_object_pronoun_is_not_the_clauses_own_subject():
    marr_received_her = """
        Marr     _       PROPN NNP 2 nsubj PER
        received receive VERB  VBD 0 root
        her      _       PRON  PRP 2 obj
        .        _       PUNCT .   2 punct
    """
    assert names(last(document_of(THEY_MET, marr_received_her))) == [("Karl Marr",), ("Anna Vell",)]


def counterpart(nation: str) -> str:
    return f"""
        Polish      polish    ADJ   JJ  3 amod NORP
        Foreign     _         ADJ   NNP 3 amod OFFICE
        Minister    _         PROPN NNP 4 nmod:desc OFFICE
        Anna        _         PROPN NNP 6 nsubj PER
        Vell        _         PROPN NNP 4 flat PER
        met         meet      VERB  VBD 0 root
        her         _         PRON  PRP$ 9 nmod:poss
        {nation}    _         ADJ   JJ  9 amod NORP
        counterpart _         NOUN  NN  6 obj
        .           _         PUNCT .   6 punct
    """


def counterparts(doc: Document) -> list[Mention]:
    return [mention for mention in last(doc) if mention.span.of(doc.article.text).endswith("counterpart")]


def test_a_counterpart_holds_the_same_office_on_the_day():
    doc = document_of(counterpart("German"), day="2024-04-03")
    (found,) = counterparts(doc)
    (actor,) = found.actors
    assert (actor.name, actor.country, actor.office_role) == ("Annalena Baerbock", "DEU", "foreign-minister")
    assert "counterpart" in found.span.of(doc.article.text)
    assert actor.reason


def test_the_counterpart_of_another_day_is_somebody_else():
    (found,) = counterparts(document_of(counterpart("German"), day="2019-04-03"))
    assert found.actors[0].name == "Heiko Maas"


def test_a_counterpart_named_in_the_article_is_that_person():
    doc = document_of(THEY_MET, counterpart("Norwegian"))
    (found,) = counterparts(doc)
    assert names([found]) == [("Karl Marr",)]


def test_a_counterpart_without_a_day_is_the_state():
    (found,) = counterparts(document_of(counterpart("German"), day=None))
    assert [actor.country for actor in found.actors] == ["DEU"]
    assert found.actors[0].entity_id == "ctry:DEU"


def test_colleagues_without_a_nation_are_nobody():
    doc = document_of(
        """
        Vell      _         PROPN NNP 2 nsubj
        thanked   thank     VERB  VBD 0 root
        her       _         PRON  PRP$ 4 nmod:poss
        colleague _         NOUN  NN  2 obj
        .         _         PUNCT .   2 punct
        """
    )
    assert counterparts(doc) == []
    assert last(doc) == []


def test_an_office_of_another_country_is_not_the_person_told():
    doc = document_of(THEY_MET, office("Swedish", "foreign", "minister"))
    assert all("Marr" not in actor.label for mention in last(doc) for actor in mention.actors)


def office(nation: str, *title: str) -> str:
    words = "\n".join(f"{word} _ NOUN NN {len(title) + 2} compound OFFICE" for word in title[:-1])
    return f"""
        The {"the"} DET DT {len(title) + 2} det
        {nation} _ ADJ JJ {len(title) + 2} amod NORP
        {words}
        {title[-1]} _ NOUN NN {len(title) + 3} nsubj OFFICE
        left leave VERB VBD 0 root
        . _ PUNCT . {len(title) + 3} punct
    """


def test_an_office_without_a_name_is_named_by_the_day():
    doc = document_of(office("German", "chancellor"), day="2024-04-03")
    (found,) = last(doc)
    (actor,) = found.actors
    assert (actor.name, actor.office_role) == ("Olaf Scholz", "head-of-government")
    assert "knowledge base" in (actor.reason or "")
    assert actor.confidence < 0.9
    assert "German chancellor" in found.span.of(doc.article.text)


def test_the_office_of_another_day_has_another_name():
    (found,) = last(document_of(office("German", "chancellor"), day="2019-04-03"))
    assert found.actors[0].name == "Angela Merkel"


def test_without_a_day_an_office_stays_without_a_name():
    (found,) = last(document_of(office("German", "chancellor"), day=None))
    (actor,) = found.actors
    assert (actor.country, actor.entity_id) == ("DEU", "ctry:DEU")


def test_an_office_told_with_its_name_before_is_that_person():
    (found,) = last(document_of(THEY_MET, office("Norwegian", "foreign", "minister")))
    assert names([found]) == [("Karl Marr",)]


def test_we_of_a_statement_is_the_office_in_the_byline():
    we_left = """
        We      we      PRON  PRP 2 nsubj
        condemn _       VERB  VBP 0 root
        Iran    _       PROPN NNP 2 obj LOC
        .       _       PUNCT .   2 punct
    """
    signed = document_of(we_left, byline="Antony J. Blinken, Secretary of State")
    assert ("Antony Blinken",) in names(last(signed))
    assert names(last(document_of(we_left))) == [("Iran",)]


def test_it_is_the_state_told_before():
    norway_left = """
        Norway _     PROPN NNP 2 nsubj LOC
        left   leave VERB  VBD 0 root
        .      _     PUNCT .   2 punct
    """
    it_paid = """
        It   it  PRON  PRP 2 nsubj
        paid pay VERB  VBD 0 root
        .    _   PUNCT .   2 punct
    """
    assert names(last(document_of(norway_left, it_paid))) == [("Norway",)]


def test_an_empty_it_is_nobody():
    it_is_clear = """
        It    it PRON  PRP 3 expl
        is    be AUX   VBZ 3 cop
        clear _  ADJ   JJ  0 root
        .     _  PUNCT .   3 punct
    """
    norway_left = """
        Norway _     PROPN NNP 2 nsubj LOC
        left   leave VERB  VBD 0 root
        .      _     PUNCT .   2 punct
    """
    assert last(document_of(norway_left, it_is_clear)) == []
