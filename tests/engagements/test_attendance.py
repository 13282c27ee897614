"""Conferences told as the setting of something else."""

from __future__ import annotations

import pytest

from dragoman.engagements.attendance import find_attendance
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Status
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document
from dragoman.mentions.finding import find_mentions
from parses import document_of, knowledge
from readings import engagements_of, of_kind

AT_THE_SUMMIT = """
    Macron _     PROPN NNP 2 nsubj PER
    spoke  speak VERB  VBD 0 root
    {case} _     ADP   IN  6 case
    the    _     DET   DT  6 det
    G20    _     PROPN NNP 6 compound EVT
    summit _     NOUN  NN  2 obl EVT
"""


def attended(doc: Document, *, known: bool = False) -> list[Candidate]:
    mentions = find_mentions(doc, knowledge())
    gatherings = mentions.conferences if known else ()
    return list(find_attendance(Tree(doc.sentences[0]), mentions, gatherings))


def test_who_acts_at_a_conference_takes_part_in_it():
    doc = document_of(AT_THE_SUMMIT.format(case="at"))
    (act,) = attended(doc)
    assert act.kind is Kind.CONFERENCE
    assert [(part.role.value, part.actor.label) for part in act.parts] == [
        ("participant", "Emmanuel Macron"),
        ("participant", "G20"),
    ]
    assert act.conference is not None
    assert act.conference.name == "G20 summit"
    assert act.clause_span.of(doc.article.text) == "Macron spoke at the G20 summit"


def test_on_its_margins_too():
    doc = document_of(
        """
        Macron    _        PROPN NNP 2 nsubj PER
        met       meet     VERB  VBD 0 root
        Scholz    _        PROPN NNP 2 obj PER
        on        _        ADP   IN  6 case
        the       _        DET   DT  6 det
        sidelines sideline NOUN  NNS 2 obl
        of        _        ADP   IN  9 case
        G20       _        PROPN NNP 9 compound EVT
        summit    _        NOUN  NN  6 nmod EVT
        """
    )
    (act,) = attended(doc)
    assert {part.actor.label for part in act.parts} == {"Emmanuel Macron", "G20"}


def test_speaking_before_a_conference_is_no_attendance():
    assert attended(document_of(AT_THE_SUMMIT.format(case="before"))) == []


def test_a_conference_already_told_is_not_told_again():
    assert attended(document_of(AT_THE_SUMMIT.format(case="at")), known=True) == []


def test_a_private_speaker_takes_part_in_nothing():
    doc = document_of(AT_THE_SUMMIT.format(case="at").replace("Macron", "Vellmarr"))
    assert attended(doc) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fiji has played a very important role in the Oceans Conference.",
        "Norway played a part in the Madrid Conference.",
        "Prime Minister Fiame Naomi Mataafa of Samoa will take over the chairmanship of the Pacific Islands Forum.",
    ],
)
def test_a_part_in_its_history_or_its_chair_is_no_attendance(text):
    assert of_kind(engagements_of(text), Kind.CONFERENCE) == []


def test_a_conference_to_which_somebody_invites_is_ahead():
    told = engagements_of(
        "Chinese President Xi Jinping invited Kenyan President William Ruto to the SCO summit."
    )
    (conference,) = of_kind(told, Kind.CONFERENCE)
    assert conference.status is Status.PLANNED
