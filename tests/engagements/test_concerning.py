"""Whom an act is aimed at when only the sentence before says so."""

from __future__ import annotations

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.concerning import settle_deferred
from dragoman.engagements.engagement import Kind, Role
from dragoman.mentions.finding import find_mentions
from parses import document_of, told_in
from readings import cast, engagements_of, knowledge

ATTACKED = """
    Israel   _      PROPN NNP 2 nsubj LOC
    attacked attack VERB  VBD 0 root
    Syria    _      PROPN NNP 2 obj LOC
"""
CONDEMNED = """
    Russia    _       PROPN NNP 2 nsubj LOC
    condemned condemn VERB  VBD 0 root
    the       _       DET   DT  4 det
    {noun}    _       NOUN  NN  2 obj
"""
FILLER = "Markets market NOUN NNS 2 nsubj\nrose rise VERB VBD 0 root"


def settled(*parses: str) -> list[Candidate]:
    doc = document_of(*parses)
    return settle_deferred(told_in(doc), find_mentions(doc, knowledge()))


def condemnation(acts: list[Candidate]) -> Candidate:
    (act,) = (act for act in acts if act.kind is Kind.ACCUSATION)
    return act


def test_the_attack_condemned_is_the_one_told_before():
    act = condemnation(settled(ATTACKED, CONDEMNED.format(noun="attack")))
    assert [part.actor.label for part in act.of(Role.ACTOR)] == ["Russia"]
    assert [part.actor.label for part in act.of(Role.RECIPIENT)] == ["Israel"]
    assert act.reason


def test_an_addressee_from_elsewhere_is_less_sure():
    told = """
        Russia    _       PROPN NNP 2 nsubj LOC
        condemned condemn VERB  VBD 0 root
        Israel    _       PROPN NNP 2 obj LOC
    """
    assert (
        condemnation(settled(ATTACKED, CONDEMNED.format(noun="attack"))).weight
        < condemnation(settled(told)).weight
    )


def test_an_attack_nobody_told_of_is_nobodys():
    assert settled(CONDEMNED.format(noun="attack")) == []


def test_another_noun_is_not_the_attack():
    assert {act.kind for act in settled(ATTACKED, CONDEMNED.format(noun="film"))} == {Kind.ATTACK}


def test_an_attack_told_only_afterwards_is_not_meant():
    assert {act.kind for act in settled(CONDEMNED.format(noun="attack"), ATTACKED)} == {Kind.ATTACK}


def test_an_attack_told_long_before_is_not_meant():
    far = settled(*[FILLER] * 6, ATTACKED, *[FILLER] * 12, CONDEMNED.format(noun="attack"))
    assert {act.kind for act in far} == {Kind.ATTACK}


def test_what_the_article_opens_with_is_meant_throughout():
    act = condemnation(settled(ATTACKED, *[FILLER] * 12, CONDEMNED.format(noun="attack")))
    assert [part.actor.label for part in act.of(Role.RECIPIENT)] == ["Israel"]


def test_the_opponent_told_before_is_the_one_a_deed_is_held_against():
    quarrel = """
        Russia  _     PROPN NNP 2 nsubj LOC
        accused accuse VERB VBD 0 root
        Israel  _     PROPN NNP 2 obj LOC
    """
    acts = settled(*[FILLER] * 6, quarrel, CONDEMNED.format(noun="decision"))
    assert [part.actor.label for part in acts[-1].of(Role.RECIPIENT)] == ["Israel"]


def test_acts_whose_target_is_told_are_left_alone():
    doc = document_of(ATTACKED)
    acts = told_in(doc)
    assert settle_deferred(acts, find_mentions(doc, knowledge())) == acts


def test_bloodshed_abroad_is_condemned_though_nobody_is_named():
    (eng,) = engagements_of("The African Union condemned the attack on a market in Mogadishu.")
    assert [role for role, _, _ in cast(eng)] == ["actor"]
    assert eng.reason == "the text does not say at whom it is aimed"


def test_bloodshed_at_home_is_not_a_matter_between_states():
    assert engagements_of("Somalia's president condemned the attack on a market in Mogadishu.") == ()


def test_a_summons_is_told_in_two_halves():
    acts = engagements_of(
        "Türkiye summoned the ambassadors of two countries on Thursday.",
        "Envoys from Norway and Sweden were summoned to the ministry, sources said.",
    )
    assert {(role, place) for act in acts for role, _, place in cast(act)} == {
        ("actor", "TUR"),
        ("recipient", "NOR"),
        ("recipient", "SWE"),
    }


def test_what_is_protested_against_is_whose_deed_it_was():
    _, protest = engagements_of(
        "Latvia shut two crossings with Belarus.", "Minsk protested against the closure."
    )
    assert cast(protest) == [("actor", "Belarus", "BLR"), ("recipient", "Latvia", "LVA")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya strongly condemned the sabotage of its embassy building in Sudan.",
        "Oman condemned the attempt to assassinate the Iraqi prime minister in Baghdad.",
        "Jordan condemned the shooting incident in The Hague.",
    ],
)
def test_what_is_condemned_abroad_needs_nobody_to_have_done_it(text):
    (act,) = engagements_of(text)
    assert (act.kind, [role for role, _, _ in cast(act)]) == (Kind.ACCUSATION, ["actor"])
