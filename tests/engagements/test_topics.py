"""What talks are about: noun phrases of the text."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.engagements.topics import continued_topic, find_aims, phrase_span
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document
from dragoman.mentions.finding import find_mentions
from parses import at, document_of, knowledge, told_in


def topics(doc: Document) -> list[str]:
    return [topic.of(doc.article.text) for act in told_in(doc) for topic in act.topics]


def test_what_two_sides_discuss():
    doc = document_of(
        """
        Macron    _       PROPN NNP 4 nsubj PER
        and       _       CCONJ CC  3 cc
        Scholz    _       PROPN NNP 1 conj PER
        discussed discuss VERB  VBD 0 root
        energy    _       NOUN  NN  6 compound
        security  _       NOUN  NN  4 obj
        and       _       CCONJ CC  8 cc
        trade     _       NOUN  NN  6 conj
        """
    )
    assert topics(doc) == ["energy security", "trade"]


@pytest.mark.parametrize("preposition", ["on", "about", "over"])
def test_what_talks_are_on(preposition):
    doc = document_of(
        f"""
        Macron  _    PROPN NNP 2 nsubj PER
        held    hold VERB  VBD 0 root
        talks   talk NOUN  NNS 2 obj
        with    _    ADP   IN  5 case
        Scholz  _    PROPN NNP 3 nmod PER
        {preposition} _ ADP IN 8 case
        fishing _    NOUN  NN  8 compound
        rights  right NOUN NNS 3 nmod
        """
    )
    assert topics(doc) == ["fishing rights"]


def test_what_a_meeting_is_for():
    doc = document_of(
        """
        Macron  _       PROPN NNP 2 nsubj PER
        met     meet    VERB  VBD 0 root
        Scholz  _       PROPN NNP 2 obj PER
        to      _       PART  TO  5 mark
        discuss _       VERB  VB  2 advcl
        the     _       DET   DT  7 det
        war     _       NOUN  NN  5 obj
        in      _       ADP   IN  9 case
        Gaza    _       PROPN NNP 7 nmod LOC
        """
    )
    assert topics(doc) == ["war in Gaza"]


def test_a_day_is_no_topic():
    doc = document_of(
        """
        Macron  _    PROPN NNP 2 nsubj PER
        held    hold VERB  VBD 0 root
        talks   talk NOUN  NNS 2 obj
        with    _    ADP   IN  5 case
        Scholz  _    PROPN NNP 3 nmod PER
        on      _    ADP   IN  7 case
        Tuesday _    PROPN NNP 2 obl
        """
    )
    assert topics(doc) == []


def test_an_attack_has_no_topics():
    doc = document_of(
        """
        Russia   _      PROPN NNP 2 nsubj LOC
        attacked attack VERB  VBD 0 root
        Ukraine  _      PROPN NNP 2 obj LOC
        over     _      ADP   IN  5 case
        grain    _      NOUN  NN  2 obl
        """
    )
    assert [act.kind for act in told_in(doc)] == [Kind.ATTACK]
    assert topics(doc) == []


def span(parse: str, word: str) -> str:
    doc = document_of(parse)
    tree = Tree(doc.sentences[0])
    return phrase_span(tree, at(tree, word)).of(doc.article.text)


def test_a_phrase_keeps_modifiers_and_complements_but_no_clause():
    parse = """
        the     _    DET  DT  3 det
        new     _    ADJ  JJ  3 amod
        treaty  _    NOUN NN  0 root
        on      _    ADP  IN  6 case
        fishing _    NOUN NN  6 compound
        rights  right NOUN NNS 3 nmod
        ,       _    PUNCT ,  9 punct
        which   _    PRON WDT 9 nsubj
        failed  fail VERB VBD 3 acl:relcl
    """
    assert span(parse, "treaty") == "new treaty on fishing rights"


def test_an_infinitive_belongs_to_the_phrase():
    parse = """
        efforts effort NOUN NNS 0 root
        to      _      PART TO  3 mark
        end     _      VERB VB  1 acl
        the     _      DET  DT  5 det
        war     _      NOUN NN  3 obj
    """
    assert span(parse, "efforts") == "efforts to end the war"


def test_a_phrase_ends_before_what_is_coordinated():
    parse = "energy _ NOUN NN 0 root\nand _ CCONJ CC 3 cc\ntrade _ NOUN NN 1 conj"
    assert span(parse, "energy") == "energy"


def test_a_fragment_goes_on_with_the_topics():
    doc = document_of(
        """
        And     and   CCONJ CC 2 cc
        prevent _     VERB  VB 0 root
        the     _     DET   DT 4 det
        spread  _     NOUN  NN 2 obj
        of      _     ADP   IN 6 case
        war     _     NOUN  NN 4 nmod
        .       _     PUNCT . 2 punct
        """
    )
    topic = continued_topic(Tree(doc.sentences[0]))
    assert topic is not None
    assert topic.of(doc.article.text) == "spread of war"


def test_a_whole_sentence_is_no_fragment():
    tree = Tree(
        document_of(
            """
            And     and     CCONJ CC  3 cc
            he      _       PRON  PRP 3 nsubj
            left    leave   VERB  VBD 0 root
            Oslo    _       PROPN NNP 3 obj LOC
            """
        ).sentences[0]
    )
    assert continued_topic(tree) is None


def test_what_a_traveller_sets_out_to_do():
    doc = document_of(
        """
        Macron  _    PROPN NNP 2 nsubj PER
        hopes   hope VERB  VBZ 0 root
        to      _    PART  TO  4 mark
        secure  _    VERB  VB  2 xcomp
        a       _    DET   DT  6 det
        truce   _    NOUN  NN  4 obj
        """
    )
    mentions = find_mentions(doc, knowledge())
    aims = list(find_aims(Tree(doc.sentences[0]), mentions))
    assert [(key, aim.of(doc.article.text)) for key, aim in aims] == [
        (mentions.actors[0].actors[0].key, "truce")
    ]
