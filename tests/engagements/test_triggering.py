"""Whether a clause is what a lexicon entry describes."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.engagements.clauses import noun_clause, verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.triggering import noun_fits, verb_fits
from parses import at, tree_of
from readings import cast, engagements_of, of_kind

ENTRY = Trigger(Kind.OTHER, ("expel",), {"subj": Role.ACTOR}, 0.5, "verb:other:expel")
VERB = tree_of(
    """
    Norway   _       PROPN NNP 2 nsubj
    called   call    VERB  VBD 0 root
    off      _       ADP   RP  2 compound:prt
    two      _       NUM   CD  5 nummod
    envoys   envoy   NOUN  NNS 2 obj
    to       _       PART  TO  7 mark
    leave    _       VERB  VB  2 xcomp
    """
)
NOUN = tree_of(
    """
    Norway   _       PROPN NNP 2 nsubj
    signed   sign    VERB  VBD 0 root
    a        _       DET   DT  5 det
    phone    _       NOUN  NN  5 compound
    contract _       NOUN  NN  2 obj
    """
)


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        ({}, True),
        ({"particle": "off"}, True),
        ({"particle": "on"}, False),
        ({"objects": frozenset({"envoy"})}, True),
        ({"objects": frozenset({"tank"})}, False),
        ({"without": ("xcomp",)}, False),
        ({"without": ("with",)}, True),
        ({"complement": "xcomp"}, True),
        ({"xcomps": frozenset({"leave"})}, True),
        ({"xcomps": frozenset({"stay"})}, False),
        ({"not_complements": frozenset({"leave"})}, False),
        ({"words": ("to leave",)}, True),
        ({"words": ("to stay",)}, False),
        ({"as_": frozenset({"envoy"})}, True),
        ({"as_": frozenset({"state"})}, False),
    ],
    ids=str,
)
def test_conditions_on_a_verb(condition, fits):
    clause = verb_clause(VERB, at(VERB, "called"))
    assert verb_fits(VERB, clause, dataclasses.replace(ENTRY, **condition)) is fits


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        ({}, True),
        ({"mods": frozenset({"phone"})}, True),
        ({"mods": frozenset({"video"})}, False),
        ({"not_mods": frozenset({"phone"})}, False),
        ({"strict": frozenset({"contract"})}, True),
        ({"not_light": {"contract": frozenset({"sign"})}}, False),
        ({"not_light": {"contract": frozenset({"reach"})}}, True),
    ],
    ids=str,
)
def test_conditions_on_an_event_noun(condition, fits):
    clause = noun_clause(NOUN, at(NOUN, "contract"), frozenset({"sign"}))
    assert noun_fits(NOUN, clause, dataclasses.replace(ENTRY, **condition)) is fits


def test_a_strict_noun_needs_its_light_verb():
    clause = noun_clause(NOUN, at(NOUN, "contract"), frozenset())
    assert not noun_fits(NOUN, clause, dataclasses.replace(ENTRY, strict=frozenset({"contract"})))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Both Jordan and Egypt have alleged Iranian involvement in the plot.", ["JOR", "EGY", "IRN"]),
        ("Poland alleged Russian involvement in the fire at the depot.", ["POL", "RUS"]),
        ("Chad suspects the involvement of Sudan in the raid on the post.", ["TCD", "SDN"]),
    ],
)
def test_an_alleged_part_in_a_deed_is_a_charge(text, sides):
    (eng,) = of_kind(engagements_of(text), Kind.ACCUSATION)
    assert [country for _, _, country in cast(eng)] == sides


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ('"We expect from Iran a full apology and compensation," President Volodymyr Zelensky said.', "IRN"),
        ("Prime Minister Kaja Kallas said Estonia expected an explanation from Russia.", "RUS"),
        ("Kenya awaits a clarification from Uganda over the arrests.", "UGA"),
    ],
)
def test_who_expects_an_apology_demands_it(text, asked):
    (eng,) = of_kind(engagements_of(text), Kind.DEMAND)
    assert cast(eng)[-1][2] == asked


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations called the famine in Sudan the worst in the region in decades.",
        "Ambassadors of the United States called the vote in Peru the fairest in years.",
        "The United Arab Emirates called the fair in Egypt the largest in history.",
    ],
)
def test_calling_something_by_a_name_summons_nobody(text):
    assert all(eng.mode != "summon" for eng in engagements_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Irish Minister Helen McEntee welcomed the opportunity to hear from Ukrainian Minister Andrii Sybiha.",
        "Britain welcomed the chance to host Jordan.",
        "Kenya welcomed the opportunity to work with Peru.",
    ],
)
def test_a_welcome_chance_is_no_word_on_anybodys_deed(text):
    assert of_kind(engagements_of(text), Kind.STATEMENT) == []


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Turkey sent its ambassador back to Israel.", Kind.CONCESSION, ["TUR", "ISR"]),
        ("Turkey sent the Israeli ambassador home.", Kind.EXPULSION, ["TUR", "ISR"]),
        ("Kenya's envoy to Uganda has been recalled.", Kind.SANCTION, ["KEN", "UGA"]),
    ],
)
def test_ambassadors_go_back_are_thrown_out_or_recalled(text, kind, sides):
    (eng,) = engagements_of(text)
    assert (eng.kind, [country for _, _, country in cast(eng)]) == (kind, sides)


def test_a_player_signed_on_a_deal_makes_none_between_states():
    assert engagements_of("Real Madrid signed French striker Jean Durand on a two-year deal.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan delegation paid tribute to President Kwame Nkrumah at his tomb in Accra.",
        "The Mongolian delegation paid tribute to President Ho Chi Minh at his mausoleum in Hanoi.",
    ],
)
def test_a_tribute_at_a_grave_is_said_to_nobody(text):
    assert engagements_of(text) == ()
