"""One engagement for one event of the article."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.channels import settle_channels, settle_discussions
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.joining import (
    Group,
    attach_mediators,
    join,
)
from dragoman.engagements.utterances import drop_weaker_speech, is_discussion
from dragoman.language.packs import DEFAULT_PACK
from dragoman.pipeline import read
from parses import document_of, told_in
from readings import article_of, engagements_of, knowledge


def clause(subject: str, verb: str, *tail: str) -> str:
    """ "A verb …" with a state or person as subject; the rows of ``tail`` start at token 3."""
    rows = "\n".join(tail)
    return f"{subject} _ PROPN NNP 2 nsubj LOC\n{verb} VERB VBD 0 root\n{rows}"


def facing(country: str, dep: str = "obj") -> str:
    return f"{country} _ PROPN NNP 2 {dep} LOC"


def met(one: str, other: str, *tail: str) -> str:
    return clause(one, "met meet", facing(other), *tail)


def discussed(one: str, other: str) -> str:
    return clause(
        one, "discussed discuss", "trade _ NOUN NN 2 obj", "with _ ADP IN 5 case", facing(other, "obl")
    )


TUESDAY = ("on _ ADP IN 5 case", "Tuesday _ PROPN NNP 2 obl")
YEARS_AGO = ("in _ ADP IN 5 case", "2019 _ NUM CD 2 obl")


def groups_of(*parses: str) -> list[Group]:
    return join(told_in(document_of(*parses)))


def sizes(groups: list[Group]) -> list[int]:
    return [len(group.tellings) for group in groups]


def test_two_tellings_of_one_meeting_are_one():
    (group,) = groups_of(met("France", "Germany"), met("Germany", "France"))
    assert group.kind is Kind.MEETING
    assert {part.actor.label for part in group.parts} == {"France", "Germany"}


def test_meetings_of_different_sides_are_two():
    assert sizes(groups_of(met("France", "Germany"), met("Norway", "Sweden"))) == [1, 1]


def test_a_meeting_of_years_ago_is_another():
    assert sizes(groups_of(met("France", "Germany", *TUESDAY), met("France", "Germany", *YEARS_AGO))) == [
        1,
        1,
    ]


def test_a_talk_without_a_channel_joins_the_meeting():
    (group,) = groups_of(discussed("France", "Germany"), met("France", "Germany"))
    assert group.kind is Kind.MEETING
    assert len(group.tellings) == 2


def test_a_talk_with_somebody_else_does_not():
    assert sizes(groups_of(met("France", "Germany"), discussed("Norway", "Sweden"))) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("thanked thank", "congratulated congratulate"), ("accused accuse", "urged urge")],
)
def test_acts_of_different_kinds_stay_apart(one, other):
    parses = (clause("France", one, facing("Poland")), clause("France", other, facing("Poland")))
    assert sizes(groups_of(*parses)) == [1, 1]


def test_an_act_and_its_answer_are_two():
    parses = (
        clause("France", "accused accuse", facing("Iran")),
        clause("Iran", "accused accuse", facing("France")),
    )
    assert sizes(groups_of(*parses)) == [1, 1]


def test_groups_stand_in_text_order():
    parses = (discussed("Norway", "Sweden"), met("France", "Germany"))
    assert [group.kind for group in groups_of(*parses)] == [Kind.STATEMENT, Kind.MEETING]


def test_the_lead_telling_carries_most():
    (group,) = groups_of(met("France", "Germany"), met("France", "Germany", *TUESDAY))
    assert group.lead.when is not None


@pytest.mark.parametrize("words", ["by phone", "by telephone", "via videolink"])
def test_a_talk_by_telephone_is_a_call(words):
    preposition, noun = words.split()
    parse = clause(
        "France",
        "spoke speak",
        "with _ ADP IN 4 case",
        facing("Germany", "obl"),
        f"{preposition} _ ADP IN 6 case",
        f"{noun} _ NOUN NN 2 obl",
    )
    doc = document_of(parse)
    acts = told_in(doc)
    settle_channels(acts, doc.article.text)
    assert [act.kind for act in acts] == [Kind.CALL]


def test_a_meeting_in_person_is_no_call():
    doc = document_of(met("France", "Germany"))
    acts = told_in(doc)
    settle_channels(acts, doc.article.text)
    assert [act.kind for act in acts] == [Kind.MEETING]


def test_bare_speaking_is_a_call():
    doc = document_of(clause("France", "spoke speak", "with _ ADP IN 4 case", facing("Germany", "obl")))
    groups = join(told_in(doc))
    assert all(is_discussion(telling) for telling in groups[0].tellings)
    settle_discussions(groups, {})
    assert groups[0].kind is Kind.CALL


def test_those_who_speak_on_a_visit_meet():
    doc = document_of(
        """
        Macron _     PROPN NNP 2 nsubj PER
        spoke  speak VERB  VBD 0 root
        with   _     ADP   IN  4 case
        Scholz _     PROPN NNP 2 obl PER
        """
    )
    groups = join(told_in(doc))
    settle_discussions(groups, {"FRA": {"DEU"}})
    assert [group.kind for group in groups] == [Kind.MEETING]


AND_URGED_IRAN = ("and _ CCONJ CC 5 cc", "urged urge VERB VBD 2 conj", "Iran _ PROPN NNP 5 obj LOC")


def speech(parse: str) -> list[Candidate]:
    return drop_weaker_speech(told_in(document_of(parse)))


def test_of_several_verbal_acts_on_one_the_strongest_stays():
    parse = clause("France", "thanked thank", facing("Iran"), *AND_URGED_IRAN)
    assert [act.kind for act in speech(parse)] == [Kind.DEMAND]


def test_acts_on_different_targets_both_stay():
    parse = clause("France", "thanked thank", facing("Poland"), *AND_URGED_IRAN)
    assert [act.kind for act in speech(parse)] == [Kind.STATEMENT, Kind.DEMAND]


MEDIATED = clause(
    "Qatar",
    "mediated mediate",
    "between _ ADP IN 4 case",
    "Israel _ PROPN NNP 2 obl LOC",
    "and _ CCONJ CC 6 cc",
    "Hamas _ PROPN NNP 4 conj ORG",
)
AGREED = """
    Israel    _     PROPN NNP 4 nsubj LOC
    and       _     CCONJ CC  3 cc
    Hamas     _     PROPN NNP 1 conj ORG
    signed    sign  VERB  VBD 0 root
    a         _     DET   DT  6 det
    ceasefire _     NOUN  NN  4 obj
"""


def test_who_brokered_an_agreement_mediates_in_it():
    groups = attach_mediators(groups_of(AGREED, MEDIATED))
    (agreement,) = [group for group in groups if group.kind is Kind.AGREEMENT]
    assert {part.actor.label for part in agreement.parts if part.role is Role.MEDIATOR} == {"Qatar"}
    assert not any(group.kind is Kind.MEDIATION for group in groups)


def test_mediation_between_two_without_an_agreement_stands_alone():
    (group,) = attach_mediators(groups_of(MEDIATED))
    assert group.kind is Kind.MEDIATION
    assert {part.actor.label for part in group.parts} == {"Qatar", "Israel", "Hamas"}


@pytest.mark.parametrize(
    "then",
    [
        "The two ministers decided to hold the next meeting in Riga in May.",
        "They agreed to hold the next round of the energy talks in Riga.",
    ],
)
@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
def test_the_next_meeting_is_another(then):
    met_now = "Latvian Foreign Minister Baiba Braže met Finnish Foreign Minister Elina Valtonen in Helsinki on Monday."
    meetings = [eng for eng in engagements_of(met_now, then) if eng.kind is Kind.MEETING]
    assert [(eng.place.value.city, eng.status) for eng in meetings if eng.place is not None] == [
        ("Helsinki", Status.COMPLETED),
        ("Riga", Status.PLANNED),
    ]


def test_a_headline_and_what_its_first_sentence_dates_long_before_the_page_are_one():
    article = article_of(
        "President William Ruto received a phone call on 16 August 2024 from President Joe Biden.",
        headline="President Ruto Speaks with President Biden",
        day=dt.date(2024, 9, 16),
    )
    (call,) = read(article, knowledge()).engagements
    assert call.date is not None
    assert (call.date.value.iso()[0], call.historical, call.main) == ("2024-08-16", False, True)
