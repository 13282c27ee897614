"""Exchanges of fire whose targets the sentence itself tells."""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.reciprocity import complete_exchanges
from dragoman.language.document import Document
from dragoman.mentions.finding import find_mentions
from parses import acts_in, document_of, knowledge


def completed(doc: Document) -> list[Candidate]:
    acts = acts_in(doc)
    complete_exchanges(acts, find_mentions(doc, knowledge()))
    return acts


def sides(act: Candidate) -> tuple[set[str], set[str]]:
    return {part.side for part in act.of(Role.ACTOR)}, {part.side for part in act.of(Role.RECIPIENT)}


def test_a_strike_in_a_place_hits_its_country():
    doc = document_of(
        """
        Israel   _      PROPN NNP 2 nsubj LOC
        launched launch VERB  VBD 0 root
        strikes  strike NOUN  NNS 2 obj
        in       _      ADP   IN  5 case
        Syria    _      PROPN NNP 3 nmod LOC
        """
    )
    (act,) = completed(doc)
    assert act.kind is Kind.ATTACK
    assert sides(act) == ({"ISR"}, {"SYR"})


def test_a_told_target_stays():
    doc = document_of(
        """
        Russia   _      PROPN NNP 2 nsubj LOC
        attacked attack VERB  VBD 0 root
        Ukraine  _      PROPN NNP 2 obj LOC
        """
    )
    before, after = acts_in(doc), completed(doc)
    assert [sides(act) for act in before] == [sides(act) for act in after] == [({"RUS"}, {"UKR"})]
    assert [act.weight for act in before] == [act.weight for act in after]


def test_each_side_of_an_exchange_hits_the_other():
    doc = document_of(
        """
        an         a         DET   DT  2 det
        attack     _         NOUN  NN  0 root
        by         _         ADP   IN  4 case
        Iran       _         PROPN NNP 2 nmod LOC
        and        _         CCONJ CC  8 cc
        subsequent _         ADJ   JJ  8 amod
        Israeli    israeli   ADJ   JJ  8 amod NORP
        airstrikes airstrike NOUN  NNS 2 conj
        """
    )
    first, second = completed(doc)
    assert (sides(first), sides(second)) == (({"IRN"}, {"ISR"}), ({"ISR"}, {"IRN"}))
    assert all(act.reason for act in (first, second))


def test_an_attack_on_nobody_is_dropped():
    doc = document_of(
        """
        Israel   _      PROPN NNP 2 nsubj LOC
        launched launch VERB  VBD 0 root
        strikes  strike NOUN  NNS 2 obj
        """
    )
    assert completed(doc) == []


def test_other_acts_are_left_alone():
    doc = document_of(
        """
        Germany _     PROPN NNP 2 nsubj LOC
        thanked thank VERB  VBD 0 root
        Poland  _     PROPN NNP 2 obj LOC
        """
    )
    assert [act.kind for act in completed(doc)] == [Kind.STATEMENT]
