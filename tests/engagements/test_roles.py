"""Which actors stand in the slots of a clause."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.citation import Span
from dragoman.engagements.clauses import verb_clause
from dragoman.engagements.roles import actors_in, is_official, is_person, targets_below
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import find_mentions
from dragoman.mentions.mention import Actor, MentionKind, TitleRead
from parses import at, document_of, knowledge
from readings import article_of, cast, engagements_in, engagements_of, only


def standing(parse: str, word: str) -> list[str]:
    doc = document_of(parse)
    tree = Tree(doc.sentences[0])
    mentions = find_mentions(doc, knowledge())
    return [actor.label for actor, _ in actors_in(mentions, tree, [at(tree, word)])]


def targets(
    parse: str, word: str, *, deep: bool = True, other_than: frozenset[str] = frozenset()
) -> list[str]:
    doc = document_of(parse)
    tree = Tree(doc.sentences[0])
    mentions = find_mentions(doc, knowledge())
    found = targets_below(mentions, tree, at(tree, word), deep=deep, other_than=set(other_than))
    return [actor.label for actor, _ in found]


def test_an_actor_named_there():
    assert standing("France _ PROPN NNP 2 nsubj LOC\nleft leave VERB VBD 0 root", "France") == ["France"]


def test_those_listed_after_it_whatever_the_commas():
    parse = """
        France  _     PROPN NNP 6 nsubj LOC
        ,       _     PUNCT ,   3 punct
        Norway  _     PROPN NNP 1 appos LOC
        and     _     CCONJ CC  5 cc
        Iran    _     PROPN NNP 3 conj LOC
        left    leave VERB  VBD 0 root
    """
    assert standing(parse, "France") == ["France", "Norway", "Iran"]


def test_a_list_ends_before_the_next_subject():
    parse = """
        He     he    PRON  PRP 2 nsubj
        left   leave VERB  VBD 0 root
        France _     PROPN NNP 2 obj LOC
        and    _     CCONJ CC  6 cc
        Iran   _     PROPN NNP 6 nsubj LOC
        paid   pay   VERB  VBD 2 conj
    """
    assert standing(parse, "France") == ["France"]


@pytest.mark.parametrize("noun", ["leaders", "representatives", "delegations"])
def test_those_a_noun_contains(noun):
    parse = f"""
        {noun}  _     NOUN  NNS 6 nsubj
        of      _     ADP   IN  3 case
        France  _     PROPN NNP 1 nmod LOC
        and     _     CCONJ CC  5 cc
        Iran    _     PROPN NNP 3 conj LOC
        left    leave VERB  VBD 0 root
    """
    assert standing(parse, noun) == ["France", "Iran"]


def test_a_thing_contains_nobody():
    parse = """
        maps   map   NOUN  NNS 4 nsubj
        of     _     ADP   IN  3 case
        France _     PROPN NNP 1 nmod LOC
        left   leave VERB  VBD 0 root
    """
    assert standing(parse, "maps") == []


ATTACK = """
    the     _      DET   DT  2 det
    attack  _      NOUN  NN  0 root
    by      _      ADP   IN  4 case
    Russia  _      PROPN NNP 2 nmod LOC
    on      _      ADP   IN  6 case
    Ukraine _      PROPN NNP 2 nmod LOC
"""


def test_behind_an_attack_stands_who_attacked():
    assert targets(ATTACK, "attack") == ["Russia"]


def test_not_who_speaks():
    assert targets(ATTACK, "attack", other_than=frozenset({"ctry:RUS"})) != ["Russia"]


def test_behind_efforts_stands_whose_they_are():
    parse = """
        Norway  _      PROPN NNP 3 nmod:poss LOC
        's      _      PART  POS 1 case
        efforts effort NOUN  NNS 0 root
        in      _      ADP   IN  5 case
        Syria   _      PROPN NNP 3 nmod LOC
    """
    assert targets(parse, "efforts") == ["Norway"]


def test_a_preposition_may_hang_on_an_argument():
    doc = document_of(
        """
        France _    PROPN NNP 2 nsubj LOC
        held   hold VERB  VBD 0 root
        a      _    DET   DT  4 det
        lunch  _    NOUN  NN  2 obj
        with   _    ADP   IN  6 case
        Iran   _    PROPN NNP 4 nmod LOC
        """
    )
    clause = verb_clause(Tree(doc.sentences[0]), 1)
    assert slot_tokens(clause, "with") == (5,)
    assert slot_tokens(clause, "against") == ()


def test_who_is_official_and_who_is_a_person():
    private = Actor(MentionKind.PERSON, "Vell", "Vell", None, None, None)
    minister = Actor(MentionKind.PERSON, "Vell", "Vell", None, "NOR", TitleRead("Minister", None, Span(0, 8)))
    state = Actor(MentionKind.GOVERNMENT, "Norway", "Norway", "ctry:NOR", "NOR", None)
    assert [is_official(actor) for actor in (private, minister, state)] == [False, True, True]
    assert [is_person(actor) for actor in (private, minister, state)] == [True, True, False]


def test_a_body_named_right_behind_another_acts_itself():
    eng = only("The UN Security Council condemned Iran.")
    assert [name for _, name, _ in cast(eng)] == ["United Nations Security Council", "Iran"]


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Somali Football Federation, Abdi Said, met with the body's president, Gianni Infante.",
        "Rao Menon, vice chancellor of Ashgrove, signed a memorandum of understanding with Jean Mavou, chancellor of Libre.",
    ],
)
def test_presidents_of_clubs_and_universities_do_not_deal_for_states(text):
    assert not engagements_of(text)


def test_rivals_of_one_country_stay_of_one_country():
    article = article_of("Joe Biden accused Donald Trump of lying.", day=dt.date(2020, 9, 4))
    assert not engagements_in(article)


def test_an_office_abroad_is_still_read():
    (call,) = engagements_of("Joe Biden spoke by telephone with Mexico's president on Monday.")
    assert "MEX" in {country for _, _, country in cast(call)}


def test_a_president_told_by_title_and_name_is_a_side():
    (meeting,) = engagements_of("Italian President Ada Neri met President Sami Ayari in Tunis.")
    assert "Sami Ayari" in {name for _, name, _ in cast(meeting)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The police chiefs of Peru and Chile met in Tacna.", {"PER", "CHL"}),
        ("The parliament speakers of Serbia and Hungary held talks in Szeged.", {"SRB", "HUN"}),
        ("The talks of Japan, the Philippines and India were held in Tokyo.", {"JPN", "PHL", "IND"}),
        ("In Oslo, Greek and Turkish officials met.", {"GRC", "TUR"}),
    ],
)
def test_whom_plural_offices_and_lists_stand_for(text, sides):
    (meeting,) = engagements_of(text)
    assert {part.country.value for part in meeting.participants} == sides


def test_a_leader_named_right_behind_the_side_is_one_participant():
    text = (
        "Cuban leader Miguel Díaz-Canel touches down in Rome, to be received by President Sergio Mattarella."
    )
    (meeting,) = [eng for eng in engagements_of(text, day="2023-06-20") if eng.kind == "meeting"]
    assert {part.name.value for part in meeting.participants} == {"Miguel Díaz-Canel", "Sergio Mattarella"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Japan condemned the Iran-backed militia's attack on an office in Iraq.", {"JPN"}),
        (
            "Sudan suspended its participation in US-Saudi-brokered ceasefire talks with Ethiopia.",
            {"SDN", "ETH"},
        ),
    ],
)
def test_who_backs_or_brokers_is_not_whom_it_hits(text, sides):
    act = next(eng for eng in engagements_of(text) if eng.kind in {"accusation", "sanction"})
    assert {country for _, _, country in cast(act)} == sides
