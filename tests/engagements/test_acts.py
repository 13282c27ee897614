"""What a sentence tells, trigger by trigger."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind
from dragoman.engagements.finding import read_document
from parses import acts_in, document_of, knowledge
from readings import only

VELL = """
    Polish    polish    ADJ   JJ  3 amod NORP
    Foreign   _         ADJ   NNP 3 amod OFFICE
    Minister  _         PROPN NNP 4 nmod:desc OFFICE
    Anna      _         PROPN NNP 6 nsubj PER
    Vell      _         PROPN NNP 4 flat PER
"""


def marr(head: int, dep: str) -> str:
    """Tokens 7 to 11 unless something stands between."""
    return f"""
        Norwegian norwegian ADJ   JJ  {head + 3} amod NORP
        Foreign   _         ADJ   NNP {head + 3} amod OFFICE
        Minister  _         PROPN NNP {head + 4} nmod:desc OFFICE
        Karl      _         PROPN NNP 6 {dep} PER
        Marr      _         PROPN NNP {head + 4} flat PER
    """


def acts(parse: str, kind: Kind | None = None) -> list[Candidate]:
    return [act for act in acts_in(document_of(parse)) if kind is None or act.kind is kind]


def cast(act: Candidate) -> dict[str, str]:
    return {part.actor.label: part.role.value for part in act.parts}


def test_a_meeting():
    doc = document_of(f"{VELL}\nmet meet VERB VBD 0 root\n{marr(6, 'obj')}\n. _ PUNCT . 6 punct")
    (act,) = acts_in(doc)
    assert act.kind is Kind.MEETING
    assert cast(act) == {"Anna Vell": "participant", "Karl Marr": "participant"}
    assert act.span.of(doc.article.text) == "met"
    assert act.clause_span.of(doc.article.text).startswith("Polish Foreign Minister Anna Vell met Norw")
    assert act.clause_span.of(doc.article.text).endswith("Karl Marr")
    assert act.sides == {"POL", "NOR"}


def test_a_visit_to_another_country():
    doc = document_of(
        f"{VELL}\nvisited visit VERB VBD 0 root\nNorway _ PROPN NNP 6 obj LOC\nand _ CCONJ CC 9 cc\n"
        "Sweden _ PROPN NNP 7 conj LOC\n. _ PUNCT . 6 punct"
    )
    (act,) = acts_in(doc)
    assert act.kind is Kind.VISIT
    assert cast(act) == {"Anna Vell": "actor"}
    assert [place.country for place in act.goals] == ["NOR", "SWE"]


def test_going_home_is_no_visit():
    assert (
        acts(f"{VELL}\nvisited visit VERB VBD 0 root\nPoland _ PROPN NNP 6 obj LOC\n. _ PUNCT . 6 punct")
        == []
    )


def test_a_states_bare_name_does_not_travel():
    parse = """
        Poland  _     PROPN NNP 2 nsubj LOC
        visited visit VERB  VBD 0 root
        Norway  _     PROPN NNP 2 obj LOC
    """
    assert acts(parse, Kind.VISIT) == []


def test_a_private_traveller_is_nobody():
    parse = """
        Anna    _     PROPN NNP 3 nsubj PER
        Vell    _     PROPN NNP 1 flat PER
        visited visit VERB  VBD 0 root
        Norway  _     PROPN NNP 3 obj LOC
    """
    assert acts(parse) == []


def directed(verb: str, lemma: str, *tail: str, subject: str = "Germany") -> str:
    rows = "\n".join(tail)
    return f"{subject} _ PROPN NNP 2 nsubj LOC\n{verb} {lemma} VERB VBD 0 root\nIran _ PROPN NNP 2 obj LOC\n{rows}"


@pytest.mark.parametrize(
    ("verb", "lemma", "kind", "mode"),
    [
        ("thanked", "thank", Kind.STATEMENT, "thank"),
        ("congratulated", "congratulate", Kind.STATEMENT, "congratulate"),
        ("urged", "urge", Kind.DEMAND, "urge"),
        ("condemned", "condemn", Kind.ACCUSATION, "condemn"),
        ("accused", "accuse", Kind.ACCUSATION, "accuse"),
        ("threatened", "threaten", Kind.THREAT, "unspecified"),
        ("sanctioned", "sanction", Kind.SANCTION, "impose"),
        ("attacked", "attack", Kind.ATTACK, "unspecified"),
        ("invited", "invite", Kind.OTHER, "invite"),
    ],
)
def test_one_side_acts_on_the_other(verb, lemma, kind, mode):
    (act,) = acts(directed(verb, lemma))
    assert (act.kind, act.mode) == (kind, mode)
    assert cast(act) == {"Germany": "actor", "Iran": "recipient"}


def test_an_act_toward_oneself_is_none():
    assert acts(directed("thanked", "thank", subject="Iran")) == []


def test_a_word_the_lexicon_does_not_know_is_nothing():
    assert acts(directed("painted", "paint")) == []


def test_nothing_is_read_from_words_without_a_parse():
    doc = document_of(directed("thanked", "thank"))
    (sentence,) = doc.sentences
    bare = tuple(dataclasses.replace(token, dep="", head=-1) for token in sentence.tokens)
    unparsed = dataclasses.replace(sentence, tokens=bare)
    assert read_document(dataclasses.replace(doc, sentences=(unparsed,)), knowledge()) == ()
    assert read_document(doc, knowledge()) != ()


def test_whose_attack_is_condemned():
    doc = document_of(
        """
        Germany   _       PROPN NNP 2 nsubj LOC
        condemned condemn VERB  VBD 0 root
        the       _       DET   DT  4 det
        attack    _       NOUN  NN  2 obj
        by        _       ADP   IN  6 case
        Russia    _       PROPN NNP 4 nmod LOC
        on        _       ADP   IN  8 case
        Ukraine   _       PROPN NNP 4 nmod LOC
        .         _       PUNCT .   2 punct
        """
    )
    (act,) = [act for act in acts_in(doc) if act.kind is Kind.ACCUSATION]
    assert cast(act) == {"Germany": "actor", "Russia": "recipient"}


def test_the_leaders_of_two_states_stand_for_them():
    doc = document_of(
        """
        Leaders leader NOUN  NNS 6 nsubj
        of      _      ADP   IN  3 case
        France  _      PROPN NNP 1 nmod LOC
        and     _      CCONJ CC  5 cc
        Germany _      PROPN NNP 3 conj LOC
        met     meet   VERB  VBD 0 root
        """
    )
    (act,) = acts_in(doc)
    assert cast(act) == {"France": "participant", "Germany": "participant"}


def test_talks_between_two():
    doc = document_of(
        """
        Talks   talk NOUN  NNS 7 nsubj:pass
        between _    ADP   IN  3 case
        France  _    PROPN NNP 1 nmod LOC
        and     _    CCONJ CC  5 cc
        Germany _    PROPN NNP 3 conj LOC
        were    be   AUX   VBD 7 aux:pass
        held    hold VERB  VBN 0 root
        """
    )
    (act,) = acts_in(doc)
    assert act.kind is Kind.MEETING
    assert cast(act) == {"France": "participant", "Germany": "participant"}
    assert act.clause_span.of(doc.article.text) == "Talks between France and Germany were held"


def gift(*objects: str) -> str:
    return "\n".join(
        [
            "Germany _ PROPN NNP 2 nsubj LOC",
            "pledged pledge VERB VBD 0 root",
            *objects,
            "to _ ADP IN 7 case",
            "Jordan _ PROPN NNP 2 obl LOC",
        ]
    )


def test_a_pledged_sum_is_aid():
    (act,) = acts(
        gift("20 _ NUM CD 4 compound", "million _ NUM CD 5 nummod", "euros euro NOUN NNS 2 obj"), Kind.AID
    )
    assert cast(act) == {"Germany": "actor", "Jordan": "recipient"}
    assert act.amount is not None
    assert (act.amount.value, act.amount.unit) == (20_000_000, "EUR")


def test_pledged_words_are_no_aid():
    assert (
        acts(
            gift("its its PRON PRP$ 5 nmod:poss", "full _ ADJ JJ 5 amod", "attention _ NOUN NN 2 obj"),
            Kind.AID,
        )
        == []
    )


def test_attending_a_gathering():
    doc = document_of(
        f"{VELL}\nattended attend VERB VBD 0 root\nthe _ DET DT 9 det\nG20 _ PROPN NNP 9 compound EVT\n"
        "summit _ NOUN NN 6 obj EVT\n. _ PUNCT . 6 punct"
    )
    (act,) = acts_in(doc)
    assert act.kind is Kind.CONFERENCE
    assert cast(act) == {"Anna Vell": "participant", "G20": "participant"}
    assert act.conference is not None
    assert act.conference.name == "G20 summit"


def test_expelled_diplomats_stand_for_their_state():
    (act,) = acts(
        """
        Germany   _        PROPN NNP 2 nsubj LOC
        expelled  expel    VERB  VBD 0 root
        two       _        NUM   CD  5 nummod
        Iranian   iranian  ADJ   JJ  5 amod NORP
        diplomats diplomat NOUN  NNS 2 obj
        """
    )
    assert act.kind is Kind.EXPULSION
    assert cast(act) == {"Germany": "actor", "Iran": "recipient"}


def test_stops_told_in_order_words():
    rows = "flies fly VERB VBZ 0 root\nto _ ADP IN 8 case\nOslo _ PROPN NNP 6 obl LOC\nand _ CCONJ CC 12 cc"
    rows += "\nthen _ ADV RB 12 advmod\nto _ ADP IN 12 case\nRiga _ PROPN NNP 8 conj LOC\n. _ PUNCT . 6 punct"
    (act,) = acts(f"{VELL}\n{rows}")
    assert [place.city for place in act.goals] == ["Oslo", "Riga"]


def test_where_a_journey_starts_is_no_stop():
    rows = "flew fly VERB VBD 0 root\nfrom _ ADP IN 8 case\nOslo _ PROPN NNP 6 obl LOC"
    rows += "\nto _ ADP IN 10 case\nRiga _ PROPN NNP 6 obl LOC\n. _ PUNCT . 6 punct"
    (act,) = acts(f"{VELL}\n{rows}")
    assert [place.city for place in act.goals] == ["Riga"]


def test_a_state_called_an_ally_is_honoured_and_not_sanctioned():
    for text in (
        "The United States designated Kenya as a major non-NATO ally on Monday.",
        "Biden said that he would designate Kenya a major non-NATO ally, President William Ruto of Kenya told reporters.",
    ):
        eng = only(text)
        assert (eng.kind, eng.mode) == (Kind.OTHER, "award")
        assert [part.country.value for part in eng.participants if part.country is not None] == ["USA", "KEN"]
