"""Whom the speakers of a transcript say "you" to."""

from __future__ import annotations

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, of_kind

CHAIR = "FOREIGN MINISTER SIKORSKI: We have agreed on a common plan for the border."
SIKORSKI = ("Radosław Sikorski", "POL")
SEJOURNE = ("Stéphane Séjourné", "FRA")


def said(*paragraphs: str) -> list[list[tuple[str, str, str | None]]]:
    found = of_kind(engagements_of(*paragraphs), Kind.STATEMENT)
    return [sorted(cast(eng)) for eng in found]


def words(actor: tuple[str, str], recipient: tuple[str, str]) -> list[tuple[str, str, str]]:
    return [("actor", *actor), ("recipient", *recipient)]


def test_you_is_the_one_speaker_of_another_side():
    assert said(CHAIR, "MINISTER SÉJOURNÉ: I congratulate you on your election.") == [
        words(SEJOURNE, SIKORSKI)
    ]
    assert said(CHAIR, "MINISTER SÉJOURNÉ: We are grateful to you and your government for the gift.") == [
        words(SEJOURNE, SIKORSKI)
    ]


def test_who_thanks_without_a_subject_is_who_speaks():
    assert said(CHAIR, "MINISTER SÉJOURNÉ: Radek, thank you for taking in refugees.") == [
        words(SEJOURNE, SIKORSKI)
    ]


def test_thanks_for_being_there_are_courtesy():
    assert said(CHAIR, "MINISTER SÉJOURNÉ: Thank you. Thank you for being here today.") == []


def test_after_the_press_has_asked_you_may_be_the_press():
    asked = "QUESTION: Minister, will you visit us?"
    assert said(CHAIR, asked, "MINISTER SÉJOURNÉ: I thank you.") == []
    assert said(CHAIR, asked, "MINISTER SÉJOURNÉ: Minister Sikorski, I thank you.") == [
        words(SEJOURNE, SIKORSKI)
    ]


def test_a_room_is_nobody():
    assert said(CHAIR, "MINISTER SÉJOURNÉ: I congratulate all of you.") == []


def test_of_three_speakers_only_one_called_by_name_is_meant():
    third = "MINISTER JAISHANKAR: We met in the morning."
    assert said(CHAIR, third, "MINISTER SÉJOURNÉ: I congratulate you.") == []
    assert said(CHAIR, third, "MINISTER SÉJOURNÉ: Radosław, I congratulate you.") == [
        words(SEJOURNE, SIKORSKI)
    ]
